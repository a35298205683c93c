"""What the owner might think of today, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from maarif.domain.items import Origin
from maarif.domain.needs import NeedKind

#: Why somebody comes to mind.
Occasion: TypeAlias = Literal[
    "birthday", "promise", "trip", "event", "follow up", "thank", "tell", "see again", "drifting"
]

#: What a sentence says of somebody: what they look for, and what they offer.
Bent: TypeAlias = Literal["wish", "offer"]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One gentle suggestion for one day: what, whom it is about, why, and the items that show it.

    `key` names it for snoozing and stays the same from day to day; `weight` in [0, 1] says how much it matters that
    it is said now; `gathering` is equal for reminders that come from one party or trip.
    """

    key: str
    occasion: Occasion
    day: date
    people: tuple[str, ...]
    says: str
    why: str
    origins: tuple[Origin, ...] = ()
    weight: float = 0.0
    gathering: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody said they look for, wish or wonder, in their own sentence; `at` in Unix seconds."""

    person: str
    sentence: str
    at: int
    item: int
    kind: NeedKind = "expert"
