"""Turns what speaks for a person into evidence: sentences with the items they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from maarif.app.favours import favour_told
from maarif.app.home import Home
from maarif.app.search import FactHit, Found
from maarif.domain.evidence import Evidence
from maarif.domain.items import Item, Origin
from maarif.domain.needs import Need, NeedKind
from maarif.domain.ties import Tie
from maarif.normalise.reading import own_text
from maarif.rank.claims import closeness, fact_claim, hit_claim, standing, topic
from maarif.rank.hits import Hit, Part
from maarif.text.fold import fold, raw_words
from maarif.text.passage import best_sentence

if TYPE_CHECKING:
    from maarif.app.ask import Candidate

#: How many items and facts are shown as reasons of one person.
SHOWN, SHOWN_FACTS = 3, 2
#: Open asks to one person within ninety days after which the program says so.
BIG_ASKS: frozenset[NeedKind] = frozenset({"job", "confide", "favour", "intro"})


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
        """The points of relevance, shared out among facts and items by how much each speaks to the need; told in
        full by
        `told` for those who are chosen."""
        return Evidence("speaks to your need", points)

    def tie(self, tie: Tie | None, suited: Evidence, points: float) -> Evidence:
        """The points of the tie, with how things stand in words."""
        if tie is None:
            return Evidence("you have not been in touch", points)
        last = max(tie.last_in or 0, tie.last_out or 0) or None
        claim = standing(tie.state, last, closeness(tie.effective, tie.layer))
        total = suited.total or 1.0
        parts = tuple(Evidence(part.claim, points * part.points / total) for part in suited.parts)
        return Evidence(claim, 0.0, (), parts)

    def willing(self, tie: Tie | None, points: float) -> Evidence:
        """The points of willingness, with what is known of whether they answer."""
        if tie is None or not tie.written:
            return Evidence("you never wrote to them: taken for as willing as people mostly are", points)
        if tie.written == 1:
            return Evidence(f"{'answered' if tie.answered else 'did not answer'} the one message you wrote", points)
        return Evidence(f"answered {tie.answered} of your {tie.written} messages within two weeks", points)

    def told(self, candidate: Candidate, evidence: Evidence) -> Evidence:
        """The evidence of one who is chosen, its relevance opened into reasons with origins; points stay what they
        were."""
        relevance, *rest = evidence.parts
        opened = Evidence(relevance.claim, 0.0, (), self._open(candidate, relevance.points))
        favour = favour_told(self._home, candidate.person, self._need.asked_on)
        given = (favour,) if favour is not None else ()
        return Evidence(evidence.claim, evidence.points, evidence.origins, (opened, *rest, *given))

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
                fact_claim(fact.attribute, fact.value, sources.get(fact.item, ""), fact.at),
                points * fact.points / weight, _origins(origins, fact.item),
            )
            for fact in facts
        ]  # fmt: skip
        more = len(candidate.hits) - len(hits)
        for place, hit in enumerate(hits):
            claim = self._claim(hit, candidate.person, items.get(hit.item), more if place == len(hits) - 1 else 0)
            told.append(Evidence(claim, points * hit.sim / weight, _origins(origins, hit.item)))
        return tuple(told) or (Evidence("speaks to your need", points),)

    def _claim(self, hit: Hit, person: str, item: Item | None, more: int) -> str:
        part: Part = next((part for who, part in hit.people if who == person), "other")
        quote = best_sentence(own_text(item), self._weights) if item is not None else ""
        return hit_claim(hit, part, self._about(hit), quote, more)

    def for_recipient(self, person: str, relevance: float) -> Evidence:
        """Why a message like this usually goes to a person: the likest items, without quotes."""
        hits = [hit for hit in self._found.hits if any(who == person for who, _ in hit.people)][:SHOWN]
        if not hits:
            return Evidence("", 0.0, (), (Evidence("you write to them often, and did lately", relevance),))
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
            cautions.append("a call is better than a mail after so long")
        elif tie is None or tie.state == "unknown":
            if kind in BIG_ASKS:
                cautions.append("you hardly know each other: ask for something small first")
        elif tie.state == "one_sided" and tie.last_in is None:
            cautions.append("they have not answered you so far")
        if tie is not None and tie.facets.work > 0.7 and kind == "confide":
            cautions.append("known from work: mind what you say")
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
