"""How often somebody may try to log in."""

from __future__ import annotations

import time
from collections import deque

#: Tries a minute: from one address, and from all of them together.
EACH, ALL = 5, 20
_MINUTE = 60.0


class Attempts:
    """Counts tries of the last minute; a successful one is forgotten."""

    def __init__(self) -> None:
        self._tries: deque[tuple[float, str]] = deque()

    def may(self, address: str) -> bool:
        """Whether there may be one more try from here; counts it where there may."""
        now = time.monotonic()
        while self._tries and now - self._tries[0][0] > _MINUTE:
            self._tries.popleft()
        own = sum(where == address for _, where in self._tries)
        if own >= EACH or len(self._tries) >= ALL:
            return False
        self._tries.append((now, address))
        return True

    def forget(self, address: str) -> None:
        """This one was the owner."""
        self._tries = deque((at, where) for at, where in self._tries if where != address)
