"""A chat with all its voices, as DiscordChatExporter saves it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat, Said
from maarif.domain.items import Defect, Item, Origin, Party
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, object_at, objects_at, text_at, walk
from maarif.text.moments import from_iso

_INTO = frozenset(((), ("messages",)))
_SPOKEN = ("Default", "Reply", "Call")


def saved_messages(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield the messages; the file is read twice to know who takes part."""
    members: dict[str, Party] = {}
    channel = ""
    for found in _walk(blob):
        if isinstance(found, Found) and isinstance(found.value, dict):
            if found.path == ("channel",):
                channel = text_at(found.value, "id")
            elif found.path[0:1] == ("messages",) and (author := _author(found.value)):
                members.setdefault(author.address, author)
    chat = Chat(blob.name, 1, f"discord/{channel or blob.name}", members.values(), today)
    for found in _walk(blob):
        if isinstance(found, Damage):
            yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
        elif found.path[:1] == ("messages",) and len(found.path) == 2:
            yield from _tell(chat, found.value)


def _walk(blob: Blob) -> Iterator[Found | Damage]:
    with open_text(blob.open(), blob.head) as text:
        yield from walk(text, _INTO)


def _author(message: Object) -> Party | None:
    author = object_at(message, "author")
    name = text_at(author, "nickname") or text_at(author, "name")
    number = text_at(author, "id")
    return Party(name, f"discord/{number}", "chat") if number else None


def _tell(chat: Chat, value: object) -> Iterator[Item | Defect]:
    if not isinstance(value, dict):
        yield chat.spoil("no message", str(value)[:80])
        return
    is_call = text_at(value, "type") == "Call"
    files = [f"[document: {text_at(each, 'fileName')}]" for each in objects_at(value, "attachments")]
    text = "\n".join(part for part in (*files, text_at(value, "content").strip()) if part)
    author = _author(value)
    if text_at(value, "type") not in _SPOKEN or not (text or is_call):
        chat.pass_over()
    elif author is None:
        yield chat.spoil("nobody is named as the sender", text)
    else:
        written = text_at(value, "timestamp")
        bulk = "auto" if object_at(value, "author").get("isBot") is True else ""
        channel = "call" if is_call else "chat"
        yield chat.tell(author, Said(text, from_iso(written), written, "call" if channel == "call" else "chat", bulk))
