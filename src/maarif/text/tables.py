"""Rows of a comma-separated file, one at a time, that no quote left open and no endless cell can swallow."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from maarif.text.charsets import repair

#: The longest row, in characters and in lines; longer ones are cut and told.
ROW_CHARACTERS = 1 << 20
ROW_LINES = 5_000

#: How often a quote left open is looked for afresh on the next line; after that lines are rows.
_FRESH_STARTS = 20

_LONGEST_HEADER = 10_000
_OPEN = "a quote is left open or stands within a cell"
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as cells; `fault` says what is wrong with it ("" for nothing)."""

    cells: list[str]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (line, from 0), what parts its cells, and its columns in lower case."""

    line: int
    delimiter: str
    columns: tuple[str, ...]

    def named(self, row: Row) -> dict[str, str]:
        """The cells of a row by column, without the spaces around them; "" for one that is missing."""
        cells = [cell.strip() for cell in row.cells]
        return dict(zip(self.columns, cells + [""] * (len(self.columns) - len(cells)), strict=False))


def header_in(head: str, wanted: frozenset[str]) -> Header | None:
    """Find the header within the first 20 lines; it must have all `wanted` columns (in lower case)."""
    for number, line in enumerate(head.split("\n", 20)[:20]):
        for delimiter in DELIMITERS:
            if line.count(delimiter) + 1 >= len(wanted):
                columns = tuple(name.strip().lower() for name in _cells(line[:_LONGEST_HEADER], delimiter))
                if wanted.issubset(columns):
                    return Header(number, delimiter, columns)
    return None


def rows_below(lines: io.TextIOBase, header: Header) -> Iterator[Row]:
    """Yield the rows below the header; blank lines are no rows."""
    pieces = _pieces(lines)
    for _ in range(header.line + 1):
        next(pieces, None)
    for row in _rows(pieces, header.delimiter, len(header.columns)):
        if row.fault or any(cell.strip() for cell in row.cells):
            yield Row([repair(cell) for cell in row.cells], row.fault)


def _pieces(lines: io.TextIOBase) -> Iterator[str]:
    """Lines, an endless one cut to its beginning."""
    while line := lines.readline(ROW_CHARACTERS):
        if len(line) < ROW_CHARACTERS or line.endswith("\n"):
            yield line
            continue
        while (rest := lines.readline(ROW_CHARACTERS)) and not rest.endswith("\n"):
            pass
        yield line + "\n"


class _RowTooLongError(ValueError):
    """A row took more lines or characters than any row may."""


class _Feed:
    """Lines for the csv reader, remembered until the row they belong to is complete."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._again: list[str] = []
        self.held: list[str] = []
        self.size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.size >= ROW_CHARACTERS or len(self.held) >= ROW_LINES:
            raise _RowTooLongError
        line = self._again.pop() if self._again else next(self._pieces)
        self.held.append(line)
        self.size += len(line)
        return line

    def release(self, again: Iterable[str] = ()) -> None:
        """Begin the next row, with the lines that have to be read again."""
        self._again.extend(reversed(list(again)))
        self.held, self.size = [], 0


def _rows(pieces: Iterator[str], delimiter: str, width: int) -> Iterator[Row]:
    feed = _Feed(pieces)
    reader = _reader(feed, delimiter)
    starts = 0
    while True:
        feed.release()
        cells: list[str] | None = None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _RowTooLongError):
            reader = _reader(feed, delimiter)
        end = _next_row_within(feed.held, delimiter, width)
        if cells is not None and (len(cells) == width or end == len(feed.held)):
            yield Row(cells)
            continue
        starts += 1
        if starts > _FRESH_STARTS:
            yield from (Row(_cells(line, delimiter), _OPEN) for line in feed.held)
        else:
            yield Row(_cells("".join(feed.held[:end]), delimiter), _OPEN)
            feed.release(feed.held[end:])


def _next_row_within(held: list[str], delimiter: str, width: int) -> int:
    """The line that looks like a new row although a quote is open; the number of lines where none does."""
    if len(held) == 1:
        return 1
    enough = max(1, min(width - 1, held[0].count(delimiter)))
    return next((i for i, line in enumerate(held) if i and line.count(delimiter) >= enough), len(held))


def _cells(text: str, delimiter: str) -> list[str]:
    return next(csv.reader([text], delimiter=delimiter), [])


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    if csv.field_size_limit() < 2 * ROW_CHARACTERS:
        csv.field_size_limit(2 * ROW_CHARACTERS)
    return csv.reader(lines, delimiter=delimiter, strict=True)
