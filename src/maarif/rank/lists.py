"""Rank lists: each looks at the same hits in its own way and gives every person a number (RANKING.md section 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, sqrt

from maarif.rank.hits import Hit, Part

DAY = 86_400.0

#: Items that vote in the memory vote, and in nearest neighbours.
VOTERS, NEIGHBOURS = 100, 30
#: Half-life of the memory vote (days), and what remains of a vote however old.
VOTE_HALF_LIFE, VOTE_FLOOR = 180.0, 0.25

Scores = dict[str, float]

#: How much an item speaks for a person by their part in it: what they wrote, or what is written about them, in full;
#: what they were only told, less; what somebody else said while they were there, not at all.
#: (For whole messages every part counts in full: there the question is who is
#: written to.)
SPEAKS: Mapping[Part, float] = {"author": 1.0, "subject": 1.0, "other": 0.4, "bystander": 0.0}
ALIKE: Mapping[Part, float] = {"author": 1.0, "subject": 1.0, "other": 1.0, "bystander": 1.0}


def memory_vote(hits: Sequence[Hit], moment: int, parts: Mapping[Part, float] = ALIKE) -> Scores:
    """kd: each of the hundred likest items gives its people sim^2 (2^(-age/180) + .25) / n."""
    scores: Scores = defaultdict(float)
    for hit in hits[:VOTERS]:
        share = hit.sim**2 * _freshness(hit, moment) / hit.crowd
        for person, part in hit.people:
            scores[person] += share * parts[part]
    return scores


def _freshness(hit: Hit, moment: int) -> float:
    if hit.at is None:
        return VOTE_FLOOR
    return float(2 ** (-(moment - hit.at) / DAY / VOTE_HALF_LIFE)) + VOTE_FLOOR


def nearest(hits: Sequence[Hit], parts: Mapping[Part, float] = ALIKE) -> Scores:
    """KNN: each of the thirty likest items gives its people its likeness, whatever its age."""
    scores: Scores = defaultdict(float)
    for hit in hits[:NEIGHBOURS]:
        for person, part in hit.people:
            scores[person] += hit.sim * parts[part]
    return scores


def associated(hits: Sequence[Hit], parts: Mapping[Part, float] = ALIKE) -> Scores:
    """Model 2 (Balog 2006) with document-candidate association 1/n: the likelihood of the need under each item's
    language model, taken as e^gain, summed over a person's items."""
    scores: Scores = defaultdict(float)
    top = max((hit.gain for hit in hits), default=0.0)
    for hit in hits:
        for person, part in hit.people:
            scores[person] += exp(hit.gain - top) / hit.crowd * parts[part]
    return scores


def concentrated(hits: Sequence[Hit], traffic: Mapping[str, float], parts: Mapping[Part, float] = ALIKE) -> Scores:
    """Sum of likeness over the root of how much passes between the owner and the person at all: whoever speaks of
    little
    else stands before whoever speaks of everything."""
    scores: Scores = defaultdict(float)
    for hit in hits:
        for person, part in hit.people:
            scores[person] += hit.sim * parts[part]
    return {person: total / sqrt(max(traffic.get(person, 1), 1)) for person, total in scores.items()}


def written_by_them(hits: Sequence[Hit]) -> Scores:
    """Likeness of the items a person wrote, or that are about them: they speak for what the person knows."""
    scores: Scores = defaultdict(float)
    for hit in hits:
        for person, part in hit.people:
            if part in ("author", "subject"):
                scores[person] += hit.sim**2
    return scores


def fuse(lists: Iterable[tuple[float, Mapping[str, float]]]) -> Scores:
    """Reciprocal rank fusion: sum of w / (3 + rank), ranks from 1, equal numbers by person id."""
    fused: Scores = defaultdict(float)
    for weight, scores in lists:
        best_first = sorted((p for p, s in scores.items() if s > 0), key=lambda p: (-scores[p], p))
        for rank, person in enumerate(best_first, 1):
            fused[person] += weight / (FUSION_K + rank)
    return fused


#: k of the fusion: 60, the usual value, costs three points of MAP here (RANKING.md section 2).
FUSION_K = 3.0
