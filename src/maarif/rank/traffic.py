"""Ranking by what passed between the owner and others, whatever it was about."""

from __future__ import annotations

import numpy as np

from maarif.rank.columns import Columns

DAY = 86_400

#: How many of the best speak for those who are written to together with them, and how much of their own number they
#: hand on (the mean of what they hand on; a flat choice: 3 to 10 and .2 to .5 do the same).
SPOKESMEN, HANDED_ON = 5, 0.2
#: Half-life of interaction rank (days), and how many of the owner's last messages recency looks at.
INTERACTION_HALF_LIFE, LAST_SENT = 30.0, 20
#: How much more than being written to it says about whom the owner will write to that they wrote before.
OUT_WEIGHT = 5.0


def traffic_of(ledger: Columns, moment: int) -> dict[str, float]:
    """How many items each person shared with the owner before a moment."""
    past = ledger.at < moment
    counts = np.bincount(ledger.person[past], minlength=len(ledger.people))
    return {ledger.people[i]: float(counts[i]) for i in np.flatnonzero(counts)}


def recent_memory(ledger: Columns, moment: int) -> dict[str, float]:
    """Interaction rank (Roth 2010): what the owner wrote to a person counts five, what they wrote to the owner one,
    halved every thirty days."""
    past = ledger.at < moment
    age = (moment - ledger.at[past]) / DAY
    written = np.where(ledger.out[past], OUT_WEIGHT, np.where(ledger.into[past], 1.0, 0.0))
    totals = np.bincount(
        ledger.person[past], written * np.exp2(-age / INTERACTION_HALF_LIFE), minlength=len(ledger.people)
    )
    return {ledger.people[i]: float(totals[i]) for i in np.flatnonzero(totals)}


def recent_addressees(ledger: Columns, moment: int) -> dict[str, float]:
    """How often somebody was written to in the owner's last twenty messages; below these, who was written to last."""
    past = np.flatnonzero((ledger.at < moment) & ledger.out)
    order = past[np.lexsort((ledger.item[past], ledger.at[past]))][::-1]
    places: dict[int, int] = {}
    scores: dict[str, float] = {}
    for item, person in zip(ledger.item[order].tolist(), ledger.person[order].tolist(), strict=True):
        place = places.setdefault(item, len(places))
        name = ledger.people[person]
        scores[name] = scores.get(name, 0.0) + (1.0 if place < LAST_SENT else 0.0) + 1e-6 / (1 + place)
    return scores


def with_company(scores: dict[str, float], ledger: Columns, moment: int) -> dict[str, float]:
    """Triadic closure: the best hand on a share of their number to those whom the owner writes to together with them,
    by how often they stand together: s'(p) = s(p) + .2 * sum over the best q of s(q) |q and p| / |q|."""
    past = (ledger.at < moment) & ledger.out
    item, person = ledger.item[past], ledger.person[past]
    position = {name: index for index, name in enumerate(ledger.people)}
    lifted = dict(scores)
    for best in sorted(scores, key=lambda name: (-scores[name], name))[:SPOKESMEN]:
        own = item[person == position.get(best, -1)]
        if len(own):
            together = np.bincount(person[np.isin(item, own)], minlength=len(ledger.people))
            together[position[best]] = 0
            for index in np.flatnonzero(together).tolist():
                name = ledger.people[index]
                lifted[name] = lifted.get(name, 0.0) + HANDED_ON * scores[best] * float(together[index]) / len(own)
    return lifted
