"""Days and moments as cards write them, brought to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_WHOLE = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].{0,30})?")
_WITHOUT_YEAR = re.compile(r"--(\d{2})-?(\d{2})(?:T.{0,30})?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def iso_day(written: str, year_unknown: str = "") -> str:
    """A day as `1980-03-22`, or `--03-22` where the year is not known; what is no day stays as it is.

    `year_unknown` is the year that stands for none (Apple writes 1604).
    """
    text = written.strip()
    if found := _WHOLE.fullmatch(text):
        year, month, day = found.groups()
    elif found := _WITHOUT_YEAR.fullmatch(text):
        year, (month, day) = "", found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        if "/" in text and int(month) <= 12 and int(day) <= 12:
            return text  # Month first or day first: nobody can tell.
        if int(month) > 12:
            day, month = month, day
    else:
        return text
    return _checked(year if year != year_unknown else "", int(month), int(day)) or text


def _checked(year: str, month: int, day: int) -> str:
    try:
        date(int(year or 2000), month, day)
    except ValueError:
        return ""
    return f"{year or '-'}-{month:02}-{day:02}"


def moment(written: str, today: date) -> int | None:
    """A time stamp (REV) in Unix seconds; None where it cannot be read or believed."""
    try:
        found = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    latest = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=3)
    return int(found.timestamp()) if _EARLIEST <= found < latest else None
