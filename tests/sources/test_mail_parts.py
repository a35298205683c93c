"""The parts of reading mail: addresses, dates, charsets, bulk."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.items import Party
from maarif.sources.mail.addresses import party, split_addresses
from maarif.sources.mail.bulk import bulk
from maarif.sources.mail.charsets import decode, decode_words
from maarif.sources.mail.dates import read_date, written_day
from maarif.sources.mail.exported import names_in


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("Hanneke Vos", "hanneke@delta.example", Party("Hanneke Vos", "hanneke@delta.example")),
        ("", "'h@delta.example'", Party("", "h@delta.example")),
        ("'Hanneke'", "mailto:h@delta.example", Party("Hanneke", "h@delta.example")),
        ("h@Delta.example", "H@delta.example", Party("", "H@delta.example")),
        ("D'Arcy O'Neil", "o'neil@delta.example", Party("D'Arcy O'Neil", "o'neil@delta.example")),
        ("Jane", "no.address@works.example", Party("Jane", "")),
        ("Jane", "unknown@nowhere.invalid", Party("Jane", "")),
        ("Jane", "undisclosed@works.example", Party("Jane", "")),
        ("Jane", "/O=WORKS/CN=JANE", Party("Jane", "")),
        ("", "postmaster", Party("postmaster", "")),
        ("", "no.address@works.example", None),
        ("", "undisclosed-recipients", None),
        ("Undisclosed recipients", "", None),
        ("", "", None),
        ('""', "<>", None),
    ],
)
def test_what_is_left_of_an_address(name: str, address: str, expected: Party | None) -> None:
    assert party(name, address) == expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("a@b.example, C <c@d.example>", [("", "a@b.example"), ("C", "c@d.example")]),
        ("Smith, John <j@x.example>, k@x.example", [("Smith, John", "j@x.example"), ("", "k@x.example")]),
        ('"Smith, John" <j@x.example>', [("Smith, John", "j@x.example")]),
        ("=?utf-8?Q?M=C3=BCller=2C_J=C3=B6rg?= <j@x.example>", [("Müller, Jörg", "j@x.example")]),
        ("j@x.example (John)", [("John", "j@x.example")]),
        ("Rowers: a@b.example, c@d.example;", [("", "a@b.example"), ("", "c@d.example")]),
        ("undisclosed-recipients:;", []),
        ("Tom, Ann", [("Tom", ""), ("Ann", "")]),
        ("a@b.example; c@d.example", [("", "a@b.example"), ("", "c@d.example")]),
        (" , ,", []),
        ('"never closed <j@x.example>', [("never closed", "j@x.example")]),
    ],
)
def test_address_headers_are_split_leniently(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(name.strip('"'), address) for name, address in split_addresses(text)] == pairs


def test_names_of_an_export() -> None:
    text = "Doe, Jane K. </O=W/CN=JD>, 'm@h.example', Idris Bello/EU/W@W, Ann <a@b.example> @ W, Choir <C/W@W>"
    assert names_in(text) == ("Jane K. Doe", "", "Idris Bello", "Ann", "Choir")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mon, 2 Mar 2026 19:04:11 +0100", datetime(2026, 3, 2, 18, 4, 11, tzinfo=UTC)),
        ("Mon, 2 Mar 2026 19:04:11 -0330 (NST)", datetime(2026, 3, 2, 22, 34, 11, tzinfo=UTC)),
        ("2 Mar 26 19:04 EST", datetime(2026, 3, 3, 0, 4, tzinfo=UTC)),
        ("Mon, 02-Mar-1998 19:04:11 GMT", datetime(1998, 3, 2, 19, 4, 11, tzinfo=UTC)),
        ("Sat, 1 Jan 100 00:00:00 +0000", datetime(2000, 1, 1, tzinfo=UTC)),
        ("Mon Mar  2 19:04:11 2026", datetime(2026, 3, 2, 19, 4, 11, tzinfo=UTC)),
        ("Mon Mar 02 19:04:11 +0100 2026", datetime(2026, 3, 2, 18, 4, 11, tzinfo=UTC)),
        ("2026-03-02T19:04:11.123+01:00", datetime(2026, 3, 2, 18, 4, 11, tzinfo=UTC)),
        ("Mo, 2 Mai 2022 10:00:00 +0200", datetime(2022, 5, 2, 8, tzinfo=UTC)),
    ],
)
def test_dates_as_mail_writes_them(text: str, moment: datetime) -> None:
    assert read_date(text) == int(moment.timestamp())


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31 Feb 2020 10:00:00 +0000", "2 Mar 2026 99:99", "2 Foo 2026 10:00"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_the_day_is_told_as_it_is_written() -> None:
    assert written_day("Mon, 31 Dec 1979 16:00:00 -0800 (PST)") == "1979-12-31"
    assert written_day(" long ago ") == "long ago"


@given(st.integers(min_value=378_777_600, max_value=4_102_444_800))
def test_dates_are_read_back(at: int) -> None:
    moment = datetime.fromtimestamp(at, UTC)
    assert read_date(moment.strftime("%a, %d %b %Y %H:%M:%S +0000")) == at
    assert read_date(moment.isoformat()) == at


@given(st.text(max_size=80))
def test_no_text_is_too_odd_for_a_date_or_an_address(text: str) -> None:
    assert isinstance(read_date(text), int | None)
    assert all(isinstance(name, str) for name, _ in split_addresses(text))


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        ("Grüße".encode(), "", "Grüße"),
        ("Grüße".encode("cp1252"), "utf-8", "Grüße"),
        ("مرحبا".encode("cp1256"), "", "مرحبا"),
        ("مرحبا".encode("cp1256"), "x-unheard-of", "مرحبا"),
        ("Grüße und Küsse".encode()[:-1] + b"\xc3", "utf-8", "Grüße und Küss"),
        (b"abc", "punycode", "abc"),
        (b"abc", "no\x00charset", "abc"),
        (b"+2AA-", "utf-7", "+2AA-"),
    ],
)
def test_bytes_are_decoded_by_label_then_by_looks(data: bytes, label: str, text: str) -> None:
    assert decode(data, label) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("=?utf-8?q?caf=C3=A9_?= =?utf-8?q?noir?= today", "café noir today"),
        ("=?utf-8?B?2YU=?= =?utf-8?B?2LE=?=", "مر"),
        ("=?utf-8?B?2Q==?= =?utf-8?B?hQ==?=", "م"),
        ("=?utf-8*en?Q?a?=", "a"),
        ("no words", "no words"),
        ("=?utf-8?B?###?=", "###"),
        ("=?x-odd?Q?=FC?=ber", "über"),
    ],
)
def test_encoded_words(written: str, text: str) -> None:
    assert decode_words(written) == text


@pytest.mark.parametrize(
    ("headers", "sender", "recipients", "why"),
    [
        ({}, "hanneke@delta.example", 20, ""),
        ({}, "hanneke@delta.example", 21, "many"),
        ({"list-id": ["<run.example>"], "precedence": ["bulk"]}, "h@delta.example", 1, "list"),
        ({"list-unsubscribe": ["<x>"]}, "h@delta.example", 1, "bulk"),
        ({"list-unsubscribe": ["<x>"], "list-post": ["<x>"]}, "h@delta.example", 1, "list"),
        ({"precedence": ["Bulk"]}, "h@delta.example", 1, "bulk"),
        ({"precedence": ["first-class"]}, "h@delta.example", 1, ""),
        ({"auto-submitted": ["no"]}, "h@delta.example", 1, ""),
        ({"auto-submitted": ["auto-replied; x"]}, "h@delta.example", 1, "auto"),
        ({"x-autoreply": ["yes"]}, "h@delta.example", 1, "auto"),
        ({"return-path": ["<>"]}, "h@delta.example", 1, "auto"),
        ({"return-path": ["<h@delta.example>"]}, "h@delta.example", 1, ""),
        ({"content-type": ["multipart/report; report-type=x"]}, "h@delta.example", 1, "auto"),
        ({}, "MAILER-DAEMON@mx.example", 1, "auto"),
        ({}, "no-reply@run.example", 1, "noreply"),
        ({}, "donotreply@run.example", 1, "noreply"),
        ({}, "news+noreply@run.example", 1, "noreply"),
        ({}, "notifications@run.example", 1, "noreply"),
        ({}, "antonia.reply@run.example", 1, ""),
        ({}, "notifier.smith@run.example", 1, ""),
    ],
)
def test_what_machines_and_lists_send(headers: dict[str, list[str]], sender: str, recipients: int, why: str) -> None:
    assert bulk(headers, sender, recipients) == why
