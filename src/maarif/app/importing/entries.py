"""From an item as a source said it to an entry that the store keeps."""

from __future__ import annotations

from maarif.domain.items import Item
from maarif.normalise.reading import read_item
from maarif.store.entries import Entry, entry


def entry_of(item: Item, scope: str) -> Entry:
    """Read an item and lay out what follows from it; `scope` is the kind of source, where bare names are unique."""
    reading = read_item(item, scope)
    return entry(
        item,
        reading.parts,
        reading.terms,
        tuple((fact.handle, fact.attribute, fact.value) for fact in reading.facts) if reading.facts else (),
        reading.copies,
    )
