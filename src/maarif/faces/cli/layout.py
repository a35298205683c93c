"""Lines of text for a given width: wrapping, two ends of one line, tables, long paths cut in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from maarif.faces.cli.bidi import RIGHT, clean, closed_at_line_ends, isolate, runs_right
from maarif.faces.cli.speech import voice

#: How parts of a line are shown where the terminal has colours.
DIM, STRONG, NAME, WARNING, GOOD = "dim", "bold", "bold cyan", "yellow", "green"


@dataclass(frozen=True, slots=True)
class Indent:
    """What stands before the first line of a wrapped text, and before all others."""

    first: str = ""
    rest: str = ""


FLUSH = Indent()


def fill(text: str, width: int, indent: Indent = FLUSH, style: str = "", tail: str = "") -> list[Text]:
    """Wrap words to `width` cells under a hanging indent; `tail`, dim, follows the last word.

    A word wider than a line is broken. Raises nothing; a width below 20 counts as 20.
    """
    room = max(width, 20) - max(cell_len(indent.first), cell_len(indent.rest))
    body = _wrap(text.split(), room)
    marks = _wrap(tail.split(), room) if tail else []
    joined = len(marks) == 1 and body and cell_len(body[-1]) + 1 + cell_len(marks[0]) <= room
    lines = closed_at_line_ends(body)
    found = []
    for number, line in enumerate(lines):
        begun = _begin(indent.rest if number else indent.first, line, style)
        if joined and number == len(lines) - 1:
            begun.append(" ").append(marks[0], DIM)
        found.append(begun)
    extra = [] if joined else marks
    found += [_begin(indent.rest if found or number else indent.first, mark, DIM) for number, mark in enumerate(extra)]
    return found


def _begin(indent: str, line: str, style: str) -> Text:
    return _opened(line).append(indent).append(line, style or None)


def _opened(line: str) -> Text:
    """The beginning of a line: the mark that makes it run from the right, where its words or the terminal's do."""
    return Text(RIGHT if runs_right(line) or voice().direction == "rtl" else "", end="")


def _wrap(words: Sequence[str], room: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in (piece for each in words for piece in _pieces(each, room)):
        wide = cell_len(word)
        if line and used + 1 + wide <= room:
            line, used = f"{line} {word}", used + 1 + wide
        else:
            if line:
                lines.append(line)
            line, used = word, wide
    return [*lines, line] if line else lines


def _pieces(word: str, room: int) -> Iterator[str]:
    if cell_len(word) <= room:
        yield word
        return
    start = 0
    while start < len(word):
        cut = _fitting(word[start : start + room], room)
        yield word[start : start + cut]
        start += cut


def _fitting(text: str, room: int) -> int:
    """How many characters of a text fit into so many cells; one at least."""
    cut = min(len(text), room)
    while cut > 1 and cell_len(text[:cut]) > room:
        cut -= 1
    return max(cut, 1)


def shorten(text: str, room: int) -> str:
    """A text in at most `room` cells, its end given up."""
    if cell_len(text) <= room:
        return text
    return text[: _fitting(text, max(room - 1, 1))].rstrip() + "…"


def cut_at_word(line: str, room: int) -> str:
    """A line of at most `room` cells that ends with a whole word."""
    if cell_len(line) <= room:
        return line
    kept = ""
    for word in line.split():
        if cell_len(kept) + cell_len(word) + 2 > room:
            break
        kept = f"{kept} {word}".strip()
    return f"{kept or line[: room - 1]}…"


def shorten_path(path: str, room: int) -> str:
    """A path in at most `room` cells, its middle given up: what it ends with tells most."""
    if cell_len(path) <= room:
        return path
    front = path[: _fitting(path, max((room - 1) // 3, 1))]
    left = room - 1 - cell_len(front)
    back = path[::-1][: _fitting(path[::-1], max(left, 1))][::-1]
    return f"{front}…{back}"


def two_ends(left: Text, right: Text, width: int, indent: str = "   ") -> list[Text]:
    """One line with words at both ends; two lines where they do not fit on one."""
    gap = width - left.cell_len - right.cell_len
    if not right.plain:
        return [left]
    if gap >= 2:
        return [Text.assemble(_opened(""), left, " " * gap, right, end="")]
    return [left, *fill(right.plain, width, Indent(indent, indent), style=str(right.style))]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, whether it holds numbers, how it gives way (`path` or `text`)."""

    heading: str
    right: bool = False
    gives_way: str = ""
    style: str = ""


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[Text]:
    """A table in at most `width` cells: the columns that give way share what the others leave.

    Cells are plain words; they are made safe and held apart here, after they are cut.
    """
    rows = [[clean(cell) for cell in row] for row in rows]
    widths = _widths(columns, rows, width)
    head = _row([column.heading for column in columns], columns, widths)
    head.stylize(DIM)
    return [head, *(_row(row, columns, widths) for row in rows)]


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    wanted = [max(map(cell_len, each)) for each in zip([c.heading for c in columns], *rows, strict=True)]
    room = width - 2 * (len(columns) - 1)
    while sum(wanted) > room:
        widest = max(
            (number for number, column in enumerate(columns) if column.gives_way),
            key=lambda number: wanted[number],
            default=None,
        )
        if widest is None or wanted[widest] <= 8:
            return wanted
        wanted[widest] -= 1
    return wanted


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> Text:
    line = _opened("")
    for number, (cell, column, room) in enumerate(zip(cells, columns, widths, strict=True)):
        shown = isolate(shorten_path(cell, room) if column.gives_way == "path" else shorten(cell, room))
        blank = " " * (room - cell_len(shown))
        if number:
            line.append("  ")
        line.append(blank if column.right else "").append(shown, column.style or None)
        if not column.right and number < len(columns) - 1:
            line.append(blank)
    line.rstrip()
    return line
