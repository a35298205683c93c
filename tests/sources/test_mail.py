"""Mail as it comes: mbox, Maildir and single messages, good and bad."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.domain.blobs import Source
from maarif.domain.items import Defect, Message, Party
from maarif.sources import mail
from maarif.sources.mail import mailbox
from tests.blobs import Bytes

TODAY = date(2026, 6, 1)
GOLDEN = sorted(p for p in (Path(__file__).parent / "golden" / "mail").iterdir() if p.suffix != ".expected")


def read(data: bytes | str, name: str = "a.eml") -> list[Message | Defect]:
    raw = data.encode() if isinstance(data, str) else data
    return list(mail.read(Bytes(name, raw), TODAY))


def one(headers: str | bytes, body: str | bytes = b"\n\nHello.\n") -> Message:
    raw_headers = headers.encode() if isinstance(headers, str) else headers
    raw_body = body.encode() if isinstance(body, str) else body
    (item,) = read(raw_headers + raw_body)
    message = item.kept if isinstance(item, Defect) else item
    assert isinstance(message, Message)
    return message


def golden(name: str) -> list[Message | Defect]:
    path = next(p for p in GOLDEN if p.name == name)
    return read(path.read_bytes(), name)


PLAIN = "From: Hanneke Vos <hanneke@delta.example>\nTo: idris@pump.example\nDate: Mon, 2 Mar 2026 19:04:11 +0100"


def test_the_module_is_a_source() -> None:
    source: Source = mail
    assert source.recognises(Bytes("no name to go by", PLAIN.encode() + b"\n\nHello"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.name)
def test_golden_inputs_are_recognised_by_content(path: Path) -> None:
    assert mail.recognises(Bytes("x", path.read_bytes()))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"BEGIN:VCARD\nVERSION:3.0\nFN:Hanneke Vos\nEND:VCARD\n",
        b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n",
        b"at,channel,from,to,text,thread\n2026-01-01,call,me,Idris,,\n",
        b"---\ntitle: Jonas\ndate: 2024-05-04\nfrom: x\nto: y\n---\nA note.\n",
        b"Date: 4 May 2024\nSubject: Jonas's barbecue\n\nMet Idris.\n",
        b"From Monday on I must call Hanneke.\n",
        b"From: the choir\nI know Mo and Lena.\n\nTo: do\n",
        b"3 V1700000000 N12 G0a1b2c3d\n1 :1700000000.M1.box\n",
        b"# To: Hanneke\n\nFrom: me\nTo: you\n",
        b"\x00\x01\x02\x03PK\xff\xfe" * 100,
        b"x" * 65536,
    ],
)
def test_other_files_are_not_claimed(data: bytes) -> None:
    assert not mail.recognises(Bytes("a.eml", data))


def test_an_mbox_is_cut_at_from_lines_and_not_at_sentences() -> None:
    first, second, third = cast("list[Message]", golden("choir.mbox"))
    assert [m.origin.item for m in (first, second, third)] == [
        "m1@delta.example",
        "m2@pump.example",
        "line 36",
    ]
    assert "\nFrom Thursday on we sing" in first.text
    assert "\n\nFrom Thursday to Sunday the key is with Mo." in first.text
    assert second.subject == "Re: Choir on Thursday – gladly"
    assert second.text.startswith("I will bring the café money.")
    assert second.thread == first.thread == "m1@delta.example"
    assert third.thread == ""


def test_an_address_is_named_once_in_an_envelope() -> None:
    envelope = cast("Message", golden("choir.mbox")[0]).envelope
    assert envelope.sender == Party("Hanneke Vos", "hanneke@delta.example")
    assert envelope.to == (Party("Bello, Idris", "idris@pump.example"), Party("", "mo@choir.example"))
    assert envelope.cc == (Party("Lena Brandt", "lena@wasser.example"),)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_flavour_of_from_line_begins_a_message(end: str) -> None:
    lines = [
        "From - Wed Mar  4 09:00:00 2026",
        "From 1790000000000@xxx Sun Mar 01 10:00:00 +0000 2026",
        "From hanneke@delta.example",
        "From MAILER-DAEMON Sat Mar  7 10:05:00 2026",
        "From a@b.example Sat Mar  7 10:05 CET 2026",
        "From news Sat Mar  7 10:05:00 2026 remote from uucp",
    ]
    blocks = [f"{line}\n{PLAIN}\nSubject: {n}\n\nbody {n}\n\n" for n, line in enumerate(lines)]
    messages = cast("list[Message]", read("".join(blocks).replace("\n", end)))
    assert [m.subject for m in messages] == ["0", "1", "2", "3", "4", "5"]
    assert [m.text for m in messages] == [f"body {n}" for n in range(6)]
    assert [m.origin.item for m in messages] == [f"line {1 + 8 * n}" for n in range(6)]


def test_a_relay_line_after_the_from_line_hides_no_header() -> None:
    (item,) = read(
        f"From a@b.example Sat Mar  7 10:05:00 2026\n>From c@d.example Sat Mar  7 10:04:00 2026\n{PLAIN}\n\nx"
    )
    assert cast("Message", item).envelope.sender.name == "Hanneke Vos"


@dataclass(frozen=True)
class Drip:
    """A blob whose stream gives a few bytes at a time and cannot seek."""

    name: str
    data: bytes
    step: int

    @property
    def size(self) -> int:
        return len(self.data)

    @property
    def head(self) -> bytes:
        return self.data[:65536]

    def open(self) -> BinaryIO:
        return cast("BinaryIO", _DripStream(self.data, self.step))


class _DripStream(RawIOBase):
    def __init__(self, data: bytes, step: int) -> None:
        self._chunks: Iterator[bytes] = (data[n : n + step] for n in range(0, len(data), step))

    def read(self, size: int = -1) -> bytes:
        return next(self._chunks, b"")

    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize("step", [1, 7, 100, 5000])
def test_where_chunks_end_does_not_matter(step: int) -> None:
    data = b"\n\n".join([p.read_bytes() for p in GOLDEN if p.suffix == ".mbox"] * 5)
    whole = list(mail.read(Bytes("a", data), TODAY))
    assert len(whole) == 55
    assert list(mail.read(Drip("a", data, step), TODAY)) == whole


def test_bytes_beyond_the_limit_are_left_out_and_the_mail_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "LIMIT", 20_000)
    head = "From a@b.example Sat Mar  7 10:05:00 2026\n" + PLAIN
    parts = "--b\n\nHere it is.\n--b\nContent-Type: image/png\n\n"
    attached = f"{head}\nContent-Type: multipart/mixed; boundary=b\n\n{parts}"
    long = attached + "iVBORw0K\n" * 10_000 + "\n" + head + "\n\n" + "ha\n" * 20_000 + "\n" + head + "\n\nlast\n"
    first, second, third = read(long)
    assert isinstance(first, Message)
    assert first.text == "Here it is."
    assert isinstance(second, Defect)
    assert "longer than" in second.reason
    assert isinstance(second.kept, Message)
    assert len(second.kept.text) > 15_000
    assert cast("Message", third).text == "last"
    assert cast("Message", third).origin.item == f"line {1 + long[: long.rindex('From a@b')].count(chr(10))}"


def test_names_and_subjects_in_any_script() -> None:
    (item,) = golden("arabic.eml")
    message = cast("Message", item)
    assert message.envelope.sender == Party("سارة حداد", "sara@majlis.example")
    assert message.envelope.to == (Party("محمد", "mohammed@majlis.example"),)
    assert message.subject == "موعد العشاء"
    assert message.text == "مرحبا محمد،\nنلتقي يوم الخميس.\nسارة"


def test_eight_bit_mail_without_a_label_is_read_by_its_looks() -> None:
    (arabic,) = cast("list[Message]", golden("unlabelled_arabic.eml"))
    assert (arabic.subject, arabic.text) == ("مرحبا", "مرحبا يا سارة")
    assert one(PLAIN, "\n\nGrüße aus Köln".encode()).text == "Grüße aus Köln"
    assert one(PLAIN, "\n\nGrüße aus Köln".encode("cp1252")).text == "Grüße aus Köln"
    wrong = PLAIN + "\nContent-Type: text/plain; charset=x-klingon"
    assert one(wrong, "\n\nà bientôt".encode()).text == "à bientôt"


@pytest.mark.parametrize("charset", ["us\x00ascii", '"\x00"', "utf-8'\x00'x", "x" * 3000])
def test_a_charset_that_cannot_be_one_is_passed_over(charset: str) -> None:
    for form in (f"charset={charset}", f"charset*={charset}''utf-8"):
        headers = f"{PLAIN}\nContent-Type: text/plain; {form}"
        assert one(headers, "\n\nGrüße".encode()).text == "Grüße"


def test_html_alone_is_made_readable() -> None:
    (item,) = golden("german_html.eml")
    message = cast("Message", item)
    assert message.envelope.sender.name == "Jörg Müller"
    assert message.text == "Hallo Lena,\ngrüß dich! Die Pläne liegen hier.\nJörg\n> Wo liegen die Pläne?"


def test_a_plain_footer_does_not_hide_an_html_body() -> None:
    body = "<p>" + "We meet at the harbour at nine and row to the island. " * 12 + "</p>"
    raw = (
        "\nContent-Type: multipart/mixed; boundary=b\n\n"
        f"--b\nContent-Type: text/html\n\n{body}\n--b\nContent-Type: text/plain\n\nsent by a list\n--b--\n"
    )
    assert "row to the island" in one(PLAIN, raw).text


def test_a_file_attached_as_text_is_not_the_text() -> None:
    raw = (
        "\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the file.\n"
        "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nnot this\n--b--\n"
    )
    assert one(PLAIN, raw).text == "See the file."


def test_names_that_an_export_kept_are_joined_to_bare_addresses() -> None:
    (item,) = golden("exported.eml")
    assert isinstance(item, Defect)
    assert item.reason == "its date says 1979-12-31, which cannot be: kept without a date"
    kept = cast("Message", item.kept)
    assert kept.at is None
    assert kept.envelope.sender == Party("Jane K. Doe", "jane.doe@works.example")
    assert kept.envelope.to == (
        Party("Idris Bello", "idris.bello@works.example"),
        Party("Nobody Known", ""),
        Party("", "mona@hall.example"),
    )


@pytest.mark.parametrize(
    ("headers", "at"),
    [
        ("Date: Mon, 2 Mar 2026 19:04:11 +0100", 1772474651),
        ("Date: Tue, 2 Jun 2026 00:00:00 +0000", 1780358400),
        ("Date: Thu, 31 Dec 2099 10:00:00 +0000\nReceived: x; Mon, 2 Mar 2026 19:04:11 +0100", 1772474651),
        ("Received: by a; nonsense\nReceived: by b; 2 Mar 2026 18:04:11 GMT", 1772474651),
        ("Subject: none at all", None),
    ],
)
def test_when_it_was_written(headers: str, at: int | None) -> None:
    (item,) = read(f"From: a@b.example\nMessage-ID: <1@b.example>\n{headers}\n\nx")
    assert isinstance(item, Message)
    assert item.at == at


@pytest.mark.parametrize("day", ["1 Jan 1970", "31 Dec 1979", "1 Jan 1980", "1 Jan 1982", "8 Jun 2026", "4 Jan 2044"])
def test_days_that_cannot_be_are_a_defect_that_keeps_the_mail(day: str) -> None:
    (item,) = read(f"From: a@b.example\nMessage-ID: <1@b.example>\nDate: {day} 12:00:00 +0000\n\nx")
    assert isinstance(item, Defect)
    assert "which cannot be: kept without a date" in item.reason
    assert item.origin.item == "1@b.example"
    assert cast("Message", item.kept).at is None
    assert cast("Message", item.kept).text == "x"


def test_broken_mail_is_kept_as_far_as_it_goes() -> None:
    first, second, third, fourth = golden("broken.mbox")
    assert isinstance(first, Message)
    assert first.envelope.sender == Party("Smith, John", "john@box.example")
    assert (first.text, first.at) == ("Still readable.", 1772877600)
    assert isinstance(second, Defect)
    assert second.origin.item == "line 12"
    assert "no mail headers" in second.reason
    assert cast("Message", third).text == "Hello there, bye"
    assert cast("Message", fourth).text == "The text came thr"


@pytest.mark.parametrize(
    ("headers", "thread"),
    [
        ("Message-ID: <3@x>\nIn-Reply-To: <2@x>\nReferences: <1@x>\n <2@x>", "1@x"),
        ("Message-ID: <3@x>\nIn-Reply-To: Your message of Monday <2@x>", "2@x"),
        ("Message-ID: <3@x>", "3@x"),
        ("Message-ID: 3@x", "3@x"),
        ("Subject: alone", ""),
    ],
)
def test_threads_begin_at_the_first_reference(headers: str, thread: str) -> None:
    assert one(f"{PLAIN}\n{headers}").thread == thread


def test_ten_thousands_of_recipients_are_kept_and_marked() -> None:
    many = ", ".join(f"P{n} <p{n}@x.example>" for n in range(30_000))
    message = one(f"From: a@b.example\nDate: Mon, 2 Mar 2026 19:04:11 +0100\nTo: {many}\nCc: c@d.example (C)")
    assert len(message.envelope.to) == 30_000
    assert message.envelope.cc == (Party("C", "c@d.example"),)
    assert message.bulk == "many"


@pytest.mark.parametrize("depth", [30, 200, 3000, 100_000])
def test_mail_nested_without_end_is_kept(depth: int) -> None:
    nest = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    message = one(PLAIN, f"\n{nest}\nat the bottom")
    assert message.envelope.sender.name == "Hanneke Vos"


@pytest.mark.parametrize(
    "junk", [b">", b"\n", b" ", b"\n>", b"<", b'"', b"(", b"=?utf-8?q?", b"\nFrom ", b"\x00", b"\xff"]
)
def test_endless_repetition_ends(junk: bytes) -> None:
    header = PLAIN.encode() + b"\nTo: " + junk * 3000 + b"\nSubject: " + junk * 3000
    items = read(b"From a@b.example Sat Mar  7 10:05:00 2026\n" + header + b"\n\n" + junk * 100_000)
    assert items
    assert all(item.origin.source == "a.eml" for item in items)


@settings(max_examples=150, deadline=None)
@given(
    path=st.sampled_from(GOLDEN),
    cuts=st.lists(st.tuples(st.integers(0, 2500), st.integers(0, 80), st.binary(max_size=30)), max_size=6),
)
def test_whatever_is_done_to_the_bytes_gives_items_or_defects(path: Path, cuts: list[tuple[int, int, bytes]]) -> None:
    data = path.read_bytes()
    for start, length, put in cuts:
        data = data[:start] + put + data[start + length :]
    blob = Bytes("box/some.mbox", data)
    assert mail.recognises(blob) in (True, False)
    for item in mail.read(blob, TODAY):
        message = item.kept if isinstance(item, Defect) else item
        assert item.origin.source == "box/some.mbox"
        assert item.origin.item
        if isinstance(message, Message):
            json.dumps([message.subject, message.text, repr(message.envelope)], ensure_ascii=False).encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_items_or_defects(data: bytes) -> None:
    for item in read(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n" + data):
        assert isinstance(item, Message | Defect)
