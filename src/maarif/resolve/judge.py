"""From profiles to judgements: every pair worth comparing, its points, its guards, its verdict."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import product

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Profile, Verdict
from maarif.resolve.cluster import cluster
from maarif.resolve.crowd import Crowd
from maarif.resolve.pair import Pair
from maarif.resolve.register import Register
from maarif.resolve.verdicts import Weighed
from maarif.resolve.weighing import add_up, decide


def judge(
    profiles: Sequence[Profile], decided: Sequence[Judgement] = (), only: Collection[Handle] | None = None
) -> list[Judgement]:
    """Judge all pairs of handles that could be one person's, by rule.

    `decided` are the owner's judgements; their pairs are skipped. With `only`, the judgements on pairs of which
    one side is among these handles. Returned, in the order of handles: "same" above the upper bar, "unsure"
    between the bars (the review queue), "different" where a guard forbids to unite what has a name, card or number
    in common. Everything else is apart and not mentioned.

    Where the same profiles are judged again and again, keep a Register and let it `take` what changed.
    """
    judged = Register(profiles).judgements(decided)
    return judged if only is None else [one for one in judged if one.left in only or one.right in only]


def questions(handles: Sequence[Handle], judgements: Sequence[Judgement]) -> list[Judgement]:
    """The review queue: one doubtful pair for any two people, best first.

    `judgements` are the owner's and the rules'. Pairs that are one person by now, and pairs of people whom a
    "different" keeps apart, are no questions any more: an answer settles every pair between the same two people.
    """
    place = {handle: number for number, group in enumerate(cluster(handles, judgements)) for handle in group}
    known = [one for one in judgements if one.left in place and one.right in place]
    settled = {frozenset((place[one.left], place[one.right])) for one in known if one.verdict == "different"}
    found: dict[frozenset[int], Judgement] = {}
    doubtful = (one for one in known if one.verdict == "unsure" and one.by == "rule")
    for one in sorted(doubtful, key=lambda one: (-one.evidence.total, one.left, one.right)):
        sides = frozenset((place[one.left], place[one.right]))
        if len(sides) == 2 and sides not in settled:
            found.setdefault(sides, one)
    return list(found.values())


def explain(left: Sequence[Profile], right: Sequence[Profile], among: Sequence[Profile] = ()) -> Evidence:
    """The waterfall for two people: the prior and all points of their nearest pair of handles, and any guard.

    `among` are all profiles known, by which rare names and shared numbers are told; without it, these two.
    Raises ValueError where a side has no profile.
    """
    crowd = Crowd()
    crowd.take({profile.handle: profile for profile in (*among, *left, *right)}.values())
    _, found = nearest(crowd, [str(one.handle) for one in left], [str(one.handle) for one in right])
    return found.evidence


def nearest(crowd: Crowd, left: Sequence[str], right: Sequence[str]) -> tuple[tuple[str, str], Weighed]:
    """Of the pairs between two people, by the texts of their handles, the one with most points, and its verdict.

    Raises ValueError where a side has no handle.
    """
    if not left or not right:
        raise ValueError("two people are compared by at least one profile each")
    best: tuple[tuple[str, str], Weighed] | None = None
    for one, other in product(sorted(left), sorted(right)):
        pair = Pair(crowd.at(one), crowd.at(other), crowd)
        told, total = add_up(pair)
        if best is None or total > best[1].total:
            best = (one, other), Weighed(*_verdict(pair, total, told))
    assert best is not None
    return best


def _verdict(pair: Pair, total: float, told: bytes) -> tuple[Verdict, float, bytes, int]:
    verdict, guard = decide(pair, total)
    return verdict, total, told, guard
