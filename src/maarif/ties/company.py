"""Who is mostly seen together with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

import numpy as np

from maarif.ties.ledger import Ledger

#: Who stands on this share of a person's items, and on at least so many, is close to them.
CLOSE_SHARE, CLOSE_ITEMS = 0.25, 3


def close_to(ledger: Ledger, named: Set[str]) -> frozenset[str]:
    """The people who stand on a good share of the items that the named stand on."""
    position = ledger.position()
    found: set[str] = set()
    for person in named & position.keys():
        items = ledger.item[ledger.person == position[person]]
        together = Counter(ledger.person[np.isin(ledger.item, items)].tolist())
        total = together.pop(position[person], 0)
        found |= {
            ledger.people[other]
            for other, times in together.items()
            if times >= CLOSE_ITEMS and times >= CLOSE_SHARE * total
        }
    return frozenset(found - named)
