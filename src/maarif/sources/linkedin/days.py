"""Days and moments as LinkedIn writes them, in English and always in UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}[ -](\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3})[a-z]{0,6}\.?(?: (\d{1,2}))?,?(?: (\d{4}))?")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})(?:,? (\d{1,2}):(\d{2}) ([AP])M)?")

#: LinkedIn opened in May 2003.
_EARLIEST = datetime(2003, 5, 1, tzinfo=UTC)
_DAYS_OF_ZONES = 2


def iso_day(written: str) -> str:
    """A day (`21 Mar 2023`, `Mar 21, 1985`, `01/15/17, 09:30 AM`) or a month (`Mar 2021`) in ISO 8601.

    A birthday without its year is `--03-21`; what cannot be read stays as it was written.
    """
    found = _parts(written.strip())
    if found is None:
        return written.strip()
    year, month, day = found
    return f"{year or '-'}-{month:02}" + (f"-{day:02}" if day else "")


def noon(day: str) -> int | None:
    """Noon, UTC, of an ISO day in Unix seconds; None where it is no whole day."""
    try:
        return int(datetime.combine(date.fromisoformat(day), time(12), UTC).timestamp())
    except ValueError:
        return None


def moment(written: str) -> int | None:
    """A moment (`2023-04-05 12:33:01 UTC`, `4/5/23, 9:30 AM`) in Unix seconds; None where it is none."""
    try:
        bare = written.removesuffix("UTC").strip()
        found = datetime.fromisoformat(bare.replace("/", "-") if bare[4:5] == "/" else bare)
    except ValueError:
        return _american_moment(written)
    return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp())


def is_believable(at: int, today: date) -> bool:
    """Tell whether a moment lies between LinkedIn's beginning and two days from now."""
    latest = datetime.combine(today, time(0), UTC) + timedelta(_DAYS_OF_ZONES + 1)
    return _EARLIEST.timestamp() <= at < latest.timestamp()


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day; 0 for a year or a day that is not said."""
    if found := _DAY.fullmatch(text):
        day, month, year = found.groups()
    elif (found := _MONTH_FIRST.fullmatch(text)) and (found[2] or found[3]):
        month, day, year = found.groups()
    elif found := _AMERICAN.fullmatch(text):
        return _checked(_whole_year(found[3]), int(found[1]), int(found[2]))
    else:
        return None
    if month.lower() not in _MONTHS:
        return None
    return _checked(int(year or 0), _MONTHS.index(month.lower()) + 1, int(day or 0))


def _whole_year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _checked(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    return year, month, day


def _american_moment(text: str) -> int | None:
    found = _AMERICAN.fullmatch(text.strip())
    parts = _parts(text.strip()) if found else None
    if not found or not parts or found[4] is None or int(found[4]) > 12 or int(found[5]) > 59:
        return None
    hour = int(found[4]) % 12 + (12 if found[6] == "P" else 0)
    return int(datetime(*parts, hour, int(found[5]), tzinfo=UTC).timestamp())
