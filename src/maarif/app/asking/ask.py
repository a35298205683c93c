"""Ask: a need in, the people who could and should hear of it out, each with the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from maarif.app.asking.candidates import (
    CLOSELY,
    OTHER,
    Candidate,
    candidates_for,
    ranked_lists,
    with_ways,
    without_wrong_reasons,
)
from maarif.app.asking.experience import Experience, Moved, experience_of
from maarif.app.asking.leading import as_reason, introducer, ways_for
from maarif.app.asking.nearness import circle_of, noted_marks
from maarif.app.asking.portraits import echoes
from maarif.app.asking.reasons import Reasons
from maarif.app.asking.search import Found, search
from maarif.app.catching_up import catch_up
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.circles import circle_of_person
from maarif.app.knowing.standing import Standing, standing
from maarif.domain.evidence import Evidence
from maarif.domain.needs import Answer, Near, Need, SetAside, Suggestion
from maarif.domain.people import Person
from maarif.domain.ties import Tie
from maarif.rank import gates, lists
from maarif.rank.curves import Leaning, suit, willingness
from maarif.rank.hits import Hit
from maarif.rank.needs import as_delicate_as_may_be, parse_moment, understand
from maarif.rank.slots import SEVEN, Contender, choose

DEFAULT_LIMIT = SEVEN

parse_when = parse_moment

#: The score is sum of share * ln(factor / FLOOR): R^.5 W^.25 T^.25 in log form, shifted so that no factor counts below
#: zero.
SHARES = {"relevance": 0.5, "willingness": 0.25, "tie": 0.25}
FLOOR = 0.01
#: A person is vouched for when what speaks for them covers this much of what the need's weightiest words weigh, and
#: one item alone (or their facts) this much: words met here and there make no reason.
VOUCH, VOUCH_AT_ONCE = 0.2, 0.2
#: Of those who are not vouched for, so many are told of, where they cover this much.
NEAREST, NEAR = 2, 0.15


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
    experience = experience_of(home, need)
    ways = ways_for(home, need, on)
    for person, way in ways.items():
        experience.speaks[person].append(as_reason(way))
    found = without_wrong_reasons(home, search(home, need, known.dormant), experience)
    heard = with_ways(candidates_for(need, found, known.ties, echoes(home, need)), ways)
    gated = _gate(home, as_delicate_as_may_be(need) if kind is None else [need], heard, experience, known.ties)
    return _answer(home, found, gated, known, Asked(need, limit, experience, on))


def _recipients(home: Home, need: Need, limit: int) -> Answer:
    """Whom such a message usually goes to: plain relevance, no quotas, no gates but the person being one."""
    from maarif.app.knowing.ledger import ledger_of
    from maarif.rank.traffic import recent_addressees, recent_memory, traffic_of, with_company

    found = search(home, need, frozenset())
    ledger = ledger_of(home)
    sent = [hit for hit in found.hits if hit.by_owner]
    fused = lists.fuse(
        [
            *ranked_lists(found.hits, need.asked_on, traffic_of(ledger, need.asked_on), lists.ALIKE),
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


# -- gates ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gated:
    """Who may be named, who is set aside, and who came near without being vouched for."""

    open_to: list[Candidate]
    aside: list[SetAside]
    near: list[Candidate]


def _gate(
    home: Home,
    readings: Sequence[Need],
    candidates: Sequence[Candidate],
    experience: Experience,
    ties: Mapping[str, Tie],
) -> Gated:
    """`readings` are the need, and what else its words may be: whoever must not appear for one appears for none."""
    need = readings[0]
    people, marks, noted = people_of(home), home.store.decisions.marks(), noted_marks(home, need.asked_on)
    guarded = [(one, circle_of(home, one, ties)) for one in readings]
    horizon = home.horizon(need.asked_on)
    confided = any(one.kind == "confide" for one, _ in guarded)
    titles = home.view(f"titles@{horizon}", lambda: _titles(home, horizon)) if confided else {}
    gated = Gated([], [], [])
    for candidate in candidates:
        person = people.get(candidate.person)
        if person is None:
            continue
        own_marks = marks.get(person.id, set()) | noted.get(person.id, set())
        held = titles.get(person.id, ())
        reasons = (gates.shut_out(one, person, own_marks, held, circle) for one, circle in guarded)
        reason = next((said for said in reasons if said), None) or experience.left_out.get(person.id)
        vouched = candidate.cover >= VOUCH and candidate.cover_at_once >= VOUCH_AT_ONCE
        if reason is None:
            (gated.open_to if vouched else gated.near).append(candidate)
        elif vouched and person.kind == "person":
            gated.aside.append(SetAside(person, reason))
    del gated.open_to[CLOSELY:]
    return gated


def _titles(home: Home, before: int) -> dict[str, list[str]]:
    titles: dict[str, list[str]] = defaultdict(list)
    for person, _, _, _, value, _, _ in home.store.ledgers.facts(before, attribute="title"):
        titles[person].append(value)
    return titles


# -- scores and choice ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A need, how many people it asks for, what came of earlier ones like it, and the moment where one was given."""

    need: Need
    limit: int
    experience: Experience
    on: int | None


