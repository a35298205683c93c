"""Strength of all ties at one moment, as a sum of six named parts (RANKING.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maarif.ties.ledger import DAY, Floats, Ints, Ledger

#: Half-life of the memory that strength rests on, and the window of the parts that count (days).
HALF_LIFE, WINDOW = 90.0, 730.0


@dataclass(frozen=True, slots=True)
class Weights:
    """S = memory ln(1+IR_90)/ln 201 + days ln(1+days)/ln 91 + balance b min(1, n/4) + span min(1, y) + channels c/2 +
    overlap J; the weights sum to one (RANKING.md section 2)."""

    memory: float = 0.35
    days: float = 0.20
    balance: float = 0.15
    span: float = 0.10
    channels: float = 0.10
    overlap: float = 0.10


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Strengths:
    """The parts of everybody's strength, each already weighted, one number per person; `counts` hold what is said of
    them: direct messages out and in, distinct days, shared contacts."""

    memory: Floats
    days: Floats
    balance: Floats
    span: Floats
    channels: Floats
    overlap: Floats
    sent: Ints
    received: Ints
    distinct_days: Ints
    shared: Ints

    @property
    def total(self) -> Floats:
        """S, in [0, 1]."""
        return self.memory + self.days + self.balance + self.span + self.channels + self.overlap


def decayed_memory(ledger: Ledger, moment: int, half_life: float) -> Floats:
    """IR_h(p) = sum of w 2^(-age/h) over the events of p; h and age in days."""
    age = (moment - ledger.at) / DAY
    weight = ledger.weight * np.exp2(-age / half_life)
    return np.bincount(ledger.person, weight, minlength=len(ledger.people)).astype(np.float64)


def strengths_at(ledger: Ledger, moment: int) -> Strengths:
    """Strength of everybody at a moment; the ledger must end before it.

    Days, balance and channels count over the last two years, so that strength falls in silence; span is from the
    first contact to the last.
    """
    people = len(ledger.people)
    recent = ledger.touch & (ledger.at >= moment - WINDOW * DAY)
    person = ledger.person
    memory = np.minimum(1.0, np.log1p(decayed_memory(ledger, moment, HALF_LIFE)) / np.log(201))
    days = _distinct(person[recent], ledger.at[recent] // DAY, people)
    sent = np.bincount(person[recent & ledger.out], minlength=people)
    received = np.bincount(person[recent & ledger.into], minlength=people)
    n = sent + received
    balance = 2 * np.sqrt(sent * received) / np.maximum(n, 1) * np.minimum(1.0, n / 4)
    channels = np.minimum(1.0, _distinct(person[recent], ledger.channel[recent], people) / 2)
    shared, overlap = shared_contacts(ledger)
    return Strengths(
        WEIGHTS.memory * memory,
        WEIGHTS.days * np.minimum(1.0, np.log1p(days) / np.log(91)),
        WEIGHTS.balance * balance,
        WEIGHTS.span * np.minimum(1.0, span_days(ledger) / 365),
        WEIGHTS.channels * channels,
        WEIGHTS.overlap * overlap,
        sent, received, days, shared,
    )  # fmt: skip


def _distinct(person: Ints, value: Ints, people: int) -> Ints:
    """How many distinct values each person has."""
    if not len(person):
        return np.zeros(people, dtype=np.int64)
    base = int(value.min())
    width = int(value.max()) - base + 1
    unique = np.unique(person * width + (value - base))
    return np.bincount(unique // width, minlength=people)


def span_days(ledger: Ledger) -> Floats:
    """Days from the first to the last contact of each person; 0 for one contact or none."""
    first, last = first_and_last(ledger, ledger.touch)
    return np.where(last > 0, (last - first) / DAY, 0.0)


def first_and_last(ledger: Ledger, which: np.typing.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """The first and last time of each person's chosen events; 0 for none."""
    people = len(ledger.people)
    first = np.full(people, np.iinfo(np.int64).max)
    last = np.zeros(people, dtype=np.int64)
    np.minimum.at(first, ledger.person[which], ledger.at[which])
    np.maximum.at(last, ledger.person[which], ledger.at[which])
    return np.where(last > 0, first, 0), last


def shared_contacts(ledger: Ledger) -> tuple[Ints, Floats]:
    """How many of the owner's contacts each person was in one item with, and the Jaccard overlap with all of them."""
    people = len(ledger.people)
    contact = np.zeros(people, dtype=np.bool_)
    contact[ledger.person[ledger.touch]] = True
    shared = np.bincount(ledger.left[contact[ledger.right]], minlength=people)
    shared = shared + np.bincount(ledger.right[contact[ledger.left]], minlength=people)
    everybody = max(int(contact.sum()), 1)
    return shared, shared / everybody


#: An answer within this many days counts as one (RANKING.md section 2, willingness).
ANSWER_DAYS = 14


def answers(ledger: Ledger) -> tuple[Ints, Ints]:
    """Per person: how many direct messages the owner wrote, and how many were answered within 14 days."""
    people = len(ledger.people)
    direct = ledger.out & ~ledger.into
    replies = ledger.into & ~ledger.out
    stamp = int(ledger.at.max(initial=0)) + ANSWER_DAYS * DAY + 1
    keys = np.sort(ledger.person[replies] * stamp + ledger.at[replies])
    asked = ledger.person[direct] * stamp + ledger.at[direct]
    following = np.searchsorted(keys, asked, side="right")
    found = following < len(keys)
    next_key = keys[np.minimum(following, max(len(keys) - 1, 0))] if len(keys) else asked
    answered = found & (next_key - asked <= ANSWER_DAYS * DAY)
    person = ledger.person[direct]
    return np.bincount(person, minlength=people), np.bincount(person[answered], minlength=people)
