"""What can I give? Wishes that people stated, met by what the owner or somebody they know has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from maarif.app.asking.ask import ask
from maarif.app.asking.nearness import noted_marks
from maarif.app.catching_up import catch_up
from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.domain.evidence import Evidence
from maarif.domain.items import Item, Message, Note, Origin
from maarif.domain.people import Person
from maarif.domain.phrases import Moment, Phrase
from maarif.domain.reminders import Wish
from maarif.normalise.reading import own_text
from maarif.rank.needs import topic_words
from maarif.tend import offer_in, wish_in
from maarif.text.fold import fold
from maarif.text.stem import stem_variants, stems

DAY = 86_400
#: Days for which a wish is taken to stand, and for which an offer is.
STANDS, OFFERED = 180, 365
#: How many messages are looked at for wishes, how many wishes are answered, and how many people for each.
_MOST, _WISHES, _HELPERS = 10_000, 24, 2
#: Above so many people on a message it is to nobody in particular, but a wish in a group chat is a wish.
_CROWD = 60
_SHUT = frozenset(("keep away", "deceased", "never suggest"))


@dataclass(frozen=True, slots=True)
class Gift:
    """One thing the owner could do for somebody: the wish with the item that states it, and who or what could meet it.

    `helper` is None where the owner has it themself. `both` says why the helper might want to meet them, too.
    """

    wish: Wish
    name: str
    says: str
    origin: Origin
    helper: Person | None
    reasons: tuple[Evidence, ...]
    both: str = ""


def give(home: Home, who: str | None = None, limit: int = 7, on: int | None = None) -> list[Gift]:
    """What the owner could give, newest wishes first: what they have, or an introduction; with reasons."""
    from maarif.app.knowing.look import find

    catch_up(home)
    moment = home.now if on is None else on
    wanted = None if who is None else find(home, who).id
    mine = _own_things(home, moment)
    gifts: list[Gift] = []
    asked = [wish for wish in wishes(home, moment) if wanted in (None, wish.person)]
    for wish in asked[:_WISHES]:
        gifts += _own_gift(home, wish, mine)
        gifts += _introductions(home, wish, moment)
        if len(gifts) >= limit:
            break
    return gifts[:limit]


# -- wishes -------------------------------------------------------------------------------------------


def wishes(home: Home, before: int) -> tuple[Wish, ...]:
    """What people said lately that they look for, newest first; of each person the same wish once."""
    return home.view(f"wishes@{before}", lambda: tuple(_stated(home, before)))


def _stated(home: Home, before: int) -> Iterator[Wish]:
    found = [*_in_messages(home, before), *_in_notes(home, before)]
    seen: set[tuple[str, frozenset[str]]] = set()
    for wish in sorted(found, key=lambda w: (-w.at, w.person)):
        key = (wish.person, frozenset(topic_words(wish.sentence, wish.kind)))
        if key not in seen and key[1]:
            seen.add(key)
            yield wish


def _in_messages(home: Home, before: int) -> Iterator[Wish]:
    numbers = home.store.exchanges.said(before - STANDS * DAY, before, _MOST)
    open_to, found = _open_to(home, before), {}
    for start in range(0, len(numbers), 2000):
        for number, item in home.store.items.bare(numbers[start : start + 2000]).items():
            if isinstance(item, Message) and item.at is not None and (said := wish_in(own_text(item))):
                found[number] = (item.at, said)
    authors, on_them = home.store.ledgers.authors(list(found)), home.store.exchanges.people_on(list(found))
    for number, (at, (sentence, kind)) in found.items():
        author = authors.get(number, "")
        if author in open_to and len(on_them.get(number, ())) <= _CROWD:
            yield Wish(author, sentence, at, number, kind)


def _in_notes(home: Home, before: int) -> Iterator[Wish]:
    """Wishes of others that the owner wrote down: of whoever is named in the sentence."""
    numbers = home.store.exchanges.notes(before, 1000)
    on_them, open_to = home.store.exchanges.people_on(numbers), _open_to(home, before)
    for number, item in home.store.items.bare(numbers).items():
        if not isinstance(item, Note) or item.at is None or item.at < before - STANDS * DAY:
            continue
        if (said := wish_in(own_text(item))) is None:
            continue
        for person in dict.fromkeys(p for _, p in on_them.get(number, ()) if p in open_to):
            if _is_named(said[0], open_to[person]):
                yield Wish(person, said[0], item.at, number, said[1])


def _is_named(sentence: str, person: Person) -> bool:
    folded = fold(sentence)
    return any(fold(name.split()[0]) in folded for name in (person.name, *person.names) if name)


def _open_to(home: Home, moment: int) -> dict[str, Person]:
    """People whom one may think of: not marked, and no list."""
    marks, noted = home.store.decisions.marks(), noted_marks(home, moment)
    return {
        key: person
        for key, person in people_of(home).items()
        if person.kind == "person" and not _SHUT & (marks.get(key, set()) | noted.get(key, set()))
    }


# -- what meets them ----------------------------------------------------------------------------------


def _introductions(home: Home, wish: Wish, moment: int) -> Iterator[Gift]:
    """Whoever could be introduced: vouched for by what they said or by what is said of them."""
    acquainted = _acquainted(home, wish.person, moment)
    answer = ask(home, wish.sentence, wish.kind, limit=_HELPERS + 3, on=moment)
    helpers = [s for s in answer.suggestions if s.person.id != wish.person and s.person.id not in acquainted]
    for suggestion in helpers[:_HELPERS]:
        helper, reasons = suggestion.person, _speaking(suggestion.evidence)
        if reasons:
            name, said = people_of(home)[wish.person].name, _wished(home, wish)
            says = Phrase("{wished} {helper} might help: introduce them?", wished=said, helper=helper.name)
            yield Gift(
                wish, name, says, _origin(home, wish.item), helper, reasons, _why_both(home, wish, helper, moment)
            )


def _speaking(evidence: Evidence) -> tuple[Evidence, ...]:
    """The reasons that rest on items, not those of how things stand."""
    return tuple(part for part in evidence.parts[0].parts if part.origins)[:3] if evidence.parts else ()


def _acquainted(home: Home, person: str, moment: int) -> set[str]:
    """Whoever was on a direct item together with somebody: they need no introduction."""
    items = [each.item for each in home.store.exchanges.between(person, 0, moment) if each.present <= 6]
    on_them = home.store.exchanges.people_on(items)
    direct = {n for n in items if {"from", "to", "present"} & {role for role, _ in on_them.get(n, ())}}
    return {who for number in direct for _, who in on_them.get(number, ())} - {person}


def _why_both(home: Home, wish: Wish, helper: Person, moment: int) -> str:
    """Why the helper might want it as well: they share an interest, or the helper looks for people, too."""
    theirs, own = (_interests(home, who, moment) for who in (wish.person, helper.id))
    if shared := sorted(set(theirs) & set(own)):
        return Phrase("both care for {what}", what=own[shared[0]])
    other = next((w for w in wishes(home, moment) if w.person == helper.id), None)
    terms = set(stems(" ".join(own.values()))) if own else set()
    if other is not None and terms & set(stems(wish.sentence)):
        return Phrase("{name} looks for people, too", name=helper.name)
    return ""


def _interests(home: Home, person: str, moment: int) -> dict[str, str]:
    rows = home.store.ledgers.facts(moment, person)
    return {fold(row[4]): row[4] for row in rows if row[3] in ("interest", "skill", "field", "language")}


def _own_things(home: Home, moment: int) -> list[tuple[frozenset[str], bool, Evidence]]:
    """What the owner has: facts of theirs, and what they offered, as terms with a reason; facts are true."""
    things = []
    for person in sorted(owner_ids(home)):
        for _, _, _, attribute, value, _, item in home.store.ledgers.facts(moment, person):
            if attribute in ("skill", "interest", "title", "field", "school"):
                claim = Phrase("you: {what}", what=value)
                things.append((_terms(value), True, Evidence(claim, 0.0, (_origin(home, item),))))
    for number, item in _own_words(home, moment):
        if sentence := offer_in(own_text(item)):
            when = Moment(item.at or 0)
            claim = Phrase('you offered in {when}: "{words}"', when=when, words=sentence)
            things.append((_terms(sentence), False, Evidence(claim, 0.0, (_origin(home, number),))))
    return things


def _own_words(home: Home, moment: int) -> Iterator[tuple[int, Item]]:
    numbers: Sequence[int] = home.store.exchanges.said(moment - OFFERED * DAY, moment, _MOST)
    authors: Mapping[int, str] = home.store.ledgers.authors(numbers)
    mine = [number for number in numbers if authors.get(number) in owner_ids(home)]
    yield from home.store.items.bare(mine).items()
    for number, item in home.store.items.bare(home.store.exchanges.notes(moment, 1000)).items():
        if item.at is not None and item.at >= moment - OFFERED * DAY:
            yield number, item


def _own_gift(home: Home, wish: Wish, mine: Sequence[tuple[frozenset[str], bool, Evidence]]) -> Iterator[Gift]:
    wanted = _terms(" ".join(topic_words(wish.sentence, wish.kind)))
    for terms, is_fact, reason in mine:
        if len(wanted & terms) >= (1 if is_fact else 2):
            says = Phrase("{wished} You have something for that.", wished=_wished(home, wish))
            name = people_of(home)[wish.person].name
            yield Gift(wish, name, says, _origin(home, wish.item), None, (reason,))
            return


def _wished(home: Home, wish: Wish) -> Phrase:
    name = people_of(home)[wish.person].name
    return Phrase('{name} in {when}: "{words}".', name=name, when=Moment(wish.at), words=wish.sentence.rstrip("."))


def _terms(text: str) -> frozenset[str]:
    return frozenset(t for word in topic_words(text, "expert") for t in stem_variants(word) if len(word) > 3)


def _origin(home: Home, item: int) -> Origin:
    return home.store.items.origins([item]).get(item, Origin("", ""))
