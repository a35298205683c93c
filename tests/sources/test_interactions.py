"""The interactions table: what the golden files do not show."""

from __future__ import annotations

from datetime import date

import pytest

from maarif.domain.items import Defect, Meeting, Message, Note, Party
from maarif.sources import interactions
from tests.blobs import Bytes
from tests.sources.goldens import TODAY

_HEADER = "at,channel,from,to,text,thread\n"


def read(text: str) -> list[object]:
    return list(interactions.read(Bytes("log.csv", text.encode()), TODAY))


def row(at: str = "2024-05-12", channel: str = "message", people: str = "Anna,Bob") -> object:
    (found,) = read(f"{_HEADER}{at},{channel},{people},words,\n")
    return found


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("at,channel,from,to,text,thread", True),
        ("sep=;\nTo;From;Channel;AT;mood", True),
        ('"at","channel","from","to"', True),
        ("at,channel,text\n", False),
        ("the channel, from there to here, at sea", False),
        ("", False),
    ],
)
def test_recognises_by_the_header(head: str, expected: bool) -> None:
    assert interactions.recognises(Bytes("any.txt", head.encode())) is expected
    assert interactions.recognises(Bytes("any.txt", head.encode("utf-16"))) is expected


@pytest.mark.parametrize(
    ("cell", "party"),
    [
        ("sara@a.example", Party("", "sara@a.example", "email")),
        ("Sara Haddad <sara@a.example>", Party("Sara Haddad", "sara@a.example", "email")),
        ('"""Haddad, Sara"" <sara@a.example>"', Party("Haddad, Sara", "sara@a.example", "email")),
        ("+49 (0)341/55-501", Party("", "+49 (0)341/55-501", "phone")),
        ("Karim <tel:+962795550110>", Party("Karim", "+962795550110", "phone")),
        ("٠٧٩ ٥٥٥ ٠١١", Party("", "٠٧٩ ٥٥٥ ٠١١", "phone")),
        ("linkedin.com/in/sara", Party("", "linkedin.com/in/sara", "url")),
        ("Sara <https://l.example/in/sara>", Party("Sara", "https://l.example/in/sara", "url")),
        ("سارة حداد", Party("سارة حداد", "", "name")),
        ("Room 4", Party("Room 4", "", "name")),
        ("Sara <who knows>", Party("Sara <who knows>", "", "name")),
        ("Sara <unknown>", Party("Sara", "", "name")),
    ],
)
def test_people_are_told_by_their_form(cell: str, party: Party) -> None:
    found = row(people=f"{cell},Bob")
    assert isinstance(found, Message)
    assert found.envelope.sender == party


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2024-05-12", 1715515200),
        ("20240512", 1715515200),
        ("2024-05-12T10:00", 1715508000),
        ("2024-05-12 10:00:00.5+02:00", 1715500800),
        ("2024-05-12T10:00:00Z", 1715508000),
        ("2024-05-12 10:00 UTC", 1715508000),
    ],
)
def test_times(at: str, expected: int) -> None:
    found = row(at)
    assert isinstance(found, Message)
    assert found.at == expected


@pytest.mark.parametrize(
    ("channel", "shape"),
    [("message", Message), ("CALL", Message), ("meeting", Meeting), ("visit", Meeting), ("note", Note)],
)
def test_channels(channel: str, shape: type) -> None:
    found = row(channel=channel)
    assert type(found) is shape
    assert getattr(found, "channel", "note") == channel.lower()


@pytest.mark.parametrize(
    ("at", "channel", "people", "column"),
    [
        ("12.5.2024", "message", "Anna,Bob", "at"),
        ("2026-07-04", "call", "Anna,Bob", "at"),
        ("2028-01-01", "meeting", "Anna,Bob", "at"),
        ("2024-05-12", "mail", "Anna,Bob", "channel"),
        ("2024-05-12", "message", ",Bob", "from"),
        ("2024-05-12", "call", "Anna, ; ", "to"),
        ("2024-05-12", "visit", ",", "from"),
    ],
)
def test_a_bad_row_names_its_column(at: str, channel: str, people: str, column: str) -> None:
    found = row(at, channel, people)
    assert isinstance(found, Defect)
    assert column in found.reason.partition(":")[0]


def test_the_future_begins_after_two_days() -> None:
    assert isinstance(row("2026-07-03T23:59", "call"), Message)
    future = row("2026-07-04T00:00", "call")
    assert isinstance(future, Defect)
    assert isinstance(future.kept, Message)
    assert future.kept.at is None


def test_a_planned_meeting_may_lie_ahead() -> None:
    assert isinstance(row("2026-12-24", "meeting"), Meeting)


def test_today_is_the_day_that_is_given() -> None:
    blob = Bytes("log.csv", f"{_HEADER}2044-01-01,call,Anna,Bob,,\n".encode())
    (then,) = interactions.read(blob, date(2044, 2, 1))
    assert isinstance(then, Message)


def test_an_endless_cell_is_a_defect_and_the_rest_goes_on() -> None:
    good = "2024-05-12,message,Anna,Bob,words,\n"
    found = read(_HEADER + good + '2024-05-12,message,Anna,Bob,"' + "x" * 3_000_000 + '",\n' + good)
    assert [type(noun) for noun in found] == [Message, Defect, Message]
    found = read(_HEADER + good + '2024-05-12,message,Anna,Bob,"open,\n' + good * 40_000)
    assert [type(noun) for noun in found[:3]] == [Message, Defect, Message]
    assert len(found) == 40_002
