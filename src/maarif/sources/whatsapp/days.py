"""Which number of a date is the day, told from the whole chat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from maarif.text.stamps import Stamp

_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()

#: The year before the first of each era that Japan counts by, as letter and as word.
_ERAS = {"M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018, "昭和": 1925, "平成": 1988, "令和": 2018}

#: Years between the Thai calendar and ours; nothing of WhatsApp's is older than 2009.
_BUDDHIST = 543
_FIRST = 2009

_HIJRI = range(1429, 1500)
_PERSIAN = range(1387, 1429)

Triple = tuple[int, int, int]
Order = Callable[[Triple], Triple]

#: Year, month, day out of the numbers as they stand.
_ORDERS: dict[str, Order] = {
    "dmy": lambda parts: (parts[2], parts[1], parts[0]),
    "mdy": lambda parts: (parts[2], parts[0], parts[1]),
    "ymd": lambda parts: parts,
}


class _Trial:
    """How well a chat's dates go with one order: impossible days, steps back, and the days it spans."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._first: int | None = None
        self._last = 0
        self._back = 0
        self._wrong = 0

    def see(self, parts: Triple, era: str, today: date) -> None:
        """Count one date, later than the one before."""
        day = day_of(self._order(parts), era, today)
        if day is None or day > today.toordinal() + 2:
            self._wrong += 1
            return
        if self._first is None:
            self._first = day
        elif day < self._last:
            self._back += 1
        self._last = day

    def faults(self) -> tuple[int, int]:
        """Impossible days and steps back."""
        return self._wrong, self._back

    def span(self) -> int:
        """Days from the first date to the last."""
        return abs(self._last - (self._first or 0))


class Calendar:
    """The dates of one chat: first all are seen, then the order that goes best with them is settled.

    The fewest impossible or future days win, then the fewest steps back in time, then the habit of the United
    States (`1/5/24, 2:30 PM`), then the shortest span of days, then day before month.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self._trials = {name: _Trial(order) for name, order in _ORDERS.items()}
        self._seen: tuple[Triple, str] | None = None
        self._order = _ORDERS["dmy"]
        self._american = 0
        self._days: dict[tuple[Triple, str], int | None] = {}

    def see(self, stamp: Stamp) -> None:
        """Take one stamp into account; year first is plain where it has four digits or an era before it."""
        seen = (stamp.parts, stamp.era)
        if seen == self._seen or _is_year_first(stamp):
            return
        self._seen = seen
        unpadded = stamp.widths[0] == 1 or stamp.widths[1] == 1
        if stamp.half and stamp.sep == "/":
            self._american += 1 if unpadded else -1 if stamp.parts[0] < 10 or stamp.parts[1] < 10 else 0
        for name, trial in self._trials.items():
            if name != "ymd" or stamp.widths[2] <= 2:
                trial.see(stamp.parts, stamp.era, self._today)
            else:
                trial.see((0, 0, 0), "", self._today)

    def settle(self) -> None:
        """Decide the order."""
        likely = {"mdy": 0 if self._american > 0 else 1, "dmy": 1 if self._american > 0 else 0, "ymd": 2}
        is_sure = self._american > 0

        def rank(name: str) -> tuple[tuple[int, int], int, int, int]:
            trial = self._trials[name]
            return (trial.faults(), likely[name] if is_sure else 0, trial.span(), likely[name])

        self._order = _ORDERS[min(_ORDERS, key=rank)]

    def moment(self, stamp: Stamp) -> int | None:
        """Unix seconds as if the telephone stood in UTC; None for a day or an hour that does not exist."""
        key = (stamp.parts, stamp.era)
        if key not in self._days:
            order = _ORDERS["ymd"] if _is_year_first(stamp) else self._order
            self._days[key] = day_of(order(stamp.parts), stamp.era, self._today)
        day = self._days[key]
        if day is None or stamp.seconds >= _DAY:
            return None
        return (day - _EPOCH) * _DAY + stamp.seconds


def _is_year_first(stamp: Stamp) -> bool:
    return stamp.widths[0] >= 3 or not stamp.sep or stamp.era in _ERAS


def day_of(parts: Triple, era: str, today: date) -> int | None:
    """The ordinal of a year, month and day in whichever calendar the year shows; None where there is none.

    Two digits of a year that would lie ahead are the Thai calendar's; 1429 and later are the Hijra's,
    whose months are reckoned by the tabular calendar (within a day or two of the moon's).
    """
    year, month, day = parts
    if era in _ERAS:
        year += _ERAS[era]
    elif year < 100:
        year += 2000 if 2000 + year <= today.year + 1 else 2500 - _BUDDHIST
    elif year >= _FIRST + _BUDDHIST:
        year -= _BUDDHIST
    if year in _HIJRI:
        return _hijri(year, month, day)
    if year < 1900 or year in _PERSIAN:
        return None
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _hijri(year: int, month: int, day: int) -> int | None:
    """Tabular Islamic calendar, type II (Reingold and Dershowitz, Calendrical Calculations, chapter 7)."""
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    months = 29 * (month - 1) + month // 2
    return 227_014 + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day
