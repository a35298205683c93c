"""Profiles made ready to be compared: names read, addresses taken apart, marks counted among all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from maarif.domain.people import PersonKind, Profile
from maarif.resolve import addresses
from maarif.resolve.kinds import kind_of
from maarif.resolve.names import Likeness, Name, compare, nearest, read_name
from maarif.resolve.rarity import Census, Rarity

#: Names written less often than this share of the most frequent full name are slips of somebody's pen.
_SLIP = 0.1
_MOST_NAMES = 6
_PHONE_ACCOUNT = re.compile(r"\+\d{7,15}$")


@dataclass(frozen=True, slots=True)
class Sketch:
    """One profile as the rules look at it.

    `names` are its full names, slips left out; `spelt` tells that the only one was read from the address;
    `people` is how many humans these names can be; `local`, `domain` and `house` are "" but for mail.
    """

    profile: Profile
    names: tuple[Name, ...]
    spelt: bool
    people: int
    kind: PersonKind
    local: str
    domain: str
    house: str
    phones: frozenset[str]

    @property
    def has_house(self) -> bool:
        """Whether the domain is an organisation's, not a provider's."""
        return self.house != "" and not addresses.is_free_mail(self.domain)


def sketch(profile: Profile) -> Sketch:
    """Make a profile ready to be compared."""
    local, domain = addresses.split(profile.handle.value) if profile.handle.kind == "email" else ("", "")
    names = _full_names(profile)
    kind = kind_of(profile)
    spelt = False
    if not names and local and kind == "person" and (name := read_name(addresses.name_in(local))):
        names, spelt = (name,), True
    house = addresses.house(domain) if domain else ""
    return Sketch(profile, names, spelt, _count_people(names), kind, local, domain, house, _phones(profile))


def _full_names(profile: Profile) -> tuple[Name, ...]:
    written = list(profile.names)
    if not written and profile.handle.kind == "name":
        written = [(profile.handle.value.rpartition("@")[0], 1)]
    read = [(name, count) for text, count in written if (name := read_name(text))]
    most = max((count for _, count in read), default=0)
    return tuple(name for name, count in read if count >= _SLIP * most)[:_MOST_NAMES]


def _count_people(names: Sequence[Name]) -> int:
    """How many humans are needed to bear all these names; a changed surname needs no second one."""
    apart: list[Name] = []
    for name in names:
        if all(_are_two(name, other) for other in apart):
            apart.append(name)
    return len(apart)


def _are_two(one: Name, other: Name) -> bool:
    return one.suffix != other.suffix or compare(one.written, other.written) in {"kin", "other", "middle"}


def _phones(profile: Profile) -> frozenset[str]:
    """The numbers it writes with, its own among them where the handle is one."""
    if profile.handle.kind == "phone":
        return profile.phones | {profile.handle.value}
    own = _PHONE_ACCOUNT.search(profile.handle.value) if profile.handle.kind == "chat" else None
    return profile.phones | {own.group()} if own else profile.phones


class Crowd:
    """All sketches together: who else bears a name, a number or an acquaintance."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self.size = len(sketches)
        self.census = Census(name for one in sketches for name in one.names)
        self._by_key: dict[str, list[Sketch]] = defaultdict(list)
        self._by_bones: dict[str, list[Sketch]] = defaultdict(list)
        self._phones: dict[str, list[Sketch]] = defaultdict(list)
        self._contacts: Counter[str] = Counter()
        self._doubts: dict[str, bool] = {}
        self._bearers: dict[str, int] = {}
        for one in sketches:
            self._count(one)

    def _count(self, one: Sketch) -> None:
        for key in {name.key for name in one.names}:
            self._by_key[key].append(one)
        for bones in {name.bones for name in one.names}:
            self._by_bones[bones].append(one)
        for phone in one.phones:
            self._phones[phone].append(one)
        self._contacts.update(one.profile.contacts)

    def rarity(self, name: Name) -> Rarity:
        """How rare a name is among these people."""
        return self.census.rarity(name)

    def holders(self, name: Name) -> list[Sketch]:
        """All who bear a name, spelt as it is here."""
        return self._by_key[name.key]

    def likely_holders(self, name: Name) -> list[Sketch]:
        """All who may bear a name in whatever romanisation."""
        return self._by_bones[name.bones] if name.bones else self.holders(name)

    def people_at(self, phone: str) -> int:
        """How many different humans write with a phone number, by the names beside it."""
        if phone not in self._bearers:
            keys = {name.key: name for one in self._phones[phone] for name in one.names}
            self._bearers[phone] = _count_people(list(keys.values())[:20])
        return self._bearers[phone]

    def has_namesakes(self, name: Name) -> bool:
        """Whether two people of this name are known: two profiles on one site, two numbered addresses."""
        if name.key not in self._doubts:
            self._doubts[name.key] = _are_several(name.key, self.holders(name))
        return self._doubts[name.key]

    def is_everywhere(self, contact: str) -> bool:
        """Whether so many know a handle (the owner, a list) that knowing it tells nothing."""
        return self._contacts[contact] > max(4, 0.02 * self.size)


