"""Reads the groups that people wrote by hand: plain text, a block a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: The languages of the lexicon, in the order in which a narrower line gives them.
LANGUAGES = ("en", "de", "ar")

GROUPS = Path(__file__).with_name("groups")
COMPOUND_WORDS = Path(__file__).with_name("compound_words.txt")
SIGNS = Path(__file__).with_name("signs")
CAUTIONS = Path(__file__).with_name("cautions.txt")


@dataclass(frozen=True, slots=True)
class Group:
    """Words and phrases of one meaning by language; a narrower line is a group without a name."""

    name: str
    words: dict[str, tuple[str, ...]]
    narrower: tuple[Group, ...] = ()


class LexiconError(ValueError):
    """A block of the lexicon is not written as docs/concepts.md says; the message names the block."""


def read_groups(text: str) -> Iterator[Group]:
    """Yield the groups of one file: a name, a line per language, lines of narrower groups behind `>`.

    A `*` before a word of a phrase stays: it marks the word that may speak for the phrase.

    Raises LexiconError for a block that lacks a language or has a line of another kind.
    """
    for block in _blocks(text):
        yield _group(block)


def _blocks(text: str) -> Iterator[list[str]]:
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for block in lines.split("\n\n"):
        if stripped := block.strip():
            yield stripped.split("\n")


@cache
def all_groups() -> tuple[Group, ...]:
    """Every group of the package, file by file in the order of their names."""
    return tuple(group for path in sorted(GROUPS.glob("*.txt")) for group in read_groups(path.read_text("utf-8")))


@cache
def signs() -> dict[str, dict[str, tuple[str, ...]]]:
    """By the name of a group, the signs of each language: what people write who have or do the thing, unnamed.

    Raises LexiconError for a block with a line of another kind.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for path in sorted(SIGNS.glob("*.txt")):
        for name, *lines in _blocks(path.read_text("utf-8")):
            known = found.setdefault(name, {})
            for line in lines:
                language, _, listed = line.partition(" ")
                if language not in LANGUAGES:
                    raise LexiconError(f"{name}: no such line among signs: {line}")
                known[language] = (*known.get(language, ()), *_entries(listed))
    return found


def compound_words() -> tuple[str, ...]:
    """German words that belong to no group, but often make the half of a compound."""
    text = COMPOUND_WORDS.read_text("utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def cautions() -> Iterator[tuple[str, str, str]]:
    """Yield the words to be careful with: the caution (silent, namesake), the language, the word."""
    for line in CAUTIONS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, language, *words = line.split()
            yield from ((kind, language, word) for word in words)


def _group(lines: list[str]) -> Group:
    name, *rest = lines
    words: dict[str, tuple[str, ...]] = {}
    narrower: list[Group] = []
    for line in rest:
        sign, _, listed = line.partition(" ")
        if sign == ">":
            narrower.append(_narrower(listed))
        elif sign in LANGUAGES and sign not in words:
            words[sign] = _entries(listed)
        else:
            raise LexiconError(f"{name}: no such line in a group: {line}")
    if len(words) < len(LANGUAGES):
        raise LexiconError(f"{name}: each group has a line for each of {', '.join(LANGUAGES)}")
    return Group(name, words, tuple(narrower))


def _narrower(listed: str) -> Group:
    columns = listed.split("|")
    if len(columns) != len(LANGUAGES):
        raise LexiconError(f"> {listed}: a narrower line has a column for each of {', '.join(LANGUAGES)}")
    return Group("", dict(zip(LANGUAGES, map(_entries, columns), strict=True)))


def _entries(listed: str) -> tuple[str, ...]:
    """The words of a list; `Florist/in` stands for the man and the woman."""
    entries = [entry for each in listed.split(",") if (entry := each.strip())]
    if "/" not in listed:
        return tuple(entries)
    parted = (entry.partition("/") for entry in entries)
    return tuple(form for word, also, ending in parted for form in ((word, word + ending) if also else (word,)))
