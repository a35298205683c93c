"""To whom the messages of a channel went: told by `channel.json` beside them, and the lists above it."""

from __future__ import annotations

import json
import re

from maarif.domain.blobs import Blob, beside
from maarif.domain.items import Party
from maarif.text.json_stream import Object, clean, list_at, text_at

_WRITTEN_TO = "Direct Message with "
_NOBODY = ("", "Unknown Participant", "Deleted User")
_DIRECT = ("1", "DM", "3", "GROUP_DM")
_OWN_NUMBER = re.compile(rb'"id"\s{0,9}:\s{0,9}"(\d{15,21})"')
_ACCOUNTS = ("../../account/user.json", "../../Account/user.json")

#: The largest list that is looked into, in bytes.
_LONGEST = 8 << 20


def recipients_of(messages: Blob, number: str) -> list[Party]:
    """Whom the owner wrote to in a direct conversation; nobody for the channel of a server."""
    channel = _object(beside(messages, "channel.json"))
    if str(channel.get("type", "")) not in _DIRECT:
        return []
    own = _own_number(messages)
    others = [each for each in list_at(channel, "recipients") if isinstance(each, str) and each.isdecimal()]
    others = [each for each in others if each != own]
    name = name_written_to(text_at(_object(beside(messages, "../index.json")), number)) if len(others) < 2 else ""
    if not others:
        return [Party(name, f"discord/@{name}", "chat")] if name else []
    return [Party(name, f"discord/{each}", "chat") for each in others]


def other_of(index: Blob, number: str) -> str:
    """The account's number behind a direct conversation of two in the list of conversations; "" where unknown."""
    channel = _object(beside(index, f"c{number}/channel.json") or beside(index, f"{number}/channel.json"))
    own = _own_number(index, ("../account/user.json", "../Account/user.json"))
    listed = [each for each in list_at(channel, "recipients") if isinstance(each, str) and each.isdecimal()]
    others = [each for each in listed if each != own]
    return others[0] if own and len(others) == 1 else ""


def name_written_to(title: str) -> str:
    """The account's name in `Direct Message with ana#0`; "" for other titles and for those who left."""
    if not title.startswith(_WRITTEN_TO):
        return ""
    name = clean(title.removeprefix(_WRITTEN_TO)).removesuffix("#0")
    return "" if name.partition("#")[0] in _NOBODY else name


def _own_number(blob: Blob, places: tuple[str, ...] = _ACCOUNTS) -> str:
    account = next((found for place in places if (found := beside(blob, place))), None)
    number = _OWN_NUMBER.search(account.head[:4096]) if account else None
    return number[1].decode() if number else ""


def _object(blob: Blob | None) -> Object:
    if blob is None or blob.size > _LONGEST:
        return {}
    with blob.open() as stream:
        data = stream.read(_LONGEST)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
