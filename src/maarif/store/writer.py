"""Taking items in: many at a time, each once, with everything that follows from it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from maarif.domain.handles import Handle
from maarif.domain.items import Defect
from maarif.store.copies import choose_copies_since
from maarif.store.database import Database
from maarif.store.entries import Entry, Tally
from maarif.store.index import TextIndex
from maarif.store.items import Items, copies_key
from maarif.store.numbers import Numbers

__all__ = ["CHUNK", "Entry", "Tally", "Told", "Writer", "drop_unused_handles", "entry_in", "items_of"]

#: Items per transaction: enough to be fast, few enough to be forgotten by a power cut.
CHUNK = 4000
#: Handles whose numbers are remembered; beyond that they are looked up again.
_HANDLES = 1 << 17

#: What a place of a file gives: an entry, or a defect with what could be read all the same.
Told: TypeAlias = Entry | tuple[Defect, Entry | None]


@dataclass(slots=True)
class _Pending:
    """Rows that wait for the end of the chunk, and the items among them by digest."""

    fresh: dict[bytes, int] = field(default_factory=dict)
    files: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    items: list[tuple[Any, ...]] = field(default_factory=list)
    sightings: list[tuple[int, int, str]] = field(default_factory=list)
    participants: list[tuple[int, int, str, int | None]] = field(default_factory=list)
    facts: list[tuple[int, int, str, str]] = field(default_factory=list)
    handles: list[tuple[int, str, str]] = field(default_factory=list)
    defects: list[tuple[int, str, str, str]] = field(default_factory=list)
    lengths: list[tuple[int, int, int]] = field(default_factory=list)
    called: list[tuple[int, int, str]] = field(default_factory=list)


class Writer:
    """Writes entries in chunks of one transaction each; the index follows the database, never leads it.

    What it holds in memory does not grow with what it takes in: whether an item is known is asked of the database.
    """

    def __init__(self, database: Database, index: TextIndex) -> None:
        self._db = database
        self._index = index
        self._next_item = self._first = Items(database).last() + 1
        self._first_derived = self._first
        self._handles: dict[tuple[str, str], int] = {}
        self._next_handle = database.number("select max(id) from handle") + 1
        self._next_file = database.number("select max(id) from file") + 1
        self._pending = _Pending()
        self._open: dict[int, tuple[int, str, str, bytes]] = {}
        self._batches: dict[int, bool] = {}
        self._begin(Numbers())

    def _begin(self, begun: Numbers) -> None:
        """A file begins: what came before it, what it saw of that, and what an interrupted run saw in it alone."""
        self._before = self._next_item
        self._seen = Numbers()
        self._begun = begun

    def open_file(self, batch: int, name: str, source: str, fingerprint: bytes) -> int:
        """Begin a file of a batch; what an interrupted run saw of it is counted anew. Returns its number."""
        known = self._interrupted(batch, name)
        if known:
            with self._db.transaction():
                self._db.run("delete from defect where file = ?", known)
                self._db.run("delete from called where file = ?", known)
            number = int(known[0])
            self._begin(Numbers(row[0] for row in self._db.stream(_SEEN_HERE_ALONE, known)))
        else:
            number, self._next_file = self._next_file, self._next_file + 1
            self._begin(Numbers())
        self._open[number] = (batch, name, source, fingerprint)
        self._pending.files[number] = (number, *self._open[number], 0, 0, 0, 0, 0)
        return number

    def doubt(self) -> None:
        """Write all that waits; files that were begun may be begun again."""
        self.flush()
        self._batches.clear()

    def _interrupted(self, batch: int, name: str) -> tuple[Any, ...] | None:
        """The file of this name that was begun before, where the batch had any when it was first written to."""
        if batch not in self._batches:
            self._batches[batch] = self._db.row("select 1 from file where batch = ? limit 1", (batch,)) is not None
        if not self._batches[batch]:
            return None
        return self._db.row("select id from file where batch = ? and name = ?", (batch, name))

    def close_file(self, file: int, tally: Tally) -> None:
        """End a file with its counts; in force after the next `flush`."""
        counts = (tally.read, tally.new, tally.unchanged, tally.defects)
        self._pending.files[file] = (file, *self._open.pop(file), 1, *counts)
        if self.is_full():
            self.flush()

    def put(self, file: int, entry: Entry, tally: Tally) -> None:
        """Keep one entry and that it stands in this file; known items are only sighted."""
        self.put_all(file, [entry], tally)

    def put_all(self, file: int, told: Sequence[Told], tally: Tally) -> list[bool]:
        """Keep entries, and count and keep defects with what could be read all the same, in their order.

        Says of each whether it holds an item that counts as new.
        """
        known = self._known([entry.digest for one in told if (entry := entry_in(one)) is not None])
        return [self._put_told(file, one, known, tally) for one in told]

    def _put_told(self, file: int, told: Told, known: dict[bytes, int], tally: Tally) -> bool:
        tally.read += 1
        if isinstance(told, Entry):
            is_new = self._put_item(file, told, known)
            tally.new += is_new
            tally.unchanged += not is_new
            return is_new
        tally.defects += 1
        defect, kept = told
        self._pending.defects.append((file, defect.origin.item, defect.reason, defect.excerpt[:200]))
        return kept is not None and self._put_item(file, kept, known)

    def forget_derived(self) -> None:
        """Empty what is derived from items one by one; `derive` makes it again."""
        self._first_derived = 1
        with self._db.transaction():
            for table in ("participant", "fact", "called", "index_deletion"):
                self._db.run(f"delete from {table}")
            self._db.run("update item set copy_of = null where copy_of is not null")

    def derive(self, number: int, entry: Entry) -> None:
        """Derive again what follows from one kept item."""
        copies = copies_key(entry.digest, entry.copies)
        self._pending.lengths.append((copies, entry.terms.count(" "), number))
        self._put_parts(number, entry)
        self._index.add(number, entry.at, entry.terms)
        for (file,) in self._db.rows("select distinct file from sighting where item = ?", (number,)):
            self._call(file, entry)

    def is_full(self) -> bool:
        """Whether it is time to `flush`."""
        waiting = self._pending
        return len(waiting.sightings) + len(waiting.defects) + len(waiting.files) + len(waiting.lengths) >= CHUNK

    def _put_item(self, file: int, entry: Entry, known: dict[bytes, int]) -> bool:
        """Keep an item; says whether it counts as new, which it does once."""
        pending, digest = self._pending, entry.digest
        number = pending.fresh.get(digest) or known.get(digest)
        is_new = number is None
        if number is None:
            number = pending.fresh[digest] = self._next_item
            self._next_item += 1
            pending.items.append(
                (number, digest, *entry.said, copies_key(digest, entry.copies), entry.terms.count(" "))
            )
            self._put_parts(number, entry)
            self._index.add(number, entry.at, entry.terms)
        pending.sightings.append((number, file, entry.place))
        if not is_new and (number >= self._before or not self._seen.add(number)):
            return False  # this file held it before
        self._call(file, entry)
        return is_new or number in self._begun

    def _call(self, file: int, entry: Entry) -> None:
        """Names are counted once per item and file, however often the item stands there."""
        called = self._pending.called
        for _, handle, name in entry.parts:
            if name:
                called.append((file, self._handle(handle), name))

    def _put_parts(self, number: int, entry: Entry) -> None:
        pending, at = self._pending, entry.at
        for role, handle, _ in entry.parts:
            pending.participants.append((number, self._handle(handle), role, at))
        for handle, attribute, value in entry.facts:
            pending.facts.append((number, self._handle(handle), attribute, value))

    def _known(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        """The items that say the same, by digest; those that wait for the end of the chunk are not among them."""
        return {} if self._next_item == 1 else items_of(self._db, digests)

    def _handle(self, handle: Handle) -> int:
        number = self._handles.get((handle.kind, handle.value))
        if number is None:
            row = self._db.row("select id from handle where kind = ? and value = ?", (handle.kind, handle.value))
            if row:
                number = int(row[0])
            else:
                number = self._next_handle
                self._next_handle += 1
                self._pending.handles.append((number, handle.kind, handle.value))
            self._handles[handle.kind, handle.value] = number
        return number

    def flush(self) -> None:
        """Write all that waits, in one transaction."""
        pending, self._pending = self._pending, _Pending()
        with self._db.transaction():
            self._write(pending)
        if len(self._handles) > _HANDLES:
            self._handles.clear()

    def _write(self, pending: _Pending) -> None:
        many = self._db.run_many
        many(
            """insert into file (id, batch, name, source, fingerprint, finished, read, new, unchanged, defects)
               values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               on conflict (id) do update set
                   fingerprint = excluded.fingerprint, finished = excluded.finished, read = excluded.read,
                   new = excluded.new, unchanged = excluded.unchanged, defects = excluded.defects""",
            list(pending.files.values()),
        )
        many("insert into handle (id, kind, value) values (?, ?, ?)", pending.handles)
        many(
            """insert into item (id, digest, shape, channel, at, until, subject, text, thread, bulk, parties, fields,
                                 copies, length)
               values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            pending.items,
        )
        many("update item set copies = ?, length = ? where id = ?", pending.lengths)
        many("insert or ignore into sighting (item, file, place) values (?, ?, ?)", pending.sightings)
        many("insert or ignore into participant (item, handle, role, at) values (?, ?, ?, ?)", pending.participants)
        many("insert or ignore into fact (item, handle, attribute, value) values (?, ?, ?, ?)", pending.facts)
        many("insert into defect (file, place, reason, excerpt) values (?, ?, ?, ?)", pending.defects)
        many(
            """insert into called (file, handle, name, times) values (?, ?, ?, ?)
               on conflict do update set times = times + excluded.times""",
            [(*key, times) for key, times in Counter(pending.called).items()],
        )

    def finish(self) -> None:
        """Flush, settle which copy of each mail counts, and let the index catch up."""
        self.flush()
        choose_copies_since(self._db, self._first_derived)
        self._index.commit(Items(self._db).last())


