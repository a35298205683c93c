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


def recognises(blob: Blob) -> bool:
    """Tell by the first words, BEGIN:VCALENDAR in any case, or by the classes that mark events up in a page."""
    return _BEGIN.match(blob.head[:1024].replace(b"\0", b"")) is not None or pages.holds_events(blob.head)


def read(blob: Blob, today: date) -> Iterator[Meeting | Card | Note | Defect]:
    """Yield a Meeting per event and occurrence, up to a year after `today`, in the order of the file.

    Times without a zone are read as UTC, whole days as from midnight to midnight UTC. A birthday is a Card,
    a journal a Note. The file is gone through twice: entries that stand for one occurrence of another event,
    and definitions of time zones, may come after what they change.
    """
    calendar = Calendar(blob.name, today)
    for block in _blocks(blob):
        if block.kind == "VTIMEZONE":
            calendar.zones.define(block)
        elif any(line[:13].upper() == "RECURRENCE-ID" for line in block.lines):
            note_moved(block, calendar)
    for block in _blocks(blob):
        if block.kind != "VTIMEZONE":
            yield from items_of(block, calendar)


def _blocks(blob: Blob) -> Iterator[Block]:
    if pages.holds_events(blob.head):
        yield from pages.blocks_in(blob)
        return
    with open_text(blob.open(), blob.head) as lines:
        yield from blocks_in(lines)
