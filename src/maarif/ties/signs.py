"""What else is known of a person that tells which part of life they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from maarif.domain.people import Person
from maarif.text.fold import words
from maarif.text.mail_domains import is_free_mail
from maarif.ties.ledger import DAY, Floats, Ints, Ledger


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs of one person, each told from addresses, names, cards and words.

    `free_mail`: reached at a free-mail address; `colleague`: at the owner's own (work) domain, or the same employer;
    `surname`: same surname as the owner; `kin`: stated kin; `professional`: known from a professional network;
    `machine`: a list, a role mailbox or a service; `personal`: share of items with personal words, in [0, 1];
    `off_hours`: share of items in the evening or at the weekend, in [0, 1]; `gathered`: share of items that were
    meetings of several people, in [0, 1]; `declared`: the owner wrote a card or a note about them.
    """

    free_mail: bool = False
    colleague: bool = False
    surname: bool = False
    kin: bool = False
    professional: bool = False
    machine: bool = False
    personal: float = 0.0
    off_hours: float = 0.0
    gathered: float = 0.0
    declared: bool = False


NOTHING_KNOWN = Signs()


@dataclass(frozen=True, slots=True)
class OwnerSigns:
    """What of the owner others are compared with: the domains they work at, their employers, their surnames."""

    domains: frozenset[str]
    employers: frozenset[str]
    surnames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Habits:
    """Per person (in the order of the ledger): the shares in [0, 1] of personal, off-hours and gathered items."""

    personal: Floats
    off_hours: Floats
    gathered: Floats


def signs_of(person: Person, owner: OwnerSigns, said: Mapping[str, Iterable[str]], habits: tuple[float, ...]) -> Signs:
    """The signs of one person; `said` are the values of their facts by attribute ("kin", "employer", "declared");
    `habits` their shares of personal, off-hours and gathered items."""
    domains = person.domains
    surname = words(person.name)[-1:]
    return Signs(
        free_mail=any(map(is_free_mail, domains)),
        colleague=bool(domains & owner.domains) or bool(owner.employers & set(said.get("employer", ()))),
        surname=bool(surname) and surname[0] in owner.surnames,
        kin=bool(said.get("kin")),
        professional=any(h.kind == "url" and "linkedin" in h.value for h in person.handles),
        machine=person.kind != "person",
        personal=habits[0],
        off_hours=habits[1],
        gathered=habits[2],
        declared=bool(said.get("declared")),
    )


def habits_of(ledger: Ledger, personal_items: Ints) -> Habits:
    """When and how people are in touch: evening is after 18 h and before 7 h, the weekend Saturday and Sunday (UTC)."""
    people = len(ledger.people)
    touch = ledger.touch
    person = ledger.person[touch]
    total = np.maximum(np.bincount(person, minlength=people), 1)
    hour = ledger.at[touch] % DAY // 3600
    weekday = (ledger.at[touch] // DAY + 3) % 7  # the first of January 1970 was a Thursday
    off = (hour >= 18) | (hour < 7) | (weekday >= 5)
    gathered = (ledger.out & ledger.into)[touch]
    personal = np.isin(ledger.item[touch], personal_items)
    share = [np.bincount(person, flag, minlength=people) / total for flag in (personal, off, gathered)]
    return Habits(*share)
