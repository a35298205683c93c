"""What the owner cares about, told from their own recent words: notes, needs, and what they wrote to others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.domain.items import Item, Note
from maarif.normalise.reading import own_text
from maarif.text.concepts import related
from maarif.text.fold import fold, raw_words
from maarif.text.language import STOPWORDS, tell_language
from maarif.text.stem import stem_word

DAY = 86_400
#: Own words of the last year and a half count; at most so many of the owner's own messages are read.
WINDOW, MESSAGES = 540 * DAY, 300
#: A note or a need is written for oneself: it says more of what one cares about than a message does.
NOTED, NEEDED = 3.0, 4.0
#: So many words make the topics; each must stand in so many of the owner's own items, and in at most this share of all.
TOPICS, TWICE, COMMON = 30, 2, 0.02
#: A word that the lexicon of concepts does not know weighs so much of one that it knows.
PLAIN = 0.3


@dataclass(frozen=True, slots=True)
class Interests:
    """The terms of what the owner cares about with their weights (the largest is 1), and how each is written."""

    weights: Mapping[str, float]
    written: Mapping[str, str]


def interests_of(home: Home, moment: int) -> Interests:
    """The topics of the owner as of a moment."""
    return home.view(f"interests@{moment}", lambda: _gather(home, moment))


def _gather(home: Home, moment: int) -> Interests:
    numbers = home.store.ledgers.own_words(moment - WINDOW, moment, MESSAGES)
    items = home.store.items.bare(numbers)
    said = [(words_of(item), NOTED if isinstance(item, Note) else 1.0) for item in items.values()]
    said += [(need.text, NEEDED) for need in home.store.outreach.needs() if moment - WINDOW <= need.asked_on < moment]
    mass: dict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for text, weight in said:
        for term, word in _terms(text, weight >= NEEDED).items():
            mass[term] += weight
            times[term] += 1 if weight < NOTED else 2
            written.setdefault(term, Counter())[word] += 1
    return _rarest(home, mass, {t for t, n in times.items() if n >= TWICE} - _names(home), written)


def words_of(item: Item) -> str:
    """What an item says; of a note the text alone, for its title is mostly that of a journal."""
    return item.text if isinstance(item, Note) else own_text(item)


def _terms(text: str, short: bool) -> dict[str, str]:
    """The terms of a text that carry a topic, each as it is written there; a needs's own words all count."""
    every = raw_words(text)
    language = tell_language(every)
    common = STOPWORDS.get(language, frozenset())
    least = 3 if short else 4
    topical = (word for word in every if len(word) >= least and fold(word) not in common and not word[0].isdigit())
    return {term: word for word in topical if (term := stem_word(word, language))}


def _names(home: Home) -> set[str]:
    """The terms of people's names, which are no topics: of the owner's own and of everybody near enough to be in
    notes."""
    mine = home.store.people.get(sorted(owner_ids(home))).values()
    names = [name for person in (*people_of(home).values(), *mine) for name in (person.name, *person.names)]
    return {term for name in names for word in name.split() for term in (stem_word(word, "en"), stem_word(word, "de"))}


def _is_topic(written: Counter[str]) -> bool:
    """Whether the lexicon knows the word as a field, a trade, a hobby or the like."""
    return any(related(word) for word in written)


def _rarest(
    home: Home, mass: Mapping[str, float], terms: Iterable[str], written: Mapping[str, Counter[str]]
) -> Interests:
    """The terms that weigh most by mass times inverse document frequency."""
    likely = sorted(terms, key=lambda term: (-mass[term], term))[: 10 * TOPICS]
    size = max(home.store.index.size(), 1)
    seen = home.store.index.frequencies(likely, None)
    limit = max(COMMON * size, 12)
    weight = {
        term: log(1 + mass[term]) * log(1 + size / (1 + seen[term])) * (1.0 if _is_topic(written[term]) else PLAIN)
        for term in likely
        if 0 < seen[term] <= limit
    }
    best = sorted(weight, key=lambda term: (-weight[term], term))[:TOPICS]
    most = weight[best[0]] if best else 1.0
    spelt = {term: min(written[term], key=lambda word: (-written[term][word], word)) for term in best}
    return Interests({term: weight[term] / most for term in best}, spelt)
