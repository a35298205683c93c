"""Who knows whom, as far as the sources tell: by somebody's word, by common items, by one house, by one circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.app.knowing.circles import circles_of
from maarif.domain.items import Origin
from maarif.domain.people import Person
from maarif.domain.phrases import Moment, Phrase
from maarif.normalise.reading import own_text
from maarif.rank.introductions import GUESSED, SAME_EMPLOYER, STATED, Link, shared_closeness
from maarif.text.fold import fold, words
from maarif.text.passage import best_sentence
from maarif.text.stem import stem_variants

#: Items with the target that are looked at, newest first; and of those in which words are spoken.
LOOKED_AT, SPOKEN = 400, 200
#: An item with more people tells of a public, not of who knows whom.
CROWD = 20
#: One house with more people than this does not make two of them known to each other.
HOUSE = 60
#: How many of the people of a house or a circle are named as a guess.
GUESSES = 12
#: What somebody says of a thing themselves, without a name in between, makes a way to it as sure as this.
SPEAKS_OF = 0.4


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is known themselves, and the moment of asking: nothing at or after it counts."""

    person: Person
    moment: int


def stated_links(home: Home, target: Known) -> Iterator[tuple[str, Link]]:
    """Whoever is said to know the target, or to be their kin: by a card, a note, or their own words."""
    rows = [
        row
        for attribute in ("knows", "kin", "household")
        for row in home.store.ledgers.facts(target.moment, attribute=attribute)
        if row[0] != target.person.id and _names(row[4], row[0], home, target.person)
    ]
    origins = home.store.items.origins([row[6] for row in rows])
    for person, _, _, attribute, value, at, item in rows:
        claim = Phrase("is said to know them: {words}", words=value)
        if attribute != "knows":
            claim = Phrase("is family of theirs: {words}", words=value)
        yield person, Link("stated", STATED, _dated(claim, at), _origins(origins, item))
    yield from _noted_together(home, target)


def _names(value: str, teller: str, home: Home, target: Person) -> bool:
    """Whether a statement names the target: by all of the name, or by the first where it is kin of the same surname."""
    said, name = set(words(value)), words(target.name)
    if len(name) < 2 or name[0] not in said:
        return False
    people = people_of(home)
    return set(name) <= said or (teller in people and words(people[teller].name)[-1:] == name[-1:])


def _noted_together(home: Home, target: Known) -> Iterator[tuple[str, Link]]:
    """Those whom a note of the owner names together with the target, and nobody else."""
    noted = [item for item, person in home.store.ledgers.named_in_notes(target.moment) if person == target.person.id]
    on_it: dict[int, set[str]] = defaultdict(set)
    for item, person in home.store.ledgers.named_in_notes(target.moment):
        on_it[item].add(person)
    origins, times = home.store.items.origins(noted), home.store.ledgers.since(noted)
    for item in noted:
        others = on_it[item] - {target.person.id} - owner_ids(home)
        if len(others) <= 2:
            for person in sorted(others):
                claim = _dated(Phrase("your note names them together"), times.get(item))
                yield person, Link("met together", STATED / 2, claim, _origins(origins, item))


def links_to(home: Home, target: Known) -> Iterator[tuple[str, Link]]:
    """Whoever wrote or met together with the target, works in the same house, or is of the same circle."""
    yield from _shared(home, target)
    yield from _colleagues(home, target)
    seen_now = home.now - target.moment < 60
    for circle in circles_of(home, target.person.id, None if seen_now else target.moment):
        if len(circle.people) <= HOUSE:
            claim = Phrase("both are of one circle: {circle}", circle=circle.name)
            for person in circle.people[:GUESSES]:
                yield person, Link("guessed", GUESSED, claim, circle.origins[:1])


