"""Connections.csv: who the owner is connected with, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.linkedin.days import is_believable, iso_day, noon
from maarif.text.tables import Header, Row

#: The columns that become fields as they are.
_FIELDS = {"url": "URL", "email address": "EMAIL", "company": "ORG", "position": "TITLE"}


def read_connection(origin: Origin, row: Row, header: Header, today: date) -> Iterator[Item | Defect]:
    """Yield the connection as a Card whose time is the noon of the day they connected."""
    cells = header.named(row)
    name = " ".join(f"{cells['first name']} {cells['last name']}".split())
    if not name and not cells.get("url"):
        reason = "no name and no URL: LinkedIn leaves such rows for people who closed their account"
        yield Defect(origin, row.fault or reason, " | ".join(row.cells)[:80])
        return
    day = iso_day(cells["connected on"])
    at = noon(day)
    known = {"FN": name} | {field: cells.get(column, "") for column, field in _FIELDS.items()} | {"X-CONNECTED-ON": day}
    fields = tuple(Field(field, value) for field, value in known.items() if value)
    believable = at is None or is_believable(at, today)
    card = Card(origin, name, fields, at if believable else None)
    yield from checked(
        card, row, "" if believable else f"column Connected On: {cells['connected on'][:40]!r} cannot be"
    )


def checked(item: Item, row: Row, fault: str = "") -> Iterator[Item | Defect]:
    """Yield the item, or a Defect that keeps it where something is wrong with its row."""
    reason = row.fault or fault
    yield Defect(item.origin, reason, " | ".join(row.cells)[:80], item) if reason else item
