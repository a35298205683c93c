"""A profile made ready to be compared: names read, the address taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from maarif.domain.people import PersonKind, Profile
from maarif.resolve import addresses
from maarif.resolve.booked import bearers, cards_of, shown
from maarif.resolve.comparing import compare
from maarif.resolve.kinds import kind_of
from maarif.resolve.names import Name, read_name
from maarif.text.fold import fold

#: Names written less often than this share of the most frequent full name are slips of somebody's pen.
_SLIP = 0.1
_MOST_NAMES = 6
_NO_NAMES: frozenset[str] = frozenset()
_PHONE_ACCOUNT = re.compile(r"\+\d{7,15}$")


@dataclass(frozen=True, slots=True)
class Sketch:
    """One profile as the rules look at it.

    `key` is the text of its handle; `profile` is without what only tells names, kind and weight of the handle.
    `names` are its full names, slips left out; `spelt` tells that the only one was read from the address;
    `people` is how many humans these names can be, `suffix` the generation
    they tell ("jr", "sr" or ""); `local`, `domain` and `house` are "" but for mail. `shown` is the name by which a chat
    shows who is in the owner's address book, `booked` are the names that such a book gives; `talks` tells that
    they write and are written to.
    """

    key: str
    profile: Profile
    names: tuple[Name, ...]
    spelt: bool
    people: int
    kind: PersonKind
    local: str
    domain: str
    house: str
    phones: frozenset[str]
    suffix: str = ""
    shown: str = ""
    booked: frozenset[str] = _NO_NAMES
    talks: bool = False

    @property
    def has_house(self) -> bool:
        """Whether the domain is an organisation's, not a provider's."""
        return self.house != "" and not addresses.is_free_mail(self.domain)

    @property
    def is_own_number(self) -> bool:
        """Whether the handle is itself a phone number, alone or as a chat account."""
        return self.profile.handle.kind in {"phone", "chat"} and bool(self.phones)


def sketch(profile: Profile) -> Sketch:
    """Make a profile ready to be compared."""
    local, domain = addresses.split(profile.handle.value) if profile.handle.kind == "email" else ("", "")
    names = _full_names(profile)
    kind = kind_of(profile)
    spelt = False
    if not names and local and kind == "person" and (name := read_name(addresses.name_in(local))):
        names, spelt = (name,), True
    cards = cards_of(profile) if profile.booked else []
    aliases = [calls for _, calls in cards if len(calls) > 1]
    people = count_people(names, aliases)
    if people > 1 and local:
        names = _whose_box(local, names)
        people = count_people(names, aliases)
    people = max(people, bearers(cards))
    booked = frozenset(called for _, calls in cards for called in calls) if people < 2 else _NO_NAMES
    house = addresses.house(domain) if domain else ""
    suffix = max((name.suffix for name in names), default="")
    bare = Profile(
        profile.handle, (), profile.cards, profile.sources, profile.phones, profile.employers, profile.titles,
        profile.contacts, birthdays=profile.birthdays, cities=profile.cities,
    )  # fmt: skip
    return Sketch(
        str(profile.handle), bare, names, spelt, people, kind, local, domain, house, _phones(profile), suffix,
        shown(profile.handle), booked, profile.sent > 0 < profile.received,
    )  # fmt: skip


def _whose_box(local: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Of several people's names those that the address spells: others write from it, as assistants do."""
    return tuple(name for name in names if addresses.shape(local, name)) or names


def _full_names(profile: Profile) -> tuple[Name, ...]:
    written = list(profile.names)
    written += [(name, 1) for name in sorted(profile.card_names - dict(written).keys())]
    if not written and profile.handle.kind == "name":
        written = [(profile.handle.value.rpartition("@")[0], 1)]
    read = [(name, count) for text, count in written if (name := read_name(text))]
    most = max((count for _, count in read), default=0)
    on_cards = profile.card_names
    return tuple(name for name, count in read if count >= _SLIP * most or (on_cards and name.written in on_cards))[
        :_MOST_NAMES
    ]


def count_people(names: Iterable[Name], aliases: Sequence[tuple[str, ...]] = ()) -> int:
    """How many humans are needed to bear all these names; a changed surname needs no second one.

    `aliases` are the names (folded) that one card of the owner's gives to one human.
    """
    apart: list[Name] = []
    for name in names:
        if all(are_two(name, other) and not _are_aliases(name, other, aliases) for other in apart):
            apart.append(name)
    return len(apart)


def _are_aliases(one: Name, other: Name, aliases: Sequence[tuple[str, ...]]) -> bool:
    if not aliases:
        return False
    ours, theirs = fold(one.written), fold(other.written)
    return any(ours in calls and theirs in calls for calls in aliases)


def are_two(one: Name, other: Name) -> bool:
    """Whether one human can hardly bear both names."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return True
    return compare(one.written, other.written) in {"kin", "other", "middle"}


def _phones(profile: Profile) -> frozenset[str]:
    """The numbers it writes with, its own among them where the handle is one."""
    if profile.handle.kind == "phone":
        return profile.phones | {profile.handle.value}
    own = _PHONE_ACCOUNT.search(profile.handle.value) if profile.handle.kind == "chat" else None
    return profile.phones | {own.group()} if own else profile.phones


def widen(one: Sketch, members: Sequence[Sketch]) -> Sketch:
    """A sketch that knows what is known of the other handles of its person as well; its address stays its own."""
    profiles = [member.profile for member in members]
    united = {
        field: frozenset[str]().union(*(getattr(profile, field) for profile in profiles))
        for field in ("cards", "phones", "employers", "titles", "contacts", "birthdays", "cities")
    }
    names = tuple(dict.fromkeys((*one.names, *(name for member in members for name in member.names))))
    return Sketch(
        one.key, replace(one.profile, **united),  # type: ignore[arg-type]
        names[: 2 * _MOST_NAMES], one.spelt and all(member.spelt for member in members),
        max(member.people for member in members), one.kind, one.local, one.domain, one.house,
        frozenset[str]().union(*(member.phones for member in members)), max(member.suffix for member in members),
        one.shown, one.booked, one.talks,
    )  # fmt: skip
