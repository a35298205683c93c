"""From a need to the items and facts that speak to it, and the people on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from maarif.app.asking.speaking_facts import FactHit, speaking_facts
from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.domain.needs import Need
from maarif.normalise.reading import own_text, terms_of
from maarif.rank.hits import Hit, Part
from maarif.rank.likeness import Met, Query, Scoring, Words, bm25, cosine, idf, weigh_words
from maarif.rank.needs import MOST_WORDS, counted_words
from maarif.rank.stance import stance
from maarif.store.database import Row
from maarif.text.concepts import related_in
from maarif.text.passage import best_sentence
from maarif.text.places import find_places, near
from maarif.text.plain_words import is_plain
from maarif.text.stem import stem_variants

#: Items fetched from the index, and how many of them are read and scored exactly: for whole messages, for needs of a
#: few words, and once more among those with people out of sight.
FETCHED, SCORED, SCORED_SHORT, SCORED_DORMANT = 360, 200, 100, 40
_REMEMBERED = 50_000
#: What is left of the weight of an everyday word: it tells little of a topic, however few have written it.
PLAIN = 0.3
#: The owner's message to so many people is to each of them; to more, to nobody in particular.
FEW = 3
#: Of so many of the likest items the sentence that speaks is read for how it speaks.
READ_CLOSELY = 60


@dataclass(frozen=True, slots=True)
class Found:
    """What speaks to a need: the query (with what its words weigh), hits of all and of dormant people, facts.

    `ideal` is the weight of the need's four weightiest words, those that stand nowhere included.
    """

    query: Query
    hits: list[Hit]
    dormant_hits: list[Hit]
    facts: list[FactHit]
    ideal: float


def search(home: Home, need: Need, dormant: frozenset[str]) -> Found:
    """All that speaks to a need and is dated before it is asked (or not at all)."""
    words = _words(need)
    before = need.asked_on if home.store.ledgers.latest() >= need.asked_on else None
    index = home.store.index
    frequencies = index.frequencies(sorted(words.terms()), before)
    items = index.size_before(before)
    query = weigh_words(words, frequencies, items, MOST_WORDS)
    boosts = {term: boost for term, boost in _boosts(words, query).items() if frequencies.get(term)}
    fetched = index.search(boosts, before, FETCHED)
    likeness = cosine if need.kind == "recipients" else bm25
    rows = _rows_by_item(home, fetched)
    most = SCORED if need.kind == "recipients" else SCORED_SHORT
    hits = _score(home, query, rows, list(rows)[:most], likeness)
    asleep = [item for item, said in rows.items() if any(row[7] in dormant for row in said)][:SCORED_DORMANT]
    dormant_hits = _score(home, query, rows, asleep, likeness)
    facts = speaking_facts(home, query, need.asked_on)
    return Found(query, hits, dormant_hits, facts, _ideal(words.counts, query, items))


def _words(need: Need) -> Words:
    """The words of a need with their terms; related terms and places nearby for all but whole messages, whose many
    words speak for themselves."""
    counts = counted_words(need.text, need.words)
    variants = {word: stem_variants(word) for word in counts}
    related: dict[str, dict[str, float]] = {word: {} for word in counts}
    if need.kind != "recipients":
        near_by = {place: near(place) for place in find_places(need.text)}
        meanings: list[tuple[str, Mapping[str, float]]] = [*related_in(need.text).items(), *_as_terms(near_by)]
        for phrase, terms in meanings:
            for word in phrase.split():
                if word in related:
                    known = related[word]
                    for term, weight in terms.items():
                        if term not in variants[word]:
                            known[term] = max(weight, known.get(term, 0.0))
    shares = {} if need.kind == "recipients" else {word: PLAIN for word in counts if is_plain(word)}
    return Words(counts, variants, related, shares)


def _as_terms(places: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, dict[str, float]]]:
    """Each spelling of a place that a need names, with the terms of the places near it (of one word each)."""
    for names in places.values():
        terms = {t: w for name, w in names.items() if " " not in name for t in stem_variants(name)}
        for spelling, weight in names.items():
            if weight == 1.0:
                yield spelling, terms


def _boosts(words: Words, query: Query) -> dict[str, float]:
    """What each term weighs in the index, which knows its rarity by itself."""
    boosts: dict[str, float] = {}
    for word, terms in query.related.items():
        share = words.related.get(word, {})
        boosts |= {term: max(share[term], boosts.get(term, 0.0)) for term in terms}
    for word, stems_of_word in query.variants.items():
        count = words.counts[word]
        boosts |= dict.fromkeys(stems_of_word, words.shares.get(word, 1.0) * count * 2.2 / (count + 1.2))
    return boosts


def _ideal(counts: Mapping[str, int], query: Query, items: int) -> float:
    """Words that nobody ever wrote weigh most: whoever matches the rest has not answered the need."""
    weights = [
        query.weights.get(
            word, (PLAIN if is_plain(word) else 1.0) * idf(0, items) if word not in query.variants else 0.0
        )
        for word in counts
    ]
    return sum(sorted(weights, reverse=True)[:4]) or 1.0


def _rows_by_item(home: Home, fetched: list[tuple[int, float]]) -> dict[int, list[Row]]:
    """The rows of the fetched items, likest first; equally like ones by what they say, not by when they came in."""
    scores = {item: round(score, 4) for item, score in fetched}
    grouped: dict[int, list[Row]] = defaultdict(list)
    for row in home.store.ledgers.chosen(list(scores)):
        grouped[row[0]].append(row)
    return dict(sorted(grouped.items(), key=lambda pair: (-scores[pair[0]], pair[1][0][5])))


def _score(home: Home, query: Query, rows: Mapping[int, list[Row]], wanted: list[int], likeness: Scoring) -> list[Hit]:
    """The exact likeness of some of the fetched items, likest first (then the later, then by what they say)."""
    lines = _lines(home, wanted)
    hits: list[tuple[Hit, str]] = []
    for item in wanted:
        terms = query.count(lines.get(item, ""))
        gain, met = bm25(query, terms)
        if gain > 0:
            sim = gain if likeness is bm25 else likeness(query, terms)[0]
            hits.append((_hit(home, rows[item], (round(sim, 6), round(gain, 6)), met), rows[item][0][5]))
    hits.sort(key=_likest)
    if likeness is bm25:
        hits = sorted([*_read_closely(home, query, hits[:READ_CLOSELY]), *hits[READ_CLOSELY:]], key=_likest)
    return [hit for hit, _ in hits]


def _likest(pair: tuple[Hit, str]) -> tuple[float, int, str]:
    return -pair[0].sim, -(pair[0].at or 0), pair[1]


def _read_closely(home: Home, query: Query, hits: list[tuple[Hit, str]]) -> list[tuple[Hit, str]]:
    """The likest items weighed by how they speak of it: who asks for a thing does not have it."""
    texts: dict[int, str] = home.kept.setdefault("texts", {})
    if len(texts) > _REMEMBERED:
        texts.clear()
    missing = [hit.item for hit, _ in hits if hit.item not in texts]
    texts |= {number: own_text(item) for number, item in home.store.items.bare(missing).items()}
    terms = query.terms()
    return [(_weighed(hit, stance(best_sentence(texts.get(hit.item, ""), terms))), key) for hit, key in hits]


def _weighed(hit: Hit, worth: float) -> Hit:
    met = tuple((word, weight * worth) for word, weight in hit.met)
    return replace(hit, sim=round(hit.sim * worth, 6), met=met, gain=hit.gain * min(worth, 1.0))


def _lines(home: Home, items: Iterable[int]) -> dict[int, str]:
    """The terms of items in order; remembered, since needs of one day meet the same items."""
    known: dict[int, str] = home.kept.setdefault("terms", {})
    if len(known) > _REMEMBERED:
        known.clear()
    missing = [item for item in items if item not in known]
    for number, item in home.store.items.bare(missing).items():
        known[number] = terms_of(item)
    return known


def _hit(home: Home, rows: list[Row], likeness: tuple[float, float], met: Met) -> Hit:
    item, at, _, bulk, shape, _, _, _ = rows[0]
    people, owners = people_of(home), owner_ids(home)
    parts: dict[str, Part] = {}
    for row in sorted(rows, key=lambda row: (row[7] or "", row[6] or "")):
        role, person = row[6], row[7]
        if person in people and parts.get(person) != "author":
            parts[person] = _part(role)
    by_owner = any(row[6] == "from" and row[7] in owners for row in rows)
    if shape == "Message" and not (by_owner and len(parts) <= FEW):
        parts = {person: "bystander" if part == "other" else part for person, part in parts.items()}
    sim, gain = likeness
    return Hit(item, sim, met, at, tuple(sorted(parts.items())), by_owner, bool(bulk), shape, gain)


def _part(role: str) -> Part:
    if role == "from":
        return "author"
    return "subject" if role in ("about", "named", "mentioned") else "other"
