"""What no sum of points may overrule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from maarif.domain.people import Profile
from maarif.resolve import addresses
from maarif.resolve.apart import are_records_apart, site
from maarif.resolve.pair import Pair
from maarif.resolve.sketch import Sketch
from maarif.text.given_names import are_cognates


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
    if (pair.shared_cards and not pair.is_shared) or pair.birthdays == "same":
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
    return {pair.left.suffix, pair.right.suffix} == {"jr", "sr"} and not pair.shared_cards


def junior_or_not(pair: Pair) -> bool:
    """One is called junior or senior, the other is not: they may be parent and child."""
    return pair.left.suffix != pair.right.suffix and not pair.shared_cards


def two_birthdays(pair: Pair) -> bool:
    """They were born on different days."""
    return pair.birthdays == "apart" and not pair.shared_cards


def shared_number(pair: Pair) -> bool:
    """It is a number of several people, and so nobody's own."""
    return any(one.is_own_number and one.people > 1 for one in (pair.left, pair.right))


def two_spellings(pair: Pair) -> bool:
    """Each address spells a given name of its own, and two of one family may bear these."""
    if pair.likeness != "nickname" or not pair.left.local or not pair.right.local:
        return False
    ours, theirs = pair.names
    return (
        are_cognates(ours.first, theirs.first) and _spells(pair.left, ours.first) and _spells(pair.right, theirs.first)
    )


def twins(pair: Pair) -> bool:
    """They were born on one day, and their given names are two of one stem, as twins' may be."""
    if pair.likeness != "nickname" or pair.birthdays != "same" or pair.shared_cards:
        return False
    return are_cognates(*(name.first for name in pair.names))


def _spells(one: Sketch, first: str) -> bool:
    return first in addresses.tokens(one.local)


def number_in_one(pair: Pair) -> bool:
    """One of two addresses in one organisation has a number, as namesakes' addresses have."""
    left, right = pair.left, pair.right
    if not left.has_house or left.house != right.house or _is_vouched(pair) or not pair.are_made_of_names:
        return False
    return left.local[-1:].isdigit() != right.local[-1:].isdigit()


def other_person(pair: Pair) -> bool:
    """They have different given names; a shared card, number or house does not make them one."""
    return pair.likeness in {"kin", "other", "middle"}


def several_cards_of_name(pair: Pair) -> bool:
    """Your address book has several people of the name that the chat shows."""
    return pair.is_booked and pair.crowd.cards_called(pair.left.shown or pair.right.shown) > 1


def several_people(pair: Pair) -> bool:
    """Several people are named beside one of them."""
    return pair.is_shared


def common_in_house(pair: Pair) -> bool:
    """Many bear their name, and both have an address of one organisation."""
    left, right = pair.left, pair.right
    return left.has_house and left.house == right.house and pair.rarity == "common" and not _is_vouched(pair)


#: Sources in which one person has no id of their own.
_NO_BOOKS = frozenset({"mail", "notes", "interactions"})


def two_cards(pair: Pair) -> bool:
    """They are on two cards of one address book."""
    left, right = pair.left.profile, pair.right.profile
    if not left.cards or not right.cards or pair.shared_cards or _is_vouched(pair):
        return False
    books = _books(left), _books(right)
    if all(books):
        return not books[0].isdisjoint(books[1])
    return bool((left.sources & right.sources) - _NO_BOOKS)


def _books(profile: Profile) -> set[str]:
    """The books that its cards name."""
    return {card.rpartition("/")[0] for card in profile.cards if "/" in card}


def addresses_of_two_shapes(pair: Pair) -> bool:
    """They are two addresses in one domain that are not made of one name."""
    left, right = pair.left, pair.right
    if not left.has_house or left.domain != right.domain or _is_vouched(pair):
        return False
    return not pair.are_made_of_names


#: The first that applies decides.
GUARDS = (
    Guard(office_and_person, "different"),
    Guard(list_and_office, "different"),
    Guard(two_profiles, "different"),
    Guard(numbered_addresses, "different"),
    Guard(junior_and_senior, "different"),
    Guard(two_birthdays, "different"),
    Guard(shared_number, "different"),
    Guard(junior_or_not, "unsure"),
    Guard(other_person, "unsure"),
    Guard(several_people, "unsure"),
    Guard(several_cards_of_name, "unsure"),
    Guard(two_spellings, "unsure"),
    Guard(twins, "unsure"),
    Guard(number_in_one, "unsure"),
    Guard(common_in_house, "unsure"),
    Guard(two_cards, "unsure"),
    Guard(addresses_of_two_shapes, "unsure"),
)
