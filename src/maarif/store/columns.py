"""Participations as packed columns, so that nobody reads a million rows one by one; what changed is read anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from maarif.domain.ties import CHANNELS, ROLES, Participation
from maarif.store.database import Database

#: A run of items, from the first to the last, with what its participations are packed into.
Chunk: TypeAlias = tuple[int, int, bytes]


def _codes(column: str, names: Sequence[str]) -> str:
    cases = " ".join(f"when '{name}' then {code}" for code, name in enumerate(names) if name)
    return f"case {column} {cases} else 0 end"


_ROLES = ", ".join(f"'{role}'" for role in ROLES[1:])
_PARTS = f"""
select p.item, p.handle, {_codes("p.role", ROLES)}, i.at, {_codes("i.channel", CHANNELS)}, i.bulk <> ''
  from participant p join item i on i.id = p.item
 where i.copy_of is null and i.at is not null and p.role in ({_ROLES})
"""


class Columns:
    """The chunks of a home's ledger, and the rows they are made of."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def chunks(self) -> list[Chunk]:
        """All chunks in the order of their items."""
        rows = self._db.rows("select first, last, columns from ledger_chunk order by first")
        return [(first, last, columns) for first, last, columns in rows]

    def changed(self) -> list[int]:
        """The items whose part in the chunks is out of date."""
        return [row[0] for row in self._db.rows("select item from ledger_change order by item")]

    def after(self, item: int) -> Iterator[Participation]:
        """The participations in items of a higher number, notes left out, by item. To be read to the end."""
        yield from self._db.stream(f"{_PARTS} and p.item > ? and i.shape <> 'Note' order by p.item", (item,))

    def of(self, items: Sequence[int]) -> list[Participation]:
        """The participations in these items, notes left out, by item."""
        chosen = "and i.shape <> 'Note' and p.item in (select value from json_each(?)) order by p.item"
        return [(r[0], r[1], r[2], r[3], r[4], r[5]) for r in self._db.in_ids(f"{_PARTS} {chosen}", items)]

    def notes(self) -> list[Participation]:
        """The participations in notes, by item: who is named in them changes with who is known."""
        rows = self._db.rows(f"{_PARTS} and i.shape = 'Note' and i.shape <> 'Message' order by p.item")
        return [(r[0], r[1], r[2], r[3], r[4], r[5]) for r in rows]

    def replace(self, chunks: Sequence[Chunk], gone: Sequence[int] = ()) -> None:
        """Write these chunks over those that begin at the same item, forget those that begin at `gone`; all changes
        are taken up by it."""
        with self._db.transaction():
            self._db.run("delete from ledger_change")
            self._db.run_many("delete from ledger_chunk where first = ?", [(first,) for first in gone])
            self._db.run_many("insert or replace into ledger_chunk (first, last, columns) values (?, ?, ?)", chunks)
