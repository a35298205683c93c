"""Passages that speak for people, as vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from maarif.domain.encoding import Vectors
from maarif.store.database import Database


class Portraits:
    """The table `passage`; vectors are kept as float16, which costs a cosine less than a thousandth."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def replace(self, encoder: str, rows: Sequence[tuple[int, str]], vectors: Vectors) -> None:
        """Keep the passages of some people (item, person id), one vector a row."""
        self._db.run_many(
            """
            insert or replace into passage (item, handle, encoder, vector)
            select ?, min(handle), ?, ?
              from belongs
             where person = ?
            having min(handle) is not null
            """,
            [
                (item, encoder, vector.astype(np.float16).tobytes(), person)
                for (item, person), vector in zip(rows, vectors, strict=True)
            ],
        )

    def known(self, encoder: str) -> set[tuple[int, str]]:
        """Which passages (item, person id) have a vector of this model."""
        rows = self._db.rows(
            """
            select passage.item, belongs.person
              from passage
              join belongs on belongs.handle = passage.handle
             where passage.encoder = ?
            """,
            (encoder,),
        )
        return {(item, person) for item, person in rows}

    def forget(self, encoder: str, kept: set[tuple[int, str]]) -> None:
        """Forget the passages of other models, and of this one those that are no longer picked."""
        self._db.run("delete from passage where encoder <> ?", (encoder,))
        gone = [(item, person) for item, person in self.known(encoder) if (item, person) not in kept]
        self._db.run_many(
            "delete from passage where item = ? and handle in (select handle from belongs where person = ?)", gone
        )

    def all(self, encoder: str) -> tuple[list[tuple[int, str, int | None]], Vectors]:
        """Every passage as (item, person id, Unix seconds or None), with its vector in the same row."""
        rows = self._db.rows(
            """
              select passage.item, belongs.person, item.at, passage.vector
                from passage
                join belongs on belongs.handle = passage.handle
                join item on item.id = passage.item
               where passage.encoder = ?
            order by passage.item, belongs.person
            """,
            (encoder,),
        )
        vectors = np.array([np.frombuffer(row[3], np.float16) for row in rows], np.float32)
        return [(item, person, at) for item, person, at, _ in rows], vectors
