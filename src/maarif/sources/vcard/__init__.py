"""Address books as vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), read as real programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Item, Origin
from maarif.sources.vcard.assembly import assemble
from maarif.sources.vcard.lines import TextCard, cards_in, stray_lines
from maarif.text.charsets import open_text

_BEGIN = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s{0,200}begin:\s{0,20}vcard", re.IGNORECASE)


def recognises(blob: Blob) -> bool:
    """Tell by the first words, which are BEGIN:VCARD in any case and any Unicode encoding."""
    return _BEGIN.match(blob.head[:1024].replace(b"\0", b"")) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Card per vCard, and one per AGENT nested in it, in the order of the file."""
    taken: set[str] = set()
    number = 0
    with open_text(blob.open(), blob.head) as lines:
        for part in cards_in(lines):
            if not isinstance(part, TextCard):
                yield stray_lines(part, blob.name)
                continue
            number += 1
            yield from _read_card(part, Origin(blob.name, f"card {number}"), taken, today)


def _read_card(part: TextCard, origin: Origin, taken: set[str], today: date) -> Iterator[Card | Defect]:
    found = assemble(part, origin, today)
    origin = _place(origin, found.uid, taken)
    yield found.item(origin)
    for number, agent in enumerate(found.agents, start=1):
        yield assemble(agent, origin, today).item(Origin(origin.source, _free(f"{origin.item}/agent {number}", taken)))


def _place(origin: Origin, uid: str, taken: set[str]) -> Origin:
    """The card's UID, or its number where it has none or shares it with an earlier card."""
    if uid and uid not in taken:
        taken.add(uid)
        return Origin(origin.source, uid)
    return Origin(origin.source, _free(origin.item, taken))


def _free(place: str, taken: set[str]) -> str:
    while place in taken:
        place += "'"
    taken.add(place)
    return place
