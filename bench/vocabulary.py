"""Several thousand word forms in English, German and Arabic: few are drawn often, most seldom.

The forms are made from stems by the endings and compounds of each language, so that stemming and folding have
the work that real mail gives them. Everything follows from a seed: the same bytes on every machine.
"""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate, product
from pathlib import Path
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["en", "de", "ar"]

_WORDS = Path(__file__).parent / "words"
_ENDINGS = {
    "en": ("", "s", "ed", "ing", "er", "al", "less", "ment"),
    "de": ("", "en", "s", "er", "lich", "ung"),
}
_BEFORE = ("", "ال", "و", "وال", "بال", "لل", "ب", "ل")
_AFTER = ("", "ات", "ي", "نا", "هم", "ها", "ين")


@cache
def word_lists(name: str) -> list[list[str]]:
    """The paragraphs of a file in `bench/words`, each as its words (languages: little words, stems)."""
    return [part.split() for part in (_WORDS / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")]


@cache
def vocabulary(language: Language) -> tuple[str, ...]:
    """All forms of a language, the commonest first: little words, then the rest in a fixed random order."""
    little, _ = word_lists(language)
    rest = [form for form in dict.fromkeys(_forms(language)) if form not in little]
    random.Random(f"vocabulary {language}").shuffle(rest)
    return (*little, *rest)


def _forms(language: Language) -> list[str]:
    _, stems = word_lists(language)
    match language:
        case "en":
            return [stem + ending for stem, ending in product(stems, _ENDINGS["en"])]
        case "de":
            compounds = [
                (first + second).capitalize() for first, second in zip(stems * 20, _shifted(stems, 20), strict=True)
            ]
            return [_german(stem, ending) for stem, ending in product(stems, _ENDINGS["de"])] + compounds
        case "ar":
            return [before + stem + after for before, stem, after in product(_BEFORE, stems, _AFTER)]


def _german(stem: str, ending: str) -> str:
    form = stem + ending
    return form if ending == "lich" else form.capitalize()


def _shifted(stems: list[str], rounds: int) -> list[str]:
    """The second halves of compounds: every round pairs each stem with another partner."""
    return [stems[(place + 7 * turn + 1) % len(stems)] for turn in range(rounds) for place in range(len(stems))]


@cache
def _weights(language: Language) -> tuple[float, ...]:
    """Cumulative Zipf-Mandelbrot weights, 1/(rank + 2.7)."""
    return tuple(accumulate(1 / (rank + 2.7) for rank in range(1, len(vocabulary(language)) + 1)))


def words(draw: random.Random, language: Language, count: int) -> list[str]:
    """So many words, each drawn by its frequency."""
    return draw.choices(vocabulary(language), cum_weights=_weights(language), k=count)


def prose(draw: random.Random, language: Language, count: int) -> str:
    """So many words in sentences and lines of some seventy characters."""
    drawn = words(draw, language, count)
    lines: list[str] = []
    for start in range(0, len(drawn), 11):
        line = " ".join(drawn[start : start + 11])
        lines.append(line[:1].upper() + line[1:] + ".")
    return "\n".join(lines)


@cache
def topics(language: Language, count: int = 40, size: int = 12) -> tuple[tuple[str, ...], ...]:
    """Groups of seldom words that belong together, so that people can be known for something."""
    rare = vocabulary(language)[300:]
    draw = random.Random(f"topics {language}")
    return tuple(tuple(draw.sample(rare, size)) for _ in range(count))
