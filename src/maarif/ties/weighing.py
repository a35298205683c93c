"""From the ledger and a moment to the ties of everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from maarif.domain.evidence import Evidence
from maarif.domain.ties import State, Tie
from maarif.ties.facets import facets_of
from maarif.ties.ledger import DAY, Floats, Ints, Ledger
from maarif.ties.signs import NOTHING_KNOWN, Signs
from maarif.ties.strength import Strengths, answers, first_and_last, strengths_at

#: Dunbar's layers by rank, with the silence (days) after which a tie of that layer cools.
LAYERS = ((5, 7), (15, 30), (50, 180), (150, 365))
#: A tie that was once at least this strong and has been silent for this many days is dormant.
DORMANT_PEAK, DORMANT_DAYS = 0.30, 180
#: A first contact within this many days is new.
NEW_DAYS = 90
#: Stated kin and marked friends never count as weaker than this.
KIN_FLOOR = 0.5


@dataclass(frozen=True, slots=True)
class _Standing:
    """All columns that ties are read off, one number per person."""

    now: Strengths
    peak: Floats
    first: Ints
    last: Ints
    last_in: Ints
    last_out: Ints
    rank: Ints
    written: Ints
    answered: Ints
    items: Ints


def weigh_all(ledger: Ledger, moment: int, signs: Mapping[str, Signs] | None = None) -> list[Tie]:
    """The tie of everybody in the ledger at a moment (Unix seconds); nothing at or after it counts."""
    past = ledger.before(moment)
    now = strengths_at(past, moment)
    peak = _peaks(past, moment)
    first, last = first_and_last(past, past.touch)
    _, last_in = first_and_last(past, past.into)
    _, last_out = first_and_last(past, past.out)
    effective = np.maximum(now.total, 0.8 * peak)
    rank = np.empty(len(effective), dtype=np.int64)
    rank[np.lexsort((np.arange(len(effective)), -effective))] = np.arange(len(effective))
    standing = _Standing(now, peak, first, last, last_in, last_out, rank, *answers(past), _items(past))
    known = signs or {}
    return [_tie(standing, i, moment, person, known.get(person, NOTHING_KNOWN)) for i, person in enumerate(past.people)]


def _items(ledger: Ledger) -> Ints:
    return np.bincount(ledger.person, minlength=len(ledger.people))


def _peaks(ledger: Ledger, moment: int) -> Floats:
    """The best strength at the end of any past calendar year (UTC), each computed as of that day."""
    peak = np.zeros(len(ledger.people))
    if not len(ledger.at):
        return peak
    years = range(datetime.fromtimestamp(int(ledger.at.min()), UTC).year, datetime.fromtimestamp(moment, UTC).year)
    for year in years:
        end = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
        if end < moment:
            peak = np.maximum(peak, strengths_at(ledger.before(end), end).total)
    return peak


def _tie(standing: _Standing, i: int, moment: int, person: str, signs: Signs) -> Tie:
    now = standing.now
    strength = _evidence(now, i)
    if signs.kin and strength.total < KIN_FLOOR:
        floor = Evidence("family, as a card or note says: silence does not count", KIN_FLOOR - strength.total)
        strength = Evidence(strength.claim, 0.0, (), (*strength.parts, floor))
    sent, received = int(now.sent[i]), int(now.received[i])
    layer = next((size for size, _ in LAYERS if standing.rank[i] < size), 0) if standing.last[i] or signs.kin else 0
    return Tie(
        person=person,
        as_of=moment,
        strength=strength,
        peak=round(float(max(standing.peak[i], strength.total)), 4),
        layer=layer,
        state=_state(standing, i, moment, layer),
        facets=facets_of(signs),
        reciprocity=round(2 * (sent * received) ** 0.5 / (sent + received), 4) if sent + received else 0.0,
        last_in=int(standing.last_in[i]) or None,
        last_out=int(standing.last_out[i]) or None,
        shared_contacts=int(now.shared[i]),
        written=int(standing.written[i]),
        answered=int(standing.answered[i]),
        items=int(standing.items[i]),
    )


def _evidence(now: Strengths, i: int) -> Evidence:
    """The six parts as sentences; parts worth nothing are left out."""
    sent, received, days = int(now.sent[i]), int(now.received[i]), int(now.distinct_days[i])
    parts = (
        Evidence("how much happened lately (half-life 90 days)", float(now.memory[i])),
        Evidence(f"in touch on {days} days of the last two years", float(now.days[i])),
        Evidence(f"you wrote {sent} times, they wrote {received} times in two years", float(now.balance[i])),
        Evidence("how long you have been in touch", float(now.span[i])),
        Evidence("through how many channels", float(now.channels[i])),
        Evidence(f"{int(now.shared[i])} people you both know", float(now.overlap[i])),
    )
    return Evidence("strength", 0.0, (), tuple(part for part in parts if part.points > 0))


def _state(standing: _Standing, i: int, moment: int, layer: int) -> State:
    last = int(standing.last[i])
    if not last:
        return "unknown"
    silent = (moment - last) / DAY
    if silent >= DORMANT_DAYS and max(float(standing.peak[i]), float(standing.now.total[i])) >= DORMANT_PEAK:
        return "dormant"
    if (moment - int(standing.first[i])) / DAY < NEW_DAYS:
        return "new"
    sent, received = int(standing.now.sent[i]), int(standing.now.received[i])
    if sent + received >= 3 and not (sent and received):
        return "one_sided"
    clock = next((days for size, days in LAYERS if size == layer), 365)
    return "cooling" if silent > 2 * clock else "alive"
