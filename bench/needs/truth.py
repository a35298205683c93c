"""Who is a good answer: the judgements of one owner, and how people in an answer are found in them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Letters that Arabic writers use for one another.
_ARABIC = str.maketrans("أإآٱىةؤئ", "اااايهوي")
NEVER = -1


@dataclass(frozen=True, slots=True)
class Asked:
    """A need as it is put: `of` is the need whose other wording this is."""

    id: str
    text: str
    kind: str
    language: str
    on: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Truth:
    """The needs of an owner, the grades per need and person, where each is knowable, and people by handle.

    `places` are the items of all positive judgements: file, place within it, telling words.
    """

    owner: dict[str, Any]
    asked: tuple[Asked, ...]
    grades: dict[str, dict[str, int]]
    sources: dict[tuple[str, str], str]
    distances: dict[tuple[str, str], str]
    people: dict[str, str]
    places: tuple[tuple[str, str, str], ...]

    def who(self, handles: Iterable[str]) -> set[str]:
        """Which judged people these handles reach; more than one where an answer took several for one."""
        return {self.people[key] for key in map(folded, handles) if key in self.people}

    def answerable(self, need: str) -> bool:
        """Whether anybody would be a good answer."""
        return any(grade > 0 for grade in self.grades.get(need, {}).values())


def read_truth(folder: Path) -> Truth:
    """Read what `make` wrote about an owner."""
    rows = _lines(folder / "judgements.jsonl")
    grades: dict[str, dict[str, int]] = {}
    people: dict[str, str] = {}
    for row in rows:
        grades.setdefault(row["need"], {})[row["person"]] = row["grade"]
        people |= {folded(handle): row["person"] for handle in row["handles"]}
    sources = {(row["need"], row["person"]): row["source"].partition("/")[0] for row in rows}
    distances = {(row["need"], row["person"]): row["distance"] for row in rows}
    places = tuple((row["source"], row["item"], row["quote"]) for row in rows if row["grade"] > 0)
    owner = json.loads((folder / "owner.json").read_text(encoding="utf-8"))
    asked = tuple(Asked(**row) for row in _lines(folder / "needs.jsonl"))
    return Truth(owner, asked, grades, sources, distances, people, places)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def folded(handle: str) -> str:
    """A handle for comparison: a name without the source it was seen in, its letters folded."""
    kind, _, value = handle.partition(":")
    if kind == "name":
        value = fold(value.rpartition("@")[0] or value)
    return f"{kind}:{value.casefold()}"


def fold(text: str) -> str:
    """Lower case, without accents and vowel signs; Arabic letters that stand for one another as one."""
    parted = unicodedata.normalize("NFKD", text.translate(_ARABIC))
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).casefold()
