"""Ranking by what passed between the owner and others, whatever it was about."""

from __future__ import annotations

import numpy as np

from maarif.rank.columns import Columns

DAY = 86_400
#: Half-life of interaction rank (days), and how many of the owner's last messages recency looks at.
INTERACTION_HALF_LIFE, LAST_SENT = 30.0, 20


def traffic_of(ledger: Columns, moment: int) -> dict[str, float]:
    """How many items each person shared with the owner before a moment."""
    past = ledger.at < moment
    counts = np.bincount(ledger.person[past], minlength=len(ledger.people))
    return {ledger.people[i]: float(counts[i]) for i in np.flatnonzero(counts)}


def recent_memory(ledger: Columns, moment: int) -> dict[str, float]:
    """IR_30: decayed memory with a half-life of thirty days."""
    past = ledger.at < moment
    age = (moment - ledger.at[past]) / DAY
    weight = ledger.weight[past] * np.exp2(-age / INTERACTION_HALF_LIFE)
    totals = np.bincount(ledger.person[past], weight, minlength=len(ledger.people))
    return {ledger.people[i]: float(totals[i]) for i in np.flatnonzero(totals)}


def recent_addressees(ledger: Columns, moment: int) -> dict[str, float]:
    """Who was written to in the owner's last twenty messages: 1/(1 + place) for each, places from the latest."""
    past = np.flatnonzero((ledger.at < moment) & ledger.out)
    order = past[np.lexsort((ledger.item[past], ledger.at[past]))][::-1]
    places: dict[int, int] = {}
    scores: dict[str, float] = {}
    for item, person in zip(ledger.item[order].tolist(), ledger.person[order].tolist(), strict=True):
        place = places.setdefault(item, len(places))
        if place >= LAST_SENT:
            break
        name = ledger.people[person]
        scores[name] = scores.get(name, 0.0) + 1.0 / (1 + place)
    return scores
