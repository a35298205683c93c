"""Front matter: the lines between `---` and `---` at the head of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from maarif.domain.items import Party
from maarif.sources.notes.days import day_of
from maarif.sources.notes.entries import Piece
from maarif.sources.notes.people import person_of

#: Lines after which there is no front matter any more, only a rule.
_LONGEST = 200

_KEY = re.compile(r"([A-Za-z][\w -]{0,40}):(?:\s(.*)|)", re.DOTALL)
_ITEM = re.compile(r"\s{0,10}-\s(.*)", re.DOTALL)
_DATES = ("date", "created", "day", "datum")
_PEOPLE = ("people", "persons", "attendees", "participants", "with", "personen", "leute")


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says of the whole file."""

    title: str = ""
    day: date | None = None
    tags: tuple[str, ...] = ()
    people: tuple[Party, ...] = ()


def read_front(pieces: Iterator[Piece]) -> tuple[Front, Iterator[Piece]]:
    """Read the front matter off; returns it with the pieces that are left (all where there is none)."""
    first = next(pieces, None)
    if first is None or first.text.strip() != "---":
        return Front(), chain([first] if first else [], pieces)
    held = [first]
    for piece in pieces:
        held.append(piece)
        if piece.text.strip() in ("---", "..."):
            return _front(held[1:-1]), pieces
        if len(held) > _LONGEST:
            break
    return Front(), chain(held, pieces)


def _front(pieces: list[Piece]) -> Front:
    values: dict[str, list[str]] = {}
    key = ""
    for piece in pieces:
        line = piece.text.rstrip()
        if found := _KEY.fullmatch(line):
            key = found[1].strip().lower()
            values.setdefault(key, []).extend(_listed(found[2] or ""))
        elif key and (item := _ITEM.fullmatch(line)):
            values[key].append(item[1].strip())
    days = (day_of(value) for key in _DATES for value in values.get(key, []))
    people = (person_of(value) for key in _PEOPLE for value in values.get(key, []))
    return Front(
        title=", ".join(values.get("title", [])).strip("\"'"),
        day=next((day for day in days if day), None),
        tags=tuple(tag.strip("\"'# ") for tag in values.get("tags", []) if tag.strip("\"'# ")),
        people=tuple(person for person in people if person),
    )


def _listed(value: str) -> list[str]:
    """The entries of `[a, b]` or `a, b`; a link in double brackets is one entry."""
    text = value.strip()
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        text = text[1:-1]
    return [part.strip() for part in text.split(",") if part.strip()]
