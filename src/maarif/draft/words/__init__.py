"""The words that messages are put together from, one file per language and form of address."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

#: Languages with words of their own; whoever is written to in another one gets English.
LANGUAGES = ("en", "de", "ar")


class Wording:
    """The words of one language and form of address."""

    def __init__(self, said: dict[str, Any], language: str) -> None:
        self._said = said
        self.language = language

    def __call__(self, *path: str, **values: str) -> str:
        """The words under a path ("opening", "near", "warm"), filled in; "" where there are none."""
        found: Any = self._said
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        return found.format(**values) if isinstance(found, str) else ""

    def either(self, path: tuple[str, ...], feminine: bool, **values: str) -> str:
        """The words for a woman where the language has them and one is addressed, else those for anybody."""
        found = self(*path[:-1], f"{path[-1]}_f", **values) if feminine else ""
        return found or self(*path, **values)


@cache
def wording(language: str, formal: bool = False) -> Wording:
    """The words of a language ("en", "de", "ar"); German has two forms of address."""
    name = {"de": "de_sie" if formal else "de_du", "ar": "ar"}.get(language, "en")
    text = (files("maarif.draft.words") / f"{name}.toml").read_text("utf-8")
    return Wording(tomllib.loads(text), name.partition("_")[0])
