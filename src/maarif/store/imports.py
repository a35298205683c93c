"""Batches and files: what was taken in, when, and how to take it back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from maarif.domain.errors import NoSuchBatch
from maarif.domain.items import Defect, Origin
from maarif.store.copies import choose_copies
from maarif.store.database import Database, Row, unix_now
from maarif.store.entries import Tally
from maarif.store.registers import stir
from maarif.store.settling import mark_unsettled
from maarif.store.writer import drop_unused_handles, items_of


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file of a batch, with what it gave."""

    name: str
    source: str
    finished: bool
    tally: Tally


@dataclass(frozen=True, slots=True)
class Batch:
    """One import: when it began and ended (Unix seconds; `finished` None where it was cut off), and its files."""

    id: int
    begun: int
    finished: int | None
    paths: tuple[str, ...]
    files: tuple[FileRow, ...]


class Imports:
    """The batches of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def begin(self, paths: Sequence[str], me: Sequence[str]) -> int:
        """Open a batch, or go on with one of the same paths that was cut off."""
        given = json.dumps(list(paths), ensure_ascii=False)
        cut_off = self._db.row("select id, me from batch where finished is null and paths = ? order by id", (given,))
        if cut_off:
            told = list(dict.fromkeys([*json.loads(cut_off[1]), *me]))
            self._db.run("update batch set me = ? where id = ?", (json.dumps(told, ensure_ascii=False), cut_off[0]))
            return int(cut_off[0])
        self._db.run(
            "insert into batch (begun, paths, me) values (?, ?, ?)",
            (unix_now(), given, json.dumps(list(me), ensure_ascii=False)),
        )
        return self._db.last_id()

    def finish(self, batch: int) -> None:
        """Close a batch."""
        self._db.run("update batch set finished = ? where id = ?", (unix_now(), batch))

    def drop_if_empty(self, batch: int) -> bool:
        """Forget a batch without files; says whether it did."""
        statement = "delete from batch where id = ? and not exists (select 1 from file where file.batch = batch.id)"
        return bool(self._db.run(statement, (batch,)))

    def any(self) -> bool:
        """Whether any file was ever begun."""
        return self._db.row("select 1 from file limit 1") is not None

    def known(self, fingerprint: bytes, name: str) -> FileRow | None:
        """The file with these very bytes that was read to its end under this name, if there is one."""
        row = self._db.row(
            """select name, source, finished, read, new, unchanged, defects from file
                where fingerprint = ? and name = ? and finished = 1 order by id limit 1""",
            (fingerprint, name),
        )
        return _file(row) if row else None

    def items_of(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        """The items that say just this, by digest."""
        return items_of(self._db, digests)

    def batches(self) -> list[Batch]:
        """All batches, oldest first, with their files."""
        return [self._batch(row) for row in self._db.rows("select id, begun, finished, paths from batch order by id")]

    def _batch(self, row: Row) -> Batch:
        files = self._db.rows(
            """select name, source, finished, read, new, unchanged, defects from file where batch = ? order by id""",
            (row[0],),
        )
        return Batch(row[0], row[1], row[2], tuple(json.loads(row[3])), tuple(_file(f) for f in files))

    def defects(self) -> list[tuple[int, Defect]]:
        """What could not be read, with its batch, in the order it was met."""
        rows = self._db.rows(
            """select f.batch, f.name, d.place, d.reason, d.excerpt from defect d join file f on f.id = d.file
                order by f.batch, f.id, d.rowid"""
        )
        return [(batch, Defect(Origin(name, place), reason, excerpt)) for batch, name, place, reason, excerpt in rows]

    def told_owners(self) -> list[str]:
        """Who the owner said they are, over all imports, in order."""
        rows = self._db.rows("select value from batch, json_each(batch.me) order by batch.id")
        return list(dict.fromkeys(str(row[0]) for row in rows))

    def undo(self, batch: int) -> tuple[int, int]:
        """Take a batch back: its sightings go, and the items that no other batch saw.

        Returns how many items went and how many stay because another import has them too. Raises NoSuchBatch.
        """
        if not self._db.row("select 1 from batch where id = ?", (batch,)):
            raise NoSuchBatch(str(batch))
        with self._db.transaction():
            seen = [row[0] for row in self._db.rows(_SEEN_IN, (batch,))]
            copies = [row[0] for row in self._db.rows(_COPIES_SEEN_IN, (batch,))]
            stir(self._db, batch)
            self._db.run("delete from batch where id = ?", (batch,))
            self._db.run("delete from item where not exists (select 1 from sighting s where s.item = item.id)")
            drop_unused_handles(self._db)
            choose_copies(self._db, copies)
            mark_unsettled(self._db, "people")
        left = self._db.in_ids("select id from item where id in (select value from json_each(?))", seen)
        return len(seen) - len(left), len(left)


def _file(row: Row) -> FileRow:
    name, source, finished, *counts = row
    return FileRow(name, source, bool(finished), Tally(*counts))


_SEEN_IN = "select distinct s.item from sighting s join file f on f.id = s.file where f.batch = ?"
_COPIES_SEEN_IN = """
select distinct i.copies from sighting s join file f on f.id = s.file join item i on i.id = s.item where f.batch = ?
"""
