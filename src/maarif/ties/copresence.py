"""Who is seen together with whom, how much, and which people are mostly seen with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from maarif.ties.ledger import MANY, Flags, Floats, Ints, Ledger

#: Leiden's runs over the graph, its resolution, and the seed of its order (any number, always the same one).
ROUNDS, RESOLUTION, SEED = 3, 1.0, 20
#: A community of more people is no circle anybody has in mind: it is divided once more, at a higher resolution
#: (Dunbar's hundred and fifty).
TOO_LARGE, FINER = 150, 4.0
#: Fewer people than these are no circle.
SMALLEST = 3
#: In a graph of so few pairs, people who are joined to nobody else and too few for two circles are one as they are; the
#: library that divides is not even loaded, which spares a small home most of a second.
FEW_PAIRS = 200


@dataclass(frozen=True, slots=True)
class Graph:
    """Pairs of people (left < right, places in the ledger) with how much each pair is seen together: the sum of 1/n
    over their common items, n the number of people on it without the owner (RANKING.md section 2)."""

    size: int
    left: Ints
    right: Ints
    weight: Floats


def seen_together(ledger: Ledger, human: Flags) -> Graph:
    """The graph of everybody who is a person, over items that are no announcements."""
    counts = ledger.together & human[ledger.person]
    item, person = ledger.item[counts], ledger.person[counts]
    size = len(ledger.people)
    if not len(item):
        return Graph(size, item, person, np.zeros(0))
    begins = np.flatnonzero(np.r_[True, item[1:] != item[:-1]])
    share = np.repeat(1 / np.diff(np.r_[begins, len(item)]), np.diff(np.r_[begins, len(item)]))
    keys, weights = [], []
    for step in range(1, MANY):
        same = item[step:] == item[:-step]
        if not same.any():
            break
        one, two = person[:-step][same], person[step:][same]
        keys.append(np.minimum(one, two) * size + np.maximum(one, two))
        weights.append(share[step:][same])
    if not keys:
        return Graph(size, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))
    key, place = np.unique(np.concatenate(keys), return_inverse=True)
    weight: Floats = np.bincount(place, np.concatenate(weights)).astype(np.float64)
    return Graph(size, key // size, key % size, weight)


def communities(graph: Graph) -> list[Ints]:
    """The people (places, ascending) of each community of three or more, largest first; the same for the same graph.

    Leiden (Traag, Waltman, van Eck 2019) on one thread and without chance, so that nothing but the graph decides.
    """
    if not len(graph.left):
        return []
    found, graph = _undivided(graph) if len(graph.left) <= FEW_PAIRS else ([], graph)
    for members in _parts(graph, RESOLUTION) if len(graph.left) else ():
        found += _finer(graph, members) if len(members) > TOO_LARGE else [members]
    return sorted((m for m in found if len(m) >= SMALLEST), key=lambda members: (-len(members), members.tolist()))


def _undivided(graph: Graph) -> tuple[list[Ints], Graph]:
    """Those joined to each other and to nobody else who are too few to be divided, and the graph without them."""
    group = {place: {place} for place in (*graph.left.tolist(), *graph.right.tolist())}
    for one, other in zip(graph.left.tolist(), graph.right.tolist(), strict=True):
        if group[one] is not group[other]:
            group[one] |= group[other]
            for place in group[other]:
                group[place] = group[one]
    small = {min(members): sorted(members) for members in group.values() if len(members) < 2 * SMALLEST}
    left = np.array([len(group[place]) >= 2 * SMALLEST for place in graph.left.tolist()], dtype=np.bool_)
    rest = Graph(graph.size, graph.left[left], graph.right[left], graph.weight[left])
    return [np.array(members, dtype=np.int64) for members in small.values()], rest


def _parts(graph: Graph, resolution: float) -> list[Ints]:
    """Leiden's communities of two or more."""
    import networkit  # heavy

    networkit.setSeed(SEED, False)
    networkit.setNumberOfThreads(1)
    nodes, place = np.unique(np.concatenate([graph.left, graph.right]), return_inverse=True)
    half = len(graph.left)
    edges = (graph.weight, (place[:half], place[half:]))
    made = networkit.GraphFromCoo(edges, n=len(nodes), weighted=True, directed=False)
    leiden = networkit.community.ParallelLeiden(made, randomize=False, iterations=ROUNDS, gamma=resolution)
    leiden.run()
    label = np.array(leiden.getPartition().getVector())
    order = np.argsort(label, kind="stable")
    return [
        np.sort(nodes[part]) for part in np.split(order, np.flatnonzero(np.diff(label[order])) + 1) if len(part) > 1
    ]


def _finer(graph: Graph, members: Ints) -> list[Ints]:
    inside = np.zeros(graph.size, dtype=np.bool_)
    inside[members] = True
    kept = inside[graph.left] & inside[graph.right]
    return _parts(Graph(graph.size, graph.left[kept], graph.right[kept], graph.weight[kept]), FINER)


def pull(graph: Graph, label: Ints) -> Floats:
    """How much each person is seen with the others of their community; `label` numbers the communities, -1: none."""
    kept = (label[graph.left] == label[graph.right]) & (label[graph.left] >= 0)
    left, right, weight = graph.left[kept], graph.right[kept], graph.weight[kept]
    both = np.bincount(left, weight, minlength=graph.size) + np.bincount(right, weight, minlength=graph.size)
    return np.round(both, 9)


#: A circle keeps the id of a former one with which it shares at least this share of all their people.
SAME_CIRCLE = 0.3


def carry_ids(circles: Sequence[frozenset[str]], former: dict[str, frozenset[str]]) -> list[str]:
    """An id for each set of people: that of the former circle it overlaps most with (Jaccard), each given once, the
    best pairs first; a new one, made of its first person, where none fits."""
    holders: dict[str, set[str]] = {}
    for known, people in former.items():
        for person in people:
            holders.setdefault(person, set()).add(known)
    pairs = []
    for place, people in enumerate(circles):
        for known in {known for person in people for known in holders.get(person, ())}:
            share = len(people & former[known]) / len(people | former[known])
            if share >= SAME_CIRCLE:
                pairs.append((-share, known, place))
    given, taken = dict[int, str](), set[str]()
    for _, known, place in sorted(pairs):
        if place not in given and known not in taken:
            given[place] = known
            taken.add(known)
    return [given.get(place) or _fresh(people, taken) for place, people in enumerate(circles)]


def _fresh(people: frozenset[str], taken: set[str]) -> str:
    stem = f"c{min(people)[1:]}"
    chosen = next(name for name in (stem, *(f"{stem}{n}" for n in range(2, len(taken) + 3))) if name not in taken)
    taken.add(chosen)
    return chosen
