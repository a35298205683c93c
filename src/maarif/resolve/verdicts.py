"""What the rules said of one pair, in few bytes: which of them spoke, and which guard stood above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the rules say of one pair. An "unsure" below the lower bar is only near: nobody is asked.

    `told` are the places of the rules that spoke in the table of rules; `guard` is the place of the guard that
    decided in the table of guards, -1 where none did.
    """

    verdict: Verdict
    total: float
    told: bytes
    guard: int = -1

    @property
    def evidence(self) -> Evidence:
        """The waterfall: prior, points, and the guard that overruled them."""
        from maarif.resolve.weighing import waterfall

        return waterfall(self.verdict, self.told, self.guard)

    def judgement(self, left: str, right: str) -> Judgement:
        """The judgement on the two handles of these texts."""
        return Judgement(Handle.parse(left), Handle.parse(right), self.verdict, "rule", 0, self.evidence)


def ordered(left: str, right: str) -> tuple[str, str]:
    """Two texts, the smaller first."""
    return (left, right) if left <= right else (right, left)


def spoken(decided: Sequence[Judgement]) -> set[tuple[str, str]]:
    """The pairs on which the owner has spoken; the last word on each counts, and "unsure" takes one back."""
    last: dict[tuple[str, str], Judgement] = {}
    for one in decided:
        if one.by == "owner":
            pair = ordered(str(one.left), str(one.right))
            if pair not in last or last[pair].on <= one.on:
                last[pair] = one
    return {pair for pair, one in last.items() if one.verdict != "unsure"}
