"""The seven: not one sort but a choice, so that the dormant and those beyond work are seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maarif.domain.needs import Slot

#: At least so many of the first seven with reasons of the last year, dormant, and beyond work; at most so many of one
#: circle (RANKING.md section 2, "The seven").
SEVEN, RECENT, DORMANT, BEYOND, OF_ONE_CIRCLE = 7, 2, 2, 2, 3

#: Whoever fills a quota must come this near to the best of the list: fewer when fewer are good.
NEAR_ENOUGH = 0.45


@dataclass(frozen=True, slots=True)
class Contender:
    """One person in the running: id, score, dormant list position (None where not dormant), and what they are."""

    person: str
    score: float
    recent: bool
    dormant: bool
    beyond_work: bool
    circle: str = ""


def choose(contenders: Sequence[Contender], limit: int) -> list[tuple[str, Slot]]:
    """The first seven by quota, the rest by score: (person, slot), best first within the quota's choice.

    Greedy: the quotas take their best first, then the rest is filled by score; the seven are shown in the order of
    their scores. `contenders` need no order; equal scores go by id.
    """
    ordered = sorted(contenders, key=lambda c: (-c.score, c.person))
    seven = _seven(ordered, min(limit, SEVEN))
    chosen = {contender.person for contender, _ in seven}
    seven.sort(key=lambda pair: (-pair[0].score, pair[0].person))
    rest = [c for c in ordered if c.person not in chosen][: max(limit - SEVEN, 0)]
    return [(c.person, slot) for c, slot in seven] + [(c.person, "best") for c in rest]


def _seven(ordered: Sequence[Contender], places: int) -> list[tuple[Contender, Slot]]:
    if not ordered:
        return []
    bar = ordered[0].score * NEAR_ENOUGH
    taken: dict[str, tuple[Contender, Slot]] = {}
    circles: Counter[str] = Counter()

    def take(slot: Slot, fits: Callable[[Contender], bool], most: int) -> None:
        already = sum(fits(contender) for contender, _ in taken.values())
        for contender in ordered:
            if already >= most or len(taken) >= places:
                return
            full = contender.circle and circles[contender.circle] >= OF_ONE_CIRCLE
            if contender.person not in taken and fits(contender) and contender.score >= bar and not full:
                taken[contender.person] = (contender, slot)
                circles[contender.circle] += 1
                already += 1

    if places >= SEVEN:
        take("best", lambda _: True, 1)
        take("dormant", lambda c: c.dormant, DORMANT)
        take("beyond work", lambda c: c.beyond_work and not c.dormant, BEYOND)
        take("recent", lambda c: c.recent, RECENT)
    take("best", lambda _: True, places)
    return [(contender, _name(contender, slot)) for contender, slot in taken.values()]


def _name(contender: Contender, slot: Slot) -> Slot:
    """Whoever came in by score alone is still shown for what they are."""
    if slot != "best":
        return slot
    if contender.dormant:
        return "dormant"
    return "beyond work" if contender.beyond_work else "recent" if contender.recent else "best"
