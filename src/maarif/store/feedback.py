"""What the owner said of answers: appended, and taken back only by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.store.database import Database

Opinion: TypeAlias = Literal["good", "not this person", "wrong reason"]
OPINIONS: tuple[Opinion, ...] = get_args(Opinion)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the owner said of one person in an answer; `origin` is the reason that was wrong."""

    id: int
    at: int
    kind: str
    words: tuple[str, ...]
    need: str
    handle: Handle
    opinion: Opinion
    origin: Origin | None = None


class Feedbacks:
    """The table `feedback`."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, said: Feedback) -> int:
        """Keep what was said (its `id` is given here); returns its number."""
        self._db.run(
            """
            insert into feedback (at, kind, words, need, handle, verdict, source, item)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                said.at, said.kind, json.dumps(said.words, ensure_ascii=False), said.need, str(said.handle),
                said.opinion, said.origin.source if said.origin else "", said.origin.item if said.origin else "",
            ),
        )  # fmt: skip
        return self._db.last_id()

    def remove(self, number: int) -> bool:
        """Take back what was said; whether there was such a thing."""
        return bool(self._db.run("delete from feedback where id = ?", (number,)))

    def all(self, before: int) -> list[Feedback]:
        """All that was said before a moment, oldest first."""
        rows = self._db.rows(
            """
            select id, at, kind, words, need, handle, verdict, source, item
              from feedback
             where at < ?
             order by id
            """,
            (before,),
        )
        return [_to_feedback(row) for row in rows]


def _to_feedback(row: tuple[object, ...]) -> Feedback:
    number, at, kind, words, need, handle, verdict, source, item = row
    opinion = next(one for one in OPINIONS if one == verdict)
    origin = Origin(str(source), str(item)) if source else None
    return Feedback(
        int(str(number)), int(str(at)), str(kind), tuple(json.loads(str(words))), str(need),
        Handle.parse(str(handle)), opinion, origin,
    )  # fmt: skip
