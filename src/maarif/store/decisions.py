"""What the owner decided about who is who, what the rules concluded, and the owner's words about people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement
from maarif.domain.ties import Mark
from maarif.store.database import Database, Row, unix_now
from maarif.store.evidence import evidence_json, to_evidence
from maarif.store.people import People


class Decisions:
    """The judgements and marks of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._people = People(database)

    def decide(self, left: Handle, right: Handle, verdict: str, act: int | None = None) -> int:
        """Write down the owner's word on two handles, as part of an act where one is given; a later word supersedes an
        earlier one."""
        one, two = sorted((left, right))
        return self._write(str(one), str(two), verdict, act)

    def decide_own(self, handle: Handle, mine: bool) -> int:
        """Write down whether a handle is the owner's own."""
        return self._write(str(handle), _ME, "same" if mine else "different", None)

    def _write(self, left: str, right: str, verdict: str, act: int | None) -> int:
        number = self._db.number(_NEXT)
        self._db.run("insert or replace into home (key, value) values ('decided', ?)", (str(number),))
        self._db.run(
            "insert into decision (id, left, right, verdict, at, act) values (?, ?, ?, ?, ?, ?)",
            (number, left, right, verdict, unix_now(), act),
        )
        return number

    def undecide(self, decision: int) -> bool:
        """Take one of the owner's words back, and all that was said in the same act; false where there is none of
        this number."""
        return bool(self._db.run("delete from decision where id = ?1 or act = ?1", (decision,)))

    def decisions(self) -> list[tuple[int, Judgement]]:
        """All that the owner decided about who is who, oldest first; of one act, all have its number."""
        rows = self._db.rows(f"{_DECISIONS} where right <> ? order by id", (_ME,))
        return [(row[0], _judged(row, Handle.parse(row[2]))) for row in rows]

    def own_words(self) -> list[tuple[int, Judgement]]:
        """What the owner said of addresses being their own, oldest first; both sides are the address."""
        rows = self._db.rows(f"{_DECISIONS} where right = ? order by id", (_ME,))
        return [(row[0], _judged(row, Handle.parse(row[1]))) for row in rows]

    def update_judgements(self, gone: Iterable[tuple[str, str]], judgements: Iterable[Judgement]) -> None:
        """Put these conclusions of the rules in place of all on these pairs. To be called within a transaction."""
        self._db.run_many("delete from judgement where left = ? and right = ?", list(gone))
        self._db.run_many(_INSERT_JUDGEMENT, _rows(judgements))

    def replace_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Replace what the rules concluded."""
        with self._db.transaction():
            self._db.run("delete from judgement")
            self._db.run_many(_INSERT_JUDGEMENT, _rows(judgements))

    def between(self, left: str, right: str) -> Judgement | None:
        """What the rules concluded on a pair of handles, given by their texts, the smaller first."""
        row = self._db.row("select verdict, evidence from judgement where left = ? and right = ?", (left, right))
        if row is None:
            return None
        return Judgement(Handle.parse(left), Handle.parse(right), row[0], "rule", 0, to_evidence(json.loads(row[1])))

    def touching(self, handles: Iterable[Handle], verdict: str) -> list[Judgement]:
        """What the rules concluded with this verdict on pairs of which both handles are among these."""
        rows = self._db.rows(_AMONG, {"handles": json.dumps(list(map(str, handles))), "verdict": verdict})
        return [_concluded(row, verdict) for row in rows]

    def count(self, verdict: str) -> int:
        """How many conclusions of the rules have this verdict."""
        return self._db.number("select count(*) from judgement where verdict = ?", (verdict,))

    def apart(self) -> list[tuple[str, str]]:
        """The pairs of handles, by their texts, that the rules or the owner keep apart."""
        rows = self._db.rows(
            """select left, right from judgement where verdict = 'different'
               union select left, right from decision where verdict = 'different' and right <> ?""",
            (_ME,),
        )
        return [(left, right) for left, right in rows]

    def doubts(self, after: int, most: int) -> list[Judgement]:
        """The rules' questions from the best on, so many of them after the first `after`."""
        statement = f"{_JUDGEMENTS} limit ? offset ?"
        return [_concluded(row, "unsure") for row in self._db.rows(statement, ("unsure", most, after))]

    def judgements(self, verdict: str) -> list[Judgement]:
        """What the rules concluded with this verdict, strongest first."""
        return [_concluded(row, verdict) for row in self._db.rows(_JUDGEMENTS, (verdict,))]

    def mark(self, handles: Iterable[Handle], word: Mark) -> None:
        """Write down the owner's word about somebody, on each of their handles."""
        moment = unix_now()
        self._db.run_many(
            "insert or replace into mark (handle, word, at) values (?, ?, ?)", [(str(h), word, moment) for h in handles]
        )

    def unmark(self, handles: Iterable[Handle], word: Mark) -> None:
        """Take such a word back."""
        self._db.run_many("delete from mark where handle = ? and word = ?", [(str(h), word) for h in handles])

    def marks(self) -> dict[str, set[Mark]]:
        """The owner's words, by person id."""
        found: dict[str, set[Mark]] = {}
        for handle, word in self._db.rows("select handle, word from mark order by handle, word"):
            person = self._people.by_handle(Handle.parse(handle))
            if person is not None:
                found.setdefault(person, set()).add(word)
        return found


#: What stands in place of the other handle where the owner speaks of an address of their own.
_ME = "me"
#: A number is given once, so that what was written down somewhere never takes back something else.
_NEXT = """
select 1 + max(coalesce((select max(id) from decision), 0),
               coalesce((select cast(value as integer) from home where key = 'decided'), 0))
"""
_SAID = Evidence("you said so", 100.0)
_DECISIONS = "select coalesce(act, id), left, right, verdict, at from decision"
_INSERT_JUDGEMENT = "insert into judgement (left, right, verdict, evidence, points) values (?, ?, ?, ?, ?)"
_JUDGEMENTS = "select left, right, evidence from judgement where verdict = ? order by points desc, left, right"
_AMONG = """
with among as (select value as handle from json_each(:handles))
select left, right, evidence from judgement
 where verdict = :verdict and left in (select handle from among) and right in (select handle from among)
"""


def _judged(row: Row, right: Handle) -> Judgement:
    return Judgement(Handle.parse(row[1]), right, row[3], "owner", row[4], _SAID)


def _concluded(row: Row, verdict: str) -> Judgement:
    left, right, evidence = row
    said = to_evidence(json.loads(evidence))
    return Judgement(Handle.parse(left), Handle.parse(right), verdict, "rule", 0, said)  # type: ignore[arg-type]


def _rows(judgements: Iterable[Judgement]) -> Iterator[Row]:
    """Evidence is the same for many pairs: each is written out once."""
    written: dict[int, tuple[Evidence, str, float]] = {}
    for one in judgements:
        key = id(one.evidence)
        if key not in written or written[key][0] is not one.evidence:
            said = json.dumps(evidence_json(one.evidence), ensure_ascii=False)
            written[key] = one.evidence, said, one.evidence.total
        _, said, total = written[key]
        yield str(one.left), str(one.right), one.verdict, said, total
