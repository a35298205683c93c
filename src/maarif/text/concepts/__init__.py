"""Which other terms speak, more weakly, for a word: its neighbours in meaning, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from maarif.text.concepts.compounds import compound_parts
from maarif.text.concepts.lexicon import Lexicon, lexicon, phrase_terms, spoken
from maarif.text.concepts.reading import LANGUAGES
from maarif.text.fold import fold, fold_word, raw_words
from maarif.text.language import is_stopword, tell_language
from maarif.text.stem import stem_word

__all__ = [
    "BROADER",
    "NAMESAKE",
    "NARROWER",
    "PART",
    "SAME_LANGUAGE",
    "SIGN",
    "TRANSLATION",
    "compound_parts",
    "related",
    "related_in",
]

#: How much a term of the same group speaks for a word, in shares of the word itself. A translation may be the
#: very word; a neighbour in one language is another word by choice of the writer. Set by hand, not learnt.
TRANSLATION = 0.8
SAME_LANGUAGE = 0.6
#: A term of a narrower group ("spruce" for "forest") and of the broader one ("forest" for "spruce").
NARROWER = 0.5
BROADER = 0.3
#: A sign: what people write who have or do the thing without naming it ("labour ward" for "midwife").
SIGN = 0.6
#: What is left of these weights where only a part of a German compound is known.
PART = 0.7
#: What is left of the weight of a term that is also a common surname ("Fischer", "baker", "حداد").
NAMESAKE = 0.5

#: Letters that Arabic writes onto a word and no stemmer takes off where the article is missing (لمحامي).
_WRITTEN_ON = re.compile(r"^[وفبكل](?=\w{3})")
_ARABIC = re.compile(r"[\u0600-\u06ff]")

#: A German woman's job where the lexicon has the man's.
_FEMININE = re.compile(r"(?<=\w{4})in(?:nen)?$")


def related(word: str, language: str | None = None) -> dict[str, float]:
    """The terms that speak more weakly for a word, with weights in (0, 1]; {} for an unknown word.

    `language` (en, de, ar) says how the word is to be read; without it every reading counts. A German
    compound that is not known itself speaks through its parts. The term of the word itself is left out.
    """
    return dict(_related(fold(word), language))


def related_in(text: str, language: str | None = None) -> dict[str, dict[str, float]]:
    """The related terms of every known word and phrase of a text, by the folded word or phrase.

    A word is read in the language of the text (told from the text where not given), in another only where the
    lexicon does not know it there. A phrase hides the words it is made of.
    """
    found = raw_words(text)
    told = language or tell_language(found)
    order = tuple(dict.fromkeys((told, *LANGUAGES) if told in LANGUAGES else LANGUAGES))
    answers: dict[str, dict[str, float]] = {}
    at = 0
    while at < len(found):
        length, answer = _phrase_at(found, at, order) or (1, _word(found[at], order))
        if answer:
            answers[" ".join(map(fold_word, found[at : at + length]))] = answer
        at += length
    return answers


def _phrase_at(found: Sequence[str], at: int, order: Sequence[str]) -> tuple[int, dict[str, float]] | None:
    """The longest known phrase that begins here: how many words it has, and what is related to it."""
    known = lexicon()
    for length in range(min(known.longest_phrase, len(found) - at), 1, -1):
        for language in order:
            phrase = phrase_terms(found[at : at + length], language)
            if numbers := known.phrase_nodes(phrase, language):
                return length, _without(_weigh(known, numbers, language), phrase)
    return None


def _word(word: str, order: Sequence[str]) -> dict[str, float]:
    folded = fold_word(word)
    if is_stopword(folded):
        return {}
    return next((dict(answer) for language in order if (answer := _related(folded, language))), {})


@lru_cache(maxsize=1 << 12)
def _related(folded: str, language: str | None) -> dict[str, float]:
    known = lexicon()
    readings: tuple[str, ...]
    if language is None:
        readings = ("ar",) if _ARABIC.search(folded) else LANGUAGES
    else:
        readings = (language,) if language in LANGUAGES else ()
    merged: dict[str, float] = {}
    own: list[str] = []
    for reading in readings:
        for term, numbers in _readings(known, folded, reading):
            own.append(term)
            _merge(merged, _weigh(known, numbers, reading), 1.0)
    if not own and "de" in readings:
        return _related_by_parts(folded)
    return _without(merged, own)


def _readings(known: Lexicon, folded: str, language: str) -> Iterator[tuple[str, list[int]]]:
    """The term of a word in one language and its nodes; else of the word without what is put onto it."""
    plain = {"de": _FEMININE, "ar": _WRITTEN_ON}.get(language)
    forms = [folded] if plain is None else [folded, plain.sub("", folded)]
    for form in forms:
        term = stem_word(form, language)
        if numbers := known.of_term[language].get(term):
            yield term, numbers
            return


def _related_by_parts(folded: str) -> dict[str, float]:
    """What is related to the parts of a German compound, and the parts themselves, weakened by PART."""
    merged: dict[str, float] = {}
    for part in compound_parts(folded):
        if answer := _related(part, "de"):
            _merge(merged, {stem_word(part, "de"): 1.0, **answer}, PART)
    return _without(merged, [stem_word(folded, "de")])


def _weigh(known: Lexicon, numbers: Sequence[int], language: str) -> dict[str, float]:
    """The terms of some nodes and of those above and below them, each with its greatest weight."""
    weights: dict[str, float] = {}
    for number in numbers:
        node = known.nodes[number]
        for other, terms in node.terms.items():
            share = SAME_LANGUAGE if other == language else TRANSLATION
            _merge(weights, dict.fromkeys(terms, share), 1.0)
            _merge(weights, dict.fromkeys(_phrases(node.phrases[other], other), share), 1.0)
        for other, listed in node.signs.items():
            _merge(weights, dict.fromkeys(_signs(listed, other), SIGN), 1.0)
        for below in node.narrower:
            _merge(weights, _all_terms(known, below, NARROWER), 1.0)
        if node.broader is not None:
            _merge(weights, _all_terms(known, node.broader, BROADER), 1.0)
    return {term: weight * (NAMESAKE if term in known.namesakes else 1.0) for term, weight in weights.items()}


def _phrases(listed: Sequence[str], language: str) -> Iterator[str]:
    """Phrases as they are searched for; one of which a single word is left would be found everywhere."""
    return (phrase for entry in listed if " " in (phrase := spoken(entry, language)))


def _signs(listed: Sequence[str], language: str) -> Iterator[str]:
    yield from _phrases([entry for entry in listed if " " in entry], language)
    yield from (spoken(entry, language) for entry in listed if " " not in entry)


def _all_terms(known: Lexicon, number: int, weight: float) -> dict[str, float]:
    return {term: weight for terms in known.nodes[number].terms.values() for term in terms}


def _merge(into: dict[str, float], weights: dict[str, float], share: float) -> None:
    for term, weight in weights.items():
        into[term] = max(into.get(term, 0.0), round(weight * share, 3))


def _without(weights: dict[str, float], own: Sequence[str]) -> dict[str, float]:
    return {term: weight for term, weight in weights.items() if term and term not in own}
