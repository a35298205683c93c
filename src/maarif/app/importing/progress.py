"""How far an import has come, for whoever waits: a terminal's bar, or a page that is told as it goes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

#: Seconds between two tellings at least, where nothing but small files goes by.
_OFTEN = 0.1
#: Seconds before a rate says anything.
_EARLY = 1.0


@dataclass(frozen=True, slots=True)
class Advance:
    """How far an import has come: what it does, the file at hand, items so far over all files, bytes as they lie on
    disk (packed, in archives) read and in all, and seconds since it began.

    `phase` is `reading` while files are read and `settling` while people and ties are derived from them.
    """

    phase: Literal["reading", "settling"]
    file: str
    items: int
    read: int
    total: int
    seconds: float

    @property
    def share(self) -> float:
        """How much of all bytes is read, from 0 to 1."""
        return min(self.read / self.total, 1.0) if self.total else 1.0

    @property
    def rate(self) -> float | None:
        """Items a second; None where it is too early to tell."""
        return self.items / self.seconds if self.seconds >= _EARLY else None

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all is read, if it goes on as so far; None where that cannot be told yet."""
        if self.phase != "reading" or self.seconds < _EARLY or not self.read:
            return None
        return self.seconds * (1.0 - self.share) / self.share


#: Told again and again, in the thread of the import; what it raises ends the import.
Progress: TypeAlias = Callable[[Advance], None]


class Teller:
    """Counts what goes by, and tells it where somebody listens."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._begun = self._told = time.monotonic()
        self._items = 0
        self._whole = 0
        self._part = 0
        self._file = ""

    def items(self, file: str, count: int, part: int) -> None:
        """So many more items of a file were taken in, and so many bytes of the one that lies on disk were read."""
        self._file = file
        self._items += count
        self._part = part
        self._tell("reading", always=True)

    def passed(self, size: int) -> None:
        """A file on disk lies behind, with all that is in it."""
        self._whole += size
        self._part = 0
        self._tell("reading")

    def settling(self) -> None:
        """All is read; what follows from it is derived now."""
        self._tell("settling", always=True)

    def _tell(self, phase: Literal["reading", "settling"], *, always: bool = False) -> None:
        now = time.monotonic()
        if self._progress is None or (not always and now < self._told + _OFTEN):
            return
        self._told = now
        read = min(self._whole + self._part, self._total)
        self._progress(Advance(phase, self._file, self._items, read, self._total, now - self._begun))
