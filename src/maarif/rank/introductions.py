"""How good a way to somebody is: path(u -> i -> t) = W_i S_ui C_it (RANKING.md section 2, "Introductions")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from maarif.domain.evidence import Evidence
from maarif.domain.introductions import Provenance
from maarif.domain.items import Origin
from maarif.domain.phrases import Phrase

#: One item that two people share makes them known to each other with this probability, over the number of people on
#: it: C = 1 - prod over items (1 - .3/n) (RANKING.md section 2).
PER_ITEM = 0.3

#: C where it does not follow from items: what somebody said, one house, one circle. That the order is stated > wrote
#: together > met together > same employer > guessed is the brief's; the sizes are round numbers, none is fitted.
STATED, SAME_EMPLOYER, GUESSED = 0.8, 0.2, 0.1
#: A way for which nobody vouches by word counts at most as much.
MOST_INFERRED = 0.75

#: The surest first.
PROVENANCES: tuple[Provenance, ...] = ("stated", "wrote together", "met together", "same employer", "guessed")

#: No factor counts for less: the score is ln(factor / FLOOR) / (3 ln 1/FLOOR), summed, so that three ones make one.
FLOOR = 0.01

#: A way with less than this is none.
LEAST = 0.30

_SENTENCES = {
    "near": Phrase("how close you and {via} are"),
    "willing": Phrase("whether {via} will answer"),
    "link": Phrase("whether {via} knows {target} well"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of two people knowing each other: how, how surely (C in [0, 1]), in a sentence, and from where."""

    provenance: Provenance
    closeness: float
    claim: str
    origins: tuple[Origin, ...] = ()


def shared_closeness(crowds: Iterable[int]) -> float:
    """C = 1 - prod (1 - .3/n) over the items two people share; n people stand on each, the owner left out."""
    apart = 1.0
    for crowd in crowds:
        apart *= 1 - PER_ITEM / max(crowd - 1, 1)
    return min(1 - apart, MOST_INFERRED)


def best_link(links: Iterable[Link]) -> Link | None:
    """The link that counts: the surest provenance, then the closest."""
    return min(links, key=lambda link: (PROVENANCES.index(link.provenance), -link.closeness, link.claim), default=None)


@dataclass(frozen=True, slots=True)
class Step:
    """The owner's side of a way: S_ui and W_i in [0, 1], each with its sentence."""

    strength: float
    stands: str
    willingness: float
    answers: str


def weigh_path(step: Step, link: Link) -> Evidence:
    """W S C in log form, a part a factor; the total lies in [0, 1]."""
    return Evidence(
        Phrase("a way through them"),
        0.0,
        (),
        (
            Evidence(link.claim, _points(link.closeness), link.origins),
            Evidence(step.stands, _points(step.strength)),
            Evidence(step.answers, _points(step.willingness)),
        ),
    )


def _points(factor: float) -> float:
    return log(min(max(factor, FLOOR), 1.0) / FLOOR) / (3 * log(1 / FLOOR))


def weakest(step: Step, link: Link, via: str, target: str) -> Phrase:
    """The weakest of the three factors, as a sentence."""
    factors = {"near": step.strength, "willing": step.willingness, "link": link.closeness}
    found = _SENTENCES[min(factors, key=lambda name: factors[name])]
    return Phrase(found.template, via=via, target=target)


#: From which S_eff on somebody is called close, or a good acquaintance; Dunbar's layers 5, 15 and 50 say the same.
CLOSE, GOOD = 0.6, 0.3


def how_close(effective: float, layer: int) -> Phrase:
    """How near somebody is, in words."""
    if layer in (5, 15) or effective >= CLOSE:
        return Phrase("close to you")
    if layer == 50 or effective >= GOOD:
        return Phrase("a good acquaintance of yours")
    return Phrase("an acquaintance of yours")
