"""When an event takes place: once, or as its rules, dates and exceptions say."""

from __future__ import annotations

from dataclasses import dataclass, field

from maarif.sources.ical.moments import DAY, Moment, Wall, Zone, read_moment, unix, wall_in
from maarif.sources.ical.properties import Properties, Property
from maarif.sources.ical.recurrence import MOST, recur
from maarif.sources.ical.rules import Rule, read_rule
from maarif.sources.ical.zones import Zones

#: Rules of one event that are looked at; there should be one.
_RULES = 5
#: Dates of one RDATE or EXDATE property that are looked at.
_DATES = 5_000


@dataclass(slots=True)
class Left:
    """Occurrences that are left out: by their moment (Unix seconds) or by their day, where it tells no time."""

    moments: set[int] = field(default_factory=set)
    days: set[int] = field(default_factory=set)

    def add(self, moment: Moment, *, day_too: bool = False) -> None:
        """Leave out what begins at this moment, or on this day."""
        if not moment.whole_day:
            self.moments.add(moment.at)
        if moment.whole_day or day_too:
            self.days.add(moment.day)


@dataclass(frozen=True, slots=True)
class Series:
    """When an event takes place, on the wall and in Unix seconds, and what is wrong with its rule."""

    times: list[tuple[Wall, int]]
    fault: str = ""


def moment_of(said: Property, zones: Zones) -> tuple[Moment | None, str]:
    """Read a DTSTART or its like: the moment, and the name of its zone where nobody knows that."""
    name = said.params.get("TZID", "")
    zone = zones.find(name) if name else None
    unknown = name if name and zone is None else ""
    moment = read_moment(said.value, zone) if zone else read_moment(said.value)
    return moment, unknown


def recurs(properties: Properties) -> bool:
    """Tell whether an event takes place more than once."""
    return properties.first("RRULE") is not None or properties.first("RDATE") is not None


def series(properties: Properties, start: Moment, last: Wall, zones: Zones, moved: Left) -> Series:
    """Return when a recurring event takes place up to `last`, in order, at most MOST times.

    `moved` are the occurrences that an entry of their own stands for.
    """
    walls = {start.wall}
    fault = ""
    for said in properties.all("RRULE")[:_RULES]:
        rule = read_rule(said.value)
        if rule is None:
            fault = f"its rule cannot be read: {said.value[:60]}"
        else:
            walls.update(recur(rule, start.wall, _end(rule, start, last)))
    walls.update(_dates(properties, start, last, zones))
    out = _excepted(properties, start, zones)
    times = [(wall, unix(wall, start.zone)) for wall in sorted(walls)[-MOST:]]
    for left in (out, moved):
        if left.days or left.moments:
            times = [(wall, at) for wall, at in times if wall // DAY not in left.days and at not in left.moments]
    return Series(_once_each(times), fault)


def _once_each(times: list[tuple[Wall, int]]) -> list[tuple[Wall, int]]:
    """Drop the second of two times that are one, since clocks are put forward between them."""
    return [time for before, time in zip([(0, None), *times], times, strict=False) if before[1] != time[1]]


def _end(rule: Rule, start: Moment, last: Wall) -> Wall:
    """The last time on the wall that a rule may come to; UNTIL is in UTC where the event has a zone."""
    until = rule.until
    if until is None:
        return last
    if until.whole_day or start.whole_day:
        return min(last, until.day * DAY + DAY - 1)
    return min(last, wall_in(start.zone, until.at))


def _dates(properties: Properties, start: Moment, last: Wall, zones: Zones) -> list[Wall]:
    found: list[Wall] = []
    for said in properties.all("RDATE")[:_DATES]:
        for moment in _moments(said, zones):
            wall = moment.wall
            if moment.whole_day and not start.whole_day:
                wall += start.wall % DAY
            elif not moment.whole_day:
                wall = wall_in(start.zone, moment.at)
            if start.wall <= wall <= last:
                found.append(wall)
    return found


def _excepted(properties: Properties, start: Moment, zones: Zones) -> Left:
    left = Left()
    for said in properties.all("EXDATE")[:_DATES]:
        for moment in _moments(said, zones):
            left.add(moment, day_too=start.whole_day)
    return left


def _moments(said: Property, zones: Zones) -> list[Moment]:
    zone: Zone | None = zones.find(said.params["TZID"]) if said.params.get("TZID") else None
    written = (part.partition("/")[0] for part in said.value.replace(";", ",").split(",")[:_DATES])
    read = (read_moment(part, zone) if zone else read_moment(part) for part in written)
    return [moment for moment in read if moment is not None]
