"""A calendar feed of days to think of somebody (iCalendar, RFC 5545), for whatever program shows the owner's days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

#: Octets of a line before it is folded (RFC 5545, 3.1).
_LINE = 75


@dataclass(frozen=True, slots=True)
class Entry:
    """One day of the feed: a key that stays the same, what it is, why, and whether it comes every year."""

    key: str
    day: date
    title: str
    why: str = ""
    yearly: bool = False


def feed(entries: Iterable[Entry], made: int) -> str:
    """The entries as all-day events that take no time and ring no bell; `made` (Unix seconds) is when."""
    stamp = datetime.fromtimestamp(made, UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Maarif//Maarif//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Maarif",
    ]
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _event(entry: Entry, stamp: str) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{entry.key}@maarif.invalid",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escape(entry.title)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
    ]
    if entry.why:
        lines.append(f"DESCRIPTION:{_escape(entry.why)}")
    if entry.yearly:
        lines.append("RRULE:FREQ=YEARLY")
    return [*lines, "END:VEVENT"]


def _escape(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def _fold(line: str) -> list[str]:
    """A line in pieces of at most 75 octets, no character torn apart."""
    pieces: list[str] = []
    piece = ""
    for character in line:
        room = _LINE if not pieces else _LINE - 1
        if len((piece + character).encode()) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return [f" {each}" if number else each for number, each in enumerate([*pieces, piece])]
