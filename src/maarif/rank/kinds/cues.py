"""Cues: patterns of words that speak for and against kinds of need, read from one plain file per language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import cast, get_args

from maarif.domain.needs import NeedKind
from maarif.text.fold import fold

#: Stands in a pattern for at most `patterns.WIDEST_GAP` words of the same sentence.
GAP = ".."

#: One written line of a pattern as it is looked for: at each step any of these symbols.
Pattern = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """What some wordings tell: the natural logarithm by which each kind becomes likelier where one of them stands."""

    claim: str
    points: dict[NeedKind, float]


@dataclass(slots=True)
class Cues:
    """The cues of one language, ready for looking up.

    `classes` gives the classes a word, beginning (`wor*`) or ending (`*ing`) belongs to; `phrases` those of several
    words by their first; `patterns` the patterns (with the number of their cue) by each symbol they can begin with.
    """

    cues: list[Cue] = field(default_factory=list)
    classes: dict[str, set[str]] = field(default_factory=dict)
    phrases: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    patterns: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)
    affixes: set[str] = field(default_factory=set)

    def enter_class(self, name: str, members: list[str]) -> None:
        """Enter words (phrases are written with `_`) into a class; a class among them gives all of its own."""
        for member in members:
            if member.startswith("@"):
                for names in self._named(member):
                    names.add(name)
            else:
                self._enter_symbol(member)
                self.classes.setdefault(member, set()).add(name)

    def enter_pattern(self, line: str) -> None:
        """Enter a pattern of the last cue in every form that its `?` allow.

        Raises CueError for one that may stand for nothing.
        """
        for chosen in product(*map(_choices, line.split())):
            steps = _trimmed([frozenset(step.split("|")) for step in chosen if step])
            if not steps:
                raise CueError(f"a pattern names words that must be there: {line}")
            for symbol in steps[0]:
                self.patterns.setdefault(symbol, []).append((len(self.cues) - 1, tuple(steps)))
            for step in steps:
                for symbol in step:
                    self._enter_symbol(symbol)

    def _named(self, name: str) -> Iterator[set[str]]:
        return (names for names in self.classes.values() if name in names)

    def _enter_symbol(self, symbol: str) -> None:
        if "*" in symbol:
            self.affixes.add(symbol)
        elif "_" in symbol[1:-1]:
            parts = tuple(symbol.split("_"))
            self.phrases.setdefault(parts[0], set()).add(parts)


def _choices(step: str) -> tuple[str, ...]:
    """What may stand for a written step: itself, or nothing where `?` follows it ("" is nothing)."""
    optional = step.endswith("?") and not step.endswith("|?") and step != "?"
    return ("", step[:-1]) if optional else (step,)


def _trimmed(steps: list[frozenset[str]]) -> list[frozenset[str]]:
    """The steps without gaps at either end, where they say nothing."""
    while steps and GAP in steps[0]:
        steps = steps[1:]
    while steps and GAP in steps[-1]:
        steps = steps[:-1]
    return steps


class CueError(ValueError):
    """A line of a file of cues is not written as its first lines say; the message quotes it."""


@cache
def cues_of(language: str) -> Cues:
    """The cues of a language (en, de, ar), read when they are first asked for."""
    return read_cues(Path(__file__).with_name(f"{language}.txt").read_text("utf-8"))


def read_cues(text: str) -> Cues:
    """Read classes (`@name word ...`), then headings (`[kind points ... : claim]`), each with its wordings below it.

    Raises CueError.
    """
    made = Cues()
    for line in text.splitlines():
        if line.startswith("@") and not made.cues:
            name, *members = fold(line).split()
            made.enter_class(name, members)
        elif line.startswith("["):
            made.cues.append(_heading(line))
        elif line and not line.startswith("#"):
            if not made.cues:
                raise CueError(f"a wording stands before the first heading: {line}")
            made.enter_pattern(fold(line))
    return made


def _heading(line: str) -> Cue:
    """The cue of a heading such as `[favour 2 hire -1 : something is to be lent]`."""
    told, colon, claim = line.strip("[]").partition(" : ")
    pairs = told.split()
    kinds = pairs[::2]
    if not colon or len(pairs) % 2 or not set(kinds) <= set(get_args(NeedKind)):
        raise CueError(f"a heading names kinds, each with its points, and a claim: {line}")
    points = {cast("NeedKind", kind): float(number) for kind, number in zip(kinds, pairs[1::2], strict=True)}
    return Cue(claim, points)
