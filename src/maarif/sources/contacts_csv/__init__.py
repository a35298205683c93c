"""Address books as CSV: Google, Outlook, Thunderbird, Yahoo, and any other table of names with addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.columns import Column, KnownBy
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.contacts_csv.assembly import Sheet, said_by
from maarif.sources.contacts_csv.columns import guess_columns
from maarif.sources.contacts_csv.corrections import corrections_of, held, is_correction
from maarif.sources.contacts_csv.finding import bare_sheet, sample_in, sheet_in
from maarif.sources.contacts_csv.words import target_of
from maarif.text.card_values import name_in
from maarif.text.charsets import head_text, open_text
from maarif.text.tables import Row, rows_below

__all__ = ["columns", "guess_columns", "held", "read", "recognises"]

#: The beginning that decides: a header can be long, and some rows have to be seen.
_BEGINNING = 32768
_SAMPLES = 3
_NAMES = (".csv", ".tsv", ".tab")


def recognises(blob: Blob) -> bool:
    """Tell by the columns, of which one must hold names and another addresses or phone numbers.

    What the owner says of the columns in a file beside the table is recognised as well, and read with it.
    """
    if is_correction(blob):
        return True
    return blob.name.lower().endswith(_NAMES) and _sheet(blob) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:  # noqa: ARG001
    """Yield a Card per row, in the order of the rows."""
    sheet = None if is_correction(blob) else _sheet(blob)
    if sheet is None:
        return
    with open_text(blob.open(), blob.head) as lines:
        for number, row in enumerate(rows_below(lines, sheet.header), start=1):
            yield _read_row(Origin(blob.name, f"row {number}"), row, sheet)


def columns(blob: Blob) -> tuple[Column, ...]:
    """What each column is held to be, how that is known, and its first values; empty for what is no table."""
    corrections = corrections_of(blob)
    text = head_text(blob.head[:_BEGINNING])
    sheet = sheet_in(text, corrections) or bare_sheet(text)
    if sheet is None:
        return ()
    rows = sample_in(text, sheet.header)
    return tuple(
        Column(name, target, _known_by(name, target, corrections), _first(rows, number))
        for number, (name, target) in enumerate(zip(sheet.header.columns, sheet.targets, strict=True))
    )


def _known_by(name: str, target: str, corrections: Mapping[str, str]) -> KnownBy:
    if name in corrections:
        return "owner"
    return ("name" if target_of(name) else "contents") if target else ""


def _first(rows: list[list[str]], number: int) -> tuple[str, ...]:
    return tuple(row[number].strip()[:60] for row in rows if number < len(row) and row[number].strip())[:_SAMPLES]


def _sheet(blob: Blob) -> Sheet | None:
    start = blob.head[:_BEGINNING]
    if start.startswith((b"\x89PNG", b"%PDF", b"PK\3\4", b"<", b"{", b"[")):
        return None
    return sheet_in(head_text(start), corrections_of(blob))


def _read_row(origin: Origin, row: Row, sheet: Sheet) -> Card | Defect:
    said = said_by(row, sheet)
    card = Card(origin, name_in(said), tuple(Field(*each) for each in said))
    excerpt = " | ".join(cell for cell in row.cells if cell)[:80]
    if not card.fields:
        return Defect(origin, row.fault or "row says nothing", excerpt)
    if row.fault or not card.name:
        return Defect(origin, row.fault or "row has neither a name nor an address", excerpt, card)
    return card
