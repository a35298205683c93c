"""How things stand with everybody at the moment a need is asked, and what follows from it for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maarif.app.home import Home
from maarif.domain.ties import Tie

if TYPE_CHECKING:
    from maarif.ties import Ties


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody's tie, who is out of sight, and mu: the share of the owner's direct messages that are answered."""

    ties: Mapping[str, Tie]
    dormant: frozenset[str]
    usual: float


def standing(home: Home, on: int | None) -> Standing:
    """The kept ties for now (None), or those of a moment, computed as of then."""
    return home.view(f"standing@{on}", lambda: _stand(ties_as_of(home, on)))


def ties_as_of(home: Home, on: int | None) -> Ties:
    """Everybody's tie as kept for now (None), or computed as of a moment."""
    from maarif.app.knowing import ledger

    return ledger.kept_ties(home) if on is None else ledger.ties_at(home, on)


def _stand(ties: Ties) -> Standing:
    return Standing(ties, ties.dormant, ties.usual)
