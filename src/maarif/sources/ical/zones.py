"""From the name of a time zone, or from its definition in the file, to the hours it stands off UTC."""

from __future__ import annotations

import re
import zoneinfo
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from maarif.sources.ical.lines import Block
from maarif.sources.ical.moments import DAY, Wall, Zone, read_moment, read_offset, utc
from maarif.sources.ical.properties import Properties
from maarif.sources.ical.recurrence import recur
from maarif.sources.ical.rules import read_rule
from maarif.sources.ical.windows import WINDOWS

_NAMING = frozenset(("TZID", "X-LIC-LOCATION", "X-TZINFO"))
_CHANGING = frozenset(("DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"))
#: The last day that a definition in a file is worked out for.
_LAST = date(2100, 1, 1).toordinal() * DAY
#: Changes of one definition that are looked at.
_MOST_CHANGES = 500

_UTC_NAMES = frozenset(("", "utc", "gmt", "z", "zulu", "etc/utc", "etc/gmt", "uct", "universal", "greenwich mean time"))
_FIXED = re.compile(r"\(?(?:UTC|GMT)\s{0,3}([+-])(\d{1,2})(?:[:.]?(\d{2}))?\)?", re.IGNORECASE)
_IANA = re.compile(r"[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}", re.ASCII)
#: What Windows and Outlook add to the names that stand in the table.
_SUFFIX = re.compile(r" (?:(?:standard|daylight|summer) )?time(?=$| \()| \(us & canada\).{0,40}$")


class Zones:
    """The time zones that one file defines, and all that are known by their name."""

    def __init__(self) -> None:
        self._defined: dict[str, Zone] = {}

    def define(self, block: Block) -> None:
        """Take in a VTIMEZONE; where its name is known anywhere, that is believed and not the definition."""
        own = Properties(block.lines, _NAMING)
        name = own.text("TZID")
        hint = own.text("X-LIC-LOCATION") or own.text("X-TZINFO").partition("[")[0]
        zone = named(name) or (named(hint) if hint else None) or _defined_zone(block)
        if name and zone is not None:
            self._defined.setdefault(name.casefold(), zone)

    def find(self, name: str) -> Zone | None:
        """Return the zone of a TZID; None where nothing says what it is."""
        return self._defined.get(name.strip().casefold()) or named(name)


@lru_cache(maxsize=1024)
def named(name: str) -> Zone | None:
    """Return the zone of an IANA name (with any prefix), a Windows name, or `GMT+01:00`; None for others."""
    bare = name.strip().strip('"').strip()
    folded = bare.casefold()
    if folded in _UTC_NAMES:
        return utc
    fixed = _FIXED.match(bare)
    if fixed is not None and (fixed.end() == len(bare) or bare[0] == "("):
        return _fixed(fixed)
    windows = WINDOWS.get(_SUFFIX.sub("", folded))
    if windows:
        return _iana(windows)
    parts = bare.strip("/").split("/")[-4:]
    tails = ("/".join(parts[skipped:]) for skipped in range(len(parts) - 1 or 1))
    return next((zone for tail in tails if (zone := _iana(tail)) is not None), None)


def _fixed(found: re.Match[str]) -> Zone | None:
    seconds = int(found[2]) * 3600 + int(found[3] or 0) * 60
    if seconds > 15 * 3600:
        return None
    east = seconds if found[1] == "+" else -seconds
    return lambda _: east


def _iana(name: str) -> Zone | None:
    """The zone of the time zone database; it refuses names that lead out of its folder by itself."""
    if not _IANA.fullmatch(name):
        return None
    try:
        known = zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None

    def east(wall: Wall) -> int:
        day, second = divmod(wall, DAY)
        offset = datetime.fromordinal(day).replace(
            hour=second // 3600, minute=second // 60 % 60, second=second % 60, tzinfo=known
        ).utcoffset()  # fmt: skip
        return offset.days * DAY + offset.seconds if offset is not None else 0

    return east


def _defined_zone(block: Block) -> Zone | None:
    """The zone as its STANDARD and DAYLIGHT parts define it: the last change before a time counts."""
    changes: list[tuple[Wall, int]] = []
    before: int | None = None
    for part in _parts(block):
        came, goes = read_offset(part.text("TZOFFSETFROM")), read_offset(part.text("TZOFFSETTO"))
        if goes is None:
            continue
        changes += [(wall, goes) for wall in _changes(part)]
        before = came if before is None else before
    if not changes:
        return None
    changes.sort()
    walls = [wall for wall, _ in changes]
    offsets = [changes[0][1] if before is None else before, *(offset for _, offset in changes)]
    return lambda wall: offsets[bisect_right(walls, wall)]


def _parts(block: Block) -> Iterator[Properties]:
    lines: list[str] = []
    for line in block.lines:
        if line.startswith("END:"):
            yield Properties(lines, _CHANGING)
        if line.startswith("BEGIN:"):
            lines = []
        else:
            lines.append(line)


def _changes(part: Properties) -> list[Wall]:
    """The times on the wall at which one part of a definition begins."""
    start = read_moment(part.text("DTSTART"))
    if start is None or start.day < 365 * 1000:
        return []
    rule = read_rule(part.text("RRULE")) if part.first("RRULE") else None
    last = min(_LAST, rule.until.wall + DAY) if rule and rule.until else _LAST
    found = recur(rule, start.wall, last) if rule and rule.frequency == "YEARLY" else [start.wall]
    for more in part.all("RDATE")[:_MOST_CHANGES]:
        dates = (read_moment(written.partition("/")[0]) for written in more.value.split(",")[:_MOST_CHANGES])
        found += [moment.wall for moment in dates if moment]
    return found
