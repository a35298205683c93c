"""Where the header of a table of contacts stands, and whether the table is one."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from maarif.sources.contacts_csv.assembly import Sheet
from maarif.sources.contacts_csv.columns import MAIL, targets_of
from maarif.sources.contacts_csv.words import words_of
from maarif.text.charsets import repair
from maarif.text.days import is_month_first
from maarif.text.tables import DELIMITERS, Header

_HEADER_LINES = 20
_SAMPLE = 50
_LONGEST_HEADER = 20_000

#: Columns of tables that other sources read, or that tell of events and not of people.
_FOREIGN = (
    {"at", "channel", "from", "to"}, {"connected on"}, {"conversation id"}, {"headline", "summary"},
    {"started on"}, {"endorsement date"}, {"inviterprofileurl"}, {"text", "creation date"},
    {"confirmed", "primary"},
    {"followed on"}, {"start date", "end date"},
)  # fmt: skip
_EVENTS = frozenset(
    ("subject", "betreff", "objet", "asunto", "الموضوع", "body", "message", "amount", "betrag", "montant",
     "importe", "iban", "المبلغ", "transaction", "invoice", "order", "attendees", "duration")
)  # fmt: skip

_NAMES = frozenset(("FN", "N.given", "N.family"))
_ADDRESSES = ("EMAIL", "TEL")


def sheet_in(text: str, corrections: Mapping[str, str] = MappingProxyType({})) -> Sheet | None:
    """The header within the first 20 lines and what its columns hold; None for other tables.

    `corrections` are the owner's: what a column of this name holds, whatever it looks like.
    """
    lines = text.split("\n", _HEADER_LINES)[:_HEADER_LINES]
    if not corrections and any(_is_foreign(line) for line in lines):
        return None
    for number, line in enumerate(lines[: _HEADER_LINES - 1]):
        if 2 < len(line) < _LONGEST_HEADER and (sheet := _sheet_below(number, line, text, corrections)):
            return sheet
    return None


def bare_sheet(text: str) -> Sheet | None:
    """The first line of any table as its header, for the owner to say what its columns hold."""
    line = text.split("\n", 1)[0].rstrip("\r")
    delimiter = max(DELIMITERS, key=line.count)
    if not line.count(delimiter) or len(line) > _LONGEST_HEADER:
        return None
    header = Header(0, delimiter, tuple(repair(cell.strip()) for cell in _cells(line, delimiter)))
    rows = sample_in(text, header)
    return _sheet(header, targets_of(header.columns, rows), rows)


def sample_in(text: str, header: Header) -> list[list[str]]:
    """The first rows below a header."""
    below = text.split("\n", header.line + 1)[header.line + 1 :]
    return _sample(below[0] if below else "", header.delimiter)


def _is_foreign(line: str) -> bool:
    if len(line) > _LONGEST_HEADER:
        return False
    for delimiter in DELIMITERS:
        columns = {column.strip().lower() for column in _cells(line, delimiter)}
        if any(foreign <= columns for foreign in _FOREIGN):
            return True
    return False


def _sheet_below(number: int, line: str, text: str, corrections: Mapping[str, str]) -> Sheet | None:
    delimiter = max(DELIMITERS, key=line.count)
    if not line.count(delimiter):
        return None
    header = [repair(cell.strip()) for cell in _cells(line, delimiter)]
    below = text.split("\n", number + 1)[number + 1 :]
    rows = _sample(below[0] if below else "", delimiter)
    if number == 0 and any(MAIL.fullmatch(cell) for cell in header):
        return _headless(header, [header, *rows], delimiter)
    targets = targets_of(header, rows)
    if not corrections.keys().isdisjoint(header):
        targets = [corrections.get(name, target) for name, target in zip(header, targets, strict=True)]
        return _sheet(Header(number, delimiter, tuple(header)), targets, rows) if set(targets) - {"", "-"} else None
    if not is_contacts(header, targets):
        return None
    return _sheet(Header(number, delimiter, tuple(header)), targets, rows)


def _headless(first: list[str], rows: list[list[str]], delimiter: str) -> Sheet | None:
    """A table whose first row is a person already: its columns are known by what stands in them alone."""
    columns = [f"column {number}" for number in range(1, len(first) + 1)]
    targets = targets_of(columns, rows)
    if "FN" not in targets or "EMAIL" not in targets:
        return None
    return _sheet(Header(-1, delimiter, tuple(columns)), targets, rows)


def is_contacts(header: Sequence[str], targets: Sequence[str]) -> bool:
    """Tell whether there is a column of names and one of addresses or phones, and no event."""
    names = _NAMES.intersection(targets)
    words = {word for column in header for word in words_of(column)[0]}
    if not names or (_EVENTS & words and not {"N.given", "N.family"} <= names):
        return False
    return any(target.startswith(_ADDRESSES) for target in targets)


def _sheet(header: Header, targets: list[str], rows: list[list[str]]) -> Sheet:
    days = [
        row[number]
        for number, target in enumerate(targets)
        if target.partition(" ")[0] in ("BDAY", "ANNIVERSARY", "X-DATE")
        for row in rows
        if number < len(row)
    ]
    month_first = is_month_first(days)
    if month_first is None and "E-mail Address" in header.columns:
        month_first = True  # Outlook in English writes 3/22/1980.
    return Sheet(header, tuple(targets), month_first)


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """The first rows, without the last one, which may be cut off where the beginning ends."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            rows.append([repair(cell) for cell in row])
            if len(rows) > _SAMPLE:
                break
    except csv.Error:
        pass
    return rows


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])
