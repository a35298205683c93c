"""Ask: the first page. A need in, people out, with reasons that open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from starlette.responses import Response

from maarif.app.asking.ask import ask
from maarif.app.home import Home
from maarif.app.identity.decide import mark
from maarif.app.knowing.browse import is_empty
from maarif.app.knowing.history import references
from maarif.app.knowing.known import known_briefly
from maarif.app.knowing.look import Acquaintance
from maarif.domain.errors import BadNeed
from maarif.domain.evidence import Evidence
from maarif.domain.items import Origin
from maarif.domain.needs import Answer, SetAside, Suggestion
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.domain.wording import KINDS, SLOTS, context_in_words, how_things_stand
from maarif.faces.web.household import Question
from maarif.faces.web.routing import get, post
from maarif.faces.web.visit import Visit

#: Characters of a need: a long paragraph.
LONGEST = 4000

EXAMPLES = (
    Phrase("I am looking for a new job in drinking water or river restoration"),
    Phrase("Who could repair an old sewing machine with me?"),
    Phrase("I need to talk over a difficult colleague"),
)

#: What is said after somebody was judged.
NOTICES = {
    "good": Phrase("Good to know. Whoever is like this will come sooner."),
    "not this person": Phrase("Noted: {name} does not fit such a need."),
    "wrong reason": Phrase("Noted: this says nothing about such a need."),
    "never suggest": Phrase("{name} will not be suggested any more."),
    "undone": Phrase("Taken back."),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and the reference of the item it rests on ("" where it rests on none)."""

    claim: str
    ref: str


@dataclass(frozen=True, slots=True)
class Card:
    """One suggested person: how things stand, how they are known, why here, and what to mind."""

    person: Person
    stands: Phrase
    known_from: tuple[Phrase, ...]
    slot: Phrase
    reasons: tuple[Reason, ...]
    cautions: tuple[str, ...]
    via: Person | None


@dataclass(frozen=True, slots=True)
class AskView:
    """A question with its answer; without a question, the page that waits for one."""

    question: Question | None = None
    kind: str = ""
    cards: tuple[Card, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    empty: bool = False
    notice: str = ""
    number: str = ""
    about: Person | None = None


def view(home: Home, question: Question) -> AskView:
    """Ask, and lay the answer out."""
    answer = ask(home, question.text, question.kind or None)
    people = [one.person.id for one in answer.suggestions] + [one.via for one in answer.suggestions if one.via]
    known = known_briefly(home, people)
    refs = references(home, _origins(answer))
    cards = tuple(_card(one, known, refs) for one in answer.suggestions)
    return AskView(question, answer.need.kind, cards, answer.set_aside)


def _card(one: Suggestion, known: dict[str, Acquaintance], refs: dict[Origin, str]) -> Card:
    them = known.get(one.person.id)
    via = known.get(one.via or "")
    return Card(
        person=one.person,
        stands=how_things_stand(them.tie if them else None, them.marks if them else ()),
        known_from=tuple(context_in_words(each) for each in (them.contexts if them else ()) if each.label)[:2],
        slot=SLOTS[one.slot],
        reasons=tuple(_reasons(one.evidence, refs)),
        cautions=one.cautions,
        via=via.person if via else None,
    )


def _reasons(whole: Evidence, refs: dict[Origin, str]) -> Iterator[Reason]:
    """The reasons that rest on something one can open; where none does, all of them."""
    leaves = [leaf for leaf in leaves_of(whole) if leaf.claim]
    for leaf in [leaf for leaf in leaves if leaf.origins] or leaves:
        yield Reason(leaf.claim, next((refs[origin] for origin in leaf.origins if origin in refs), ""))


def leaves_of(reason: Evidence) -> Iterator[Evidence]:
    """The claims that are made of no others, in order."""
    if not reason.parts:
        yield reason
    for part in reason.parts:
        yield from leaves_of(part)


def _origins(answer: Answer) -> Iterator[tuple[str, Origin]]:
    for one in answer.suggestions:
        for leaf in leaves_of(one.evidence):
            yield from ((one.person.id, origin) for origin in leaf.origins)


# -- handlers -----------------------------------------------------------------------------------


def first_page(visit: Visit) -> Response:
    """The field, and three examples."""
    return _shown(visit, AskView(empty=is_empty(visit.home)))


def asking(visit: Visit) -> Response:
    """A question is put: it gets an address that says nothing of it."""
    text = (visit.form.get("example") or visit.form.get("text", "")).strip()[:LONGEST]
    kind = visit.form.get("kind", "")
    if kind == visit.form.get("told") and text != visit.form.get("before"):
        kind = ""  # what the words before were taken for says nothing of new ones
    if not text:
        return visit.go("/")
    if kind and kind not in KINDS:
        raise BadNeed(f"{kind!r} is no kind of need.")
    return visit.go(f"/asked/{visit.household.remember(text, kind).id}")


def asked(visit: Visit) -> Response:
    """The answer to a question."""
    question = visit.household.question(visit.path["question"])
    if question is None:
        return _shown(visit, AskView(), 404)
    return _shown(visit, view(visit.home, question))


def say(visit: Visit) -> Response:
    """The owner judges a suggestion."""
    question = visit.household.question(visit.path["question"])
    who, verdict = visit.form.get("person", ""), visit.form.get("verdict", "")
    if question is None:
        return visit.go("/")
    number = _judge(visit, question, who, verdict)
    return visit.go(f"/asked/{question.id}/after/{verdict.replace(' ', '-')}/{who}?number={number}")


def _judge(visit: Visit, question: Question, who: str, verdict: str) -> int:
    """Keep what was said; gives the number under which it can be taken back, 0 for a mark."""
    from maarif.app.asking.feedback import feedback, take_back

    match verdict:
        case "never suggest":
            mark(visit.home, who, "never suggest")
        case "undone":
            number = visit.form.get("number", "0")
            if number.isdecimal() and int(number):
                take_back(visit.home, int(number))
            else:
                mark(visit.home, who, "never suggest", remove=True)
        case "good" | "not this person" | "wrong reason":
            kind = question.kind or visit.form.get("kind") or None
            return feedback(visit.home, question.text, kind, who, verdict, visit.form.get("ref") or None)
        case _:
            raise BadNeed(f"{verdict!r} is nothing that can be said of a suggestion.")
    return 0


def after(visit: Visit) -> Response:
    """The answer as it is after a suggestion was judged, and what was noted."""
    question = visit.household.question(visit.path["question"])
    verdict = visit.path["verdict"].replace("-", " ")
    known = known_briefly(visit.home, [visit.path["person"]])
    if question is None or verdict not in NOTICES or not known:
        return visit.go("/")
    about = next(iter(known.values())).person
    return _shown(
        visit, replace(view(visit.home, question), notice=verdict, number=visit.query.get("number", ""), about=about)
    )


def _shown(visit: Visit, found: AskView, status: int = 200) -> Response:
    show = partial(visit.show, "ask.html", status)
    return show(view=found, kinds=KINDS, examples=EXAMPLES, notices=NOTICES, longest=LONGEST)


ROUTES = (
    get("/", first_page),
    post("/ask", asking),
    get("/asked/{question}", asked),
    post("/asked/{question}/say", say),
    get("/asked/{question}/after/{verdict}/{person}", after),
)
