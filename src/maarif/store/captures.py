"""What was captured elsewhere and sent here: by the key it was given there, so that nothing is kept twice."""

from __future__ import annotations

from maarif.domain.items import Origin
from maarif.store.database import Database


def captured(database: Database, key: str) -> tuple[int, Origin] | None:
    """The import that keeps what was captured under a key, and where it stands; None where it was not sent yet."""
    row = database.row("select value from home where key = :key", {"key": f"capture {key}"})
    if row is None:
        return None
    batch, source, item = str(row[0]).split("\n")
    return int(batch), Origin(source, item)


def remember_captured(database: Database, key: str, batch: int, origin: Origin) -> None:
    """Remember that what was captured under a key is kept."""
    database.run(
        "insert or replace into home (key, value) values (:key, :value)",
        {"key": f"capture {key}", "value": f"{batch}\n{origin.source}\n{origin.item}"},
    )
