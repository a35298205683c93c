"""Who leads where: ways to those a need wants to reach, and an introducer for those one hardly knows."""

from __future__ import annotations

from collections.abc import Mapping

from maarif.app.home import Home
from maarif.domain.errors import AmbiguousPerson, BadNeed, NoSuchPerson
from maarif.domain.evidence import Evidence
from maarif.domain.introductions import Introduction
from maarif.domain.needs import Need
from maarif.domain.ties import Tie

#: What a way to the wished-for adds to a score, in shares of its own sum in [0, 1]: about as much as full relevance.
WAY = 2.0
#: Below this strength an introducer is looked for.
HARDLY = 0.15


def ways_for(home: Home, need: Need, on: int | None) -> dict[str, Introduction]:
    """The best way that each person opens to those whom a need for an introduction wants to reach."""
    if need.kind != "intro":
        return {}
    from maarif.app.connecting.introductions import introduce

    found: dict[str, Introduction] = {}
    for target in (*need.parts.reach, *need.parts.organisations):
        try:
            ways = introduce(home, target, on).ways
        except (NoSuchPerson, AmbiguousPerson, BadNeed):
            continue
        for way in ways:
            if way.via.id not in found or way.score > found[way.via.id].score:
                found[way.via.id] = way
    return found


def as_reason(way: Introduction) -> Evidence:
    """A way as a part of a score; each of its links keeps its origins."""
    return _scaled(way.evidence)


def _scaled(evidence: Evidence) -> Evidence:
    return Evidence(evidence.claim, WAY * evidence.points, evidence.origins, tuple(map(_scaled, evidence.parts)))


def introducer(home: Home, person: str, ties: Mapping[str, Tie], moments: tuple[int, int | None]) -> str | None:
    """The id of whoever could introduce the owner to a person they hardly know; None where they are near enough."""
    tie = ties.get(person)
    if tie is not None and tie.effective >= HARDLY:
        return None
    from maarif.app.connecting.introductions import best_introducer

    best = best_introducer(home, person, *moments)
    return best[0] if best is not None else None
