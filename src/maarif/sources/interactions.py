"""Meetings, visits, calls, messages and notes kept in a table: `at,channel,from,to,text,thread`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from maarif.domain.blobs import Blob
from maarif.domain.items import Channel, Defect, Envelope, Item, Meeting, Message, Note, Origin, Party
from maarif.text.charsets import head_text, open_text
from maarif.text.tables import Header, Row, header_in, rows_below

_COLUMNS = frozenset(("at", "channel", "from", "to"))
_CHANNELS = ("message", "call", "meeting", "visit", "note")

#: Days ahead of today up to which a time is believed: plans reach a year, what is past only across zones.
_DAYS_AHEAD = {"meeting": 366, "visit": 366}
_DAYS_OF_ZONES = 2
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC).timestamp()

_DAY_ALONE = re.compile(r"\d{4}-?\d{2}-?\d{2}")
_NAMED = re.compile(r"([^<>]{0,500})<([^<>\s]{1,500})>")
_MAIL = re.compile(r"[^\s@]{1,300}@[^\s@]{1,300}")
_PHONE = re.compile(r"(?:tel:)?\+?[\d\s()./-]{5,40}")
_PAGE = re.compile(r"(?:https?://|www\.)\S{3,2000}|[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}/\S{1,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """The cells of one row that are the same for every channel."""

    origin: Origin
    channel: str
    sender: tuple[Party, ...]
    to: tuple[Party, ...]
    text: str
    thread: str


def recognises(blob: Blob) -> bool:
    """Tell by the header line, which must name the columns at, channel, from and to."""
    start = blob.head[:4096].replace(b"\0", b"").lower()
    return b"channel" in start and _header(blob) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message, Meeting or Note per row, in the order of the rows."""
    header = _header(blob)
    if header is None:
        return
    with open_text(blob.open(), blob.head) as lines:
        for number, row in enumerate(rows_below(lines, header), start=1):
            yield _read_row(Origin(blob.name, f"row {number}"), row, header, today)


def _header(blob: Blob) -> Header | None:
    return header_in(head_text(blob.head[:16384]), _COLUMNS)


def _read_row(origin: Origin, row: Row, header: Header, today: date) -> Item | Defect:
    cells = header.named(row)
    entry = _Entry(
        origin,
        cells["channel"].lower(),
        _people(cells["from"]),
        _people(cells["to"]),
        cells.get("text", ""),
        cells.get("thread", ""),
    )
    item = _item(entry)
    excerpt = " | ".join(row.cells)[:80]
    if isinstance(item, str):
        return Defect(origin, row.fault or item, excerpt)
    at, fault = _time(cells["at"], entry.channel, today)
    item = replace(item, at=at)
    if isinstance(item, Message) and not item.envelope.to:
        fault = "column to: nobody is named"
    fault = row.fault or fault
    return Defect(origin, fault, excerpt, item) if fault else item


def _item(entry: _Entry) -> Message | Meeting | Note | str:
    """The row as an item, still without its time; or what is wrong with the row."""
    build = _BUILDERS.get(entry.channel)
    if build is None:
        return f"column channel: {entry.channel[:40]!r} is none of {', '.join(_CHANNELS)}"
    return build(entry)


def _message(entry: _Entry) -> Message | str:
    if not entry.sender:
        return "column from: nobody is named"
    channel: Channel = "call" if entry.channel == "call" else "message"
    first, *others = entry.sender
    envelope = Envelope(first, entry.to, tuple(others))
    return Message(entry.origin, channel, None, envelope, text=entry.text, thread=entry.thread)


def _meeting(entry: _Entry) -> Meeting | str:
    people = tuple(dict.fromkeys(entry.sender + entry.to))
    if not people:
        return "columns from and to: nobody is named"
    channel: Channel = "visit" if entry.channel == "visit" else "meeting"
    return Meeting(entry.origin, channel, None, people, text=entry.text, thread=entry.thread)


def _note(entry: _Entry) -> Note | str:
    people = tuple(dict.fromkeys(entry.to + entry.sender))
    if not people and not entry.text:
        return "column text: the note is empty"
    return Note(entry.origin, None, text=entry.text, people=people)


_BUILDERS: dict[str, Callable[[_Entry], Message | Meeting | Note | str]] = {
    "message": _message,
    "call": _message,
    "meeting": _meeting,
    "visit": _meeting,
    "note": _note,
}


def _time(written: str, channel: str, today: date) -> tuple[int | None, str]:
    """The moment in Unix seconds, or None and why it cannot be believed; a day alone is its noon, UTC."""
    try:
        moment = datetime.fromisoformat(written.removesuffix("UTC").strip())
    except ValueError:
        return (
            None,
            f"column at: {written[:40]!r} is no ISO 8601 time" if written else "column at: no time is given",
        )
    if _DAY_ALONE.fullmatch(written):
        moment = datetime.combine(moment, time(12))
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    latest = datetime.combine(today, time(0), UTC) + timedelta(_DAYS_AHEAD.get(channel, _DAYS_OF_ZONES) + 1)
    at = int(moment.timestamp())
    if at >= latest.timestamp():
        return None, f"column at: {written[:40]!r} lies in the future"
    if at < _EARLIEST:
        return None, f"column at: {written[:40]!r} lies before 1900"
    return at, ""


def _people(cell: str) -> tuple[Party, ...]:
    written = (part.strip() for part in cell.split(";"))
    return tuple(dict.fromkeys(_party(part) for part in written if part))


def _party(written: str) -> Party:
    """One person as written: an address, a phone number, a page, a name, or `Name <address>`."""
    if named := _NAMED.fullmatch(written):
        name, address = named[1].strip().strip('"').strip(), named[2]
        return replace(_bare(address), name=name) if _bare(address).address else Party(name or address, kind="name")
    return _bare(written)


def _bare(written: str) -> Party:
    if _PAGE.fullmatch(written):
        return Party(address=written, kind="url")
    if _MAIL.fullmatch(written):
        return Party(address=written.removeprefix("mailto:"), kind="email")
    if _PHONE.fullmatch(written) and sum(c.isdigit() for c in written) >= 5:
        return Party(address=written.removeprefix("tel:"), kind="phone")
    return Party(name=written, kind="name")
