"""Who is who, and what is said about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.items import Origin

Verdict: TypeAlias = Literal["same", "different", "unsure"]
PersonKind: TypeAlias = Literal["person", "group", "service"]

#: The fixed attributes of a fact; more only by decision record.
Attribute: TypeAlias = Literal[
    "employer", "title", "field", "city", "country", "birthday", "language", "interest", "school", "skill",
    "kin", "household", "knows", "met", "moved", "left", "away", "nickname", "url",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one handle before anyone decides who it belongs to.

    `names` are the cleaned names written beside it with how often, most frequent first (ties by name). `cards` are
    keys of the address-book cards that list it; `sources` the kinds of source it was met in (mail, vcard, linkedin,
    notes ...). A card key may name its book before a slash: two cards of two books are nobody's two ids. `phones`,
    `employers` and `titles` come from its signatures and cards. `contacts` are the texts of the
    handles it shares items with, the most frequent fifty at most. `sent`, `received`: direct items; `bulk`: the
    share of what it sent that was bulk, in [0, 1]; `reach`: the mean number of recipients of what it sent.
    `birthdays` (ISO dates, `--MM-DD` without a year) and `cities` are what cards and profiles say of it,
    `card_names` the names that cards, as opposed to mails, call it by; `booked` tells for each card that lists it the
    kind of source, the key, the name and the nicknames.
    """

    handle: Handle
    names: tuple[tuple[str, int], ...] = ()
    cards: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    employers: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()
    sent: int = 0
    received: int = 0
    bulk: float = 0.0
    reach: float = 0.0
    birthdays: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    card_names: frozenset[str] = frozenset()
    booked: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two handles reach one human, by a rule or by the owner; superseded, never overwritten.

    The only thing that makes or splits a Person. `by` is "rule" or "owner"; `on` is Unix seconds, 0 for rules,
    which know no time.
    """

    left: Handle
    right: Handle
    verdict: Verdict
    by: Literal["rule", "owner"]
    on: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Person:
    """A cluster of handles we believe to be one human (or one list, or one machine: `kind` tells).

    `id` is made from the first handle in canonical order; the id of every other handle of the cluster leads here
    too, so that an id once seen never dies.
    """

    id: str
    name: str
    handles: tuple[Handle, ...]
    names: tuple[str, ...] = ()
    kind: PersonKind = "person"

    @property
    def domains(self) -> frozenset[str]:
        """The mail domains at which they are reached."""
        return frozenset(h.value.rpartition("@")[2] for h in self.handles if h.kind == "email")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a source says about whoever is behind a handle, and since when it is said (Unix seconds)."""

    handle: Handle
    attribute: Attribute
    value: str
    since: int | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Context:
    """How or where the owner knows someone: work, study, family, club, trip, neighbours, event."""

    kind: str
    label: str
    since: int | None
    until: int | None
    origin: Origin
