"""One pair weighed: the rules that speak, their sum, the guard that stands above it, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Verdict
from maarif.resolve.guards import GUARDS, Guard
from maarif.resolve.pair import Pair
from maarif.resolve.rules import LOWER, NEAR, PRIOR, PRIOR_SENTENCE, RULES, UPPER

_CLAIMS: dict[Verdict, str] = {
    "same": "They are one person",
    "unsure": "They may be one person",
    "different": "They are different people",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the rules say of one pair. An "unsure" below the lower bar is only near: nobody is asked."""

    verdict: Verdict
    total: float
    evidence: Evidence

    def judgement(self, left: Handle, right: Handle) -> Judgement:
        """The judgement on these two handles."""
        return Judgement(left, right, self.verdict, "rule", 0, self.evidence)


def weigh(pair: Pair) -> Weighed | None:
    """Weigh a pair; None where it is neither near a bar nor forbidden by a guard."""
    if not _could_be_one(pair):
        return None
    parts = points_of(pair)
    total = sum(part.points for part in parts)
    verdict, guard = decide(pair, total)
    forbidden = guard is not None and guard.verdict == "different"
    if total < NEAR and not forbidden:
        return None
    if total < LOWER and not forbidden:
        verdict = "unsure"
    if total < UPPER and pair.is_shared and not (forbidden or pair.shared_cards):
        return None
    return Weighed(verdict, total, evidence_of(verdict, guard, parts))


def _could_be_one(pair: Pair) -> bool:
    """Cheaply: with neither name, card nor number in common no sum of points reaches a bar."""
    if pair.agree or pair.likeness == "initial":
        return True
    if pair.likeness == "surname" and not pair.left.profile.birthdays.isdisjoint(pair.right.profile.birthdays):
        return True
    bare = pair.likeness == "none" and pair.left.house == pair.right.house != ""
    return bare or bool(pair.shared_cards or pair.shared_phones)


_PRIOR = Evidence(f"prior: {PRIOR_SENTENCE}", PRIOR)
_PARTS = tuple((rule.needs, rule.feature, Evidence(rule.sentence, rule.points)) for rule in RULES)


def points_of(pair: Pair) -> list[Evidence]:
    """The prior, and a part for each rule that speaks."""
    pair.work_out()
    born = pair.birthdays != "none"
    cities = bool(pair.left.profile.cities and pair.right.profile.cities)
    asked = _asked(pair.likeness, bool(pair.shared_phones), born, cities)
    return [_PRIOR, *(part for feature, part in asked if feature(pair))]


@cache
def _asked(
    likeness: str, phones: bool, born: bool, cities: bool
) -> tuple[tuple[Callable[[Pair], bool], Evidence], ...]:
    """The rules that can speak of a pair of which so much is known."""
    known = {"", likeness, "phones" if phones else "", "birthdays" if born else "", "cities" if cities else ""}
    return tuple((feature, part) for needs, feature, part in _PARTS if needs in known)


def decide(pair: Pair, total: float) -> tuple[Verdict, Guard | None]:
    """The verdict on a sum of points, and the guard that decided it."""
    guard = next((guard for guard in GUARDS if guard.feature(pair)), None)
    if total < LOWER:
        return "different", guard
    if guard is not None and guard.verdict == "different":
        return "different", guard
    return ("same", None) if guard is None and total >= UPPER else ("unsure", guard)


def evidence_of(verdict: Verdict, guard: Guard | None, parts: list[Evidence]) -> Evidence:
    """The waterfall: prior, points, and the guard that overruled them."""
    if guard is None:
        return Evidence(f"{_CLAIMS[verdict]}.", parts=tuple(parts))
    ruled = Evidence(f"guard: {guard.sentence}")
    return Evidence(f"{_CLAIMS[verdict]}: {guard.sentence}", parts=(*parts, ruled))
