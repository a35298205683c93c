"""Two written names held against each other."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Literal, TypeAlias

from rapidfuzz.distance import OSA

from maarif.resolve.names import Name, read_name
from maarif.text.likeness import is_arabic, skeleton, without_umlauts, word_likeness, word_table
from maarif.text.nicknames import forms, is_given_name

#: How two names stand to each other, the nearest first; "none" where a side has no full name.
Likeness: TypeAlias = Literal[
    "equal",
    "nickname",
    "script",
    "fewer",
    "spelling",
    "turned",
    "initial",
    "surname",
    "middle",
    "kin",
    "other",
    "none",
]
_RANK: dict[Likeness, int] = {
    "equal": 0, "nickname": 1, "script": 2, "fewer": 3, "spelling": 4, "turned": 5, "initial": 6,
    "surname": 7, "middle": 8, "kin": 9, "other": 10, "none": 11,
}  # fmt: skip
#: Likenesses in which both names may well be those of one human.
AGREEING: frozenset[Likeness] = frozenset({"equal", "nickname", "script", "fewer", "spelling"})
#: First halves of given names whose second half may be what somebody is called by: María Dolores, Hans-Peter.
_FIRST_HALVES = word_table("maria marie mary jose jean juan hans karl anna ana luis miguel joao")


@lru_cache(maxsize=400_000)
def compare(left: str, right: str) -> Likeness:
    """Tell how two written names stand to each other; "none" where one is no full name."""
    one, other = read_name(left), read_name(right)
    if one is None or other is None:
        return "none"
    if one.key == other.key:
        return "middle" if _middles_clash(one, other) else _equal_or_turned(one, other)
    found = (_compare(one, other), _compare(one, _turned(other)), _compare(_turned(one), other))
    return min(found, key=_RANK.__getitem__)


def _turned(name: Name) -> Name:
    return Name(name.written, name.last, name.first, name.middle, name.suffix, name.first)


def _equal_or_turned(one: Name, other: Name) -> Likeness:
    """Weber Jan is Jan Weber; Martin Thomas need not be Thomas Martin."""
    turned = without_umlauts(one.first) != without_umlauts(other.first)
    return "turned" if turned and is_given_name(one.first) and is_given_name(one.last) else "equal"


def _compare(one: Name, other: Name) -> Likeness:
    first, last = _given_likeness(one, other), _last_likeness(one, other)
    if "other" not in (first, last) and _middles_clash(one, other):
        return "middle"
    if first == "other":
        return "kin" if last in {"equal", "script"} else "other"
    if last == "other":
        return _with_another_surname(one, other, first)
    return max(first, last, key=_RANK.__getitem__)


def _with_another_surname(one: Name, other: Name, first: Likeness) -> Likeness:
    few, many = sorted((set(one.words), set(other.words)), key=len)
    if first == "equal" and len(few) < len(many) and few <= many:
        return "fewer"
    return "surname" if first in {"equal", "nickname", "script"} else "other"


def _given_likeness(one: Name, other: Name) -> Likeness:
    """The given names as they stand, else one against what follows a first half such as "Maria" or "Hans"."""
    found = _first_likeness(one.first, other.first)
    if found != "other":
        return found
    halves = [(one.first, word) for word in other.middle if other.first in _FIRST_HALVES]
    halves += [(other.first, word) for word in one.middle if one.first in _FIRST_HALVES]
    return "nickname" if any(_first_likeness(*half) in {"equal", "nickname"} for half in halves) else "other"


def _first_likeness(one: str, other: str) -> Likeness:
    if without_umlauts(one) == without_umlauts(other):
        return "equal"
    if not forms(one).isdisjoint(forms(other)):
        return "script" if is_arabic(one) != is_arabic(other) else "nickname"
    if is_given_name(one) and is_given_name(other):
        return "other"
    return "nickname" if _is_shortened(*sorted((one, other), key=len)) else _written_likeness(one, other)


def _is_shortened(short: str, long: str) -> bool:
    """Rafa for Rafael; not Jana for Jan, nor a short name that is known to stand by itself."""
    return 3 <= len(short) <= len(long) - 2 and long.startswith(short) and not is_given_name(short)


def _last_likeness(one: Name, other: Name) -> Likeness:
    ours, theirs = without_umlauts(one.last), without_umlauts(other.last)
    if ours == theirs or ours == without_umlauts(other.whole) or theirs == without_umlauts(one.whole):
        return "equal"
    return _written_likeness(one.last, other.last)


def _written_likeness(one: str, other: str) -> Likeness:
    if is_arabic(one) != is_arabic(other):
        ours, theirs = skeleton(one), skeleton(other)
        if ours and theirs and 1 in (len(one), len(other)):
            return "initial" if ours[0] == theirs[0] else "other"
        return "script" if ours == theirs != "" else "other"
    if 1 in (len(one), len(other)):
        return "initial" if one[0] == other[0] else "other"
    return "spelling" if _misspelt(one, other) else "other"


def _misspelt(one: str, other: str) -> bool:
    """One slip of the pen in a longish word, or one sound in two romanisations; Jan and Jon are two names."""
    if min(len(one), len(other)) < 5:
        return False
    close = word_likeness(one, other)
    return close >= 0.93 or (close >= 0.8 and len(skeleton(one)) > 2 and skeleton(one) == skeleton(other))


def is_slip(one: Name, other: Name) -> bool:
    """Whether each word of one name is the other's but for a slip of the pen or two: letters left out, put in, changed
    or turned. Two given names that the tables know, Tim and Tom, are two."""
    if one.suffix != other.suffix or _middles_clash(one, other):
        return False
    first, last = (one.first, other.first), (one.last, other.last)
    known = sum(map(is_given_name, first))
    if first[0] != first[1] and (known == 2 or (known == 0 and min(map(len, first)) < 6)):
        return False
    return all(left == right or _slips(left, right) <= (2 if len(left) > 6 else 1) for left, right in (first, last))


def _slips(left: str, right: str) -> int:
    if min(len(left), len(right)) < 4 or is_arabic(left) != is_arabic(right):
        return 9
    return OSA.distance(left, right)


def _middles_clash(one: Name, other: Name) -> bool:
    """Both name a middle name, and no word of one fits a word of the other."""
    if not one.middle or not other.middle:
        return False
    return not any(a.startswith(b) or b.startswith(a) for a, b in product(one.middle, other.middle))


def nearest(left: tuple[Name, ...], right: tuple[Name, ...]) -> tuple[Likeness, Name, Name] | None:
    """The two names, one of each side, that stand nearest; None where a side has none."""
    best: tuple[Likeness, Name, Name] | None = None
    for one, other in product(left, right):
        found = compare(one.written, other.written)
        if best is None or _RANK[found] < _RANK[best[0]]:
            best = (found, one, other)
    return best
