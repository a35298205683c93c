"""Invented people for the speed benchmarks: names, addresses, languages, and how often each turns up."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate

from bench.vocabulary import Language, word_lists

_FIRST, _LAST_BEGIN, _LAST_END = word_lists("names")
DOMAINS = tuple(
    f"{name}.example"
    for name in [
        "post",
        "mail",
        "tannhof",
        "deltawerk",
        "nordlicht",
        "stadtwerke",
        "lumen",
        "harbour",
        "orchard",
        "quarry",
        "atlas",
        "cedar",
    ]
)
_LANGUAGES: tuple[Language, ...] = ("en", "en", "en", "en", "en", "en", "de", "de", "de", "ar")


@dataclass(frozen=True, slots=True)
class Somebody:
    """One invented correspondent."""

    name: str
    address: str
    language: Language


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody the owner writes with, and the Zipf weights by which they turn up."""

    owner: Somebody
    people: tuple[Somebody, ...]
    weights: tuple[float, ...]

    def draw(self, draw: random.Random, count: int = 1) -> list[Somebody]:
        """So many of them, the busy ones more often; one person may come twice."""
        return draw.choices(self.people, cum_weights=self.weights, k=count)


OWNER = Somebody("Mira Arnsberg", "mira.arnsberg@post.example", "en")


def circle(size: int) -> Circle:
    """An invented circle of so many people; the same for the same size."""
    draw = random.Random(f"circle {size}")
    people = tuple(_somebody(draw, number) for number in range(size))
    return Circle(OWNER, people, tuple(accumulate(1 / (rank + 5) for rank in range(size))))


def _somebody(draw: random.Random, number: int) -> Somebody:
    first = draw.choice(_FIRST)
    last = draw.choice(_LAST_BEGIN) + draw.choice(_LAST_END)
    domain = draw.choice(DOMAINS)
    return Somebody(f"{first} {last}", f"{first}.{last}{number}@{domain}".lower(), draw.choice(_LANGUAGES))
