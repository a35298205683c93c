"""From the lines of a file to components made of unfolded properties, whatever breaks the lines."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: The longest line and the longest property that are kept, in characters; attachments lie beyond.
LINE_LIMIT = 1 << 20
#: Characters of one component that are kept.
BLOCK_LIMIT = 4 << 20

#: The components that say something; of a time zone the parts within it as well.
WANTED = frozenset(("VEVENT", "VJOURNAL", "VTIMEZONE"))

#: Components within one another that are counted; what is deeper belongs to them.
_DEEPEST = 50

_NAME = re.compile(r"[A-Za-z0-9-]{1,80}[:;]|[A-Z-]{3,40}$")
_QUOTED = re.compile(r"[;=]QUOTED-PRINTABLE(?:[;:]|$)", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """One component as unfolded properties (`NAME;PARAMS:value`), and the line it begins on, from 1.

    `place` names it where it does not stand on lines; `method` is what its calendar is for (`CANCEL`,
    `PUBLISH` ...); `fault` what is wrong with the whole.
    """

    kind: str
    line: int
    method: str = ""
    fault: str = ""
    place: str = ""
    lines: list[str] = field(default_factory=list)
    size: int = 0
    _folded: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Add a line: a property of its own, or what continues the one before."""
        self.size += len(line)
        if self.size > BLOCK_LIMIT:
            self.fault = f"longer than {BLOCK_LIMIT >> 20} million characters: kept up to there"
        elif self.lines and (more := self._continuation(line)) is not None:
            self._folded.append(more)
        else:
            self.close()
            self.lines.append(line)

    def _continuation(self, line: str) -> str | None:
        if line[0] in " \t":
            return line[1:]
        last = self._folded[-1] if self._folded else self.lines[-1]
        if last[-1:] == "=" and _QUOTED.search(self.lines[-1], 0, 200):
            return "\n" + line
        return None if _NAME.match(line) else "\n" + line

    def close(self) -> None:
        """Join what was folded to its property."""
        if self._folded:
            self.lines[-1] += "".join(self._folded)
            self._folded = []


def blocks_in(stream: io.TextIOBase) -> Iterator[Block]:
    """Yield the wanted components of a file in their order, holding one at a time."""
    reader = _Reader()
    for number, line in _physical(stream):
        if line[0] in "BbEeMm" and (mark := _mark(line)):
            yield from reader.turn(mark, number)
        elif reader.block is not None and not reader.inner:
            reader.block.add(line)
    yield from reader.unended()


def _mark(line: str) -> str:
    """Return `BEGIN:NAME`, `END:NAME` or `METHOD:NAME` in capitals; "" for every other line."""
    head, _, value = line[:100].partition(":")
    head = head.strip().upper()
    return f"{head}:{value.strip().upper()}" if head in ("BEGIN", "END", "METHOD") else ""


class _Reader:
    """Where in the nest of components a file is being read."""

    def __init__(self) -> None:
        self.block: Block | None = None
        self.inner: list[str] = []
        self._method = ""

    def turn(self, mark: str, number: int) -> Iterator[Block]:
        """Take in a line that begins or ends a component, and yield the one that it ends."""
        word, _, kind = mark.partition(":")
        if word == "METHOD":
            self._method = kind
        elif kind == "VCALENDAR":
            self._method = ""
            yield from self.unended()
        elif word == "BEGIN":
            yield from self._begin(kind, number)
        elif self.block is not None:
            yield from self._end(kind, mark)

    def _begin(self, kind: str, number: int) -> Iterator[Block]:
        if kind in WANTED:
            yield from self.unended()
            self.block = Block(kind, number, self._method)
        elif self.block is not None and self.block.kind == "VTIMEZONE":
            self.block.add(f"BEGIN:{kind}")
        elif self.block is not None and len(self.inner) < _DEEPEST:
            self.inner.append(kind)

    def _end(self, kind: str, mark: str) -> Iterator[Block]:
        block = self.block
        if block is None:
            return
        if kind == block.kind:
            self.block, self.inner = None, []
            block.close()
            yield block
        elif kind in self.inner:
            del self.inner[self.inner.index(kind) :]
        elif block.kind == "VTIMEZONE":
            block.add(mark)

    def unended(self) -> Iterator[Block]:
        """Yield the component that is open, which nothing has ended."""
        if self.block is not None:
            self.block.fault = self.block.fault or f"{self.block.kind} has no END"
            self.block.close()
            yield self.block
        self.block, self.inner = None, []


def _physical(stream: io.TextIOBase) -> Iterator[tuple[int, str]]:
    """Number the lines from 1 and leave blank ones out; the rest of an endless line is left out as well."""
    number, cut = 0, False
    while line := stream.readline(LINE_LIMIT):
        if not cut:
            number += 1
            if (text := line.rstrip("\r\n")) and (text[0] != " " or text.strip()):
                yield number, text
        cut = line[-1] != "\n"
