"""From profiles to judgements: every pair worth comparing, its points, its guards, its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Profile, Verdict
from maarif.resolve.block import candidates
from maarif.resolve.guards import GUARDS, Guard
from maarif.resolve.names import AGREEING
from maarif.resolve.rules import LOWER, PRIOR, PRIOR_SENTENCE, RULES, UPPER
from maarif.resolve.sketch import Crowd, Pair, sketch_all


def judge(profiles: Sequence[Profile], decided: Sequence[Judgement] = ()) -> list[Judgement]:
    """Judge all pairs of handles that could be one person's, by rule.

    `decided` are the owner's judgements; their pairs are skipped. Returned, in the order of handles: "same"
    above the upper bar, "unsure" between the bars (the review queue), "different" where a guard
    forbids to unite what has a name, card or number in common. Everything else is apart and not mentioned.
    """
    sketches = sketch_all(profiles)
    crowd = Crowd(sketches)
    settled = {
        _ordered(one.left, one.right) for one in decided if one.by == "owner" and one.verdict != "unsure"
    }
    pairs = (Pair(sketches[first], sketches[second], crowd) for first, second in candidates(sketches))
    judged = (_judge_pair(pair) for pair in pairs if _could_be_one(pair) and _handles(pair) not in settled)
    return [judgement for judgement in judged if judgement is not None]


def _could_be_one(pair: Pair) -> bool:
    """Cheaply: with neither name, card nor number in common no sum of points reaches a bar."""
    return pair.likeness in AGREEING or bool(pair.shared_cards or pair.shared_phones)


def _handles(pair: Pair) -> tuple[Handle, Handle]:
    return pair.left.profile.handle, pair.right.profile.handle


def _ordered(left: Handle, right: Handle) -> tuple[Handle, Handle]:
    return (left, right) if left <= right else (right, left)


def _judge_pair(pair: Pair) -> Judgement | None:
    parts, total = _weigh(pair)
    verdict, guard = _decide(pair, total)
    if total < LOWER and (guard is None or guard.verdict != "different"):
        return None
    evidence = _evidence(verdict, guard, parts)
    return Judgement(*_handles(pair), verdict, "rule", 0, evidence)


def _weigh(pair: Pair) -> tuple[list[Evidence], float]:
    parts = [Evidence(f"prior: {PRIOR_SENTENCE}", PRIOR)]
    for rule in RULES:
        sentence = rule.sentence(pair)
        if sentence:
            parts.append(Evidence(sentence, rule.points))
    return parts, sum(part.points for part in parts)


def _decide(pair: Pair, total: float) -> tuple[Verdict, Guard | None]:
    guard = next((guard for guard in GUARDS if guard.feature(pair)), None)
    if total < LOWER:
        return "different", guard
    if guard is not None and guard.verdict == "different":
        return "different", guard
    if guard is None and total >= UPPER:
        return "same", None
    return "unsure", guard


_CLAIMS: dict[Verdict, str] = {
    "same": "They are one person",
    "unsure": "They may be one person",
    "different": "They are different people",
}


def _evidence(verdict: Verdict, guard: Guard | None, parts: Iterable[Evidence]) -> Evidence:
    if guard is None:
        return Evidence(f"{_CLAIMS[verdict]}.", parts=tuple(parts))
    ruled = Evidence(f"guard: {guard.sentence}")
    return Evidence(f"{_CLAIMS[verdict]}: {guard.sentence}", parts=(*parts, ruled))


def explain(left: Sequence[Profile], right: Sequence[Profile], among: Sequence[Profile] = ()) -> Evidence:
    """The waterfall for two people: the prior and all points of their nearest pair of handles, and any guard.

    `among` are all profiles known, by which rare names and shared numbers are told; without it, these two.
    Raises ValueError where a side has no profile.
    """
    if not left or not right:
        raise ValueError("two people are compared by at least one profile each")
    ours = {profile.handle: profile for profile in (*among, *left, *right)}
    sketches = {one.profile.handle: one for one in sketch_all(list(ours.values()))}
    crowd = Crowd(list(sketches.values()))
    pairs = (Pair(sketches[one.handle], sketches[other.handle], crowd) for one, other in product(left, right))
    weighed = [(*_weigh(pair), pair) for pair in pairs]
    parts, total, pair = max(weighed, key=lambda found: found[1])
    verdict, guard = _decide(pair, total)
    return _evidence(verdict, guard, parts)
