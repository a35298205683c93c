"""Ask: a need in, the people who could and should hear of it out, each with the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from maarif.app.catching_up import catch_up
from maarif.app.circles import circle_of, noted_marks
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.reasons import Reasons
from maarif.app.search import FactHit, Found, search
from maarif.app.standing import Standing, standing
from maarif.domain.evidence import Evidence
from maarif.domain.needs import Answer, Need, SetAside, Suggestion
from maarif.domain.ties import Tie
from maarif.rank import gates, lists
from maarif.rank.curves import Leaning, suit, willingness
from maarif.rank.hits import Hit, Part
from maarif.rank.needs import parse_moment, understand
from maarif.rank.slots import SEVEN, Contender, choose

DEFAULT_LIMIT = SEVEN

parse_when = parse_moment

#: What the lists weigh in the fusion (RANKING.md section 2: the memory vote twice).
VOTE, OTHER = 2.0, 1.0
#: The score is sum of share * ln(factor / FLOOR): R^.5 W^.25 T^.25 in log form, shifted so that no factor counts below
#: zero.
SHARES = {"relevance": 0.5, "willingness": 0.25, "tie": 0.25}
FLOOR = 0.01
#: A person is vouched for when what speaks for them covers this much of what the need's weightiest words weigh, and
#: one item alone (or their facts) this much: words met here and there make no reason.
VOUCH, VOUCH_AT_ONCE = 0.35, 0.3
#: How many of the fused list are looked at closely.
CLOSELY = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person with what speaks for them."""

    person: str
    relevance: float
    cover: float
    cover_at_once: float
    hits: tuple[Hit, ...]
    facts: tuple[FactHit, ...]


def ask(
    home: Home, text: str, kind: str | None = None, limit: int = DEFAULT_LIMIT, on: int | None = None, need_id: str = ""
) -> Answer:
    """Who of all the people the owner knows could help with `text`, best first, with reasons.

    `on` (Unix seconds) asks as if then: nothing dated at or after it counts. Raises BadNeed where nothing is asked.
    """
    moment = home.now if on is None else on
    need = understand(need_id, text, kind, moment)
    catch_up(home)
    if need.kind == "recipients":
        return _recipients(home, need, limit)
    known = standing(home, on)
    found = search(home, need, known.dormant)
    candidates = _candidates(need, found, known.ties)
    open_to, aside = _gate(home, need, candidates)
    return _answer(home, found, open_to, aside, known, Asked(need, limit))


# -- relevance ------------------------------------------------------------------------------------


def _lists(
    hits: Sequence[Hit], moment: int, traffic: Mapping[str, float], parts: Mapping[Part, float]
) -> list[tuple[float, Mapping[str, float]]]:
    return [
        (VOTE, lists.memory_vote(hits, moment, parts)),
        (OTHER, lists.nearest(hits, parts)),
        (OTHER, lists.associated(hits, parts)),
        (OTHER, lists.concentrated(hits, traffic, parts)),
        (OTHER, lists.written_by_them(hits)),
    ]


def _recipients(home: Home, need: Need, limit: int) -> Answer:
    """Whom such a message usually goes to: plain relevance, no quotas, no gates but the person being one."""
    from maarif.app.ledger import ledger_of
    from maarif.rank.traffic import recent_addressees, recent_memory, traffic_of, with_company

    found = search(home, need, frozenset())
    ledger = ledger_of(home)
    sent = [hit for hit in found.hits if hit.by_owner]
    fused = lists.fuse(
        [
            *_lists(found.hits, need.asked_on, traffic_of(ledger, need.asked_on), lists.ALIKE),
            (OTHER, lists.nearest(sent)),
            (OTHER, recent_memory(ledger, need.asked_on)),
            (OTHER, recent_addressees(ledger, need.asked_on)),
        ]
    )
    fused = with_company(fused, ledger, need.asked_on)
    people = people_of(home)
    best = sorted(fused, key=lambda person: (-fused[person], person))[: max(limit, 0)]
    reasons = Reasons(home, need, found)
    suggestions = [
        Suggestion(need.id, people[p], reasons.for_recipient(p, fused[p]), "best") for p in best if p in people
    ]
    return Answer(need, tuple(suggestions))


def _candidates(need: Need, found: Found, ties: Mapping[str, Tie]) -> list[Candidate]:
    facts: dict[str, float] = defaultdict(float)
    for fact in found.facts:
        facts[fact.person] = max(facts[fact.person], fact.points)
    moment = need.asked_on
    traffic = {person: float(ties[person].items) for hit in found.hits for person, _ in hit.people if person in ties}
    weighted = [*_lists(found.hits, moment, traffic, lists.SPEAKS), (VOTE, facts)]
    most = sum(weight for weight, _ in weighted) / (lists.FUSION_K + 1)
    relevance = {person: total / most for person, total in lists.fuse(weighted).items()}
    for person, share in _asleep(found).items():
        relevance[person] = max(relevance.get(person, 0.0), share)
    best = sorted(relevance, key=lambda person: (-relevance[person], person))[: 4 * CLOSELY]
    own_hits: dict[str, dict[int, Hit]] = defaultdict(dict)
    for hit in (*found.hits, *found.dormant_hits):
        for person, _ in hit.people:
            own_hits[person][hit.item] = hit
    return [_candidate(person, relevance[person], own_hits[person].values(), found) for person in best]


