"""What all occasions look at: the moment, whom one may think of, how things stand with them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from maarif.app.asking.nearness import noted_marks
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.standing import standing
from maarif.domain.items import Origin
from maarif.domain.people import Person
from maarif.domain.reminders import Occasion
from maarif.domain.ties import Tie

DAY = 86_400
_SHUT = frozenset(("keep away", "deceased", "never suggest"))
#: From which probability on somebody is taken for family or a friend.
NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a home: the moment, how many days it reaches ahead, whom one may think of, their ties, who is marked
    close."""

    home: Home
    moment: int
    ahead: int
    people: Mapping[str, Person]
    ties: Mapping[str, Tie]
    close: frozenset[str]

    @property
    def day(self) -> date:
        """The day it is."""
        return datetime.fromtimestamp(self.moment, UTC).date()

    @property
    def days(self) -> list[date]:
        """The days it reaches to, the day itself first."""
        return [self.day + timedelta(days=number) for number in range(self.ahead)]

    def is_near(self, person: str) -> bool:
        """Whether somebody is close enough for a birthday or a visit."""
        tie = self.ties.get(person)
        if tie is None or tie.state == "unknown":
            return person in self.close
        return person in self.close or tie.layer > 0 or max(tie.facets.friend, tie.facets.family) >= NEAR

    def name(self, person: str) -> str:
        """What somebody is called."""
        return self.people[person].name

    def origin(self, item: int) -> tuple[Origin, ...]:
        """Where an item stands."""
        found = self.home.store.items.origins([item]).get(item)
        return (found,) if found else ()


def look(home: Home, on: int | None, ahead: int) -> Look:
    """Look at a home as of a moment, so many days ahead."""
    moment = home.now if on is None else on
    marks, noted = home.store.decisions.marks(), noted_marks(home, moment)
    people = {
        key: person
        for key, person in people_of(home).items()
        if person.kind == "person" and not _SHUT & (marks.get(key, set()) | noted.get(key, set()))
    }
    close = frozenset(person for person, words in marks.items() if "close" in words)
    return Look(home, moment, ahead, people, standing(home, on).ties, close)


def key_of(occasion: Occasion, *details: object) -> str:
    """A short name that stays the same from day to day, to be put off by."""
    digest = hashlib.sha256("\n".join([occasion, *map(str, details)]).encode()).digest()
    return base64.b32encode(digest)[:6].decode().lower()
