"""Birthdays held against each other: whole dates ("1984-07-19") and days without a year ("--07-19")."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import product
from typing import Literal, TypeAlias

#: "day": the same day, a year is missing; "near": as one slip makes them; "none": a side says nothing.
Likeness: TypeAlias = Literal["same", "day", "near", "apart", "none"]
_ORDER: tuple[Likeness, ...] = ("same", "day", "near", "apart", "none")


def compare_birthdays(left: Collection[str], right: Collection[str]) -> Likeness:
    """Tell how the nearest two stand to each other."""
    if not left or not right:
        return "none"
    found = (_compare(one, other) for one, other in product(left, right))
    return min(found, key=_ORDER.index, default="none")


@lru_cache(maxsize=10_000)
def _compare(one: str, other: str) -> Likeness:
    ours, theirs = _parts(one), _parts(other)
    if ours is None or theirs is None:
        return "none"
    if ours == theirs:
        return "same" if ours[0] else "day"
    if not ours[0] or not theirs[0]:
        return "day" if ours[1:] == theirs[1:] else "apart"
    if ours[0] == theirs[0] and ours[1:] == theirs[:0:-1]:
        return "near"
    differing = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return "near" if differing == 1 and abs(int(ours[0]) - int(theirs[0])) < 15 else "apart"


def _parts(said: str) -> tuple[str, str, str] | None:
    """Year ("" where none is said), month and day; None for what is no date."""
    digits = said.replace("-", "")
    if not digits.isdecimal() or len(digits) not in {4, 8}:
        return None
    return (digits[:4] if len(digits) == 8 else "", digits[-4:-2], digits[-2:])
