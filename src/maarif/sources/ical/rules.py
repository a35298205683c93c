"""Recurrence rules as they are written (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from maarif.sources.ical.moments import Moment, read_moment

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
#: A rule of vCalendar 1.0, as old phones write it: `W2 MO WE #10`, `MP1 2+ TU 20091231T000000Z`.
_OLD = re.compile(
    r"(D|W|MP|MD|YM|YD)(\d{1,3})((?: (?!\d{8}T)[A-Z0-9+$-]{1,8}){0,60})(?: #(\d{1,5}))?"
    r"(?: (\d{8}(?:T\d{6}Z?)?))?",
    re.ASCII,
)
_OLD_FORMS = {
    "D": "DAILY", "W": "WEEKLY;BYDAY=", "MP": "MONTHLY;BYDAY=", "MD": "MONTHLY;BYMONTHDAY=",
    "YM": "YEARLY;BYMONTH=", "YD": "YEARLY;BYYEARDAY=",
}  # fmt: skip
_OLD_PLACE = re.compile(r"(\d)([+-])")
_NUMBER = re.compile(r"[+-]?\d{1,6}", re.ASCII)
#: The bounds of each part, and whether it may count from the end.
_BOUNDS = {
    "BYMONTH": (1, 12, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYSETPOS": (1, 366, True),
    "BYHOUR": (0, 23, False),
    "BYMINUTE": (0, 59, False),
    "BYSECOND": (0, 59, False),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """How an event recurs: `parts` are the numbers of each BY... part, `weekdays` (nth or 0, weekday)."""

    frequency: str
    interval: int
    count: int | None
    until: Moment | None
    parts: dict[str, tuple[int, ...]]
    weekdays: tuple[tuple[int, int], ...]
    week_start: int = 0

    def part(self, name: str) -> tuple[int, ...]:
        """The numbers of a BY... part, none where it is not given."""
        return self.parts.get(name, ())


def read_rule(written: str) -> Rule | None:
    """Read a rule, without numbers out of bounds and parts that nobody knows; None where it is no rule."""
    said = dict(_pairs(_modern(written)))
    frequency = said.get("FREQ", "")
    interval, count = _number(said.get("INTERVAL", "1")), _number(said.get("COUNT", ""))
    until = read_moment(said["UNTIL"]) if said.get("UNTIL") else None
    if frequency not in FREQUENCIES or not interval or (said.get("UNTIL") and until is None):
        return None
    parts = {name: numbers for name in _BOUNDS if (numbers := _numbers(name, said.get(name, "")))}
    week_start = _WEEKDAYS.get(said.get("WKST", "MO"), 0)
    return Rule(frequency, interval, count, until, parts, _weekdays(said.get("BYDAY", "")), week_start)


def _modern(written: str) -> str:
    """Write a rule of vCalendar 1.0 as RFC 5545 does; without a count and an end it means twice."""
    found = _OLD.fullmatch(" ".join(written.upper().split()[:70]))
    if found is None:
        return written
    words = found[3].split()
    if found[1] == "MP":
        words = list(_placed_days(words))
    form = _OLD_FORMS[found[1]] + (",".join(words).replace("LD", "-1") if found[1] != "D" else "")
    count = "" if found[4] == "0" or (found[5] and not found[4]) else f";COUNT={found[4] or 2}"
    return f"FREQ={form};INTERVAL={found[2]}{count}" + (f";UNTIL={found[5]}" if found[5] else "")


def _placed_days(words: list[str]) -> Iterator[str]:
    """Join `1+ MO TU` to `1MO`, `1TU`, and `1- FR` to `-1FR`."""
    place = ""
    for word in words:
        if found := _OLD_PLACE.fullmatch(word):
            place = found[1] if found[2] == "+" else f"-{found[1]}"
        else:
            yield place + word


def _pairs(written: str) -> list[tuple[str, str]]:
    parts = (part.partition("=") for part in written.upper().split(";")[:50])
    return [(name.strip(), "".join(value.split())) for name, _, value in parts]


def _number(written: str) -> int | None:
    return int(written) if written[:6].isdecimal() and len(written) <= 6 else None


def _numbers(name: str, written: str) -> tuple[int, ...]:
    if not written:
        return ()
    least, most, negative = _BOUNDS[name]
    found = (int(number) for number in written.split(",")[:400] if _NUMBER.fullmatch(number))
    kept = {one for one in found if least <= one <= most or (negative and -most <= one <= -least)}
    return tuple(sorted(kept))


def _weekdays(written: str) -> tuple[tuple[int, int], ...]:
    found = (_WEEKDAY.fullmatch(day) for day in written.split(",")[:400])
    return tuple({(int(day[1] or 0), _WEEKDAYS[day[2]]): None for day in found if day})
