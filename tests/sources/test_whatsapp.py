"""WhatsApp: what the golden files do not show."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from maarif.domain.items import Defect, Message
from maarif.sources import whatsapp
from maarif.sources.whatsapp.titles import title_of
from maarif.sources.whatsapp.words import CALL, meaning_of
from tests.blobs import Bytes
from tests.sources.goldens import TODAY


def days(*stamps: str) -> list[str | None]:
    text = "\n".join(f"{stamp} - Ana: word" for stamp in stamps)
    found = list(whatsapp.read(Bytes("x.txt", text.encode()), TODAY))
    kept = [noun.kept if isinstance(noun, Defect) else noun for noun in found]
    moments = [noun.at for noun in kept if isinstance(noun, Message)]
    return [None if at is None else datetime.fromtimestamp(at, UTC).date().isoformat() for at in moments]


@pytest.mark.parametrize(
    ("stamps", "first"),
    [
        (("05/04/21, 10:00", "30/04/21, 10:00"), "2021-04-05"),
        (("05/04/21, 10:00", "05/30/21, 10:00"), "2021-05-04"),
        (("21/04/05, 10:00", "21/04/30, 10:00"), "2021-04-05"),
        (("01/02/21, 10:00", "02/01/21, 10:00"), "2021-01-02"),
        (("01/02/21, 10:00", "02/02/21, 10:00"), "2021-02-01"),
        (("01/02/21, 10:00", "01/03/21, 10:00"), "2021-01-02"),
        (("1/5/24, 2:30 PM", "2/5/24, 2:30 PM"), "2024-01-05"),
        (("05/04/2021, 10:00",), "2021-04-05"),
        (("2021/04/05, 10:00",), "2021-04-05"),
        (("05/04/2564, 10:00",), "2021-04-05"),
        (("05/04/64, 10:00",), "2021-04-05"),
        (("H31/4/5 10:00",), "2019-04-05"),
        (("17/6/1445 هـ, 10:00",), "2023-12-30"),
        (("05/04/1402, 10:00",), None),
    ],
)
def test_the_order_of_a_date_is_told_from_the_whole_chat(stamps: tuple[str, ...], first: str | None) -> None:
    assert days(*stamps)[0] == first


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("hello\nthere", "hello\nthere"),
        ("<Media omitted>", "[media]"),
        ("\u200eimage omitted", "[image]"),
        ("\u200evideo omitted", "[video]"),
        ("\u200eSticker weggelassen", "[sticker]"),
        ("imagen omitida", "[image]"),
        ("\u200eتم استبعاد الصورة", "[image]"),
        ("<attached: 00000012-AUDIO-2023-12-30.opus>", "[audio]"),
        ("\u200e<Anhang: 00000012-PHOTO.jpg>", "[image]"),
        ("plan.pdf (Datei angehängt)\nfor you", "[document: plan.pdf]\nfor you"),
        ("You deleted this message", ""),
        ("\u200eDu hast diese Nachricht gelöscht.", ""),
        ("تم حذف هذه الرسالة", ""),
        ("so be it \u200e<This message was edited>", "so be it"),
        ("\u200eVoice call, \u200e22 min", CALL),
        ("\u200eMissed voice call", ""),
        ("\u200eLocation: https://maps.example/?q=1,2", "Location: https://maps.example/?q=1,2"),
        ("What did they say when the image was omitted?", "What did they say when the image was omitted?"),
        ("Wer hat das Bild weggelassen?", "Wer hat das Bild weggelassen?"),
        ("POLL:\nSunday?\nOPTION: Yes (1 vote)", "[poll] Sunday?\n- Yes"),
    ],
)
def test_what_whatsapp_writes_in_place_of_words(written: str, meaning: str) -> None:
    assert meaning_of(written) == meaning


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("WhatsApp Chat with Ana Li.txt", "Ana Li"),
        ("d/WhatsApp Chat - Ana Li.zip!_chat.txt", "Ana Li"),
        ("WhatsApp Chat mit Jule (1).txt", "Jule"),
        ("Chat de WhatsApp con José.txt", "José"),
        ("دردشة واتساب مع سارة.txt", "سارة"),
        ("Choir/_chat.txt", "Choir"),
        ("notes.txt", "notes"),
    ],
)
def test_titles(name: str, title: str) -> None:
    assert title_of(name) == title


def test_in_a_chat_where_one_alone_speaks_the_file_names_the_other() -> None:
    (said,) = whatsapp.read(Bytes("WhatsApp Chat with Ana.txt", b"30/12/2023, 14:30 - Me: Hello?"), TODAY)
    assert isinstance(said, Message)
    assert [party.name for party in said.envelope.to] == ["Ana"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30/12/2023, 14:30 - Ana: hello", True),
        ("30/12/2023, 14:30 - You created the group", False),
        ("30/12/2023, 14:30 met Ana at the port: nice", False),
        ("[2019-12-24, 12:23] Sara: x", False),
        ("# Journal\n30/12/2023, 14:30 - Ana: hello", False),
    ],
)
def test_recognises(text: str, expected: bool) -> None:
    assert whatsapp.recognises(Bytes("any.txt", text.encode())) is expected
    assert whatsapp.recognises(Bytes("any.txt", text.encode("utf-16"))) is expected


def test_an_endless_message_is_cut_and_the_next_is_read() -> None:
    line = "30/12/2023, 14:30 - Ana: "
    found = list(whatsapp.read(Bytes("x.txt", f"{line}{'x' * 3_000_000}\nmore\n{line}next".encode()), TODAY))
    assert [len(noun.text) <= 1 << 20 for noun in found if isinstance(noun, Message)] == [True, True]
    assert isinstance(found[-1], Message)
    assert found[-1].text == "next"


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("<Mídia oculta>", "[media]"),
        ("null", "[media]"),
        ("ANKET:\nNe zaman?\nSEÇENEK: Cuma (1 oy)", "[poll] Ne zaman?\n- Cuma"),
        ("PEILING:\nWanneer?\nOPTIE: vrijdag (2 stemmen)", "[poll] Wanneer?\n- vrijdag"),
    ],
)
def test_what_telephones_write_in_portuguese_turkish_and_dutch(written: str, meaning: str) -> None:
    assert meaning_of(written) == meaning
