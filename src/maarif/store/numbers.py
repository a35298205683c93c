"""A set of row numbers that takes little memory, however many there are."""

from __future__ import annotations

from collections.abc import Iterable

#: Numbers that share one integer: neighbours come together, as rows of one file do.
_BITS = 10
_WITHIN = (1 << _BITS) - 1


class Numbers:
    """A growing set of whole numbers from 0, a bit for each where they lie close together."""

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self._blocks: dict[int, int] = {}
        for number in numbers:
            self.add(number)

    def add(self, number: int) -> bool:
        """Put a number in; says whether it was not there before."""
        block, bit = number >> _BITS, 1 << (number & _WITHIN)
        held = self._blocks.get(block, 0)
        self._blocks[block] = held | bit
        return not held & bit

    def __contains__(self, number: int) -> bool:
        return bool(self._blocks.get(number >> _BITS, 0) >> (number & _WITHIN) & 1)
