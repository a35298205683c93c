"""What came of earlier needs, as far as it speaks for or against somebody for this one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maarif.app.home import Home
from maarif.domain.evidence import Evidence
from maarif.domain.items import Origin
from maarif.domain.needs import Need
from maarif.domain.phrases import Moment, Phrase
from maarif.rank.needs import topic_words
from maarif.text.stem import stem_variants

if TYPE_CHECKING:
    from maarif.app.outreach.following import Followed

#: Two needs are alike where they share this much of the words of the shorter one.
ALIKE = 0.5
#: What the owner's "good" adds to a score (in its logarithmic points), what having helped adds and having declined
#: takes.
GOOD, HELPED, DECLINED = 0.4, 0.4, -0.4
#: A need's words in a reason, cut there.
SHORT = 90
#: From so many asks within ninety days on, the program says so.
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved between somebody and the owner: asks of the last ninety days, and favours given less received."""

    asks: int = 0
    balance: int = 0


@dataclass(slots=True)
class Experience:
    """By person: what adds to or takes from the score, why they are left out, items that are no reason for them, what
    moved between them and the owner, and what to mind."""

    speaks: dict[str, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    left_out: dict[str, Phrase] = field(default_factory=dict)
    no_reason: dict[str, set[Origin]] = field(default_factory=lambda: defaultdict(set))
    moved: dict[str, Moved] = field(default_factory=dict)
    cautions: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))


def experience_of(home: Home, need: Need) -> Experience:
    """What was said of answers to needs like this one, and what became of those that were followed up, before it was
    asked."""
    found = Experience()
    _from_feedback(home, need, found)
    if home.store.outreach.needs() or home.store.favours.all():
        _from_outreach(home, need, found)
    return found


def _from_feedback(home: Home, need: Need, found: Experience) -> None:
    """A later word of the owner stands above an earlier one."""
    latest: dict[tuple[str, Origin | None], tuple[str, int]] = {}
    stems = _stems(need.words)
    for said in home.store.feedback.all(need.asked_on):
        person = home.store.people.by_handle(said.handle)
        if person is not None and said.kind == need.kind and _alike(stems, _stems(said.words)):
            latest[person, said.origin] = (said.opinion, said.at)
    for (person, origin), (opinion, at) in latest.items():
        if opinion == "good":
            claim = Phrase("you said in {when} that they were right for such a need", when=Moment(at))
            found.speaks[person].append(Evidence(claim, GOOD))
        elif opinion == "not this person":
            found.left_out[person] = Phrase("you said in {when}: not for a need like this", when=Moment(at))
        elif origin is not None:
            found.no_reason[person].add(origin)


def _from_outreach(home: Home, need: Need, found: Experience) -> None:
    from maarif.app.exchange.giving_and_taking import given_against_taken, load
    from maarif.app.outreach.following import follow

    stems, people = _stems(need.words), set()
    for followed in follow(home, need.asked_on):
        if followed.person is None:
            continue
        people.add(followed.person.id)
        if followed.need.kind == need.kind and _alike(stems, _stems(topic_words(followed.need.text, need.kind))):
            _what_came_of_it(found, followed)
    people |= {person for f in home.store.favours.all() if (person := home.store.people.by_handle(f.handle))}
    for person in people:
        given = given_against_taken(home, person, need.asked_on)
        found.moved[person] = Moved(load(home, person, need.asked_on), given.given - given.received)
        if (asks := found.moved[person].asks) >= OFTEN:
            says = Phrase.counted(
                "you asked them once in the last three months",
                "you asked them {count} times in the last three months",
                asks,
            )
            found.cautions[person].append(says)


def _what_came_of_it(found: Experience, followed: Followed) -> None:
    """What somebody did about an earlier need like this one."""
    person = followed.person.id if followed.person is not None else ""
    steps = {step.step: step for step in followed.outreach.steps}
    about = followed.need.text[:SHORT]
    if helped := steps.get("helped"):
        claim = Phrase('helped you in {when}: "{need}"', when=Moment(helped.at), need=helped.note or about)
        found.speaks[person].append(Evidence(claim, HELPED, (helped.origin,) if helped.origin else ()))
    elif declined := steps.get("declined"):
        claim = Phrase("declined in {when} when you asked for it", when=Moment(declined.at))
        found.speaks[person].append(Evidence(claim, DECLINED, (declined.origin,) if declined.origin else ()))
    elif written := steps.get("written"):
        when = Moment(written.at, "day")
        answered = "answered" in steps
        heard = Phrase("you wrote to them about it on {when}; they answered", when=when)
        found.cautions[person].append(heard if answered else Phrase("you wrote to them about it on {when}", when=when))


def _stems(words: Iterable[str]) -> list[set[str]]:
    return [set(stem_variants(word)) or {word} for word in words]


def _alike(one: list[set[str]], other: list[set[str]]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    shared = sum(any(word & against for against in longer) for word in shorter)
    return bool(shorter) and shared >= ALIKE * len(shorter)
