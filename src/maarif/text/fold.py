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
#: What becomes of characters below this one is remembered.
_REMEMBERED = 1 << 16


class _Letters(dict[int, int | str | None]):
    """What becomes of each character of a decomposed text: marks go, variants give way, the others stay."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.combining(chr(code)) else code
        if code < _REMEMBERED:
            self[code] = kept
        return kept


_LETTERS = _Letters((ord(variant), plain) for variant, plain in {**_ARABIC, **_LATIN, **_DIGITS}.items())

_WORD = re.compile(r"\w+")

#: Marks that stand on or between the letters of one word and are no letters themselves: accents in decomposed text,
#: Arabic vowel signs, the stretching kashida, soft hyphens.
_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad]+")


def fold(text: str) -> str:
    """Fold case, compatibility forms, diacritics (é, ü, harakat), digits and Arabic letter variants away."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)


#: `fold` for single words, remembered: a home's vocabulary is small beside its texts.
fold_word = lru_cache(maxsize=1 << 17)(fold)


def raw_words(text: str) -> list[str]:
    """The words of a text as they are written, in order: letters, digits and underscores of any script; an apostrophe
    ends a word (l'école, o'neill)."""
    if not text.isascii() and _MARKS.search(text):
        text = _MARKS.sub("", unicodedata.normalize("NFC", text))
    return _WORD.findall(text)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [fold_word(word) for word in raw_words(text)]
