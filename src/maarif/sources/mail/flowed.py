"""Joining the lines that a program broke and marked so (RFC 3676, format=flowed)."""

from __future__ import annotations

import re

_DEPTH = re.compile(r">*")


def joined(text: str, *, drop_space: bool = False) -> str:
    """Join each line that ends with a space to the next of its quote depth, and undo space-stuffing.

    `drop_space` (DelSp=yes) removes the space at the break, as languages without spaces need it.
    """
    out: list[str] = []
    open_line: list[str] = []
    depth = 0
    for line in text.splitlines():
        quoted = _DEPTH.match(line)
        now = quoted.end() if quoted else 0
        words = line[now:].removeprefix(" ")
        flows = words.endswith(" ") and words != "-- "
        if open_line and (now != depth or words == "-- "):
            out.append(_closed(open_line, depth))
            open_line = []
        depth = now
        open_line.append(words[:-1] if flows and drop_space else words)
        if not flows:
            out.append(_closed(open_line, depth))
            open_line = []
    if open_line:
        out.append(_closed(open_line, depth))
    return "\n".join(out)


def _closed(pieces: list[str], depth: int) -> str:
    line = "".join(pieces)
    return f"{'>' * depth} {line}" if depth else line
