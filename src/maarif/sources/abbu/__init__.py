"""Archives of Apple's Contacts (`.abbu`): property lists of persons and groups, and the database beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob, beside
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.abbu.database import UNREADABLE, opened, records_in
from maarif.sources.abbu.people import group_said, person_said, touched
from maarif.sources.abbu.plists import UnreadablePlistError, properties_in
from maarif.sources.abbu.records import said_by, text_in
from maarif.sources.abbu.records import touched as touched_record
from maarif.text.card_values import free_place, name_in

_PERSON = (".abcdp", ".abcdg", ".abcds")
_DATABASE = b"SQLite format 3\0"
#: What SQLite keeps beside a database that is open.
_BESIDE = (".abcddb-wal", ".abcddb-shm")
_OPENED = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83", b"\x18\xe2\x2d\x00")
_UID = re.compile(r"[\w:.-]{1,200}")


def recognises(blob: Blob) -> bool:
    """Tell by a property list named as one of the archive, or by Apple's database beside them."""
    name = blob.name.lower()
    if name.endswith(_BESIDE):
        return blob.head.startswith(_OPENED)
    start = blob.head[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    is_list = start.startswith(b"bplist0") or (start.startswith(b"<") and b"plist" in start)
    return (is_list and name.endswith(_PERSON)) or (start.startswith(_DATABASE) and name.endswith(".abcddb"))


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield the one Card that a property list holds, or those of the database that no property list beside it holds."""
    name = blob.name.lower()
    if name.endswith(_BESIDE):
        return
    if name.endswith(".abcddb"):
        yield from _database(blob, today)
        return
    origin = Origin(blob.name, "card 1")
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


def _database(blob: Blob, today: date) -> Iterator[Item | Defect]:
    taken: set[str] = set()
    number = 0
    try:
        with opened(blob) as database:
            for kind, record, belonging in records_in(database):
                uid = text_in(record, "ZUNIQUEID")
                said = [] if _has_list(blob, uid, kind) else said_by(record, belonging, kind)
                if not any(each.name != "KIND" for each in said):
                    continue
                number += 1
                origin = Origin(blob.name, free_place(uid, f"card {number}", taken))
                fields = tuple(Field(*each) for each in said)
                card = Card(origin, name_in(said), fields, touched_record(record, today))
                yield card if card.name else Defect(origin, "card has no name", fields[0].value[:80], card)
    except UNREADABLE as error:
        yield Defect(Origin(blob.name, "database"), f"the database is damaged from here: {error}"[:200])


def _has_list(blob: Blob, uid: str, kind: str) -> bool:
    """Whether a person of the database stands in a property list of their own, which says the same."""
    if not _UID.fullmatch(uid):
        return False
    end = "g" if kind.endswith("Group") else "p"
    return any(beside(blob, f"{folder}{uid}.abcd{end}") for folder in ("Metadata/", ""))
