"""The ledger: every participation of every person as columns, so that all ties can be weighed at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from maarif.domain.ties import CHANNELS, ROLES, Participation
from maarif.ties.packing import Parts, pack

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

DAY = 86_400

#: How much one interaction counts, by channel (RANKING.md section 2).
CHANNEL_WEIGHT = {"mail": 1.0, "message": 1.0, "chat": 1.0, "call": 3.0, "meeting": 3.0, "visit": 3.0, "": 1.0}
#: A meeting of three to five counts two, a larger one as little as being copied.
SMALL_MEETING, CROWD = 2.0, 0.5
#: How much by direction: written by the owner, to the owner, copied either way, through a list (RANKING.md section 2).
COPIED, LISTED = 0.5, 0.1
#: An item with more people is an announcement: it tells of a shared group, hardly of a tie.
MANY = 20

_FROM, _TO, _CC, _PRESENT, _NAMED = (ROLES.index(role) for role in ("from", "to", "cc", "present", "named"))
_MAIL = CHANNELS.index("mail")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Events (one person in one item) as columns of equal length, ordered by item.

    `person` indexes `people`; `at` is Unix seconds; `weight` is w_channel * w_direction / n_e of RANKING.md; `out` and
    `into` say whether the owner wrote to the person, or the person to the owner, directly (both in a meeting);
    `channel` is the index of the channel; `touch` whether the event is contact with the owner at all. `left`,
    `right` and `met` list who was in one item with whom: pairs of people (left < right) and the first time.
    `together` says that the item counts for who is seen with whom (it is no announcement).
    """

    people: tuple[str, ...]
    item: Ints
    person: Ints
    at: Ints
    weight: Floats
    out: Flags
    into: Flags
    channel: Ints
    touch: Flags
    together: Flags
    left: Ints
    right: Ints
    met: Ints

    def before(self, moment: int) -> Ledger:
        """The ledger as it stood at a moment: nothing at or after it counts."""
        events, pairs = self.at < moment, self.met < moment
        if events.all():
            return self
        return replace(
            self,
            item=self.item[events], person=self.person[events], at=self.at[events], weight=self.weight[events],
            out=self.out[events], into=self.into[events], channel=self.channel[events], touch=self.touch[events],
            together=self.together[events],
            left=self.left[pairs], right=self.right[pairs], met=self.met[pairs],
        )  # fmt: skip

    def position(self) -> dict[str, int]:
        """Person id to its index in the columns."""
        return {person: index for index, person in enumerate(self.people)}


def make_ledger(
    rows: Iterable[Participation] | Parts, person_of: Mapping[int, str], owner: Collection[str], people: Iterable[str]
) -> Ledger:
    """Columns from participations in the order of items.

    `person_of` tells the person of each handle; `owner` are the owner's own person ids, `people` everybody else to be
    weighed.
    """
    ids = tuple(sorted(set(people) - set(owner)))
    index = {person: number for number, person in enumerate(ids)} | dict.fromkeys(owner, OWNER)
    of_handle = np.full(max(person_of, default=0) + 1, NOBODY)
    for number, whose in person_of.items():
        of_handle[number] = index.get(whose, NOBODY)
    parts = rows if isinstance(rows, np.ndarray) else pack(rows)
    handle = parts["handle"]
    person = np.where(handle < len(of_handle), of_handle[np.minimum(handle, len(of_handle) - 1)], NOBODY)
    known = person != NOBODY
    if not known.all():
        parts, person = parts[known], person[known]
    columns = _Columns(
        parts["item"].astype(np.int64), person, parts["role"].astype(np.int64), parts["at"].copy(),
        parts["channel"].astype(np.int64), parts["bulk"].copy(),
    )  # fmt: skip
    return _weighed(ids, columns)


#: What stands in the column of persons for the owner, and for whoever is not weighed.
OWNER, NOBODY = -1, -2


@dataclass(frozen=True, slots=True)
class _Columns:
    item: Ints
    person: Ints
    role: Ints
    at: Ints
    channel: Ints
    bulk: Flags


