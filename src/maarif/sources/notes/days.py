"""Days as people write them at the head of a note: in digits, and with the month's name in five languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner januari janvier enero ene يناير كانون الثاني",
            "february feb februar feber février fevrier fév febrero فبراير شباط",
            "march mar märz maerz mrz mär mars marzo مارس آذار اذار",
            "april apr avril avr abril abr أبريل ابريل إبريل نيسان",
            "may mai mayo مايو أيار ايار",
            "june jun juni juin junio يونيو حزيران",
            "july jul juli juillet juil julio يوليو تموز",
            "august aug août aout agosto ago أغسطس اغسطس آب اب",
            "september sep sept septembre septiembre سبتمبر أيلول ايلول",
            "october oct oktober okt octobre octubre أكتوبر اكتوبر",
            "november nov novembre noviembre نوفمبر",
            "december dec dezember dez décembre decembre déc diciembre dic ديسمبر",
        ),
        start=1,
    )
    for name in names.split()
    if name not in ("كانون", "الثاني")
}
#: Levantine months of two words.
_MONTHS |= {
    "كانون الثاني": 1,
    "تشرين الأول": 10,
    "تشرين الاول": 10,
    "تشرين الثاني": 11,
    "كانون الأول": 12,
    "كانون الاول": 12,
}

_EARLIEST = 1900
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

_MONTH = "(?P<month>" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + r")\.?"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\.?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|"
    r"(?:يوم )?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|الاحد))"
)
_BEFORE = rf"(?:{_WEEKDAY}[,،]? (?:(?:the|den|le|el) )?)?"
_AFTER = r"(?:(?:T|,? {1,2})\d{1,2}:\d{2}(?::\d{2})?Z?)?(?![\w/]|[.-]\d)"
_FORMS = tuple(
    re.compile(_BEFORE + form + _AFTER, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})([./-])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d{2}(?=[\s:]|$))",
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er)? (?:de |of )?{_MONTH}(?:,| de)? (?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    )
)
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")


def day_at(text: str) -> tuple[date, int] | None:
    """The day that the text begins with, and where the words after it begin; None where it begins with none.

    A time of day after it is taken off as well. The day comes before the month, unless that were past twelve.
    """
    beginning = text[:80].translate(_DIGITS)
    if not any(c.isdigit() for c in beginning):
        return None
    for form in _FORMS:
        if (found := form.match(beginning)) and (day := _day(found.group)):
            return day, found.end()
    return None


def day_of(text: str) -> date | None:
    """The day that a whole value says, quotes around it or not."""
    found = day_at(text.strip().strip("\"'[]"))
    return found[0] if found else None


def day_in_name(name: str) -> date | None:
    """The day in a file's name (`2024-05-12 barbecue.md`, `Journal/20240512.txt`)."""
    last = re.split(r"[/\\!]", name)[-1]
    if found := _IN_NAME.search(last):
        return _checked(int(found[1]), int(found[3]), int(found[4]))
    return None


def _day(part: Callable[[str], str]) -> date | None:
    month = _MONTHS.get(part("month").lower()) or int(part("month"))
    year, day = int(part("year")), int(part("day"))
    if len(part("year")) == 2:
        year += 2000
    if month > 12 >= day:
        day, month = month, day
    return _checked(year, month, day)


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _EARLIEST else None
    except ValueError:
        return None
