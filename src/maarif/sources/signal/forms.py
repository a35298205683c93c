"""The forms in which the tools save a chat: lines of text, JSON by lines, JSON as one array."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from maarif.domain.blobs import Blob
from maarif.domain.chats import Said, me
from maarif.domain.items import Party
from maarif.sources.signal.entries import Entry, party_of, said_in, words_of
from maarif.text.charsets import open_text, repair
from maarif.text.json_stream import Damage, Object, objects_at, text_at, walk
from maarif.text.moments import from_iso, from_number

_LONGEST = 1 << 20
_STAMP = re.compile(r"\ufeff?\[(\d{4}-\d\d-\d\d),? (\d\d:\d\d(?::\d\d)?)\] ?")
_MEDIA = ("image", "video", "audio")


def texts_in(blob: Blob) -> Iterator[Entry]:
    """Entries of text: a stamp, a name, a colon; lines without a stamp go on with the words."""
    opened: tuple[str, str] | None = None
    held: list[str] = []
    size = 0
    with open_text(blob.open(), blob.head) as lines:
        while line := lines.readline(_LONGEST):
            if found := _STAMP.match(line):
                if opened:
                    yield _text_entry(opened, "".join(held))
                name, colon, rest = line[found.end() :].partition(":")
                opened = (f"{found[1]} {found[2]}", name if colon and len(name) <= 100 else "")
                held, size = [rest if colon else name], 0
            elif size < _LONGEST:
                held.append(line)
                size += len(line)
    if opened:
        yield _text_entry(opened, "".join(held))


def _text_entry(opened: tuple[str, str], text: str) -> Entry:
    written, name = opened
    words = words_of(repair(text[:_LONGEST]))
    sender = party_of(repair(name).strip()) if name.strip() else None
    return Entry(sender, said_in(words, from_iso(written), written))


def rows_in(blob: Blob) -> Iterator[Entry]:
    """Entries of JSON by lines, as signal-export writes `data.json`."""
    with open_text(blob.open(), blob.head) as lines:
        while line := lines.readline(_LONGEST):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                value = None
            if isinstance(value, dict):
                yield _row_entry(value)
            else:
                yield Entry(None, Said(repair(line[:80]), None), "no JSON in this line")


def _row_entry(value: Object) -> Entry:
    body = words_of(text_at(value, "body"))
    files = [f"[document: {text_at(each, 'name')}]" for each in objects_at(value, "attachments")]
    sticker = ["[sticker]"] if value.get("sticker") else []
    text = "\n".join(part for part in (*files, *sticker, body) if part)
    written, name = text_at(value, "date"), text_at(value, "sender").strip()
    sender = party_of(name) if name else None
    if sender is None or value.get("deleted") is True:
        fault = "nobody is named as the sender" if text and not value.get("deleted") else ""
        return Entry(None, Said(text, None), fault)
    return Entry(sender, said_in(text, from_iso(written), written))


def values_in(blob: Blob) -> Iterator[Entry]:
    """Entries of one array of messages as Signal Desktop keeps them."""
    with open_text(blob.open(), blob.head) as text:
        for found in walk(text, {()}):
            if isinstance(found, Damage):
                yield Entry(None, Said(found.excerpt, None), found.reason)
            elif isinstance(found.value, dict):
                yield _value_entry(found.value)
            else:
                yield Entry(None, Said(str(found.value)[:80], None), "no message")


def _value_entry(value: Object) -> Entry:
    kind = text_at(value, "type")
    files = [_placeholder(each) for each in objects_at(value, "attachments")]
    text = "\n".join(part for part in (*files, text_at(value, "body").strip()) if part)
    if kind not in ("incoming", "outgoing") or value.get("isErased") or value.get("deletedForEveryone"):
        return Entry(None, Said("", None))
    sender = me("signal") if kind == "outgoing" else _source(value)
    at = from_number(value.get("sent_at"), 1000)
    if sender is None:
        return Entry(None, Said(text, at), "nobody is named as the sender" if text else "")
    return Entry(sender, Said(text, at, text_at(value, "sent_at")))


def _source(value: Object) -> Party | None:
    number = text_at(value, "source")
    account = text_at(value, "sourceServiceId") or text_at(value, "sourceUuid")
    if number.startswith("+"):
        return Party(address=number, kind="phone")
    return Party(address=f"signal/{account.lower()}", kind="chat") if account else None


def _placeholder(file: Object) -> str:
    kind = text_at(file, "contentType").partition("/")[0]
    return f"[{kind}]" if kind in _MEDIA else f"[document: {text_at(file, 'fileName')}]"
