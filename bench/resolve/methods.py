"""Ways to tell who is who: ours, with and without answers to its questions, and three others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.resolve.books import Row
from bench.resolve.measures import clusters_of
from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Profile
from maarif.resolve import Register, cluster, questions

Clusters = list[list[int]]
#: A method is given up where its owner would have: after so many questions per thousand people.
_MOST_QUESTIONS = 400


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review answered by truth leads to, and how many questions it took."""

    clusters: Clusters
    questions: int


def by_rule(rows: Sequence[Row]) -> Clusters:
    """Maarif without a single answer."""
    register = Register(_merged(rows))
    return _rows_of(cluster(_handles(rows), register.judgements()), rows)


def reviewed(rows: Sequence[Row]) -> Reviewed:
    """Maarif with its questions answered by truth, one at a time, best first; rules look again after each ten."""
    register, handles = Register(_merged(rows)), _handles(rows)
    person = {row.profile.handle: row.person for row in rows}
    said: list[Judgement] = []
    most = max(20, len(set(person.values())) * _MOST_QUESTIONS // 1000)
    while len(said) < most:
        judged = [*said, *register.judgements(said)]
        asked = questions(handles, judged)[:10]
        if not asked:
            break
        for one in asked:
            verdict = "same" if person[one.left] == person[one.right] else "different"
            said.append(Judgement(one.left, one.right, verdict, "owner", len(said), Evidence("the truth")))  # type: ignore[arg-type]
    clusters = cluster(handles, [*said, *register.judgements(said)])
    return Reviewed(_rows_of(clusters, rows), len(said))


def _handles(rows: Sequence[Row]) -> list[Handle]:
    return list(dict.fromkeys(row.profile.handle for row in rows))


def _merged(rows: Sequence[Row]) -> list[Profile]:
    """One profile a handle, as an import makes it: equal addresses reach the same box."""
    by_handle: dict[Handle, list[Profile]] = defaultdict(list)
    for row in rows:
        by_handle[row.profile.handle].append(row.profile)
    return [group[0] if len(group) == 1 else _merge(group) for group in by_handle.values()]


def _merge(group: list[Profile]) -> Profile:
    counts: dict[str, int] = defaultdict(int)
    for profile in group:
        for name, times in profile.names:
            counts[name] += times
    fields = ("cards", "sources", "phones", "employers", "titles", "contacts", "birthdays", "cities")
    sets = {field: frozenset[str]().union(*(getattr(one, field) for one in group)) for field in fields}
    return Profile(group[0].handle, tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))), **sets)  # type: ignore[arg-type]


def _rows_of(clusters: Sequence[Sequence[Handle]], rows: Sequence[Row]) -> Clusters:
    places: dict[Handle, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[row.profile.handle].append(place)
    return [[place for handle in group for place in places[handle]] for group in clusters]


def same_address_or_phone(rows: Sequence[Row]) -> Clusters:
    """Rows that share an address, a phone number or a card."""
    met: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        profile = row.profile
        numbers = profile.phones | {profile.handle.value.rpartition(":")[2]}
        for mark in {str(profile.handle), *numbers, *(f"card {card}" for card in profile.cards)}:
            met[mark].append(place)
    return clusters_of((pair for group in met.values() for pair in pairwise(group)), range(len(rows)))


def naive_name_match(rows: Sequence[Row], alike: float = 92.0) -> Clusters:
    """Rows whose first names in full are alike by rapidfuzz (token_sort_ratio >= 92 of 100)."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.utils import default_process

    named = [(place, default_process(row.profile.names[0][0])) for place, row in enumerate(rows) if row.profile.names]
    names = [name for _, name in named]
    found: list[tuple[int, int]] = []
    for begin in range(0, len(names), 500):
        scores = process.cdist(names[begin : begin + 500], names, scorer=fuzz.token_sort_ratio, score_cutoff=alike)
        for one, other in zip(*scores.nonzero(), strict=True):
            found.append((named[begin + int(one)][0], named[int(other)][0]))
    return clusters_of(found, range(len(rows)))


#: What stands in a row beside ours.
OTHERS: dict[str, Callable[[Sequence[Row]], Clusters]] = {
    "same address or phone": same_address_or_phone,
    "name match (rapidfuzz >= .92)": naive_name_match,
}
