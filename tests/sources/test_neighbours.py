"""What sources learn from the files next to the one they read."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from maarif.domain.blobs import Source
from maarif.domain.items import Card, Message
from maarif.sources import abbu, discord, googlechat, imessage, signal, slack
from maarif.sources.googlechat import moment
from tests.blobs import Bytes
from tests.sources.goldens import nouns


def messages(source: Source, name: str, files: dict[str, str]) -> list[Message]:
    others = {path: text.encode() for path, text in files.items()}
    blob = Bytes(name, others[name], others)
    assert source.recognises(blob)
    return [noun for noun in nouns(source, blob) if isinstance(noun, Message)]


def to(message: Message) -> list[str]:
    return [party.address or party.name for party in message.envelope.to]


_SAID = '[{"type":"message","user":"U01","text":"hello","ts":"1709632800.000100","client_msg_id":"a"}]'
_DMS = '[{"id":"D01234567","created":1,"members":["U01","U02"]}]'


@pytest.mark.parametrize(("dms", "expected"), [(_DMS, ["slack/U02"]), ("[]", []), ("{broken", []), ("[1, null]", [])])
def test_a_direct_message_of_slack_goes_to_whom_the_list_names(dms: str, expected: list[str]) -> None:
    (found,) = messages(slack, "D01234567/2024-03-05.json", {"D01234567/2024-03-05.json": _SAID, "dms.json": dms})
    assert to(found) == expected


def test_the_channel_of_a_workspace_is_addressed_to_who_speaks() -> None:
    (found,) = messages(slack, "garden/2024-03-05.json", {"garden/2024-03-05.json": _SAID, "dms.json": _DMS})
    assert to(found) == []


_OWN, _OTHER = "712345678901234567", "712345678901234568"
_WROTE = '[{"ID":812345678901234567,"Timestamp":"2023-04-05 12:00:00","Contents":"hello","Attachments":""}]'


@pytest.mark.parametrize(("kind", "expected"), [("DM", [f"discord/{_OTHER}"]), (1, [f"discord/{_OTHER}"]), (0, [])])
def test_a_direct_message_of_discord_goes_to_the_other(kind: object, expected: list[str]) -> None:
    name = "messages/c812345678901234567/messages.json"
    channel = json.dumps({"id": "812345678901234567", "type": kind, "recipients": [_OWN, _OTHER]})
    account = json.dumps({"id": _OWN, "username": "nadia"})
    files = {name: _WROTE, "messages/c812345678901234567/channel.json": channel, "Account/user.json": account}
    (found,) = messages(discord, name, files)
    assert to(found) == expected


def test_without_a_channel_the_name_in_the_index_is_whom_it_went_to() -> None:
    name = "messages/c812345678901234567/messages.json"
    index = '{"812345678901234567": "Direct Message with idris.b#0"}'
    channel = '{"id": "812345678901234567", "type": "DM"}'
    files = {name: _WROTE, "messages/index.json": index, "messages/c812345678901234567/channel.json": channel}
    assert to(messages(discord, name, files)[0]) == ["discord/@idris.b"]


def test_who_never_answers_in_google_chat_is_known_from_the_group() -> None:
    said = {"creator": {"name": "Nadia", "email": "n@x.example", "user_type": "Human"}, "text": "hello"}
    said["created_date"] = "Tuesday, March 5, 2024 at 10:00:00 AM UTC"
    group = {"members": [{"name": "Nadia", "email": "n@x.example", "user_type": "Human"}]}
    group["members"].append({"name": "Idris", "email": "i@x.example", "user_type": "Human"})
    files = {"DM 1/messages.json": json.dumps({"messages": [said]}), "DM 1/group_info.json": json.dumps(group)}
    (found,) = messages(googlechat, "DM 1/messages.json", files)
    assert to(found) == ["i@x.example"]


@pytest.mark.parametrize(
    "written",
    [
        "Tuesday, March 5, 2024 at 2:30:00 PM UTC",
        "Tuesday, 5 March 2024 at 14:30:00 UTC",
        "Dienstag, 5. März 2024 um 14:30:00 UTC",
        "2024. március 5., kedd 14:30:00 UTC",
        "mardi 5 mars 2024 à 14:30:00 UTC",
        "wtorek, 5 marca 2024 14:30:00 UTC",
        "вторник, 5 марта 2024 г. в 14:30:00 UTC",
        "5 Mart 2024 Salı 14:30:00 UTC",
        "2024年3月5日火曜日 14:30:00 UTC",
        "2024년 3월 5일 화요일 오후 2:30:00 UTC",
    ],
)
def test_takeout_writes_moments_in_the_language_of_the_account(written: str) -> None:
    assert moment(written) == 1709649000


_TEXT = "[2024-03-05 12:00:00] Me: hello\n[2024-03-05 12:01:00] Ana: hi\n"
_ROWS = '{"date": "2024-03-05T12:00:00", "sender": "Me", "body": "hello"}\n'


def test_a_chat_that_stands_in_text_and_in_json_is_read_once() -> None:
    files = {"Ana/chat.md": _TEXT, "Ana/data.json": _ROWS}
    assert messages(signal, "Ana/chat.md", files) == []
    assert len(messages(signal, "Ana/data.json", files)) == 1
    assert len(messages(signal, "Ana/chat.md", {"Ana/chat.md": _TEXT})) == 2


@pytest.mark.parametrize(
    ("row", "channel", "text"),
    [
        ({"body": "Incoming voice call (accepted, 3m 2s)"}, "call", "Incoming voice call (accepted, 3m 2s)"),
        ({"body": "Missed video call"}, "chat", "[missed call]"),
        ({"body": "", "sticker": {"emoji": "x", "id": "1"}}, "chat", "[sticker]"),
        ({"body": "gone", "deleted": True}, "", ""),
        ({"body": "who?", "sender": "No-Sender"}, "", ""),
    ],
)
def test_what_signal_export_writes_besides_words(row: dict[str, object], channel: str, text: str) -> None:
    written = json.dumps({"date": "2024-03-05T12:00:00", "sender": "Ana", **row})
    found = messages(signal, "Ana/data.json", {"Ana/data.json": written + "\n"})
    assert [(message.channel, message.text) for message in found] == ([(channel, text)] if text else [])


def _changed(folder: Path, name: str, statements: tuple[str, ...], later: str) -> dict[str, bytes]:
    """A database with changes that lie beside it, as a program leaves them that still has it open."""
    database = sqlite3.connect(folder / name)
    database.execute("pragma journal_mode = wal")
    database.execute("pragma wal_autocheckpoint = 0")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.execute("pragma wal_checkpoint(truncate)")
    database.execute(later)
    database.commit()
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    database.close()
    return files


def test_the_last_messages_lie_beside_the_database(tmp_path: Path) -> None:
    tables = (
        "create table handle (ROWID integer primary key, id text)",
        "create table chat (ROWID integer primary key, guid text)",
        "create table message (ROWID integer primary key, text text, handle_id int, date int, is_from_me int)",
        "create table chat_message_join (chat_id int, message_id int)",
        "create table chat_handle_join (chat_id int, handle_id int)",
        "insert into handle values (1, '+493415550140')",
    )
    files = _changed(tmp_path, "chat.db", tables, "insert into message values (1, 'late', 1, 700000000, 0)")
    assert [path for path in files if not imessage.recognises(Bytes(path, files[path], files))] == []
    alone = nouns(imessage, Bytes("chat.db", files["chat.db"]))
    found = nouns(imessage, Bytes("chat.db", files["chat.db"], files))
    assert [noun.text for noun in alone if isinstance(noun, Message)] == []
    assert [noun.text for noun in found if isinstance(noun, Message)] == ["late"]
    assert nouns(imessage, Bytes("chat.db-wal", files["chat.db-wal"], files)) == []


def test_the_last_contacts_lie_beside_the_database(tmp_path: Path) -> None:
    table = "create table ZABCDRECORD (Z_PK integer primary key, Z_ENT int, ZUNIQUEID text, ZFIRSTNAME text)"
    later = "insert into ZABCDRECORD values (1, 22, 'u-1', 'Sara')"
    files = _changed(tmp_path, "AddressBook-v22.abcddb", (table,), later)
    name = "AddressBook-v22.abcddb"
    assert [path for path in files if not abbu.recognises(Bytes(path, files[path], files))] == []
    (found,) = nouns(abbu, Bytes(name, files[name], files))
    assert isinstance(found, Card)
    assert (found.name, found.origin.item) == ("Sara", "u-1")


def test_who_has_a_list_of_their_own_is_not_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.abcddb"
    with sqlite3.connect(path) as database:
        database.execute("create table ZABCDRECORD (Z_PK integer primary key, ZUNIQUEID text, ZFIRSTNAME text)")
        database.execute("insert into ZABCDRECORD values (1, 'u-1:ABPerson', 'Sara'), (2, 'u-2', 'Tom')")
    name, data = "a.abbu/a.abcddb", path.read_bytes()
    others = {name: data, "a.abbu/Metadata/u-1:ABPerson.abcdp": b"<plist/>"}
    found = nouns(abbu, Bytes(name, data, others))
    assert [noun.name for noun in found if isinstance(noun, Card)] == ["Tom"]


def test_what_only_looks_like_a_table_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.abcddb"
    with sqlite3.connect(path) as database:
        database.execute(
            "create view ZABCDRECORD as with recursive n(Z_PK) as (select 1 union all select Z_PK + 1 from n)"
            " select Z_PK, 'x' as ZFIRSTNAME from n"
        )
    assert nouns(abbu, Bytes("a.abcddb", path.read_bytes())) == []
