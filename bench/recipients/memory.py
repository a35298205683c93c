"""A mailbox as numbers, and the likeness of a query to every mail before a moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from bench.recipients.mailbox import Mailbox
from bench.recipients.words import bare_subject, stems, written_part

DAY = 86_400


@dataclass(frozen=True)
class Memory:
    """All mail of one owner in flat arrays by time: who is on each mail, and which stems how often."""

    mailbox: Mailbox
    people: tuple[str, ...]
    stem_ids: dict[str, int]
    at: np.ndarray
    mine: np.ndarray
    sender: np.ndarray
    others: np.ndarray
    pair_mail: np.ndarray
    pair_person: np.ndarray
    term_mail: np.ndarray
    term: np.ndarray
    term_count: np.ndarray


def remember(mailbox: Mailbox) -> Memory:
    """Number the people and stems of a mailbox; only what each writer wrote is read, not what they quote."""
    people: dict[str, int] = {}
    stem_ids: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    terms: list[tuple[int, int, int]] = []
    for place, mail in enumerate(mailbox.mails):
        pairs.extend((place, people.setdefault(address, len(people))) for address in mail.others)
        counts = Counter(stems(f"{bare_subject(mail.subject)}\n{written_part(mail.text)}"))
        terms.extend((place, stem_ids.setdefault(stem, len(stem_ids)), count) for stem, count in counts.items())
    pair_array = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    term_array = np.array(terms, dtype=np.int64).reshape(-1, 3)
    return Memory(
        mailbox=mailbox,
        people=tuple(people),
        stem_ids=stem_ids,
        at=np.array([mail.at for mail in mailbox.mails], dtype=np.int64),
        mine=np.array([mail.mine for mail in mailbox.mails], dtype=bool),
        sender=np.array([people.get(mail.sender, -1) for mail in mailbox.mails], dtype=np.int64),
        others=np.array([max(len(mail.others), 1) for mail in mailbox.mails], dtype=np.float64),
        pair_mail=pair_array[:, 0],
        pair_person=pair_array[:, 1],
        term_mail=term_array[:, 0],
        term=term_array[:, 1],
        term_count=term_array[:, 2],
    )


@dataclass
class Moment:
    """What can be known at one moment about one query: only mail strictly before it is seen."""

    memory: Memory
    now: int
    text: str
    _query: Counter[int] = field(init=False)

    def __post_init__(self) -> None:
        known = self.memory.stem_ids
        self._query = Counter(known[stem] for stem in stems(self.text) if stem in known)

    @cached_property
    def mails(self) -> int:
        """How many mails lie before the moment."""
        return int(np.searchsorted(self.memory.at, self.now, side="left"))

    @cached_property
    def age(self) -> np.ndarray:
        """Days from each mail to the moment."""
        return (self.now - self.memory.at[: self.mails]) / DAY

    @cached_property
    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Mail and person of every pair before the moment."""
        end = int(np.searchsorted(self.memory.pair_mail, self.mails, side="left"))
        return self.memory.pair_mail[:end], self.memory.pair_person[:end]

    @cached_property
    def terms(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Mail, stem and count of every stem before the moment."""
        end = int(np.searchsorted(self.memory.term_mail, self.mails, side="left"))
        return self.memory.term_mail[:end], self.memory.term[:end], self.memory.term_count[:end]

    @cached_property
    def likeness(self) -> np.ndarray:
        """Cosine of the TF-IDF vectors, (1 + ln tf) ln(1 + N/df), of the query and each mail."""
        mail, term, count = self.terms
        frequency = np.bincount(term, minlength=len(self.memory.stem_ids))
        idf = np.log(1 + self.mails / np.maximum(frequency, 1))
        weight = (1 + np.log(count)) * idf[term]
        length = np.sqrt(np.bincount(mail, weight**2, minlength=self.mails))
        query = self._query_vector(frequency)
        query[query > 0] = (1 + np.log(query[query > 0])) * idf[query > 0]
        product = np.bincount(mail, weight * query[term], minlength=self.mails)
        return np.asarray(product / np.maximum(length * max(float(np.linalg.norm(query)), 1e-9), 1e-9))

    @cached_property
    def log_likelihood(self) -> np.ndarray:
        """ln p(query | mail) = sum over words of ln(.5 tf/|mail| + .5 p(word))."""
        mail, term, count = self.terms
        length = np.bincount(mail, count, minlength=self.mails)
        collection = np.bincount(term, count, minlength=len(self.memory.stem_ids)) / max(count.sum(), 1)
        query = self._query_vector(collection)
        seen = query > 0
        base = float(query[seen] @ np.log(0.5 * collection[seen]))
        asked = seen[term]
        own = count[asked] / length[mail[asked]]
        gain = query[term[asked]] * np.log1p(own / collection[term[asked]])
        return np.asarray(base + np.bincount(mail[asked], gain, minlength=self.mails))

    def _query_vector(self, frequency: np.ndarray) -> np.ndarray:
        """Counts of the query's words, of those that were seen before the moment."""
        vector = np.zeros(len(self.memory.stem_ids))
        for stem, count in self._query.items():
            if frequency[stem] > 0:
                vector[stem] = count
        return vector

    def votes(self, weight: np.ndarray) -> np.ndarray:
        """Give each mail's weight to all people on it."""
        mail, person = self.pairs
        return np.bincount(person, weight[mail], minlength=len(self.memory.people))
