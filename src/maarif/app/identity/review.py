"""The questions that are open, one at a time: answering writes a line down, and what follows is derived at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.identity.owner import note_claim, own_addresses, own_words
from maarif.app.refresh import refresh
from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Person, Profile

Answer: TypeAlias = Literal["same", "different"]

#: So many questions are read at once.
_STEP = 50


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two people a question is about: the address that was compared, and all that is known of them."""

    handle: Handle
    person: Person
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two people are one, or (where there is no right side) whether an address is the owner's own."""

    left: Side
    right: Side | None
    evidence: Evidence


@dataclass(slots=True)
class Review:
    """One sitting over the open questions, the owner's own addresses first, then pairs, most likely first."""

    home: Home
    answered: list[int] = field(default_factory=list)
    _together: dict[str, str] = field(default_factory=dict)
    _joined: list[dict[str, str]] = field(default_factory=list)
    _settled: set[frozenset[str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        catch_up(self.home)
        for left, right in self.home.store.decisions.apart():
            self._settled.add(frozenset((self._who(left), self._who(right))))

    def questions(self) -> Iterator[Question]:
        """The questions, each as it stands after the answers so far."""
        yield from self._about_owner()
        for one in self.pairs():
            yield Question(self._side(one.left), self._side(one.right), one.evidence)

    def pairs(self) -> Iterator[Judgement]:
        """One doubtful pair for any two people, most likely first."""
        seen: set[frozenset[str]] = set()
        after = 0
        while doubts := self.home.store.decisions.doubts(after, _STEP):
            after += len(doubts)
            for one in doubts:
                sides = frozenset((self._who(str(one.left)), self._who(str(one.right))))
                if len(sides) == 2 and "" not in sides and sides not in seen and sides not in self._apart():
                    seen.add(sides)
                    yield one

    def _about_owner(self) -> Iterator[Question]:
        spoken = own_words(self.home)
        told = {
            "mail": "You write and get most mail here",
            "same": "It is taken for one person with an address of yours",
        }
        for one in own_addresses(self.home):
            if one.is_guessed and one.handle not in spoken:
                yield Question(self._side(one.handle), None, Evidence(f"{told[one.why]}."))

    def answer(self, question: Question, said: Answer) -> int:
        """Write an answer down; gives the number of the decision. What follows from it is derived by `finish`."""
        store, left = self.home.store, question.left.handle
        self._joined.append(dict(self._together))
        if question.right is None:
            number = note_claim(self.home, left, said == "same")
        else:
            right = question.right.handle
            with store.database.writing():
                store.unsettle("people")
                number = store.decisions.decide(left, right, said)
            one, other = self._who(str(left)), self._who(str(right))
            if said == "same":
                self._together[max(one, other)] = min(one, other)
            else:
                self._settled.add(frozenset((one, other)))
        self.answered.append(number)
        return number

    def take_back(self, question: Question) -> None:
        """Take the last answer back, which was given to this question."""
        self.home.store.decisions.undecide(self.answered.pop())
        self._together = self._joined.pop()
        if question.right is not None:
            ids = (self._who(str(question.left.handle)), self._who(str(question.right.handle)))
            self._settled.discard(frozenset(ids))

    def finish(self) -> None:
        """Derive what follows from the answers; where this is not reached, the next command does."""
        if self.answered or self.home.store.unsettled is not None:
            refresh(self.home)

    def _apart(self) -> set[frozenset[str]]:
        """The settled pairs, by the people as they are united so far."""
        if not self._together:
            return self._settled
        return {frozenset(map(self._root, sides)) for sides in self._settled}

    def _root(self, who: str) -> str:
        while who in self._together:
            who = self._together[who]
        return who

    def _who(self, handle: str) -> str:
        return self._root(self.home.store.people.by_handle(Handle.parse(handle)) or "")

    def _side(self, handle: Handle) -> Side:
        people, registers = self.home.store.people, self.home.store.registers
        key = people.by_handle(handle) or ""
        person = people.get([key])[key]
        known = registers.profiles([str(one) for one in person.handles])
        return Side(handle, person, tuple(known[str(one)] for one in person.handles if str(one) in known))
