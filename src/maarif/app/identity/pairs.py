"""Pairs of addresses that are one human, or may be, each with what is known of it, for a person to look at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.identity.decide import decisions, own_decisions
from maarif.app.identity.review import Question, Review
from maarif.app.knowing.known import known_briefly
from maarif.app.knowing.look import Acquaintance, facts_of
from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Fact, Judgement

#: Pairs on one page, facts of one side that are shown, and questions that may be put off before the first comes back.
PAGE, MOST_FACTS, PUT_OFF = 20, 6, 50


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a pair: the address, whose it is now, and what is said of them."""

    handle: Handle
    person: Acquaintance | None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides and what speaks for their being one; without a right side, whether the left is the owner's own."""

    left: Half
    right: Half | None
    evidence: Evidence

    @property
    def key(self) -> str:
        """What it is remembered by while it is put off."""
        return f"{self.left.handle} {self.right.handle if self.right else ''}"


def open_pair(home: Home, later: Collection[str]) -> tuple[Pair | None, int]:
    """The question to be looked at now, and how many doubts there are; those put off come back last."""
    first: Question | None = None
    for place, question in enumerate(Review(home).questions()):
        first = first or question
        key = f"{question.left.handle} {question.right.handle if question.right else ''}"
        if key not in later:
            first = question
            break
        if place >= PUT_OFF:
            break
    return (_pair(home, first) if first else None), home.store.decisions.count("unsure")


def _pair(home: Home, question: Question) -> Pair:
    handles = [side.handle for side in (question.left, question.right) if side]
    people = _people(home, handles)
    halves = [_half(home, handle, people.get(handle)) for handle in handles]
    return Pair(halves[0], halves[1] if len(halves) > 1 else None, question.evidence)


def _half(home: Home, handle: Handle, person: Acquaintance | None) -> Half:
    if person is None:
        return Half(handle, None)
    facts = facts_of(home, home.now, person.person.id).get(person.person.id, ())
    return Half(handle, person, facts[:MOST_FACTS])


def merged(home: Home, start: int = 0, most: int = PAGE) -> tuple[list[Pair], int]:
    """What the rules put together, weakest first, since there a look is worth most: a page of it, and how many in
    all."""
    catch_up(home)
    page = home.store.browse.weakest(start, most)
    people = _people(home, [handle for each in page for handle in (each.left, each.right)])
    pairs = [
        Pair(Half(each.left, people.get(each.left)), Half(each.right, people.get(each.right)), each.evidence)
        for each in page
    ]
    return pairs, home.store.decisions.count("same")


def decided(home: Home) -> list[tuple[int, list[Judgement]]]:
    """What the owner decided, latest first; what was decided in one act stands together."""
    acts: dict[int, list[Judgement]] = {}
    for number, said in [*decisions(home), *own_decisions(home)]:
        acts.setdefault(number, []).append(said)
    return sorted(acts.items(), reverse=True)


def _people(home: Home, handles: list[Handle]) -> dict[Handle, Acquaintance]:
    ids = home.store.browse.people_of(sorted(set(handles)))
    known = known_briefly(home, sorted(set(ids.values())))
    return {handle: known[who] for handle, who in ids.items() if who in known}
