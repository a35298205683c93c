"""The owner's word on facts: appended, in force until taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from maarif.domain.handles import Handle
from maarif.domain.people import Attribute
from maarif.store.database import Database, Row


class Corrections:
    """The corrections of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def correct(self, handle: Handle, attribute: Attribute, was: str, value: str, at: int) -> int:
        """Write one down, said at a moment (Unix seconds)."""
        self._db.run(
            "insert into correction (handle, attribute, was, value, at) values (?, ?, ?, ?, ?)",
            (str(handle), attribute, was, value, at),
        )
        return self._db.last_id()

    def take_back(self, number: int) -> bool:
        """Take one back; false where there is none of this number."""
        return bool(self._db.run("delete from correction where id = ?", (number,)))

    def of(self, person: str) -> list[tuple[int, str, str, str]]:
        """The corrections about one person: (number, attribute, was, value), in order."""
        return [row[:4] for row in corrections(self._db, person)]


def corrections(database: Database, person: str | None = None) -> list[Row]:
    """Rows (number, attribute, was, value, person, handle kind, handle value, at), in order."""
    return database.rows(_CORRECTIONS, {"person": person})


def corrected(facts: Sequence[Row], said: Iterable[Row]) -> list[Row]:
    """Facts as the owner has them: one correction after the other, what is not so goes and what is so comes.

    Rows of facts as `Ledgers.facts` gives them, of corrections as above; the owner's own word has item 0.
    """
    by_person: dict[str, list[Row]] = {}
    for row in said:
        by_person.setdefault(row[4], []).append(row)
    kept = [row for row in facts if row[0] not in by_person] if by_person else list(facts)
    for person, own in by_person.items():
        theirs = [row for row in facts if row[0] == person]
        for _, attribute, was, value, _, kind, handle, at in own:
            theirs = [row for row in theirs if (row[3], row[4].casefold()) != (attribute, was.casefold())]
            theirs += [(person, kind, handle, attribute, value, at, 0)] if value else []
        kept += theirs
    return kept


_CORRECTIONS = """
select c.id, c.attribute, c.was, c.value, b.person, h.kind, h.value, c.at
  from correction c
  join handle h on h.kind = substr(c.handle, 1, instr(c.handle, ':') - 1)
               and h.value = substr(c.handle, instr(c.handle, ':') + 1)
  join belongs b on b.handle = h.id
 where :person is null or b.person = :person
 order by c.id
"""
