"""Persons, what the owner decided about them, and how things stand with them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from maarif.domain.handles import Handle
from maarif.domain.people import Person
from maarif.store.database import Database


class People:
    """The people of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # -- persons ----------------------------------------------------------------------------------------------------

    def replace(self, people: Iterable[tuple[Person, Sequence[str]]], owner: dict[Handle, str]) -> None:
        """Replace all persons; each comes with the id that each of its handles would give (its aliases)."""
        numbers = {
            Handle(kind, value): number for number, kind, value in self._db.rows("select id, kind, value from handle")
        }
        persons, belongs = [], []
        for person, aliases in people:
            persons.append((person.id, person.name, json.dumps(person.names, ensure_ascii=False), person.kind))
            belongs += [
                (numbers[handle], person.id, alias) for handle, alias in zip(person.handles, aliases, strict=True)
            ]
        with self._db.transaction():
            self._db.run("delete from person")
            self._db.run("delete from belongs")
            self._db.run("delete from owner")
            self._db.run_many("insert into person (id, name, names, kind) values (?, ?, ?, ?)", persons)
            self._db.run_many("insert into belongs (handle, person, alias) values (?, ?, ?)", belongs)
            self._db.run_many(
                "insert into owner (handle, why) values (?, ?)",
                [(numbers[handle], why) for handle, why in owner.items() if handle in numbers],
            )

    def update(self, people: Iterable[tuple[Person, Sequence[str]]]) -> set[str]:
        """Put these persons in place of those their handles belonged to; whoever has no handle left is gone.

        Gives back the ids of all who are made, changed or gone. To be called within a transaction.
        """
        new = {person.id: (person, aliases) for person, aliases in people}
        texts = [(handle.kind, handle.value) for person, _ in new.values() for handle in person.handles]
        rows = self._db.rows(_BELONGING, (json.dumps(texts, ensure_ascii=False),))
        numbers = {Handle(kind, value): number for number, kind, value, _ in rows}
        before = self.get(sorted({row[3] for row in rows if row[3]} | new.keys()))
        changed = {key for key, (person, _) in new.items() if before.get(key) != person}
        kept = [new[key] for key in sorted(changed)]
        self._db.run_many(
            "insert or replace into person (id, name, names, kind) values (?, ?, ?, ?)",
            [(one.id, one.name, json.dumps(one.names, ensure_ascii=False), one.kind) for one, _ in kept],
        )
        self._db.run_many(
            "insert or replace into belongs (handle, person, alias) values (?, ?, ?)",
            [
                (numbers[handle], one.id, alias)
                for one, aliases in kept
                for handle, alias in zip(one.handles, aliases, strict=True)
            ],
        )
        gone = self._db.rows(_WITHOUT_HANDLES)
        self._db.run_many("delete from person where id = ?", gone)
        return changed | {row[0] for row in gone}

    def replace_owner(self, owner: dict[Handle, str]) -> None:
        """Replace which handles are the owner's. To be called within a transaction."""
        self._db.run("delete from owner")
        self._db.run_many(
            "insert into owner (handle, why) select id, ? from handle where kind = ? and value = ?",
            [(why, handle.kind, handle.value) for handle, why in owner.items()],
        )

    def groups_of(self, handles: Iterable[Handle]) -> list[tuple[Handle, ...]]:
        """The people to whom these handles belong, as all their handles."""
        found = {self.by_handle(handle) for handle in handles} - {None}
        return [person.handles for person in self.get(sorted(map(str, found))).values()]

    def here(self, handles: Iterable[Handle]) -> set[Handle]:
        """Those of these handles that stand on an item."""
        texts = json.dumps([(handle.kind, handle.value) for handle in handles], ensure_ascii=False)
        return {Handle(kind, value) for _, kind, value, _ in self._db.rows(_BELONGING, (texts,))}

    def all(self) -> list[Person]:
        """Everybody, by id."""
        return self._persons("select id, name, names, kind from person order by id", ())

    def get(self, ids: Sequence[str]) -> dict[str, Person]:
        """The persons of these ids."""
        statement = "select id, name, names, kind from person where id in (select value from json_each(?))"
        return {person.id: person for person in self._persons(statement, (json.dumps(list(ids)),))}

    def _persons(self, statement: str, values: tuple[Any, ...]) -> list[Person]:
        rows = self._db.rows(statement, values)
        handles: dict[str, list[Handle]] = {row[0]: [] for row in rows}
        if len(rows) > 20_000:
            found = self._db.rows("select b.person, h.kind, h.value from belongs b join handle h on h.id = b.handle")
        else:
            found = self._db.in_ids(_HANDLES_OF, list(handles))
        for person, kind, value in found:
            if person in handles:
                handles[person].append(Handle(kind, value))
        return [
            Person(key, name, tuple(sorted(handles[key])), tuple(json.loads(names)), kind)
            for key, name, names, kind in rows
        ]

    def by_alias(self, alias: str) -> str | None:
        """The id of the person that an id, even an old one, leads to."""
        row = self._db.row("select person from belongs where alias = ? order by person", (alias,))
        return str(row[0]) if row else None

    def by_handle(self, handle: Handle) -> str | None:
        """The id of the person behind a handle."""
        row = self._db.row(
            "select b.person from belongs b join handle h on h.id = b.handle where h.kind = ? and h.value = ?",
            (handle.kind, handle.value),
        )
        return str(row[0]) if row else None

    def by_bare_name(self, name: str) -> list[str]:
        """The ids of all behind handles that are this bare name, in whatever source."""
        rows = self._db.rows(
            """
            select distinct b.person from handle h join belongs b on b.handle = h.id
             where h.kind = 'name' and h.value > :name || '@' and h.value < :name || 'A'
             order by b.person
            """,
            {"name": name},
        )
        return [row[0] for row in rows]

    def of_handles(self) -> dict[int, str]:
        """The person of every handle number."""
        return dict(self._db.rows("select handle, person from belongs"))

    # -- the owner --------------------------------------------------------------------------------------------------

    def owner(self) -> dict[Handle, str]:
        """The owner's own handles, and how that is known: told, profile, mail, same."""
        rows = self._db.rows("select h.kind, h.value, o.why from owner o join handle h on h.id = o.handle")
        return {Handle(kind, value): why for kind, value, why in rows}

    def owner_profile_names(self) -> list[str]:
        """The owner's names on their own profiles."""
        rows = self._db.rows(
            """select distinct json_extract(parties, '$[0][1]') from item
                where shape = 'Card' and shape <> 'Message' and json_extract(parties, '$[0][0]') = 'owner' order by 1"""
        )
        return [row[0] for row in rows if row[0]]

    def owner_profile_handles(self) -> list[Handle]:
        """The addresses on the owner's own profiles."""
        rows = self._db.rows(
            """select distinct h.kind, h.value from participant p join handle h on h.id = p.handle
                where p.role = 'owner' order by 1, 2"""
        )
        return [Handle(kind, value) for kind, value in rows]

    def owner_employers(self) -> list[str]:
        """Where the owner works or worked, as their profiles and signatures say."""
        rows = self._db.rows(
            """select distinct f.value from fact f join owner o on o.handle = f.handle
                where f.attribute = 'employer' order by 1"""
        )
        return [row[0] for row in rows]

    def owner_domains(self, since: int, before: int) -> list[str]:
        """The mail domains the owner wrote from in a time."""
        rows = self._db.rows(
            """select distinct substr(h.value, instr(h.value, '@') + 1)
                 from owner o join handle h on h.id = o.handle and h.kind = 'email'
                 join participant p on p.handle = h.id and p.role = 'from'
                 join item i on i.id = p.item where i.at >= ? and i.at < ? order by 1""",
            (since, before),
        )
        return [row[0] for row in rows]

    def owner_positions(self, before: int) -> list[str]:
        """Where the owner works by their own profile: positions begun and not ended before a moment, the latest
        first."""
        rows = self._db.rows(
            """select fields from item where shape = 'Card' and shape <> 'Message' and json_extract(parties,
            '$[0][0]') = 'owner'
                  and (at is null or at < ?)""",
            (before,),
        )
        positions = []
        for (fields,) in rows:
            said = {name: value for name, value, _ in json.loads(fields)}
            if "ORG" in said and "X-FINISHED-ON" not in said:
                positions.append((said.get("X-STARTED-ON", ""), said["ORG"]))
        return [employer for _, employer in sorted(positions, reverse=True)]

    def declared(self, before: int) -> list[str]:
        """The persons for whom the owner keeps a card or whom a note names, before a moment."""
        rows = self._db.rows(
            """select distinct b.person from item i join participant p on p.item = i.id
                 join belongs b on b.handle = p.handle
                where i.shape in ('Card', 'Note') and i.shape <> 'Message' and p.role in ('about', 'named', 'mentioned')
                  and (i.at is null or i.at < ?)""",
            (before,),
        )
        return [row[0] for row in rows]

    def traffic(self) -> list[tuple[Handle, int, int, int]]:
        """Per mail address: how often it sent, to how many different handles, how often it was addressed."""
        rows = self._db.rows(_TRAFFIC)
        return [(Handle(kind, value), sent, reached, received) for kind, value, sent, reached, received in rows]

    def mails(self) -> int:
        """How many mails count."""
        return self._db.number("select count(*) from item where channel = 'mail' and copy_of is null")

    def names_by_handle(self, only: Collection[str] | None = None) -> list[tuple[Handle, str]]:
        """Every handle, or those of these texts, with every name written beside it."""
        if only is None:
            rows = self._db.rows(_CALLED)
        else:
            texts = json.dumps([text.partition(":")[::2] for text in only], ensure_ascii=False)
            rows = self._db.rows(_CALLED_ONLY, (texts,))
        return [(Handle(kind, value), name) for kind, value, name in rows]

    # -- ties -------------------------------------------------------------------------------------------------------

    def replace_ties(self, as_of: int, ties: bytes) -> None:
        """Replace how things stand with everybody, as of a moment."""
        self._db.run("insert or replace into standing (id, as_of, ties) values (1, ?, ?)", (as_of, ties))

    def ties(self) -> bytes | None:
        """How things stand with everybody, as it was given to `replace_ties`; None where nothing is kept."""
        row = self._db.row("select ties from standing")
        return row[0] if row else None

    def ties_as_of(self) -> int:
        """The moment for which the kept ties hold; 0 where there are none."""
        return self._db.number("select as_of from standing")


