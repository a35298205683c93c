"""Calendars: recurrence, zones, people, birthdays, and files that were made to hurt."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.domain.items import Card, Defect, Meeting, Party
from maarif.sources import ical
from maarif.sources.ical.birthdays import born
from maarif.sources.ical.moments import DAY, read_duration
from maarif.sources.ical.recurrence import MOST, recur
from maarif.sources.ical.rules import read_rule
from maarif.sources.ical.zones import named
from tests.blobs import Bytes

TODAY = date(2026, 7, 1)


def read(*lines: str) -> list[Meeting]:
    """What one event of these lines comes to."""
    text = "\r\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:u", *lines, "END:VEVENT", "END:VCALENDAR"))
    return cast("list[Meeting]", list(ical.read(Bytes("a.ics", text.encode()), TODAY)))


def days(*lines: str) -> list[str]:
    """The times of one event, in UTC, without seconds."""
    found = (datetime.fromtimestamp(cast("int", one.at), UTC) for one in read(*lines))
    return [one.strftime("%Y-%m-%d %H:%M") for one in found]


def walls(rule: str, start: date, last: date) -> list[str]:
    """The days a rule comes to."""
    read_back = read_rule(rule)
    assert read_back is not None
    found = recur(read_back, start.toordinal() * DAY, last.toordinal() * DAY)
    return [date.fromordinal(wall // DAY).isoformat() for wall in found]


# The examples of RFC 5545, 3.8.5.3.
@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", ["08-05", "08-10", "08-19", "08-24"]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", ["08-05", "08-17", "08-19", "08-31"]),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", ["09-04", "10-07", "11-06"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "1997-09-29", ["09-29", "10-30", "11-27"]),
        ("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=2,15", "1997-09-02", ["09-02", "09-15", "10-02", "10-15"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28", ["09-28", "10-29", "11-28"]),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=1SU,-1SU", "1997-09-07", ["09-07", "09-28", "10-05"]),
        ("FREQ=YEARLY;BYDAY=20MO;COUNT=2", "1997-05-19", ["05-19", "05-18"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2", "1997-05-12", ["05-12", "05-11"]),
        ("FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "1997-01-01", ["01-01", "04-10", "07-19", "01-01"]),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=3", "1997-03-13", ["03-13", "03-20", "03-27"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1998-02-13", ["02-13", "03-13", "11-13"]),
        ("FREQ=DAILY;BYMONTH=1;UNTIL=19990103T140000Z;COUNT=4", "1998-01-30", ["01-30", "01-31", "01-01", "01-02"]),
        ("FREQ=MONTHLY;COUNT=3", "2007-01-31", ["01-31", "03-31", "05-31"]),
        ("W2 MO #3", "1997-09-01", ["09-01", "09-15", "09-29"]),
        ("MP1 1- FR #2", "1997-09-26", ["09-26", "10-31"]),
        ("YM1 6 #2", "1997-06-10", ["06-10", "06-10"]),
    ],
)
def test_rules_come_to_the_days_they_name(rule: str, start: str, expected: list[str]) -> None:
    found = walls(rule, date.fromisoformat(start), date(2012, 1, 1))
    assert [day[5:] for day in found] == expected


def test_a_leap_day_comes_every_four_years() -> None:
    assert walls("FREQ=YEARLY", date(2016, 2, 29), date(2025, 1, 1)) == [
        "2016-02-29",
        "2020-02-29",
        "2024-02-29",
    ]


@settings(max_examples=200, deadline=None)
@given(
    frequency=st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "SECONDLY"]),
    parts=st.lists(
        st.tuples(
            st.sampled_from(["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYDAY", "COUNT"]),
            st.integers(-400, 400),
        ),
        max_size=4,
    ),
    start=st.dates(date(1000, 1, 1), date(2026, 1, 1)),
)
def test_any_rule_ends_and_stays_in_bounds(frequency: str, parts: list[tuple[str, int]], start: date) -> None:
    rule = read_rule(";".join([f"FREQ={frequency}", *(f"{name}={value}" for name, value in parts)]))
    assert rule is not None
    first, last = (one.toordinal() * DAY for one in (start, date(2027, 7, 2)))
    found = recur(rule, first, last)
    assert found == sorted(set(found))
    assert len(found) <= MOST
    assert all(first <= wall <= last for wall in found)


def test_times_follow_the_clock_on_the_wall_through_summer_time() -> None:
    zone = "DTSTART;TZID=Europe/Berlin:20260322T190000"
    assert days(zone, "RRULE:FREQ=WEEKLY;COUNT=2") == ["2026-03-22 18:00", "2026-03-29 17:00"]


def test_an_endless_series_keeps_its_last_thousand_up_to_a_year_ahead() -> None:
    found = days("DTSTART:20100101T100000Z", "RRULE:FREQ=DAILY")
    assert len(found) == MOST
    assert found[-1] == "2027-07-02 10:00"


@pytest.mark.parametrize(
    "excluded",
    [
        "EXDATE;TZID=Europe/Berlin:20260102T100000",
        "EXDATE:20260102T090000Z",
        "EXDATE;VALUE=DATE:20260102",
        "EXDATE;TZID=W. Europe Standard Time:20260102T100000,20260109T100000",
    ],
)
def test_excluded_dates_are_left_out_however_they_are_written(excluded: str) -> None:
    start = "DTSTART;TZID=Europe/Berlin:20260101T100000"
    assert days(start, "RRULE:FREQ=DAILY;COUNT=3", excluded) == ["2026-01-01 09:00", "2026-01-03 09:00"]


def test_dates_named_one_by_one_are_added() -> None:
    lines = (
        "DTSTART:20260101T100000Z",
        "RDATE:20260105T100000Z,20260103T120000Z",
        "RDATE;VALUE=PERIOD:20260107T100000Z/PT1H",
    )
    assert days(*lines) == ["2026-01-01 10:00", "2026-01-03 12:00", "2026-01-05 10:00", "2026-01-07 10:00"]


def test_an_entry_for_one_occurrence_stands_in_its_place_even_before_the_series() -> None:
    moved = "BEGIN:VEVENT\nUID:u\nRECURRENCE-ID:20260102T100000Z\nDTSTART:20260102T150000Z\nSUMMARY:later\nEND:VEVENT\n"
    series = "BEGIN:VEVENT\nUID:u\nDTSTART:20260101T100000Z\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\n"
    text = f"BEGIN:VCALENDAR\n{moved}{series}END:VCALENDAR\n"
    found = cast("list[Meeting]", list(ical.read(Bytes("a.ics", text.encode()), TODAY)))
    assert [one.origin.item for one in found] == ["u/20260102T100000Z", "u/20260101T100000Z", "u/20260103T100000Z"]
    assert found[0].subject == "later"


@pytest.mark.parametrize(
    ("name", "winter"),
    [
        ("Europe/Berlin", 1),
        ("/vendor.example/Tz_2001/Europe/Berlin", 1),
        ("W. Europe Standard Time", 1),
        ("Arabian Standard Time", 4),
        ("Pacific Standard Time (Mexico)", -8),
        ("Eastern Time (US & Canada)", -5),
        ("(UTC+01:00) Amsterdam, Berlin, Rome", 1),
        ("GMT-0300", -3),
        ("UTC", 0),
        ("Nowhere/Atlantis", None),
        ("../../etc/passwd", None),
        ("", 0),
    ],
)
def test_zones_by_any_name(name: str, winter: int | None) -> None:
    zone = named(name)
    offset = zone(date(2026, 1, 15).toordinal() * DAY) if zone else None
    assert offset == (None if winter is None else winter * 3600)


def test_people_are_named_once_and_who_declined_is_left_out() -> None:
    (meeting,) = read(
        "DTSTART:20260101T100000Z",
        "ORGANIZER;CN=Mo:MAILTO:mo@choir.example",
        'ATTENDEE;CN="Vos; Hanneke: head";PARTSTAT=ACCEPTED:mailto:h@delta.example',
        "ATTENDEE;CN=Mo Ali:mailto:MO@choir.example",
        "ATTENDEE;PARTSTAT=DECLINED;CN=Lena:mailto:lena@wasser.example",
        "ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@choir.example",
    )
    assert meeting.people == (Party("Mo", "mo@choir.example"), Party("Vos; Hanneke: head", "h@delta.example"))


def test_an_organiser_who_declined_was_not_there() -> None:
    (meeting,) = read(
        "DTSTART:20260101T100000Z",
        "ORGANIZER:mailto:mo@choir.example",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:mo@choir.example",
    )
    assert meeting.people == ()


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Sara Haddad's Birthday", "Sara Haddad"),
        ("🎂 Sara’s 30th birthday 🎉", "Sara"),
        ("James' birthday", "James"),
        ("Birthday: Mo Ali", "Mo Ali"),
        ("Geburtstag von Jörg", "Jörg"),
        ("Lena hat Geburtstag", "Lena"),
        ("عيد ميلاد محمد", "محمد"),
        ("Anniversaire de Chloé", "Chloé"),
        ("Anniversaire de mariage", ""),
        ("Sara's birthday party", ""),
        ("Birthday", ""),
    ],
)
def test_whose_birthday(summary: str, name: str) -> None:
    assert born(summary) == name


def test_a_birthday_with_a_time_or_once_is_a_meeting() -> None:
    assert isinstance(read("DTSTART;VALUE=DATE:20260503", "SUMMARY:Sara's birthday")[0], Meeting)
    timed = read("DTSTART:20260503T190000Z", "RRULE:FREQ=YEARLY;COUNT=1", "SUMMARY:Sara's birthday")
    assert isinstance(timed[0], Meeting)
    whole = read("DTSTART;VALUE=DATE:20260503", "RRULE:FREQ=YEARLY", "SUMMARY:Sara's birthday")
    assert isinstance(whole[0], Card)


def test_a_method_of_cancelling_cancels_the_calendar() -> None:
    text = "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nDTSTART:20260101T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    again = text.replace("METHOD:CANCEL", "METHOD:PUBLISH")
    assert len(list(ical.read(Bytes("a", (text + again).encode()), TODAY))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=DAILY;COUNT=999999",
        "RRULE:FREQ=DAILY;INTERVAL=0",
        "RDATE:" + ",".join(["20260101T100000Z"] * 50_000),
        "DESCRIPTION:" + "x" * 3_000_000,
        "ATTENDEE;" + 'CN="' * 50_000,
        "ATTENDEE" + ";X" * 100_000,
        "X-A:\r\n" + " y\r\n" * 200_000,
        "DURATION:P" + "9" * 50_000 + "D",
    ],
)
def test_hostile_events_end_and_are_few(line: str) -> None:
    found = read("DTSTART:19700101T000000Z", line, "SUMMARY:still here")
    assert 1 <= len(found) <= MOST
    assert found[0].origin.item.startswith("u")


@pytest.mark.parametrize(
    "junk", [b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"BEGIN:X\n", b"BEGIN:VTIMEZONE\n", b" ", b"\n ", b'"', b"="]
)
def test_endless_repetition_ends(junk: bytes) -> None:
    items = list(ical.read(Bytes("a.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n" + junk * 30_000), TODAY))
    assert items
    assert all(isinstance(item, Defect) for item in items)


def test_a_nest_without_end_is_no_trouble() -> None:
    nest = b"BEGIN:X\n" * 50_000 + b"END:Y\n" * 50_000
    (item,) = ical.read(Bytes("a.ics", b"BEGIN:VEVENT\nUID:u\nSUMMARY:x\n" + nest), TODAY)
    assert isinstance(item, Defect)


def test_durations() -> None:
    assert read_duration("P1DT2H") == DAY + 7200
    assert read_duration("PT90M") == 5400
    assert read_duration("P2W") == 14 * DAY
    assert read_duration("-PT5M") is None
    assert read_duration("soon") is None


@pytest.mark.parametrize(
    "summary",
    [
        "Queen's Birthday",
        "The King's Birthday",
        "Washington's Birthday",
        "Martin Luther King Jr.'s Birthday",
        "Tom & Sara's birthday",
        "Birthday of Tom and Sara",
        "عيد ميلاد النبي",
    ],
)
def test_the_birthday_of_everybody_or_of_several_is_nobodys(summary: str) -> None:
    assert born(summary) == ""
