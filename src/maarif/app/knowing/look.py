"""Look at people and items: how things stand, what is known and from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from maarif.app.catching_up import catch_up
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.addressed import person_at
from maarif.app.knowing.contexts import contexts_of
from maarif.app.knowing.standing import ties_as_of
from maarif.domain.errors import AmbiguousPerson, NoSuchOrigin, NoSuchPerson
from maarif.domain.handles import Handle
from maarif.domain.items import Card, Item, Meeting, Message, Note, Origin
from maarif.domain.people import Context, Fact, Person
from maarif.domain.ties import Tie
from maarif.normalise.reading import own_text
from maarif.text.fold import fold, words

#: Characters of an item shown on one line of a timeline.
LINE = 200
_REF = re.compile(r"i?(\d+)")


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A person with how things stand, how they are known, what is said of them, and the owner's own words on them."""

    person: Person
    tie: Tie | None
    contexts: tuple[Context, ...] = ()
    facts: tuple[Fact, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline; `ref` opens the item."""

    ref: str
    origin: Origin
    at: int | None
    kind: str
    line: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item as the sources said it, with the ids of the people on it."""

    ref: str
    origin: Origin
    item: Item
    kind: str
    people: tuple[str, ...]


def people(home: Home, text: str | None = None, on: int | None = None) -> list[Acquaintance]:
    """Everybody (or whoever's name, address, employer or title holds all words of `text`), closest first; with
    `on`, as of then."""
    catch_up(home)
    moment = home.now if on is None else on
    ties, facts, marks = ties_as_of(home, moment), facts_of(home, moment), home.store.decisions.marks()
    contexts = contexts_of(home, moment)
    known = [
        Acquaintance(
            person, ties.get(person.id), contexts.get(person.id, ()), facts.get(person.id, ()),
            tuple(sorted(marks.get(person.id, ()))),
        )
        for person in people_of(home).values()
    ]  # fmt: skip
    if text:
        wanted = words(text)
        known = [a for a in known if _matches(a, wanted)]
    return sorted(known, key=lambda a: (-(a.tie.effective if a.tie else 0.0), a.person.name, a.person.id))


def _matches(known: Acquaintance, wanted: list[str]) -> bool:
    person = known.person
    said = (person.id, person.name, *person.names, *map(str, person.handles), *(fact.value for fact in known.facts))
    haystack = fold(" ".join(said))
    return all(word in haystack for word in wanted)


def person(home: Home, who: str, on: int | None = None) -> Acquaintance:
    """The one person that an id, an address or (part of) a name leads to. Raises NoSuchPerson, AmbiguousPerson."""
    found = find(home, who)
    moment = home.now if on is None else on
    ties = ties_as_of(home, on)
    return Acquaintance(
        person=found,
        tie=ties.get(found.id),
        contexts=contexts_of(home, moment).get(found.id, ()),
        facts=facts_of(home, moment, found.id).get(found.id, ()),
        marks=tuple(sorted(home.store.decisions.marks().get(found.id, ()))),
    )


def find(home: Home, who: str) -> Person:
    """The person behind an id (old ids too), an address, a number, or a name. Raises NoSuchPerson, AmbiguousPerson."""
    catch_up(home)
    everybody = people_of(home)
    led = home.store.people.by_alias(who) or person_at(home, who)
    if led in everybody:
        return everybody[led]
    wanted = words(who)
    named = [p for p in everybody.values() if any(words(name) == wanted for name in (p.name, *p.names))]
    named = named or [
        p for p in everybody.values() if wanted and set(wanted) <= set(words(" ".join((p.name, *p.names))))
    ]
    humans = [p for p in named if p.kind == "person"] or named
    match humans:
        case []:
            raise NoSuchPerson(who)
        case [one]:
            return one
        case _:
            raise AmbiguousPerson(who, [f"{p.name} ({p.id}, {p.handles[0].value})" for p in humans[:8]])


def facts_of(home: Home, before: int, person_id: str | None = None) -> dict[str, tuple[Fact, ...]]:
    """Facts by person, the latest of each attribute first; the same value once, as first said."""
    rows = home.store.ledgers.facts(before, person_id)
    origins = home.store.items.origins(sorted({row[6] for row in rows}))
    first: dict[tuple[str, str, str], tuple[str, Fact]] = {}
    for who, kind, value, attribute, said, at, item in rows:
        key = (who, attribute, fold(said))
        fact = Fact(Handle(kind, value), attribute, said, at, origins.get(item, Origin("", "")))
        if key not in first or _earlier(fact, first[key][1]):
            first[key] = (who, fact)
    found: dict[str, list[Fact]] = {}
    for who, fact in first.values():
        found.setdefault(who, []).append(fact)
    return {
        who: tuple(sorted(facts, key=lambda f: (f.attribute, -(f.since or 0), f.value))) for who, facts in found.items()
    }


def _earlier(one: Fact, other: Fact) -> bool:
    return (one.since or 0, one.origin) < (other.since or 0, other.origin)


def timeline(home: Home, person_id: str, on: int | None = None, limit: int = 30) -> list[Moment]:
    """What happened with a person, newest first; undated items last."""
    numbers = home.store.ledgers.timeline(person_id, home.now if on is None else on, limit)
    items = home.store.items.read(numbers)
    return [_moment(number, items[number]) for number in numbers if number in items]


def _moment(number: int, item: Item) -> Moment:
    line = " ".join(own_text(item).split()) or (item.subject if isinstance(item, Message) else "")
    return Moment(f"i{number}", item.origin, item.at, kind_of(item), line[:LINE])


def items(home: Home, who: str | None = None) -> Iterator[ItemView]:
    """Every item, or those of one person, in the order they came in."""
    catch_up(home)
    chosen = None if who is None else set(home.store.ledgers.timeline(find(home, who).id, 1 << 62))
    persons = home.store.people.of_handles()
    for numbers in home.store.items.numbers(2000):
        wanted = [number for number in numbers if chosen is None or number in chosen]
        kept, parts = home.store.items.read(wanted), home.store.items.handle_numbers(wanted)
        for number in wanted:
            on_it = {persons[h] for h in parts.get(number, ()) if h in persons}
            yield _view(number, kept[number], tuple(sorted(on_it)))


def show(home: Home, ref: str) -> ItemView:
    """The item behind a reference (`i12`) or an origin (`source#item`). Raises NoSuchOrigin."""
    number = _number(home, ref.strip().strip("[]"))
    kept = home.store.items.read([number]) if number is not None else {}
    if number is None or number not in kept:
        raise NoSuchOrigin(ref)
    persons = home.store.people.of_handles()
    parts = home.store.items.handle_numbers([number]).get(number, ())
    return _view(number, kept[number], tuple(sorted({persons[h] for h in parts if h in persons})))


def _number(home: Home, ref: str) -> int | None:
    match = _REF.fullmatch(ref)
    if match:
        return int(match.group(1))
    source, hash_, place = ref.rpartition("#")
    return home.store.items.find(Origin(source, place)) if hash_ else None


def _view(number: int, item: Item, on_it: tuple[str, ...]) -> ItemView:
    return ItemView(f"i{number}", item.origin, item, kind_of(item), on_it)


def kind_of(item: Item) -> str:
    """The kind of an item as the contract names it."""
    match item:
        case Message(channel="chat"):
            return "chat"
        case Message(channel="call"):
            return "row"
        case Message():
            return "message"
        case Meeting():
            return "meeting"
        case Note():
            return "note"
        case Card():
            return "card"
