"""Stemming per language: the terms under which a text is indexed and asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

import Stemmer

from maarif.text.fold import fold, raw_words
from maarif.text.language import is_stopword, tell_language

#: Longer "words" are hashes, base64 and lines of signs; nobody asks for them.
LONGEST_WORD = 40

#: So many tokens of each language are remembered; then it begins anew.
_MOST_TOKENS = 1 << 18

_ALGORITHMS = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "ar": "arabic"}

#: The Arabic article with what is written onto it (وال، بال، كال، فال، لل); Snowball leaves these on.
_ARTICLE = re.compile(r"^(?:[وفبك]?ال|وب?لل|لل)(?=\w{3})")


@cache
def _stem_in(language: str) -> Callable[[str], str]:
    stemmer = Stemmer.Stemmer(_ALGORITHMS[language], 0)

    @lru_cache(maxsize=1 << 17)
    def stem(word: str) -> str:
        folded = fold(word)
        if len(folded) > LONGEST_WORD or is_stopword(folded):
            return ""
        if language == "ar":
            folded = _ARTICLE.sub("", folded)
        return fold(str(stemmer.stemWord(folded)))

    return stem


def stem_word(word: str, language: str) -> str:
    """The term of one word in one language (en, de, fr, es, ar); "" for words that carry no topic."""
    return _stem_in(language)(word)


def stems(text: str, language: str | None = None) -> list[str]:
    """The terms of a text in order, without stop words; the language is told from the text where not given."""
    return stem_line(text, language).split()


def stem_line(text: str, language: str | None = None) -> str:
    """The terms of a text in one line, a space behind each; many times faster than a list of them."""
    tokens = text.split()
    return "".join(map(_terms_in(language or tell_language(tokens)), tokens))


class _Terms(dict[str, str]):
    """What stands between two spaces as terms: remembered whole, punctuation and all, which makes it fast."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stem = _stem_in(language)

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        stem = self._stem
        line = self[token] = "".join(f"{term} " for word in raw_words(token) for term in stem(word).split())
        return line


@cache
def _terms_in(language: str) -> Callable[[str], str]:
    return _Terms(language).__getitem__


def stem_variants(word: str, languages: Iterable[str] = ("en", "de", "fr", "es")) -> tuple[str, ...]:
    """All terms under which a word may stand in the index, whose texts are each stemmed in their own language."""
    if any("\u0600" <= c <= "\u06ff" for c in word):
        languages = ("ar",)
    variants = (stem_word(word, language) for language in languages)
    return tuple(dict.fromkeys(variant for variant in variants if variant))
