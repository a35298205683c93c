"""Splits German compounds into words that the lexicon knows."""

from __future__ import annotations

from functools import cache, lru_cache

from maarif.text.concepts.reading import all_groups, compound_words
from maarif.text.fold import fold
from maarif.text.stem import LONGEST_WORD, stem_word

#: What German writes between the parts of a compound ("Arbeit-s-amt", "Familie-n-feier", "Held-en-tat").
_LINKS = ("", "s", "n", "en", "es")

#: A shorter part is met in too many words that are none of its compounds.
_SHORTEST = 3

#: A word within a part is told only where it is long enough to be no accident ("Trink-wasser", not "W-ein").
_SHORTEST_WITHIN = 4


@cache
def _known() -> dict[str, str]:
    """Folded German words by every form in which they may stand in a compound."""
    groups = [each for group in all_groups() for each in (group, *group.narrower)]
    entries = [entry for group in groups for entry in group.words["de"]]
    singles = [fold(entry) for entry in (*entries, *compound_words()) if entry.replace("ß", "s").isalpha()]
    known = {word: word for word in singles if len(word) >= _SHORTEST}
    for word in singles:
        term = stem_word(word, "de")
        if len(term) > _SHORTEST:
            known.setdefault(term, word)
    return known


@lru_cache(maxsize=1 << 14)
def compound_parts(word: str) -> tuple[str, ...]:
    """The known words that a German compound is made of, folded, each followed by the known word it ends in.

    "Trinkwasserversorgung" gives trinkwasser, wasser, versorgung; () for what is no compound of these.
    """
    folded = fold(word)
    if not 2 * _SHORTEST <= len(folded) <= LONGEST_WORD or not folded.isalpha():
        return ()
    split = _split(folded, 0, {})
    return tuple(dict.fromkeys(each for part in split for each in (part, *_within(part))))


def _split(word: str, start: int, failed: dict[int, bool]) -> tuple[str, ...]:
    """The parts from `start` to the end, the longest first; () where some letters belong to no known word."""
    if start in failed:
        return ()
    for end in range(len(word) - (start == 0), start + _SHORTEST - 1, -1):
        part = _part(word[start:end], last=end == len(word))
        if not part:
            continue
        if end == len(word):
            return (part,)
        for link in _LINKS:
            if word.startswith(link, end) and (rest := _split(word, end + len(link), failed)):
                return (part, *rest)
    failed[start] = True
    return ()


def _part(piece: str, last: bool) -> str:
    """The known word of one piece; only the last piece is inflected."""
    found = _known().get(piece)
    if found is None and last and len(piece) > _SHORTEST_WITHIN:
        found = _known().get(stem_word(piece, "de"))
    return found or ""


def _within(part: str) -> tuple[str, ...]:
    """The longest known word that a part ends in, where the part is itself a compound."""
    for start in range(_SHORTEST, len(part) - _SHORTEST_WITHIN + 1):
        if part[start:] in _known():
            return (_known()[part[start:]],)
    return ()
