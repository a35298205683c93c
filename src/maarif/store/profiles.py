"""What is known of each handle before anyone decides who it belongs to, gathered from all items."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.store.database import Database

#: Items with more parties say little about who belongs together.
_CROWD = 10
_CONTACTS = 50

_NAMES = "select handle, name, sum(times) from called group by handle, name order by handle, sum(times) desc, name"
#: A card is known by its book (the first file it stands in, by name) and by what it says.
_CARDS = """
select p.handle, min(f.name) || '/' || lower(hex(i.digest))
  from participant p join item i on i.id = p.item
  join sighting s on s.item = i.id join file f on f.id = s.file
 where p.role in ('about', 'owner')
 group by p.handle, i.id
"""
_SOURCES = "select distinct c.handle, f.source from called c join file f on f.id = c.file"
_PHONES = """
select f.handle, h.value
  from participant s join participant f on f.item = s.item and f.role = 'from' join handle h on h.id = s.handle
 where s.role = 'signed'
"""
_FACTS = """
select distinct handle, value from fact
 where attribute = ? and (attribute <> 'birthday' or value glob '*-[0-9][0-9]-[0-9][0-9]')
"""
_SENT = """
with sent as (
    select f.handle, i.bulk <> '' as bulk,
           (select count(*) from participant r where r.item = i.id and r.role in ('to', 'cc')) as reach
      from participant f join item i on i.id = f.item
     where f.role = 'from' and i.copy_of is null
)
select handle, count(*), avg(bulk), avg(reach) from sent group by handle
"""
_RECEIVED = "select handle, count(*) from participant where role in ('to', 'cc') group by handle"
#: Who was together on how many items: most items have the same few parties as others.
_TOGETHER = """
with part as (
    select distinct p.item, p.handle from participant p join item i on i.id = p.item
     where i.copy_of is null and p.role in ('from', 'to', 'cc', 'present')
     order by p.item, p.handle
), party as (
    select group_concat(handle) as handles from part group by item having count(*) between 2 and ?
)
select handles, count(*) from party group by handles
"""


class Profiles:
    """Builds the profiles of a home's handles."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Profile]:
        """One profile per handle, in the order of handles."""
        handles = {row[0]: Handle(row[1], row[2]) for row in self._db.rows("select id, kind, value from handle")}
        names, cards, sources = self._names(), self._sets(_CARDS), self._sets(_SOURCES)
        phones = self._sets(_PHONES)
        said = {name: self._sets(_FACTS, name) for name in ("employer", "title", "birthday", "city")}
        contacts, received = self._contacts(handles), dict(self._pairs(_RECEIVED))
        sent = {row[0]: row[1:] for row in self._db.rows(_SENT)}
        profiles = [
            Profile(
                handle=handle,
                names=tuple(names.get(key, ())),
                cards=frozenset(cards.get(key, ())),
                sources=frozenset(sources.get(key, ())),
                phones=frozenset(phones.get(key, ())),
                employers=frozenset(said["employer"].get(key, ())),
                titles=frozenset(said["title"].get(key, ())),
                birthdays=frozenset(said["birthday"].get(key, ())),
                cities=frozenset(said["city"].get(key, ())),
                contacts=contacts.get(key, frozenset()),
                sent=sent.get(key, (0,))[0],
                received=received.get(key, 0),
                bulk=sent[key][1] if key in sent else 0.0,
                reach=sent[key][2] if key in sent else 0.0,
            )
            for key, handle in handles.items()
        ]
        return sorted(profiles, key=lambda profile: profile.handle)

    def _pairs(self, statement: str) -> Iterator[tuple[int, int]]:
        yield from self._db.rows(statement)

    def _names(self) -> dict[int, list[tuple[str, int]]]:
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for handle, name, times in self._db.rows(_NAMES):
            found[handle].append((name, times))
        return found

    def _sets(self, statement: str, *values: str) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for handle, value in self._db.rows(statement, values):
            found[handle].add(value)
        return found

    def _contacts(self, handles: dict[int, Handle]) -> dict[int, frozenset[str]]:
        together: dict[int, Counter[int]] = defaultdict(Counter)
        for listed, times in self._db.rows(_TOGETHER, (_CROWD,)):
            for one, other in permutations(map(int, listed.split(",")), 2):
                together[one][other] += times
        return {key: frozenset(_commonest(counts, handles)) for key, counts in together.items()}


def _commonest(counts: Counter[int], handles: dict[int, Handle]) -> list[str]:
    if len(counts) <= _CONTACTS:
        return [str(handles[key]) for key in counts]
    named = sorted((-times, str(handles[key])) for key, times in counts.items())
    return [name for _, name in named[:_CONTACTS]]
