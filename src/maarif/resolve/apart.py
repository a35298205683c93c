"""Which records can hardly be one human's, whatever else they share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from maarif.domain.people import Profile
from maarif.resolve import addresses
from maarif.resolve.birthdays import compare_birthdays
from maarif.resolve.sketch import Sketch, are_two


def site(profile: Profile) -> str:
    """The host of a profile's URL, or "" for other handles."""
    return profile.handle.value.partition("/")[0] if profile.handle.kind == "url" else ""


def are_several(key: str, holders: Sequence[Sketch]) -> bool:
    """Whether those who bear a name cannot all be one: two records of one source, or Jan A. beside Jan B."""
    if len(holders) > 40:
        return True
    names = [[name for name in one.names if name.key == key] for one in holders]
    return any(
        are_records_apart(holders[first], holders[second])
        or any(are_two(one, other) for one, other in product(names[first], names[second]))
        for first, second in combinations(range(len(holders)), 2)
    )


def are_records_apart(one: Sketch, other: Sketch) -> bool:
    """Two ids of one source on no common card, two numbered addresses of a house, or two birthdays."""
    if not one.profile.cards.isdisjoint(other.profile.cards):
        return False
    if site(one.profile) and site(one.profile) == site(other.profile):
        return True
    if one.has_house and one.house == other.house and addresses.are_numbered(one.local, other.local):
        return True
    return compare_birthdays(one.profile.birthdays, other.profile.birthdays) == "apart"
