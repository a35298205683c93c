"""When a mail was written, and which dates cannot be."""

from __future__ import annotations

import re
from datetime import date

DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
#: Clocks that were never set write 1970, 1979-12-31 or 1980-01-01; SMTP itself is of August 1982.
EARLIEST = (date(1982, 1, 2).toordinal() - _EPOCH) * DAY

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan",
            "feb",
            "mar mrz mär",
            "apr avr",
            "may mai",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct okt",
            "nov",
            "dec dez",
        ],
        start=1,
    )
    for name in names.split()
}
#: Hours east of UTC of the zones that RFC 5322 (4.3) knows, and of a few more that programs write.
_ZONES = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "MEZ": 1, "MESZ": 2, "BST": 1, "EET": 2, "EEST": 3, "MSK": 3,
}  # fmt: skip

_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?"
_ZONE = r"(?:[ .\d]{0,8}?(?P<sign>[+-])(?P<east>\d{2}):?(?P<rest>\d{2})| ?(?P<zone>[A-Za-z]{1,5}))?"
_FORMS = (
    re.compile(
        r"(?P<day>\d{1,2})[ -]{1,4}(?P<month>[^\W\d_]{3})[^\W\d_]{0,7}\.?[ ,-]{1,4}(?P<year>\d{2,4})[ ,]{1,4}"
        + _CLOCK + _ZONE
    ),
    re.compile(
        r"(?P<month>[A-Z][a-z]{2}) {1,3}(?P<day>\d{1,2}),? {1,3}" + _CLOCK +
        r"(?: {1,2}(?:(?P<sign>[+-])(?P<east>\d{2})(?P<rest>\d{2})|(?P<zone>[A-Z]{2,5})))?"
        r" {1,3}(?P<year>\d{4})"
    ),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[T ]{1,2}" + _CLOCK + _ZONE),
)  # fmt: skip


def last_believable(today: date) -> int:
    """Return the last moment (Unix seconds) that is believed: two days after `today`, as clocks run fast."""
    return (today.toordinal() - _EPOCH + 3) * DAY - 1


def read_date(text: str) -> int | None:
    """Read a date as mail writes it (RFC 5322, asctime, ISO 8601): Unix seconds, or None; no zone is UTC."""
    found = _find(text)
    if found is None:
        return None
    day = _day(found)
    if day is None:
        return None
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 24 or minute > 59 or second > 61:
        return None
    return (day.toordinal() - _EPOCH) * DAY + hour * 3600 + minute * 60 + second - _offset(found)


def written_day(text: str) -> str:
    """Return the day as it is written (`1979-12-31`), or the text itself, clipped, where there is none."""
    found = _find(text)
    day = _day(found) if found else None
    return day.isoformat() if day else text.strip()[:40]


def _find(text: str) -> re.Match[str] | None:
    clipped = text[:200]
    for form in _FORMS:
        found = form.search(clipped)
        if found:
            return found
    return None


def _day(found: re.Match[str]) -> date | None:
    month = _MONTHS.get(found["month"].lower()) or (int(found["month"]) if found["month"].isdecimal() else 0)
    try:
        return date(_year(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _year(written: str) -> int:
    """Complete a short year as RFC 5322 (4.3) says: 00-49 are 20xx, 50-99 and three digits are from 1900."""
    year = int(written)
    if len(written) == 4:
        return year
    return year + (2000 if len(written) == 2 and year < 50 else 1900)


def _offset(found: re.Match[str]) -> int:
    """Return seconds east of UTC; an impossible zone counts as UTC."""
    if found["sign"]:
        seconds = int(found["east"]) * 3600 + int(found["rest"]) * 60
        if seconds > 15 * 3600:
            return 0
        return seconds if found["sign"] == "+" else -seconds
    return _ZONES.get((found["zone"] or "").upper(), 0) * 3600
