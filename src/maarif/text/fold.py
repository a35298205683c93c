"""Folding: the form of a text in which spelling variants of one word are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Arabic letters that writers use for one another, and what a folded text has instead; signs that are dropped.
_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ی": "ي", "ہ": "ه",
    "ـ": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u061c": "", "\u00ad": "",
}  # fmt: skip
_LATIN = {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "ʼ": "'"}
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_TABLE = str.maketrans({**_ARABIC, **_LATIN, **_DIGITS})

#: A word: letters, digits and combining marks of any script, with inner apostrophes (o'neill) kept as part of it.
_WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u064b-\u065f\u0670\u0640\u00ad]*(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """Fold case, compatibility forms, diacritics (é, ü, harakat), digits and Arabic letter variants away."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_TABLE))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.translate(_TABLE)


#: `fold` for single words, remembered: a home's vocabulary is small beside its texts.
fold_word = lru_cache(maxsize=1 << 17)(fold)


def raw_words(text: str) -> list[str]:
    """The words of a text as they are written, in order."""
    return _WORD.findall(text)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [fold_word(word) for word in _WORD.findall(text)]
