"""What is known of each handle before anyone decides who it belongs to, gathered from all items."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.store.database import Database

#: Items with more parties say little about who belongs together.
_CROWD = 10
_CONTACTS = 50
#: A handle that stands in more places than this is known by the latest of them: its company, habits and signatures.
_BUSY = 1000

#: In what follows, :handles is a JSON list of handle numbers; null stands for all that are not busy.
_ONLY = "in (select value from json_each(:handles))"
_NAMES = """
select handle, name, sum(times) from called where handle {only}
 group by handle, name order by handle, sum(times) desc, name
"""
#: A card is known by its book (the first file it stands in, by name) and by what it says.
_CARDS = """
select p.handle, min(f.name) || '/' || lower(hex(i.digest))
  from participant p join item i on i.id = p.item
  join sighting s on s.item = i.id join file f on f.id = s.file
 where p.role in ('about', 'owner') and p.handle {only}
 group by p.handle, i.id
"""
_CARD_NAMES = """
select distinct p.handle, json_extract(i.parties, '$[0][1]')
  from participant p join item i on i.id = p.item
 where i.shape = 'Card' and p.role = 'about' and p.handle {only}
"""
#: The same cards with the kind of their book, and what they call whom they list.
_BOOKED = """
select p.handle, f.source, min(f.name) || '/' || lower(hex(i.digest)), json_extract(i.parties, '$[0][1]'),
       (select json_group_array(fields.value ->> 1) from json_each(iif(i.fields = '', '[]', i.fields)) fields
         where fields.value ->> 0 = 'NICKNAME')
  from participant p join item i on i.id = p.item
  join sighting s on s.item = i.id join file f on f.id = s.file
 where i.shape = 'Card' and p.role = 'about' and p.handle {only}
 group by p.handle, i.id
"""
_SOURCES = "select distinct c.handle, f.source from called c join file f on f.id = c.file where c.handle {only}"
_PHONES = """
select distinct p.handle, h.value
  from participant p join participant s on s.item = p.item and s.role = 'signed' join handle h on h.id = s.handle
 where p.role = 'from' and p.handle {only} {since}
"""
_FACTS = """
select distinct handle, value from fact
 where attribute = :attribute and (attribute <> 'birthday' or value glob '*-[0-9][0-9]-[0-9][0-9]') and handle {only}
"""
_SENT = """
with sent as (
    select p.handle, i.bulk <> '' as bulk,
           (select count(*) from participant r where r.item = i.id and r.role in ('to', 'cc')) as reach
      from participant p join item i on i.id = p.item
     where p.role = 'from' and i.copy_of is null and p.handle {only} {since}
)
select handle, count(*), avg(bulk), avg(reach) from sent group by handle
"""
_RECEIVED = """
select p.handle, count(*) from participant p
 where p.role in ('to', 'cc') and p.handle {only} {since}
 group by p.handle
"""
#: Who was together on how many items: most items have the same few parties as others.
_TOGETHER = """
with part as (
    select distinct p.item, p.handle from participant p join item i on i.id = p.item
     where i.copy_of is null and p.role in ('from', 'to', 'cc', 'present') {mine}
     order by p.item, p.handle
), party as (
    select group_concat(handle) as handles from part group by item having count(*) between 2 and :crowd
)
select handles, count(*) from party group by handles
"""
_MINE = """
and p.item in (
    select p.item from participant p
     where p.role in ('from', 'to', 'cc', 'present') and p.handle {only} {since}
)
"""
_BUSY_ONES = """
select handle from participant where role <> 'mentioned' and handle {only} group by handle having count(*) > :busy
"""
_SINCE = """
select at from participant where handle = ? and role <> 'mentioned' and at is not null
 order by at desc limit 1 offset ?
"""


class Profiles:
    """Builds the profiles of a home's handles."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Profile]:
        """One profile per handle, in the order of handles."""
        return self._profiles(self._db.rows("select id, kind, value from handle"), None)

    def of(self, handles: Sequence[str]) -> list[Profile]:
        """The profiles of those handles, given by their texts, that there are."""
        pairs = [text.partition(":")[::2] for text in handles]
        rows = self._db.rows(_NUMBERS, (json.dumps(pairs, ensure_ascii=False),))
        return self._profiles(rows, [row[0] for row in rows])

    def _profiles(self, rows: list[tuple[int, Any, str]], only: list[int] | None) -> list[Profile]:
        handles = {number: Handle(kind, value) for number, kind, value in rows}
        found = _Gathering(self._db, only)
        return sorted((found.profile(number, handle) for number, handle in handles.items()), key=_place)


def _place(profile: Profile) -> tuple[str, str]:
    return profile.handle.kind, profile.handle.value


_NUMBERS = """
select h.id, h.kind, h.value
  from json_each(?) pair join handle h on h.kind = pair.value ->> 0 and h.value = pair.value ->> 1
"""


