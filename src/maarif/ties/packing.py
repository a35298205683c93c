"""Participations packed into a few bytes each, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

import numpy as np

from maarif.domain.ties import Participation

#: One participation: the fields of `domain.ties.Participation`, as narrow as they may be.
PART = np.dtype([("item", "<i4"), ("handle", "<i4"), ("role", "u1"), ("at", "<i8"), ("channel", "u1"), ("bulk", "?")])

Parts: TypeAlias = np.typing.NDArray[np.void]


def pack(rows: Iterable[Participation]) -> Parts:
    """Rows as a packed array, in their order."""
    return np.fromiter(rows, dtype=PART)


def unpack(kept: Sequence[bytes]) -> Parts:
    """The arrays that were kept as bytes, one after the other."""
    return np.concatenate([np.frombuffer(each, PART) for each in kept]) if kept else np.zeros(0, PART)


def exchange(parts: Parts, gone: Collection[int], fresh: Parts) -> Parts:
    """Parts without the items that are gone, and with fresh ones, in the order of items."""
    if gone:
        parts = parts[~np.isin(parts["item"], np.fromiter(gone, dtype=np.int64))]
    if not len(fresh):
        return parts
    both = np.concatenate([parts, fresh])
    in_order = not len(parts) or parts["item"][-1] <= fresh["item"][0]
    return both if in_order else both[np.argsort(both["item"], kind="stable")]
