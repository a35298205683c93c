"""How like an item is to a need: BM25 over the item's terms, with frequencies as they were on the day asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

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


def score(query: Query, terms: Mapping[str, int], length: int) -> tuple[float, tuple[str, ...]]:
    """BM25 of one item, and the words of the need that stand in it, weightiest first.

    `terms` counts the item's terms; `length` is how many there are in all.
    """
    norm = K1 * (1 - B + B * length / PIVOT)
    points = {}
    for word, stems in query.variants.items():
        times = sum(terms.get(stem, 0) for stem in stems)
        if times:
            points[word] = query.weights[word] * times * (K1 + 1) / (times + norm)
    found: Sequence[str] = sorted(points, key=lambda word: (-points[word], word))
    return sum(points.values()), tuple(found)
