"""How right a division into people is, when the true one is known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Record = TypeVar("Record", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares in [0, 1] over pairs of records, B-cubed F1 over records, and wrong merges as a number.

    A cluster that holds records of n people is n - 1 wrong merges.
    """

    precision: float
    recall: float
    bcubed: float
    wrong_merges: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of pairs."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(clusters: Iterable[Sequence[Record]], person: Mapping[Record, str]) -> Score:
    """Hold clusters (each record in one of them exactly) against the person that each record belongs to."""
    mixed = [Counter(person[record] for record in cluster) for cluster in clusters]
    true = Counter(person.values())
    both = sum(_pairs(count) for counts in mixed for count in counts.values())
    made, wanted = sum(_pairs(counts.total()) for counts in mixed), sum(map(_pairs, true.values()))
    records = sum(true.values())
    precise = sum(count * count / counts.total() for counts in mixed for count in counts.values()) / records
    complete = sum(count * count / true[who] for counts in mixed for who, count in counts.items()) / records
    return Score(
        precision=both / made if made else 1.0,
        recall=both / wanted if wanted else 1.0,
        bcubed=2 * precise * complete / (precise + complete),
        wrong_merges=sum(len(counts) - 1 for counts in mixed),
    )


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def clusters_of(pairs: Iterable[tuple[Record, Record]], records: Iterable[Record]) -> list[list[Record]]:
    """All records, united where a pair says so, and through others (connected components)."""
    parent = {record: record for record in records}

    def root(record: Record) -> Record:
        while parent[record] != record:
            parent[record] = parent[parent[record]]
            record = parent[record]
        return record

    for left, right in pairs:
        parent[root(left)] = root(right)
    groups: dict[Record, list[Record]] = defaultdict(list)
    for record in parent:
        groups[root(record)].append(record)
    return list(groups.values())
