"""Archives of Apple's Contacts (`.abbu`): a property list per person (`.abcdp`) and per group (`.abcdg`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.abbu.people import group_said, person_said, touched
from maarif.sources.abbu.plists import UnreadablePlistError, properties_in
from maarif.text.card_values import name_in

_PERSON = (".abcdp", ".abcdg", ".abcds")
_DATABASE = b"SQLite format 3\0"
_NOT_READ = "Apple's database is not read: its people stand in the .abcdp files beside it"


def recognises(blob: Blob) -> bool:
    """Tell by a property list named as one of the archive, or by Apple's database beside them."""
    name = blob.name.lower()
    start = blob.head[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    is_list = start.startswith(b"bplist0") or (start.startswith(b"<") and b"plist" in start)
    return (is_list and name.endswith(_PERSON)) or (start.startswith(_DATABASE) and name.endswith(".abcddb"))


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield the one Card that the file holds; Apple's database is told of and not read."""
    name = blob.name.lower()
    origin = Origin(blob.name, "card 1")
    if name.endswith(".abcddb"):
        yield Defect(origin, _NOT_READ)
        return
    try:
        properties = properties_in(blob)
    except UnreadablePlistError as error:
        yield Defect(origin, str(error))
        return
    yield _card(origin, properties, name.endswith(".abcdp"), today)


def _card(origin: Origin, properties: dict[str, object], is_person: bool, today: date) -> Card | Defect:
    uid = properties.get("UID")
    if isinstance(uid, str) and 0 < len(uid) <= 500 and uid.isprintable():
        origin = Origin(origin.source, uid)
    said = person_said(properties) if is_person else group_said(properties)
    card = Card(origin, name_in(said), tuple(Field(*each) for each in said), touched(properties, today))
    if not card.fields:
        return Defect(origin, "card is empty")
    if not card.name:
        return Defect(origin, "card has no name", "; ".join(field.value for field in card.fields)[:80], card)
    return card
