"""Favours: what the owner wrote down of them, and what they answered to those that messages propose."""

from __future__ import annotations

from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.domain.outreach import Favour, FavourKind
from maarif.store.database import Database


class Favours:
    """The favours of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keep(self, favour: Favour) -> int:
        """Keep a favour (its own id counts for nothing); returns its number."""
        origin = favour.origin or Origin("", "")
        self._db.run(
            """insert into favour (handle, kind, what, at, source, item, confirmed)
               values (:handle, :kind, :what, :at, :source, :item, :confirmed)""",
            {
                "handle": str(favour.handle), "kind": favour.kind, "what": favour.what, "at": favour.at,
                "source": origin.source, "item": origin.item,
                "confirmed": None if favour.confirmed is None else int(favour.confirmed),
            },
        )  # fmt: skip
        return self._db.last_id()

    def forget(self, number: int) -> bool:
        """Forget a favour; false where there is none of this number."""
        return bool(self._db.run("delete from favour where id = ?", (number,)))

    def answered(self, origin: Origin, kind: FavourKind) -> None:
        """Forget the owner's earlier answer about an item, so that a new one can stand."""
        self._db.run(
            "delete from favour where source = ? and item = ? and kind = ?", (origin.source, origin.item, kind)
        )

    def all(self) -> list[Favour]:
        """All favours that are written down, oldest first; those that the owner said no to among them."""
        rows = self._db.rows("select id, handle, kind, what, at, source, item, confirmed from favour order by at, id")
        return [
            Favour(
                number, Handle.parse(handle), kind, what, at,
                Origin(source, item) if source or item else None,
                None if confirmed is None else bool(confirmed),
            )
            for number, handle, kind, what, at, source, item, confirmed in rows
        ]  # fmt: skip
