"""Who is who: doubtful pairs side by side, what was decided, and what the rules put together; all of it undoable."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from maarif.app.home import Home
from maarif.app.identity.decide import different, same, undo
from maarif.app.identity.owner import claim
from maarif.app.identity.pairs import Pair, decided, merged, open_pair
from maarif.domain.errors import BadInput
from maarif.domain.evidence import Evidence
from maarif.domain.people import Judgement
from maarif.faces.web.routing import get, post
from maarif.faces.web.visit import Visit

#: Points are drawn as bars; so many points fill one.
FULL = 12.0

_LATER = "later"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall: what speaks for or against, how much, and the sum so far; `tenths` of a full bar."""

    claim: str
    points: float
    total: float
    tenths: int


@dataclass(frozen=True, slots=True)
class WhoView:
    """The question on top with its waterfall, how many doubts there are, what the owner decided, and a page of what the
    rules put together."""

    question: Pair | None
    steps: tuple[Step, ...]
    waiting: int
    decided: tuple[tuple[int, list[Judgement]], ...]
    merged: tuple[Pair, ...]
    merged_count: int
    more: int


def view(home: Home, later: frozenset[str], start: int) -> WhoView:
    """The review as it stands; pairs put off come last."""
    question, waiting = open_pair(home, later)
    by_rule, count = merged(home, start)
    return WhoView(
        question=question,
        steps=waterfall(question.evidence) if question else (),
        waiting=waiting,
        decided=tuple(decided(home)),
        merged=tuple(by_rule),
        merged_count=count,
        more=start + len(by_rule) if start + len(by_rule) < count else 0,
    )


def waterfall(evidence: Evidence) -> tuple[Step, ...]:
    """Every reason with its points and the sum so far."""
    steps, total = [], 0.0
    for leaf in _leaves(evidence):
        total += leaf.points
        steps.append(Step(leaf.claim, leaf.points, total, max(1, min(10, round(abs(leaf.points) * 10 / FULL)))))
    return tuple(steps)


def _leaves(evidence: Evidence) -> list[Evidence]:
    if not evidence.parts:
        return [evidence]
    own = [Evidence(evidence.claim, evidence.points)] if evidence.points else []
    return own + [leaf for part in evidence.parts for leaf in _leaves(part)]


def telling(evidence: Evidence) -> list[str]:
    """The two claims that speak loudest for a pair."""
    leaves = sorted(_leaves(evidence), key=lambda leaf: -leaf.points)
    return [leaf.claim for leaf in leaves if leaf.points > 0][:2]


# -- handlers -----------------------------------------------------------------------------------


def who_is_who(visit: Visit) -> Response:
    """The review."""
    later = visit.household.kept.setdefault(_LATER, set())
    start = visit.query.get("start", "0")
    found = view(visit.home, frozenset(later), int(start) if start.isdecimal() and len(start) < 9 else 0)
    template = "who_is_who_merged.html" if visit.partial and start != "0" else "who_is_who.html"
    return visit.show(template, view=found, telling=telling)


def decide(visit: Visit) -> Response:
    """The same, different, or later."""
    left, right = visit.form.get("left", ""), visit.form.get("right", "")
    match visit.form.get("verdict"):
        case ("same" | "different") as said if not right:
            claim(visit.home, left, mine=said == "same")
        case "same":
            same(visit.home, left, right)
        case "different":
            different(visit.home, left, right)
        case "later":
            visit.household.kept.setdefault(_LATER, set()).add(f"{left} {right}")
        case _:
            raise BadInput("Say whether they are the same, or different, or leave it for later.")
    return visit.go("/who-is-who")


def take_back(visit: Visit) -> Response:
    """Undo a decision."""
    number = visit.form.get("decision", "")
    if not number.isdecimal():
        raise BadInput("Choose a decision to take back.")
    undo(visit.home, f"d{number}")
    return visit.go("/who-is-who")


ROUTES = (
    get("/who-is-who", who_is_who),
    post("/who-is-who", decide),
    post("/who-is-who/undo", take_back),
)
