"""One message of a Slack channel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from maarif.domain.chats import Chat, Said
from maarif.domain.items import Defect, Item, Party
from maarif.text.json_stream import Object, object_at, objects_at, text_at
from maarif.text.moments import from_number

#: Kinds of messages in which somebody says something; all others tell of joins, topics and pins.
_SPOKEN = frozenset(("", "thread_broadcast", "file_share", "me_message", "bot_message", "reply_broadcast"))

#: `<@U012AB3CD>`, `<@U012AB3CD|ana>`, `<https://a.example|here>`, `<#C012AB3CD|garden>`, `<!here>`.
_MARKED = re.compile(r"<([@#!]?)([^<>|\s]{1,2000})(?:\|([^<>]{0,500}))?>")


def sender_of(message: Object) -> Iterator[Party]:
    """Whoever sends a message, and whoever is marked in it."""
    user = text_at(message, "user")
    if user and text_at(message, "subtype") in _SPOKEN:
        profile = object_at(message, "user_profile")
        name = text_at(profile, "real_name") or text_at(profile, "display_name") or text_at(profile, "name")
        yield Party(name, f"slack/{user}", "chat")
    for sign, target, label in _MARKED.findall(text_at(message, "text")):
        if sign == "@":
            yield Party(label, f"slack/{target}", "chat")


def tell(chat: Chat, message: object, members: Mapping[str, Party]) -> Iterator[Item | Defect]:
    """Yield the message where somebody says something."""
    if not isinstance(message, dict):
        yield chat.spoil("no message", str(message)[:80])
        return
    text, kind = _text(message, members), text_at(message, "subtype")
    if kind not in _SPOKEN or not text:
        chat.pass_over()
        return
    sender = _sender(message, members)
    if sender is None:
        yield chat.spoil("nobody is named as the sender", text)
        return
    written = text_at(message, "ts")
    bulk = "auto" if kind == "bot_message" or "bot_id" in message else ""
    yield chat.tell(sender, Said(text, from_number(written), written, bulk=bulk))


def _sender(message: Object, members: Mapping[str, Party]) -> Party | None:
    if user := text_at(message, "user"):
        return members.get(f"slack/{user}")
    bot = text_at(message, "bot_id") or text_at(message, "username")
    return Party(text_at(message, "username"), f"slack/{bot}", "chat") if bot else None


def _text(message: Object, members: Mapping[str, Party]) -> str:
    def shown(found: re.Match[str]) -> str:
        sign, target, label = found.groups()
        if sign == "@":
            party = members.get(f"slack/{target}")
            return "@" + (label or (party.name if party and party.name else target))
        return f"{sign}{label or target}" if sign else target if not label or label in target else f"{label} {target}"

    words = unescape(_MARKED.sub(shown, text_at(message, "text"))).strip()
    files = [_placeholder(each) for each in objects_at(message, "files")]
    return "\n".join(part for part in (*files, words) if part)


def _placeholder(file: Object) -> str:
    kind = text_at(file, "mimetype").partition("/")[0]
    name = text_at(file, "title") or text_at(file, "name")
    return f"[{kind}]" if kind in ("image", "video", "audio") else f"[document: {name}]"
