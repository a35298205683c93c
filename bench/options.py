"""What a run of the benchmarks can be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """Where data lies and results go (`out` also caches generated files), and how much is done.

    `scale` multiplies the amounts of import and ask; `per_user` adds a table per mailbox to the recipients;
    `keep_homes` asks the homes of the last run again instead of building them anew.
    """

    out: Path
    data: Path | None
    scale: float
    per_user: bool
    keep_homes: bool
    command: str
