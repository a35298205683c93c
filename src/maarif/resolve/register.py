"""The standing register of who might be who: takes newcomers in and compares them with their blocks only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from maarif.domain.people import Judgement, Profile
from maarif.resolve.cluster import cluster_texts
from maarif.resolve.crowd import LARGEST, Crowd
from maarif.resolve.keys import second_keys
from maarif.resolve.memory import Memory
from maarif.resolve.pair import Pair
from maarif.resolve.rules import LOWER
from maarif.resolve.sketch import Sketch, widen
from maarif.resolve.verdicts import Weighed, spoken
from maarif.resolve.weighing import weigh

#: The texts of the handles united so far on either side of a pair.
Sides: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
_Key: TypeAlias = tuple[str, str]
#: A person of more handles than this is seen by the first of them.
_MOST_MEMBERS = 12


class Register:
    """All profiles and what their comparison gave; however they came in, the outcome is the same."""

    def __init__(self, profiles: Iterable[Profile] = (), memory: Memory | None = None) -> None:
        self.crowd = Crowd(memory)
        #: The pairs near a bar, weighed alone; what a memory holds comes in when a handle is asked for.
        self.weighed: dict[_Key, Weighed] = {}
        #: The same with all that is known of both people, as far as that was asked.
        self.again: dict[_Key, tuple[Sides, Weighed | None]] = {}
        self.touched: set[str] = set()
        #: The pairs that were compared again, as they were before; and what a memory knows of second looks.
        self.before: dict[_Key, Weighed | None] = {}
        self.recalled: dict[_Key, Weighed | None] = {}
        self._memory = memory
        self._recalled: set[str] = set()
        self._pairs_of: dict[str, set[_Key]] = defaultdict(set)
        self._finer: dict[str, dict[str, set[str]]] = {}
        self._wide_ones: dict[tuple[str, tuple[str, ...]], Sketch] = {}
        self.take(profiles)

    def take(self, profiles: Iterable[Profile], gone: Iterable[str] = ()) -> None:
        """Take new or changed profiles in, let handles go, and compare again what that touches."""
        left = list(map(str, gone))
        touched = self.crowd.take(profiles, left)
        self._finer.clear()
        self._wide_ones.clear()
        self.touched |= touched.union(left)
        if self.crowd.is_upset and self._memory is not None:
            return  # whoever remembers begins anew: cheaper than to recall everybody
        self.crowd.foresee_partners(touched)
        self.foresee((*touched, *left))
        for handle in (*touched, *left):
            for pair in list(self.pairs_of(handle)):
                self._forget(pair)
        for one, other in self._candidates(touched):
            found = weigh(Pair(self.crowd.at(one), self.crowd.at(other), self.crowd))
            if found is not None:
                self.before.setdefault((one, other), None)
                self._remember((one, other), found)

    def pairs_of(self, handle: str) -> set[_Key]:
        """The pairs of a handle that are near a bar."""
        self.foresee((handle,))
        return self._pairs_of[handle]

    def foresee(self, handles: Iterable[str]) -> None:
        """Recall at once the pairs of these handles."""
        if self._memory is None:
            return
        new = [handle for handle in handles if handle not in self._recalled]
        if new:
            self._recalled.update(new)
            for pair, found, again in self._memory.weighed(new):
                if pair not in self.before:
                    self._remember(pair, found)
                    self.recalled[pair] = again

    def _remember(self, pair: _Key, found: Weighed) -> None:
        self.weighed[pair] = found
        self._pairs_of[pair[0]].add(pair)
        self._pairs_of[pair[1]].add(pair)

    def _forget(self, pair: _Key) -> None:
        self.before.setdefault(pair, self.weighed.pop(pair, None))
        self._pairs_of[pair[0]].discard(pair)
        self._pairs_of[pair[1]].discard(pair)

    def _candidates(self, handles: set[str]) -> Iterator[_Key]:
        """Each pair once, the smaller handle first, of which one side is among these."""
        for handle in handles:
            for other in self._partners(handle):
                if other not in handles or handle < other:
                    yield (handle, other) if handle < other else (other, handle)

    def _partners(self, handle: str) -> set[str]:
        """All whom a handle shares a block with."""
        found: set[str] = set()
        index = self.crowd.index
        for key in self.crowd.keys(handle):
            block = index[key]
            if 1 < len(block) <= LARGEST:
                found |= block
            elif len(block) > LARGEST:
                found |= self._near_in(key, block, handle)
        found.discard(handle)
        return found

    def _near_in(self, key: str, block: set[str], handle: str) -> set[str]:
        if key not in self._finer:
            finer = self._finer[key] = defaultdict(set)
            for one in block:
                for second in second_keys(self.crowd.at(one)):
                    finer[second].add(one)
        found: set[str] = set()
        for second in second_keys(self.crowd.at(handle)):
            part = self._finer[key][second]
            if len(part) <= LARGEST:
                found |= part
        return found

    def compared(self) -> set[_Key]:
        """The texts of all pairs that blocking brings together, the smaller first: what can be found at all."""
        return set(self._candidates({handle for handle, one in self.crowd.sketches.items() if one is not None}))

    def judgements(self, decided: Sequence[Judgement] = ()) -> list[Judgement]:
        """What the rules say, in the order of handles; pairs that the owner decided are left out.

        In a second pass each doubtful pair is weighed again with all that is known of both sides once the certain
        pairs are united: a circle, a number or a birthday that another address of theirs brought.
        """
        return [found.judgement(*pair) for pair, found in sorted(self.outcome(decided).items())]

    def outcome(self, decided: Sequence[Judgement] = ()) -> dict[_Key, Weighed]:
        """What `judgements` says, by the texts of the two handles; of a register that has no memory."""
        said = spoken(decided)
        first = {pair: found for pair, found in self.weighed.items() if pair not in said}
        certain = {pair: found for pair, found in first.items() if found.verdict != "unsure"}
        families = self._families(certain, decided)
        for pair, found in first.items():
            if found.verdict == "unsure":
                again = self.weigh_sides(pair, (families.get(pair[0], pair[:1]), families.get(pair[1], pair[1:])))
                if again is not None and is_said(again):
                    certain[pair] = again
        self.touched.clear()
        self.before.clear()
        return certain

    def _families(self, certain: dict[_Key, Weighed], decided: Sequence[Judgement]) -> dict[str, tuple[str, ...]]:
        here = [one for one in decided if self.is_here(str(one.left)) and self.is_here(str(one.right))]
        handles = {text for pair in certain for text in pair}
        handles.update(text for one in here for text in (str(one.left), str(one.right)))
        groups = cluster_texts(handles, certain, here)
        return {handle: group for group in groups if len(group) > 1 for handle in group}

    def is_here(self, handle: str) -> bool:
        """Whether a handle is known."""
        return self.crowd.sketches[handle] is not None

    def weigh_sides(self, pair: _Key, sides: Sides) -> Weighed | None:
        """A pair weighed with all that is known of both sides."""
        if len(sides[0]) == len(sides[1]) == 1 or sides[0] == sides[1]:
            return self.weighed[pair]
        kept = self.again.get(pair)
        if kept is None or kept[0] != sides or not self.touched.isdisjoint((*sides[0], *sides[1])):
            kept = self.again[pair] = sides, weigh(self._widened(pair, sides))
        return kept[1]

    def _widened(self, pair: _Key, sides: Sides) -> Pair:
        left, right = (self._wide(handle, side) for handle, side in zip(pair, sides, strict=True))
        return Pair(left, right, self.crowd, frozenset((*sides[0], *sides[1])))

    def _wide(self, handle: str, side: tuple[str, ...]) -> Sketch:
        """A handle with all that is known of its person; the same for many pairs."""
        if len(side) == 1:
            return self.crowd.at(handle)
        if (handle, side) not in self._wide_ones:
            members = [self.crowd.at(one) for one in side[:_MOST_MEMBERS]]
            self._wide_ones[handle, side] = widen(self.crowd.at(handle), members)
        return self._wide_ones[handle, side]


def is_said(again: Weighed) -> bool:
    """Whether what the second pass found is to be told: a union, a question, or a guard's "different"."""
    return again.total >= LOWER or again.verdict == "different"
