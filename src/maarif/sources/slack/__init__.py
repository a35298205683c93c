"""Slack: the members of a workspace and the messages of each channel and day, out of its export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat
from maarif.domain.items import Card, Defect, Field, Item, Origin, Party
from maarif.sources.slack.members import members_of
from maarif.sources.slack.messages import sender_of, tell
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, object_at, text_at, walk

_START = re.compile(rb"\s{0,200}\[\s{0,200}\{")
_MESSAGE = re.compile(rb'"ts"\s{0,9}:\s{0,9}"\d{9,11}\.\d{1,9}"')
_OF_MESSAGE = re.compile(rb'"(?:user|bot_id|subtype|client_msg_id)"\s{0,9}:')
_USERS = re.compile(rb'"team_id"\s{0,9}:\s{0,9}"T[^{}]{0,2000}"(?:profile|deleted|real_name)"\s{0,9}:')
_CHANNELS = re.compile(
    rb'\{\s{0,200}"id"\s{0,9}:\s{0,9}"[CDG][A-Z0-9]{6,14}"\s{0,9},[^{}]{0,600}"(?:created|members)"\s{0,9}:'
)
#: What the export says about apps, canvases and marked messages: nothing about people.
_OTHER = re.compile(
    rb'\{\s{0,200}"user_id"\s{0,9}:[^{}]{0,600}"change_type"\s{0,9}:|\{\s{0,200}"id"\s{0,9}:\s{0,9}"F[A-Z0-9]{6,14}"\s{0,9},'
)
_EMPTY = re.compile(rb"\s{0,20}\[\s{0,20}\]\s{0,20}")
_LISTS = (
    *("channels.json", "groups.json", "dms.json", "mpims.json"),
    *("integration_logs.json", "canvases.json", "lists.json"),
)
_ANY = frozenset(((),))


def recognises(blob: Blob) -> bool:
    """Tell a day of a channel, the list of members and the lists of channels by their keys."""
    head = blob.head.lstrip(b"\xef\xbb\xbf")
    if not _START.match(head):
        return _EMPTY.fullmatch(head[:100]) is not None and blob.name.lower().endswith(_LISTS)
    if _is_day(head) or _USERS.search(head) or _CHANNELS.search(head[:8192]):
        return True
    return blob.name.lower().endswith(_LISTS) and _OTHER.search(head[:8192]) is not None


def _is_day(head: bytes) -> bool:
    return _MESSAGE.search(head) is not None and _OF_MESSAGE.search(head) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message of a day, a Card per member; nothing for lists of channels."""
    head = blob.head.lstrip(b"\xef\xbb\xbf")
    if _USERS.search(head) and not _is_day(head):
        yield from _people(blob)
    elif _is_day(head):
        yield from _day(blob, today)


def _walk(blob: Blob) -> Iterator[Found | Damage]:
    with open_text(blob.open(), blob.head) as text:
        yield from walk(text, _ANY)


def _day(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """The messages of one day; whoever speaks or is marked that day takes part, and whom the chat was opened for."""
    values = (found.value for found in _walk(blob) if isinstance(found, Found))
    members: dict[str, Party] = {}
    for value in values:
        for party in sender_of(value) if isinstance(value, dict) else ():
            known = members.get(party.address)
            members[party.address] = party if known is None or not known.name else known
    folder = (re.split(r"[/\\!]", blob.name)[-2:-1] or [blob.name])[0]
    for address in members_of(blob, folder):
        members.setdefault(address, Party(address=address, kind="chat"))
    chat = Chat(blob.name, 1, f"slack/{folder}", members.values(), today)
    for found in _walk(blob):
        if isinstance(found, Damage):
            yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
        else:
            yield from tell(chat, found.value, members)


def _people(blob: Blob) -> Iterator[Item | Defect]:
    number = 0
    for found in _walk(blob):
        if isinstance(found, Damage):
            yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
            continue
        number += 1
        origin = Origin(blob.name, f"card {number}")
        if not isinstance(found.value, dict) or not text_at(found.value, "id"):
            yield Defect(origin, "no member of a workspace", str(found.value)[:80])
        elif not found.value.get("is_bot") and text_at(found.value, "id") != "USLACKBOT":
            yield _card(found.value, origin)


def _card(user: Object, origin: Origin) -> Card:
    profile = object_at(user, "profile")
    name = text_at(profile, "real_name") or text_at(user, "real_name") or text_at(user, "name")
    written = (
        ("EMAIL", text_at(profile, "email")),
        ("TEL", text_at(profile, "phone")),
        ("IMPP", f"slack/{text_at(user, 'id')}"),
        ("NICKNAME", text_at(profile, "display_name")),
        ("TITLE", text_at(profile, "title")),
    )
    return Card(origin, name, tuple(Field(key, value) for key, value in written if value and value != name))
