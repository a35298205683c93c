"""Capture: words noted on the way are understood before they are kept, and kept once however often they are sent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from maarif.app.catching_up import catch_up
from maarif.app.everybody import people_of
from maarif.app.exchange.events import met
from maarif.app.home import Home
from maarif.app.knowing.contexts import told_in
from maarif.app.knowing.keep import NOTES, note
from maarif.app.knowing.standing import standing
from maarif.domain.errors import BadInput
from maarif.domain.handles import Handle
from maarif.domain.items import Note, Origin, Party
from maarif.domain.people import Context, Person
from maarif.normalise.reading import read_item
from maarif.store.captures import captured, remember_captured
from maarif.text.fold import words

#: People of one given name among whom the owner can choose, and words of the longest name.
CHOICES, _LONGEST = 5, 4
_KEY = re.compile(r"[\w-]{8,64}")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a note names: the name as it is written; who that is, where it is known, else who it could be; how
    the owner would know them by this note alone; and what it says of them, as (attribute, value)."""

    name: str
    person: Person | None
    could_be: tuple[Person, ...]
    context: Context | None
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Captured:
    """What was kept: its import, the reference of the note, and whether it had come before."""

    batch: int
    ref: str
    again: bool


def understand_note(home: Home, text: str, meant: Mapping[str, str] | None = None) -> tuple[Named, ...]:
    """What keeping a note would come to; nothing is kept. `meant` says whose id is meant by names as written."""
    catch_up(home)
    everybody = people_of(home)
    chosen = {name: everybody[who] for name, who in (meant or {}).items() if who in everybody}
    found = {person.id: _Seen(name, person) for name, person in chosen.items()}
    for person in _mentioned(home, text):
        found.setdefault(person.id, _Seen(person.name, person))
    named = tuple(_party(seen.person) for seen in found.values() if seen.person)
    said = Note(Origin(NOTES, ""), home.now, "", text, named)
    reading = read_item(said, "notes")
    facts: dict[Handle, list[tuple[str, str]]] = defaultdict(list)
    for fact in reading.facts:
        facts[fact.handle].append((fact.attribute, fact.value))
    for part in reading.parts:
        known = everybody.get(home.store.people.by_handle(part.handle) or "")
        key = known.id if known else str(part.handle)
        found[key] = _Seen(found[key].name if key in found else part.name, known, part.handle)
    return tuple(_named(home, said, seen, facts.get(seen.handle, []) if seen.handle else []) for seen in found.values())


@dataclass(frozen=True, slots=True)
class _Seen:
    name: str
    person: Person | None
    handle: Handle | None = None


def _named(home: Home, said: Note, seen: _Seen, facts: Sequence[tuple[str, str]]) -> Named:
    could_be = () if seen.person else _could_be(home, seen.name)
    return Named(seen.name, seen.person, could_be, told_in(said, seen.name), tuple(facts))


def _party(person: Person) -> Party:
    handle = min(person.handles, key=lambda each: (each.kind == "name", each))
    return Party(person.name, "" if handle.kind == "name" else handle.value, handle.kind)


def _by_words(home: Home) -> dict[tuple[str, ...], list[Person]]:
    """Everybody by the words of their names, and by their given name."""
    found: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in people_of(home).values():
        if person.kind == "person":
            keys = {tuple(words(name)) for name in (person.name, *person.names)}
            for key in keys | {key[:1] for key in keys}:
                found[key].append(person)
    return found


def _mentioned(home: Home, text: str) -> list[Person]:
    """Those whose whole name stands in a text and is theirs alone."""
    known, said = home.view("people by words", lambda: _by_words(home)), words(text)
    spans = {tuple(said[at : at + long]) for at in range(len(said)) for long in range(2, _LONGEST + 1)}
    return [known[span][0] for span in sorted(spans) if len(known.get(span, ())) == 1]


def _could_be(home: Home, name: str) -> tuple[Person, ...]:
    """Those who bear a name, whole or as their given name, the closest first."""
    known = home.view("people by words", lambda: _by_words(home)).get(tuple(words(name)), [])
    ties = standing(home, None).ties
    near = {person.id: tie.effective for person in known if (tie := ties.get(person.id)) is not None}
    return tuple(sorted(known, key=lambda person: (-near.get(person.id, 0.0), person.name, person.id))[:CHOICES])


# -- keeping --------------------------------------------------------------------------------------


def capture(home: Home, key: str, text: str, on: int | None = None, about: Sequence[str] = ()) -> Captured:
    """Keep a note that was captured under a key, once. `about` are ids of whom it is about. Raises BadInput."""

    def keep() -> tuple[int, Origin]:
        everybody = people_of(home)
        return note(home, text, on, tuple(everybody[who] for who in about if who in everybody))

    return _once(home, key, keep)


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event as it was captured: what it was, whom one met, what one learnt, and whom one wants to see again."""

    event: str
    names: tuple[str, ...]
    said: str = ""
    again: tuple[str, ...] = ()


def capture_met(home: Home, key: str, gathering: Gathering, on: int | None = None) -> Captured:
    """Keep whom the owner met at an event, once. Raises BadInput, AmbiguousPerson."""

    def keep() -> tuple[int, Origin]:
        kept = met(home, gathering.event, gathering.names, on, gathering.said, gathering.again)
        return kept.batch, kept.origin

    return _once(home, key, keep)


def _once(home: Home, key: str, keep: Callable[[], tuple[int, Origin]]) -> Captured:
    """What is sent twice (an answer was lost on the way) is kept once: the key tells."""
    if not _KEY.fullmatch(key):
        raise BadInput("This was sent without its key. Load the page again; what you wrote is still there.")
    database = home.store.database
    with database.writing():
        known = captured(database, key)
        if known is None:
            known = keep()
            remember_captured(database, key, *known)
            return Captured(known[0], _ref(home, known[1]), again=False)
    return Captured(known[0], _ref(home, known[1]), again=True)


def _ref(home: Home, origin: Origin) -> str:
    number = home.store.items.find(origin)
    return f"i{number}" if number is not None else ""
