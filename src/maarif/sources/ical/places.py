"""Where in a calendar an item stands: no two at one place."""

from __future__ import annotations

import re

#: An identifier that looks like one event's occurrence.
_OCCURRENCE = re.compile(r".*/\d{8}(?:T\d{6}Z)?'*", re.DOTALL)


class Places:
    """The places of one file that are taken.

    Events are told apart by marks behind their identifier; occurrences need not be remembered, as an
    identifier that could be mistaken for one gets such a mark too.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def event(self, uid: str) -> str:
        """The place of an event: its UID, or what follows that where it is taken already."""
        return self._free(f"{uid}'" if _OCCURRENCE.fullmatch(uid) else uid)

    def moved(self, uid: str, stamp: str) -> str:
        """The place of an entry that stands for one occurrence of the event with this UID."""
        return self._free(f"{uid}'/{stamp}" if _OCCURRENCE.fullmatch(uid) else f"{uid}/{stamp}")

    def _free(self, place: str) -> str:
        while place in self._taken:
            place += "'"
        self._taken.add(place)
        return place
