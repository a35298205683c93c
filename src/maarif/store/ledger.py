"""Who took part in what and when: the rows that ranking is computed from."""

from __future__ import annotations

from collections.abc import Sequence

from maarif.domain.handles import Handle
from maarif.store.corrections import corrected, corrections
from maarif.store.database import Database, Row

_CHOSEN = """
select i.id, i.at, i.channel, i.bulk <> '', i.shape, hex(i.digest), p.role, b.person
  from item i
  left join participant p on p.item = i.id and p.role not in ('owner', 'signed')
  left join belongs b on b.handle = p.handle
 where i.copy_of is null and i.id in (select value from json_each(?))
"""
_FACTS = """
select b.person, h.kind, h.value, f.attribute, f.value, i.at, f.item
  from fact f join item i on i.id = f.item join handle h on h.id = f.handle join belongs b on b.handle = f.handle
 where (i.at is null or i.at < ?)
"""
_COPIES = "select id from item where copy_of is not null and id in (select value from json_each(?))"
_TIMELINE = """
select distinct p.at, p.item from participant p
 where p.handle = ? and p.role not in ('owner', 'signed') and (p.at is null or p.at < ?)
 order by p.at desc, p.item
 limit ?
"""


class Ledgers:
    """Reads who stands on items, facts and timelines."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def chosen(self, items: Sequence[int]) -> list[Row]:
        """Rows (item, at, channel, bulk, shape, digest, role, person) of these items, copies left out."""
        return self._db.in_ids(_CHOSEN, items)

    def latest(self) -> int:
        """The time of the latest dated item; 0 where there is none."""
        return self._db.number("select max(at) from item")

    def span(self) -> tuple[int | None, int | None]:
        """The times of the first and the last dated item; None where there is none."""
        row = self._db.row("select min(at), max(at) from item")
        return (row[0], row[1]) if row else (None, None)

    def facts(self, before: int, person: str | None = None, attribute: str | None = None) -> list[Row]:
        """Rows (person, handle kind, handle value, attribute, value, at, item) of the facts said before a moment: all,
        or those of one person or one attribute; as the owner corrected them, whose own word has item 0."""
        statement = _FACTS
        values: list[int | str] = [before]
        for column, wanted in (("b.person", person), ("f.attribute", attribute)):
            if wanted is not None:
                statement, values = f"{statement} and {column} = ?", [*values, wanted]
        said = [row for row in corrections(self._db, person) if row[7] < before and attribute in (None, row[1])]
        return corrected(self._db.rows(statement, values), said)

    def timeline(self, person: str, before: int, most: int = 1 << 40) -> list[int]:
        """The items a person takes part in, newest first and undated ones last; at most so many, copies left out."""
        handles = self._db.rows("select handle from belongs where person = ?", (person,))
        # Copies are dropped afterwards: three times as many are read so that enough remain.
        rows = {row for (handle,) in handles for row in self._db.rows(_TIMELINE, (handle, before, 3 * most))}
        newest = sorted(rows, key=lambda row: (row[0] is None, -(row[0] or 0), row[1]))
        copies = {row[0] for row in self._db.in_ids(_COPIES, [item for _, item in newest])}
        return [item for _, item in newest if item not in copies][:most]

    def own_words(self, since: int, before: int, most: int) -> list[int]:
        """The latest items that the owner wrote in a time, bulk left out, and all notes of it, newest first."""
        rows = self._db.rows(
            """with written as (
                   select p.item, p.at from owner o join participant p on p.handle = o.handle
                    where p.role = 'from' and p.at >= :since and p.at < :before order by p.at desc limit :most
               )
               select w.item, w.at from written w join item i on i.id = w.item where i.bulk = '' and i.copy_of is null
               union
               select id, at from item where shape = 'Note' and shape <> 'Message' and at >= :since and at < :before
               order by 2 desc, 1""",
            {"since": since, "before": before, "most": most},
        )
        return [row[0] for row in rows]

    def since(self, items: Sequence[int]) -> dict[int, int | None]:
        """When each of these items was."""
        return dict(self._db.in_ids("select id, at from item where id in (select value from json_each(?))", items))

    def named_in_notes(self, before: int) -> list[tuple[int, str]]:
        """(note, person) for everybody a note names, before a moment."""
        rows = self._db.rows(
            """select distinct i.id, b.person from item i join participant p on p.item = i.id
                 join belongs b on b.handle = p.handle
                where i.shape = 'Note' and i.shape <> 'Message' and p.role in ('named', 'mentioned') and (i.at is
                null or i.at < ?)
                order by 1, 2""",
            (before,),
        )
        return [(row[0], row[1]) for row in rows]

    def authors(self, items: Sequence[int]) -> dict[int, str]:
        """Who wrote each of these items."""
        rows = self._db.in_ids(
            """select p.item, b.person from participant p join belongs b on b.handle = p.handle
                where p.role = 'from' and p.item in (select value from json_each(?))""",
            items,
        )
        return dict(rows)

    def cards(self, before: int) -> list[tuple[int, str]]:
        """(card, person) for all cards, before a moment."""
        rows = self._db.rows(
            """select distinct i.id, b.person from item i join participant p on p.item = i.id
                 join belongs b on b.handle = p.handle
                where i.shape = 'Card' and i.shape <> 'Message' and p.role = 'about' and (i.at is null or i.at < ?)
                order by 1, 2""",
            (before,),
        )
        return [(row[0], row[1]) for row in rows]

    def present_at(self, before: int) -> list[tuple[int, str]]:
        """(meeting, person) for everybody who was at a meeting, before a moment."""
        rows = self._db.rows(
            """select distinct i.id, b.person from item i join participant p on p.item = i.id
                 join belongs b on b.handle = p.handle
                where i.shape = 'Meeting' and i.shape <> 'Message' and p.role = 'present' and (i.at is null or i.at < ?)
                order by 1, 2""",
            (before,),
        )
        return [(row[0], row[1]) for row in rows]

    def notes(self) -> list[tuple[int, str]]:
        """Every note with its words, for names to be found in."""
        rows = self._db.rows(
            "select id, subject || char(10) || text from item where shape = 'Note' and shape <> 'Message' order by id"
        )
        return [(row[0], row[1]) for row in rows]

    def replace_named(self, named: Sequence[tuple[int, Handle]]) -> None:
        """Replace who is named in notes by name alone (links and addresses stay)."""
        numbers = {
            Handle(kind, value): number for number, kind, value in self._db.rows("select id, kind, value from handle")
        }
        rows = [(item, numbers[handle]) for item, handle in named if handle in numbers]
        with self._db.transaction():
            self._db.run("delete from participant where role = 'mentioned'")
            self._db.run_many(
                "insert or ignore into participant (item, handle, role, at) "
                "select ?1, ?2, 'mentioned', at from item where id = ?1",
                rows,
            )