def entry_in(told: Told) -> Entry | None:
    """What can be kept of what a place gave."""
    return told if isinstance(told, Entry) else told[1]


def items_of(database: Database, digests: Sequence[bytes]) -> dict[bytes, int]:
    """The items that say just this, by digest."""
    if len(digests) == 1:
        return dict(database.rows("select digest, id from item where digest = ?", digests))
    wanted = json.dumps([digest.hex() for digest in digests])
    return dict(
        database.rows("select digest, id from item where digest in (select unhex(value) from json_each(?))", (wanted,))
    )


def drop_unused_handles(database: Database) -> None:
    """Forget handles that no source writes any more, whom they belonged to, and where their names were found."""
    for table in ("owner", "belongs", "participant"):
        database.run(f"delete from {table} where handle in ({_UNUSED_HANDLES})")
    database.run(f"delete from handle where id in ({_UNUSED_HANDLES})")


_UNUSED_HANDLES = """
select h.id from handle h
 where not exists (select 1 from participant p where p.handle = h.id and p.role <> 'mentioned')
   and not exists (select 1 from called c where c.handle = h.id)
   and not exists (select 1 from fact f where f.handle = h.id)
"""
_SEEN_HERE_ALONE = """
select distinct s.item from sighting s
 where s.file = ? and not exists (select 1 from sighting other where other.item = s.item and other.file <> s.file)
"""
