"""Introductions: who could bring the owner together with a person, with somebody at a house, or of a trade."""

from __future__ import annotations

from dataclasses import dataclass, replace

from maarif.app.asking.approachable import approachable
from maarif.app.catching_up import catch_up
from maarif.app.connecting.acquaintance import Known, links_to, spoken_of, stated_links
from maarif.app.connecting.forwarding import forwardable_note, language_of
from maarif.app.connecting.targets import Target, target_of
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.standing import Standing, standing
from maarif.domain.errors import NoSuchPerson
from maarif.domain.evidence import Evidence
from maarif.domain.introductions import Introduction
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.domain.ties import Tie
from maarif.rank.curves import willingness
from maarif.rank.introductions import LEAST, Link, Step, best_link, how_close, weakest, weigh_path

#: Ways that are shown, and of those at one house or trade, how many people are looked at as targets.
WAYS, TARGETS = 5, 12
#: Whoever the owner is this close to needs no introduction.
NEAR_ENOUGH = 0.3
#: Somebody introduces whom they are closer to than the owner is, by this factor at least.
CLOSER = 1.2


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to a target, best first; and those who are the target themselves, whoever the owner knows best first
    (`near` of them well enough to write to directly)."""

    target: str
    there: tuple[Person, ...]
    near: int
    ways: tuple[Introduction, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """Somebody who may know the target: how, and which of the people of the target ("" where only told of)."""

    via: str
    to: str
    link: Link


def introduce(home: Home, whom: str, on: int | None = None, limit: int = WAYS) -> Ways:
    """Who could introduce the owner to `whom`: a person, "someone at" a house, a trade, or somebody only told of.

    Raises NoSuchPerson where neither a person nor a house nor a trade of that name is known or told of, BadNeed where
    nothing is asked, AmbiguousPerson where a name leads to several.
    """
    catch_up(home)
    moment = home.now if on is None else on
    target, known = target_of(home, whom, moment), standing(home, on)
    found = _introductions(home, target, known, moment)
    if not found and not target.people:
        raise NoSuchPerson(whom)
    there, near = _there(home, target, known, moment)
    ways = (replace(way, note=_note(home, way, moment)) for way in found[:limit])
    return Ways(target.label, there, near, tuple(ways))


def _note(home: Home, way: Introduction, moment: int) -> str:
    return forwardable_note(home, way.via, way.target, language_of(home, way.via, moment))


def best_introducer(home: Home, person_id: str, moment: int, on: int | None = None) -> tuple[str, Evidence] | None:
    """Who could best introduce the owner to a person they hardly know: (id, evidence); None where the owner is near
    enough, or where nobody is much nearer."""
    person, known = people_of(home)[person_id], standing(home, on)
    own = _effective(known.ties.get(person_id))
    if own >= NEAR_ENOUGH:
        return None
    for way in _introductions(home, Target(person.name, (person_id,)), known, moment):
        if _effective(known.ties.get(way.via.id)) >= max(CLOSER * own, NEAR_ENOUGH):
            return way.via.id, way.evidence
    return None


def _introductions(home: Home, target: Target, known: Standing, moment: int) -> list[Introduction]:
    """The ways that are any good, best first."""
    ways = _ways(home, target, moment)
    allowed = approachable(home, ways, moment)
    made = [_introduction(home, known, target, ways[person]) for person in allowed]
    return sorted((way for way in made if way.score >= LEAST), key=lambda way: (-way.score, way.via.id))


def _effective(tie: Tie | None) -> float:
    return tie.effective if tie is not None else 0.0


def _ways(home: Home, target: Target, moment: int) -> dict[str, _Way]:
    """The best link of each possible intermediary to the target."""
    found: dict[str, dict[Link, str]] = {}
    people = people_of(home)
    for person_id in target.people[:TARGETS]:
        one = Known(people[person_id], moment)
        for person, link in (*stated_links(home, one), *links_to(home, one)):
            found.setdefault(person, {})[link] = person_id
    for person, link in spoken_of(home, target.words, moment):
        found.setdefault(person, {}).setdefault(link, "")
    ways = {}
    for person, links in found.items():
        best = best_link(links)
        if best is not None and person not in target.people:
            ways[person] = _Way(person, links[best], best)
    return ways


def _there(home: Home, target: Target, known: Standing, moment: int) -> tuple[tuple[Person, ...], int]:
    """Those who are the target themselves, nearest first, and how many of them are near enough to write to."""
    allowed = approachable(home, target.people, moment)
    effective = {person: _effective(known.ties.get(person)) for person in allowed}
    in_order = sorted(allowed, key=lambda person: (-effective[person], person))[:WAYS]
    return tuple(allowed[person] for person in in_order), sum(effective[p] >= NEAR_ENOUGH for p in in_order)


def _introduction(home: Home, known: Standing, target: Target, way: _Way) -> Introduction:
    tie, people = known.ties.get(way.via), people_of(home)
    step, via = _step(tie, known.usual), people[way.via]
    label = people[way.to].name if way.to else target.label
    return Introduction(
        via=via,
        target=label,
        person=people.get(way.to),
        evidence=weigh_path(step, way.link),
        provenance=way.link.provenance,
        weakest=weakest(step, way.link, via.name, label),
        inferred=way.link.provenance != "stated",
        note="",
    )


def _step(tie: Tie | None, usual: float) -> Step:
    if tie is None:
        return Step(
            0.0, Phrase("you have not been in touch"), usual, Phrase("taken for as willing as people mostly are")
        )
    near = how_close(tie.effective, tie.layer)
    if not tie.written:
        return Step(tie.effective, near, usual, Phrase("taken for as willing as people mostly are"))
    if tie.written == 1:
        answered, silent = (
            Phrase("answered the one message you wrote"),
            Phrase("did not answer the one message you wrote"),
        )
        return Step(tie.effective, near, willingness(tie, usual), answered if tie.answered else silent)
    answers = Phrase(
        "answered {answered} of your {written} messages within two weeks",
        answered=tie.answered, written=tie.written,
    )  # fmt: skip
    return Step(tie.effective, near, willingness(tie, usual), answers)
