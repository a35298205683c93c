"""Signal: chats as the tools save them that open its backups (signal-export, sigtop), as text or JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob, beside
from maarif.domain.chats import Chat, me, owner_card
from maarif.domain.items import Defect, Item, Party
from maarif.sources.signal.entries import Entry
from maarif.sources.signal.forms import rows_in, texts_in, values_in
from maarif.text.charsets import head_text
from maarif.text.stamps import is_signal

_ROW = re.compile(rb'\s{0,200}\{"date"\s{0,9}:\s{0,9}"[^"]{0,40}"\s{0,9},\s{0,9}"sender"\s{0,9}:')
_VALUES = re.compile(rb"\s{0,200}\[\s{0,200}\{")
_KEYS = (re.compile(rb'"sent_at"\s{0,9}:'), re.compile(rb'"conversationId"\s{0,9}:'))


def recognises(blob: Blob) -> bool:
    """Tell text by `[2019-12-24, 12:23] ` before its first line, JSON by its keys."""
    return _form(blob) != ""


def _form(blob: Blob) -> str:
    head = blob.head.removeprefix(b"\xef\xbb\xbf")
    if _ROW.match(head):
        return "rows"
    if _VALUES.match(head) and all(key.search(head) for key in _KEYS):
        return "values"
    lines = head_text(blob.head[:8192]).lstrip().split("\n", 1)
    return "text" if is_signal(blob.name, lines[0]) and ": " in head_text(blob.head[:8192]) else ""


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, in the order of the file, which is read twice to know who takes part."""
    if _is_twin(blob):
        return
    members: dict[Party, None] = {}
    for entry in _entries(blob):
        if entry.sender:
            members[entry.sender] = None
    if me("signal") in members:
        yield owner_card(blob.name, "signal")
    chat = Chat(blob.name, 1, f"signal/{_thread(blob.name)}", members, today)
    for entry in _entries(blob):
        if entry.fault:
            yield chat.spoil(entry.fault, entry.said.text)
        elif entry.sender is None or not entry.said.text:
            chat.pass_over()
        else:
            yield chat.tell(entry.sender, entry.said)


def _is_twin(blob: Blob) -> bool:
    """Whether this is the text of a chat that stands beside it in JSON, where its words are whole."""
    twin = beside(blob, "data.json") if _form(blob) == "text" else None
    return twin is not None and _form(twin) == "rows"


def _entries(blob: Blob) -> Iterator[Entry]:
    match _form(blob):
        case "rows":
            yield from rows_in(blob)
        case "values":
            yield from values_in(blob)
        case "text":
            yield from texts_in(blob)


def _thread(name: str) -> str:
    """The folder, which the tools name after the chat; the file's own name where it says more than `chat`."""
    parts = [part for part in re.split(r"[/\\!]", name) if part] or [name]
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    return parts[-2] if stem in ("chat", "index", "data", "messages") and len(parts) > 1 else stem
