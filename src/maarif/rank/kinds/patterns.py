"""Finds the patterns of cues in a text, in time linear in its length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from maarif.rank.kinds.cues import GAP, Cues, Pattern
from maarif.text.fold import fold_word

#: At most so many words stand in a gap.
WIDEST_GAP = 5

#: The end of a sentence is a sign of its own in patterns.
STOP = "."

#: Any word whatever.
ANY = "_"

#: A word written with a capital within a sentence; any number.
CAPITAL, NUMBER = "@capital", "@number"

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W\d_]+)*|[.!?؟;:\n…،,]")
_STOPS = frozenset(".!;:\n…")
_QUESTIONS = frozenset("?؟")
_COMMAS = frozenset(",،")
_APOSTROPHES = re.compile("['’ʼ]")
#: Vowel signs and the like, which stand within a word and are no letters.
_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad]+")

#: What Arabic writes onto the front of a word.
_WRITTEN_ON = re.compile(r"^(?:[وف]?(?:[بكل]?ال|لل|[بلعه]ال|[بلك])|[وف])(?=\w{2})")
_SHORTEST_AFFIX, _LONGEST_AFFIX = 2, 9

#: What can begin at one place of a text: symbols, and over how many words each reaches.
Place = dict[str, set[int]]


def tokens_of(text: str) -> list[str]:
    """The words of a text as written, without apostrophes, and its signs: `?`, and `.` for all that ends a sentence."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFC", text))
    found = [STOP]
    for token in _TOKEN.findall(text.lower() if text.isupper() else text):
        if token in _STOPS:
            found.append(STOP)
        elif token in _QUESTIONS:
            found += ("?", STOP)
        elif token not in _COMMAS:
            found.append(_APOSTROPHES.sub("", token))
    return [*found, STOP]


def cues_in(tokens: Sequence[str], known: Cues) -> set[int]:
    """The numbers of the cues of which a pattern stands in the text."""
    places = _places(tokens, known)
    found: set[int] = set()
    for at, place in enumerate(places):
        for symbol in place:
            for number, pattern in known.patterns.get(symbol, ()):
                if number not in found and _stands(pattern, 0, places, at):
                    found.add(number)
    return found


def _stands(pattern: Pattern, step: int, places: Sequence[Place], at: int) -> bool:
    """Whether the rest of a pattern stands exactly here; gaps are short, so the work has a bound per place."""
    if step == len(pattern):
        return True
    if at >= len(places):
        return False
    wanted = pattern[step]
    if GAP in wanted:
        return _stands_after_gap(pattern, step + 1, places, at)
    place = places[at]
    return any(
        _stands(pattern, step + 1, places, at + length)
        for symbol in wanted
        if symbol in place
        for length in place[symbol]
    )


def _stands_after_gap(pattern: Pattern, step: int, places: Sequence[Place], at: int) -> bool:
    for start in range(at, min(at + WIDEST_GAP + 1, len(places))):
        if _stands(pattern, step, places, start):
            return True
        if STOP in places[start]:
            return False
    return False


def _places(tokens: Sequence[str], known: Cues) -> list[Place]:
    folded = [fold_word(token) for token in tokens]
    places: list[Place] = []
    for at, word in enumerate(folded):
        place: Place = {symbol: {1} for symbol in _symbols(word, known)}
        if tokens[at][0].isupper() and at and folded[at - 1] != STOP:
            place[CAPITAL] = {1}
        for form in _forms(word):
            for parts in known.phrases.get(form, ()):
                if tuple(folded[at + 1 : at + len(parts)]) == parts[1:]:
                    written = "_".join(parts)
                    for name in (written, *known.classes.get(written, ())):
                        place.setdefault(name, set()).add(len(parts))
        places.append(place)
    return places


def _forms(word: str) -> list[str]:
    """A word, and what is left of it without what Arabic writes onto its front."""
    bare = _WRITTEN_ON.sub("", word)
    return [word] if bare == word else [word, bare]


def _symbols(word: str, known: Cues) -> set[str]:
    """The word itself, its beginnings and endings that cues ask for, and the classes of all of these."""
    if word in (STOP, "?"):
        return {word}
    found = {ANY}
    if word.isdigit():
        found.add(NUMBER)
    for form in _forms(word):
        found.add(form)
        for length in range(_SHORTEST_AFFIX, min(len(form), _LONGEST_AFFIX) + 1):
            found |= {form[:length] + "*", "*" + form[-length:]} & known.affixes
    return found.union(*(known.classes[symbol] for symbol in found if symbol in known.classes))
