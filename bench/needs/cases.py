"""One need with all answers to it, and what each answer is worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.needs.baselines import Profiles, Searcher, strongest
from bench.needs.measures import Ranking, ndcg, recall, reciprocal, violations
from bench.needs.program import Row
from bench.needs.truth import Asked, Truth

TOLD, GIVEN = "Maarif", "Maarif, kind given"
BASELINES = ("search all, count people", "search all, shared votes", "search profiles", "closest people")


@dataclass(frozen=True, slots=True)
class Case:
    """A need of one owner, its grades, and for each method whom it names, in order."""

    asked: Asked
    grades: dict[str, int]
    kind_told: str
    sources: dict[str, str]
    distances: dict[str, str]
    rankings: dict[str, Ranking] = field(default_factory=dict)

    @property
    def answerable(self) -> bool:
        """Whether anybody would be a good answer; else "nobody" is right."""
        return any(grade > 0 for grade in self.grades.values())


@dataclass(frozen=True, slots=True)
class Worth:
    """What a method's answer to one need is worth."""

    ndcg: float
    recall: float
    reciprocal: float


def worth(case: Case, method: str) -> Worth:
    """The measures of one answer; only for needs that can be answered."""
    ranking = case.rankings[method]
    return Worth(ndcg(ranking, case.grades), recall(ranking, case.grades), reciprocal(ranking, case.grades))


def must_not(case: Case, method: str) -> int:
    """How many of the first ten must not appear."""
    return violations(case.rankings[method], case.grades)


def cases(truth: Truth, told: list[Row], given: list[Row], items: list[Row], people: list[Row]) -> list[Case]:
    """All needs of an owner in their first wording, with the answers of the program and of the baselines."""
    by_told = {row["need"]["id"]: row for row in told}
    by_given = {row["need"]["id"]: row for row in given}
    handles = {row["id"]: row["handles"] for row in people}
    baselines = _Baselines(truth, items, people)
    found = []
    for asked in truth.asked:
        if asked.of is None:
            rankings: dict[str, Ranking] = {
                TOLD: answered(truth, by_told[asked.id]),
                GIVEN: answered(truth, by_given[asked.id]),
            }
            for name, ids in zip(BASELINES, baselines.rank(asked), strict=True):
                rankings[name] = [truth.who(handles.get(who, ())) for who in ids]
            found.append(_case(truth, asked, by_told[asked.id], rankings))
    return found


def _case(truth: Truth, asked: Asked, answer: Row, rankings: dict[str, Ranking]) -> Case:
    grades = truth.grades.get(asked.id, {})
    sources = {who: truth.sources[asked.id, who] for who in grades}
    distances = {who: truth.distances[asked.id, who] for who in grades}
    return Case(asked, grades, str(answer["need"].get("kind")), sources, distances, rankings)


def answered(truth: Truth, answer: Row) -> list[set[str]]:
    """The judged people at each place of an answer."""
    return [truth.who(row["person"]["handles"]) for row in answer["suggestions"]]


class _Baselines:
    """The four rankings that need no Maarif; profiles are made once per day asked about."""

    def __init__(self, truth: Truth, items: list[Row], people: list[Row]) -> None:
        me = {f"email:{address}" for address in truth.owner["me"]}
        owner = {row["id"] for row in people if me & set(row["handles"])} | _owners(truth, items)
        self._searcher = Searcher(items, owner)
        self._closest = strongest([row for row in people if row["id"] not in owner])
        self._profiles: dict[str, Profiles] = {}

    def rank(self, asked: Asked) -> Iterable[list[str]]:
        """Ids of people by each of the four, best first."""
        searcher = self._searcher
        if asked.on not in self._profiles:
            self._profiles[asked.on] = searcher.profiles(asked.on)
        profiles = self._profiles[asked.on]
        return searcher.count(asked), searcher.vote(asked), profiles.search(asked), self._closest


def _owners(truth: Truth, items: list[Row]) -> set[str]:
    """The owner's id: whoever is on every mail that the owner sent to one other, and is not among the people."""
    mine = [set(item["people"]) for item in items if item.get("from") in truth.owner["me"] and item.get("people")]
    return set.intersection(*mine) if mine else set()
