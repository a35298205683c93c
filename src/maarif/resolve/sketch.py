"""A profile made ready to be compared: names read, the address taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from maarif.domain.people import PersonKind, Profile
from maarif.resolve import addresses
from maarif.resolve.comparing import compare
from maarif.resolve.kinds import kind_of
from maarif.resolve.names import Name, read_name

#: Names written less often than this share of the most frequent full name are slips of somebody's pen.
_SLIP = 0.1
_MOST_NAMES = 6
_PHONE_ACCOUNT = re.compile(r"\+\d{7,15}$")


@dataclass(frozen=True, slots=True)
class Sketch:
    """One profile as the rules look at it.

    `names` are its full names, slips left out; `spelt` tells that the only one was read from the address;
    `people` is how many humans these names can be, `suffix` the generation
    they tell ("jr", "sr" or ""); `local`, `domain` and `house` are "" but for mail.
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
    suffix: str = ""

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
    people = count_people(names)
    if people > 1 and local:
        names = _whose_box(local, names)
        people = count_people(names)
    house = addresses.house(domain) if domain else ""
    suffix = max((name.suffix for name in names), default="")
    return Sketch(profile, names, spelt, people, kind, local, domain, house, _phones(profile), suffix)


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
    return tuple(name for name, count in read if count >= _SLIP * most)[:_MOST_NAMES]


def count_people(names: Iterable[Name]) -> int:
    """How many humans are needed to bear all these names; a changed surname needs no second one."""
    apart: list[Name] = []
    for name in names:
        if all(are_two(name, other) for other in apart):
            apart.append(name)
    return len(apart)


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
    return replace(
        one,
        profile=replace(one.profile, **united),  # type: ignore[arg-type]
        names=names[: 2 * _MOST_NAMES],
        spelt=one.spelt and all(member.spelt for member in members),
        people=max(member.people for member in members),
        suffix=max(member.suffix for member in members),
        phones=frozenset[str]().union(*(member.phones for member in members)),
    )
