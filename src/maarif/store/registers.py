"""What who-is-who keeps between processes: profiles, blocks, counts and the pairs near a bar."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.store.database import Database, Row

_TABLES = ("known", "met", "counted", "weighed", "stirred")
_SETS = ("cards", "sources", "phones", "employers", "titles", "contacts", "birthdays", "cities", "card_names")


class Registers:
    """The register of a home: rows in, rows out; what they mean is not known here."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # -- how far it follows ------------------------------------------------------------------------------------------

    def mark(self) -> dict[str, Any]:
        """What the register was last told of itself; empty where there is none."""
        row = self._db.row("select value from home where key = 'register'")
        found: dict[str, Any] = json.loads(row[0]) if row else {}
        return found

    def keep_mark(self, mark: dict[str, Any]) -> None:
        """Write down what the register holds; nothing is stirred any more."""
        self._db.run("insert or replace into home (key, value) values ('register', ?)", (json.dumps(mark),))
        self._db.run("delete from stirred")

    def bounds(self) -> tuple[int, int]:
        """The last item and the last file there are."""
        item = self._db.number("select max(id) from item")
        return item, self._db.number("select max(id) from file")

    def stirred(self, item: int, file: int, most: int) -> list[str] | None:
        """The texts of handles whose profile may be another since these were the last item and file; None where
        there are more than `most`."""
        found = self._db.rows(_STIRRED, {"item": item, "file": file, "most": most + 1})
        return [row[0] for row in found] if len(found) <= most else None

    def forget(self) -> None:
        """Empty the register."""
        for table in _TABLES:
            self._db.run(f"delete from {table}")
        self._db.run("delete from home where key = 'register'")

    # -- read piece by piece -----------------------------------------------------------------------------------------

    def profiles(self, handles: Collection[str]) -> dict[str, Profile]:
        """The profiles of those of these handles that are known, as they were last compared."""
        rows = self._asked(
            "select handle, profile from known where handle in (select value from json_each(?))", handles
        )
        return {handle: _to_profile(handle, said) for handle, said in rows}

    def size(self) -> int:
        """How many handles it knows."""
        return self._db.number("select count(*) from known")

    def members(self, keys: Collection[str]) -> dict[str, set[str]]:
        """All that stands under each of these keys."""
        found: dict[str, set[str]] = {}
        for key, member in self._asked(
            "select key, member from met where key in (select value from json_each(?))", keys
        ):
            found.setdefault(key, set()).add(member)
        return found

    def counts(self, words: Collection[str]) -> dict[str, int]:
        """How often these words were counted."""
        return dict(
            self._asked("select word, times from counted where word in (select value from json_each(?))", words)
        )

    def weighed(self, handles: Collection[str]) -> list[Row]:
        """The rows of all pairs of these handles; a pair of two of them may come twice."""
        return self._asked(_WEIGHED, handles)

    def _asked(self, statement: str, values: Collection[str]) -> list[Row]:
        return self._db.rows(statement, (json.dumps(sorted(values), ensure_ascii=False),))

    # -- write -------------------------------------------------------------------------------------------------------

    def keep_profiles(self, profiles: Iterable[Profile], gone: Iterable[str]) -> None:
        """Keep these profiles in place of earlier ones; forget those that are gone."""
        self._db.run_many("delete from known where handle = ?", [(handle,) for handle in gone])
        rows = sorted((str(one.handle), _profile_row(one)) for one in profiles)
        self._db.run_many("insert or replace into known (handle, profile) values (?, ?)", rows)

    def keep_members(self, gone: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> None:
        """Take members from under their keys, and put others there."""
        self._db.run_many("delete from met where key = ? and member = ?", sorted(gone))
        self._db.run_many("insert or ignore into met (key, member) values (?, ?)", sorted(new))

    def keep_counts(self, counts: Iterable[tuple[str, int]]) -> None:
        """Keep these counts in place of earlier ones."""
        self._db.run_many("insert or replace into counted (word, times) values (?, ?)", sorted(counts))

    def keep_weighed(self, gone: Iterable[tuple[str, str]], rows: Iterable[Row]) -> None:
        """Keep these rows of pairs in place of earlier ones; forget those that are gone."""
        self._db.run_many("delete from weighed where left = ? and right = ?", sorted(gone))
        self._db.run_many("insert or replace into weighed values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", list(rows))


def _profile_row(one: Profile) -> str:
    sets = [sorted(getattr(one, name)) for name in _SETS]
    counts = (one.sent, one.received, one.bulk, one.reach)
    return json.dumps([one.names, *counts, sorted(one.booked), *sets], ensure_ascii=False)


def _to_profile(handle: str, said: str) -> Profile:
    names, sent, received, bulk, reach, booked, *sets = json.loads(said)
    cards, sources, phones, employers, titles, contacts, birthdays, cities, card_names = map(frozenset, sets)
    return Profile(
        Handle.parse(handle), tuple((name, times) for name, times in names), cards, sources, phones, employers,
        titles, contacts, sent, received, bulk, reach, birthdays, cities, card_names, frozenset(map(tuple, booked)),
    )  # fmt: skip


def stir(database: Database, batch: int) -> None:
    """Write down the handles that a batch about to go speaks of, and those of copies that may count instead."""
    database.run(_STIR_BATCH, {"batch": batch})


_STIRRED = """
with fresh as (
    select id, copies from item where id > :item
    union
    select i.id, i.copies from sighting s join item i on i.id = s.item where s.file > :file
), near as (
    select id from fresh union select i.id from item i join fresh on i.copies = fresh.copies
), moved as (
    select p.handle from participant p join near on near.id = p.item
    union
    select f.handle from fact f join near on near.id = f.item
    union
    select c.handle from called c where c.file > :file
)
select h.kind || ':' || h.value from handle h join moved on moved.handle = h.id
union
select handle from stirred
limit :most
"""
_STIR_BATCH = """
with gone as (
    select distinct i.id, i.copies from sighting s join file f on f.id = s.file join item i on i.id = s.item
     where f.batch = :batch
), near as (
    select id from gone union select i.id from item i join gone on i.copies = gone.copies
), moved as (
    select p.handle from participant p join near on near.id = p.item
    union
    select t.handle from fact t join near on near.id = t.item
    union
    select c.handle from called c join file f on f.id = c.file where f.batch = :batch
)
insert or ignore into stirred (handle) select h.kind || ':' || h.value from handle h join moved on moved.handle = h.id
"""
_COLUMNS = """
left, right, verdict, points, told, guard, again_verdict, again_points, again_told, again_guard
"""
_WEIGHED = f"""
select {_COLUMNS} from weighed where left in (select value from json_each(?1))
union all
select {_COLUMNS} from weighed where right in (select value from json_each(?1))
"""
