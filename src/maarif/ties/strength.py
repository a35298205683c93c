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


#: How much longer the memory of a tie lasts (times the half-life): for stated kin, and for whoever has been in touch
#: for so many years. That it lasts longer is RANKING.md section 2 (kin: Roberts and Dunbar 2011); the sizes are round
#: numbers, none is fitted.
KIN_SLOWER, LONG_SLOWER, LONG_YEARS = 2.0, 1.5, 5.0

#: What happened is read against what is usual in the same house (RANKING.md section 2: co-workers write more), where
#: at least so many of it are in touch; the factor is the root of the quotient and stays within these bounds.
HOUSE_SIZE, LEAST_SHARE, MOST_SHARE = 5, 0.5, 2.0


def decayed_memory(ledger: Ledger, moment: int, half_life: Floats | float) -> Floats:
    """IR_h(p) = sum of w 2^(-age/h) over the events of p; h (one for all, or one a person) and age in days."""
    age = (moment - ledger.at) / DAY
    own = half_life[ledger.person] if isinstance(half_life, np.ndarray) else half_life
    weight = ledger.weight * np.exp2(-age / own)
    return np.bincount(ledger.person, weight, minlength=len(ledger.people)).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What a person's traffic is read against: `kin` slows its decay, `house` numbers the house of each (-1: none)."""

    kin: Floats
    house: Ints


def strengths_at(ledger: Ledger, moment: int, backdrop: Backdrop | None = None) -> Strengths:
    """Strength of everybody at a moment; the ledger must end before it.

    Days, balance and channels count over the last two years, so that strength falls in silence; span is from the
    first contact to the last.
    """
    people = len(ledger.people)
    recent = ledger.touch & (ledger.at >= moment - WINDOW * DAY)
    person, at = ledger.person[recent], ledger.at[recent]
    span = span_days(ledger)
    memory = np.minimum(1.0, np.log1p(_memory(ledger, moment, span, backdrop)) / np.log(201))
    days = _distinct(person, at // DAY, people)
    sent = np.bincount(person[ledger.out[recent]], minlength=people)
    received = np.bincount(person[ledger.into[recent]], minlength=people)
    n = sent + received
    balance = 2 * np.sqrt(sent * received) / np.maximum(n, 1) * np.minimum(1.0, n / 4)
    channels = np.minimum(1.0, _distinct(person, ledger.channel[recent], people) / 2)
    shared, overlap = shared_contacts(ledger)
    return Strengths(
        WEIGHTS.memory * memory,
        WEIGHTS.days * np.minimum(1.0, np.log1p(days) / np.log(91)),
        WEIGHTS.balance * balance,
        WEIGHTS.span * np.minimum(1.0, span / 365),
        WEIGHTS.channels * channels,
        WEIGHTS.overlap * overlap,
        sent, received, days, shared,
    )  # fmt: skip


def _memory(ledger: Ledger, moment: int, span: Floats, backdrop: Backdrop | None) -> Floats:
    """IR_90, slower for kin and long ties, read against the median of the house."""
    slower = np.where(span >= LONG_YEARS * 365, LONG_SLOWER, 1.0)
    if backdrop is None:
        return decayed_memory(ledger, moment, HALF_LIFE * slower)
    memory = decayed_memory(ledger, moment, HALF_LIFE * np.where(backdrop.kin > 0, KIN_SLOWER, slower))
    return memory * usual_share(memory, backdrop.house)


def usual_share(memory: Floats, house: Ints) -> Floats:
    """By how much each person's traffic counts: sqrt(median of all / median of the house), within bounds; 1 for
    whoever is of no house, or of one in which too few are in touch. Medians are over those with any traffic."""
    share = np.ones(len(memory))
    active = memory > 0
    if not active.any():
        return share
    usual = float(np.median(memory[active]))
    inside = np.flatnonzero(active & (house >= 0))
    inside = inside[np.argsort(house[inside], kind="stable")]
    for members in np.split(inside, np.flatnonzero(np.diff(house[inside])) + 1):
        if len(members) >= HOUSE_SIZE:
            quotient = np.sqrt(usual / float(np.median(memory[members])))
            share[house == house[members[0]]] = min(max(quotient, LEAST_SHARE), MOST_SHARE)
    return share


def _distinct(person: Ints, value: Ints, people: int) -> Ints:
    """How many distinct values each person has."""
    if not len(person):
        return np.zeros(people, dtype=np.int64)
    base = int(value.min())
    width = int(value.max()) - base + 1
    keys = np.sort(person * width + (value - base))  # several times faster than numpy.unique
    first = np.ones(len(keys), dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    return np.bincount(keys[first] // width, minlength=people)


def span_days(ledger: Ledger) -> Floats:
    """Days from the first to the last contact of each person; 0 for one contact or none."""
    first, last = first_and_last(ledger, ledger.touch)
    return np.where(last > 0, (last - first) / DAY, 0.0)


def first_and_last(ledger: Ledger, which: np.typing.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """The first and last time of each person's chosen events; 0 for none."""
    people = len(ledger.people)
    person, at = ledger.person[which], ledger.at[which]
    first = np.full(people, np.iinfo(np.int64).max)
    last = np.zeros(people, dtype=np.int64)
    np.minimum.at(first, person, at)
    np.maximum.at(last, person, at)
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
