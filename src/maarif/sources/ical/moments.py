"""Days, times and durations as calendars write them (RFC 5545, 3.3.4 to 3.3.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()

#: Seconds by a clock on the wall since the start of day 0 (ordinals of days count from 1).
Wall: TypeAlias = int
#: Seconds east of UTC where a clock on the wall shows this.
Zone: TypeAlias = Callable[[Wall], int]

_MOMENT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2}):?(\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?", re.ASCII
)


def utc(_: Wall) -> int:
    """The zone of UTC, and of floating times, which say no zone."""
    return 0


@dataclass(frozen=True, slots=True)
class Moment:
    """What a clock on the wall of `zone` shows; `whole_day` where only the day is told."""

    wall: Wall
    zone: Zone = utc
    whole_day: bool = False

    @property
    def at(self) -> int:
        """Unix seconds; a whole day begins at midnight UTC."""
        return unix(self.wall, self.zone)

    @property
    def day(self) -> int:
        """The ordinal of the day on the wall."""
        return self.wall // DAY


def unix(wall: Wall, zone: Zone) -> int:
    """Unix seconds of a time on the wall."""
    return wall - EPOCH * DAY - zone(wall)


def wall_in(zone: Zone, at: int) -> Wall:
    """What the clock on the wall shows at a time in Unix seconds."""
    plain = at + EPOCH * DAY
    return plain + zone(plain + zone(plain))


def read_moment(written: str, zone: Zone = utc) -> Moment | None:
    """Read a DATE or DATE-TIME, in `zone` unless it ends with Z or an offset; None where it is neither."""
    found = _MOMENT.fullmatch(written.strip().upper())
    if found is None:
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    try:
        wall = date(int(year), int(month), int(day)).toordinal() * DAY
    except ValueError:
        return None
    if hour is None:
        return Moment(wall, whole_day=True)
    if int(hour) > 24 or int(minute) > 59 or int(second or 0) > 60:
        return None
    wall += int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    return Moment(wall - _east(offset)) if offset else Moment(wall, zone)


def _east(offset: str) -> int:
    return 0 if offset == "Z" else read_offset(offset) or 0


def read_offset(written: str) -> int | None:
    """Read `+0530` or `-08:00`, with or without seconds: seconds east of UTC; None where it is no offset."""
    found = re.fullmatch(r"\s{0,9}([+-]?)(\d{2}):?(\d{2}):?(\d{2})?\s{0,9}", written, re.ASCII)
    if found is None or int(found[2]) > 23:
        return None
    seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return -seconds if found[1] == "-" else seconds


def read_duration(written: str) -> int | None:
    """Read a DURATION in seconds; None where it is none, or shorter than nothing."""
    found = _DURATION.fullmatch(written.strip().upper())
    if found is None or found[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    return (weeks * 7 + days) * DAY + hours * 3600 + minutes * 60 + seconds
