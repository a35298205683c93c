"""From a rule to the times it comes to (RFC 5545, 3.3.10): period by period, whatever the rule asks for.

Own code, because a rule such as the thirtieth of every February keeps the libraries searching to the year
9999, for each event of a hostile file.
"""

from __future__ import annotations

from calendar import monthrange
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from maarif.sources.ical.moments import DAY, Wall
from maarif.sources.ical.rules import Rule

#: Occurrences of one event that are kept: the last ones.
MOST = 1_000
#: Periods of one rule that are looked at: eleven years of days, and all there are of weeks since 1950.
PERIODS = 4_000

_STEPS = {"HOURLY": 3_600, "MINUTELY": 60, "SECONDLY": 1}
_LAST_DAY = date.max.toordinal()


def recur(rule: Rule, start: Wall, last: Wall) -> list[Wall]:
    """Return the times from `start`, which is the first whatever the rule says, to `last`: the last MOST.

    Where a rule is counted its periods are gone through forwards, else backwards from `last`, so that what
    is dropped of a very long series is its beginning.
    """
    if last < start:
        return []
    if rule.count is not None:
        return _counted(rule, start, last)
    periods = _Periods(rule, start)
    found: list[Wall] = []
    end = periods.index_of(last)
    for index in range(end, max(end - PERIODS, -1), -1):
        found += [wall for wall in reversed(periods.times(index)) if start < wall <= last]
        if len(found) >= MOST:
            break
    return [start, *reversed(found)] if len(found) < MOST else found[MOST - 1 :: -1]


def _counted(rule: Rule, start: Wall, last: Wall) -> list[Wall]:
    periods = _Periods(rule, start)
    found = deque([start], MOST)
    missing = (rule.count or 1) - 1
    for index in range(min(periods.index_of(last) + 1, PERIODS)):
        if missing <= 0:
            break
        times = [wall for wall in periods.times(index) if start < wall <= last][:missing]
        found.extend(times)
        missing -= len(times)
    return list(found)


