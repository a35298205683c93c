"""Reads the hand-written threads: stories as they happened, and routine that comes back with other words.

# Subject
cast: a=choir, ruth          roles and people (told from the speakers where left out)
times: 12                    routine only: how often, with from:, until:, hours:, days:
@ 2020-11-09 21:14 monika    a story starts at a moment
What she wrote.
@ +3h lena                   an answer, so much later (m, h, d)
What came back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

_TURN = re.compile(r"@ (?:(\d{4}-\d\d-\d\d \d\d:\d\d)|\+(\d+)([mhd])) ([\w]+)\s*$")
_UNIT = {"m": 1, "h": 60, "d": 1440}


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a thread as it was written by hand."""

    start: datetime | None
    delay: timedelta
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation: its subject, its settings, its turns; `lists` are the word lists of its file."""

    key: str
    subject: str
    settings: dict[str, str]
    turns: tuple[Turn, ...]
    lists: dict[str, list[str]]


def read_threads(path: Path) -> list[Thread]:
    """All threads of one file; raises ValueError where a line cannot be placed."""
    head, *blocks = re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lists = dict(_list(line) for line in head.splitlines() if line.startswith("let "))
    return [_thread(f"{path.stem}/{number}", block, lists) for number, block in enumerate(blocks, 1)]


def _list(line: str) -> tuple[str, list[str]]:
    name, _, values = line[4:].partition("=")
    return name.strip(), [value.strip() for value in values.split("|")]


def _thread(key: str, block: str, lists: dict[str, list[str]]) -> Thread:
    subject, *lines = block.splitlines()
    settings: dict[str, str] = {}
    turns: list[tuple[re.Match[str], list[str]]] = []
    for line in lines:
        found = _TURN.match(line)
        if found:
            turns.append((found, []))
        elif line.startswith("@"):
            raise ValueError(f"{key}: cannot read {line!r}")
        elif turns:
            turns[-1][1].append(line)
        elif line.strip():
            name, _, value = line.partition(":")
            settings[name.strip()] = value.strip()
    return Thread(key, subject.strip(), settings, tuple(_turn(found, text) for found, text in turns), lists)


def _turn(found: re.Match[str], lines: list[str]) -> Turn:
    moment, amount, unit, speaker = found.groups()
    start = datetime.strptime(moment, "%Y-%m-%d %H:%M") if moment else None  # noqa: DTZ007 (local time)
    delay = timedelta(minutes=int(amount) * _UNIT[unit]) if amount else timedelta()
    return Turn(start, delay, speaker, "\n".join(lines).strip())
