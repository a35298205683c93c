"""One pair weighed: the rules that speak, their sum, the guard that stands above it, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from maarif.domain.evidence import Evidence
from maarif.domain.people import Verdict
from maarif.resolve.guards import GUARDS
from maarif.resolve.pair import Pair
from maarif.resolve.rules import LOWER, NEAR, PRIOR, PRIOR_SENTENCE, RULES, UPPER
from maarif.resolve.verdicts import Weighed

_CLAIMS: dict[Verdict, str] = {
    "same": "They are one person",
    "unsure": "They may be one person",
    "different": "They are different people",
}


def weigh(pair: Pair) -> Weighed | None:
    """Weigh a pair; None where it is neither near a bar nor forbidden by a guard."""
    if not _could_be_one(pair):
        return None
    told, total = add_up(pair)
    verdict, guard = decide(pair, total)
    forbidden = guard >= 0 and GUARDS[guard].verdict == "different"
    if total < NEAR and not forbidden:
        return None
    if total < LOWER and not forbidden:
        verdict = "unsure"
    if total < UPPER and pair.is_shared and not (forbidden or pair.shared_cards):
        return None
    return Weighed(verdict, total, told, guard)


def _could_be_one(pair: Pair) -> bool:
    """Cheaply: with neither name, card nor number in common no sum of points reaches a bar."""
    if pair.agree or pair.is_booked or pair.likeness == "initial":
        return True
    if pair.likeness == "surname" and not pair.left.profile.birthdays.isdisjoint(pair.right.profile.birthdays):
        return True
    bare = pair.likeness == "none" and pair.left.house == pair.right.house != ""
    return bare or bool(pair.shared_cards or pair.shared_phones)


_PRIOR = Evidence(f"prior: {PRIOR_SENTENCE}", PRIOR)
_PARTS = tuple(Evidence(rule.sentence, rule.points) for rule in RULES)
_POINTS = tuple(rule.points for rule in RULES)


def add_up(pair: Pair) -> tuple[bytes, float]:
    """The places of the rules that speak, and the sum of the prior and their points."""
    pair.work_out()
    told = bytes([number for number, feature in _asked(pair.likeness, pair.tells) if feature(pair)])
    return told, PRIOR + sum([_POINTS[number] for number in told])


@cache
def _asked(likeness: str, tells: frozenset[str]) -> tuple[tuple[int, Callable[[Pair], bool]], ...]:
    """The rules that can speak of a pair of which so much is known."""
    known = tells | {"", likeness}
    return tuple((number, rule.feature) for number, rule in enumerate(RULES) if rule.needs in known)


_GUARDS = tuple(enumerate(guard.feature for guard in GUARDS))


def decide(pair: Pair, total: float) -> tuple[Verdict, int]:
    """The verdict on a sum of points, and the place of the guard that decided it, or -1."""
    guard = -1
    for number, applies in _GUARDS:
        if applies(pair):
            guard = number
            break
    if total < LOWER or (guard >= 0 and GUARDS[guard].verdict == "different"):
        return "different", guard
    return ("same", -1) if guard < 0 and total >= UPPER else ("unsure", guard)


@lru_cache(maxsize=20_000)
def waterfall(verdict: Verdict, told: bytes, guard: int) -> Evidence:
    """The waterfall: prior, points, and the guard that overruled them."""
    parts = (_PRIOR, *(_PARTS[number] for number in told))
    if guard < 0:
        return Evidence(f"{_CLAIMS[verdict]}.", parts=parts)
    sentence = GUARDS[guard].sentence
    ruled = Evidence(f"guard: {sentence}")
    return Evidence(f"{_CLAIMS[verdict]}: {sentence}", parts=(*parts, ruled))
