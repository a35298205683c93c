"""The lexicon made ready for questions: which groups a term or a phrase stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from maarif.text.concepts.reading import LANGUAGES, Group, all_groups, cautions, signs
from maarif.text.fold import fold, fold_word, raw_words
from maarif.text.stem import stem_word

#: Phrases are filed under so many of their first letters, which a stemmer seldom touches.
_FILED_UNDER = 2


@dataclass(frozen=True, slots=True)
class Node:
    """The terms of one group by language, and the numbers of its broader and narrower groups.

    Its phrases and signs stand as they were written: they are stemmed when they are first searched for (`spoken`).
    """

    terms: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]
    signs: dict[str, tuple[str, ...]]
    broader: int | None
    narrower: tuple[int, ...]


@dataclass(slots=True)
class Lexicon:
    """Nodes by number; by language, the nodes of a term and of a phrase (a phrase is a tuple of terms).

    Silent terms are found, but not proposed; namesakes are proposed more weakly.
    """

    nodes: list[Node] = field(default_factory=list)
    of_term: dict[str, dict[str, list[int]]] = field(default_factory=lambda: {lang: {} for lang in LANGUAGES})
    of_phrase: dict[str, dict[tuple[str, ...], list[int]]] = field(
        default_factory=lambda: {lang: {} for lang in LANGUAGES}
    )
    #: Phrases not asked for yet, by language and the first letters they are filed under: most are never asked for.
    unread: dict[str, dict[str, list[tuple[str, int]]]] = field(
        default_factory=lambda: {lang: {} for lang in LANGUAGES}
    )
    longest_phrase: int = 1
    silent: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()

    def add(self, group: Group, broader: int | None = None) -> int:
        """Enter a group and its narrower ones; returns its number."""
        number = len(self.nodes)
        terms = {lang: tuple(self._enter(group.words[lang], lang, number)) for lang in LANGUAGES}
        phrases = {lang: tuple(entry for entry in group.words[lang] if " " in entry) for lang in LANGUAGES}
        node = Node(terms, phrases, signs().get(group.name, {}), broader, ())
        self.nodes.append(node)
        if group.narrower:
            narrower = tuple(self.add(each, number) for each in group.narrower)
            self.nodes[number] = replace(node, narrower=narrower)
        return number

    def phrase_nodes(self, phrase: tuple[str, ...], language: str) -> list[int] | None:
        """The nodes a phrase stands in; None for an unknown one."""
        known = self.of_phrase[language]
        for entry, number in self.unread[language].pop(phrase[0][:_FILED_UNDER], ()):
            known.setdefault(phrase_terms(raw_words(entry), language), []).append(number)
        return known.get(phrase)

    def _enter(self, entries: Sequence[str], language: str, number: int) -> Iterator[str]:
        """Enter words and phrases; yields the terms that can be searched for."""
        for entry in entries:
            if not entry.isalpha() and len(found := raw_words(entry)) > 1:
                self.unread[language].setdefault(_filed_under(found[0], language), []).append((entry, number))
                self.longest_phrase = max(self.longest_phrase, len(found))
                if "*" in entry:
                    yield from (stem_word(word[1:], language) for word in entry.split() if word[0] == "*")
            elif term := stem_word(entry, language):
                numbers = self.of_term[language].setdefault(term, [])
                if number not in numbers:
                    numbers.append(number)
                    if term not in self.silent:
                        yield term


def _filed_under(first: str, language: str) -> str:
    """The first letters of the first word's term: Arabic loses some of them, English only in "dying" and "lying"."""
    if language == "ar" or first in ("dying", "lying", "tying"):
        first = stem_word(first, language) or first
    return fold(first)[:_FILED_UNDER]


def phrase_terms(found: Sequence[str], language: str) -> tuple[str, ...]:
    """The terms of a phrase; stop words stay as they are, so that "out of work" is more than "work"."""
    return tuple(stem_word(word, language) or fold_word(word) for word in found)


@lru_cache(maxsize=1 << 14)
def spoken(entry: str, language: str) -> str:
    """What a phrase or sign is searched for as: its terms without stop words, a space between them; "" for none."""
    return " ".join(term for word in raw_words(entry) if (term := stem_word(word, language)))


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package, read when it is first asked for."""
    warned = [(kind, stem_word(word, language)) for kind, language, word in cautions()]
    made = Lexicon(
        silent=frozenset(term for kind, term in warned if kind == "silent"),
        namesakes=frozenset(term for kind, term in warned if kind == "namesake"),
    )
    for group in all_groups():
        made.add(group)
    return made
