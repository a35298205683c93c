"""From what speaks to a need to the people it speaks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from maarif.app.asking.experience import Experience
from maarif.app.asking.portraits import VOUCHES, Echo
from maarif.app.asking.search import Found
from maarif.app.asking.speaking_facts import FactHit
from maarif.app.home import Home
from maarif.domain.needs import Need
from maarif.domain.ties import Tie
from maarif.rank import lists
from maarif.rank.hits import Hit, Part

#: What the lists weigh in the fusion (RANKING.md section 2: the memory vote twice).
VOTE, OTHER = 2.0, 1.0
#: How many of the fused list are looked at closely.
CLOSELY = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person with what speaks for them: relevance and covers are in [0, 1]; hits likest first; `echo` is
    the passage that is nearest in meaning, where a model is named."""

    person: str
    relevance: float
    cover: float
    cover_at_once: float
    hits: tuple[Hit, ...]
    facts: tuple[FactHit, ...]
    echo: Echo | None = None


def ranked_lists(
    hits: Sequence[Hit], moment: int, traffic: Mapping[str, float], parts: Mapping[Part, float]
) -> list[tuple[float, Mapping[str, float]]]:
    return [
        (VOTE, lists.memory_vote(hits, moment, parts)),
        (OTHER, lists.nearest(hits, parts)),
        (OTHER, lists.associated(hits, parts)),
        (OTHER, lists.concentrated(hits, traffic, parts)),
        (OTHER, lists.written_by_them(hits)),
    ]


def candidates_for(
    need: Need, found: Found, ties: Mapping[str, Tie], echoes: Sequence[Echo] = ()
) -> list[Candidate]:  # fmt: skip
    """The people that speak to a need best, by the fused lists; `echoes` are one list more."""
    heard: dict[str, Echo] = {}
    for echo in echoes:
        heard.setdefault(echo.person, echo)
    facts: dict[str, float] = defaultdict(float)
    for fact in found.facts:
        facts[fact.person] = max(facts[fact.person], fact.points)
    moment = need.asked_on
    traffic = {person: float(ties[person].items) for hit in found.hits for person, _ in hit.people if person in ties}
    weighted = [*ranked_lists(found.hits, moment, traffic, lists.SPEAKS), (VOTE, facts)]
    if heard:
        weighted.append((VOTE, {person: echo.cosine for person, echo in heard.items()}))
    most = sum(weight for weight, _ in weighted) / (lists.FUSION_K + 1)
    relevance = {person: total / most for person, total in lists.fuse(weighted).items()}
    for person, share in _asleep(found).items():
        relevance[person] = max(relevance.get(person, 0.0), share)
    best = sorted(relevance, key=lambda person: (-relevance[person], person))[: 4 * CLOSELY]
    own_hits: dict[str, dict[int, Hit]] = defaultdict(dict)
    for hit in (*found.hits, *found.dormant_hits):
        for person, part in hit.people:
            if part != "bystander":
                own_hits[person][hit.item] = hit
    return [
        _candidate(person, relevance[person], own_hits[person].values(), found, heard.get(person)) for person in best
    ]


def _asleep(found: Found) -> dict[str, float]:
    """Relevance of people out of sight, ranked among themselves and without recency, so that they are seen at all; as
    far as what speaks for them is as like the need as the best that speaks for anybody."""
    own = lists.nearest(found.dormant_hits, lists.SPEAKS)
    fused = lists.fuse([(VOTE, own), (OTHER, lists.written_by_them(found.dormant_hits))])
    best = {person: hit.sim for hit in reversed(found.dormant_hits) for person, _ in hit.people}
    top = max((hit.sim for hit in (*found.hits, *found.dormant_hits)), default=1.0)
    most = (VOTE + OTHER) / (lists.FUSION_K + 1)
    return {person: total / most * best[person] / top for person, total in fused.items()}


def _candidate(
    person: str, relevance: float, hits: Iterable[Hit], found: Found, echo: Echo | None
) -> Candidate:  # fmt: skip
    own = sorted(hits, key=lambda hit: (-hit.sim, -(hit.at or 0)))  # stable: equal ones stay as they were found
    facts = tuple(fact for fact in found.facts if fact.person == person)
    met: dict[str, float] = {}
    for word, weight in [pair for hit in own[:5] for pair in hit.met] + [pair for fact in facts for pair in fact.met]:
        met[word] = max(weight, met.get(word, 0.0))
    once = max((hit.cover for hit in own), default=0.0)
    cover = sum(met.values()) / found.ideal
    at_once = max(once / found.ideal, min(cover, bool(facts)))
    if echo is not None and echo.cosine >= VOUCHES:
        cover = at_once = 1.0
    return Candidate(person, relevance, cover, at_once, tuple(own), facts, echo)


def without_wrong_reasons(home: Home, found: Found, experience: Experience) -> Found:
    """What was found, less the items that the owner said are no reason for somebody."""
    if not experience.no_reason:
        return found
    wrong = {
        (person, item)
        for person, origins in experience.no_reason.items()
        for origin in origins
        if (item := home.store.items.find(origin)) is not None
    }
    return replace(
        found,
        hits=[_less(hit, wrong) for hit in found.hits],
        dormant_hits=[_less(hit, wrong) for hit in found.dormant_hits],
        facts=[fact for fact in found.facts if (fact.person, fact.item) not in wrong],
    )


def _less(hit: Hit, wrong: Collection[tuple[str, int]]) -> Hit:
    return replace(hit, people=tuple(pair for pair in hit.people if (pair[0], hit.item) not in wrong))


def with_ways(candidates: Sequence[Candidate], ways: Mapping[str, object]) -> list[Candidate]:
    """The candidates, and whoever opens a way to the wished-for, for whom that is reason enough."""
    known = [replace(c, cover=1.0, cover_at_once=1.0) if c.person in ways else c for c in candidates]
    more = set(ways) - {candidate.person for candidate in candidates}
    return known + [Candidate(person, 0.0, 1.0, 1.0, (), ()) for person in sorted(more)]
