"""What the owner decided about who is who, what the rules concluded, and the owner's words about people."""

from __future__ import annotations

import json
from collections.abc import Iterable

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement
from maarif.domain.ties import Mark
from maarif.store.database import Database, unix_now
from maarif.store.evidence import evidence_json, to_evidence
from maarif.store.people import People


class Decisions:
    """The judgements and marks of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._people = People(database)

    def decide(self, left: Handle, right: Handle, verdict: str) -> int:
        """Write down the owner's word on two handles; a later word supersedes an earlier one."""
        one, two = sorted((left, right))
        self._db.run(
            "insert into decision (left, right, verdict, at) values (?, ?, ?, ?)",
            (str(one), str(two), verdict, unix_now()),
        )
        return self._db.last_id()

    def undecide(self, decision: int) -> bool:
        """Take one of the owner's words back; false where there is none of this number."""
        return bool(self._db.run("delete from decision where id = ?", (decision,)))

    def decisions(self) -> list[tuple[int, Judgement]]:
        """All that the owner decided, oldest first."""
        rows = self._db.rows("select id, left, right, verdict, at from decision order by id")
        said = Evidence("you said so", 100.0)
        return [
            (key, Judgement(Handle.parse(left), Handle.parse(right), verdict, "owner", at, said))
            for key, left, right, verdict, at in rows
        ]

    def replace_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Replace what the rules concluded."""
        rows = [
            (
                str(j.left),
                str(j.right),
                j.verdict,
                json.dumps(evidence_json(j.evidence), ensure_ascii=False),
                j.evidence.total,
            )
            for j in judgements
        ]
        with self._db.transaction():
            self._db.run("delete from judgement")
            self._db.run_many(
                "insert into judgement (left, right, verdict, evidence, points) values (?, ?, ?, ?, ?)", rows
            )

    def judgements(self, verdict: str) -> list[Judgement]:
        """What the rules concluded with this verdict, strongest first."""
        rows = self._db.rows(
            "select left, right, evidence from judgement where verdict = ? order by points desc, left, right",
            (verdict,),
        )
        return [
            Judgement(Handle.parse(left), Handle.parse(right), verdict, "rule", 0, to_evidence(json.loads(evidence)))  # type: ignore[arg-type]
            for left, right, evidence in rows
        ]

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
