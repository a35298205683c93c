"""The other chat sources: what the golden files do not show."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from maarif.domain.chats import MANY, Chat, Said
from maarif.domain.items import Defect, Message, Party
from maarif.sources import googlechat, imessage, signal, sms, telegram
from maarif.sources.imessage.words import styled_words
from maarif.sources.meta import facebook, instagram
from maarif.sources.meta.letters import mended
from tests.blobs import Bytes
from tests.sources.goldens import TODAY, blob, inputs


def parties(count: int) -> list[Party]:
    return [Party(f"P{n}", f"telegram/user{n}", "chat") for n in range(count)]


def test_others_are_all_but_the_sender() -> None:
    chat = Chat("f", 1, "t", parties(3), TODAY)
    told = chat.tell(Party("another name", "telegram/user1", "chat"), Said("x", 1_700_000_000))
    assert isinstance(told, Message)
    assert [party.name for party in told.envelope.to] == ["P0", "P2"]


def test_nobody_in_particular_is_spoken_to_in_a_crowd() -> None:
    for count, bulk in ((MANY + 1, ""), (MANY + 2, "many")):
        told = Chat("f", 1, "t", parties(count), TODAY).tell(parties(1)[0], Said("x", 1_700_000_000))
        assert isinstance(told, Message)
        assert (told.bulk, bool(told.envelope.to)) == (bulk, not bulk)


def test_messages_are_counted_whatever_becomes_of_them() -> None:
    chat = Chat("f", 2, "t", (), TODAY)
    chat.pass_over()
    assert chat.spoil("bad").origin.item == "chat 2/message 2"
    told = chat.tell(Party("A", kind="name"), Said("x", None, "soon"))
    assert isinstance(told, Defect)
    assert told.origin.item == "chat 2/message 3"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Garc\u00c3\u00ada", "García"),
        ("García", "García"),
        ("plain", "plain"),
        ("سارة", "سارة"),
        ("\u00c3", "\u00c3"),
    ],
)
def test_letters_of_meta_are_mended(written: str, meant: str) -> None:
    assert mended(written) == meant


def test_the_folder_tells_instagram_from_facebook() -> None:
    text = b'{"messages": [{"sender_name": "a", "timestamp_ms": 1579294140000, "content": "x"}]}'
    for name, is_instagram in (("instagram-jane/message_1.json", True), ("inbox/message_1.json", False)):
        assert instagram.recognises(Bytes(name, text)) is is_instagram
        assert facebook.recognises(Bytes(name, text)) is not is_instagram


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tuesday, 5 March 2024 at 10:00:00 UTC", 1709632800),
        ("Tuesday, March 5, 2024 at 10:00:00\u202fAM UTC", 1709632800),
        ("Dienstag, 5. März 2024 um 10:00:00 UTC", 1709632800),
        ("mardi 5 mars 2024 à 10:00:00 UTC", 1709632800),
        ("martes, 5 de marzo de 2024, 10:00:00 UTC", 1709632800),
        ("2024-03-05T10:00:00Z", 1709632800),
        ("Tuesday, 35 March 2024 at 10:00:00 UTC", None),
        ("", None),
    ],
)
def test_moments_of_google_chat(written: str, expected: int | None) -> None:
    assert googlechat.moment(written) == expected


def test_a_long_file_of_text_messages_is_read_across_the_seams() -> None:
    entry = '<sms address="+31105550102" date="1709632800000" type="1" body="{}" />\n'
    body = "".join(entry.format("x" * (n % 700)) for n in range(3000))
    found = list(sms.read(Bytes("s.xml", f"<smses>{body}</smses>".encode()), TODAY))
    texts = [noun.text for noun in found if isinstance(noun, Message)]
    assert [len(text) for text in texts] == [n % 700 for n in range(3000) if n % 700]


def test_no_entity_is_ever_followed() -> None:
    entry = '<sms address="+3110555" date="1" type="1" body="&a;" />'
    text = f'<!DOCTYPE x [<!ENTITY a "boom">]><smses>{entry}</smses>'
    assert not sms.recognises(Bytes("s.xml", text.encode()))
    assert not any(isinstance(noun, Message) for noun in sms.read(Bytes("s.xml", text.encode()), TODAY))


@pytest.mark.parametrize(("prefix", "count"), [(b"\x05", 5), (b"\x81\x2c\x01", 300), (b"\x82\x70\x11\x01\x00", 70_000)])
def test_styled_words_of_every_length(prefix: bytes, count: int) -> None:
    body = b"\x04\x0bstreamtyped\x84\x08NSString\x01\x94\x84\x01+" + prefix + b"x" * count + b"\x86\x84"
    assert styled_words(body) == "x" * count
    assert styled_words(b"NSString") == ""


def test_a_view_in_place_of_the_messages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "chat.db"
    database = sqlite3.connect(path)
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select x as text from n"
    database.executescript(f"create table chat_message_join (a); create view message as {endless};")
    database.close()
    found = list(imessage.read(Bytes("chat.db", path.read_bytes()), TODAY))
    assert [type(noun) for noun in found[1:]] == [Defect]


def test_the_owner_of_a_chat_on_a_mac_is_named_by_a_card() -> None:
    path = next(path for path in inputs("imessage") if path.name == "chat.db")
    first, *_ = imessage.read(blob(path), TODAY)
    assert getattr(first, "about_owner", False)


def test_telegram_is_read_without_the_newer_keys() -> None:
    message = {
        "id": 1,
        "type": "message",
        "date": "2019-03-05T10:00:00",
        "from": "Ana",
        "from_id": 5,
        "text": "x",
    }
    data = json.dumps({"name": "Ana", "type": "personal_chat", "id": 5, "messages": [message]}).encode()
    assert telegram.recognises(Bytes("result.json", data))
    (told,) = telegram.read(Bytes("result.json", data), TODAY)
    assert isinstance(told, Message)
    assert (told.at, told.envelope.sender.address) == (1551780000, "telegram/user5")


def test_me_in_signal_is_the_owner_and_only_there() -> None:
    text = b"[2019-12-24, 12:23] Me: hello\n[2019-12-24, 12:24] Ana: hi\n"
    owner, first, second = signal.read(Bytes("chat.md", text), TODAY)
    assert getattr(owner, "about_owner", False)
    assert isinstance(first, Message)
    assert first.envelope.sender.address == "signal/me"
    assert isinstance(second, Message)
    assert [party.address for party in second.envelope.to] == ["signal/me"]
