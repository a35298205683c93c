"""The people of the demo, read from `data/people.txt`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tools.demo import dice

#: Number blocks that are kept free for fiction (0171 3920000-99, 0176 04069000-99).
FICTION_BLOCKS = ("+49 171 39200", "+49 176 040690")


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """Somebody who writes, is written to, or only stands in a list."""

    key: str
    name: str
    addresses: tuple[tuple[str, str], ...]  # (address, used until "YYYY-MM-DD" or "9")
    circle: str
    firm: str
    about: dict[str, str] = field(default_factory=dict)

    def address(self, day: str) -> str:
        """The address used on a day (ISO)."""
        return next(address for address, until in self.addresses if day < until)

    @property
    def latest(self) -> str:
        """The newest address, "" where none is known."""
        fitting = [address for address, until in self.addresses if until == "9"]
        return fitting[0] if fitting else ""

    @property
    def first(self) -> str:
        """What one calls them in a letter."""
        if "s" in self.about and self.about["s"].isalpha() and self.about.get("l") == "ar":
            return self.about["s"]
        words = [word for word in self.name.split() if not word.endswith(".")]
        return self.about.get("nick", words[0]) if "role" not in self.about else self.name

    def active(self, day: str) -> bool:
        """Whether they were in touch on a day (ISO)."""
        since, _, until = self.about.get("a", "2018-09..2026-10").partition("..")
        return since <= day[:7] <= until

    @property
    def weight(self) -> int:
        """How often they turn up, against the others of the circle."""
        return int(self.about.get("w", "3"))


def read_cast(path: Path) -> dict[str, Actor]:
    """All actors by key; `[circle] firm` lines start a circle."""
    cast: dict[str, Actor] = {}
    circle = firm = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            circle, _, firm = line[1:].partition("]")
        elif line and not line.startswith("#"):
            actor = _actor(line, circle, firm.strip())
            cast[actor.key] = actor
    return _with_phones(cast)


def _actor(line: str, circle: str, firm: str) -> Actor:
    key, name, addresses, rest = (part.strip() for part in line.split("|", 3))
    about = dict(_option(part) for part in rest.split(";") if part.strip())
    return Actor(key, name, tuple(_dated(a) for a in addresses.split(";") if a.strip() != "-"), circle, firm, about)


def _option(part: str) -> tuple[str, str]:
    name, _, value = part.strip().partition("=")
    return name, value


def _dated(address: str) -> tuple[str, str]:
    value, _, until = address.strip().partition("<")
    return value, until or "9"


def _with_phones(cast: dict[str, Actor]) -> dict[str, Actor]:
    numbers = (f"{block}{end:02}" for block in FICTION_BLOCKS for end in range(100))
    for actor in cast.values():
        wants = actor.about.get("card") and dice.number("phone" + actor.key, 10) < 7
        if actor.about.get("tel") == "auto" or (wants and "tel" not in actor.about):
            actor.about["tel"] = next(numbers)
    return cast


def of_circle(cast: dict[str, Actor], circle: str, when: datetime) -> list[Actor]:
    """Who of a circle ("choir", or "choir:de": those who write German) is in touch at a time, by weight."""
    name, _, language = circle.partition(":")
    day = when.date().isoformat()
    return [
        actor
        for actor in cast.values()
        if actor.circle == name
        and actor.active(day)
        and language in ("", actor.about.get("l", "en"))
        and "role" not in actor.about
        for _ in range(actor.weight)
    ]
