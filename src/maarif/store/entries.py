"""Items ready to be kept, and the counts of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from maarif.domain.handles import Handle
from maarif.domain.items import Item
from maarif.store.items import Said, digest_of, say


class Entry(NamedTuple):
    """One item ready to be kept: where it stands, all that it says as a row, the digest of that, its parts (role,
    handle, name), its terms (a space behind each), its facts, its copies key.

    Made of plain values, so that it goes from one process to another at little cost.
    """

    place: str
    said: Said
    digest: bytes
    parts: tuple[tuple[str, Handle, str], ...]
    terms: str
    facts: tuple[tuple[Handle, str, str], ...]
    copies: int = 0

    @property
    def at(self) -> int | None:
        """When it happened, in Unix seconds."""
        return self.said[2]


def entry(
    item: Item,
    parts: tuple[tuple[str, Handle, str], ...],
    terms: str,
    facts: tuple[tuple[Handle, str, str], ...],
    copies: int,
) -> Entry:
    """Lay an item out as its row."""
    said = say(item)
    return Entry(item.origin.item, said, digest_of(said), parts, terms, facts, copies)


@dataclass(slots=True)
class Tally:
    """What one file gave: read = new + unchanged + defects."""

    read: int = 0
    new: int = 0
    unchanged: int = 0
    defects: int = 0
