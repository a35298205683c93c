"""Facts that speak to a need, and what later words say against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.rank.likeness import Query
from maarif.text.fold import fold, words
from maarif.text.stem import stems

#: Of these a person mostly has one at a time: a later one speaks against an earlier one.
ONE_AT_A_TIME = frozenset({"employer", "title", "city", "country"})
#: What is left of the points of a fact that a later word speaks against.
OUTDATED = 0.4


@dataclass(frozen=True, slots=True)
class FactHit:
    """A fact that speaks to a need; `newer` is a later word of the same kind that says otherwise, and when."""

    person: str
    attribute: str
    value: str
    item: int
    at: int | None
    points: float
    met: tuple[tuple[str, float], ...]
    newer: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """One value of a person's attribute: as first said, when first and when last (None: undated), and by which item."""

    person: str
    attribute: str
    value: str
    first: int | None
    last: int | None
    item: int


@dataclass(frozen=True, slots=True)
class _FactIndex:
    """Every fact once; which of them hold a term; and the values of what one has one of at a time, by person."""

    facts: list[_Said]
    by_term: dict[str, list[int]]
    values: dict[tuple[str, str], list[_Said]]

    def holding(self, term: str) -> Sequence[int]:
        """The facts that hold a term, or all the terms of a phrase: a value is short, they stand together there."""
        first, *others = (self.by_term.get(part, ()) for part in term.split())
        return [number for number in first if all(number in other for other in others)] if others else first


def speaking_facts(home: Home, query: Query, before: int) -> list[FactHit]:
    """Facts with words of the need in them; the same fact said many times counts once, as first said."""
    index = _fact_index(home)
    points: dict[int, dict[str, float]] = defaultdict(dict)
    for word in query.variants:
        weighed = {**query.related.get(word, {}), **dict.fromkeys(query.variants[word], query.weights[word])}
        for term, weight in weighed.items():
            for number in index.holding(term):
                points[number][word] = max(weight, points[number].get(word, 0.0))
    found = []
    for number, met in sorted(points.items()):
        said = index.facts[number]
        if said.first is None or said.first < before:
            newer = _later_word(said, index.values.get((said.person, said.attribute), ()), before)
            total = round(sum(met.values()) * (1.0 if newer is None else OUTDATED), 6)
            found.append(_hit(said, total, tuple(sorted(met.items())), newer))
    return sorted(found, key=lambda f: (-f.points, f.person, f.attribute, f.value))


def _hit(said: _Said, total: float, met: tuple[tuple[str, float], ...], newer: tuple[str, int] | None) -> FactHit:
    return FactHit(said.person, said.attribute, said.value, said.item, said.first, total, met, newer)


def _later_word(said: _Said, values: list[_Said] | tuple[()], before: int) -> tuple[str, int] | None:
    """The latest value first said after this one was last said, where it says something else; and when."""
    last = said.first if said.last is None or said.last >= before else said.last
    if last is None:
        return None
    own = set(words(said.value))
    others = [(v.first, v.value) for v in values if v.first is not None and last < v.first < before]
    for first, value in sorted(others, reverse=True):
        other = set(words(value))
        if not (own <= other or other <= own):
            return value, first
    return None


def _fact_index(home: Home) -> _FactIndex:
    return home.view("facts", lambda: _index_facts(home))


def _index_facts(home: Home) -> _FactIndex:
    said: dict[tuple[str, str, str], _Said] = {}
    people = people_of(home)
    for person, _, _, attribute, value, at, item in home.store.ledgers.facts(home.now):
        key = (person, attribute, fold(value))
        if person in people:
            said[key] = _again(said.get(key), _Said(person, attribute, value, at, at, item))
    facts = [said[key] for key in sorted(said)]
    by_term: dict[str, list[int]] = defaultdict(list)
    values: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for number, fact in enumerate(facts):
        for term in set(stems(fact.value, "en")) | set(stems(fact.value, "de")) | set(stems(fact.value)):
            by_term[term].append(number)
        if fact.attribute in ONE_AT_A_TIME:
            values[fact.person, fact.attribute].append(fact)
    return _FactIndex(facts, dict(by_term), dict(values))


def _again(known: _Said | None, said: _Said) -> _Said:
    """A value said again: the earliest saying stands for it, the latest is remembered."""
    if known is None:
        return said
    first = min(known, said, key=lambda one: (one.first or 0, one.value))
    last = max((at for at in (known.last, said.last) if at is not None), default=None)
    return _Said(first.person, first.attribute, first.value, first.first, last, first.item)
