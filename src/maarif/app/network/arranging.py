"""Where everybody stands in the picture: each circle a sunflower, circles that are joined near each other.

Deterministic: the same people make the same picture, so that one finds one's way again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from maarif.ties.ledger import Floats, Ints

#: The golden angle (radians), by which seeds of a sunflower follow each other (Vogel 1979), and their spacing.
GOLDEN, SPACING = math.pi * (3 - math.sqrt(5)), 1.0
#: Room around a circle, and directions that are tried for it.
GAP, DIRECTIONS = 2.0, 36
#: Places are whole numbers from 0 to this.
SIDE = 4095


def arranged(circle: Ints, count: int, left: Ints, right: Ints, weight: Floats) -> tuple[Ints, Ints, list[list[int]]]:
    """Places (x, y) of people whose order is that of their weight, strongest first, and (x, y, radius) of each circle.

    `circle` numbers the circle of each (-1: none), `count` how many there are, the largest first; `left`, `right` and
    `weight` are the pairs of people who are seen together.
    """
    sizes = np.bincount(circle[circle >= 0], minlength=count)
    radii: Floats = SPACING * np.sqrt(sizes + 0.5)
    middles = _placed(radii, _pulls(circle, count, left, right, weight))
    reach = float((np.hypot(middles[:, 0], middles[:, 1]) + radii).max(initial=0.0))
    x, y = np.zeros(len(circle)), np.zeros(len(circle))
    order = np.argsort(circle, kind="stable")
    starts = np.searchsorted(circle[order], np.arange(-1, count + 1))
    for number in range(count):
        members = order[starts[number + 1] : starts[number + 2]]
        x[members], y[members] = _sunflower(np.arange(len(members)) + 0.5, middles[number])
    alone = order[: starts[1]]
    first = ((reach + GAP) / SPACING) ** 2 if count else 0.5
    x[alone], y[alone] = _sunflower(np.arange(len(alone)) + first, np.zeros(2))
    return _whole(x, y, middles, radii)


def _sunflower(seeds: npt.NDArray[np.floating[Any]], middle: Floats) -> tuple[Floats, Floats]:
    far: Floats = np.asarray(SPACING * np.sqrt(seeds), dtype=np.float64)
    angle = seeds * GOLDEN
    return middle[0] + far * np.cos(angle), middle[1] + far * np.sin(angle)


def _pulls(circle: Ints, count: int, left: Ints, right: Ints, weight: Floats) -> dict[int, dict[int, float]]:
    """How much each circle is joined to those before it."""
    one, two = circle[left], circle[right]
    kept = (one >= 0) & (two >= 0) & (one != two)
    low, high = np.minimum(one[kept], two[kept]), np.maximum(one[kept], two[kept])
    key, place = np.unique(high * max(count, 1) + low, return_inverse=True)
    total = np.bincount(place, weight[kept], minlength=len(key))
    found: dict[int, dict[int, float]] = {}
    for each, pull in zip(key.tolist(), total.tolist(), strict=True):
        found.setdefault(each // count, {})[each % count] = pull
    return found


def _placed(radii: Floats, pulls: dict[int, dict[int, float]]) -> Floats:
    """The middles: each circle as near as there is room to those it is joined to, else to the middle of all."""
    middles = np.zeros((len(radii), 2))
    turn = np.arange(DIRECTIONS) * (2 * math.pi / DIRECTIONS)
    around = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for number in range(1, len(radii)):
        target = _target(pulls.get(number, {}), middles)
        middles[number] = _room(target, number, radii, middles, around)
    return middles


def _target(pull: dict[int, float], middles: Floats) -> Floats:
    if not pull:
        return np.zeros(2)
    weights = np.array(list(pull.values()))
    found: Floats = (middles[list(pull)] * weights[:, None]).sum(axis=0) / weights.sum()
    return found


def _room(target: Floats, number: int, radii: Floats, middles: Floats, around: Floats) -> Floats:
    own = float(radii[number])
    need = radii[:number] + own + GAP
    far, step = 0.0, max(own, 1.0) * 0.6
    while True:
        tried = target + far * around
        apart = np.hypot(tried[:, None, 0] - middles[None, :number, 0], tried[:, None, 1] - middles[None, :number, 1])
        free = np.flatnonzero((apart >= need).all(axis=1))
        if len(free):
            best: Floats = tried[free[np.argmin(np.hypot(tried[free, 0], tried[free, 1]))]]
            return best
        far += step
        step *= 1.04


def _whole(x: Floats, y: Floats, middles: Floats, radii: Floats) -> tuple[Ints, Ints, list[list[int]]]:
    reach = max(float(np.hypot(x, y).max(initial=0.0)), 1.0) + 1.0
    scale = SIDE / (2 * reach)

    def whole(values: Floats) -> Ints:
        return np.rint((values + reach) * scale).astype(np.int64)

    discs = np.stack([whole(middles[:, 0]), whole(middles[:, 1]), np.rint(radii * scale).astype(np.int64)], axis=1)
    return whole(x), whole(y), _lists(discs)


def _lists(rows: Ints) -> list[list[int]]:
    found: Sequence[list[int]] = rows.tolist()
    return list(found)
