"""Everybody at once, for lists; and one person's marks."""

from __future__ import annotations

import json
from collections.abc import Sequence

from maarif.domain.handles import Handle
from maarif.domain.people import Judgement
from maarif.domain.ties import Mark
from maarif.store.database import Database, Row
from maarif.store.evidence import to_evidence


class Browse:
    """Reads what lists of people show."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def stamp(self) -> Row:
        """Numbers that change whenever people, ties or facts may have changed; marks and settings do not matter."""
        return self._db.rows(_STAMP)[0]

    def counts(self) -> Row:
        """How many items, people and imports there are."""
        return self._db.rows(
            """select (select count(*) from item), (select count(*) from person where kind = 'person'),
                      (select count(*) from batch)"""
        )[0]

    def everybody(self) -> list[Row]:
        """Rows (id, name, names as JSON, kind); the owner is left out."""
        return self._db.rows(_EVERYBODY)

    def addresses(self) -> list[Row]:
        """Rows (person, all their handles' values in one text)."""
        return self._db.rows(
            """select b.person, group_concat(h.value, ' ') from belongs b join handle h on h.id = b.handle
                group by b.person"""
        )

    def people_of(self, handles: Sequence[Handle]) -> dict[Handle, str]:
        """The person behind each handle."""
        rows = self._db.in_ids(_PEOPLE_OF, [[handle.kind, handle.value] for handle in handles])
        return {Handle(kind, value): person for kind, value, person in rows}

    def weakest(self, start: int, most: int) -> list[Judgement]:
        """What the rules put together with the least certainty first: so many after the first `start`."""
        rows = self._db.rows(
            """select left, right, evidence from judgement where verdict = 'same'
                order by points, left, right limit ? offset ?""",
            (most, start),
        )
        return [
            Judgement(Handle.parse(left), Handle.parse(right), "same", "rule", 0, to_evidence(json.loads(evidence)))
            for left, right, evidence in rows
        ]

    def marks(self, people: Sequence[str] | None = None) -> dict[str, set[Mark]]:
        """The owner's words about these people, or about everybody."""
        rows = self._db.rows(_MARKS, {"people": None if people is None else json.dumps(list(people))})
        found: dict[str, set[Mark]] = {}
        for person, word in rows:
            found.setdefault(person, set()).add(word)
        return found


_PEOPLE_OF = """
select h.kind, h.value, b.person
  from json_each(?) w join handle h on h.kind = w.value ->> 0 and h.value = w.value ->> 1
  join belongs b on b.handle = h.id
"""
_STAMP = """
select (select as_of from standing), (select count(*) from person), (select count(*) from owner),
       (select seq from sqlite_sequence where name = 'item'), (select count(*) from batch),
       (select max(finished) from batch), (select count(*) from decision), (select max(id) from decision),
       (select count(*) from correction), (select max(id) from correction)
"""
_EVERYBODY = """
select p.id, p.name, p.names, p.kind
  from person p
 where not exists (select 1 from belongs b join owner w on w.handle = b.handle where b.person = p.id)
"""
_MARKS = """
select distinct b.person, m.word
  from mark m
  join handle h on h.kind = substr(m.handle, 1, instr(m.handle, ':') - 1)
               and h.value = substr(m.handle, instr(m.handle, ':') + 1)
  join belongs b on b.handle = h.id
 where :people is null or b.person in (select value from json_each(:people))
 order by 1, 2
"""