_HANDLES_OF = """
select b.person, h.kind, h.value from belongs b join handle h on h.id = b.handle
 where b.person in (select value from json_each(?))
"""
_TRAFFIC = """
with sent as (
    select f.handle, count(distinct i.id) as times, count(distinct t.handle) as reached
      from participant f join item i on i.id = f.item
      left join participant t on t.item = i.id and t.role in ('to', 'cc')
     where f.role = 'from' and i.channel = 'mail' and i.copy_of is null
     group by f.handle
), received as (
    select p.handle, count(distinct i.id) as times
      from participant p join item i on i.id = p.item
     where p.role in ('to', 'cc') and i.channel = 'mail' and i.copy_of is null
     group by p.handle
)
select h.kind, h.value, sent.times, sent.reached, coalesce(received.times, 0)
  from sent join handle h on h.id = sent.handle left join received on received.handle = sent.handle
"""
_BELONGING = """
select h.id, h.kind, h.value, b.person
  from json_each(?) pair join handle h on h.kind = pair.value ->> 0 and h.value = pair.value ->> 1
  left join belongs b on b.handle = h.id
"""
_WITHOUT_HANDLES = "select id from person where not exists (select 1 from belongs where belongs.person = person.id)"
_CALLED = "select distinct h.kind, h.value, c.name from called c join handle h on h.id = c.handle order by 1, 2, 3"
_CALLED_ONLY = """
select distinct h.kind, h.value, c.name
  from json_each(?) pair join handle h on h.kind = pair.value ->> 0 and h.value = pair.value ->> 1
  join called c on c.handle = h.id
 order by 1, 2, 3
"""
