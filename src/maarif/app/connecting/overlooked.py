"""Overlooked people: those who matter for what the owner cares about, and whom they would never think of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from maarif.app.asking.approachable import approachable
from maarif.app.catching_up import catch_up
from maarif.app.connecting.interests import Interests, interests_of, words_of
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.circles import circle_of_person, circles
from maarif.app.knowing.standing import ties_as_of
from maarif.domain.circles import Circle
from maarif.domain.evidence import Evidence
from maarif.domain.items import Item
from maarif.domain.people import Person
from maarif.domain.phrases import Moment, Phrase
from maarif.domain.ties import Tie
from maarif.rank.overlooked import Unseen, between_circles, choose, points
from maarif.text.passage import best_sentence
from maarif.text.stem import stem_line
from maarif.ties import Ties

DAY = 86_400
TEN = 10
#: Items that speak of what the owner cares about, and people of each sort, that are looked at.
LOOKED_AT, OF_A_SORT = 600, 300
#: Circles that are named in a reason, words of a topic, and items that a fit rests on.
NAMED, WORDS, ITEMS = 3, 3, 5
#: An item speaks of what the owner cares about where so many of its words do.
SEVERAL_WORDS = 2
#: A circle with more people joins nobody to anybody.
PUBLIC = 80


@dataclass(frozen=True, slots=True)
class Overlooked:
    """One person who is worth a thought, how things stand with them, and why."""

    person: Person
    tie: Tie | None
    evidence: Evidence

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return self.evidence.total


@dataclass(frozen=True, slots=True)
class _Fit:
    """How much somebody speaks of what the owner cares about, in [0, 1], and the item where they do so most."""

    share: float
    item: int


def overlooked(home: Home, limit: int = TEN, on: int | None = None) -> list[Overlooked]:
    """Whom of all people the owner never thinks of and might: at most so many, best first, with reasons that can be
    opened. As of a moment where one is given."""
    catch_up(home)
    moment = home.now if on is None else on
    ties, interests = ties_as_of(home, on), interests_of(home, moment)
    fits = _fits(home, interests, moment)
    own = _circles_of(home, on)
    likely = _likely(ties, fits, own)
    people = approachable(home, likely, moment)
    main = circle_of_person(home, on)
    everybody = [_unseen(ties, person, fits, own, main) for person in people]
    chosen = choose(everybody, limit)
    return [_told(home, ties, one, _Reasons(interests, fits, own, moment)) for one in chosen]


def _circles_of(home: Home, on: int | None) -> dict[str, list[Circle]]:
    """The circles of everybody, those of too many people left out."""
    found: dict[str, list[Circle]] = defaultdict(list)
    for circle in circles(home, on):
        if len(circle.people) <= PUBLIC:
            for person in circle.people:
                found[person].append(circle)
    return found


def _fits(home: Home, interests: Interests, moment: int) -> dict[str, _Fit]:
    """Who speaks of what the owner cares about: items vote for whoever wrote them, and notes for whom they name, each
    with what it shares; a person's share is the sum of their five best, against the best of all."""
    hits = home.store.index.search(dict(interests.weights), moment, LOOKED_AT)
    numbers = [item for item, _ in hits]
    authors, items = home.store.ledgers.authors(numbers), home.store.items.bare(numbers)
    named: dict[int, list[str]] = defaultdict(list)
    for item, person in home.store.ledgers.named_in_notes(moment):
        named[item].append(person)
    votes: dict[str, list[tuple[float, int]]] = defaultdict(list)
    people = people_of(home)
    for item in numbers:
        met = sorted(_met(words_of(items[item]), interests), reverse=True)
        score = sum(met) if len(met) >= SEVERAL_WORDS else 0.0
        for person in [authors[item]] if item in authors else named.get(item, ()):
            if person in people and score > 0:
                votes[person].append((score / max(len(named.get(item, ())), 1), item))
    votes = {person: sorted(own, reverse=True)[:ITEMS] for person, own in votes.items()}
    total = {person: sum(score for score, _ in own) for person, own in votes.items() if own}
    most = max(total.values(), default=1.0)
    return {person: _Fit(total[person] / most, max(votes[person])[1]) for person in total}


def _met(text: str, interests: Interests) -> list[float]:
    """The weights of the topics that stand in a text."""
    return [interests.weights[term] for term in set(stem_line(text).split()) & interests.weights.keys()]


