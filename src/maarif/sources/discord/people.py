"""The owner's account, whom they are friends with, and with whom they wrote."""

from __future__ import annotations

from collections.abc import Iterator

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Field, Origin
from maarif.sources.discord.channels import name_written_to, other_of
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, object_at, text_at, walk

_INTO = frozenset(((), ("relationships",)))
#: Who was turned away: known, and no friend.
_BLOCKED = ("2", "BLOCKED")


def people_in(blob: Blob) -> Iterator[Card | Defect]:
    """Yield the owner's Card out of `user.json` with those of their friends, or a Card per chat of two."""
    account: dict[str, object] = {}
    number = 0
    with open_text(blob.open(), blob.head) as text:
        for found in walk(text, _INTO):
            if isinstance(found, Damage):
                yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
                continue
            if len(found.path) == 1:
                account[str(found.path[0])] = found.value
            if card := _card(found, Origin(blob.name, f"card {number + 1}"), blob):
                number += 1
                yield card
    if "username" in account:
        yield _owner(account, Origin(blob.name, "owner"))


def _card(found: Found, origin: Origin, blob: Blob) -> Card | None:
    if found.path[:1] == ("relationships",) and isinstance(found.value, dict):
        return _friend(found.value, origin)
    if len(found.path) == 1 and isinstance(found.value, str):
        name = name_written_to(found.value)
        number = other_of(blob, str(found.path[0])) if name else ""
        known = (Field("IMPP", f"discord/{number}"),) if number else ()
        return Card(origin, name, (*known, Field("IMPP", f"discord/@{name}"))) if name else None
    return None


def _friend(relation: Object, origin: Origin) -> Card | None:
    user = object_at(relation, "user")
    name = text_at(relation, "nickname") or text_at(user, "global_name") or text_at(user, "username")
    turned_away = (Field("CATEGORIES", "blocked"),) if str(relation.get("type", "")) in _BLOCKED else ()
    return Card(origin, name, (*_handles(user), *turned_away)) if name else None


def _owner(account: Object, origin: Origin) -> Card:
    fields = [Field("EMAIL", text_at(account, "email")), Field("TEL", text_at(account, "phone"))]
    written = [field for field in fields if field.value]
    name = text_at(account, "global_name") or text_at(account, "username")
    handles = (*_handles(account), Field("IMPP", "discord/me"))
    return Card(origin, name, (*written, *handles), about_owner=True)


def _handles(user: Object) -> Iterator[Field]:
    """The account's number, and its name, which is the one thing a list of chats tells."""
    if number := text_at(user, "id"):
        yield Field("IMPP", f"discord/{number}")
    if name := text_at(user, "username"):
        tag = text_at(user, "discriminator")
        yield Field("IMPP", f"discord/@{name}" + (f"#{tag}" if tag.strip("0") else ""))