def _asleep(found: Found) -> dict[str, float]:
    """Relevance of people out of sight, ranked among themselves and without recency, so that they are seen at all; as
    far as what speaks for them is as like the need as the best that speaks for anybody."""
    own = lists.nearest(found.dormant_hits, lists.SPEAKS)
    fused = lists.fuse([(VOTE, own), (OTHER, lists.written_by_them(found.dormant_hits))])
    best = {person: hit.sim for hit in reversed(found.dormant_hits) for person, _ in hit.people}
    top = max((hit.sim for hit in (*found.hits, *found.dormant_hits)), default=1.0)
    most = (VOTE + OTHER) / (lists.FUSION_K + 1)
    return {person: total / most * best[person] / top for person, total in fused.items()}


def _candidate(person: str, relevance: float, hits: Iterable[Hit], found: Found) -> Candidate:
    own = sorted(hits, key=lambda hit: (-hit.sim, -(hit.at or 0)))  # stable: equal ones stay as they were found
    facts = tuple(fact for fact in found.facts if fact.person == person)
    met: dict[str, float] = {}
    for word, weight in [pair for hit in own[:5] for pair in hit.met] + [pair for fact in facts for pair in fact.met]:
        met[word] = max(weight, met.get(word, 0.0))
    once = max((hit.cover for hit in own), default=0.0)
    cover = sum(met.values()) / found.ideal
    return Candidate(person, relevance, cover, max(once / found.ideal, min(cover, bool(facts))), tuple(own), facts)


# -- gates ----------------------------------------------------------------------------------------


def _gate(home: Home, need: Need, candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[SetAside]]:
    people, marks, noted = people_of(home), home.store.decisions.marks(), noted_marks(home, need.asked_on)
    circle = circle_of(home, need)
    horizon = home.horizon(need.asked_on)
    titles = home.view(f"titles@{horizon}", lambda: _titles(home, horizon)) if need.kind == "confide" else {}
    open_to, aside = [], []
    for candidate in candidates:
        person = people.get(candidate.person)
        if person is None or candidate.cover < VOUCH or candidate.cover_at_once < VOUCH_AT_ONCE:
            continue
        own_marks = marks.get(person.id, set()) | noted.get(person.id, set())
        reason = gates.shut_out(need, person, own_marks, titles.get(person.id, ()), circle)
        if reason is None:
            open_to.append(candidate)
        elif person.kind == "person":
            aside.append(SetAside(person, reason))
    return open_to[:CLOSELY], aside


def _titles(home: Home, before: int) -> dict[str, list[str]]:
    titles: dict[str, list[str]] = defaultdict(list)
    for person, _, _, _, value, _, _ in home.store.ledgers.facts(before, attribute="title"):
        titles[person].append(value)
    return titles


# -- scores and choice ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A need, and how many people it asks for."""

    need: Need
    limit: int


def _answer(
    home: Home, found: Found, open_to: Sequence[Candidate], aside: Sequence[SetAside], known: Standing, asked: Asked
) -> Answer:  # fmt: skip
    need, ties, people = asked.need, known.ties, people_of(home)
    reasons = Reasons(home, need, found)
    scored = {c.person: _evidence(reasons, c, need, ties.get(c.person), known.usual) for c in open_to}
    year_ago = need.asked_on - 365 * 86_400
    contenders = [_contender(c, scored[c.person].total, ties.get(c.person), year_ago) for c in open_to]
    by_person = {candidate.person: candidate for candidate in open_to}
    suggestions = tuple(
        Suggestion(
            need.id, people[person], reasons.told(by_person[person], scored[person]), slot,
            None, reasons.cautions(ties.get(person), need.kind),
        )
        for person, slot in choose(contenders, asked.limit)
    )  # fmt: skip
    return Answer(need, suggestions, tuple(aside))


def _evidence(reasons: Reasons, candidate: Candidate, need: Need, tie: Tie | None, usual: float) -> Evidence:
    """R^.5 W^.25 T^.25 in log form, each factor's points as one part."""
    own_words = sum(hit.sim for hit in candidate.hits[:5] if _speaks(hit, candidate.person))
    standing = own_words / (sum(hit.sim for hit in candidate.hits[:5]) or 1.0) if candidate.hits else 1.0
    leaning = Leaning(max(standing, 1.0 if candidate.facts else 0.0))
    suited = suit(need.kind, tie, leaning)
    parts = (
        reasons.relevance(_points("relevance", candidate.relevance)),
        reasons.willing(tie, _points("willingness", willingness(tie, usual))),
        reasons.tie(tie, suited, _points("tie", suited.total)),
    )
    return Evidence("", 0.0, (), parts)


def _speaks(hit: Hit, person: str) -> bool:
    return any(p == person and part != "other" for p, part in hit.people)


def _points(factor: str, value: float) -> float:
    return SHARES[factor] * log(min(max(value, FLOOR), 1.0) / FLOOR)


def _contender(candidate: Candidate, score: float, tie: Tie | None, year_ago: int) -> Contender:
    return Contender(
        person=candidate.person,
        score=score,
        recent=any(hit.at is not None and hit.at >= year_ago for hit in candidate.hits),
        dormant=tie is not None and tie.state == "dormant",
        beyond_work=tie is None or tie.facets.work < 0.5,
    )
