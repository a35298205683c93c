"""Whether every reason can be opened: its items exist, and say what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.needs.program import Row

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»')
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many origins were named and found, and how many quotations were made and found in their items."""

    origins: int
    existing: int
    quotes: int
    supported: int


def check(answers: list[Row], items: list[Row]) -> Checked:
    """Open every reason of every suggestion."""
    said = {(item["origin"]["source"], item["origin"]["item"]): _plain(_words(item)) for item in items}
    origins = existing = quotes = supported = 0
    for claim in _claims(answers):
        places = [(origin["source"], origin["item"]) for origin in claim.get("origins", ())]
        texts = [said[place] for place in places if place in said]
        origins, existing = origins + len(places), existing + len(texts)
        if places:
            found = [_said(quote, texts) for quote in _quotes(claim["claim"])]
            quotes, supported = quotes + len(found), supported + sum(found)
    return Checked(origins, existing, quotes, supported)


def read_right(places: Iterable[tuple[str, str, str]], items: list[Row]) -> list[bool]:
    """For each telling item, whether the program read it at the same place with the same words."""
    said: dict[tuple[str, str], str] = {}
    for item in items:
        source = item["origin"]["source"].rpartition("/files/")[2]
        said[source, item["origin"]["item"]] = _plain(_words(item))
    return [_plain(quote) in said.get((source, item), "") for source, item, quote in places]


def _claims(answers: list[Row]) -> Iterator[Row]:
    for answer in answers:
        for suggestion in answer["suggestions"]:
            yield from _with_parts(suggestion["evidence"])


def _with_parts(claims: list[Row]) -> Iterator[Row]:
    for claim in claims:
        yield claim
        yield from _with_parts(claim.get("parts", []))


def _quotes(claim: str) -> list[str]:
    return [next(filter(None, groups)) for groups in _QUOTED.findall(claim)]


def _said(quote: str, texts: list[str]) -> bool:
    """Whether one item holds all pieces of a quotation, between which words may be left out."""
    pieces = [piece for piece in map(_plain, re.split(r"…|\.\.\.", quote)) if piece]
    return any(all(piece in text for piece in pieces) for text in texts)


def _words(item: Row) -> str:
    return f"{item.get('subject', '')} {item.get('text', '')}"


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text.replace('"', "'")).strip().casefold()
