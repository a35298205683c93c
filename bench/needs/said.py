"""What happens in an owner's life, before it is written into files: one noun for mail, chat, meeting and note."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from bench.needs.owner import Circle, Owner, Person


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said or happened.

    `place` is `mail`, `whatsapp:KEY`, `telegram:KEY`, `meeting` or `note:FILE`; KEY is a person's id or `#circle`.
    `key` names the hand-written item it comes from; that of a background mail begins with `~`. `answers` is the key
    of the mail it answers.
    """

    place: str
    at: datetime
    sender: str
    others: tuple[str, ...]
    text: str
    subject: str = ""
    key: str = ""
    answers: str = ""
    cc: tuple[str, ...] = ()
    told: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class World:
    """An owner with everybody they know, by id, and the circles by id."""

    owner: Owner
    people: dict[str, Person]
    circles: dict[str, Circle]

    def members(self, circle: str) -> list[Person]:
        """Everybody of a circle, the named ones first."""
        return [person for person in self.people.values() if circle in person.circles]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the file below `files/`, the place within it, and its words there."""

    source: str
    item: str
    text: str


class Register:
    """Where each hand-written item and each person's card went, as the writers of files tell it."""

    def __init__(self) -> None:
        self._places: dict[str, list[Place]] = {}

    def note(self, key: str, place: Place) -> None:
        """Remember a place under a key; several lines of one talk share theirs."""
        self._places.setdefault(key, []).append(place)

    def find(self, key: str, quote: str) -> Place:
        """The place of a key that holds the quote; a LookupError says which judgement is wrong."""
        places = self._places.get(key)
        if not places:
            raise LookupError(f"no item {key!r}")
        for place in places:
            if quote in place.text:
                return place
        raise LookupError(f"{key!r} does not say {quote!r}")

    def has(self, key: str) -> bool:
        """Whether anything went there."""
        return key in self._places


def within(said: Said, since: date, until: date) -> bool:
    """Whether it lies in the owner's eight years."""
    return since <= said.at.date() <= until