def _shared(home: Home, target: Known) -> Iterator[tuple[str, Link]]:
    numbers = home.store.ledgers.timeline(target.person.id, target.moment, LOOKED_AT)
    mine, people = owner_ids(home), people_of(home)
    on_it: dict[int, set[str]] = defaultdict(set)
    met: set[int] = set()
    times: dict[int, int] = {}
    for item, at, _, bulk, shape, _, role, person in home.store.ledgers.chosen(numbers):
        if bulk or shape in ("Card", "Note") or person is None or at is None:
            continue
        times[item] = at
        if role == "present":
            met.add(item)
        if person not in mine and person in people:
            on_it[item].add(person)
    shared: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for item, others in on_it.items():
        if len(others) <= CROWD:
            for person in others - {target.person.id}:
                shared[person, item in met].append(item)
    latest = {key: max(items, key=lambda item: (times[item], item)) for key, items in shared.items()}
    origins = home.store.items.origins(sorted(set(latest.values())))
    for (person, is_meeting), items in sorted(shared.items()):
        last = latest[person, is_meeting]
        closeness = shared_closeness(len(on_it[item]) for item in items)
        yield person, _shared_link(is_meeting, closeness, _Times(len(items), times[last]), _origins(origins, last))


@dataclass(frozen=True, slots=True)
class _Times:
    count: int
    last: int


def _shared_link(is_meeting: bool, closeness: float, times: _Times, origins: tuple[Origin, ...]) -> Link:
    last = Moment(times.last)
    if is_meeting:
        claim = Phrase.counted(
            "was at one meeting with them, {last}", "was at {count} meetings with them, last in {last}", times.count,
            last=last,
        )  # fmt: skip
        return Link("met together", closeness, claim, origins)
    claim = Phrase.counted(
        "was on one message with them, {last}", "was on {count} messages with them, last in {last}", times.count,
        last=last,
    )  # fmt: skip
    return Link("wrote together", closeness, claim, origins)


def _colleagues(home: Home, target: Known) -> Iterator[tuple[str, Link]]:
    rows = home.store.ledgers.facts(target.moment, attribute="employer")
    own = {fold(row[4]) for row in rows if row[0] == target.person.id}
    inside = [row for row in rows if fold(row[4]) in own and row[0] != target.person.id]
    if not own or len({row[0] for row in inside}) > HOUSE:
        return
    origins = home.store.items.origins([row[6] for row in inside])
    for person, _, _, _, value, at, item in inside:
        claim = _dated(Phrase("works or worked in the same house: {house}", house=value), at)
        yield person, Link("same employer", SAME_EMPLOYER, claim, _origins(origins, item))


def spoken_of(home: Home, sought: Sequence[str], moment: int) -> Iterator[tuple[str, Link]]:
    """Whoever speaks of the target, or is said to know of it: "her brother works at the port" - ask her."""
    wanted = set(sought)
    rows = [
        row
        for attribute in ("knows", "kin")
        for row in home.store.ledgers.facts(moment, attribute=attribute)
        if wanted and wanted <= set(words(row[4]))
    ]
    origins = home.store.items.origins([row[6] for row in rows])
    for person, _, _, _, value, at, item in rows:
        claim = _dated(Phrase("knows somebody: {words}", words=value), at)
        yield person, Link("stated", STATED, claim, _origins(origins, item))
    yield from _said(home, sought, moment)


def _said(home: Home, sought: Sequence[str], moment: int) -> Iterator[tuple[str, Link]]:
    terms = {term for word in sought for term in stem_variants(word)}
    hits = [item for item, _ in home.store.index.search(dict.fromkeys(sorted(terms), 1.0), moment, SPOKEN)]
    items, authors, people = home.store.items.read(hits), home.store.ledgers.authors(hits), people_of(home)
    told: set[str] = set()
    for number in hits:
        author, item = authors.get(number), items.get(number)
        if item is None or author is None or author in told or author not in people:
            continue
        text = own_text(item)
        if not getattr(item, "bulk", "") and set(sought) <= set(words(text)):
            told.add(author)
            quote = best_sentence(text, dict.fromkeys(terms, 1.0))
            claim = Phrase('spoke of it in {when}: "{quote}"', when=_when(item.at), quote=quote)
            yield author, Link("guessed", SPEAKS_OF, claim, (item.origin,))


def _when(at: int | None) -> Moment | Phrase:
    return Moment(at) if at is not None else Phrase("an unknown year")


def _dated(claim: Phrase, at: int | None) -> Phrase:
    return Phrase("{claim}, {when}", claim=claim, when=Moment(at)) if at is not None else claim


def _origins(known: dict[int, Origin], item: int) -> tuple[Origin, ...]:
    return (known[item],) if item in known else ()
