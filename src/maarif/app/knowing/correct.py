"""The owner's own word on a fact: it stands above whatever sources say, and can be taken back."""

from __future__ import annotations

from typing import cast, get_args

from maarif.app.home import Home
from maarif.domain.errors import BadInput, NoSuchPerson
from maarif.domain.people import Attribute

ATTRIBUTES: tuple[str, ...] = get_args(Attribute)

#: Characters of a fact.
LONGEST = 300


def correct(home: Home, person: str, attribute: str, was: str, value: str) -> int:
    """Write down that a fact about a person (by id) is another: `was` is what sources say ("": nothing), `value` what
    is so ("": only that it is not so). Returns the correction's number. Raises BadInput, NoSuchPerson."""
    known = _attribute(attribute)
    was, value = " ".join(was.split()), " ".join(value.split())
    if (not was and not value) or max(len(was), len(value)) > LONGEST:
        raise BadInput("Say what is so, or which fact is wrong.")
    found = home.store.people.get([home.store.people.by_alias(person) or ""])
    if not found:
        raise NoSuchPerson(person)
    handle = next(iter(found.values())).handles[0]
    with home.store.database.writing():
        number = home.store.corrections.correct(handle, known, was, value, home.now - 1)  # counts at once
    home.changed()
    return number


def take_back(home: Home, correction: int) -> None:
    """Let the sources speak again. Raises BadInput where there is no such correction."""
    with home.store.database.writing():
        if not home.store.corrections.take_back(correction):
            raise BadInput("There is no such correction; it may have been taken back already.")
    home.changed()


def corrections_of(home: Home, person: str) -> list[tuple[int, str, str, str]]:
    """What the owner said of a person's facts: (number, attribute, was, value), in order."""
    return home.store.corrections.of(person)


def _attribute(name: str) -> Attribute:
    if name not in ATTRIBUTES:
        raise BadInput(f"{name!r} is no kind of fact. Kinds are: {', '.join(ATTRIBUTES)}.")
    return cast("Attribute", name)
