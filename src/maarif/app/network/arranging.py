"""Where everybody stands in the picture: each circle a sunflower, circles that are joined near each other.

Deterministic: the same people make the same picture, so that one finds one's way again.
"""

from __future__ import annotations

import math

import numpy as np

from maarif.ties.ledger import Floats, Ints

#: The golden angle (radians), by which seeds of a sunflower follow each other (Vogel 1979); whoever draws uses it.
GOLDEN = math.pi * (3 - math.sqrt(5))
#: Room around a circle, and directions that are tried for it.
GAP, DIRECTIONS = 2.0, 36
#: Tenths, so that places are whole numbers.
TENTHS = 10


def arranged(circle: Ints, count: int, left: Ints, right: Ints, weight: Floats) -> tuple[list[list[int]], int]:
    """The middle and the radius of each circle, and the radius within which all circles lie; in tenths.

    `circle` numbers the circle of each person (-1: none), `count` how many there are, the largest first; `left`,
    `right` and `weight` are the pairs of people who are seen together. Of a circle's people, in their order, the nth
    stands at radius sqrt(n + 1/2) and angle GOLDEN (n + 1/2) around its middle; those of none around all.
    """
    sizes = np.bincount(circle[circle >= 0], minlength=count)
    radii: Floats = np.sqrt(sizes + 0.5)
    middles = _placed(radii, _pulls(circle, count, left, right, weight))
    reach = float((np.hypot(middles[:, 0], middles[:, 1]) + radii).max(initial=0.0))
    discs = np.rint(np.stack([middles[:, 0], middles[:, 1], radii], axis=1) * TENTHS).astype(np.int64)
    return [list(disc) for disc in discs.tolist()], int((reach + GAP) * TENTHS) if count else 0


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
