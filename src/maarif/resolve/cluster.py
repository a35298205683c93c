"""From judgements to people: unions by descending evidence, none against the owner's word or a guard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Verdict

#: Handles by their place in canonical order: numbers are compared and looked up far faster.
_Pair: TypeAlias = tuple[int, int]


def cluster(handles: Sequence[Handle], judgements: Sequence[Judgement]) -> list[tuple[Handle, ...]]:
    """Unite handles into people; the order of the arguments does not matter.

    The owner's unions come first, the latest first, then those by rule, the best first. "different" between
    any two members keeps two clusters apart: the owner's always, a rule's unless the owner united them.
    Of two words of the owner on one pair the later counts; in one second, "different". Every handle given is
    in one cluster exactly; clusters and their handles are in canonical order.
    """
    known = set(handles)
    words = [one for one in judgements if one.by == "owner"]
    everyone = known.union(*((one.left, one.right) for one in words)) if words else known
    order = sorted(everyone, key=_place)
    number = {handle: place for place, handle in enumerate(order)}
    spoken = _latest(words, number)
    ruled = _ruled(judgements, number, known, spoken)
    forest = _Forest(len(order))
    forest.forbid(pair for pair, one in spoken.items() if one.verdict == "different")
    forest.unite(pair for _, pair in sorted((-one.on, pair) for pair, one in spoken.items() if one.verdict == "same"))
    forest.forbid(pair for pair, one in ruled if one.verdict == "different")
    forest.unite(
        pair for _, pair in sorted((-one.evidence.total, pair) for pair, one in ruled if one.verdict == "same")
    )
    groups = (tuple(order[place] for place in group if order[place] in known) for group in forest.groups())
    return [group for group in groups if group]


def _place(handle: Handle) -> tuple[str, str]:
    return handle.kind, handle.value


def _pair(judgement: Judgement, number: dict[Handle, int]) -> _Pair:
    left, right = number[judgement.left], number[judgement.right]
    return (left, right) if left <= right else (right, left)


def _latest(words: Iterable[Judgement], number: dict[Handle, int]) -> dict[_Pair, Judgement]:
    """The owner's last word on each pair; "unsure" takes an earlier word back."""
    order: dict[Verdict, int] = {"same": 0, "unsure": 1, "different": 2}
    last: dict[_Pair, Judgement] = {}
    for one in words:
        pair = _pair(one, number)
        before = last.get(pair)
        if before is None or (before.on, order[before.verdict]) < (one.on, order[one.verdict]):
            last[pair] = one
    return {pair: one for pair, one in last.items() if one.verdict != "unsure"}


def _ruled(
    judgements: Iterable[Judgement],
    number: dict[Handle, int],
    known: set[Handle],
    spoken: dict[_Pair, Judgement],
) -> list[tuple[_Pair, Judgement]]:
    """The rules' verdicts on handles that are here and on which the owner has not spoken."""
    ruled = (
        (_pair(one, number), one)
        for one in judgements
        if one.by == "rule" and one.verdict != "unsure" and one.left in known and one.right in known
    )
    return [(pair, one) for pair, one in ruled if pair not in spoken]


class _Forest:
    """Union-find whose trees may be forbidden to meet."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = defaultdict(set)

    def _root(self, one: int) -> int:
        parent = self._parent
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    def forbid(self, pairs: Iterable[_Pair]) -> None:
        """Keep the trees of each pair apart from now on; those already united stay so."""
        for left, right in pairs:
            one, other = self._root(left), self._root(right)
            if one != other:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def unite(self, pairs: Iterable[_Pair]) -> None:
        """Unite the trees of each pair, in order, where nothing forbids it."""
        for left, right in pairs:
            one, other = self._root(left), self._root(right)
            if one != other and other not in self._apart.get(one, ()):
                self._join(*sorted((one, other), key=lambda root: (-len(self._members.get(root, "1")), root)))

    def _join(self, into: int, gone: int) -> None:
        self._parent[gone] = into
        self._members.setdefault(into, [into]).extend(self._members.pop(gone, [gone]))
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self._apart[other].add(into)
            self._apart[into].add(other)

    def groups(self) -> list[list[int]]:
        """All trees in the order of their smallest members."""
        found: dict[int, list[int]] = {}
        for one in range(len(self._parent)):
            found.setdefault(self._root(one), []).append(one)
        return list(found.values())
