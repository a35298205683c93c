"""The invented, hand-labelled set: its small format, read into profiles with the person each belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from bench.report import ROOT
from maarif.domain.handles import Handle
from maarif.domain.people import Profile

FOLDER = ROOT / "tests" / "data" / "who_is_who"
_SETS = {
    "card": "cards", "source": "sources", "phone": "phones", "employer": "employers", "title": "titles",
    "city": "cities", "birthday": "birthdays", "contact": "contacts", "called": "card_names",
}  # fmt: skip
_NUMBERS = {"sent": int, "received": int, "bulk": float, "reach": float}
_SOURCES = {"email": "mail", "phone": "vcard", "url": "linkedin", "chat": "chat", "name": "notes"}
_KIND = re.compile(r"(?:phone|url|chat|name):")
_COUNTED = re.compile(r"(.*?)\s+(\d+)$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Records of which it is known whose they are, and what makes each of these people hard."""

    profiles: tuple[Profile, ...]
    person: dict[Handle, str]
    kind: dict[str, str]

    def of_kind(self, word: str) -> set[str]:
        """The people of all kinds that begin with a word: "guard", "near-miss", "duplicate"."""
        return {person for person, kind in self.kind.items() if kind.startswith(word)}


def read_labelled(folder: Path = FOLDER) -> Labelled:
    """Read all `people-*.txt` of a folder; the format stands in its README."""
    profiles, person_of, kind_of = [], {}, {}
    kind = person = ""
    for path in sorted(folder.glob("people-*.txt")):
        for line in filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines())):
            if line.startswith("## "):
                kind = line[3:]
            elif line.startswith("= "):
                person = line[2:]
                kind_of[person] = kind
            else:
                profiles.append(read_record(line))
                person_of[profiles[-1].handle] = person
    return Labelled(tuple(profiles), person_of, kind_of)


def read_record(line: str) -> Profile:
    """One record: "handle | names with how often | what else is known"."""
    handle, names, more = (part.strip() for part in (line + " | |").split("|")[:3])
    values: dict[str, set[str]] = defaultdict(set)
    numbers: dict[str, float] = {}
    for said in filter(None, map(str.strip, more.split(";"))):
        key, _, value = said.partition(" ")
        if key == "with":
            values["contacts"] |= _circle(value)
        elif key in _NUMBERS:
            numbers[key] = _NUMBERS[key](value)
        else:
            values[_SETS[key]].add(value)
    parsed = Handle.parse(handle if _KIND.match(handle) else f"email:{handle}")
    values["sources"] |= _sources(parsed, values)
    sets = {key: frozenset(value) for key, value in values.items()}
    return Profile(parsed, _counted(names), **sets, **numbers)  # type: ignore[arg-type]


def _sources(handle: Handle, values: dict[str, set[str]]) -> set[str]:
    found = set() if values["sources"] else {_SOURCES[handle.kind]}
    return found | ({"vcard"} if values["cards"] else set())


def _circle(said: str) -> set[str]:
    name, _, size = said.partition(" ")
    return {f"email:{name}{number}@kreis.example" for number in range(int(size or 5))}


def _counted(names: str) -> tuple[tuple[str, int], ...]:
    found = []
    for written in filter(None, map(str.strip, names.split(","))):
        match = _COUNTED.match(written)
        found.append((match[1], int(match[2])) if match else (written, 1))
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))
