"""Copies of one mail, filed twice under two Message-IDs: which of them counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maarif.store.database import Database

#: Items looked at in one go, so that memory stays small in any home.
_PAGE = 50_000


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
    choose_copies_since(database, 1)


def choose_copies_since(database: Database, first: int) -> None:
    """Choose again among the mails that are there more than once, where one of them has this number or a higher one."""
    for keys in _shared_since(database, first):
        with database.transaction():
            choose_copies(database, keys)


def _shared_since(database: Database, first: int) -> Iterator[list[int]]:
    last = database.number("select max(id) from item")
    for start in range(first, last + 1, _PAGE):
        rows = database.rows(
            """select distinct copies from item
                where id >= ? and id < ?
                  and exists (select 1 from item other where other.copies = item.copies and other.id <> item.id)""",
            (start, start + _PAGE),
        )
        if rows:
            yield [row[0] for row in rows]
