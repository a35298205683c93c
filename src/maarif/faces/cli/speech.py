"""The language of the terminal, and days in it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maarif.voice import Voice

#: What names the language, the first that is set; the last three as every program reads them (POSIX).
_VARIABLES = ("MAARIF_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: What the home says, which stands above the environment but for MAARIF_LANG.
_chosen: list[str] = []


def speak(language: str) -> None:
    """Speak the language that the home's settings name; "" leaves it to the environment."""
    _chosen[:] = [language] if language else []


def voice() -> Voice:
    """The voice of this terminal: MAARIF_LANG, else the home's setting, else the environment's language."""
    said = [os.environ.get(name, "") for name in _VARIABLES]
    return _voice(next((word for word in [said[0], *_chosen, *said[1:]] if word), "en"))


@lru_cache(maxsize=4)
def _voice(language: str) -> Voice:
    from maarif.voice import voice_of

    return voice_of(language)


def day(at: int | None) -> str:
    """ "9 Nov 2020" in UTC, short so that it fits a table; "undated" for None."""
    moment = _moment(at)
    spoken = voice()
    if moment is None:
        return spoken("undated")
    if spoken.language == "en":
        return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return spoken.short_day(int(moment.timestamp()))


def minute(at: int | None) -> str:
    """ "9 Nov 2020, 18:04 UTC"; "undated" for None."""
    moment = _moment(at)
    return f"{day(at)}, {moment:%H:%M} UTC" if moment else day(None)


def _moment(at: int | None) -> datetime | None:
    if at is None:
        return None
    try:
        return datetime.fromtimestamp(at, UTC)
    except (OverflowError, ValueError, OSError):
        return None
