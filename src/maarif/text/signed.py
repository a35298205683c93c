"""How a name looks that stands alone below a mail."""

from __future__ import annotations

import re

from maarif.text.fold import fold
from maarif.text.phrases import NO_NAMES

#: Small words within a name.
_PARTICLES = frozenset(
    (
        *("von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el"),
        *("bin", "ibn", "abu", "zu", "zur", "and", "und", "et", "y", "o"),
    )
)
_NO_NAMES = frozenset(NO_NAMES)
#: Signs within a name.
_JOINTS = str.maketrans("", "", "-'’./")
#: A name or initials in small letters.
_SMALL_NAME = re.compile(r"[a-zß-öø-ÿ]{2,10}")


def are_name_words(words: list[str]) -> bool:
    """One to four words that are written as names are, none of them a common last word."""
    if not 1 <= len(words) <= 4:
        return False
    for word in words:
        bare = word.strip(".,-–—*~_()'\"")
        if word in ("&", "/", "+"):
            continue
        if not bare or (len(bare) > 20) or fold(bare) in _NO_NAMES:
            return False
        if not bare[0].isupper() and bare not in _PARTICLES and not "\u0620" <= bare[0] <= "\u064a":
            return False
        if not bare.translate(_JOINTS).isalpha():
            return False
    return words[0] not in _PARTICLES


def is_small_name(words: str) -> bool:
    """A single short word in small letters, none of the common last words of a mail."""
    return _SMALL_NAME.fullmatch(words) is not None and fold(words) not in _NO_NAMES
