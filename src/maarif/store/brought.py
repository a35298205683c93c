"""The latest imports, each on one line, and what one of them could not read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from maarif.domain.items import Defect, Origin
from maarif.store.database import Database
from maarif.store.entries import Tally


@dataclass(frozen=True, slots=True)
class Brought:
    """One import in sum: when it began (Unix seconds), whether it ended, what was given, how many files, what kind
    (the source, where all files are of one), and what came of it."""

    id: int
    begun: int
    finished: bool
    paths: tuple[str, ...]
    files: int
    source: str
    tally: Tally


def latest(database: Database, start: int, most: int) -> list[Brought]:
    """The latest imports after the first `start`, newest first."""
    rows = database.rows(_LATEST, {"start": start, "most": most})
    return [
        Brought(batch, begun, finished is not None, tuple(json.loads(paths)), files, source, Tally(*counts))
        for batch, begun, finished, paths, files, source, *counts in rows
    ]


def unreadable(database: Database, batch: int, most: int) -> list[Defect]:
    """What an import could not read, in the order it was met."""
    rows = database.rows(
        """select f.name, d.place, d.reason, d.excerpt from defect d join file f on f.id = d.file
            where f.batch = :batch order by f.id, d.rowid limit :most""",
        {"batch": batch, "most": most},
    )
    return [Defect(Origin(name, place), reason, excerpt) for name, place, reason, excerpt in rows]


_LATEST = """
with latest as (select id, begun, finished, paths from batch order by id desc limit :most offset :start)
select l.id, l.begun, l.finished, l.paths, count(f.id),
       case when min(f.source) = max(f.source) then min(f.source) else '' end,
       coalesce(sum(f.read), 0), coalesce(sum(f.new), 0), coalesce(sum(f.unchanged), 0), coalesce(sum(f.defects), 0)
  from latest l left join file f on f.batch = l.id
 group by l.id order by l.id desc
"""
