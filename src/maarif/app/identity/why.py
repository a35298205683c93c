"""Why two addresses are taken for one human, or are not: the judgements between them, each with its waterfall."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maarif import resolve
from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.identity.recall import StoredMemory
from maarif.domain.errors import BadInput
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Person


@dataclass(frozen=True, slots=True)
class Link:
    """One judgement between two addresses; `decision` is its number where the owner gave it."""

    judgement: Judgement
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """How two stand to each other.

    `path` leads from the one to the other where they are one person: each link is a union. Where they are two, or were
    never united directly, `direct` is the judgement on their nearest pair of addresses. `words` are the owner's own on
    the two; `upper` and `lower` are the bars in points.
    """

    left: Person
    right: Person
    path: tuple[Link, ...]
    direct: Judgement | None
    words: tuple[Link, ...]
    upper: float = resolve.UPPER
    lower: float = resolve.LOWER

    @property
    def are_one(self) -> bool:
        """Whether they are one person."""
        return self.left.id == self.right.id


def why(home: Home, one: str, other: str) -> Why:
    """Why these two are one, or are not. Raises NoSuchPerson, AmbiguousPerson, BadInput."""
    catch_up(home)
    (left, ours), (right, theirs) = _meant(home, one), _meant(home, other)
    if ours == theirs and len(ours) == 1:
        raise BadInput(f"{one!r} and {other!r} are the same address. Name two addresses or people.")
    words = tuple(_words(home, ours, theirs) if left.id != right.id else _words(home, left.handles, left.handles))
    if left.id != right.id:
        return Why(left, right, (), _nearest(home, ours, theirs), words)
    path = _path(home, left, ours, theirs)
    direct = _nearest(home, ours[:1], theirs[:1]) if len(path) > 1 and len(ours) == len(theirs) == 1 else None
    return Why(left, right, path, direct, words)


def _meant(home: Home, who: str) -> tuple[Person, tuple[Handle, ...]]:
    """The person, and the one handle that was named, or all of theirs."""
    from maarif.app.identity.decide import known_handle
    from maarif.app.knowing.look import find

    people, handle = home.store.people, known_handle(home, who)
    if handle is None:
        found = find(home, who)
        return found, found.handles
    key = people.by_handle(handle) or ""
    return people.get([key])[key], (handle,)


def _words(home: Home, left: Sequence[Handle], right: Sequence[Handle]) -> Iterable[Link]:
    for number, said in home.store.decisions.decisions():
        if (said.left in left and said.right in right) or (said.left in right and said.right in left):
            yield Link(said, number)


def _nearest(home: Home, left: Sequence[Handle], right: Sequence[Handle]) -> Judgement:
    """What is kept of the best pair between two sides, else what the rules say of it when asked."""
    kept = [
        found
        for one in left
        for other in right
        if one != other and (found := home.store.decisions.between(*sorted((str(one), str(other))))) is not None
    ]
    if kept:
        return max(kept, key=lambda found: (found.evidence.total, found.left, found.right))
    crowd = resolve.Crowd(StoredMemory(home.store.registers))
    pair, weighed = resolve.nearest(crowd, list(map(str, left)), list(map(str, right)))
    return weighed.judgement(*pair)


def _path(home: Home, person: Person, ours: Sequence[Handle], theirs: Sequence[Handle]) -> tuple[Link, ...]:
    """The shortest way from one address to another by unions; from a whole person, the ways to all its addresses."""
    links = _links(home, person)
    start = ours[0] if len(ours) == 1 else theirs[0]
    came: dict[Handle, tuple[Handle, Link]] = {}
    waiting, seen = deque([start]), {start}
    while waiting:
        here = waiting.popleft()
        for link in links:
            sides = {link.judgement.left, link.judgement.right}
            if here in sides and len(there := sides - seen) == 1:
                (new,) = there
                came[new] = here, link
                seen.add(new)
                waiting.append(new)
    if len(ours) == len(theirs) == 1:
        return tuple(reversed(list(_back(theirs[0], came))))
    return tuple(link for _, link in came.values())


def _back(goal: Handle, came: dict[Handle, tuple[Handle, Link]]) -> Iterable[Link]:
    while goal in came:
        goal, link = came[goal]
        yield link


def _links(home: Home, person: Person) -> list[Link]:
    """All unions within a person: the owner's first, then those with most points."""
    decisions = home.store.decisions
    told = [Link(one, number) for number, one in decisions.decisions() if one.verdict == "same"]
    told = [link for link in told if {link.judgement.left, link.judgement.right} <= set(person.handles)]
    ruled = sorted(decisions.touching(person.handles, "same"), key=lambda one: -one.evidence.total)
    return [*told, *map(Link, ruled)]