def site(profile: Profile) -> str:
    """The host of a profile's URL, or "" for other handles."""
    return profile.handle.value.partition("/")[0] if profile.handle.kind == "url" else ""


def _are_several(key: str, holders: Sequence[Sketch]) -> bool:
    """Whether those who bear a name cannot all be one: two records of one source, or Jan A. beside Jan B."""
    if len(holders) > 40:
        return True
    names = [[name for name in one.names if name.key == key] for one in holders]
    return any(
        are_records_apart(holders[first], holders[second])
        or any(_are_two(one, other) for one, other in product(names[first], names[second]))
        for first, second in combinations(range(len(holders)), 2)
    )


def are_records_apart(one: Sketch, other: Sketch) -> bool:
    """Two ids of one source on no common card: two profiles on a site, two numbered addresses of a house."""
    if not one.profile.cards.isdisjoint(other.profile.cards):
        return False
    if site(one.profile) and site(one.profile) == site(other.profile):
        return True
    return one.has_house and one.house == other.house and addresses.are_numbered(one.local, other.local)


@dataclass(frozen=True)
class Pair:
    """Two sketches side by side, with what every rule needs worked out once."""

    left: Sketch
    right: Sketch
    crowd: Crowd

    @cached_property
    def nearest(self) -> tuple[Likeness, Name, Name] | None:
        """The nearest of their names, and how these stand to each other."""
        return nearest(self.left.names, self.right.names)

    @cached_property
    def likeness(self) -> Likeness:
        """How their nearest names stand to each other; "none" where a side has no full name."""
        return self.nearest[0] if self.nearest else "none"

    @cached_property
    def name(self) -> Name | None:
        """The left side's name that stands nearest to one of the right."""
        return self.nearest[1] if self.nearest else None

    @cached_property
    def rarity(self) -> Rarity:
        """How rare the rarer-spelt of the two nearest names is; two spellings of a common name are common."""
        order: tuple[Rarity, ...] = ("rare", "usual", "common")
        both = self.nearest[1:] if self.nearest else ()
        return max((self.crowd.rarity(name) for name in both), key=order.index, default="rare")

    @cached_property
    def shared_cards(self) -> frozenset[str]:
        """Cards that list both."""
        return self.left.profile.cards & self.right.profile.cards

    @cached_property
    def shared_phones(self) -> frozenset[str]:
        """Numbers that both write with."""
        return self.left.phones & self.right.phones

    @property
    def kinds(self) -> set[str]:
        """The kinds of the two handles."""
        return {self.left.profile.handle.kind, self.right.profile.handle.kind}

    @property
    def is_shared(self) -> bool:
        """Whether one of the two carries the names of several humans."""
        return self.left.people > 1 or self.right.people > 1


def sketch_all(profiles: Iterable[Profile]) -> list[Sketch]:
    """Sketches of all profiles in the order of their handles: no result depends on the order given."""
    return [sketch(profile) for profile in sorted(profiles, key=lambda profile: profile.handle)]
