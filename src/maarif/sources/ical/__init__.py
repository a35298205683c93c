"""Calendars: iCalendar and its older sister vCalendar (RFC 5545), and events marked up in web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Meeting, Note
from maarif.sources.ical import pages
from maarif.sources.ical.events import Calendar, items_of, note_moved
from maarif.sources.ical.lines import Block, blocks_in
from maarif.text.charsets import open_text

_BEGIN = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s{0,200}begin:\s{0,20}v(?:calendar|event)\b", re.IGNORECASE)

#: Bytes per look for what changes an entry before it.
_CHUNK = 1 << 20


def recognises(blob: Blob) -> bool:
    """Tell by the first words, BEGIN:VCALENDAR in any case, or by the classes that mark events in a page."""
    return _BEGIN.match(blob.head[:1024].replace(b"\0", b"")) is not None or pages.holds_events(blob.head)


def read(blob: Blob, today: date) -> Iterator[Meeting | Card | Note | Defect]:
    """Yield a Meeting per event and occurrence, up to a year after `today`, in the order of the file.

    Times without a zone are read as UTC, whole days as from midnight to midnight UTC. A birthday is a Card,
    a journal a Note.
    """
    calendar = Calendar(blob.name, today)
    if _looks_back(blob):
        _note_what_comes_late(blob, calendar)
    for block in _blocks(blob):
        if block.kind == "VTIMEZONE":
            calendar.zones.define(block)
        else:
            yield from items_of(block, calendar)


def _looks_back(blob: Blob) -> bool:
    """Tell whether an entry may change one before it; only then is the file gone through twice."""
    if b"\0" in blob.head[:512]:
        return True
    before, begun = b"", False
    with blob.open() as stream:
        while chunk := stream.read(_CHUNK):
            window = (before + chunk).upper()
            events = 0 if begun else window.find(b"BEGIN:VEVENT")
            begun = events >= 0
            if b"RECURRENCE-ID" in window or (begun and window.find(b"BEGIN:VTIMEZONE", events) >= 0):
                return True
            before = window[-20:]
    return False


def _note_what_comes_late(blob: Blob, calendar: Calendar) -> None:
    for block in _blocks(blob):
        if block.kind == "VTIMEZONE":
            calendar.zones.define(block)
        elif any(line[:13].upper() == "RECURRENCE-ID" for line in block.lines):
            note_moved(block, calendar)


def _blocks(blob: Blob) -> Iterator[Block]:
    if pages.holds_events(blob.head):
        yield from pages.blocks_in(blob)
        return
    with open_text(blob.open(), blob.head) as lines:
        yield from blocks_in(lines)
