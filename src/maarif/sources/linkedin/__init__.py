"""The data LinkedIn hands out: connections, messages, invitations, praise, and the owner's profile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect, Item, Origin
from maarif.sources.linkedin.sheets import SHEETS, Reader
from maarif.text.charsets import head_text, open_text
from maarif.text.tables import Header, header_in, rows_below

_BEGINNING = 16384

#: Endings of tables: only these are looked into, for the sake of the many files that are none.
_TABLES = (".csv", ".tsv", ".tab", ".txt")


def recognises(blob: Blob) -> bool:
    """Tell by the header line, which must name the columns of a sheet that `read` understands."""
    return _sheet(blob) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield what each row says, in the order of the rows: Cards, and Messages from messages.csv."""
    found = _sheet(blob)
    if found is None:
        return
    read_row, header = found
    with open_text(blob.open(), blob.head) as lines:
        for number, row in enumerate(rows_below(lines, header), start=1):
            yield from read_row(Origin(blob.name, f"row {number}"), row, header, today)


def _sheet(blob: Blob) -> tuple[Reader, Header] | None:
    if not blob.name.lower().endswith(_TABLES):
        return None
    start = blob.head[:_BEGINNING]
    bare = start[:4096].replace(b"\0", b"").lower()
    for sheet in SHEETS:
        if sheet.mark not in bare or not sheet.may_be(blob.name):
            continue
        if (header := header_in(head_text(start), sheet.columns)) and sheet.fits(header):
            return sheet.read, header
    return None
