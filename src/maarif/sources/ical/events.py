"""From one component of a calendar to the meetings, the birthday or the note that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from maarif.domain.items import Card, Defect, Meeting, Note, Origin
from maarif.sources.ical import birthdays
from maarif.sources.ical.lines import Block
from maarif.sources.ical.moments import DAY, EPOCH, Moment, Wall, read_duration, read_moment
from maarif.sources.ical.occurrences import Left, moment_of, recurs, series
from maarif.sources.ical.people import people_of
from maarif.sources.ical.places import Places
from maarif.sources.ical.properties import Properties
from maarif.sources.ical.zones import Zones
from maarif.text.charsets import repair
from maarif.text.html import readable

#: Days ahead of today up to which an event is believed, as of every plan.
_DAYS_AHEAD = 366
_EARLIEST = date(1900, 1, 1).toordinal() * DAY
#: Occurrences of all events of one file, beyond which events recur no more: no calendar of a life has them.
FILE_LIMIT = 5_000_000

_WANTED = frozenset(
    "UID DTSTART DTEND DURATION SUMMARY LOCATION DESCRIPTION X-ALT-DESC STATUS ATTENDEE ORGANIZER RRULE "
    "RDATE EXDATE RECURRENCE-ID CREATED".split()
)
_HTML = re.compile(r"<(?:br|p|div|span|html|ul|ol|li|a|b|i|u|table|!doctype)\b[^<>]{0,2000}>", re.IGNORECASE)


@dataclass(slots=True)
class Calendar:
    """What one file has said so far that its further components need."""

    source: str
    today: date
    zones: Zones = field(default_factory=Zones)
    moved: dict[str, Left] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    occurrences: int = 0

    @property
    def last(self) -> Wall:
        """The last second on a wall that is believed."""
        return ((self.today + timedelta(_DAYS_AHEAD)).toordinal() + 1) * DAY - 1


@dataclass(frozen=True, slots=True)
class _Event:
    """A component with what decides over it: its start, how long it takes, and what is wrong with it."""

    properties: Properties
    uid: str
    start: Moment | None
    lasts: int | None
    fault: str


def note_moved(block: Block, calendar: Calendar) -> None:
    """Keep in mind which occurrence of which event an entry of its own (or its cancelling) stands for."""
    properties = Properties(block.lines, frozenset(("UID", "RECURRENCE-ID")))
    said = properties.first("RECURRENCE-ID")
    moment = moment_of(said, calendar.zones)[0] if said else None
    if moment is not None:
        calendar.moved.setdefault(_one_line(properties.text("UID")), Left()).add(moment)


def items_of(block: Block, calendar: Calendar) -> Iterator[Meeting | Card | Note | Defect]:
    """Yield what an event or a journal says; nothing where it was cancelled."""
    properties = Properties(block.lines, _WANTED)
    if block.method == "CANCEL" or properties.text("STATUS").upper() == "CANCELLED":
        return
    event = _event(block, properties, calendar)
    if block.kind == "VJOURNAL":
        yield _told(event, _note(event, _origin(event, block, calendar)), block)
    elif event.start is None or event.start.wall > calendar.last or not recurs(properties):
        yield _once(event, block, calendar)
    elif event.start.whole_day and (name := _birthday(properties)):
        created = read_moment(properties.text("CREATED"))
        origin = _origin(event, block, calendar)
        yield _told(event, birthdays.card(origin, name, event.start, created), block)
    else:
        yield from _recurring(event, event.start, block, calendar)


def _event(block: Block, properties: Properties, calendar: Calendar) -> _Event:
    said = properties.first("DTSTART")
    start, unknown = moment_of(said, calendar.zones) if said else (None, "")
    fault = block.fault
    if said is None and block.kind == "VEVENT":
        fault = fault or "no DTSTART: kept without a time"
    elif said is not None and start is None:
        fault = fault or f"its time {said.value[:40]!r} cannot be read: kept without a time"
    elif start is not None and start.wall < _EARLIEST and not recurs(properties):
        start, fault = None, fault or "its time lies before 1900: kept without a time"
    elif start is not None and start.wall < DAY * 366:
        start, fault = None, fault or "its time lies in the first year of all: kept without a time"
    elif start is not None and start.wall > calendar.last:
        start, fault = None, fault or "its time lies more than a year ahead: kept without a time"
    elif unknown:
        fault = fault or f"its time zone {unknown[:40]!r} is unknown: read as UTC"
    return _Event(properties, _one_line(properties.text("UID")), start, _length(properties, start, calendar), fault)


def _length(properties: Properties, start: Moment | None, calendar: Calendar) -> int | None:
    """Seconds from start to end; None where no end is told or it comes before the start."""
    if start is None:
        return None
    if said := properties.first("DTEND"):
        end = moment_of(said, calendar.zones)[0]
        return end.at - start.at if end is not None and end.at >= start.at else None
    if said := properties.first("DURATION"):
        return read_duration(said.value)
    return DAY if start.whole_day else None


def _origin(event: _Event, block: Block, calendar: Calendar) -> Origin:
    place = calendar.places.event(event.uid or block.place or f"line {block.line}")
    return Origin(calendar.source, place)


def _told(event: _Event, item: Meeting | Card | Note, block: Block) -> Meeting | Card | Note | Defect:
    """The item, or where something is wrong with it a Defect that keeps it."""
    if not event.fault:
        return item
    return Defect(item.origin, event.fault, _excerpt(block), item)


def _excerpt(block: Block) -> str:
    return repair("\n".join(block.lines[:5])[:80])


def _once(event: _Event, block: Block, calendar: Calendar) -> Meeting | Card | Note | Defect:
    """An event that takes place once, or the entry that stands for one occurrence of another."""
    said = event.properties.first("RECURRENCE-ID")
    moved = moment_of(said, calendar.zones)[0] if said else None
    if moved is None or not event.uid:
        origin = _origin(event, block, calendar)
    else:
        origin = Origin(
            calendar.source, calendar.places.moved(event.uid, _stamp(moved.wall, moved.at, moved.whole_day))
        )
    if event.start is None:
        return _told(event, _meeting(event, origin), block)
    return _told(event, _at(_meeting(event, origin), event, event.start.at), block)


def _recurring(event: _Event, start: Moment, block: Block, calendar: Calendar) -> Iterator[Meeting | Defect]:
    found = series(event.properties, start, calendar.last, calendar.zones, calendar.moved.get(event.uid, Left()))
    times, fault = found.times, event.fault or found.fault
    origin = _origin(event, block, calendar)
    model = _meeting(event, origin)
    if calendar.occurrences > FILE_LIMIT:
        times, fault = (
            times[-1:],
            fault or "the calendar recurs millions of times: the last time alone is kept",
        )
    times = [(wall, at) for wall, at in times if wall >= _EARLIEST]
    calendar.occurrences += len(times)
    for wall, at in times:
        place = Origin(calendar.source, f"{origin.item}/{_stamp(wall, at, start.whole_day)}")
        item = _at(model, event, at, place)
        yield _blamed(item, block, fault) if fault else item
        fault = ""


def _blamed(item: Meeting, block: Block, fault: str) -> Defect:
    """Say on the first occurrence what is wrong with all of them."""
    return Defect(item.origin, fault, _excerpt(block), item)


def _stamp(wall: Wall, at: int, whole_day: bool) -> str:
    """Which occurrence: the day, or the moment in UTC, as RECURRENCE-ID would write it."""
    if whole_day:
        return date.fromordinal(wall // DAY).isoformat().replace("-", "")
    days, second = divmod(at, DAY)
    day = date.fromordinal(days + EPOCH).isoformat().replace("-", "")
    return f"{day}T{second // 3600:02}{second // 60 % 60:02}{second % 60:02}Z"


def _at(meeting: Meeting, event: _Event, at: int, origin: Origin | None = None) -> Meeting:
    end = None if event.lasts is None else at + event.lasts
    return Meeting(
        origin or meeting.origin,
        "meeting",
        at,
        meeting.people,
        end,
        meeting.subject,
        meeting.text,
        meeting.thread,
    )


def _meeting(event: _Event, origin: Origin) -> Meeting:
    properties = event.properties
    return Meeting(
        origin=origin,
        channel="meeting",
        at=None,
        people=people_of(properties),
        subject=_one_line(properties.text("SUMMARY")),
        text=_text(properties),
        thread=event.uid,
    )


def _note(event: _Event, origin: Origin) -> Note:
    properties = event.properties
    at = event.start.at if event.start else None
    return Note(origin, at, _one_line(properties.text("SUMMARY")), _text(properties), people_of(properties))


def _birthday(properties: Properties) -> str:
    """Whose birthday an all-day event is, "" where it is none; one that falls on a weekday is a holiday."""
    rule = properties.first("RRULE")
    if rule is None or "FREQ=YEARLY" not in rule.value.upper() or "BYDAY" in rule.value.upper():
        return ""
    return birthdays.born(_one_line(properties.text("SUMMARY")))


def _text(properties: Properties) -> str:
    said = properties.text("DESCRIPTION") or properties.text("X-ALT-DESC")
    if "<" in said and _HTML.search(said):
        said = readable(said)
    place = _one_line(properties.text("LOCATION"))
    return "\n".join(part for part in (place, _clean(said)) if part)


def _clean(text: str) -> str:
    return text.replace("\x00", "").replace("\r", "\n").strip()


def _one_line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())
