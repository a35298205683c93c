"""Days as address books write them, brought to ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from maarif.text.fold import fold

_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].{0,30})?")
_WITHOUT_YEAR = re.compile(r"--(\d{1,2})-?(\d{1,2})(?:T.{0,30})?")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?: .{0,30})?")
_IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?)?([^\W\d_]{3,12})\.?(?:\s+(\d{1,2}),?)?(?:\s+(?:de\s+)?(\d{4}))?"
)

#: The months in English, German, French, Spanish and Arabic, by as many letters as tell each from the others.
_MONTHS = (
    ("jan", "ene", "jän", "يناير"), ("feb", "fev", "fév", "فبراير"), ("mar", "mär", "مارس"),
    ("apr", "avr", "abr", "أبريل", "ابريل", "إبريل"), ("may", "mai", "مايو"), ("jun", "juin", "يونيو"),
    ("jul", "juil", "يوليو"), ("aug", "aou", "aoû", "ago", "أغسطس"), ("sep", "سبتمبر"),
    ("oct", "okt", "أكتوبر"), ("nov", "نوفمبر"), ("dec", "dez", "déc", "dic", "ديسمبر"),
)  # fmt: skip
_MONTH_OF = {fold(word): number for number, words in enumerate(_MONTHS, start=1) for word in words}


@lru_cache(maxsize=1 << 14)
def iso_day(written: str, year_unknown: str = "", month_first: bool | None = None) -> str:
    """A day as `1980-03-22`, or `--03-22` where the year is not known; what is no day stays as it is.

    `year_unknown` is the year that stands for none (Apple writes 1604). `month_first` settles `3/2/1980`;
    where it is None, only a number above 12 does, and other such days stay as they are.
    """
    text = written.strip()
    found = _parts(text, month_first) if len(text) <= 60 else None
    if found is None:
        return text
    year, month, day = found
    return _checked(year if year != year_unknown else "", month, day) or text


def is_month_first(written: list[str]) -> bool | None:
    """Tell how `3/2/1980` is meant among days that are written alike; None where none of them tells."""
    for text in written:
        found = _NUMBERS.fullmatch(text.strip()[:60])
        if found and found[2] != "." and (int(found[1]) > 12) != (int(found[3]) > 12):
            return int(found[3]) > 12
    return None


def _parts(text: str, month_first: bool | None) -> tuple[str, int, int] | None:
    """The year as it is written ("" for none), the month and the day."""
    if found := _YEAR_FIRST.fullmatch(text):
        return found[1], int(found[2]), int(found[3])
    if found := _WITHOUT_YEAR.fullmatch(text):
        return "", int(found[1]), int(found[2])
    if found := _NUMBERS.fullmatch(text):
        return _numbers(found, month_first)
    return _words(text)


def _numbers(found: re.Match[str], month_first: bool | None) -> tuple[str, int, int] | None:
    first, second, year = int(found[1]), int(found[3]), found[4]
    if len(year) == 2:
        return None  # The century is anybody's guess.
    if found[2] == "." or first > 12:
        return year, second, first
    if second > 12 or month_first:
        return year, first, second
    return None if month_first is None else (year, second, first)


def _words(text: str) -> tuple[str, int, int] | None:
    found = _IN_WORDS.fullmatch(text)
    day = found and (found[1] or found[3])
    if not found or not day:
        return None
    word = fold(found[2])
    month = _MONTH_OF.get(word) or _MONTH_OF.get(word[:4]) or _MONTH_OF.get(word[:3])
    return (found[4] or "", month, int(day)) if month else None


def _checked(year: str, month: int, day: int) -> str:
    try:
        whole = date(int(year or 2000), month, day)
    except ValueError:
        return ""
    return f"{whole.year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
