"""Taking items in: many at a time, each once, with everything that follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from maarif.domain.handles import Handle
from maarif.domain.items import Defect, Item
from maarif.store.database import Database
from maarif.store.index import TextIndex
from maarif.store.items import Items, copies_key, digest_of, say

#: Items per transaction: enough to be fast, few enough to be forgotten by a power cut.
CHUNK = 4000


@dataclass(frozen=True, slots=True)
class Entry:
    """One item ready to be kept: itself, its parts (role, handle, name), its terms (a space behind each), its
    facts, its copies key."""

    item: Item
    parts: tuple[tuple[str, Handle, str], ...]
    terms: str
    facts: tuple[tuple[Handle, str, str], ...]
    copies: int = 0


@dataclass(slots=True)
class Tally:
    """What one file gave: read = new + unchanged + defects."""

    read: int = 0
    new: int = 0
    unchanged: int = 0
    defects: int = 0


@dataclass(slots=True)
class _Pending:
    """Rows that wait for the end of the chunk."""

    files: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    items: list[tuple[Any, ...]] = field(default_factory=list)
    sightings: list[tuple[int, int, str]] = field(default_factory=list)
    participants: list[tuple[int, int, str, int | None]] = field(default_factory=list)
    facts: list[tuple[int, int, str, str]] = field(default_factory=list)
    handles: list[tuple[int, str, str]] = field(default_factory=list)
    defects: list[tuple[int, str, str, str]] = field(default_factory=list)
    lengths: list[tuple[int, int, int]] = field(default_factory=list)
    called: list[tuple[int, int, str]] = field(default_factory=list)
    copies: set[int] = field(default_factory=set)


class Writer:
    """Writes entries in chunks of one transaction each; the index follows the database, never leads it."""

    def __init__(self, database: Database, index: TextIndex) -> None:
        self._db = database
        self._index = index
        self._next_item = Items(database).last() + 1
        self._began_empty = self._next_item == 1
        self._taken: dict[bytes, int] = {}
        self._handles: dict[tuple[str, str], int] = {}
        self._next_handle = database.number("select max(id) from handle") + 1
        self._next_file = database.number("select max(id) from file") + 1
        self._pending = _Pending()
        self._open: dict[int, tuple[int, str, str, bytes]] = {}
        self._seen: set[int] = set()
        self._begun: set[int] = set()
        self._copies: set[int] = set()

    def open_file(self, batch: int, name: str, source: str, fingerprint: bytes) -> int:
        """Begin a file of a batch; what an interrupted run saw of it is counted anew. Returns its number."""
        known = self._db.row("select id from file where batch = ? and name = ?", (batch, name))
        if known:
            with self._db.transaction():
                self._db.run("delete from defect where file = ?", known)
                self._db.run("delete from called where file = ?", known)
            number = int(known[0])
            self._begun = {row[0] for row in self._db.rows(_SEEN_HERE_ALONE, known)}
        else:
            number, self._next_file = self._next_file, self._next_file + 1
            self._begun = set()
        self._seen = set()
        self._open[number] = (batch, name, source, fingerprint)
        self._pending.files[number] = (number, *self._open[number], 0, 0, 0, 0, 0)
        return number

    def close_file(self, file: int, tally: Tally) -> None:
        """End a file with its counts; in force after the next `flush`."""
        counts = (tally.read, tally.new, tally.unchanged, tally.defects)
        self._pending.files[file] = (file, *self._open.pop(file), 1, *counts)
        if self.is_full():
            self.flush()

    def put(self, file: int, entry: Entry, tally: Tally) -> None:
        """Keep one entry and that it stands in this file; known items are only sighted."""
        tally.read += 1
        if self._put_item(file, entry):
            tally.new += 1
        else:
            tally.unchanged += 1

    def put_defect(self, file: int, defect: Defect, kept: Entry | None, tally: Tally) -> None:
        """Count and keep a defect, and what could be read all the same."""
        tally.read += 1
        tally.defects += 1
        origin = defect.origin
        self._pending.defects.append((file, origin.item, defect.reason, defect.excerpt[:200]))
        if kept is not None:
            self._put_item(file, kept)

    def forget_derived(self) -> None:
        """Empty what is derived from items one by one; `derive` makes it again."""
        with self._db.transaction():
            for table in ("participant", "fact", "called", "index_deletion"):
                self._db.run(f"delete from {table}")
            self._db.run("update item set copy_of = null where copy_of is not null")

    def derive(self, number: int, entry: Entry) -> None:
        """Derive again what follows from one kept item."""
        digest = digest_of(say(entry.item))
        copies = copies_key(digest, entry.copies)
        self._pending.copies.add(copies)
        self._pending.lengths.append((copies, entry.terms.count(" "), number))
        self._put_parts(number, entry)
        self._index.add(number, entry.item.at, entry.terms)
        for (file,) in self._db.rows("select distinct file from sighting where item = ?", (number,)):
            self._call(file, entry)

    def is_full(self) -> bool:
        """Whether it is time to `flush`."""
        waiting = self._pending
        return len(waiting.sightings) + len(waiting.defects) + len(waiting.files) + len(waiting.lengths) >= CHUNK

    def _put_item(self, file: int, entry: Entry) -> bool:
        said = say(entry.item)
        digest = digest_of(said)
        pending = self._pending
        known = self._known(digest)
        number = known or self._next_item
        if not known:
            self._next_item += 1
            self._taken[digest] = number
            copies = copies_key(digest, entry.copies)
            pending.copies.add(copies)
            pending.items.append((number, digest, *said, copies, entry.terms.count(" ")))
            self._put_parts(number, entry)
            self._index.add(number, entry.item.at, entry.terms)
        pending.sightings.append((number, file, entry.item.origin.item))
        if number in self._seen:
            return False
        self._seen.add(number)
        self._call(file, entry)
        return not known or number in self._begun

    def _call(self, file: int, entry: Entry) -> None:
        """Names are counted once per item and file, however often the item stands there."""
        called = self._pending.called
        for _, handle, name in entry.parts:
            if name:
                called.append((file, self._handle(handle), name))

    def _put_parts(self, number: int, entry: Entry) -> None:
        pending, at = self._pending, entry.item.at
        for role, handle, _ in entry.parts:
            pending.participants.append((number, self._handle(handle), role, at))
        for handle, attribute, value in entry.facts:
            pending.facts.append((number, self._handle(handle), attribute, value))

    def _known(self, digest: bytes) -> int | None:
        """The item that says the same; what this writer itself took in is remembered (in a home that was empty, that is
        all there is; in others, until the next flush)."""
        known = self._taken.get(digest)
        if known is not None or self._began_empty:
            return known
        row = self._db.row("select id from item where digest = ?", (digest,))
        return int(row[0]) if row else None

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
        self._copies |= pending.copies
        if not self._began_empty:
            self._taken.clear()

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
        with self._db.transaction():
            choose_copies(self._db, _shared(self._db, self._copies))
        self._copies.clear()
        self._index.commit(Items(self._db).last())


def _shared(database: Database, keys: Iterable[int]) -> list[int]:
    """Those of these keys under which more than one item stands."""
    rows = database.in_ids(
        """select copies from item where copies in (select value from json_each(?))
            group by copies having count(*) > 1""",
        list(keys),
    )
    return [row[0] for row in rows]


def choose_copies(database: Database, keys: Iterable[int]) -> None:
    """Of the copies of one mail, let the one with most parties count (then the smallest digest: any order of import
    chooses the same)."""
    for key in keys:
        rows = database.rows(
            """select id, (select count(*) from participant p where p.item = item.id), digest
                 from item where copies = ?""",
            (key,),
        )
        best = min(rows, key=lambda row: (-row[1], row[2]), default=None)
        if best and len(rows) > 1:
            database.run("update item set copy_of = nullif(?, id) where copies = ?", (best[0], key))
        elif best:
            database.run("update item set copy_of = null where id = ? and copy_of is not null", (best[0],))


def choose_all_copies(database: Database) -> None:
    """Choose again among all mails that are there more than once."""
    with database.transaction():
        rows = database.rows("select copies from item group by copies having count(*) > 1")
        choose_copies(database, [row[0] for row in rows])


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
