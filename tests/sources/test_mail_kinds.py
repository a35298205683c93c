"""Mail that is more than words: sealed, invited, bounced, flowed, labelled, and in other wrappings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.items import Defect, Message
from maarif.sources import mail
from maarif.sources.mail.flowed import joined
from maarif.sources.mail.sealed import unarmoured
from maarif.sources.mail.wrapped import bars
from tests.blobs import Bytes

TODAY = date(2026, 6, 5)
FOLDER = Path(__file__).parent / "golden" / "mail"
HEAD = "From: Hanneke Vos <hanneke@delta.example>\nTo: idris@pump.example\nDate: Mon, 2 Mar 2026 19:04:11 +0100\n"


def read(data: str | bytes) -> list[Message | Defect]:
    """What the bytes come to."""
    raw = data.encode() if isinstance(data, str) else data
    return list(mail.read(Bytes("a.eml", raw), TODAY))


def one(data: str | bytes) -> Message:
    """The one mail of the bytes."""
    (item,) = read(data)
    return cast("Message", item)


def calendar(*lines: str, text: str = "", subject: str = "x", method: str = "REQUEST") -> str:
    """The text of a mail that invites."""
    event = "\n".join(("BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"))
    parts = (
        f"--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: text/calendar; charset=utf-8\n\n{event}\n--b--\n"
    )
    return one(f"{HEAD}Subject: {subject}\nContent-Type: multipart/alternative; boundary=b\n\n{parts}").text


def test_an_invitation_without_words_says_to_what_when_and_where() -> None:
    lines = ("SUMMARY:Rowing", "DTSTART:20260318T190000Z", "LOCATION:Boat house\\, quay")
    assert calendar(*lines) == "Invitation: Rowing, 2026-03-18 19:00, Boat house, quay"
    assert calendar(*lines, method="CANCEL").startswith("Cancelled: Rowing")
    assert calendar("SUMMARY:Rowing", "DTSTART;VALUE=DATE:20260318") == "Invitation: Rowing, 2026-03-18"


def test_an_invitation_whose_words_say_it_is_left_alone() -> None:
    assert calendar("SUMMARY:Rowing", text="Rowing on Wednesday?") == "Rowing on Wednesday?"
    assert calendar("SUMMARY:Rowing", text="See you.", subject="Invitation: Rowing") == "See you."
    assert calendar("SUMMARY:Rowing", text="See you.") == "See you.\nInvitation: Rowing"


@pytest.mark.parametrize("raw_byte", ["", "\u00e9"])
def test_a_bounce_names_the_address_that_failed_on_either_path(raw_byte: str) -> None:
    """The raw letter without a declared charset sends the mail to the lenient parser."""
    report = "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; gone@x.example\nAction: failed\nStatus: 5.1.1\n"
    raw = (
        f"{HEAD}Subject: {raw_byte}\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        f"--b\nContent-Type: text/plain\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\n{report}\n--b--\n"
    )
    found = one(raw.encode("latin-1"))
    assert found.text == "Sorry.\nDelivery failed: gone@x.example (5.1.1)"
    assert found.bulk == "auto"


def test_a_bounce_without_a_report_names_what_its_header_names() -> None:
    assert one(f"{HEAD}X-Failed-Recipients: gone@x.example\n\nSorry.").text == (
        "Sorry.\nDelivery failed: gone@x.example"
    )


@pytest.mark.parametrize(
    ("kind", "seal"),
    [
        ('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b', "[sealed: PGP]"),
        ("application/pkcs7-mime; smime-type=enveloped-data", "[sealed: S/MIME]"),
        ("application/x-pkcs7-mime", "[sealed: S/MIME]"),
    ],
)
def test_what_is_sealed_says_so(kind: str, seal: str) -> None:
    assert one(f"{HEAD}Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\nAAAA\n").text == seal


def test_armour_within_a_text_is_taken_off() -> None:
    sealed = "Hi\n-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\nMo"
    assert unarmoured(sealed) == "Hi\n[sealed: PGP]\nMo"
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nSee you.\n- -- \nMo\n"
        "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n"
    )
    assert unarmoured(signed) == "See you.\n-- \nMo\n"
    assert unarmoured("-----BEGIN PGP MESSAGE-----\nnever ends") == "[sealed: PGP]"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("one \ntwo\nthree", "one two\nthree"),
        ("> a \n> b\nc", "> a b\nc"),
        ("> a \nb", "> a \nb"),
        ("a \n-- \nMo", "a \n-- \nMo"),
        (" From\n  x", "From\n x"),
        (">> a \n>> b", ">> a b"),
        ("", ""),
    ],
)
def test_flowed_lines_are_joined(text: str, whole: str) -> None:
    assert joined(text) == whole


def test_flowed_lines_of_a_script_without_spaces_lose_the_break() -> None:
    assert one(f"{HEAD}Content-Type: text/plain; format=flowed; delsp=yes\n\nab \ncd\n").text == "abcd"
    assert one(f"{HEAD}Content-Type: text/plain\n\nab \ncd\n").text == "ab \ncd"


@pytest.mark.parametrize(
    ("labels", "channel", "bulk"),
    [
        ("Inbox,Important", "mail", ""),
        ('"Spam",Unread', "mail", "bulk"),
        ("Chat,Opened", "chat", ""),
        ("=?UTF-8?Q?Courrier_ind=C3=A9sirable?=", "mail", "bulk"),
    ],
)
def test_labels_of_a_google_export(labels: str, channel: str, bulk: str) -> None:
    found = one(f"X-Gmail-Labels: {labels}\n{HEAD}\nx")
    assert (found.channel, found.bulk) == (channel, bulk)


def test_apple_mail_ends_where_its_count_says() -> None:
    message = f"{HEAD}Subject: a\n\nwords\n"
    data = f"{len(message)}   \n{message}<?xml version='1.0'?><plist/>"
    assert mail.recognises(Bytes("1.emlx", data.encode()))
    assert one(data).text == "words"
    (short,) = read(f"{len(message) + 5}\n{message}")
    assert isinstance(short, Defect)
    assert short.reason == "its file ends before the message does: kept up to there"
    assert cast("Message", short.kept).text == "words"


def test_a_number_above_a_note_is_no_apple_mail() -> None:
    assert not mail.recognises(Bytes("1.txt", b"42\nthe answer\n"))


@given(st.lists(st.binary(max_size=30).filter(lambda piece: b"\x01" not in piece), max_size=5), st.integers(1, 12))
def test_bars_are_found_wherever_chunks_end(parts: list[bytes], chunk: int) -> None:
    parts = [part and part + b"\n" for part in parts]
    data = b"\x01\x01\x01\x01\n".join(parts)
    found, growing = [], b""
    for piece, ends in bars(Bytes("a", data).open(), chunk):
        growing += piece
        if ends:
            found.append(growing)
            growing = b""
    assert b"\x01\x01\x01\x01\n".join(found) == data
    assert len(found) == max(len(parts), 1)


def test_a_bar_within_a_line_is_none() -> None:
    data = b"a \x01\x01\x01\x01\n\x01\x01\x01\x01\nb\x01\x01\x01\x01\n"
    pieces = [b""]
    for piece, ends in bars(Bytes("a", data).open(), 7):
        pieces[-1] += piece
        pieces += [b""] * ends
    assert pieces == [b"a \x01\x01\x01\x01\n", b"b\x01\x01\x01\x01\n", b""]


def test_mail_between_bars_keeps_its_lines() -> None:
    data = (FOLDER / "old-mmdf").read_bytes()
    assert mail.recognises(Bytes("old", data))
    found = list(mail.read(Bytes("old", data), TODAY))
    assert [item.origin.item for item in found] == ["a3@choir.example", "a4@choir.example", "line 30"]


def test_a_short_text_that_the_page_says_as_well_is_the_text() -> None:
    page = "<p>See you at nine.</p>" + "<p>Boat house, north quay, left of the mill.</p>" * 30
    raw = (
        f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee you at nine.\n"
        f"--b\nContent-Type: text/html\n\n{page}\n--b--\n"
    )
    assert one(raw).text == "See you at nine."
