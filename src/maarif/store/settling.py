"""Whether all that is derived follows from the truth: a word in the home that a crash leaves standing."""

from __future__ import annotations

from typing import Literal, TypeAlias

from maarif.store.database import Database

#: What must be derived again: all of it, what follows from copies and people, or people and ties alone.
Unsettled: TypeAlias = Literal["all", "items", "people"]


def mark_unsettled(database: Database, what: Unsettled) -> None:
    """Write down, before it begins, that derived tables are about to fall behind; the wider word stands."""
    known = unsettled(database)
    wider = what if known is None or _WIDTH[what] > _WIDTH[known] else known
    database.run("insert or replace into home (key, value) values ('unsettled', ?)", (wider,))


def mark_settled(database: Database) -> None:
    """Write down that all that is derived follows from the truth."""
    database.run("delete from home where key = 'unsettled'")


def unsettled(database: Database) -> Unsettled | None:
    """What must be derived again; None where nothing must."""
    row = database.row("select value from home where key = 'unsettled'")
    return next((word for word in _WIDTH if row and word == row[0]), None)


_WIDTH: dict[Unsettled, int] = {"people": 0, "items": 1, "all": 2}
