"""Birthdays among the events: all-day, yearly, and called somebody's birthday in so many words."""

from __future__ import annotations

import re
from datetime import date

from maarif.domain.items import Card, Field, Origin
from maarif.sources.ical.moments import DAY, Moment

_NAME = r"(?P<name>[^\W\d_][^\n:;!?()\[\]]{0,80}?)"
_AGE = r"(?:\d{1,3}(?:st|nd|rd|th)\s)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_NAME}(?:['’´`]s|(?<=[sxzSXZ])['’´`])\s{_AGE}birthday",
        rf"birthday\s?(?:of|for|:|[-–—])\s{_NAME}",
        rf"{_NAME}\s?[-–—(]\s?birthday\)?",
        rf"geburtstag\s?(?:von|:|[-–—])\s?{_NAME}",
        rf"{_NAME}(?:['’´`]s?)\s(?:\d{{1,3}}\.\s)?geburtstag",
        rf"{_NAME}\shat\sgeburtstag",
        rf"(?:عيد|ذكرى|يوم)\s(?:ال)?ميلاد\s{_NAME}",
        rf"anniversaire\s(?:de\s|d['’])(?!mariage|naissance){_NAME}",
        rf"cumpleaños\s(?:de\s|:\s?){_NAME}",
    )
)
_TRIM = re.compile(r"^[^\w]+|[^\w.)]+$")
#: Whose birthday is a holiday, and names nobody that anybody knows.
_OF_ALL = re.compile(
    r"(?:the |his |her )?(?:late )?(?:(?:queen|king|emperor|empress|prince|princess|majesty|prophet|president|buddha|"
    r"lord|founder)\b.*|(?:george )?washington|(?:abraham )?lincoln|(?:dr\.? )?martin luther king.*|jesus.*|christ|"
    r"confucius|(?:guru|saint|st) .*|(?:ال)?(?:نبي|رسول|ملك|ملكة|أمير|رئيس)(?: .*)?)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"&|\+|/|,| (?:and|und|et|y|och|e) | و(?=\S)", re.IGNORECASE)
#: No calendar was kept on a computer before this: an event that begins earlier begins with a birth.
_BEFORE_CALENDARS = 1990
#: Years that address books write where they know none.
_NO_YEAR = frozenset((1600, 1604, 1700, 1800, 1900))
#: Nobody enters a yearly event so many years back unless it is the year of birth.
_YEARS_BACK = 5


def born(summary: str) -> str:
    """Return whose birthday a summary says it is, "" where it says none, or that of several or of everybody."""
    bare = _TRIM.sub("", " ".join(summary[:200].split()))
    for form in _FORMS:
        found = form.fullmatch(bare)
        if found:
            name = found["name"].strip()
            return "" if _OF_ALL.fullmatch(name) or _SEVERAL.search(name) else name
    return ""


def card(origin: Origin, name: str, start: Moment, created: Moment | None) -> Card:
    """Make a Card of a birthday; its year is said only where the event begins with the birth."""
    day = date.fromordinal(start.day)
    early = day.year < _BEFORE_CALENDARS
    entered_late = created is not None and created.wall - start.wall > _YEARS_BACK * 365 * DAY
    known = (early or entered_late) and day.year not in _NO_YEAR
    written = day.isoformat() if known else f"--{day.month:02}-{day.day:02}"
    return Card(origin, name, (Field("FN", name), Field("BDAY", written)))
