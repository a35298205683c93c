"""How good a list of people is against the judgements, and how sure a mean over needs is."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import combinations

from bench.needs.truth import NEVER

SEEN, MUST_NOT_SEEN = 7, 10
GOOD = 2
_DRAWS = 2000

#: A ranked answer: for each place the judged people it names (several where they were taken for one).
Ranking = Sequence[set[str]]


def gains(ranking: Ranking, grades: dict[str, int]) -> list[int]:
    """The grade at each place: the best of those named there who were not named before; 0 for the unjudged.

    A person named twice counts once, and a place that names somebody who must not appear gains nothing.
    """
    seen: set[str] = set()
    found = []
    for names in ranking:
        new = [grades.get(name, 0) for name in names - seen]
        found.append(0 if NEVER in new else max(new, default=0))
        seen |= names
    return found


def ndcg(ranking: Ranking, grades: dict[str, int]) -> float:
    """Discounted gain of the first seven, as a share of the best: 2^grade - 1 over log2(place + 1) (Järvelin 2002)."""
    best = sorted((grade for grade in grades.values() if grade > 0), reverse=True)
    return _discounted(gains(ranking, grades)[:SEEN]) / _discounted(best[:SEEN])


def _discounted(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1))


def recall(ranking: Ranking, grades: dict[str, int]) -> float:
    """Which share of the good (grade 2 and 3) is among the first seven."""
    good = {name for name, grade in grades.items() if grade >= GOOD}
    return len(good & set().union(*ranking[:SEEN])) / min(len(good), SEEN)


def reciprocal(ranking: Ranking, grades: dict[str, int]) -> float:
    """One over the place of the first good person; 0 where there is none."""
    places = (place for place, grade in enumerate(gains(ranking, grades), start=1) if grade >= GOOD)
    return 1 / next(places, math.inf)


def violations(ranking: Ranking, grades: dict[str, int]) -> int:
    """How many of the first ten must not appear."""
    return sum(any(grades.get(name) == NEVER for name in names) for names in ranking[:MUST_NOT_SEEN])


def likeness(rankings: Sequence[Sequence[str]]) -> float:
    """Mean rank correlation (Spearman) between all pairs of rankings, each pair over those whom either names.

    Who is missing from one shares the place below its last. Two empty answers agree (1); an empty one and another do
    not (0).
    """
    pairs = list(combinations(rankings, 2))
    return sum(_spearman(one, other) for one, other in pairs) / len(pairs)


def _spearman(one: Sequence[str], other: Sequence[str]) -> float:
    if not one or not other:
        return float(list(one) == list(other))
    everybody = sorted({*one, *other})
    if len(everybody) == 1:
        return 1.0
    left, right = _ranks(one, everybody), _ranks(other, everybody)
    return _correlation(left, right)


def _ranks(ranking: Sequence[str], everybody: Sequence[str]) -> list[float]:
    missing = len(everybody) - len(ranking)
    below = len(ranking) + (missing + 1) / 2
    places = {name: float(place) for place, name in enumerate(ranking, start=1)}
    return [places.get(name, below) for name in everybody]


def _correlation(left: Sequence[float], right: Sequence[float]) -> float:
    middle = (len(left) + 1) / 2
    shared = sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True))
    spread = math.sqrt(sum((a - middle) ** 2 for a in left) * sum((b - middle) ** 2 for b in right))
    return shared / spread if spread else 1.0


def interval(values: Sequence[float], of: Callable[[Sequence[float]], float] | None = None) -> tuple[float, float]:
    """The middle 95 % of the mean when the needs are drawn again two thousand times (bootstrap)."""
    draw, mean = random.Random("needs"), of or _mean
    means = sorted(mean(draw.choices(values, k=len(values))) for _ in range(_DRAWS))
    return means[int(_DRAWS * 0.025)], means[int(_DRAWS * 0.975)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