class _Periods:
    """The periods of a rule (years, months, weeks, days or steps), counted from the one of its start."""

    def __init__(self, rule: Rule, start: Wall) -> None:
        self._rule = rule
        self._interval = rule.interval
        self._start = start
        self._day = start // DAY
        self._date = date.fromordinal(self._day)
        self._clock = _times_of_day(rule, start % DAY)
        self._positions = rule.part("BYSETPOS")
        self._limits = _limits(rule)
        self._week = self._day - (self._date.weekday() - rule.week_start) % 7
        self._offsets = sorted((day - rule.week_start) % 7 for day in self._weekdays())
        self._days: Callable[[int], list[int]] | None = {
            "YEARLY": self._year,
            "MONTHLY": self._month,
            "WEEKLY": self._seven,
            "DAILY": self._one,
        }.get(rule.frequency)

    def _weekdays(self) -> set[int]:
        return {day for _, day in self._rule.weekdays} or {self._date.weekday()}

    def index_of(self, last: Wall) -> int:
        """The period that `last` lies in, or the one before it."""
        day = min(last // DAY, _LAST_DAY - 7)
        if self._days is None:
            return (last - self._start) // (_STEPS[self._rule.frequency] * self._interval)
        until = date.fromordinal(day)
        whole = {
            "YEARLY": until.year - self._date.year,
            "MONTHLY": (until.year - self._date.year) * 12 + until.month - self._date.month,
            "WEEKLY": (day - self._week) // 7,
            "DAILY": day - self._day,
        }[self._rule.frequency]
        return whole // self._interval

    def times(self, index: int) -> list[Wall]:
        """The times of one period, in order."""
        if self._days is None:
            return self._step(index)
        days = self._days(index)
        if self._limits:
            days = [day for day in days if self._limits(day)]
        if len(self._clock) == 1:
            only = self._clock[0]
            times = [day * DAY + only for day in days]
        else:
            times = [day * DAY + second for day in days for second in self._clock]
        return _picked(times, self._positions) if self._positions else times

    def _one(self, index: int) -> list[int]:
        return [self._day + index * self._interval]

    def _seven(self, index: int) -> list[int]:
        first = self._week + index * self._interval * 7
        return [first + offset for offset in self._offsets]

    def _month(self, index: int) -> list[int]:
        months = self._date.month - 1 + index * self._interval
        return self._days_of_month(self._date.year + months // 12, months % 12 + 1)

    def _year(self, index: int) -> list[int]:
        rule, year = self._rule, self._date.year + index * self._interval
        if rule.part("BYWEEKNO"):
            return _days_of_weeks(year, rule, self._weekdays())
        first = date(year, 1, 1).toordinal()
        length = 365 + (monthrange(year, 2)[1] == 29)
        if rule.part("BYYEARDAY"):
            return _numbered(rule.part("BYYEARDAY"), first, length)
        if rule.weekdays and not rule.part("BYMONTH") and not rule.part("BYMONTHDAY"):
            return _nth_weekdays(rule, first, length)
        every = range(1, 13) if rule.weekdays or rule.part("BYMONTHDAY") else (self._date.month,)
        months = rule.part("BYMONTH") or every
        return [day for month in months for day in self._days_of_month(year, month)]

    def _days_of_month(self, year: int, month: int) -> list[int]:
        rule, length = self._rule, monthrange(year, month)[1]
        first = date(year, month, 1).toordinal()
        if rule.part("BYMONTHDAY"):
            days = _numbered(rule.part("BYMONTHDAY"), first, length)
            among = set(_nth_weekdays(rule, first, length)) if rule.weekdays else ()
            return [day for day in days if day in among] if rule.weekdays else days
        if rule.weekdays:
            return _nth_weekdays(rule, first, length)
        return [first + self._date.day - 1] if self._date.day <= length else []

    def _step(self, index: int) -> list[Wall]:
        wall = self._start + index * _STEPS[self._rule.frequency] * self._interval
        rule, second = self._rule, wall % DAY
        clock = (("BYHOUR", second // 3600), ("BYMINUTE", second // 60 % 60), ("BYSECOND", second % 60))
        if any(rule.part(name) and value not in rule.part(name) for name, value in clock):
            return []
        return [wall] if not self._limits or self._limits(wall // DAY) else []


def _times_of_day(rule: Rule, second: int) -> list[int]:
    hours = rule.part("BYHOUR") or (second // 3600,)
    minutes = rule.part("BYMINUTE") or (second // 60 % 60,)
    seconds = rule.part("BYSECOND") or (second % 60,)
    times = (hour * 3600 + minute * 60 + one for hour in hours for minute in minutes for one in seconds)
    return list(islice(times, MOST))


def _picked(times: list[Wall], positions: tuple[int, ...]) -> list[Wall]:
    count = len(times)
    places = {place - 1 if place > 0 else count + place for place in positions}
    return [times[place] for place in sorted(places) if 0 <= place < count]


def _numbered(numbers: tuple[int, ...], first: int, length: int) -> list[int]:
    """The days of a month or a year by their number, from its end where that is below nought."""
    counted = {number if number > 0 else length + 1 + number for number in numbers}
    return [first + number - 1 for number in sorted(counted) if 1 <= number <= length]


def _nth_weekdays(rule: Rule, first: int, length: int) -> list[int]:
    """The days of a month or a year that are the nth, or any, of their weekday."""
    days: set[int] = set()
    for nth, weekday in rule.weekdays:
        offset = (weekday - (first - 1)) % 7  # Ordinal 1 was a Monday.
        all_of_them = range(first + offset, first + length, 7)
        if nth == 0:
            days.update(all_of_them)
        elif -len(all_of_them) <= nth <= len(all_of_them):
            days.add(all_of_them[nth - 1 if nth > 0 else nth])
    return sorted(days)


def _days_of_weeks(year: int, rule: Rule, weekdays: set[int]) -> list[int]:
    """The days of a year's numbered weeks; the first is the one with four days in the year."""
    begins = _first_week(year, rule.week_start)
    count = (_first_week(year + 1, rule.week_start) - begins) // 7 if year < date.max.year else 52
    weeks = _numbered(rule.part("BYWEEKNO"), 0, count)
    offsets = sorted((day - rule.week_start) % 7 for day in weekdays)
    return [begins + 7 * week + offset for week in weeks for offset in offsets]


def _first_week(year: int, week_start: int) -> int:
    first = date(year, 1, 1)
    back = (first.weekday() - week_start) % 7
    return first.toordinal() - back + (7 if back > 3 else 0)


def _limits(rule: Rule) -> Callable[[int], bool] | None:
    """What days must also be, where a part limits the days of a period instead of making them."""
    tests = list(_day_tests(rule))
    return (lambda day: all(test(date.fromordinal(day)) for test in tests)) if tests else None


def _day_tests(rule: Rule) -> Iterator[Callable[[date], bool]]:
    frequency, by_number = rule.frequency, bool(rule.part("BYYEARDAY") or rule.part("BYWEEKNO"))
    months, month_days = rule.part("BYMONTH"), rule.part("BYMONTHDAY")
    fine = frequency == "DAILY" or frequency in _STEPS
    if months and (frequency != "YEARLY" or by_number):
        yield lambda day: day.month in months
    if month_days and (fine or by_number):
        yield (lambda day: day.day in month_days or day.day - 1 - monthrange(day.year, day.month)[1] in month_days)
    if rule.weekdays and (fine or rule.part("BYYEARDAY")):
        weekdays = {weekday for _, weekday in rule.weekdays}
        yield lambda day: day.weekday() in weekdays
