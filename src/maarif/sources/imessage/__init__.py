"""iMessage: the database of Messages on a Mac (`chat.db`) or in a telephone's backup (`sms.db`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat, Said, me, owner_card
from maarif.domain.items import Defect, Item, Origin, Party
from maarif.sources.imessage.database import UNREADABLE, Row, opened, people_of, rows_of
from maarif.sources.imessage.words import moment, words_of

_MAGIC = b"SQLite format 3\0"
#: What SQLite keeps beside a database that is open: the last changes, and an index to them.
_BESIDE = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"), b"\x18\xe2\x2d\x00"
_TABLES = re.compile(rb"chat_message_join|chat_handle_join|message_attachment_join")
_NAMES = ("chat.db", "sms.db")


def recognises(blob: Blob) -> bool:
    """Tell by the tables that the database's first pages name; where they name none, by the file's name."""
    head, name = blob.head, blob.name.lower()
    if name.endswith(tuple(f"{each}-{end}" for each in _NAMES for end in ("wal", "shm"))):
        return head.startswith((*_BESIDE[0], _BESIDE[1]))
    if not head.startswith(_MAGIC):
        return False
    return _TABLES.search(head) is not None or blob.name.lower().endswith(_NAMES)


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, in the order in which they came; reads a copy, and changes nothing.

    The last changes, which lie in `chat.db-wal` beside it, are read with it.
    """
    if not blob.head.startswith(_MAGIC):
        return
    yield owner_card(blob.name, "imessage")
    try:
        with opened(blob) as database:
            chats = _Chats(blob.name, people_of(database), today)
            for row in rows_of(database):
                yield from chats.tell(row)
    except UNREADABLE as error:
        yield Defect(Origin(blob.name, "database"), f"the database is damaged from here: {error}"[:200])


class _Chats:
    """The chats of the database, counted as they come."""

    def __init__(self, source: str, people: dict[int, list[Party]], today: date) -> None:
        self._source = source
        self._people = people
        self._today = today
        self._chats: dict[str, Chat] = {}

    def tell(self, row: Row) -> Iterator[Item | Defect]:
        """Yield what the row says."""
        chat = self._chat(row)
        text = words_of(row.text, row.body, row.has_files)
        if row.is_notice or not text:
            chat.pass_over()
        elif not row.is_from_me and row.sender is None:
            yield chat.spoil("nobody is named as the sender", text)
        else:
            sender = me("imessage") if row.is_from_me or row.sender is None else row.sender
            yield chat.tell(sender, Said(text, moment(row.date), str(row.date)))

    def _chat(self, row: Row) -> Chat:
        others = self._people.get(row.chat, []) if row.chat is not None else []
        others = others or ([row.sender] if row.sender else [])
        key = row.thread or (others[0].address.removeprefix("imessage/") if others else "")
        if key not in self._chats:
            number = len(self._chats) + 1
            members = (me("imessage"), *others)
            self._chats[key] = Chat(self._source, number, f"imessage/{key}" if key else "", members, self._today)
        return self._chats[key]