class _Gathering:
    """All that is said of some handles, or of all, by their numbers."""

    def __init__(self, database: Database, only: list[int] | None) -> None:
        self._db = database
        self._only = only
        self._names = self._names_of()
        self._cards, self._sources = self._sets(_CARDS), self._sets(_SOURCES)
        self._card_names = self._sets(_CARD_NAMES)
        self._booked = self._booked_by()
        self._said = {name: self._sets(_FACTS, attribute=name) for name in ("employer", "title", "birthday", "city")}
        busy = [row[0] for row in self._rows(_BUSY_ONES, busy=_BUSY)]
        self._phones, self._sent = defaultdict[int, set[str]](set), dict[int, tuple[Any, ...]]()
        self._received, self._contacts = dict[int, int](), dict[int, frozenset[str]]()
        self._gather(None if only is None else sorted(set(only) - set(busy)), None)
        for handle in busy:
            self._phones.pop(handle, None)
            self._sent.pop(handle, None)
            self._received.pop(handle, None)
            self._contacts.pop(handle, None)
            row = self._db.row(_SINCE, (handle, _BUSY - 1))
            self._gather([handle], row[0] if row else -(1 << 62))

    def _rows(self, statement: str, only: list[int] | None = None, since: int | None = None, **values: Any) -> Any:
        chosen = self._only if only is None else only
        mine = "" if chosen is None else _MINE
        text = statement.replace("{mine}", mine).replace("{only}", "is not null" if chosen is None else _ONLY)
        text = text.replace("{since}", "" if since is None else "and p.at >= :since")
        given = {"handles": json.dumps(chosen), "since": since, "crowd": _CROWD, **values}
        return self._db.rows(text, {name: value for name, value in given.items() if f":{name}" in text})

    def _sets(self, statement: str, **values: Any) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for handle, value in self._rows(statement, **values):
            found[handle].add(value)
        return found

    def _names_of(self) -> dict[int, list[tuple[str, int]]]:
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for handle, name, times in self._rows(_NAMES):
            found[handle].append((name, times))
        return found

    def _booked_by(self) -> dict[int, set[tuple[str, ...]]]:
        found: dict[int, set[tuple[str, ...]]] = defaultdict(set)
        for handle, source, key, name, nicknames in self._rows(_BOOKED):
            found[handle].add((source, key, name or "", *json.loads(nicknames)))
        return found

    def _gather(self, only: list[int] | None, since: int | None) -> None:
        """What depends on how much of a handle's past is looked at."""
        for handle, value in self._rows(_PHONES, only, since):
            self._phones[handle].add(value)
        self._sent.update((row[0], row[1:]) for row in self._rows(_SENT, only, since))
        self._received.update(self._rows(_RECEIVED, only, since))
        wanted = None if only is None else set(only)
        together: dict[int, Counter[int]] = defaultdict(Counter)
        for listed, times in self._rows(_TOGETHER, only, since):
            for one, other in permutations(map(int, listed.split(",")), 2):
                if wanted is None or one in wanted:
                    together[one][other] += times
        texts = self._texts({other for counts in together.values() for other in counts})
        self._contacts.update((key, frozenset(_commonest(counts, texts))) for key, counts in together.items())

    def _texts(self, numbers: set[int]) -> dict[int, str]:
        return dict(
            self._db.in_ids(
                "select id, kind || ':' || value from handle where id in (select value from json_each(?))",
                sorted(numbers),
            )
        )

    def profile(self, number: int, handle: Handle) -> Profile:
        """The profile of one handle."""
        sent = self._sent.get(number, (0, 0.0, 0.0))
        names, said = self._names.get(number, []), self._said
        return Profile(
            handle=handle,
            names=tuple(names),
            cards=frozenset(self._cards.get(number, ())),
            sources=frozenset(self._sources.get(number, ())),
            phones=frozenset(self._phones.get(number, ())),
            employers=frozenset(said["employer"].get(number, ())),
            titles=frozenset(said["title"].get(number, ())),
            birthdays=frozenset(said["birthday"].get(number, ())),
            cities=frozenset(said["city"].get(number, ())),
            contacts=self._contacts.get(number, frozenset()),
            sent=sent[0],
            received=self._received.get(number, 0),
            bulk=sent[1],
            reach=sent[2],
            card_names=frozenset(name for name, _ in names) & self._card_names.get(number, set()),
            booked=frozenset(self._booked.get(number, ())),
        )


def _commonest(counts: Counter[int], texts: dict[int, str]) -> Iterator[str]:
    """The texts of those who were met most often, ties in the order of texts."""
    if len(counts) <= _CONTACTS:
        return (texts[key] for key in counts)
    named = sorted((-times, texts[key]) for key, times in counts.items())
    return (name for _, name in named[:_CONTACTS])
