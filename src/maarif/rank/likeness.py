"""How like an item is to a need, with frequencies as they were on the day asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log, sqrt

#: Okapi BM25: saturation, and how much length counts (Robertson & Zaragoza 2009, the usual values).
K1, B = 1.2, 0.75
#: Length (in terms) at which an item counts as of middling length. A constant, not the mean of the home: the mean
#: would let tomorrow's mail change the answer for today.
PIVOT = 60.0


#: A related word counts for this much of its share: what is near in meaning is often not what is meant. A phrase is
#: seldom taken for another, and counts in full.
RELATED = 0.5

#: How many related terms speak for one word of a need, the weightiest first.
MOST_RELATED = 64


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a need: for each, the terms it may stand under, its weight, and related terms with what they weigh;
    `phrases` are those of the related terms that are several.

    Weight = idf * saturation of the count in the need; idf = ln(1 + (N - df + .5)/(df + .5)) over the items before
    the day. A related term weighs its share of the word, and never more than its own rarity allows.
    """

    variants: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, float]
    related: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()

    def count(self, line: str) -> Counter[str]:
        """The terms of an item, given in order with a space behind each, counted; of phrases, those asked for."""
        counted = Counter(line.split())
        padded = f" {line}"
        for phrase in self.phrases:
            if f" {phrase} " in padded:
                counted[phrase] = padded.count(f" {phrase} ")
        return counted

    def terms(self) -> dict[str, float]:
        """Every term of the query with what it weighs."""
        soft = {term: weight for terms in self.related.values() for term, weight in terms.items()}
        return soft | {term: self.weights[word] for word, terms in self.variants.items() for term in terms}


def idf(frequency: int, items: int) -> float:
    """ln(1 + (N - df + .5)/(df + .5))."""
    return log(1 + (max(items - frequency, 0) + 0.5) / (frequency + 0.5))


@dataclass(frozen=True, slots=True)
class Words:
    """What is asked for: how often each word, under which terms it may stand, and which terms are related (shares in
    (0, 1]), and what is left of the weight of everyday words."""

    counts: Mapping[str, int]
    variants: Mapping[str, tuple[str, ...]]
    related: Mapping[str, Mapping[str, float]]
    shares: Mapping[str, float] = field(default_factory=dict)

    def terms(self) -> set[str]:
        """All terms whose frequency matters."""
        own = {term for terms in self.variants.values() for term in terms}
        return own.union(*(terms.keys() for terms in self.related.values()))


def weigh_words(words: Words, frequencies: Mapping[str, int], items: int, most: int) -> Query:
    """The query of a need's words: words that stand nowhere, nor anything related, are left out; of the others the
    rarest are kept."""
    weights, related = {}, {}
    for word, count in words.counts.items():
        saturated = count * 2.2 / (count + 1.2)
        soft = {t: share for t, share in words.related.get(word, {}).items() if frequencies.get(t)}
        common = max((frequencies.get(term, 0) for term in words.variants[word]), default=0)
        if common or soft:
            saturated *= words.shares.get(word, 1.0)
            weights[word] = idf(common, items) * saturated
            own = {
                t: (1.0 if " " in t else RELATED) * share * min(weights[word], idf(frequencies[t], items) * saturated)
                for t, share in soft.items()
            }
            related[word] = dict(sorted(own.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_RELATED])
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:most]
    return Query(
        {word: words.variants[word] for word in kept},
        {word: weights[word] for word in kept},
        {word: related[word] for word in kept},
        tuple(sorted({term for word in kept for term in related[word] if " " in term})),
    )


#: The words of a need that an item meets, with what each weighs there, weightiest first.
Met = tuple[tuple[str, float], ...]
Scoring = Callable[[Query, Mapping[str, int]], tuple[float, Met]]


def bm25(query: Query, terms: Mapping[str, int]) -> tuple[float, Met]:
    """BM25 of one item, and the words of the need that it meets; `terms` counts the item's terms."""
    norm = K1 * (1 - B + B * sum(terms.values()) / PIVOT)
    total, met = 0.0, []
    for word, weight, times in _met(query, terms):
        total += weight * times * (K1 + 1) / (times + norm)
        met.append((word, weight))
    return total, _weightiest(met)


def cosine(query: Query, terms: Mapping[str, int]) -> tuple[float, Met]:
    """Cosine of a whole message with an item: sum of w^2 (1 + ln tf) / (|w| |d|), |d| = sqrt(sum (1 + ln tf)^2).

    For needs that are messages themselves: of many words, so that what the item says besides must count against it.
    """
    met = list(_met(query, terms))
    asked = sqrt(sum(weight**2 for weight in query.weights.values())) or 1.0
    said = sqrt(sum((1 + log(times)) ** 2 for times in terms.values())) or 1.0
    total = sum(weight**2 * (1 + log(times)) for _, weight, times in met)
    return total / (asked * said), _weightiest([(word, weight) for word, weight, _ in met])


def _met(query: Query, terms: Mapping[str, int]) -> Iterator[tuple[str, float, int]]:
    """Each word that is met, what it weighs and how often it stands there: by itself, else by its best related term.

    A term speaks for one word only: a need of "choir" and "conductor" is not met twice by "alto".
    """
    spoken: set[str] = set()
    missing = []
    for word, stems in query.variants.items():
        there = [stem for stem in stems if stem in terms]
        if there:
            spoken.update(there)
            yield word, query.weights[word], sum(terms[stem] for stem in there)
        elif query.related.get(word):
            missing.append(word)
    for word in sorted(missing, key=lambda word: -query.weights[word]):
        near = [(w, term) for term, w in query.related[word].items() if term in terms and term not in spoken]
        if near:
            weight, term = max(near)
            spoken.add(term)
            yield word, weight, terms[term]


def _weightiest(met: list[tuple[str, float]]) -> Met:
    return tuple(sorted(met, key=lambda pair: (-pair[1], pair[0])))
