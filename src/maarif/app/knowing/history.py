"""What happened with somebody, a page at a time; and the one item that somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from maarif.app.home import Home
from maarif.app.knowing.look import Moment as Happened
from maarif.app.knowing.look import kind_of
from maarif.domain.errors import NoSuchOrigin
from maarif.domain.items import Item, Message, Origin
from maarif.domain.people import Person
from maarif.domain.phrases import Moment
from maarif.normalise.reading import own_text

#: Moments on one page of a timeline, and characters of one of them.
PAGE, LINE = 20, 240

#: How many of the latest items with somebody are looked at to tell who links them to the owner.
LATEST = 300


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of what happened, newest first; `next` is where the following page begins, "" at the end."""

    moments: tuple[Happened, ...]
    next: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, `2024` or `2024-03`: messages from them, messages to them, meetings."""

    name: str
    theirs: int
    yours: int
    together: int

    @property
    def begin(self) -> Moment:
        """When it begins, told to the year or the month."""
        year, _, month = self.name.partition("-")
        at = int(datetime(int(year), int(month or 1), 1, tzinfo=UTC).timestamp())
        return Moment(at, "month" if month else "year")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody on an item: the part they have in it, how they are called, the address, and whose page that leads to
    ("" for the owner)."""

    role: str
    name: str
    address: str
    person: str


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One item as its source said it, with everybody on it."""

    ref: str
    kind: str
    item: Item
    parties: tuple[Participant, ...]

    @property
    def origin(self) -> Origin:
        """Where it stands."""
        return self.item.origin


def timeline(home: Home, person: str, after: str = "", most: int = PAGE) -> Timeline:
    """What happened with a person, newest first, undated items last, from a place that an earlier page gave."""
    at, number = _place(home, after)
    found: list[int] = []
    if at is not None:
        found = home.store.history.dated(person, at, number, most + 1)
    if len(found) <= most:
        found += home.store.history.undated(person, number if at is None else 0, most + 1 - len(found))
    items = home.store.items.read(found[:most])
    moments = tuple(_moment(number, items[number]) for number in found[:most] if number in items)
    last = moments[-1] if len(found) > most and moments else None
    return Timeline(moments, f"{'' if last.at is None else last.at}.{last.ref[1:]}" if last else "")


def _place(home: Home, after: str) -> tuple[int | None, int]:
    """The time and the number of the item shown last; None for the time within the undated ones."""
    at, dot, number = after.partition(".")
    if not dot or not number.isdigit() or not (at == "" or at.lstrip("-").isdigit()):
        return home.now + 1, 1 << 62
    return (int(at) if at else None), int(number)


def _moment(number: int, item: Item) -> Happened:
    words = " ".join(own_text(item).split()) or (item.subject if isinstance(item, Message) else "")
    line = words if len(words) <= LINE else words[: LINE + 1].rsplit(" ", 1)[0][:LINE] + " …"
    return Happened(f"i{number}", item.origin, item.at, kind_of(item), line)


def spans(home: Home, person: str, most: int = 40) -> list[Span]:
    """How messages went both ways and how often one met, by month, or by year where months would be too many."""
    rows = [Span(*row) for row in home.store.history.months(person, home.now + 1)]
    if not rows:
        return []
    first, last = (int(row.name[:4]) * 12 + int(row.name[5:]) - 1 for row in (rows[0], rows[-1]))
    if last - first < most:
        known = {row.name: row for row in rows}
        names = [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    else:
        years = {name: list(own) for name, own in groupby(rows, key=lambda row: row.name[:4])}
        known = {name: _sum(name, own) for name, own in years.items()}
        names = [f"{year:04}" for year in range(first // 12, last // 12 + 1)]
    return [known.get(name, Span(name, 0, 0, 0)) for name in names]


def _sum(name: str, rows: Iterable[Span]) -> Span:
    own = list(rows)
    return Span(name, sum(r.theirs for r in own), sum(r.yours for r in own), sum(r.together for r in own))


def companions(home: Home, person: str, most: int = 6) -> list[tuple[Person, int]]:
    """Who was there together with a person most often of late, and how often: whoever links you."""
    latest = home.store.history.dated(person, home.now + 1, 1 << 62, LATEST)
    found = home.store.history.companions(person, latest, most)
    people = home.store.people.get([who for who, _ in found])
    return [(people[who], times) for who, times in found if who in people]


def open_item(home: Home, ref: str) -> OpenItem:
    """The item behind a reference (`i12`). Raises NoSuchOrigin."""
    number = int(ref[1:]) if ref[:1] == "i" and ref[1:].isdigit() and len(ref) < 19 else 0
    item = home.store.items.read([number]).get(number)
    if item is None:
        raise NoSuchOrigin(ref)
    rows = home.store.history.people_on(number)
    parties = [
        Participant(role, name or value, value if kind != "name" else "", person or "")
        for role, kind, value, person, name in rows
    ]
    return OpenItem(ref, kind_of(item), item, tuple(dict.fromkeys(parties)))


def references(home: Home, wanted: Iterable[tuple[str, Origin]]) -> dict[Origin, str]:
    """The short reference of each origin that speaks of a person (by id) and still leads to an item."""
    asked = dict.fromkeys(wanted)
    numbers = home.store.items.told(origin for _, origin in asked)
    if missing := [pair for pair in asked if pair[1] not in numbers]:
        numbers |= home.store.history.numbers(missing)
    return {origin: f"i{number}" for origin, number in numbers.items()}