def _weighed(people: tuple[str, ...], c: _Columns) -> Ledger:
    """Direction and weight of every event, from who stands where in its item."""
    items, begins, where = _items_of(c.item)
    owner_roles = np.zeros(len(items), dtype=np.int64)  # best role of the owner: from 1 < to 2 < cc 3 < present 4
    owners = c.person == OWNER
    for place in (_PRESENT, _CC, _TO, _FROM):
        owner_roles[where[owners & (c.role == place)]] = place
    item, person, role = _first_roles(where, c)
    at, channel, bulk = c.at[begins][item], c.channel[begins][item], c.bulk[begins][item]
    crowd = np.bincount(item, minlength=len(items)) if len(items) else np.zeros(0, dtype=np.int64)
    mine, others = owner_roles[item], crowd[item]
    announced = bulk | (others > MANY)
    met = (role == _PRESENT) & (mine == _PRESENT)
    written_to = (mine == _FROM) & ((role == _TO) | (role == _CC))
    written_by = (role == _FROM) & (mine != _FROM)
    direction = np.zeros(len(item))
    direction[written_to & (role == _TO)] = 1.0
    direction[written_to & (role == _CC)] = COPIED
    direction[written_by & (mine == _TO)] = 1.0
    direction[written_by & (mine == _CC)] = COPIED
    direction[written_by & (mine == 0) & (channel == _MAIL)] = LISTED  # in the owner's mailbox, not addressed to them
    direction[met | (role >= _NAMED)] = 1.0
    direction[announced & (direction > 0)] = LISTED
    kind = np.array([CHANNEL_WEIGHT[name] for name in CHANNELS])[channel]
    kind = np.where(met & (others > 1), np.where(others <= 5, SMALL_MEETING, CROWD), kind)
    weight = kind * direction / np.maximum(others, 1)
    touch = (direction > LISTED) & ~announced
    left, right, since = _pairs(item, person, at, ~announced)
    return Ledger(
        people, items[item] if len(items) else item, person, at, weight, (written_to | met) & touch,
        ((written_by & (mine == _TO)) | met) & touch, channel, touch, ~announced, left, right, since,
    )  # fmt: skip


def _items_of(item: Ints) -> tuple[Ints, Ints, Ints]:
    """The different items of a column in ascending order, where each begins, and for every row the place of its
    item."""
    if not len(item):
        return (np.zeros(0, dtype=np.int64),) * 3
    changes = np.empty(len(item), dtype=np.bool_)
    changes[0] = True
    np.not_equal(item[1:], item[:-1], out=changes[1:])
    begins = np.flatnonzero(changes)
    return item[begins], begins, np.cumsum(changes) - 1


def _first_roles(where: Ints, c: _Columns) -> tuple[Ints, Ints, Ints]:
    """One event per person and item (a person may stand in it with two addresses): the one with the first role; gives
    item, person and role."""
    others = (c.person >= 0) & (c.role > 0)
    size, roles = int(c.person.max(initial=0)) + 1, len(ROLES)
    key = np.sort((where[others] * size + c.person[others]) * roles + c.role[others])
    pair = key // roles
    first = np.ones(len(key), dtype=np.bool_)
    np.not_equal(pair[1:], pair[:-1], out=first[1:])
    return pair[first] // size, pair[first] % size, key[first] % roles


def _pairs(item: Ints, person: Ints, at: Ints, counts: Flags) -> tuple[Ints, Ints, Ints]:
    """Who was in one item with whom, and when first: for items that are no announcements."""
    item, person, at = item[counts], person[counts], at[counts]
    if not len(item):
        return (np.zeros(0, dtype=np.int64),) * 3
    size = int(person.max()) + 1
    keys, times = [], []
    for step in range(1, MANY):
        same = item[step:] == item[:-step]
        if not same.any():
            break
        one, two = person[:-step][same], person[step:][same]
        keys.append(np.minimum(one, two) * size + np.maximum(one, two))
        times.append(at[step:][same])
    if not keys:
        return (np.zeros(0, dtype=np.int64),) * 3
    key, time = np.concatenate(keys), np.concatenate(times)
    order = np.argsort(key)
    key, time = key[order], time[order]
    begins = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    return key[begins] // size, key[begins] % size, np.minimum.reduceat(time, begins)
