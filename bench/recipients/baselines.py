"""What is known to work, written as carefully as our own: a score for everybody, 0 for "not ranked".

Frequency, recency and KNN: Carvalho & Cohen, "Ranking users for intelligent message addressing" (ECIR 2008).
Interaction rank: Roth et al., "Suggesting friends using the implicit social graph" (KDD 2010). Model 2:
Balog, Azzopardi & de Rijke, "Formal models for expert finding in enterprise corpora" (SIGIR 2006). Fusion by
reciprocal ranks: Cormack, Clarke & Buettcher (SIGIR 2009).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from bench.recipients.memory import Moment
from bench.recipients.metrics import Ranking

Baseline: TypeAlias = Callable[[Moment], np.ndarray]

#: A mail of the owner weighs this much more than one to the owner in interaction rank.
OUT_WEIGHT = 5.0
HALF_LIFE_DAYS = 30.0
NEIGHBOURS = 30
MEMORY_ITEMS = 100
FUSION_OFFSET = 3.0


def frequency(moment: Moment) -> np.ndarray:
    """How often the owner wrote to each."""
    return moment.votes(_mine(moment).astype(float))


def recency(moment: Moment) -> np.ndarray:
    """How often among the last twenty mails the owner wrote; then by who was written to last."""
    mine = np.flatnonzero(_mine(moment))
    recent = np.zeros(moment.mails)
    recent[mine[-20:]] = 1.0
    return np.asarray(moment.votes(recent) + _last_written(moment))


def interaction_rank(moment: Moment) -> np.ndarray:
    """Sent mail counts 5 * 2^(-age/30 d) for its recipients, received mail 2^(-age/30 d) for its sender."""
    decay = 2.0 ** (-moment.age / HALF_LIFE_DAYS)
    mail, person = moment.pairs
    wrote = moment.memory.sender[mail] == person
    weight = decay[mail] * np.where(_mine(moment)[mail], OUT_WEIGHT, wrote)
    return np.asarray(np.bincount(person, weight, minlength=len(moment.memory.people)))


def knn(moment: Moment) -> np.ndarray:
    """The thirty sent mails most like the query vote for their recipients with their likeness."""
    likeness = np.where(_mine(moment), moment.likeness, 0.0)
    return moment.votes(_top(likeness, NEIGHBOURS))


def model2(moment: Moment) -> np.ndarray:
    """sum over mails of p(query | mail) / n, n = people on the mail; lambda = .5."""
    if moment.mails == 0:
        return np.zeros(len(moment.memory.people))
    likelihood = np.exp(np.maximum(moment.log_likelihood - moment.log_likelihood.max(), -600.0))
    return moment.votes(likelihood / _others(moment))


def memory_vote(moment: Moment) -> np.ndarray:
    """kd: the hundred items most like the query vote with likeness^2 (2^(-age/180 d) + .25) / n."""
    likeness = _top(moment.likeness, MEMORY_ITEMS)
    return moment.votes(likeness**2 * (2.0 ** (-moment.age / 180.0) + 0.25) / _others(moment))


def mean_likeness(moment: Moment) -> np.ndarray:
    """sum of likeness / sqrt(number of items) of each person."""
    items = moment.votes(np.ones(moment.mails))
    return np.asarray(moment.votes(moment.likeness) / np.sqrt(np.maximum(items, 1.0)))


def fusion(moment: Moment) -> np.ndarray:
    """Six lists, sum of weight / (3 + rank); kd counts twice."""
    lists: tuple[tuple[Baseline, float], ...] = (
        (memory_vote, 2.0),
        (knn, 1.0),
        (model2, 1.0),
        (mean_likeness, 1.0),
        (interaction_rank, 1.0),
        (recency, 1.0),
    )
    total = np.zeros(len(moment.memory.people))
    for score, weight in lists:
        order = _order(score(moment))
        total[order] += weight / (FUSION_OFFSET + np.arange(1, len(order) + 1))
    return total


#: Every baseline by the name it is printed under, the plainest first.
BASELINES: dict[str, Baseline] = {
    "frequency": frequency,
    "recency": recency,
    "interaction rank": interaction_rank,
    "KNN-30": knn,
    "Model 2": model2,
    "kd": memory_vote,
    "fusion of six": fusion,
}


def rank(baseline: Baseline, moment: Moment) -> Ranking:
    """The list of a baseline: everybody with a score, best first."""
    people = moment.memory.people
    return [(people[person],) for person in _order(baseline(moment))]


def _order(scores: np.ndarray) -> np.ndarray:
    order = np.argsort(-scores, kind="stable")
    return order[scores[order] > 0]


def _mine(moment: Moment) -> np.ndarray:
    return moment.memory.mine[: moment.mails]


def _others(moment: Moment) -> np.ndarray:
    return moment.memory.others[: moment.mails]


def _top(scores: np.ndarray, count: int) -> np.ndarray:
    if len(scores) <= count:
        return scores
    threshold = np.partition(scores, -count)[-count]
    return np.where(scores >= threshold, scores, 0.0)


def _last_written(moment: Moment) -> np.ndarray:
    """When each was last written to, as a number in [0, 1): breaks ties, outweighs no mail."""
    last = np.zeros(len(moment.memory.people))
    mail, person = moment.pairs
    mine = _mine(moment)[mail]
    last[person[mine]] = (mail[mine] + 1) / (moment.mails + 1)
    return last
