"""Turns what speaks for a person into evidence: sentences with the items they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from textwrap import shorten
from typing import TYPE_CHECKING

from maarif.app.asking.experience import Moved
from maarif.app.asking.favours import favour_told
from maarif.app.asking.portraits import Echo
from maarif.app.asking.search import Found
from maarif.app.asking.speaking_facts import FactHit
from maarif.app.home import Home
from maarif.domain.evidence import Evidence
from maarif.domain.items import Item, Origin
from maarif.domain.needs import Need, NeedKind
from maarif.domain.phrases import Moment, Phrase
from maarif.domain.ties import Tie
from maarif.domain.wording import how_things_stand
from maarif.normalise.confidence import in_confidence
from maarif.normalise.reading import own_text
from maarif.rank.claims import contradicted, fact_claim, hit_claim, private_claim, topic
from maarif.rank.hits import Hit, Part
from maarif.text.fold import fold, raw_words
from maarif.text.passage import best_sentence

if TYPE_CHECKING:
    from maarif.app.asking.candidates import Candidate

#: How many items and facts are shown as reasons of one person.
SHOWN, SHOWN_FACTS = 3, 2
#: Characters of a passage that is quoted for its meaning.
QUOTE = 160
#: Kinds that ask for more than one asks of a stranger.
BIG_ASKS: frozenset[NeedKind] = frozenset({"job", "confide", "favour", "intro"})

_SPEAKS = Phrase("speaks to your need")


class Reasons:
    """The reasons for one need; reads only the items that are shown."""

    def __init__(self, home: Home, need: Need, found: Found) -> None:
        self._home = home
        self._need = need
        self._found = found

    @cached_property
    def _weights(self) -> dict[str, float]:
        """Term to weight, for picking the sentence to quote."""
        return self._found.query.terms()

    @cached_property
    def _spelled(self) -> dict[str, str]:
        """The words of the need as the owner wrote them, by their folded form."""
        return {fold(word): word for word in reversed(raw_words(self._need.text))}

    def _about(self, hit: Hit) -> str:
        return topic([self._spelled.get(word, word) for word in hit.words])

    # -- relevance ---------------------------------------------------------------------------------

    def relevance(self, points: float) -> Evidence:
        """The points of relevance; opened into reasons by `told` for those who are chosen."""
        return Evidence(_SPEAKS, points)

    def tie(self, tie: Tie | None, suited: Evidence, points: float) -> Evidence:
        """The points of the tie, with how things stand in words."""
        if tie is None:
            return Evidence(Phrase("you have not been in touch"), points)
        total = suited.total or 1.0
        parts = tuple(Evidence(part.claim, points * part.points / total) for part in suited.parts)
        return Evidence(how_things_stand(tie), 0.0, (), parts)

    def willing(self, tie: Tie | None, moved: Moved, points: float) -> Evidence:
        """The points of willingness, with what is known of whether they answer, and how often they were asked."""
        if moved.asks:
            said = self.willing(tie, Moved(), points)
            claim = Phrase.counted(
                "{before}; asked once in the last three months",
                "{before}; asked {count} times in the last three months", moved.asks, before=said.claim,
            )  # fmt: skip
            return Evidence(claim, points)
        if tie is None or not tie.written:
            return Evidence(Phrase("you never wrote to them: taken for as willing as people mostly are"), points)
        if tie.written == 1:
            answered = Phrase("answered the one message you wrote")
            silent = Phrase("did not answer the one message you wrote")
            return Evidence(answered if tie.answered else silent, points)
        claim = Phrase(
            "answered {answered} of your {written} messages within two weeks",
            answered=tie.answered, written=tie.written,
        )  # fmt: skip
        return Evidence(claim, points)

    def told(self, candidate: Candidate, evidence: Evidence) -> Evidence:
        """The evidence of one who is chosen, its relevance opened into reasons with origins; points stay what they
        were."""
        relevance, *rest = evidence.parts
        opened = Evidence(relevance.claim, 0.0, (), self._open(candidate, relevance.points))
        favour = favour_told(self._home, candidate.person, self._need.asked_on)
        given = (favour,) if favour is not None else ()
        return Evidence(evidence.claim, evidence.points, evidence.origins, (opened, *rest, *given))

    def opened(self, candidate: Candidate, points: float) -> Evidence:
        """What speaks for somebody, as reasons that can be opened."""
        return Evidence(_SPEAKS, 0.0, (), self._open(candidate, points))

    def missing(self, candidate: Candidate) -> Phrase:
        """What would have to be known: the need's weightiest words that nothing says of them."""
        met = {word for hit in candidate.hits for word in hit.words} | {w for f in candidate.facts for w, _ in f.met}
        weights = self._found.query.weights
        lacking = sorted(
            (w for w in self._need.words if w not in met), key=lambda w: (w in weights, -weights.get(w, 0))
        )
        if not lacking:
            return Phrase("too little is said of it")
        return Phrase("nothing says anything of {words}", words=topic([self._spelled.get(w, w) for w in lacking]))

    def _open(self, candidate: Candidate, points: float) -> tuple[Evidence, ...]:
        facts = _distinct(candidate.facts)[:SHOWN_FACTS]
        told_by = {fact.item for fact in facts}
        hits = [hit for hit in _best_hits(candidate.hits, candidate.person) if hit.item not in told_by][:SHOWN]
        weight = sum(fact.points for fact in facts) + sum(hit.sim for hit in hits) or 1.0
        ids = [fact.item for fact in facts] + [hit.item for hit in hits]
        items, origins = self._home.store.items.bare(ids), self._home.store.items.origins(ids)
        sources = self._home.store.items.sources([fact.item for fact in facts])
        told = [
            Evidence(
                self._fact(fact, sources.get(fact.item, "")),
                points * fact.points / weight, _origins(origins, fact.item),
            )
            for fact in facts
        ]  # fmt: skip
        more = len(candidate.hits) - len(hits)
        for place, hit in enumerate(hits):
            claim = self._claim(hit, candidate.person, items.get(hit.item), more if place == len(hits) - 1 else 0)
            told.append(Evidence(claim, points * hit.sim / weight, _origins(origins, hit.item)))
        if candidate.echo is not None and candidate.echo.item not in ids:
            told.append(self._echo(candidate.echo, points if not told else 0.0))
        return tuple(told) or (Evidence(_SPEAKS, points),)

    def _echo(self, echo: Echo, points: float) -> Evidence:
        """A passage that speaks of the need in other words."""
        items, origins = self._home.store.items.bare([echo.item]), self._home.store.items.origins([echo.item])
        said = own_text(items[echo.item]) if echo.item in items else ""
        quote = shorten(" ".join(said.split()), width=QUOTE, placeholder=" …")
        when = Moment(echo.at) if echo.at is not None else Phrase("once")
        claim = Phrase('speaks of it in other words, {when}: "{quote}"', when=when, quote=quote)
        return Evidence(claim, points, _origins(origins, echo.item))

    def _fact(self, fact: FactHit, source: str) -> Phrase:
        """A fact, with the later word that speaks against it where there is one."""
        said = fact_claim(fact.attribute, fact.value, source, fact.at)
        return said if fact.newer is None else contradicted(said, *fact.newer)

    def _claim(self, hit: Hit, person: str, item: Item | None, more: int) -> Phrase:
        if item is not None and in_confidence(item):
            return private_claim(item.at)
        part: Part = next((part for who, part in hit.people if who == person), "other")
        quote = best_sentence(own_text(item), self._weights) if item is not None else ""
        return hit_claim(hit, part, self._about(hit), quote, more)

    def for_recipient(self, person: str, relevance: float) -> Evidence:
        """Why a message like this usually goes to a person: the likest items, without quotes."""
        hits = [hit for hit in self._found.hits if any(who == person for who, _ in hit.people)][:SHOWN]
        if not hits:
            return Evidence("", 0.0, (), (Evidence(Phrase("you write to them often, and did lately"), relevance),))
        weight = sum(hit.sim for hit in hits)
        origins = self._origins_of_hits
        parts = tuple(
            Evidence(
                hit_claim(hit, next(part for who, part in hit.people if who == person), self._about(hit), "", 0),
                relevance * hit.sim / weight, _origins(origins, hit.item),
            )
            for hit in hits
        )  # fmt: skip
        return Evidence("", 0.0, (), parts)

    @cached_property
    def _origins_of_hits(self) -> dict[int, Origin]:
        return self._home.store.items.origins([hit.item for hit in self._found.hits])

    # -- cautions ----------------------------------------------------------------------------------

    def cautions(self, tie: Tie | None, kind: NeedKind) -> tuple[str, ...]:
        """What to mind before writing."""
        cautions = []
        if tie is not None and tie.state == "dormant":
            cautions.append(Phrase("a call is better than a mail after so long"))
        elif tie is None or tie.state == "unknown":
            if kind in BIG_ASKS:
                cautions.append(Phrase("you hardly know each other: ask for something small first"))
        elif tie.state == "one_sided" and tie.last_in is None:
            cautions.append(Phrase("they have not answered you so far"))
        if tie is not None and tie.facets.work > 0.7 and kind == "confide":
            cautions.append(Phrase("known from work: mind what you say"))
        return tuple(cautions)


def _origins(known: dict[int, Origin], item: int) -> tuple[Origin, ...]:
    return (known[item],) if item in known else ()


def _distinct(facts: Sequence[FactHit]) -> list[FactHit]:
    seen: dict[str, FactHit] = {}
    for fact in facts:
        seen.setdefault(fact.value.casefold(), fact)
    return list(seen.values())


def _best_hits(hits: Sequence[Hit], person: str) -> list[Hit]:
    """Items that add a word of the need first, what they said themselves before what was said to them."""
    rest = sorted(hits, key=lambda h: (not _own(h, person), -h.sim, -(h.at or 0)))
    chosen: list[Hit] = []
    met: set[str] = set()
    for hit in sorted(rest, key=lambda h: -h.sim * (1.3 if _own(h, person) else 1.0)):
        if set(hit.words) - met or len(chosen) < 2:
            chosen.append(hit)
            met |= set(hit.words)
    return chosen


def _own(hit: Hit, person: str) -> bool:
    return any(who == person and part != "other" for who, part in hit.people)
