"""What happened with somebody, a page at a time, and how it went over the years."""

from __future__ import annotations

import json
from collections.abc import Sequence

from maarif.domain.items import Origin
from maarif.store.database import Database, Row


class History:
    """Reads timelines."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def dated(self, person: str, at: int, item: int, most: int) -> list[int]:
        """The items a person takes part in after a place in the timeline, newest first; at most so many.

        The place is the time and the number of the item that was shown last.
        """
        values = {"person": person, "at": at, "item": item, "most": most}
        found = {tuple(pair) for (pairs,) in self._db.rows(_DATED, values) for pair in json.loads(pairs)}
        return [number for _, number in sorted(found, key=lambda pair: (-pair[0], pair[1]))[:most]]

    def undated(self, person: str, item: int, most: int) -> list[int]:
        """The items without a time a person takes part in, after the item that was shown last; at most so many."""
        return [row[0] for row in self._db.rows(_UNDATED, {"person": person, "item": item, "most": most})]

    def months(self, person: str, before: int) -> list[Row]:
        """Rows (month as `2024-03`, messages from them, messages to them, meetings), in order; bulk left out."""
        return self._db.rows(_MONTHS, {"person": person, "before": before})

    def companions(self, person: str, items: Sequence[int], most: int) -> list[tuple[str, int]]:
        """(person, times) for those who stand on these items most often; a person and the owner left out."""
        rows = self._db.rows(_COMPANIONS, {"person": person, "items": json.dumps(list(items)), "most": most})
        return [(row[0], row[1]) for row in rows]

    def people_on(self, item: int) -> list[Row]:
        """Rows (role, handle kind, handle value, person, name) of one item, in a fixed order; the owner's person is
        null."""
        return self._db.rows(_PEOPLE_ON, (item,))

    def numbers(self, wanted: Sequence[tuple[str, Origin]]) -> dict[Origin, int]:
        """The number of the item at each origin, looked for among the items and facts of the person it speaks of.

        (An origin alone is found by going through all that its file says, which is long in a mailbox.)
        """
        said = json.dumps([[person, origin.source, origin.item] for person, origin in wanted])
        return {Origin(source, place): item for source, place, item in self._db.rows(_AT_ORIGINS, (said,))}


_DATED = """
select (
    select json_group_array(json_array(at, item)) from (
        select p.at, p.item
          from participant p join item i on i.id = p.item
         where p.handle = b.handle and p.role not in ('owner', 'signed') and i.copy_of is null
           and p.at <= :at and (p.at < :at or p.item > :item)
         group by p.at, p.item
         order by p.at desc, p.item
         limit :most
    )
) from belongs b where b.person = :person
"""
_UNDATED = """
select distinct p.item
  from belongs b join participant p on p.handle = b.handle join item i on i.id = p.item
 where b.person = :person and p.role not in ('owner', 'signed') and i.copy_of is null
   and p.at is null and p.item > :item
 order by p.item
 limit :most
"""
_MONTHS = """
with own as (
    select p.item, p.at, max(p.role = 'from') as theirs
      from belongs b join participant p on p.handle = b.handle
     where b.person = :person and p.at < :before and p.role in ('from', 'to', 'cc', 'present')
     group by p.item
), told as (
    select own.at, own.theirs, i.shape = 'Meeting' as together, exists (
        select 1 from participant o join owner w on w.handle = o.handle where o.item = own.item and o.role = 'from'
    ) as mine
      from own join item i on i.id = own.item
     where i.copy_of is null and i.bulk = ''
)
select strftime('%Y-%m', at, 'unixepoch'), sum(theirs and not together), sum(mine and not theirs), sum(together)
  from told group by 1 order by 1
"""
_COMPANIONS = """
select b.person, count(distinct i.id) as times
  from json_each(:items) own join item i on i.id = own.value and i.bulk = ''
  join participant p on p.item = i.id and p.role not in ('owner', 'signed')
  join belongs b on b.handle = p.handle and b.person <> :person
  join person q on q.id = b.person and q.kind = 'person'
 where not exists (select 1 from owner w where w.handle = p.handle)
 group by b.person order by times desc, b.person
 limit :most
"""
_PEOPLE_ON = """
select p.role, h.kind, h.value, case when w.handle is null then b.person end, coalesce(q.name, '')
  from participant p join handle h on h.id = p.handle
  left join owner w on w.handle = p.handle
  left join belongs b on b.handle = p.handle
  left join person q on q.id = b.person
 where p.item = ? and p.role not in ('owner', 'signed')
 order by case p.role when 'from' then 0 when 'to' then 1 when 'cc' then 2 else 3 end, q.name, h.value
"""
_AT_ORIGINS = """
with wanted as (
    select value ->> 0 as person, value ->> 1 as source, value ->> 2 as place from json_each(?)
), box as (
    select b.person, b.handle from belongs b where b.person in (select person from wanted)
), own as (
    select box.person, p.item from box cross join participant p on p.handle = box.handle
    union
    select box.person, f.item from box cross join fact f on f.handle = box.handle
)
select f.name, s.place, min(s.item)
  from own
 cross join sighting s on s.item = own.item
 cross join wanted w on w.person = own.person and w.place = s.place
 cross join file f on f.id = s.file and f.name = w.source
 group by f.name, s.place
"""
