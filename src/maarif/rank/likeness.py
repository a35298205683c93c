"""How like an item is to a need, with frequencies as they were on the day asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt

#: Okapi BM25: saturation, and how much length counts (Robertson & Zaragoza 2009, the usual values).
K1, B = 1.2, 0.75
#: Length (in terms) at which an item counts as of middling length. A constant, not the mean of the home: the mean
#: would let tomorrow's mail change the answer for today.
PIVOT = 60.0


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a need: for each, the terms it may stand under, how often it is asked for, and its weight.

    Weight = idf * saturation of the count in the need; idf = ln(1 + (N - df + .5)/(df + .5)) over the items before
    the day.
    """

    variants: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, float]

    @property
    def ideal(self) -> float:
        """What an item would score that holds every word of the need as often as counts: a scale for likeness."""
        return sum(self.weights.values()) or 1.0


def idf(frequency: int, items: int) -> float:
    """ln(1 + (N - df + .5)/(df + .5))."""
    return log(1 + (max(items - frequency, 0) + 0.5) / (frequency + 0.5))


def weigh_words(
    counts: Mapping[str, int], variants: Mapping[str, tuple[str, ...]], frequencies: Mapping[str, int], items: int, most: int
) -> Query:
    """The query of a need's words; words that stand nowhere are left out, and of the others the rarest are kept."""
    weights = {}
    for word, count in counts.items():
        common = max((frequencies.get(term, 0) for term in variants[word]), default=0)
        if common:
            weights[word] = idf(common, items) * count * 2.2 / (count + 1.2)
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:most]
    return Query({word: variants[word] for word in kept}, {word: weights[word] for word in kept})


Scoring = Callable[[Query, Mapping[str, int]], tuple[float, tuple[str, ...]]]


def bm25(query: Query, terms: Mapping[str, int]) -> tuple[float, tuple[str, ...]]:
    """BM25 of one item, and the words of the need that stand in it, weightiest first; `terms` counts the item's terms."""
    norm = K1 * (1 - B + B * sum(terms.values()) / PIVOT)
    points = {
        word: query.weights[word] * times * (K1 + 1) / (times + norm) for word, times in _met(query, terms)
    }
    return sum(points.values()), _weightiest(points)


def cosine(query: Query, terms: Mapping[str, int]) -> tuple[float, tuple[str, ...]]:
    """Cosine of a whole message with an item: sum of w^2 (1 + ln tf) / (|w| |d|), |d| = sqrt(sum (1 + ln tf)^2).

    For needs that are messages themselves: of many words, so that what the item says besides must count against it.
    """
    points = {word: query.weights[word] ** 2 * (1 + log(times)) for word, times in _met(query, terms)}
    asked = sqrt(sum(weight**2 for weight in query.weights.values())) or 1.0
    said = sqrt(sum((1 + log(times)) ** 2 for times in terms.values())) or 1.0
    return sum(points.values()) / (asked * said), _weightiest(points)


def _met(query: Query, terms: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for word, stems in query.variants.items():
        times = sum(terms.get(stem, 0) for stem in stems)
        if times:
            yield word, times


def _weightiest(points: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(points, key=lambda word: (-points[word], word)))
