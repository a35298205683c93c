"""From the ledger and a moment to the ties of everybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import numpy as np

from maarif.domain.ties import Tie
from maarif.ties.facets import FACETS, facets_at
from maarif.ties.ledger import DAY, Flags, Floats, Ints, Ledger
from maarif.ties.signs import Signs, SignTable, table_of
from maarif.ties.strength import Backdrop, Strengths, answers, first_and_last, strengths_at
from maarif.ties.table import FLOORS, LAYERS, ROW, STATES, Ties

#: A tie that was once at least this strong and has been silent for this many days is dormant.
DORMANT_PEAK, DORMANT_DAYS = 0.30, 180
#: A first contact within this many days is new.
NEW_DAYS = 90
#: From so many direct messages on, a tie of which one side alone wrote all is one-sided.
ONE_SIDED = 3


def weigh_all(ledger: Ledger, moment: int, signs: Mapping[str, Signs] | None = None) -> list[Tie]:
    """The tie of everybody in the ledger at a moment (Unix seconds); nothing at or after it counts."""
    return list(weigh(ledger, moment, table_of(ledger.people, signs or {})).values())


def weigh(ledger: Ledger, moment: int, signs: SignTable) -> Ties:
    """How things stand with everybody in the ledger at a moment; a Tie is made when it is asked for."""
    past = ledger.before(moment)
    backdrop = Backdrop(signs["kin"], signs.house)
    rows = np.zeros(len(past.people), dtype=ROW)
    now = strengths_at(past, moment, backdrop)
    for part in ("memory", "days", "balance", "span", "channels", "overlap"):
        rows[part] = getattr(now, part)
    for count in ("sent", "received", "distinct_days", "shared"):
        rows[count] = getattr(now, count)
    rows["peak"] = peaks(past, moment, backdrop)
    rows["first"], rows["last"] = first_and_last(past, past.touch)
    rows["last_in"], rows["last_out"] = first_and_last(past, past.into)[1], first_and_last(past, past.out)[1]
    rows["written"], rows["answered"] = answers(past)
    rows["items"] = np.bincount(past.person, minlength=len(past.people))
    for facet, shares in zip(FACETS, facets_at(signs).T, strict=True):
        rows[facet] = shares
    for sign, _, _ in FLOORS:
        rows[sign] = signs[sign]
    _stand(rows, now, moment)
    return Ties(past.people, moment, rows)


def peaks(ledger: Ledger, moment: int, backdrop: Backdrop) -> Floats:
    """The best strength at the end of any past calendar year (UTC), each computed as of that day."""
    peak = np.zeros(len(ledger.people))
    if not len(ledger.at):
        return peak
    years = range(datetime.fromtimestamp(int(ledger.at.min()), UTC).year, datetime.fromtimestamp(moment, UTC).year)
    for year in years:
        end = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
        if end < moment:
            peak = np.maximum(peak, strengths_at(ledger.before(end), end, backdrop).total)
    return peak


def _stand(rows: np.typing.NDArray[np.void], now: Strengths, moment: int) -> None:
    """Strength with its floor, layer and state of everybody, from what is in the table already."""
    floor = np.zeros(len(rows))
    for sign, least, _ in FLOORS:
        floor = np.maximum(floor, np.where(rows[sign], least, 0.0))
    rows["strength"] = np.maximum(now.total, floor)
    rows["peak"] = np.round(np.maximum(rows["peak"], rows["strength"]), 4)
    effective = np.maximum(rows["strength"], 0.8 * rows["peak"])
    rank = np.empty(len(rows), dtype=np.int64)
    rank[np.lexsort((np.arange(len(rows)), -effective))] = np.arange(len(rows))
    known = (rows["last"] > 0) | rows["kin"] | rows["close"]
    rows["layer"] = np.select([known & (rank < size) for size, _ in LAYERS], [size for size, _ in LAYERS], 0)
    rows["state"] = _states(rows, moment)


def _states(rows: np.typing.NDArray[np.void], moment: int) -> Ints:
    silent = (moment - rows["last"]) / DAY
    sent, received = rows["sent"], rows["received"]
    alone: Flags = (sent + received >= ONE_SIDED) & ((sent == 0) | (received == 0))
    clock = np.select([rows["layer"] == size for size, _ in LAYERS], [days for _, days in LAYERS], LAYERS[-1][1])
    conditions = (
        ("unknown", rows["last"] == 0),
        ("dormant", (silent >= DORMANT_DAYS) & (rows["peak"] >= DORMANT_PEAK)),
        ("new", (moment - rows["first"]) / DAY < NEW_DAYS),
        ("one_sided", alone),
        ("cooling", silent > 2 * clock),
    )
    found: Ints = np.select(
        [where for _, where in conditions], [STATES.index(name) for name, _ in conditions], STATES.index("alive")
    )
    return found
