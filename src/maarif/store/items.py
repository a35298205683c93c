"""Items as they were said: written once, found again by what they say, read back as nouns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import xxhash

from maarif.domain.handles import Handle
from maarif.domain.items import Card, Envelope, Field, Item, Meeting, Message, Note, Origin, Party
from maarif.store.database import Database, Row

_COLUMNS = "id, shape, channel, at, until, subject, text, thread, bulk, parties, fields"
_SIGNED_63 = (1 << 63) - 1
_REMEMBERED = 200_000

#: Fields of an item's row after its id and digest, in the order of the table.
Said = tuple[str, str, int | None, int | None, str, str, str, str, str, str]


def say(item: Item) -> Said:
    """All that an item says, origin left out, as a row of the table."""
    match item:
        case Message(_, channel, at, envelope, subject, text, thread, bulk):
            parties = [("from", envelope.sender), *(("to", p) for p in envelope.to), *(("cc", p) for p in envelope.cc)]
            return ("Message", channel, at, None, subject, text, thread, bulk, _parties(parties), "")
        case Card(_, name, fields, at, about_owner):
            said = _dump([[f.name, f.value, f.label] for f in fields])
            role = "owner" if about_owner else "about"
            return ("Card", "", at, None, "", "", "", "", _parties([(role, Party(name, "", "name"))]), said)
        case Meeting(_, channel, at, people, end, subject, text, thread):
            return (
                "Meeting",
                channel,
                at,
                end,
                subject,
                text,
                thread,
                "",
                _parties([("present", p) for p in people]),
                "",
            )
        case Note(_, at, title, text, people):
            return ("Note", "", at, None, title, text, "", "", _parties([("named", p) for p in people]), "")


def digest_of(said: Said) -> bytes:
    """What equal items have in common: 128 bits over all that they say."""
    return xxhash.xxh3_128_digest("\x1f".join(map(str, said)).encode("utf-8", "surrogatepass"))


def copies_key(digest: bytes, copies: int) -> int:
    """The key under which copies of one mail meet; an item without copies meets nobody but itself."""
    return copies or int.from_bytes(digest[:8]) & _SIGNED_63


_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _parties(parties: Iterable[tuple[str, Party]]) -> str:
    return f"[{','.join([_party(role, p.name, p.address, p.kind) for role, p in parties])}]"


@lru_cache(maxsize=1 << 16)
def _party(*said: str) -> str:
    return _dump(said)


def to_item(row: Row, origin: Origin) -> Item:
    """A row with the columns of `_COLUMNS` as the noun it was."""
    _, shape, channel, at, until, subject, text, thread, bulk, parties, fields = row
    said = [(role, Party(name, address, kind)) for role, name, address, kind in json.loads(parties)]
    match shape:
        case "Message":
            to, cc = (tuple(p for role, p in said if role == wanted) for wanted in ("to", "cc"))
            return Message(origin, channel, at, Envelope(said[0][1], to, cc), subject, text, thread, bulk)
        case "Meeting":
            return Meeting(origin, channel, at, tuple(p for _, p in said), until, subject, text, thread)
        case "Note":
            return Note(origin, at, subject, text, tuple(p for _, p in said))
        case _:
            listed = tuple(Field(*field) for field in json.loads(fields))
            return Card(origin, said[0][1].name, listed, at, said[0][0] == "owner")


class Items:
    """The items of a home, and who takes part in them."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._told: dict[Origin, int] = {}

    def count(self) -> int:
        """How many items are kept."""
        return self._db.number("select count(*) from item")

    def count_by_shape(self) -> dict[str, int]:
        """How many items of each shape are kept."""
        return dict(self._db.rows("select shape, count(*) from item group by shape order by shape"))

    def last(self) -> int:
        """The highest id given so far; ids only grow."""
        return self._db.number("select seq from sqlite_sequence where name = 'item'")

    def origins(self, ids: Sequence[int]) -> dict[int, Origin]:
        """The first place (by name) where each item stands."""
        rows = self._db.in_ids(
            """select s.item, f.name, s.place
                 from sighting s join file f on f.id = s.file
                where s.item in (select value from json_each(?))""",
            ids,
        )
        found: dict[int, Origin] = {}
        for item, source, place in rows:
            origin = Origin(source, place)
            if item not in found or origin < found[item]:
                found[item] = origin
        if len(self._told) > _REMEMBERED:
            self._told.clear()
        self._told |= {origin: item for item, origin in found.items()}
        return found

    def told(self, origins: Iterable[Origin]) -> dict[Origin, int]:
        """The ids of those of these origins that were given out by this very object: what was just said to rest on an
        item leads back to it at once. (An id is never used twice; its item may be gone.)"""
        return {origin: self._told[origin] for origin in origins if origin in self._told}

    def sources(self, ids: Sequence[int]) -> dict[int, str]:
        """The kind of source in which each item was seen (the first by name)."""
        rows = self._db.in_ids(
            """select s.item, min(f.source) from sighting s join file f on f.id = s.file
                where s.item in (select value from json_each(?)) group by s.item""",
            ids,
        )
        return dict(rows)

    def read(self, ids: Sequence[int]) -> dict[int, Item]:
        """The items of these ids as nouns; ids that are gone are left out."""
        origins = self.origins(ids)
        rows = self._db.in_ids(f"select {_COLUMNS} from item where id in (select value from json_each(?))", ids)
        return {row[0]: to_item(row, origins.get(row[0], Origin("", ""))) for row in rows}

    def bare(self, ids: Sequence[int]) -> dict[int, Item]:
        """The items of these ids without their origins, which is faster."""
        rows = self._db.in_ids(f"select {_COLUMNS} from item where id in (select value from json_each(?))", ids)
        return {row[0]: to_item(row, Origin("", "")) for row in rows}

    def stream(self, after: int = 0) -> Iterator[tuple[int, Item, str]]:
        """Every item with an id above `after`, with the kind of source it was first seen in; in chunks, by id."""
        while rows := self._db.rows(
            f"""select {_COLUMNS},
                       (select min(f.source) from sighting s join file f on f.id = s.file where s.item = item.id)
                  from item where id > ? order by id limit 2000""",
            (after,),
        ):
            for row in rows:
                yield row[0], to_item(row[:-1], Origin("", "")), row[-1] or ""
            after = rows[-1][0]

    def numbers(self, chunk: int) -> Iterator[list[int]]:
        """The ids of all items, in chunks, in order."""
        after = 0
        while rows := self._db.rows("select id from item where id > ? order by id limit ?", (after, chunk)):
            after = rows[-1][0]
            yield [row[0] for row in rows]

    def handle_numbers(self, ids: Sequence[int]) -> dict[int, list[int]]:
        """The numbers of the handles that take part in each item."""
        rows = self._db.in_ids(
            """select distinct item, handle from participant
                where role <> 'signed' and item in (select value from json_each(?))""",
            ids,
        )
        found: dict[int, list[int]] = {}
        for item, handle in rows:
            found.setdefault(item, []).append(handle)
        return found

    def find(self, origin: Origin) -> int | None:
        """The id of the item that stands at an origin."""
        row = self._db.row(
            """select s.item from sighting s join file f on f.id = s.file
                where f.name = ? and s.place = ? order by s.item limit 1""",
            (origin.source, origin.item),
        )
        return int(row[0]) if row else None

    def parts(self, ids: Sequence[int]) -> dict[int, list[tuple[str, Handle]]]:
        """Who takes part in each item: (role, handle), in a fixed order."""
        rows = self._db.in_ids(
            """select p.item, p.role, h.kind, h.value
                 from participant p join handle h on h.id = p.handle
                where p.item in (select value from json_each(?))
                order by p.item, p.role, h.kind, h.value""",
            ids,
        )
        found: dict[int, list[tuple[str, Handle]]] = {}
        for item, role, kind, value in rows:
            found.setdefault(item, []).append((role, Handle(kind, value)))
        return found
