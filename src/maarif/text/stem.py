"""Stemming per language: the terms under which a text is indexed and asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain

import Stemmer

from maarif.text.fold import fold, raw_words
from maarif.text.language import is_stopword, tell_language

#: Longer "words" are hashes, base64 and lines of signs; nobody asks for them.
LONGEST_WORD = 40

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
    tokens = text.split()
    terms_of = _token_stemmer(language or tell_language(tokens))
    return list(chain.from_iterable(map(terms_of, tokens)))


@cache
def _token_stemmer(language: str) -> Callable[[str], tuple[str, ...]]:
    """What stands between two spaces as terms: remembered whole, punctuation and all, which is what makes it fast."""
    stem = _stem_in(language)

    @lru_cache(maxsize=1 << 18)
    def terms_of(token: str) -> tuple[str, ...]:
        return tuple(term for word in raw_words(token) if (term := stem(word)))

    return terms_of


def stem_variants(word: str, languages: Iterable[str] = ("en", "de", "fr", "es")) -> tuple[str, ...]:
    """All terms under which a word may stand in the index, whose texts are each stemmed in their own language."""
    if any("\u0600" <= c <= "\u06ff" for c in word):
        languages = ("ar",)
    variants = (stem_word(word, language) for language in languages)
    return tuple(dict.fromkeys(variant for variant in variants if variant))
