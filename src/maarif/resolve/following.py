"""What follows from newcomers and the owner's words: the judgements and people they change, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from maarif.domain.people import Judgement
from maarif.resolve.cluster import cluster_texts
from maarif.resolve.register import Register, Sides, is_said
from maarif.resolve.verdicts import Weighed, spoken

_Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of pairs and people, by the texts of their handles.

    `pairs` gives for each pair looked at how it was weighed alone, and what is said of it in the end (None and None:
    nothing any more). `people` are whole clusters, in order; whoever has no handle in one of them is as before.
    """

    pairs: dict[_Key, tuple[Weighed | None, Weighed | None]]
    people: list[tuple[str, ...]]


def begin(register: Register, decided: Sequence[Judgement]) -> Outcome:
    """The outcome for everybody, of a register that has no memory."""
    said = register.outcome(decided)
    here = [handle for handle, one in register.crowd.sketches.items() if one is not None]
    pairs: dict[_Key, tuple[Weighed | None, Weighed | None]] = {
        pair: (found, said.get(pair)) for pair, found in register.weighed.items()
    }
    return Outcome(pairs, cluster_texts(here, said, decided))


def follow(register: Register, decided: Sequence[Judgement], redecided: Collection[str]) -> Outcome:
    """The outcome of what a register with a memory took in, and of decisions on the handles of these texts."""
    return _Follower(register, decided).follow(set(redecided))


class _Follower:
    """One following: who is linked with whom, now and as far as anybody asks."""

    def __init__(self, register: Register, decided: Sequence[Judgement]) -> None:
        self._register = register
        self._decided = decided
        self._said = spoken(decided)
        self._finals: dict[_Key, Weighed | None] = {}
        self._linked_by_word: dict[str, set[str]] = defaultdict(set)
        for one in decided:
            if one.verdict == "same":
                self._linked_by_word[str(one.left)].add(str(one.right))
                self._linked_by_word[str(one.right)].add(str(one.left))

    def follow(self, redecided: set[str]) -> Outcome:
        register = self._register
        moved = {*self._rejoined(), *register.crowd.moved, *redecided}
        seen = self._reach(moved | register.touched, self._first)
        doubtful = {pair for one in seen for pair in register.pairs_of(one) if self._is_doubtful(pair)}
        families = self._families(self._reach({text for pair in doubtful for text in pair}, self._first) | seen)
        seen_again = {one for pair in doubtful for text in pair for one in families.get(text, ())}
        register.crowd.sketches.foresee(seen_again)
        turned = self._look_again(doubtful, families)
        people = self._reach(moved | turned, self._final)
        looked = {*register.before, *doubtful}
        looked |= {pair for one in redecided for pair in register.pairs_of(one)}
        pairs = {pair: (register.weighed.get(pair), self._final(pair)) for pair in looked}
        return Outcome({pair: now for pair, now in pairs.items() if now != self._was(pair)}, self._people(people))

    def _was(self, pair: _Key) -> tuple[Weighed | None, Weighed | None]:
        """How a pair was weighed, and what was said of it, as the memory has it."""
        register = self._register
        alone = register.before[pair] if pair in register.before else register.weighed.get(pair)
        return alone, register.recalled.get(pair)

    def _rejoined(self) -> set[str]:
        """The handles of which a union or a separation by rule came, went or changed."""
        found: set[str] = set()
        for pair, was in self._register.before.items():
            now = self._register.weighed.get(pair)
            said = self._register.recalled.get(pair) if now is None else None
            if was != now and any(one is not None and one.verdict != "unsure" for one in (was, now, said)):
                found.update(pair)
        return found

    def _look_again(self, doubtful: set[_Key], families: dict[str, tuple[str, ...]]) -> set[str]:
        """Weigh doubtful pairs with all that is known of both sides; gives the handles of those that turned out
        otherwise."""
        register, turned = self._register, set[str]()
        for pair in doubtful:
            sides: Sides = families.get(pair[0], pair[:1]), families.get(pair[1], pair[1:])
            again = register.weigh_sides(pair, sides)
            self._finals[pair] = again if again is not None and is_said(again) else None
            if self._finals[pair] != register.recalled.get(pair):
                turned.update(pair)
        return turned

    def _is_doubtful(self, pair: _Key) -> bool:
        return self._register.weighed[pair].verdict == "unsure" and pair not in self._said

    def _first(self, pair: _Key) -> Weighed | None:
        """What is said of a pair alone, where that is certain."""
        found = self._register.weighed.get(pair)
        return None if found is None or found.verdict == "unsure" or pair in self._said else found

    def _final(self, pair: _Key) -> Weighed | None:
        """What is said of a pair in the end."""
        found = self._register.weighed.get(pair)
        if found is None or pair in self._said:
            return None
        if found.verdict != "unsure":
            return found
        return self._finals[pair] if pair in self._finals else self._register.recalled.get(pair)

    def _reach(self, handles: Iterable[str], says: Callable[[_Key], Weighed | None]) -> set[str]:
        """These handles and all that unions lead to from them."""
        found, waiting = set(handles), set(handles)
        while waiting:
            self._register.foresee(waiting)
            linked = {other for handle in waiting for other in self._linked(handle, says)}
            waiting = linked - found
            found |= linked
        return found

    def _linked(self, handle: str, says: Callable[[_Key], Weighed | None]) -> set[str]:
        linked = set(self._linked_by_word.get(handle, ()))
        for pair in self._register.pairs_of(handle):
            said = says(pair)
            if said is not None and said.verdict == "same":
                linked.add(pair[0] if pair[1] == handle else pair[1])
        return linked

    def _families(self, handles: set[str]) -> dict[str, tuple[str, ...]]:
        here = {one for one in handles if self._register.is_here(one)}
        within = [one for one in self._decided if {str(one.left), str(one.right)} <= here]
        groups = cluster_texts(here, self._within(here, self._first), within)
        return {handle: group for group in groups if len(group) > 1 for handle in group}

    def _people(self, handles: set[str]) -> list[tuple[str, ...]]:
        here = {one for one in handles if self._register.is_here(one)}
        within = [one for one in self._decided if {str(one.left), str(one.right)} & handles]
        return cluster_texts(here, self._within(here, self._final), within)

    def _within(self, handles: set[str], says: Callable[[_Key], Weighed | None]) -> dict[_Key, Weighed]:
        pairs = {pair for one in handles for pair in self._register.pairs_of(one) if handles.issuperset(pair)}
        return {pair: said for pair in pairs if (said := says(pair)) is not None and said.verdict != "unsure"}
