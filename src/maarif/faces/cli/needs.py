"""Needs as JSON lines: each line a need, or a sentence that says why it is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from maarif.domain.errors import BadNeed

#: A need is said in words, not in files: a longer line is refused without being held in memory.
LONGEST = 1 << 20
#: Unix seconds beyond this lie in no year that a calendar has.
LATEST = 1 << 37


@dataclass(frozen=True, slots=True)
class Asked:
    """What one line asks; `on` is Unix seconds, a written day, or None."""

    text: str
    kind: str | None = None
    on: int | str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be asked: its number from 1, its id where it has one, and why."""

    line: int
    error: str
    id: str | None = None


def read_needs(stream: BinaryIO) -> Iterator[tuple[int, Asked | BadLine]]:
    """The needs of a stream with their line numbers, one as soon as it is there; blank lines are skipped."""
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield (
                number,
                BadLine(number, f"The line is longer than {LONGEST:,} bytes. A need is a few sentences."),
            )
        elif line.strip():
            yield number, _need(number, line)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines, None for each that is too long."""
    while line := stream.readline(LONGEST + 1):
        if len(line) <= LONGEST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST)
        yield None


def _need(number: int, line: bytes) -> Asked | BadLine:
    try:
        said = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        return BadLine(number, f'The line is no JSON ({error}). Write it as {{"id": "1", "text": "who keeps bees?"}}')
    if not isinstance(said, dict):
        return BadLine(number, 'The line is no JSON object. Write it as {"id": "1", "text": "who keeps bees?"}')
    name = said.get("id")
    known = str(name) if isinstance(name, str | int) else ""
    try:
        return Asked(_words(said, "text") or "", _words(said, "kind"), _moment(said.get("on")), known)
    except BadNeed as error:
        return BadLine(number, str(error), known or None)


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _words(said: dict[str, Any], name: str) -> str | None:
    value = said.get(name)
    if value is not None and not isinstance(value, str):
        raise BadNeed(f'"{name}" must be words. Write it as {{"{name}": "..."}}')
    return value


def _moment(value: Any) -> int | str | None:
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LATEST:
        return int(value)
    raise BadNeed('"on" must be a day such as "2026-03-31", or Unix seconds.')
