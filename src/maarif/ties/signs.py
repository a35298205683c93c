"""What else is known of a person that tells which part of life they belong to, and how near they surely are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

import numpy as np

from maarif.domain.people import Person
from maarif.text.fold import words
from maarif.text.mail_domains import is_free_mail
from maarif.ties.ledger import DAY, Flags, Floats, Ints, Ledger


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs of one person, each told from addresses, names, cards, words and the owner's own word.

    `free_mail`: reached at a free-mail address; `colleague`: at the owner's own (work) domain, or the same employer;
    `office`: reached at an address of a house where others are known too, and at no private one; `surname`: same
    surname as the owner; `kin`: stated kin; `professional`: known from a professional network; `machine`: a list, a
    role mailbox or a service; `personal`: share of items with personal words, in [0, 1]; `off_hours`: share of items
    in the evening or at the weekend, in [0, 1]; `gathered`: share of items that were meetings of several people, in
    [0, 1]; `among_colleagues`: share of those they are seen with who are colleagues, in [0, 1]; `declared`: the owner
    wrote a card or a note about them; `close`: the owner calls them close; `home`: their household, birthday or
    nickname is written down.
    """

    free_mail: bool = False
    colleague: bool = False
    office: bool = False
    surname: bool = False
    kin: bool = False
    professional: bool = False
    machine: bool = False
    personal: float = 0.0
    off_hours: float = 0.0
    gathered: float = 0.0
    among_colleagues: float = 0.0
    declared: bool = False
    close: bool = False
    home: bool = False


#: The signs as columns of a table, in this order.
SIGNS = tuple(field.name for field in fields(Signs))

#: A house is a mail domain, not of free mail, at which at least so many of the people known here are reached.
HOUSE = 3


@dataclass(frozen=True, slots=True)
class SignTable:
    """The signs of everybody in the order of the ledger: a row a person, a column a sign (`SIGNS`); `house` numbers
    the work domain at which each is reached, -1 for none."""

    values: Floats
    house: Ints

    def __getitem__(self, sign: str) -> Floats:
        column: Floats = self.values[:, SIGNS.index(sign)]
        return column


def table_of(people: Sequence[str], known: Mapping[str, Signs]) -> SignTable:
    """The table of signs written by hand, one noun a person; nothing is known of whoever is not named."""
    values = np.zeros((len(people), len(SIGNS)))
    for row, person in enumerate(people):
        if signs := known.get(person):
            values[row] = [float(getattr(signs, name)) for name in SIGNS]
    return SignTable(values, np.full(len(people), -1, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class OwnerSigns:
    """What of the owner others are compared with: the domains they work at, their employers, their surnames."""

    domains: frozenset[str]
    employers: frozenset[str]
    surnames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about somebody: the folded names of their employers, whether they are the owner's kin, whether
    the owner keeps a card or a note about them, calls them close, or knows their household, birthday or nickname."""

    employers: frozenset[str] = frozenset()
    kin: bool = False
    declared: bool = False
    close: bool = False
    home: bool = False


_NOTHING_SAID = Said()
_free_mail = lru_cache(maxsize=1 << 16)(is_free_mail)


def sign_table(ledger: Ledger, people: Mapping[str, Person], owner: OwnerSigns, said: Mapping[str, Said]) -> SignTable:
    """The signs of everybody that follow from addresses, names, facts and the owner's word; those that follow from
    when and how people are in touch are added by `with_habits`."""
    everybody = [people[person] for person in ledger.people]
    homes = [sorted({h.value.rpartition("@")[2] for h in p.handles if h.kind == "email"}) for p in everybody]
    house = _houses(homes)
    rows = [
        _row(person, domains, house[number] >= 0, owner, said.get(person.id, _NOTHING_SAID))
        for number, (person, domains) in enumerate(zip(everybody, homes, strict=True))
    ]
    values = np.array(rows, dtype=np.float64).reshape(-1, len(SIGNS))
    return SignTable(values, house)


def _row(person: Person, domains: Sequence[str], housed: bool, owner: OwnerSigns, said: Said) -> tuple[float, ...]:
    free = any(map(_free_mail, domains))
    surname = words(person.name)[-1:] if owner.surnames else []
    colleague = not owner.domains.isdisjoint(domains) or not owner.employers.isdisjoint(said.employers)
    return (
        free, colleague, housed and not free, bool(surname) and surname[0] in owner.surnames, said.kin,
        any(h.kind == "url" and "linkedin" in h.value for h in person.handles), person.kind != "person",
        0.0, 0.0, 0.0, 0.0, said.declared, said.close, said.home,
    )  # fmt: skip


def _houses(homes: Sequence[Sequence[str]]) -> Ints:
    """The number of the first work domain of each person at which enough people are reached; -1 for none."""
    people_at: dict[str, int] = {}
    for domains in homes:
        for domain in domains:
            people_at[domain] = people_at.get(domain, 0) + 1
    houses = {d: n for n, d in enumerate(sorted(d for d, c in people_at.items() if c >= HOUSE and not _free_mail(d)))}
    found = (next((houses[d] for d in domains if d in houses), -1) for domains in homes)
    return np.fromiter(found, dtype=np.int64, count=len(homes))


def with_habits(table: SignTable, ledger: Ledger, personal_items: Ints) -> SignTable:
    """The table with what follows from when and how people are in touch, and with whom they are seen.

    Evening is after 18 h and before 7 h, the weekend Saturday and Sunday (UTC); shares are rounded to three digits.
    """
    people, touch = len(ledger.people), ledger.touch
    person = ledger.person[touch]
    total = np.maximum(np.bincount(person, minlength=people), 1)
    hour = ledger.at[touch] % DAY // 3600
    weekday = (ledger.at[touch] // DAY + 3) % 7  # the first of January 1970 was a Thursday
    off = (hour >= 18) | (hour < 7) | (weekday >= 5)
    gathered = (ledger.out & ledger.into)[touch]
    personal = _contains(np.sort(personal_items), ledger.item[touch])
    values = table.values.copy()
    for name, flag in (("personal", personal), ("off_hours", off), ("gathered", gathered)):
        values[:, SIGNS.index(name)] = np.round(np.bincount(person, flag, minlength=people) / total, 3)
    values[:, SIGNS.index("among_colleagues")] = _among(ledger, table["colleague"])
    return SignTable(values, table.house)


def _contains(wanted: Ints, items: Ints) -> Flags:
    if not len(wanted):
        return np.zeros(len(items), dtype=np.bool_)
    place = np.minimum(np.searchsorted(wanted, items), len(wanted) - 1)
    found: Flags = wanted[place] == items
    return found


def _among(ledger: Ledger, colleague: Floats) -> Floats:
    """Of those each is seen with, the share who are colleagues; 0 for whoever is seen with nobody."""
    people = len(ledger.people)
    seen = np.bincount(ledger.left, minlength=people) + np.bincount(ledger.right, minlength=people)
    inside = np.bincount(ledger.left, colleague[ledger.right], minlength=people)
    inside = inside + np.bincount(ledger.right, colleague[ledger.left], minlength=people)
    share: Floats = np.round(inside / np.maximum(seen, 1), 3)
    return share
