"""The picture of a home: made of its ledger and circles, kept as a file, told as compact JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from maarif.app.catching_up import catch_up
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.circles import circle_of_person, circles
from maarif.app.knowing.ledger import ledger_of
from maarif.app.knowing.standing import ties_as_of
from maarif.app.network.arranging import arranged
from maarif.domain.circles import Circle
from maarif.store.pictures import read_picture, write_picture
from maarif.ties.copresence import Graph, seen_together
from maarif.ties.ledger import Ints, Ledger
from maarif.ties.table import STATES

#: Lines that are drawn: so many from each person, the strongest, and so many in all.
EACH, ALL = 3, 12_000
#: People whose names are sent with the picture; those of the others come when they are looked at.
NAMED = 1500
#: Years that are told, the last one the present (a bit each).
YEARS = 30
#: How a picture is written down; another program may write it otherwise.
FORM = 2
_YEAR = 365.2425 * 86_400


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the ids of the people in it, and what is drawn, as JSON.

    `drawn` holds, by letter, columns of whole numbers: `s` (strength, 0-99), `c` (place in `circles`, -1: none), `m` (a
    bit for each year from `base` in which there was contact); `o`, who is out of sight; `e`, pairs of places; `names`
    of the first people; `circles` (id, x, y, radius) and `reach`, the radius of all of them, as `arranged` gives them.
    """

    ids: list[str]
    drawn: str


def stamp_of(home: Home) -> str:
    """What a picture is made of: another stamp, another picture."""
    made = (*home.store.browse.stamp(), *home.store.circles.derived(), home.today.year, FORM)
    return "-".join(str(part) for part in made).replace(" ", "_").replace("\n", "_")


def kept_picture(home: Home) -> Picture | None:
    """The picture as it was made last; None where people have changed since."""
    found = read_picture(home.path, stamp_of(home))
    return Picture(*found) if found else None


def make_picture(home: Home) -> Picture:
    """Make the picture, and keep it."""
    catch_up(home)
    stamp = stamp_of(home)
    ledger, everybody = ledger_of(home), people_of(home)
    human = np.array([everybody[who].kind == "person" for who in ledger.people], dtype=np.bool_)
    strength, out_of_sight = _standing(home, ledger)
    order = np.flatnonzero(human)[np.argsort(-strength[human], kind="stable")]
    shown = _circles(home, ledger, order)
    place = np.full(len(ledger.people), -1)
    place[order] = np.arange(len(order))
    graph = _between(seen_together(ledger, human), place)
    main = circle_of_person(home)
    number = {circle.id: at for at, circle in enumerate(shown)}
    circle = np.array([number.get(main.get(ledger.people[at], ""), -1) for at in order.tolist()], dtype=np.int64)
    discs, reach = arranged(circle, len(shown), graph.left, graph.right, graph.weight)
    base = home.today.year - YEARS + 1
    drawn = {
        "base": base, "now": home.today.year, "reach": reach,
        "s": np.clip(strength[order] * 99, 0, 99).astype(np.int64).tolist(), "c": circle.tolist(),
        "m": _years(ledger, base)[order].tolist(), "o": np.flatnonzero(out_of_sight[order]).tolist(),
        "e": _lines(graph), "names": [everybody[ledger.people[at]].name for at in order[:NAMED].tolist()],
        "circles": [[each.id, *disc] for each, disc in zip(shown, discs, strict=True)],
    }  # fmt: skip
    ids = [ledger.people[at] for at in order.tolist()]
    made = Picture(ids, json.dumps(drawn, ensure_ascii=False, separators=(",", ":")))
    write_picture(home.path, stamp, made.ids, made.drawn)
    return made


def _standing(home: Home, ledger: Ledger) -> tuple[Any, Any]:
    """Strength of everybody in the ledger, and who is out of sight."""
    ties = ties_as_of(home, None)
    at = ledger.position()
    known = [(at[who], row) for row, who in enumerate(ties.people) if who in at]
    places, rows = (np.array(each, dtype=np.int64) for each in (zip(*known, strict=True) if known else ((), ())))
    strength, hidden = np.zeros(len(at)), np.zeros(len(at), dtype=np.bool_)
    strength[places] = ties.effective[rows]
    hidden[places] = ties.rows["state"][rows] == STATES.index("dormant")
    return strength, hidden


def _circles(home: Home, ledger: Ledger, order: Ints) -> list[Circle]:
    """The circles that are anybody's main one, the largest first."""
    main = circle_of_person(home)
    shown = {main[who] for at in order.tolist() if (who := ledger.people[at]) in main}
    return [circle for circle in circles(home) if circle.id in shown]


def _between(graph: Graph, place: Ints) -> Graph:
    """The pairs of those who are in the picture, by their places in it."""
    left, right = place[graph.left], place[graph.right]
    kept = (left >= 0) & (right >= 0)
    return Graph(int((place >= 0).sum()), left[kept], right[kept], graph.weight[kept])


def _lines(graph: Graph) -> list[int]:
    """The strongest pairs of each, as a flat list of places, ordered so that it packs well."""
    order = np.argsort(-graph.weight, kind="stable")
    ends = np.concatenate([graph.left[order], graph.right[order]])
    rank = np.concatenate([np.arange(len(order))] * 2)
    by_end = np.lexsort((rank, ends))
    first = np.searchsorted(ends[by_end], ends[by_end])
    kept = np.unique(rank[by_end[np.arange(len(by_end)) - first < EACH]])[:ALL]
    low = np.minimum(graph.left[order[kept]], graph.right[order[kept]])
    high = np.maximum(graph.left[order[kept]], graph.right[order[kept]])
    by_low = np.lexsort((high, low))
    flat: list[int] = np.stack([low[by_low], high[by_low]], axis=1).ravel().tolist()
    return flat


def _years(ledger: Ledger, base: int) -> Ints:
    """A bit for each year in which there was contact with the owner; what was earlier counts for the first."""
    year = (1970 + ledger.at[ledger.touch] // _YEAR).astype(np.int64)
    bit = np.clip(year - base, 0, YEARS - 1)
    masks = np.zeros(len(ledger.people), dtype=np.int64)
    np.bitwise_or.at(masks, ledger.person[ledger.touch], np.left_shift(1, bit))
    return masks
