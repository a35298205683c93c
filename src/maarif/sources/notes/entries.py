"""From the lines of a file to its entries: one per dated line, or one for all."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from maarif.sources.notes.days import day_at
from maarif.text.charsets import repair

#: The longest piece of a line, and the longest note, in characters; a longer text goes on in a further note.
_PIECE = 1 << 16
_LONGEST = 1 << 20
_LONGEST_DAY = 80

_NO_HEADING = 7
_INDENT = " \t"
#: Marks a line whose day stands apart from its words: such a line begins an entry wherever it stands.
_APART = "apart"
_AROUND = " \t*_[]():,|–—-"

_HEADING = re.compile(r"(#{1,6})\s{1,10}(?=\S)")
_BULLET = re.compile(r"[-*+•–]\s{1,4}(?:\[[ xX]\]\s)?(?=\S)")
_DRESS = re.compile(r"[*_\[]{1,4}(?=[^\W_])")
_GAP = re.compile(r"[,(|] ?| [–—-] ")
_SEPARATOR = re.compile(r"[\s*_\]]{0,6}(?:[:|–—-]{1,3}(?!\d)[\s*_]{0,6}|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line with its number, from 1; `goes_on` where it is the rest of an endless line."""

    number: int
    text: str
    goes_on: bool = False


@dataclass(slots=True)
class Entry:
    """Lines that belong together, under the day and the title they begin with.

    `level` is that of the heading it begins with (1 to 6), 7 where it begins with none; `context` is the
    title of the undated heading that it stands below; `begins` is the number of its first line; `person` is
    whom its heading names, where that is known.
    """

    place: str
    day: date | None = None
    title: str = ""
    level: int = _NO_HEADING
    context: str = ""
    lines: list[str] = field(default_factory=list)
    size: int = 0
    begins: int = 0
    person: str = ""

    def add(self, line: str, number: int) -> None:
        """Take a line in."""
        self.begins = self.begins or number
        self.lines.append(line)
        self.size += len(line)

    def says_something(self) -> bool:
        """Tell whether there is more to it than an undated heading."""
        return self.day is not None or any(line.strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Start:
    """What a line says that may begin an entry."""

    day: date | None
    level: int
    title: str = ""
    rest: str = ""


def pieces_of(lines: io.TextIOBase) -> Iterator[Piece]:
    """Yield the lines of a file with their numbers; an endless one in pieces."""
    number, goes_on = 1, False
    while line := lines.readline(_PIECE):
        yield Piece(number, repair(line), goes_on)
        goes_on = not line.endswith("\n")
        number += not goes_on


def entries_in(pieces: Iterator[Piece]) -> Iterator[Entry]:
    """Yield the entries in their order; an undated heading alone is one only where it is all there is."""
    entry = Entry("line 1")
    dated = said = False
    after_blank, part = True, 1
    for piece in pieces:
        start = None if piece.goes_on else _start(piece.text)
        if start and _begins(start, entry, dated, after_blank):
            if entry.says_something():
                yield entry
                said = True
            dated = dated or start.day is not None
            entry, part = _opened(start, entry, piece.number), 1
        elif entry.size > _LONGEST:
            yield entry
            place = f"line {piece.number}"
            part = part + 1 if entry.place.startswith(place) else 1
            entry = Entry(
                place if part == 1 else f"{place} part {part}",
                entry.day,
                entry.title,
                entry.level,
                entry.context,
            )
            entry.add(piece.text, piece.number)
        else:
            entry.add(piece.text, piece.number)
        after_blank = not piece.text.strip() or (entry.level == _NO_HEADING and entry.day is not None)
    if entry.says_something() or (entry.title and not said):
        yield entry


def _begins(start: _Start, entry: Entry, dated: bool, after_blank: bool) -> bool:
    """Tell whether a line begins an entry of its own.

    A day does, except below a dated heading, which only the next heading of its level ends.
    """
    if start.level == _NO_HEADING:
        below_day = entry.day is not None and entry.level < _NO_HEADING
        return not below_day and (after_blank or start.title == _APART)
    if start.day is not None:
        return True
    if not dated:
        return not entry.says_something() and not entry.title
    return start.level <= entry.level


def _opened(start: _Start, before: Entry, number: int) -> Entry:
    below = before.context if before.day is not None else before.title
    title = "" if start.level == _NO_HEADING else start.title
    entry = Entry(f"line {number}", start.day, title, start.level, "" if start.day is None else below)
    if start.rest:
        entry.add(start.rest, number)
    return entry


def _start(line: str) -> _Start | None:
    """What the line begins with: a heading, dated or not, or a day; None for any other line."""
    if heading := _HEADING.match(line):
        return _dated_heading(line[heading.end() :].strip().rstrip("#").strip(), len(heading[1]))
    if line[0] in _INDENT:
        return None
    bullet = _BULLET.match(line)
    begin = bullet.end() if bullet else 0
    if dress := _DRESS.match(line, begin):
        begin = dress.end()
    found = day_at(line[begin : begin + _LONGEST_DAY])
    if found is None:
        return None
    day, end = found
    separator = _SEPARATOR.match(line, begin + end)
    rest = line[separator.end() if separator else begin + end :].lstrip()
    return _Start(day, _NO_HEADING, _APART if bullet or separator else "", rest)


def _dated_heading(text: str, level: int) -> _Start:
    """A heading with its day, at its beginning or its end, taken off."""
    dress = _DRESS.match(text)
    begin = dress.end() if dress else 0
    if found := day_at(text[begin : begin + _LONGEST_DAY]):
        return _Start(found[0], level, text[begin + found[1] :].strip(_AROUND))
    for gap in list(_GAP.finditer(text[-_LONGEST_DAY:]))[-3:]:
        begin = max(0, len(text) - _LONGEST_DAY) + gap.end()
        if (found := day_at(text[begin:])) and not text[begin + found[1] :].strip(_AROUND):
            return _Start(found[0], level, text[:begin].strip(_AROUND))
    return _Start(None, level, text)
