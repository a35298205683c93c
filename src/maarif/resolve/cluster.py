"""From judgements to people: unions by descending evidence, none against the owner's word or a guard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Verdict


def cluster(handles: Sequence[Handle], judgements: Sequence[Judgement]) -> list[tuple[Handle, ...]]:
    """Unite handles into people; the order of the arguments does not matter.

    The owner's unions come first, the latest first, then those by rule, the best first. "different" between
    any two members keeps two clusters apart: the owner's always, a rule's unless the owner united them.
    Of two words of the owner on one pair the later counts; in one second, "different". Every handle given is
    in one cluster exactly; clusters and their handles are in canonical order.
    """
    spoken = _latest(judgement for judgement in judgements if judgement.by == "owner")
    ruled = [one for one in judgements if one.by == "rule" and _pair(one) not in spoken]
    known = set(handles)
    forest = _Forest({*known, *(handle for pair in spoken for handle in pair)})
    forest.forbid(pair for pair, one in spoken.items() if one.verdict == "different")
    forest.unite(_pair(one) for one in sorted(spoken.values(), key=_newest) if one.verdict == "same")
    ruled = [one for one in ruled if one.left in known and one.right in known]
    forest.forbid(_pair(one) for one in ruled if one.verdict == "different")
    forest.unite(_pair(one) for one in sorted(ruled, key=_strongest) if one.verdict == "same")
    return forest.clusters(known)


def _pair(judgement: Judgement) -> tuple[Handle, Handle]:
    left, right = judgement.left, judgement.right
    return (left, right) if left <= right else (right, left)


def _latest(judgements: Iterable[Judgement]) -> dict[tuple[Handle, Handle], Judgement]:
    """The owner's last word on each pair; "unsure" takes an earlier word back."""
    order: dict[Verdict, int] = {"same": 0, "unsure": 1, "different": 2}
    last: dict[tuple[Handle, Handle], Judgement] = {}
    for one in judgements:
        before = last.get(_pair(one))
        if before is None or (before.on, order[before.verdict]) < (one.on, order[one.verdict]):
            last[_pair(one)] = one
    return {pair: one for pair, one in last.items() if one.verdict != "unsure"}


def _newest(judgement: Judgement) -> tuple[int, tuple[Handle, Handle]]:
    return -judgement.on, _pair(judgement)


def _strongest(judgement: Judgement) -> tuple[float, tuple[Handle, Handle]]:
    return -judgement.evidence.total, _pair(judgement)


class _Forest:
    """Union-find whose trees may be forbidden to meet."""

    def __init__(self, handles: Iterable[Handle]) -> None:
        self._parent = {handle: handle for handle in handles}
        self._members = {handle: [handle] for handle in self._parent}
        self._apart: dict[Handle, set[Handle]] = defaultdict(set)

    def _root(self, handle: Handle) -> Handle:
        parent = self._parent
        while parent[handle] != handle:
            parent[handle] = parent[parent[handle]]
            handle = parent[handle]
        return handle

    def forbid(self, pairs: Iterable[tuple[Handle, Handle]]) -> None:
        """Keep the trees of each pair apart from now on; those already united stay so."""
        for left, right in pairs:
            one, other = self._root(left), self._root(right)
            if one != other:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def unite(self, pairs: Iterable[tuple[Handle, Handle]]) -> None:
        """Unite the trees of each pair, in order, where nothing forbids it."""
        for left, right in pairs:
            one, other = self._root(left), self._root(right)
            if one != other and other not in self._apart[one]:
                self._join(*sorted((one, other), key=lambda root: (-len(self._members[root]), root)))

    def _join(self, into: Handle, gone: Handle) -> None:
        self._parent[gone] = into
        self._members[into] += self._members.pop(gone)
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self._apart[other].add(into)
            self._apart[into].add(other)

    def clusters(self, wanted: set[Handle]) -> list[tuple[Handle, ...]]:
        """The wanted handles tree by tree, in canonical order."""
        groups = (tuple(sorted(wanted.intersection(members))) for members in self._members.values())
        return sorted(group for group in groups if group)
