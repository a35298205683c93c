"""What comes again with the same people: group chats, meetings in a row, lists."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from maarif.domain.circles import CircleKind
from maarif.text.fold import fold
from maarif.ties.copresence import SMALLEST
from maarif.ties.ledger import Flags, Ints, Ledger

#: What happened less often is no habit.
TIMES = 3
#: Whoever was there at least so often, or at so large a share of all times, belongs to it.
TWICE, SHARE = 2, 0.2
#: What more people take part in is a public, no circle.
MOST_PEOPLE = 150


@dataclass(frozen=True, slots=True)
class Gathering:
    """Items that belong together by their source, and what that calls them ("" where it gives a mere key)."""

    kind: CircleKind
    label: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """Who takes part in a gathering (places, most often first), how often it was, when first and last, and a few of
    its items, those with most people."""

    people: Ints
    times: int
    since: int
    until: int
    items: tuple[int, ...]


def gatherings_in(rows: Iterable[tuple[int, str, str, str]]) -> list[Gathering]:
    """The gatherings among chat messages and meetings: (item, thread, subject, kind)."""
    items: dict[tuple[str, str], list[int]] = defaultdict(list)
    subjects: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for item, thread, subject, kind in rows:
        key = (kind, thread or fold(subject))
        if key[1]:
            items[key].append(item)
            subjects[key][subject] += 1
    return [
        Gathering("chat" if kind == "chat" else "meeting", _label(thread, subjects[kind, thread]), tuple(own))
        for (kind, thread), own in sorted(items.items())
        if len(own) >= TIMES
    ]


_KEY = re.compile(r"\d{4}|@|^mpdm|^[^\W\d_]{0,2}\W*$|^\W*$")


def _label(thread: str, subjects: Counter[str]) -> str:
    """What a thread is called: its own name where somebody gave it one, else the subject most often written."""
    name = re.sub(r"[-_.\s]+", " ", re.sub(r"_\d+$", "", thread.rpartition("/")[2])).strip()
    is_name = name and re.search(r"[^\W\d_]{3}", name) and not _KEY.search(thread.rpartition("/")[2])
    if is_name and thread not in map(fold, subjects):
        return name
    subject = min(subjects, key=lambda said: (-subjects[said], said))
    return " ".join(subject.split())


def lists_in(ledger: Ledger, is_list: Flags, names: Sequence[str]) -> list[Gathering]:
    """The gatherings of those who write to one list; `names` are what the people of the ledger are called."""
    rows = is_list[ledger.person]
    items: dict[int, list[int]] = defaultdict(list)
    for person, item in zip(ledger.person[rows].tolist(), ledger.item[rows].tolist(), strict=True):
        items[person].append(item)
    return [Gathering("list", names[who], tuple(own)) for who, own in items.items() if len(own) >= TIMES]


def seen_at(ledger: Ledger, human: Flags, gatherings: Sequence[Gathering]) -> list[Seen | None]:
    """Who takes part in each gathering; None for those with too few or too many people."""
    wanted = np.array([item for each in gatherings for item in each.items], dtype=np.int64)
    group = np.repeat(np.arange(len(gatherings)), [len(each.items) for each in gatherings])
    if not len(wanted):
        return [None] * len(gatherings)
    wanted, first = np.unique(wanted, return_index=True)
    place = np.minimum(np.searchsorted(wanted, ledger.item), len(wanted) - 1)
    rows = np.flatnonzero((wanted[place] == ledger.item) & human[ledger.person])
    whose = group[first][place[rows]]
    order = np.argsort(whose, kind="stable")
    bounds = np.searchsorted(whose[order], np.arange(len(gatherings) + 1))
    return [_seen(ledger, rows[order[one:two]]) for one, two in pairwise(bounds)]


def _seen(ledger: Ledger, rows: Ints) -> Seen | None:
    items, people_on = np.unique(ledger.item[rows], return_counts=True)
    people, times = np.unique(ledger.person[rows], return_counts=True)
    belongs = (times >= TWICE) | (times >= SHARE * len(items))
    people, times = people[belongs], times[belongs]
    if not SMALLEST <= len(people) <= MOST_PEOPLE or len(items) < TIMES:
        return None
    at = ledger.at[rows]
    shown = items[np.lexsort((-items, -people_on))][:3].tolist()
    in_order = people[np.argsort(-times, kind="stable")]
    return Seen(in_order, len(items), int(at.min()), int(at.max()), tuple(shown))
