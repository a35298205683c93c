"""The tables of the database, read from a copy that nobody else has open."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from maarif.domain.blobs import Blob, beside
from maarif.domain.items import Party
from maarif.text.json_stream import clean

#: What a damaged database raises, wherever it is read.
UNREADABLE = (sqlite3.Error, OverflowError, UnicodeDecodeError)  # the last: SQLite's own words about broken bytes

#: After so many steps of SQLite without an end in sight a statement is given up: steps per look, and looks.
_STEPS, _LOOKS = 1_000_000, 20_000

#: Columns that a message may lack, by the version of the system that wrote it.
_OPTIONAL = (
    "attributedBody",
    "item_type",
    "associated_message_type",
    "date_retracted",
    "cache_has_attachments",
    "is_system_message",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One message as it stands in the database."""

    chat: int | None
    thread: str
    sender: Party | None
    is_from_me: bool
    date: object
    text: str
    body: bytes
    has_files: bool
    is_notice: bool


@contextmanager
def opened(blob: Blob) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the blob, for reading. Raises sqlite3.Error."""
    with tempfile.TemporaryDirectory(prefix="maarif-") as folder:
        path = Path(folder, "chat.db")
        _copy(blob, path)
        changes = beside(blob, f"{re.split(r'[/!]', blob.name)[-1]}-wal")
        if changes is not None:
            _copy(changes, path.with_name("chat.db-wal"))
        how = "mode=rw" if changes is not None else "mode=ro&immutable=1"
        with closing(sqlite3.connect(f"{path.as_uri()}?{how}", uri=True)) as database:
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            looks = iter(range(_LOOKS))
            database.set_progress_handler(lambda: next(looks, None) is None, _STEPS)
            database.execute("pragma trusted_schema = off")
            _refuse_views(database)
            yield database


def _copy(blob: Blob, path: Path) -> None:
    with blob.open() as source, path.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)


def _refuse_views(database: sqlite3.Connection) -> None:
    """Refuse what only looks like a table, and could compute without end."""
    names = "'message', 'handle', 'chat', 'chat_message_join', 'chat_handle_join'"
    plain = "type = 'table' and sql like 'create table%'"
    (wrong,) = database.execute(
        f"select count(*) from sqlite_master where name in ({names}) and not ({plain})"
    ).fetchone()
    if wrong:
        raise sqlite3.DatabaseError("a table of messages is no plain table")


def people_of(database: sqlite3.Connection) -> dict[int, list[Party]]:
    """Who takes part in each chat besides the owner."""
    statement = """
        select j.chat_id, h.id
          from chat_handle_join j
          join handle h on h.ROWID = j.handle_id
         order by j.chat_id, h.ROWID
    """
    people: dict[int, list[Party]] = {}
    for chat, address in database.execute(statement):
        if isinstance(chat, int) and (party := party_of(address)):
            people.setdefault(chat, []).append(party)
    return people


def rows_of(database: sqlite3.Connection) -> Iterator[Row]:
    """Every message with the chat it stands in, in the order in which they came."""
    known = {str(row[1]).lower() for row in database.execute("pragma table_info(message)")}
    optional = ", ".join(f"m.{name}" if name.lower() in known else "null" for name in _OPTIONAL)
    statement = f"""
        select j.chat_id, c.guid, h.id, m.is_from_me, m.date, m.text, {optional}
          from message m
          left join chat_message_join j on j.message_id = m.ROWID
          left join chat c on c.ROWID = j.chat_id
          left join handle h on h.ROWID = m.handle_id
         order by m.ROWID
    """
    for row in database.execute(statement):
        yield _row(row)


def _row(row: tuple[object, ...]) -> Row:
    chat, guid, address, from_me, date, text, body, kind, associated, retracted, files, system = row
    is_reaction = isinstance(associated, int) and associated >= 1000
    return Row(
        chat if isinstance(chat, int) else None,
        clean(guid) if isinstance(guid, str) else "",
        party_of(address),
        bool(from_me),
        date,
        clean(text) if isinstance(text, str) else "",
        body if isinstance(body, bytes) else b"",
        bool(files),
        bool(kind or is_reaction or retracted or system),
    )


def party_of(address: object) -> Party | None:
    """Somebody by phone number or mail address; by what else Messages knows them under."""
    written = clean(address).strip() if isinstance(address, str) else ""
    if not written:
        return None
    if "@" in written:
        return Party(address=written, kind="email")
    is_number = written.lstrip("+").isdecimal()
    return Party(address=written if is_number else f"imessage/{written}", kind="phone" if is_number else "chat")
