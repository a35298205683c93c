"""One person: how things stand, how it went, what is known and from where, and what the owner has to say."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from maarif.app.home import Home
from maarif.app.identity.decide import mark
from maarif.app.identity.splitting import split
from maarif.app.knowing.correct import correct, corrections_of, take_back
from maarif.app.knowing.history import Timeline, companions, references, spans, timeline
from maarif.app.knowing.keep import note
from maarif.app.knowing.known import known, led_to
from maarif.app.knowing.look import Acquaintance
from maarif.domain.errors import BadInput
from maarif.domain.items import Origin
from maarif.domain.people import Fact, Person
from maarif.domain.phrases import Phrase
from maarif.domain.wording import context_in_words, facets_in_words, give_and_take, how_things_stand, layer_in_words
from maarif.faces.web.chart import drawn
from maarif.faces.web.routing import get, post
from maarif.faces.web.visit import Visit
from maarif.faces.web.words import ATTRIBUTE_WORDS, MARK_WORDS

#: What somebody says of others is not said of themselves.
SECOND_HAND = frozenset({"knows", "kin", "household"})


@dataclass(frozen=True, slots=True)
class Said:
    """A fact, and the reference of the item that says it ("" where the owner does)."""

    fact: Fact
    ref: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """All that the page prints, in its order."""

    known: Acquaintance
    stands: Phrase
    nearness: tuple[Phrase | str, ...]
    contexts: tuple[tuple[Phrase, str], ...]
    facts: tuple[Said, ...]
    second_hand: tuple[Said, ...]
    corrections: tuple[tuple[int, str, str, str], ...]
    companions: tuple[tuple[Person, int], ...]
    timeline: Timeline

    @property
    def person(self) -> Person:
        """Who it is about."""
        return self.known.person


def view(home: Home, who: str) -> PersonView:
    """Everything about one person. Raises NoSuchPerson."""
    found = known(home, who)
    them = found.person.id
    origins = [fact.origin for fact in found.facts] + [each.origin for each in found.contexts]
    refs = references(home, [(them, origin) for origin in origins])
    told = [Said(fact, refs.get(fact.origin, "")) for fact in found.facts]
    return PersonView(
        known=found,
        stands=how_things_stand(found.tie, found.marks),
        nearness=_nearness(found),
        contexts=_contexts(found, refs),
        facts=tuple(each for each in told if each.fact.attribute not in SECOND_HAND),
        second_hand=tuple(each for each in told if each.fact.attribute in SECOND_HAND),
        corrections=tuple(corrections_of(home, them)),
        companions=tuple(companions(home, them)),
        timeline=timeline(home, them),
    )


def _nearness(found: Acquaintance) -> tuple[Phrase | str, ...]:
    if found.tie is None:
        return ()
    said = (layer_in_words(found.tie), *facets_in_words(found.tie), *give_and_take(found.tie))
    return tuple(each for each in said if each)


def _contexts(found: Acquaintance, refs: dict[Origin, str]) -> tuple[tuple[Phrase, str], ...]:
    return tuple((context_in_words(each), refs.get(each.origin, "")) for each in found.contexts if each.label)


# -- handlers -----------------------------------------------------------------------------------


def person(visit: Visit) -> Response:
    """The page of one person."""
    found = view(visit.home, visit.path["who"])
    return visit.show("person.html", view=found, attributes=ATTRIBUTE_WORDS, marks=MARK_WORDS)


def more(visit: Visit) -> Response:
    """The next page of the timeline, as one scrolls."""
    who = led_to(visit.home, visit.path["who"])
    page = timeline(visit.home, who, visit.query.get("after", ""))
    return visit.show("timeline.html", timeline=page, who=who)


def over_time(visit: Visit) -> Response:
    """The chart; it comes after the page, for a long life in mail takes a while to count."""
    return visit.show("chart.html", chart=drawn(spans(visit.home, led_to(visit.home, visit.path["who"]))))


def dealings(visit: Visit) -> Response:
    """What the owner asked of them, and what was given and taken; it comes after the page, for it takes longer."""
    from maarif.app.exchange.giving_and_taking import favours
    from maarif.app.outreach import listed

    who = led_to(visit.home, visit.path["who"])
    asks = [(view.need, one) for view in listed(visit.home) for one in view.outreaches if one.person == who]
    lines = [line for story in favours(visit.home, who) for line in story.lines][::-1][:20]
    return visit.show("person_dealings.html", asks=asks, lines=lines)


def mark_person(visit: Visit) -> Response:
    """The owner's word on somebody, said or taken back."""
    who = visit.path["who"]
    mark(visit.home, who, visit.form.get("mark", ""), remove=visit.form.get("on") == "no")
    return visit.go(f"/person/{who}")


def add_note(visit: Visit) -> Response:
    """Keep a note about somebody."""
    found = known(visit.home, visit.path["who"])
    note(visit.home, visit.form.get("text", ""), about=(found.person,))
    return visit.go(f"/person/{found.person.id}#timeline")


def correct_fact(visit: Visit) -> Response:
    """The owner's word on a fact."""
    said = visit.form
    correct(visit.home, visit.path["who"], said.get("attribute", ""), said.get("was", ""), said.get("value", ""))
    return visit.go(f"/person/{visit.path['who']}#facts")


def take_correction_back(visit: Visit) -> Response:
    """Let the sources speak again."""
    number = visit.form.get("correction", "")
    take_back(visit.home, int(number) if number.isdecimal() else 0)
    return visit.go(f"/person/{visit.path['who']}#facts")


def take_apart(visit: Visit) -> Response:
    """Some of the addresses are another human's."""
    apart = [handle for handle in visit.form.get("handle", "").split("\n") if handle]
    if not apart:
        raise BadInput("Choose the addresses that are another person's.")
    split(visit.home, visit.path["who"], apart)
    return visit.go(f"/person/{visit.path['who']}")


ROUTES = (
    get("/person/{who}", person),
    get("/person/{who}/timeline", more),
    get("/person/{who}/over-time", over_time),
    get("/person/{who}/dealings", dealings),
    post("/person/{who}/mark", mark_person),
    post("/person/{who}/note", add_note),
    post("/person/{who}/correct", correct_fact),
    post("/person/{who}/correct/back", take_correction_back),
    post("/person/{who}/split", take_apart),
)
