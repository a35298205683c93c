"""Working days: weekends and holidays by country, so that nobody is reminded of anybody on their day of rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

#: Weekends by country (ISO 3166) as CLDR has them (supplemental data, weekData); elsewhere Saturday and Sunday.
_FRIDAY_SATURDAY = frozenset("BD BH DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE".split())
_FRIDAY = frozenset("AF IR DJ SO".split())

#: Where the feasts of the end of Ramadan and of the pilgrimage are public holidays.
_EID = frozenset("AE BD BH DJ DZ EG ID IQ IR JO KW LB LY MA MR MV MY OM PK PS QA SA SD SO SY TN TR YE".split())

#: Where nobody works between Christmas and New Year, and where Good Friday and Easter Monday are holidays.
_CHRISTMAS = frozenset("AT AU BE CA CH CZ DE DK ES FI FR GB IE IT LB LU NL NO NZ PL PT SE US".split())
_EASTER = frozenset("AT AU BE CH CZ DE DK ES FI FR GB HU IE IT LB LU NL NO NZ PL PT SE".split())

#: Days of the same date each year (month, day).
_FIXED: dict[str, tuple[tuple[int, int], ...]] = {
    "DE": ((5, 1), (10, 3)), "AT": ((1, 6), (5, 1), (8, 15), (10, 26), (11, 1), (12, 8)), "CH": ((8, 1),),
    "FR": ((5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11)), "US": ((7, 4), (11, 11)), "GB": (), "NL": ((4, 27),),
    "EG": ((1, 7), (1, 25), (4, 25), (5, 1), (7, 23), (10, 6)), "JO": ((5, 1), (5, 25), (12, 25)),
    "LB": ((5, 1), (11, 22)), "SA": ((9, 23),), "AE": ((12, 2), (12, 3)), "MA": ((5, 1), (7, 30), (11, 6), (11, 18)),
    "TN": ((3, 20), (5, 1), (7, 25)), "IT": ((4, 25), (5, 1), (6, 2), (8, 15), (11, 1)), "ES": ((5, 1), (10, 12)),
}  # fmt: skip

#: Countries by the end of a mail address, where it is not the country's own code.
_ENDINGS = {"uk": "GB"}

#: Countries by the beginning of a phone number, longest first.
_PHONES = {
    "+20": "EG", "+49": "DE", "+43": "AT", "+41": "CH", "+33": "FR", "+44": "GB", "+31": "NL", "+39": "IT", "+34": "ES",
    "+962": "JO", "+961": "LB", "+963": "SY", "+964": "IQ", "+966": "SA", "+971": "AE", "+974": "QA", "+965": "KW",
    "+968": "OM", "+973": "BH", "+967": "YE", "+970": "PS", "+972": "IL", "+212": "MA", "+213": "DZ", "+216": "TN",
    "+218": "LY", "+249": "SD", "+90": "TR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are free where somebody lives: the country (ISO 3166, "" unknown) and days of the owner's choice."""

    country: str = ""
    closed: frozenset[date] = frozenset()

    def is_free(self, day: date) -> bool:
        """Whether nobody works there on a day."""
        return day.weekday() in weekend_of(self.country) or day in self.closed or is_holiday(day, self.country)


def weekend_of(country: str) -> frozenset[int]:
    """The days of rest of a week, Monday 0; Saturday and Sunday where nothing else is known."""
    if country in _FRIDAY_SATURDAY:
        return frozenset((FRI, SAT))
    return frozenset((FRI,)) if country in _FRIDAY else frozenset((SAT, SUN))


def is_holiday(day: date, country: str) -> bool:
    """Whether a day is a public holiday. Feasts of the Islamic year may be off by one: they hang on the moon."""
    spot = (day.month, day.day)
    if spot == (1, 1) or spot in _FIXED.get(country, ()):
        return True
    if country in _CHRISTMAS and spot >= (12, 24):
        return True
    if country in _EASTER and (day - easter(day.year)).days in (-2, 1, 39, 50):
        return True
    return country in _EID and is_eid(day)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def is_eid(day: date) -> bool:
    """Whether a day lies in the feast after Ramadan (1-3 Shawwal) or that of the pilgrimage (9-12 Dhu al-Hijja)."""
    month, number = islamic(day)
    return (month == 10 and number <= 3) or (month == 12 and 9 <= number <= 12)


def islamic(day: date) -> tuple[int, int]:
    """Month and day in the tabular Islamic calendar (Reingold and Dershowitz, Calendrical Calculations; civil)."""
    days = day.toordinal() - 227_015  # 1 Muharram of the year 1 is ordinal 227,015
    year = (30 * days + 10_646) // 10_631
    first = (year - 1) * 354 + (3 + 11 * year) // 30
    of_year = days - first
    month = min(12, int((of_year + 0.5) // 29.5) + 1)
    start = -(-59 * (month - 1) // 2)
    if of_year < start:
        month, start = month - 1, -(-59 * (month - 2) // 2)
    return month, of_year - start + 1


def working_days(since: date, until: date, calendar: Calendar) -> int:
    """How many working days lie after `since` up to and with `until`."""
    return sum(not calendar.is_free(day) for day in _days(since, until))


def _days(since: date, until: date) -> Iterator[date]:
    for number in range(1, min((until - since).days, 366) + 1):
        yield since + timedelta(days=number)


def country_of_address(handles: Iterable[tuple[str, str]]) -> str:
    """The country that somebody's addresses (kind, value) speak of: a phone's code first, else the end of a mail
    address; "" where they speak of none."""
    known = sorted(handles, key=lambda each: each[0] != "phone")
    for kind, value in known:
        if kind == "phone":
            found = next((_PHONES[value[:length]] for length in (4, 3) if value[:length] in _PHONES), "")
        else:
            ending = value.rpartition(".")[2].lower()
            found = _ENDINGS.get(ending, ending.upper()) if kind == "email" and ending.upper() in _COUNTRIES else ""
        if found:
            return found
    return ""


_COUNTRIES = _FRIDAY_SATURDAY | _FRIDAY | _EID | _CHRISTMAS | _EASTER | {"UK"}
