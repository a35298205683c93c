"""What the words above a column say it holds, in English, German, French, Spanish and Arabic."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from maarif.text.fold import fold

_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d{1,3}$")
_LABEL_ENDS = ("type", "label", "service")
_LONGEST = 120


def _phrases(name: str) -> dict[tuple[str, ...], str]:
    """The phrases of a table beside this module, as words, and what each stands for."""
    table = files(__package__).joinpath(name).read_text("utf-8")
    lines = (line.split(" = ") for line in table.splitlines() if not line.startswith("#"))
    return {tuple(fold(words).split()): target for target, listed in lines for words in listed.split(" | ")}


_TARGETS = _phrases("things.txt")
_PLACE_OF = _phrases("places.txt")
_LONGEST_PHRASE = max(map(len, _TARGETS))

#: What Yahoo and others call a phone number by its place alone.
_PHONES_BY_PLACE = frozenset(("work", "home", "other"))

#: What says little beside another word: an "address street" is a street.
_WEAK = frozenset(("ADR.whole", "-"))

#: What can be at a place.
_PLACED = ("TEL", "ADR", "EMAIL", "URL")


@lru_cache(maxsize=4096)
def target_of(column: str) -> str:
    """What the words above a column say: a target such as `TEL work`, `ADR.city home`, or "".

    The longest words that are known decide, so that a "first name" is no "name". `EMAIL#1.label` is the label
    of `EMAIL#1`.
    """
    words, number = words_of(column)
    if number and len(words) > 1 and words[-1] in _LABEL_ENDS:
        value = target_of(f"{' '.join(words[:-1])} {number} value") or target_of(" ".join(words[:-1]))
        return f"{re.split('[.# ]', value)[0]}#{number}.label" if value not in ("", "-") else "-"
    thing = _longest(words, _TARGETS)
    rest = [word for word in words if word not in thing]
    place = _PLACE_OF[_longest(rest, _PLACE_OF)] if _longest(rest, _PLACE_OF) else ""
    if not thing:
        is_alone = len(words) == 1 and place in _PHONES_BY_PLACE
        return f"TEL {place}" if is_alone else ""
    name, _, label = _TARGETS[thing].partition(" ")
    if number and (words[-1] == "value" or (name.startswith("ADR") and words[0] == "address")):
        head, dot, part = name.partition(".")
        name = f"{head}#{number}{dot}{part}"
    if place and name.startswith(_PLACED):
        label = f"{place} {label}".strip()
    return f"{name} {label}".strip()


def words_of(column: str) -> tuple[tuple[str, ...], str]:
    """The folded words of a column's name, without numbers, and the last number of them."""
    found = _WORD.findall(fold(_SPLIT.sub(" ", column[:_LONGEST]).replace("_", " ")))
    numbers = [word for word in found if _NUMBER.match(word)]
    words = tuple(word for word in found if not word.isdigit())
    return words, numbers[-1] if numbers else ""


def _longest(words: tuple[str, ...] | list[str], known: dict[tuple[str, ...], str]) -> tuple[str, ...]:
    for length in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = tuple(words[start : start + length])
            if phrase in known and (known[phrase] not in _WEAK or length > 1):
                return phrase
    return next(((word,) for word in words if (word,) in known), ())
