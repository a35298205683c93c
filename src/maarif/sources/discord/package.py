"""The messages of the data package: the owner's alone; to whom they went stands in the files beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat, Said, me, owner_card
from maarif.domain.items import Defect, Item, Origin
from maarif.sources.discord.channels import recipients_of
from maarif.sources.discord.signs import COLUMNS
from maarif.text.charsets import head_text, open_text
from maarif.text.json_stream import Damage, text_at, walk
from maarif.text.moments import from_iso
from maarif.text.tables import header_in, rows_below

_LINK = re.compile(r"https?://\S{1,2000}")


def own_values(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield the messages of `messages.json`, and first the card of the owner."""
    yield owner_card(blob.name, "discord")
    chat = _chat(blob, today)
    with open_text(blob.open(), blob.head) as text:
        for found in walk(text, {()}):
            if isinstance(found, Damage):
                yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
            elif isinstance(found.value, dict):
                keys = ("Timestamp", "Contents", "Attachments")
                yield from _tell(chat, *(text_at(found.value, key) for key in keys))
            else:
                yield chat.spoil("no message", str(found.value)[:80])


def own_rows(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield the messages of `messages.csv`, and first the card of the owner."""
    header = header_in(head_text(blob.head[:4096]), COLUMNS)
    if header is None:
        return
    yield owner_card(blob.name, "discord")
    chat = _chat(blob, today)
    with open_text(blob.open(), blob.head) as lines:
        for row in rows_below(lines, header):
            cells = header.named(row)
            if row.fault:
                yield chat.spoil(row.fault, " | ".join(row.cells))
            else:
                yield from _tell(chat, cells["timestamp"], cells["contents"], cells["attachments"])


def _chat(blob: Blob, today: date) -> Chat:
    folder = (re.split(r"[/\\!]", blob.name)[-2:-1] or [blob.name])[0]
    number = folder.removeprefix("c")
    return Chat(blob.name, 1, f"discord/{number}", recipients_of(blob, number), today)


def _tell(chat: Chat, written: str, contents: str, attachments: str) -> Iterator[Item | Defect]:
    files = ["[media]" for _ in _LINK.findall(attachments)]
    text = "\n".join((*files, contents.strip())).strip()
    if text:
        yield chat.tell(me("discord"), Said(text, from_iso(written), written))
    else:
        chat.pass_over()
