"""Address books as LDIF (RFC 2849): Thunderbird, Netscape, Evolution and LDAP servers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.ldif.attributes import moment, said_by
from maarif.sources.ldif.records import Record, records_in
from maarif.text.card_values import free_place, name_in
from maarif.text.charsets import head_text, open_text

_BEGIN = re.compile(
    r"\s{0,200}(?:#[^\n]{0,2000}\n\s{0,200}){0,50}(?:version:\s{0,20}\d\s{1,200})?"
    r"(?:#[^\n]{0,2000}\n\s{0,200}){0,50}dn::?[ \t]{0,20}\S",
    re.IGNORECASE,
)

#: How it can begin: with a comment, `version:` or `dn:`.
_FIRST = (b"#", b"v", b"V", b"d", b"D")

#: What an LDAP tree holds that is nobody.
_NOBODY = frozenset(("organizationalunit", "organization", "dcobject", "domain", "country", "locality"))


def recognises(blob: Blob) -> bool:
    """Tell by the first words, which are `dn:`, behind comments and `version: 1` perhaps."""
    start = blob.head[:8192]
    first = start.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1]
    return first in _FIRST and _BEGIN.match(head_text(start)) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Card per entry, in the order of the file; branches of an LDAP tree are nobody."""
    taken: set[str] = set()
    number = 0
    with open_text(blob.open(), blob.head) as lines:
        for record in records_in(lines):
            if record.is_change and not record.is_added:
                continue
            if not _NOBODY.isdisjoint(kind.lower() for kind in record.values("objectclass")):
                continue
            number += 1
            yield _read_record(record, Origin(blob.name, f"card {number}"), taken, today)


def _read_record(record: Record, origin: Origin, taken: set[str], today: date) -> Card | Defect:
    origin = Origin(origin.source, free_place(record.name, origin.item, taken))
    said = said_by(record.attributes)
    at = moment(next(iter(record.values("modifytimestamp")), ""), today)
    card = Card(origin, name_in(said), tuple(Field(*each) for each in said), at)
    if not card.fields:
        return Defect(origin, record.fault or "entry is empty", record.name[:80])
    if not card.name:
        return Defect(origin, "entry has no name", "; ".join(field.value for field in card.fields)[:80], card)
    return Defect(origin, record.fault, card.name[:80], card) if record.fault else card
