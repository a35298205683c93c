"""How alike two words or names are, in Latin and Arabic letters; knows strings only, no people."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from maarif.text.fold import fold, words

#: Arabic consonants and the classes a romanisation cannot keep apart (ت ط: t; س ص: s; ك ق: k; ج غ: g).
_ARABIC_CLASSES = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "g", "چ": "s", "ح": "h", "خ": "x", "د": "d",
    "ذ": "d", "ض": "d", "ر": "r", "ز": "z", "ظ": "z", "س": "s", "ص": "s", "ش": "c", "غ": "g", "گ": "g",
    "ف": "f", "ڤ": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
}  # fmt: skip
_LATIN_CLASSES = {
    "b": "b", "c": "k", "d": "d", "f": "f", "g": "g", "h": "h", "j": "g", "k": "k", "l": "l", "m": "m",
    "n": "n", "p": "b", "q": "k", "r": "r", "s": "s", "t": "t", "v": "f", "x": "ks", "z": "z",
    "\1": "c", "\2": "x",
}  # fmt: skip
#: Letters written together for one sound; longer ones first.
_DIGRAPHS = (
    ("tch", "c"), ("sch", "c"), ("sh", "c"), ("ch", "c"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("dj", "g"), ("ce", "se"), ("ci", "si"),
)  # fmt: skip
_DIGRAPH = re.compile("|".join(pair for pair, _ in _DIGRAPHS))
_DIGRAPH_TO = dict(_DIGRAPHS)
#: Digraph classes that the table of single letters would otherwise read again.
_KEPT = {"sh": "\1", "ch": "\1", "sch": "\1", "tch": "\1", "kh": "\2"}
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_ARTICLE = re.compile(r"^(?:al|el)[-' ]")
_FINAL_H = re.compile(r"(?<=[aeiouy])h$")
_REPEATED = re.compile(r"(.)\1+")
_UMLAUTS = re.compile(r"(?<![aeiouq])([aou])e")


def word_table(text: str) -> frozenset[str]:
    """The words of a table written as running text, folded."""
    return frozenset(map(fold, text.split()))


def is_arabic(text: str) -> bool:
    """Tell whether the text has an Arabic letter."""
    return not text.isascii() and _ARABIC_LETTER.search(text) is not None


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonants that a name keeps in any romanisation: محمد, Mohamed and Muhammad are all "mhmd".

    Vowels and the letters that may stand for them (ا و ي ع, w, y) are dropped, except w and y at the start;
    the article (ال, al-, el-) at the start is dropped; consonants that romanisations mix share a class.
    """
    folded = fold(word)
    return _arabic_skeleton(folded) if is_arabic(folded) else _latin_skeleton(folded)


def _arabic_skeleton(folded: str) -> str:
    bare = folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded
    bare = bare.replace("تش", "ش")
    start = {"و": "w", "ي": "y"}.get(bare[:1], "")
    return start + _classes(_once(bare.removesuffix("ه")), _ARABIC_CLASSES)


def _latin_skeleton(folded: str) -> str:
    bare = _ARTICLE.sub("", folded).replace("'", "")
    start = bare[:1] if bare[:1] in {"w", "y"} else ""
    sounds = _DIGRAPH.sub(lambda m: _KEPT.get(m.group(), _DIGRAPH_TO[m.group()]), _FINAL_H.sub("", bare))
    return start + _classes(_once(sounds), _LATIN_CLASSES)


def _once(letters: str) -> str:
    """Double letters written once: a romanisation keeps or drops them as it likes."""
    return _REPEATED.sub(r"\1", letters)


def _classes(letters: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, "") for letter in letters)


def initials(name: str) -> str:
    """The first letters of the words of a name, folded: "Jan A. Weber" gives "jaw"."""
    return "".join(word[0] for word in words(name))


@lru_cache(maxsize=200_000)
def without_umlauts(word: str) -> str:
    """A folded word with ae, oe, ue read as a, o, u, so that Müller, Mueller and Muller are one."""
    return _UMLAUTS.sub(r"\1", word)


def word_likeness(left: str, right: str) -> float:
    """How alike two folded words are, in [0, 1] (Jaro-Winkler)."""
    return JaroWinkler.similarity(left, right)


def likeness(left: str, right: str) -> float:
    """How alike two full names are, in [0, 1], whatever the order of their words and the diacritics."""
    return fuzz.token_sort_ratio(" ".join(words(left)), " ".join(words(right))) / 100.0
