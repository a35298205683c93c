"""Telegram: what Telegram Desktop exports as JSON, one chat or the whole account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.telegram.chats import Sketch, is_bulk, say, survey
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, Path, text_at, walk
from maarif.text.moments import from_number

_MESSAGE = re.compile(rb'"type"\s{0,9}:\s{0,9}"(?:message|service)"')
_OF_MESSAGE = re.compile(rb'"(?:date_unixtime|from_id|actor_id)"\s{0,9}:')
_WHOLE = re.compile(rb'"personal_information"\s{0,9}:\s{0,9}\{\s{0,200}"user_id"')
_CHATS = re.compile(rb'"chats"\s{0,9}:\s{0,9}\{\s{0,200}"(?:about|list)"')

_LISTS = ("chats", "left_chats")
#: What is gone into; all else is read whole.
INTO: frozenset[Path] = frozenset(
    (
        (),
        ("messages",),
        ("contacts",),
        ("contacts", "list"),
        *((each, *rest) for each in _LISTS for rest in ((), ("list",), ("list", "*"), ("list", "*", "messages"))),
    )
)


def recognises(blob: Blob) -> bool:
    """Tell by the keys that Telegram Desktop gives a message, or the account it begins with."""
    head = blob.head
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    is_chat = _MESSAGE.search(head) is not None and _OF_MESSAGE.search(head) is not None
    return is_chat or _WHOLE.search(head) is not None or _CHATS.search(head) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield Cards for the owner and the contacts, and a Message per message, in the order of the file.

    The file is read twice: the first time tells who takes part in each chat.
    """
    sketches = survey(found for found in _walk(blob) if isinstance(found, Found))
    chats: dict[Path, Chat] = {}
    cards = 0
    for found in _walk(blob):
        if isinstance(found, Damage):
            yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
            continue
        place = _place(found.path)
        if place is not None:
            yield from _message(_chat(chats, sketches, place, blob.name, today), found, sketches[place])
        elif card := _card(found, blob.name, cards + 1):
            cards += 1
            yield card


def _walk(blob: Blob) -> Iterator[Found | Damage]:
    with open_text(blob.open(), blob.head) as text:
        yield from walk(text, INTO)


def _place(path: Path) -> Path | None:
    """The path of the chat to which a message belongs; None for what is no message."""
    return path[:-2] if len(path) > 1 and path[-2] == "messages" and isinstance(path[-1], int) else None


def _chat(chats: dict[Path, Chat], sketches: dict[Path, Sketch], place: Path, name: str, today: date) -> Chat:
    if place not in chats:
        sketch = sketches[place]
        number = list(sketches).index(place) + 1
        chats[place] = Chat(name, number, sketch.thread(name), sketch.members(), today)
    return chats[place]


def _message(chat: Chat, found: Found, sketch: Sketch) -> Iterator[Item | Defect]:
    if not isinstance(found.value, dict):
        yield chat.spoil("no message", str(found.value)[:80])
        return
    told = say(found.value)
    if told is None:
        chat.pass_over()
    elif isinstance(told, str):
        yield chat.spoil(told, text_at(found.value, "date"))
    else:
        sender, said = told
        yield chat.tell(sender, is_bulk(said, sketch))


def _card(found: Found, source: str, number: int) -> Card | None:
    """The owner, or one of their contacts."""
    if not isinstance(found.value, dict):
        return None
    name = f"{text_at(found.value, 'first_name')} {text_at(found.value, 'last_name')}".strip()
    if found.path == ("personal_information",):
        fields = _fields(found.value)
        return Card(Origin(source, f"card {number}"), name, fields, about_owner=True)
    if found.path[:2] == ("contacts", "list") and name:
        at = from_number(found.value.get("date_unixtime"))
        return Card(Origin(source, f"card {number}"), name, _fields(found.value), at if at and at > 0 else None)
    return None


def _fields(value: Object) -> tuple[Field, ...]:
    user, phone = text_at(value, "user_id"), text_at(value, "phone_number")
    user = f"telegram/user{user}" if user.strip("0") else ""
    username = text_at(value, "username").removeprefix("@")
    url = f"https://t.me/{username}" if username else ""
    found = (("TEL", phone), ("IMPP", user), ("URL", url), ("NOTE", text_at(value, "bio")))
    return tuple(Field(name, written) for name, written in found if written)
