"""The sentence of a text that speaks most to some words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maarif.text.fold import raw_words
from maarif.text.language import tell_language
from maarif.text.stem import stem_word

#: Longer sentences are cut around the words asked for.
LONGEST = 130
_SENTENCE = re.compile(r"[^.!?؟\n](?:[^.!?؟\n]|[.!?؟](?=[\w,;]))*[.!?؟]*[\"»”]?")

#: A line break that only wraps a line: neither a blank line nor the beginning of a list's next entry.
_WRAP = re.compile(r"(?<!\n)[ \t]*\n(?![ \t]*(?:\n|[-*•>#\d]))")


def best_sentence(text: str, weights: Mapping[str, float], longest: int = LONGEST) -> str:
    """The sentence whose terms weigh most, on one line, cut with an ellipsis where it is too long; "" where none
    does."""
    language = tell_language(raw_words(text))
    phrases = [term for term in weights if " " in term]
    best, most = "", 0.0
    for match in _SENTENCE.finditer(_WRAP.sub(" ", text[:20_000])):
        sentence = " ".join(match.group().split())
        terms = [term for word in raw_words(sentence) if (term := stem_word(word, language))]
        line = f" {' '.join(terms)} "
        weight = sum(weights.get(term, 0.0) for term in dict.fromkeys(terms))
        weight += sum(weights[phrase] for phrase in phrases if f" {phrase} " in line)
        if weight > most:
            best, most = sentence, weight
    return _shorten(best, weights, language, longest)


def _shorten(sentence: str, weights: Mapping[str, float], language: str, longest: int) -> str:
    if len(sentence) <= longest:
        return sentence
    words = sentence.split()
    carry = [i for i, word in enumerate(words) if any(stem_word(w, language) in weights for w in raw_words(word))]
    start = end = carry[0] if carry else 0
    while sum(len(w) + 1 for w in words[start:end]) < longest - 20 and (start > 0 or end < len(words)):
        start, end = max(0, start - 1), min(len(words), end + 1)
    return ("… " if start else "") + " ".join(words[start:end])[:longest] + (" …" if end < len(words) else "")