def _likely(ties: Ties, fits: Mapping[str, _Fit], own: Mapping[str, Sequence[Circle]]) -> list[str]:
    """The people worth a closer look: dormant by peak, fitting, and of several circles; each sort its best."""
    silent = ties.dormant
    by_peak = (ties.people[place] for place in np.argsort(-ties.rows["peak"], kind="stable"))
    dormant = [person for person in by_peak if person in silent]
    fitting = sorted(fits, key=lambda person: (-fits[person].share, person))
    several = sorted((p for p in own if len(own[p]) > 1), key=lambda person: (-len(own[person]), person))
    return list(dict.fromkeys(p for sort in (dormant, fitting, several) for p in sort[:OF_A_SORT]))


def _unseen(
    ties: Ties, person: str, fits: Mapping[str, _Fit], own: Mapping[str, Sequence[Circle]], main: Mapping[str, str]
) -> Unseen:
    tie = ties.get(person)
    shares = [1 / len(circle.people) for circle in own.get(person, ())]
    fit = fits[person].share if person in fits else 0.0
    if tie is None:
        return Unseen(person, fit, between=between_circles(shares), circle=main.get(person, ""))
    last = max(tie.last_in or 0, tie.last_out or 0)
    silent = (ties.as_of - last) / DAY
    return Unseen(
        person, fit, tie.peak, between_circles(shares), silent, tie.facets.work, main.get(person, "")
    )  # fmt: skip


# -- reasons --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reasons:
    """What reasons are told from."""

    interests: Interests
    fits: Mapping[str, _Fit]
    own: Mapping[str, Sequence[Circle]]
    moment: int


def _told(home: Home, ties: Ties, one: Unseen, reasons: _Reasons) -> Overlooked:
    tie = ties.get(one.person)
    parts = []
    for reason, worth in sorted(points(one).items(), key=lambda pair: -pair[1]):
        match reason:
            case "fit":
                parts.append(_fitting(home, one, reasons, worth))
            case "once":
                parts.append(_once(home, one.person, tie, reasons.moment, worth))
            case _:
                parts.append(_between(reasons.own[one.person], worth))
    return Overlooked(people_of(home)[one.person], tie, Evidence(Phrase("worth a thought"), 0.0, (), tuple(parts)))


def _fitting(home: Home, one: Unseen, reasons: _Reasons, worth: float) -> Evidence:
    number = reasons.fits[one.person].item
    item = home.store.items.read([number])[number]
    text = words_of(item)
    about = _about(text, reasons.interests)
    if home.store.ledgers.authors([number]):
        quote = best_sentence(text, reasons.interests.weights)
        claim = Phrase(
            'speaks of what you care about ({words}){when}: "{quote}"', words=about, when=_when(item), quote=quote
        )
    else:
        claim = Phrase("your note names them beside what you care about ({words}){when}", words=about, when=_when(item))
    return Evidence(claim, worth, (item.origin,))


def _about(text: str, interests: Interests) -> str:
    met = set(stem_line(text).split()) & interests.weights.keys()
    best = sorted(met, key=lambda term: (-interests.weights[term], term))[:WORDS]
    return ", ".join(interests.written[term] for term in best)


def _when(item: Item) -> Phrase | str:
    return Phrase(", {when}", when=Moment(item.at)) if item.at is not None else ""


def _once(home: Home, person: str, tie: Tie | None, moment: int, worth: float) -> Evidence:
    last = max(tie.last_in or 0, tie.last_out or 0) if tie is not None else 0
    numbers = home.store.ledgers.timeline(person, moment, 1)
    origins = tuple(home.store.items.origins(numbers).values())
    claim = Phrase("you were close once; the last word was in {when}", when=Moment(last))
    return Evidence(claim, worth, origins)


def _between(own: Sequence[Circle], worth: float) -> Evidence:
    smallest = sorted(own, key=lambda circle: (len(circle.people), circle.id))
    names = ", ".join(circle.name for circle in smallest[:NAMED])
    origins = tuple(circle.origins[0] for circle in smallest[:NAMED] if circle.origins)
    claim = Phrase("stands between {count} of your circles: {names}", count=len(own), names=names)
    return Evidence(claim, worth, origins)
