"""What no sum of points may overrule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from maarif.resolve import addresses
from maarif.resolve.sketch import Pair, are_records_apart, site


@dataclass(frozen=True, slots=True)
class Guard:
    """A feature that keeps two handles apart ("different") or leaves them to the owner ("unsure")."""

    feature: Callable[[Pair], bool]
    verdict: Literal["different", "unsure"]

    @property
    def sentence(self) -> str:
        """The sentence to be shown."""
        return (self.feature.__doc__ or "").strip()


def office_and_person(pair: Pair) -> bool:
    """One is a list, an office or a machine, the other is a person."""
    return (pair.left.kind == "person") != (pair.right.kind == "person")


def list_and_office(pair: Pair) -> bool:
    """One is a list, the other an office or a machine."""
    return pair.left.kind != pair.right.kind


def _is_vouched(pair: Pair) -> bool:
    """One card lists both, or a number of their own unites them: stronger than two ids of one source."""
    if pair.shared_cards and not pair.is_shared:
        return True
    return any(pair.crowd.people_at(phone) <= 1 for phone in pair.shared_phones)


def two_profiles(pair: Pair) -> bool:
    """They are two profiles on one site, and no card lists both."""
    left, right = site(pair.left.profile), site(pair.right.profile)
    return left != "" and left == right and not pair.shared_cards


def numbered_addresses(pair: Pair) -> bool:
    """Their addresses in one organisation differ by a number, as namesakes' addresses do."""
    return pair.left.domain != "" and are_records_apart(pair.left, pair.right) and not _is_vouched(pair)


def junior_and_senior(pair: Pair) -> bool:
    """One is called junior, the other senior."""
    return {"jr", "sr"} <= _suffixes(pair) and not pair.shared_cards


def junior_or_not(pair: Pair) -> bool:
    """One is called junior or senior, the other is not: they may be parent and child."""
    suffixes = _suffixes(pair)
    return len(suffixes) > 1 and not pair.shared_cards


def _suffixes(pair: Pair) -> set[str]:
    return {name.suffix for one in (pair.left, pair.right) for name in one.names}


def other_person(pair: Pair) -> bool:
    """They have different given names; a shared card, number or house does not make them one."""
    return pair.likeness in {"kin", "other", "middle"}


def several_people(pair: Pair) -> bool:
    """Several people are named beside one of them."""
    return pair.is_shared


#: Sources in which one person has no id of their own.
_NO_BOOKS = frozenset({"mail", "notes", "interactions"})


def two_cards(pair: Pair) -> bool:
    """They are on two cards of one address book."""
    left, right = pair.left.profile, pair.right.profile
    books = (left.sources & right.sources) - _NO_BOOKS
    return bool(left.cards and right.cards and books) and not pair.shared_cards and not _is_vouched(pair)


def addresses_of_two_shapes(pair: Pair) -> bool:
    """They are two addresses in one domain that are not made of one name."""
    left, right = pair.left, pair.right
    if not left.has_house or left.domain != right.domain or _is_vouched(pair):
        return False
    return not all(
        any(addresses.shape(one.local, name) for name in (*left.names, *right.names)) for one in (left, right)
    )


#: The first that applies decides.
GUARDS = (
    Guard(office_and_person, "different"),
    Guard(list_and_office, "different"),
    Guard(two_profiles, "different"),
    Guard(numbered_addresses, "different"),
    Guard(junior_and_senior, "different"),
    Guard(junior_or_not, "unsure"),
    Guard(other_person, "unsure"),
    Guard(several_people, "unsure"),
    Guard(two_cards, "unsure"),
    Guard(addresses_of_two_shapes, "unsure"),
)
