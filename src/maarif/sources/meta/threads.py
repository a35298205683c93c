"""One conversation: who takes part, and what each message says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat, Said
from maarif.domain.items import Defect, Item, Origin, Party
from maarif.sources.meta.letters import mended, mended_at
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, object_at, text_at, walk
from maarif.text.moments import from_number

_INTO = frozenset(((), ("messages",), ("participants",)))

_MEDIA = {
    "photos": "image", "videos": "video", "audio_files": "audio", "gifs": "gif", "sticker": "sticker",
    "files": "document", "media": "media",
}  # fmt: skip
#: What the programs write about what somebody did.
_NOTICE = re.compile(
    r"(?:reacted .{1,20} to your message|liked a message|hat .{0,10}mit .{1,20} auf deine nachricht reagiert|"
    r"a réagi avec .{1,20}|reaccionó con .{1,20})\s*",
    re.IGNORECASE,
)
_SYSTEM = ("Subscribe", "Unsubscribe")


def read_thread(service: str, blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, in the order of the file; it is read twice to know who takes part."""
    members, key = _survey(blob)
    parties = [Party(name, kind="name") for name in members]
    chat = Chat(blob.name, 1, f"{service}/{key}", parties, today)
    for found in _walk(blob):
        if isinstance(found, Damage):
            yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
        elif _is_message(found):
            yield from _message(chat, found.value)


def _walk(blob: Blob) -> Iterator[Found | Damage]:
    with open_text(blob.open(), blob.head) as text:
        yield from walk(text, _INTO)


def _is_message(found: Found) -> bool:
    return len(found.path) == 2 and found.path[0] == "messages"


def _survey(blob: Blob) -> tuple[list[str], str]:
    """Whoever takes part or speaks, and the conversation's key: its path, else its folder."""
    names: dict[str, None] = {}
    fields: dict[str, str] = {}
    for found in _walk(blob):
        if isinstance(found, Damage):
            continue
        if len(found.path) == 1:
            fields[str(found.path[0])] = mended_at({"": found.value}, "")
        elif name := _name(found):
            names[name] = None
    folder = re.split(r"[/\\!]", blob.name)[-2:-1] or [blob.name]
    return list(names), fields.get("thread_path") or fields.get("threadName") or folder[0]


def _name(found: Found) -> str:
    value = found.value
    if isinstance(value, str):
        return mended(value) if found.path[0] == "participants" else ""
    if not isinstance(value, dict):
        return ""
    return mended_at(value, "name") if found.path[0] == "participants" else _sender(value)


def _sender(value: Object) -> str:
    return mended_at(value, "sender_name") or mended_at(value, "senderName")


def _message(chat: Chat, value: object) -> Iterator[Item | Defect]:
    if not isinstance(value, dict):
        yield chat.spoil("no message", str(value)[:80])
        return
    text, sender = _text(value), _sender(value)
    seconds = value.get("call_duration")
    is_call = value.get("type") == "Call" or "call_duration" in value
    answered = isinstance(seconds, int | float) and seconds > 0
    if _is_silent(value) or not (answered if is_call else text):
        chat.pass_over()
    elif not sender:
        yield chat.spoil("nobody is named as the sender", text)
    else:
        written = text_at(value, "timestamp_ms") or text_at(value, "timestamp")
        at = from_number(value.get("timestamp_ms", value.get("timestamp")), 1000)
        yield chat.tell(Party(sender, kind="name"), Said(text, at, written, "call" if is_call else "chat"))


def _is_silent(value: Object) -> bool:
    """Whether it was taken back, or tells only who came, left or liked what."""
    return bool(
        value.get("is_unsent") or value.get("isUnsent") or value.get("type") in _SYSTEM
        or _NOTICE.fullmatch(mended_at(value, "content")[:200])
    )  # fmt: skip


def _text(value: Object) -> str:
    words = mended_at(value, "content") or mended_at(value, "text")
    media = [f"[{kind}]" for key, kind in _MEDIA.items() if value.get(key)]
    link = mended_at(object_at(value, "share"), "link")
    return "\n".join(part for part in (*media, words.strip(), link if link not in words else "") if part)
