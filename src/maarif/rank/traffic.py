"""Ranking by what passed between the owner and others, whatever it was about."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from maarif.rank.columns import Columns

DAY = 86_400

#: How many of the best speak for those who are written to together with them, and how much of their own number they
#: hand on. Chosen on the eight bench mailboxes, where 3 to 10 and .2 to .5 differ by less than the interval.
SPOKESMEN, HANDED_ON = 5, 0.2
#: Half-life of interaction rank (days), and how many of the owner's last messages recency looks at.
INTERACTION_HALF_LIFE, LAST_SENT = 30.0, 20
#: After so many half-lives nothing is left worth counting.
FORGOTTEN = 20.0
#: The last events among which the last twenty messages surely lie.
MANY_EVENTS = 2000
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
    age = (moment - ledger.at) / DAY
    recent = np.flatnonzero((age > 0) & (age < FORGOTTEN * INTERACTION_HALF_LIFE))
    written = np.where(ledger.out[recent], OUT_WEIGHT, np.where(ledger.into[recent], 1.0, 0.0))
    weight = written * np.exp2(-age[recent] / INTERACTION_HALF_LIFE)
    totals = np.bincount(ledger.person[recent], weight, minlength=len(ledger.people))
    return {ledger.people[i]: float(totals[i]) for i in np.flatnonzero(totals)}


def recent_addressees(ledger: Columns, moment: int) -> dict[str, float]:
    """How often somebody was written to in the owner's last twenty messages; below these, who was written to last."""
    past = np.flatnonzero((ledger.at < moment) & ledger.out)
    last = np.zeros(len(ledger.people), dtype=np.int64)
    np.maximum.at(last, ledger.person[past], ledger.at[past])
    scores = {ledger.people[i]: float(last[i]) / moment for i in np.flatnonzero(last).tolist()}
    few = past[np.argsort(ledger.at[past], kind="stable")[-MANY_EVENTS:]][::-1]
    places: dict[int, int] = {}
    for item, person in zip(ledger.item[few].tolist(), ledger.person[few].tolist(), strict=True):
        if places.setdefault(item, len(places)) >= LAST_SENT:
            break
        scores[ledger.people[person]] += 1.0
    return scores


def with_company(scores: dict[str, float], ledger: Columns, moment: int) -> dict[str, float]:
    """Triadic closure: the best hand on a share of their number to those whom the owner writes to together with them,
    by how often they stand together: s'(p) = s(p) + .2 * sum over the best q of s(q) |q and p| / |q|."""
    position = {name: index for index, name in enumerate(ledger.people)}
    lifted = dict(scores)
    for best in sorted(scores, key=lambda name: (-scores[name], name))[:SPOKESMEN]:
        events = np.flatnonzero(ledger.person == position.get(best, -1))
        own = ledger.item[events[(ledger.at[events] < moment) & ledger.out[events]]]
        if len(own):
            together = np.bincount(_on_items(ledger, own), minlength=len(ledger.people))
            together[position[best]] = 0
            for index in np.flatnonzero(together).tolist():
                name = ledger.people[index]
                lifted[name] = lifted.get(name, 0.0) + HANDED_ON * scores[best] * float(together[index]) / len(own)
    return lifted


def _on_items(ledger: Columns, items: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Whom the owner wrote to in these items (sorted, as the ledger is by item)."""
    first, after = np.searchsorted(ledger.item, items, "left"), np.searchsorted(ledger.item, items, "right")
    events = np.concatenate([np.arange(start, end) for start, end in zip(first, after, strict=True)])
    written: npt.NDArray[np.int64] = ledger.person[events[ledger.out[events]]]
    return written
