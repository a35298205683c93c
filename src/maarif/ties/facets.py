"""Which parts of life a person belongs to: separate probabilities, a colleague can be a friend."""

from __future__ import annotations

from math import exp

from maarif.domain.ties import Facets
from maarif.ties.signs import Signs

#: Log-odds per sign and facet, the constant first. Directions after RANKING.md section 1, finding 4 (free mail, other
#: domain, personal words, off-hours and surname find non-work people with AUC .827 at fixed weights); sizes are
#: round numbers, none is fitted.
LOG_ODDS: dict[str, dict[str, float]] = {
    "work": {
        "": 0.0, "colleague": 2.5, "professional": 1.2, "free_mail": -1.2, "surname": -1.5, "kin": -3.0,
        "personal": -3.0, "off_hours": -1.5, "gathered": -0.5,
    },
    "family": {"": -3.5, "surname": 2.5, "kin": 5.0, "personal": 1.5, "free_mail": 0.5, "colleague": -1.0},
    "friend": {
        "": -1.8, "free_mail": 1.0, "personal": 3.0, "off_hours": 1.2, "colleague": -1.0, "professional": -0.8,
        "declared": 0.6, "gathered": 0.4,
    },
    "community": {"": -2.2, "gathered": 3.0, "free_mail": 0.7, "off_hours": 0.8, "colleague": -1.5, "declared": 0.3},
    "service": {"": -4.0, "machine": 7.0, "free_mail": -1.0},
}  # fmt: skip


def facets_of(signs: Signs) -> Facets:
    """p = 1 / (1 + e^-x), x the constant plus each sign's log-odds times its value."""
    return Facets(**{facet: _probability(odds, signs) for facet, odds in LOG_ODDS.items()})


def _probability(odds: dict[str, float], signs: Signs) -> float:
    total = odds[""] + sum(points * float(getattr(signs, sign)) for sign, points in odds.items() if sign)
    return round(1 / (1 + exp(-total)), 4)
