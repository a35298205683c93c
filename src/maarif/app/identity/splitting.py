"""Taking one person apart: which addresses go where, for ever, and where each went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from maarif.app.home import Home
from maarif.app.identity.decide import known_handle
from maarif.app.knowing.look import find
from maarif.app.refresh import refresh
from maarif.domain.errors import BadInput
from maarif.domain.handles import Handle
from maarif.domain.people import Person


@dataclass(frozen=True, slots=True)
class Split:
    """What a split led to: the number of the decision, for `undo`, and the people that there are now."""

    decision: int
    people: tuple[Person, ...]


def split(home: Home, who: str, apart: Sequence[str]) -> Split:
    """Put these addresses of a person together and apart from all its others, whatever the rules say.

    Raises BadInput where an address is not theirs, or none would be left.
    """
    person = find(home, who)
    named = [_of(home, person, said) for said in apart]
    return split_into(home, person, [named, [handle for handle in person.handles if handle not in named]])


def split_into(home: Home, person: Person, parts: Sequence[Sequence[Handle]]) -> Split:
    """Put the addresses of a person into these parts, each of them apart from all others. Raises BadInput."""
    filled = [list(dict.fromkeys(part)) for part in parts if part]
    if len(filled) < 2:
        raise BadInput(f"{person.name} would stay whole. Name some of their addresses, not all: {_list(person)}")
    store = home.store
    with store.database.writing():
        store.unsettle("people")
        with store.database.transaction():
            act = _write(home, filled)
        refresh(home)
    ids = dict.fromkeys(store.people.by_handle(handle) or "" for part in filled for handle in part)
    people = store.people.get([key for key in ids if key])
    return Split(act, tuple(people[key] for key in ids if key in people))


def _write(home: Home, parts: Sequence[Sequence[Handle]]) -> int:
    """Every address of a part is another's than every address of the others; the named ones of a part stay one."""
    decisions, act = home.store.decisions, None
    for number, part in enumerate(parts):
        for other in parts[number + 1 :]:
            for left, right in ((one, two) for one in part for two in other):
                found = decisions.decide(left, right, "different", act)
                act = found if act is None else act
    for part in parts[:-1]:
        for left, right in pairwise(part):
            decisions.decide(left, right, "same", act)
    return act or 0


def _of(home: Home, person: Person, said: str) -> Handle:
    handle = known_handle(home, said)
    if handle is None or handle not in person.handles:
        raise BadInput(f"{said!r} is no address of {person.name}. Theirs are: {_list(person)}")
    return handle


def _list(person: Person) -> str:
    return ", ".join(map(str, person.handles))


def parts_of(person: Person, numbers: Iterable[int]) -> list[list[Handle]]:
    """The addresses of a person by the number that each was given, in the order of numbers."""
    found: dict[int, list[Handle]] = {}
    for handle, number in zip(person.handles, numbers, strict=True):
        found.setdefault(number, []).append(handle)
    return [found[number] for number in sorted(found)]
