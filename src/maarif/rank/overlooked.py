"""Who matters and is never thought of: three reasons, and a choice over all circles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from maarif.rank.slots import OF_ONE_CIRCLE

#: What each reason is worth at most: speaks of what the owner cares about; was close once and is silent; stands in
#: several circles. Round numbers after issue 5, item 7; none is fitted.
FITS, ONCE, BETWEEN = 0.45, 0.3, 0.25
#: Whoever is met outside work counts by so much more (RANKING.md section 1, finding 5: the new comes from there).
BEYOND_WORK = 1.25
#: Whoever was in touch within so many days is thought of anyway; after so many they are surely not.
THOUGHT_OF, FORGOTTEN = 45.0, 180.0
#: A person with less has no reason to be named.
LEAST = 0.12
#: A tie that was once at least this strong was a close one.
CLOSE_ONCE = 0.3
#: Circles count fully from so many on.
SEVERAL = 4


@dataclass(frozen=True, slots=True)
class Unseen:
    """What speaks for one person, each in [0, 1]: `fit` to what the owner cares about, `peak` of the tie, how much they
    stand `between` circles; `silent` days since the last contact, `work` how surely they are from work, and the
    `circle` they belong to most."""

    person: str
    fit: float = 0.0
    peak: float = 0.0
    between: float = 0.0
    silent: float = FORGOTTEN
    work: float = 0.0
    circle: str = ""


def points(one: Unseen) -> dict[str, float]:
    """The points of each reason that counts; they add up to the score."""
    unthought = min(max((one.silent - THOUGHT_OF) / (FORGOTTEN - THOUGHT_OF), 0.0), 1.0)
    lift = unthought * (BEYOND_WORK if one.work < 0.5 else 1.0)
    found = {
        "fit": FITS * sqrt(one.fit) * lift,
        "once": ONCE * one.peak * unthought if one.peak >= CLOSE_ONCE else 0.0,
        "between": BETWEEN * one.between * lift,
    }
    return {reason: worth for reason, worth in found.items() if worth > 0}


def between_circles(shares: Sequence[float]) -> float:
    """How much somebody stands between circles: the participation coefficient 1 - sum (k_c / k)^2 (Guimera and Amaral
    2005) of their weight in each, times how near the number of circles comes to four."""
    total = sum(shares)
    if len(shares) < 2 or not total:
        return 0.0
    spread = 1 - sum((share / total) ** 2 for share in shares)
    return spread * min(len(shares), SEVERAL) / SEVERAL


def choose(everybody: Sequence[Unseen], limit: int) -> list[Unseen]:
    """The best, at most three of one circle; whoever has but a faint reason is left out."""
    worth: Mapping[str, float] = {one.person: sum(points(one).values()) for one in everybody}
    circles: Counter[str] = Counter()
    chosen: list[Unseen] = []
    for one in sorted(everybody, key=lambda one: (-worth[one.person], one.person)):
        if len(chosen) >= limit or worth[one.person] < LEAST:
            break
        if one.circle and circles[one.circle] >= OF_ONE_CIRCLE:
            continue
        circles[one.circle] += 1
        chosen.append(one)
    return chosen
