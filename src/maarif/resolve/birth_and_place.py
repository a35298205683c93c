"""What birthdays and cities say of whether two handles are one person's; each docstring is the sentence shown."""

from __future__ import annotations

from maarif.resolve.features import may_agree, two_given_names
from maarif.resolve.pair import Pair
from maarif.resolve.sketch import Sketch
from maarif.text.fold import fold


def birthday_and_name(pair: Pair) -> bool:
    """They bear one name, and were born on the same day."""
    if pair.birthdays != "same" or two_given_names(pair) or _is_new_year(pair):
        return False
    return pair.agree or pair.likeness == "turned"


def same_birthday(pair: Pair) -> bool:
    """They were born on the same day."""
    return pair.birthdays == "same" and may_agree(pair) and not birthday_and_name(pair)


def _is_new_year(pair: Pair) -> bool:
    """1 January stands in registers for many whose day nobody knows."""
    shared = pair.left.profile.birthdays & pair.right.profile.birthdays
    return all(day.endswith("-01-01") for day in shared)


def changed_name(pair: Pair) -> bool:
    """Given name, day of birth and city are the same: the surname may have changed."""
    if pair.likeness != "surname" or pair.birthdays != "same" or _is_new_year(pair):
        return False
    return not _cities(pair.left).isdisjoint(_cities(pair.right))


def same_day_of_birth(pair: Pair) -> bool:
    """They have their birthday on the same day of the year."""
    return pair.birthdays == "day" and may_agree(pair)


def near_birthday(pair: Pair) -> bool:
    """Their birthdays differ by what may be a slip."""
    return pair.birthdays == "near"


def other_birthday(pair: Pair) -> bool:
    """They were born on different days."""
    return pair.birthdays == "apart"


def same_city(pair: Pair) -> bool:
    """Both live in the same city."""
    ours, theirs = _cities(pair.left), _cities(pair.right)
    return pair.agree and not ours.isdisjoint(theirs)


def other_city(pair: Pair) -> bool:
    """They live in different cities."""
    ours, theirs = _cities(pair.left), _cities(pair.right)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _cities(one: Sketch) -> set[str]:
    return {fold(city) for city in one.profile.cities}
