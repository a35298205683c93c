"""What passed between people, as far as it shows what became of a message, a promise or a wish."""

from __future__ import annotations

from collections.abc import Sequence

from maarif.domain.exchanges import Exchange
from maarif.store.database import Database, Row

_WITH = """
with theirs as (
    select distinct p.item, p.at from participant p join belongs b on b.handle = p.handle
     where b.person = :person and p.role not in ('owner', 'signed', 'about') and p.at >= :since and p.at < :before
)
select i.id, i.at, i.shape, i.channel, i.thread,
       coalesce((select b.person from participant p join belongs b on b.handle = p.handle
                  where p.item = i.id and p.role = 'from'), ''),
       (select count(distinct p.handle) from participant p where p.item = i.id and p.role <> 'signed'),
       exists (select 1 from participant p join owner o on o.handle = p.handle where p.item = i.id),
       coalesce((select min(s.place) from sighting s where s.item = i.id), '')
  from theirs join item i on i.id = theirs.item
 where i.copy_of is null and i.bulk = ''
 order by i.at, i.id
"""
_SAID = """
select i.id from item i
 where i.shape = 'Message' and i.bulk = '' and i.copy_of is null and i.at >= ? and i.at < ?
 order by i.at desc, i.id limit ?
"""
_NOTES = """
select i.id from item i
 where i.shape = 'Note' and i.shape <> 'Message' and (i.at is null or i.at < ?)
 order by i.at desc, i.id limit ?
"""
_MEETINGS = """
select i.id from item i
 where i.shape = 'Meeting' and i.shape <> 'Message' and i.at >= ? and i.at < ?
 order by i.at, i.id
"""
_ADDRESSES = """
select h.kind, h.value, max(case when p.role = 'from' then p.at end), max(p.at)
  from belongs b join handle h on h.id = b.handle left join participant p on p.handle = h.id
 where b.person = ? group by h.id
"""


class Exchanges:
    """Reads what passed between the owner and others."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def between(self, person: str, since: int, before: int) -> list[Exchange]:
        """Dated items with a person on them in a time, oldest first; what machines and lists sent is left out."""
        rows = self._db.rows(_WITH, {"person": person, "since": since, "before": before})
        return [Exchange(*row) for row in rows]

    def said(self, since: int, before: int, most: int) -> list[int]:
        """The messages that people wrote in a time, newest first."""
        return [row[0] for row in self._db.rows(_SAID, (since, before, most))]

    def notes(self, before: int, most: int) -> list[int]:
        """The owner's notes before a moment, newest first."""
        return [row[0] for row in self._db.rows(_NOTES, (before, most))]

    def meetings(self, since: int, before: int) -> list[int]:
        """What stands in the calendar for a time, in order."""
        return [row[0] for row in self._db.rows(_MEETINGS, (since, before))]

    def stands_at(self, place: str) -> bool:
        """Whether any item stands at a place, such as a mail's Message-ID, in whatever file."""
        return self._db.row("select 1 from sighting where place = ? limit 1", (place,)) is not None

    def addresses(self, person: str) -> list[Row]:
        """Rows (kind, value, last written from, last met at all) of the handles of a person."""
        return self._db.rows(_ADDRESSES, (person,))

    def people_on(self, items: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
        """(role, person) of everybody on each of these items."""
        rows = self._db.in_ids(
            """select distinct p.item, p.role, b.person from participant p join belongs b on b.handle = p.handle
                where p.role <> 'signed' and p.item in (select value from json_each(?)) order by 1, 2, 3""",
            items,
        )
        found: dict[int, list[tuple[str, str]]] = {}
        for item, role, person in rows:
            found.setdefault(item, []).append((role, person))
        return found
