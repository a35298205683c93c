"""From judgements to people: unions by descending evidence, none against the owner's word or a guard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Verdict
from maarif.resolve.verdicts import Weighed, ordered

#: Handles by their place in canonical order: numbers are compared and looked up far faster.
_Pair: TypeAlias = tuple[int, int]


def cluster(handles: Sequence[Handle], judgements: Sequence[Judgement]) -> list[tuple[Handle, ...]]:
    """Unite handles into people; the order of the arguments does not matter.

    The owner's unions come first, the latest first, then those by rule, the best first. "different" between
    any two members keeps two clusters apart: the owner's always, a rule's unless the owner united them.
    Of two words of the owner on one pair the later counts; in one second, "different". Every handle given is
    in one cluster exactly; clusters and their handles are in canonical order.
    """
    texts = {str(handle): handle for handle in handles}
    by_rule = (
        (ordered(str(one.left), str(one.right)), Weighed(one.verdict, one.evidence.total, b""))
        for one in judgements
        if one.by == "rule" and one.verdict != "unsure"
    )
    ruled = dict(sorted(by_rule, key=lambda found: (found[1].verdict != "same", found[1].total)))
    return [tuple(texts[one] for one in group) for group in cluster_texts(texts, ruled, judgements)]


def cluster_texts(
    handles: Collection[str], ruled: Mapping[tuple[str, str], Weighed], decided: Iterable[Judgement]
) -> list[tuple[str, ...]]:
    """`cluster` for the texts of handles: `ruled` is what the rules say of pairs, `decided` what the owner said."""
    known = set(handles)
    words = [one for one in decided if one.by == "owner"]
    everyone = known.union(*((str(one.left), str(one.right)) for one in words)) if words else known
    order = sorted(everyone)
    number = {handle: place for place, handle in enumerate(order)}
    said = _latest(words, number)
    forest = _Forest(len(order))
    forest.forbid(pair for pair, one in said.items() if one.verdict == "different")
    forest.unite(pair for _, pair in sorted((-one.on, pair) for pair, one in said.items() if one.verdict == "same"))
    pairs = [
        ((number[left], number[right]), one)
        for (left, right), one in ruled.items()
        if one.verdict != "unsure" and left in known and right in known
    ]
    pairs = [(pair, one) for pair, one in pairs if pair not in said]
    forest.forbid(pair for pair, one in pairs if one.verdict == "different")
    forest.unite(pair for _, pair in sorted((-one.total, pair) for pair, one in pairs if one.verdict == "same"))
    groups = (tuple(order[place] for place in group if order[place] in known) for group in forest.groups())
    return [group for group in groups if group]


def _latest(words: Iterable[Judgement], number: Mapping[str, int]) -> dict[_Pair, Judgement]:
    """The owner's last word on each pair; "unsure" takes an earlier word back."""
    order: dict[Verdict, int] = {"same": 0, "unsure": 1, "different": 2}
    last: dict[_Pair, Judgement] = {}
    for one in words:
        left, right = number[str(one.left)], number[str(one.right)]
        pair = (left, right) if left <= right else (right, left)
        before = last.get(pair)
        if before is None or (before.on, order[before.verdict]) < (one.on, order[one.verdict]):
            last[pair] = one
    return {pair: one for pair, one in last.items() if one.verdict != "unsure"}


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
