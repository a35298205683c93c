"""Needs that are followed up, whom they took the owner to, and what the owner said of each step."""

from __future__ import annotations

from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.domain.needs import NeedKind
from maarif.domain.outreach import KeptNeed, Outreach, OutreachStep
from maarif.store.database import Database, Row

_NEED = "select id, text, kind, asked, closed, outcome from need"
_STEPS = """
select outreach, step, at, by, source, item, note from outreach_step
 where outreach in (select value from json_each(?)) order by outreach, id
"""


class Outreaches:
    """The needs and outreaches of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # -- needs --------------------------------------------------------------------------------------

    def keep_need(self, text: str, kind: NeedKind, asked: int) -> int:
        """Keep a need; returns its number."""
        self._db.run("insert into need (text, kind, asked) values (?, ?, ?)", (text, kind, asked))
        return self._db.last_id()

    def needs(self) -> list[KeptNeed]:
        """All needs that are kept, oldest first."""
        return [KeptNeed(*row) for row in self._db.rows(f"{_NEED} order by id")]

    def need(self, number: int) -> KeptNeed | None:
        """The need of a number."""
        row = self._db.row(f"{_NEED} where id = ?", (number,))
        return KeptNeed(*row) if row else None

    def close_need(self, number: int, at: int | None, outcome: str) -> None:
        """Write down that a need is over and what came of it; open it again with `at` None."""
        self._db.run("update need set closed = ?, outcome = ? where id = ?", (at, outcome, number))

    def forget_need(self, number: int) -> None:
        """Forget a need with all that hangs on it."""
        self._db.run("delete from need where id = ?", (number,))

    # -- outreaches ---------------------------------------------------------------------------------

    def begin(self, need: int, handle: Handle) -> int:
        """The outreach to a handle for a need, begun where there is none."""
        self._db.run("insert or ignore into outreach (need, handle) values (?, ?)", (need, str(handle)))
        return self._db.number("select id from outreach where need = ? and handle = ?", (need, str(handle)))

    def add_step(self, outreach: int, step: OutreachStep) -> None:
        """Append what the owner says of an outreach."""
        origin = step.origin or Origin("", "")
        self._db.run(
            """insert into outreach_step (outreach, step, at, by, source, item, note)
               values (:outreach, :step, :at, :by, :source, :item, :note)""",
            {
                "outreach": outreach, "step": step.step, "at": step.at, "by": step.by,
                "source": origin.source, "item": origin.item, "note": step.note,
            },
        )  # fmt: skip

    def all(self) -> list[Outreach]:
        """All outreaches with the owner's own steps, oldest first."""
        return self._with_steps(self._db.rows("select id, need, handle from outreach order by id"))

    def one(self, number: int) -> Outreach | None:
        """The outreach of a number."""
        found = self._with_steps(self._db.rows("select id, need, handle from outreach where id = ?", (number,)))
        return found[0] if found else None

    def _with_steps(self, rows: list[Row]) -> list[Outreach]:
        steps: dict[int, list[OutreachStep]] = {}
        for outreach, step, at, by, source, item, note in self._db.in_ids(_STEPS, [row[0] for row in rows]):
            origin = Origin(source, item) if source or item else None
            steps.setdefault(outreach, []).append(OutreachStep(step, at, by, origin, note))
        return [
            Outreach(number, need, Handle.parse(handle), tuple(steps.get(number, ()))) for number, need, handle in rows
        ]
