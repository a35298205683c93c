"""How things stand with everybody at the moment a need is asked, and what follows from it for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maarif.app.home import Home
from maarif.domain.ties import Tie


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody's tie, who is out of sight, and mu: the share of the owner's direct messages that are answered."""

    ties: Mapping[str, Tie]
    dormant: frozenset[str]
    usual: float


def standing(home: Home, on: int | None) -> Standing:
    """The kept ties for now (None), or those of a moment, computed as of then."""
    key = f"standing@{on}"
    if key not in home.kept:
        for old in [k for k in home.kept if k.startswith("standing@")]:
            del home.kept[old]
        home.kept[key] = _stand(home.store.people.ties() if on is None else ties_as_of(home, on))
    kept: Standing = home.kept[key]
    return kept


def ties_as_of(home: Home, on: int) -> Mapping[str, Tie]:
    """Everybody's tie computed as of a moment."""
    from maarif.app.ledger import ties_at

    return ties_at(home, on)


def _stand(ties: Mapping[str, Tie]) -> Standing:
    dormant = frozenset(person for person, tie in ties.items() if tie.state == "dormant")
    written = sum(tie.written for tie in ties.values())
    usual = sum(tie.answered for tie in ties.values()) / written if written else 0.5
    return Standing(ties, dormant, usual)
