"""Which parts of life a person belongs to: separate probabilities, a colleague can be a friend."""

from __future__ import annotations

import numpy as np

from maarif.ties.ledger import Floats
from maarif.ties.signs import SIGNS, SignTable

#: Log-odds per sign and facet, the constant first. Directions after RANKING.md section 1, finding 4 (free mail, other
#: domain, personal words, off-hours and surname find non-work people with AUC .827 at fixed weights); sizes are
#: round numbers, none is fitted.
LOG_ODDS: dict[str, dict[str, float]] = {
    "work": {
        "": 0.0, "colleague": 2.5, "office": 1.0, "professional": 1.2, "free_mail": -1.2, "surname": -1.5,
        "kin": -3.0, "personal": -3.0, "off_hours": -1.5, "gathered": -0.5, "among_colleagues": 1.0, "home": -0.5,
    },
    "family": {"": -3.5, "surname": 2.5, "kin": 5.0, "personal": 1.5, "free_mail": 0.5, "colleague": -1.0},
    "friend": {
        "": -1.8, "free_mail": 1.0, "personal": 3.0, "off_hours": 1.2, "colleague": -1.0, "professional": -0.8,
        "declared": 0.6, "gathered": 0.4, "close": 2.5, "home": 0.8,
    },
    "community": {"": -2.2, "gathered": 3.0, "free_mail": 0.7, "off_hours": 0.8, "colleague": -1.5, "declared": 0.3},
    "service": {"": -4.0, "machine": 7.0, "free_mail": -1.0},
}  # fmt: skip

FACETS = tuple(LOG_ODDS)


def facets_at(signs: SignTable) -> Floats:
    """p = 1 / (1 + e^-x), x the constant plus each sign's log-odds times its value; a row a person, a column a
    facet (`FACETS`), to four digits."""
    odds = np.array([[LOG_ODDS[facet].get(sign, 0.0) for facet in FACETS] for sign in SIGNS])
    constant = np.array([LOG_ODDS[facet][""] for facet in FACETS])
    shares: Floats = np.round(1 / (1 + np.exp(-(constant + signs.values @ odds))), 4)
    return shares
