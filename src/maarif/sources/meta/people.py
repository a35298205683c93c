"""The owner's profile and their friends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Field, Origin
from maarif.sources.meta.letters import mended, mended_at
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, list_at, object_at, objects_at, walk
from maarif.text.moments import from_number

_SIGNS = {
    "facebook": re.compile(
        rb'\{\s{0,200}"(?:profile(?:_v2)?"\s{0,9}:\s{0,9}\{\s{0,200}"name"|friends(?:_v2)?"\s{0,9}:)'
    ),
    "instagram": re.compile(rb'\{\s{0,200}"profile_user"\s{0,9}:'),
}
_MAIL = re.compile(r"[^\s@]{1,200}@[^\s@]{1,200}")
_PHONE = re.compile(r"\+[\d ]{7,20}")
_FRIENDS = ("friends", "friends_v2")


def holds_people(service: str, blob: Blob) -> bool:
    """Tell by the first key of the file."""
    return _SIGNS[service].match(blob.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000]) is not None


def people_in(blob: Blob) -> Iterator[Card | Defect]:
    """Yield a Card about the owner, or one per friend."""
    number = 0
    with open_text(blob.open(), blob.head) as text:
        for found in walk(text, {(), *((each,) for each in _FRIENDS), ("profile_user",)}):
            if isinstance(found, Damage):
                yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
            elif card := _card(found, Origin(blob.name, f"card {number + 1}")):
                number += 1
                yield card


def _card(found: Found, origin: Origin) -> Card | None:
    if not found.path or not isinstance(found.value, dict):
        return None
    if found.path[0] in _FRIENDS:
        name = mended_at(found.value, "name")
        return Card(origin, name, (), from_number(found.value.get("timestamp"))) if name else None
    if found.path[0] == "profile_user":
        return _instagram_owner(object_at(found.value, "string_map_data"), origin)
    return _facebook_owner(found.value, origin) if str(found.path[0]).startswith("profile") else None


def _facebook_owner(profile: Object, origin: Origin) -> Card:
    mails = list_at(object_at(profile, "emails"), "emails")
    phones = [mended_at(each, "phone_number") for each in objects_at(profile, "phone_numbers")]
    fields = [Field("EMAIL", mended(each)) for each in mails if isinstance(each, str) and "@" in each]
    fields += [Field("TEL", phone) for phone in phones if phone]
    town = mended_at(object_at(profile, "current_city"), "name")
    fields += [Field("X-CITY", town.split(",")[0])] if town else []
    return Card(origin, mended_at(object_at(profile, "name"), "full_name"), tuple(fields), about_owner=True)


def _instagram_owner(cells: Object, origin: Origin) -> Card:
    """The keys are in the account's language: what shows itself is read, and the name in English exports."""
    values = {mended(key): mended_at(object_at(cells, key), "value") for key in cells}
    fields = [Field("EMAIL", value) for value in values.values() if _MAIL.fullmatch(value)]
    fields += [Field("TEL", value) for value in values.values() if _PHONE.fullmatch(value)]
    name = values.get("Name") or values.get("Username") or ""
    return Card(origin, name, tuple(fields), about_owner=True)
