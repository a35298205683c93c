"""Address books as CSV: Google, Outlook, Thunderbird, Yahoo, and any other table of names with addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.contacts_csv.assembly import Sheet, said_by
from maarif.sources.contacts_csv.columns import guess_columns
from maarif.sources.contacts_csv.finding import sheet_in
from maarif.text.card_values import name_in
from maarif.text.charsets import head_text, open_text
from maarif.text.tables import Row, rows_below

__all__ = ["guess_columns", "read", "recognises"]

#: The beginning that decides: a header can be long, and some rows have to be seen.
_BEGINNING = 32768
_NAMES = (".csv", ".tsv", ".tab")


def recognises(blob: Blob) -> bool:
    """Tell by the columns, of which one must hold names and another addresses or phone numbers."""
    return blob.name.lower().endswith(_NAMES) and _sheet(blob) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:  # noqa: ARG001
    """Yield a Card per row, in the order of the rows."""
    sheet = _sheet(blob)
    if sheet is None:
        return
    with open_text(blob.open(), blob.head) as lines:
        for number, row in enumerate(rows_below(lines, sheet.header), start=1):
            yield _read_row(Origin(blob.name, f"row {number}"), row, sheet)


def _sheet(blob: Blob) -> Sheet | None:
    start = blob.head[:_BEGINNING]
    if start.startswith((b"\x89PNG", b"%PDF", b"PK\3\4", b"<", b"{", b"[")):
        return None
    return sheet_in(head_text(start))


def _read_row(origin: Origin, row: Row, sheet: Sheet) -> Card | Defect:
    said = said_by(row, sheet)
    card = Card(origin, name_in(said), tuple(Field(*each) for each in said))
    excerpt = " | ".join(cell for cell in row.cells if cell)[:80]
    if not card.fields:
        return Defect(origin, row.fault or "row says nothing", excerpt)
    if row.fault or not card.name:
        return Defect(origin, row.fault or "row has neither a name nor an address", excerpt, card)
    return card
