"""What anybody could do without Maarif's ranking: search and count, search profiles, or ask whom one is closest to."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bench.needs.measures import MUST_NOT_SEEN
from bench.needs.program import Row
from bench.needs.truth import Asked, fold

_WORD = re.compile(r"\w{2,}")
_K1, _B = 1.2, 0.75
_HITS = 100
#: An item with more people than this says nothing about one of them.
_PROFILE_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Postings:
    """An inverted index: in which texts each word stands how often, and how long the texts are."""

    where: dict[str, list[tuple[int, int]]]
    lengths: list[int]


def indexed(texts: Iterable[str]) -> Postings:
    """Index texts by their folded words."""
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    lengths = []
    for number, text in enumerate(texts):
        words = Counter(_WORD.findall(fold(text)))
        lengths.append(sum(words.values()))
        for word, count in words.items():
            where[word].append((number, count))
    return Postings(where, lengths)


def bm25(postings: Postings, text: str) -> dict[int, float]:
    """The score of every text that shares a word with a query (Robertson 1994, k1 = 1.2, b = .75)."""
    average = sum(postings.lengths) / max(len(postings.lengths), 1) or 1
    scores: dict[int, float] = defaultdict(float)
    for word in set(_WORD.findall(fold(text))):
        found = postings.where.get(word, ())
        rarity = math.log(1 + (len(postings.lengths) - len(found) + 0.5) / (len(found) + 0.5))
        for number, count in found:
            length = _K1 * (1 - _B + _B * postings.lengths[number] / average)
            scores[number] += rarity * count * (_K1 + 1) / (count + length)
    return scores


class Searcher:
    """The rankings by search over one home's items; it knows no more than `maarif items --json` says."""

    def __init__(self, items: list[Row], owner: set[str]) -> None:
        self._items = [item for item in items if not item.get("bulk")]
        self._people = [[who for who in item.get("people", ()) if who not in owner] for item in self._items]
        self._times = [datetime.fromisoformat(item["at"]) if item.get("at") else None for item in self._items]
        self._texts = indexed(f"{item.get('subject', '')} {item.get('text', '')}" for item in self._items)

    def count(self, asked: Asked) -> list[str]:
        """Search everything; who is on most of the hundred best items comes first."""
        votes: dict[str, float] = defaultdict(float)
        for number, score in self._hits(asked):
            for who in self._people[number]:
                votes[who] += 1 + score / 1e6
        return _best(votes)

    def vote(self, asked: Asked) -> list[str]:
        """Search everything; each of the hundred best items votes for its people with its score, shared among them."""
        votes: dict[str, float] = defaultdict(float)
        for number, score in self._hits(asked):
            for who in self._people[number]:
                votes[who] += score / len(self._people[number])
        return _best(votes)

    def _hits(self, asked: Asked) -> list[tuple[int, float]]:
        on = datetime.fromisoformat(asked.on)
        scores = bm25(self._texts, asked.text)
        known = [(number, score) for number, score in scores.items() if self._before(number, on)]
        return sorted(known, key=lambda hit: (-hit[1], hit[0]))[:_HITS]

    def _before(self, number: int, on: datetime) -> bool:
        at = self._times[number]
        return bool(self._people[number]) and (at is None or at < on)

    def profiles(self, on: str) -> Profiles:
        """All that is said with or about each person, as one text each."""
        moment, texts = datetime.fromisoformat(on), defaultdict(list)
        for number, item in enumerate(self._items):
            if self._before(number, moment) and len(self._people[number]) <= _PROFILE_PEOPLE:
                for who in self._people[number]:
                    texts[who].append(f"{item.get('subject', '')} {item.get('text', '')}")
        return Profiles(tuple(texts), indexed(" ".join(said) for said in texts.values()))


@dataclass(frozen=True, slots=True)
class Profiles:
    """A text per person, searchable."""

    people: tuple[str, ...]
    texts: Postings

    def search(self, asked: Asked) -> list[str]:
        """Whose text is most like the need."""
        return _best({self.people[number]: score for number, score in bm25(self.texts, asked.text).items()})


def strongest(people: list[Row]) -> list[str]:
    """Those to whom one is closest, whatever the need."""
    humans = [row for row in people if row["kind"] == "person"]
    return [row["id"] for row in sorted(humans, key=lambda row: (-row["tie"]["strength"], row["id"]))][:MUST_NOT_SEEN]


def _best(votes: Mapping[str, float]) -> list[str]:
    return [who for who, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))][:MUST_NOT_SEEN]
