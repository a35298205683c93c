"""How good a list of people is, and how sure one can be of the difference between two."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

#: A ranked list: each place holds one person, that is one address or several.
Ranking: TypeAlias = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one ranker reached on one query."""

    user: str
    query: str
    map: float
    mrr: float
    hit5: float
    hit7: float
    recall10: float


Measure: TypeAlias = Callable[[Outcome], float]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A macro average with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def judge(user: str, query: str, ranking: Ranking, relevant: Collection[str]) -> Outcome:
    """All measures of one ranking at once."""
    return Outcome(
        user,
        query,
        average_precision(ranking, relevant),
        reciprocal_rank(ranking, relevant),
        hit_at(5, ranking, relevant),
        hit_at(7, ranking, relevant),
        recall_at(10, ranking, relevant),
    )


def average_precision(ranking: Ranking, relevant: Collection[str]) -> float:
    """Mean over relevant addresses of the precision where each is found; what is not found counts 0.

    People are spread out into their addresses in the given order, so that somebody with three addresses takes
    three places.
    """
    found, total = 0, 0.0
    for place, address in enumerate(dict.fromkeys(a for person in ranking for a in person), start=1):
        if address in relevant:
            found += 1
            total += found / place
    return total / len(relevant)


def reciprocal_rank(ranking: Ranking, relevant: Collection[str]) -> float:
    """One divided by the place of the first person with a relevant address; 0 where there is none."""
    for place, person in enumerate(ranking, start=1):
        if any(address in relevant for address in person):
            return 1 / place
    return 0.0


def hit_at(places: int, ranking: Ranking, relevant: Collection[str]) -> float:
    """1 where somebody relevant stands in the first places, else 0."""
    return float(any(address in relevant for person in ranking[:places] for address in person))


def recall_at(places: int, ranking: Ranking, relevant: Collection[str]) -> float:
    """The share of relevant addresses whose person stands in the first places."""
    shown = {address for person in ranking[:places] for address in person}
    return sum(address in shown for address in relevant) / len(relevant)


def macro(outcomes: Iterable[Outcome], measure: Measure) -> float:
    """The mean over users of each user's mean, so that a busy mailbox counts no more than a quiet one."""
    by_user: dict[str, list[float]] = {}
    for outcome in outcomes:
        by_user.setdefault(outcome.user, []).append(measure(outcome))
    return sum(sum(values) / len(values) for values in by_user.values()) / max(len(by_user), 1)


def estimate(outcomes: Sequence[Outcome], measure: Measure, draws: int = 2000) -> Estimate:
    """Macro average and 95 % interval: queries are redrawn within each user, the users stay."""
    spread = _redrawn([o.user for o in outcomes], np.array([measure(o) for o in outcomes]), draws)
    low, high = np.percentile(spread, [2.5, 97.5])
    return Estimate(macro(outcomes, measure), float(low), float(high))


def difference(ours: Sequence[Outcome], theirs: Sequence[Outcome], measure: Measure, draws: int = 2000) -> Estimate:
    """Ours less theirs on the same queries, paired, with its 95 % interval."""
    other = {(o.user, o.query): measure(o) for o in theirs}
    gaps = np.array([measure(o) - other[o.user, o.query] for o in ours])
    spread = _redrawn([o.user for o in ours], gaps, draws)
    low, high = np.percentile(spread, [2.5, 97.5])
    return Estimate(macro(ours, measure) - macro(theirs, measure), float(low), float(high))


def _redrawn(users: Sequence[str], values: np.ndarray, draws: int) -> np.ndarray:
    generator = np.random.default_rng(20011203)
    means = []
    for user in dict.fromkeys(users):
        own = values[[place for place, name in enumerate(users) if name == user]]
        means.append(own[generator.integers(0, len(own), (draws, len(own)))].mean(axis=1))
    return np.asarray(np.mean(means, axis=0))
