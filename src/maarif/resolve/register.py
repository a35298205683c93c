"""The standing register of who might be who: takes newcomers in and compares them with their blocks only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Profile
from maarif.resolve.cluster import cluster
from maarif.resolve.crowd import Crowd
from maarif.resolve.keys import second_keys
from maarif.resolve.pair import Pair
from maarif.resolve.rules import LOWER
from maarif.resolve.sketch import widen
from maarif.resolve.weighing import Weighed, weigh

#: Blocks larger than this are cut into smaller ones by a second key, and those still larger are left out:
#: what half a hundred handles share says little about two of them.
_LARGEST = 40
#: The handles united so far on either side of a pair.
_Sides: TypeAlias = tuple[tuple[Handle, ...], tuple[Handle, ...]]
#: A person of more handles than this is seen by the first of them.
_MOST_MEMBERS = 12


class Register:
    """All profiles and what their comparison gave; however they came in, the outcome is the same."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._crowd = Crowd()
        self._weighed: dict[tuple[Handle, Handle], Weighed] = {}
        self._pairs_of: dict[Handle, set[tuple[Handle, Handle]]] = defaultdict(set)
        self._finer: dict[str, dict[str, set[Handle]]] = {}
        self._again: dict[tuple[Handle, Handle], tuple[_Sides, Weighed | None]] = {}
        self._stale: set[Handle] = set()
        self.take(profiles)

    def take(self, profiles: Iterable[Profile], gone: Iterable[Handle] = ()) -> None:
        """Take new or changed profiles in, let handles go, and compare again what that touches."""
        left = list(gone)
        touched = self._crowd.take(profiles, left)
        self._finer.clear()
        self._stale |= touched.union(left)
        for handle in (*touched, *left):
            for pair in self._pairs_of.pop(handle, ()):
                self._weighed.pop(pair, None)
        for one, other in self._candidates(touched):
            found = weigh(Pair(self._crowd.sketches[one], self._crowd.sketches[other], self._crowd))
            if found is not None:
                self._weighed[one, other] = found
                self._pairs_of[one].add((one, other))
                self._pairs_of[other].add((one, other))

    def _candidates(self, handles: set[Handle]) -> Iterator[tuple[Handle, Handle]]:
        """Each pair once, the smaller handle first, of which one side is among these."""
        for handle in handles:
            for other in self._partners(handle):
                if other not in handles or handle < other:
                    yield (handle, other) if handle < other else (other, handle)

    def _partners(self, handle: Handle) -> set[Handle]:
        """All whom a handle shares a block with."""
        found: set[Handle] = set()
        for key in self._crowd.keys[handle]:
            block = self._crowd.index[key]
            if 1 < len(block) <= _LARGEST:
                found |= block
            elif len(block) > _LARGEST:
                found |= self._near_in(key, block, handle)
        found.discard(handle)
        return found

    def _near_in(self, key: str, block: set[Handle], handle: Handle) -> set[Handle]:
        if key not in self._finer:
            finer = self._finer[key] = defaultdict(set)
            for one in block:
                for second in second_keys(self._crowd.sketches[one]):
                    finer[second].add(one)
        found: set[Handle] = set()
        for second in second_keys(self._crowd.sketches[handle]):
            part = self._finer[key][second]
            if len(part) <= _LARGEST:
                found |= part
        return found

    def compared(self) -> set[tuple[Handle, Handle]]:
        """All pairs that blocking brings together, the smaller handle first: what can be found at all."""
        return set(self._candidates(set(self._crowd.sketches)))

    def judgements(self, decided: Sequence[Judgement] = ()) -> list[Judgement]:
        """What the rules say, in the order of handles; pairs that the owner decided are left out.

        In a second pass each doubtful pair is weighed again with all that is known of both sides once the certain
        pairs are united: a circle, a number or a birthday that another address of theirs brought.
        """
        spoken = {_ordered(one) for one in decided if one.by == "owner" and one.verdict != "unsure"}
        first = {pair: found for pair, found in self._weighed.items() if pair not in spoken}
        certain = [found.judgement(*pair) for pair, found in first.items() if found.verdict != "unsure"]
        families = self._families(certain, decided)
        for pair, found in first.items():
            if found.verdict == "unsure":
                again = self._weigh_families(pair, families)
                if again is not None and (again.total >= LOWER or again.verdict == "different"):
                    certain.append(again.judgement(*pair))
        self._stale.clear()
        return sorted(certain, key=_place)

    def _families(self, certain: Sequence[Judgement], decided: Sequence[Judgement]) -> dict[Handle, tuple[Handle, ...]]:
        known = [one for one in decided if one.left in self._crowd.sketches and one.right in self._crowd.sketches]
        handles = {handle for one in (*certain, *known) for handle in (one.left, one.right)}
        groups = cluster(list(handles), [*certain, *known])
        return {handle: group for group in groups if len(group) > 1 for handle in group}

    def _weigh_families(
        self, pair: tuple[Handle, Handle], families: dict[Handle, tuple[Handle, ...]]
    ) -> Weighed | None:
        left, right = pair
        sides = families.get(left, (left,)), families.get(right, (right,))
        if len(sides[0]) == len(sides[1]) == 1 or sides[0] == sides[1]:
            return self._weighed[pair]
        kept = self._again.get(pair)
        if kept is None or kept[0] != sides or not self._stale.isdisjoint((*sides[0], *sides[1])):
            kept = self._again[pair] = sides, weigh(self._widened(pair, sides))
        return kept[1]

    def _widened(self, pair: tuple[Handle, Handle], sides: _Sides) -> Pair:
        sketches = self._crowd.sketches
        left, right = (
            widen(sketches[handle], [sketches[one] for one in side[:_MOST_MEMBERS]])
            for handle, side in zip(pair, sides, strict=True)
        )
        return Pair(left, right, self._crowd, frozenset((*sides[0], *sides[1])))


def _place(one: Judgement) -> tuple[str, str, str, str]:
    """The order of handles, in a form that sorts fast."""
    return one.left.kind, one.left.value, one.right.kind, one.right.value


def _ordered(one: Judgement) -> tuple[Handle, Handle]:
    return (one.left, one.right) if one.left <= one.right else (one.right, one.left)