def _answer(home: Home, found: Found, gated: Gated, known: Standing, asked: Asked) -> Answer:
    need, ties, people = asked.need, known.ties, people_of(home)
    reasons = Reasons(home, need, found)
    scored = {
        c.person: _evidence(reasons, c, asked, ties.get(c.person), known.usual) for c in gated.open_to
    }  # fmt: skip
    year_ago = need.asked_on - 365 * 86_400
    circles = circle_of_person(home, None if asked.on is None else home.horizon(asked.on))
    contenders = [
        replace(_contender(c, scored[c.person].total, ties.get(c.person), year_ago), circle=circles.get(c.person, ""))
        for c in gated.open_to
    ]
    by_person = {candidate.person: candidate for candidate in gated.open_to}
    suggestions = tuple(
        Suggestion(
            need.id, people[person], reasons.told(by_person[person], scored[person]), slot,
            introducer(home, person, ties, (need.asked_on, asked.on)),
            (*asked.experience.cautions.get(person, ()), *reasons.cautions(ties.get(person), need.kind)),
        )
        for person, slot in choose(contenders, asked.limit)
    )  # fmt: skip
    nearest = _nearest(reasons, gated.near, people) if len(suggestions) < min(asked.limit, SEVEN) else ()
    return Answer(need, suggestions, tuple(gated.aside), nearest)


def _nearest(reasons: Reasons, near: Sequence[Candidate], people: Mapping[str, Person]) -> tuple[Near, ...]:
    """The two who came nearest, with what speaks for them and what nothing says of them."""
    humans = [c for c in near if people[c.person].kind == "person" and c.cover >= NEAR]
    best = sorted(humans, key=lambda c: (-c.cover, -c.relevance, c.person))[:NEAREST]
    return tuple(Near(people[c.person], reasons.opened(c, 0.0), reasons.missing(c)) for c in best)


def _evidence(reasons: Reasons, candidate: Candidate, asked: Asked, tie: Tie | None, usual: float) -> Evidence:
    """R^.5 W^.25 T^.25 in log form, each factor's points as one part, and what earlier needs speak."""
    own_words = sum(hit.sim for hit in candidate.hits[:5] if _speaks(hit, candidate.person))
    standing = own_words / (sum(hit.sim for hit in candidate.hits[:5]) or 1.0) if candidate.hits else 1.0
    leaning = Leaning(max(standing, 1.0 if candidate.facts else 0.0))
    suited = suit(asked.need.kind, tie, leaning)
    moved = asked.experience.moved.get(candidate.person, Moved())
    parts = (
        reasons.relevance(_points("relevance", candidate.relevance)),
        reasons.willing(tie, moved, _points("willingness", willingness(tie, usual, moved.asks, moved.balance))),
        reasons.tie(tie, suited, _points("tie", suited.total)),
        *asked.experience.speaks.get(candidate.person, ()),
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
