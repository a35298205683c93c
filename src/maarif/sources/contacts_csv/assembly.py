"""From the cells of a row, and what their columns hold, to vCard properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from maarif.text.card_values import Said, account, address_line, name_value, one_line
from maarif.text.days import iso_day
from maarif.text.tables import Header, Row

#: Where the parts of a property stand.
_PLACES = {
    "N": ("family", "given", "additional", "prefix", "suffix"),
    "ADR": ("box", "extended", "street", "city", "region", "code", "country"),
    "ORG": ("name", "unit"),
    "BDAY": ("year", "month", "day"),
}

#: How Google parts several values of one column, and others several addresses.
_SEVERAL = " ::: "
_LISTED = {
    "EMAIL": re.compile(r"[;,\n]\s*"),
    "TEL": re.compile(r"[;\n]\s*|,\s+"),
    "CATEGORIES": re.compile(r"[;,]|:::"),
}
_DAYS = frozenset(("BDAY", "ANNIVERSARY", "X-DATE", "X-EVENT"))

#: What programs write where nothing is known.
_EMPTY = frozenset(
    (
        "0/0/00",
        "00.00.00",
        "0.0.00",
        "0/0/0",
        "00/00/00",
        "0.0.0",
        "Unspecified",
        "Keine Angabe",
        "Non spécifié",
        "غير محدد",
    )
)
_OWN_GROUP = re.compile(r"\* ?my ?contacts$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of contacts: its header, what each column holds, and how `3/2/1980` is meant in it."""

    header: Header
    targets: tuple[str, ...]
    month_first: bool | None


class _Target(NamedTuple):
    """A target taken apart: `ADR#1.city home`."""

    name: str
    group: str
    part: str
    label: str


@lru_cache(maxsize=4096)
def _target(written: str) -> _Target:
    head, _, label = written.partition(" ")
    head, _, part = head.partition(".")
    name, _, group = head.partition("#")
    return _Target(name, group, part, label)


class _Parts:
    """The properties of a row that are put together from several cells."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str, str], dict[str, str]] = {}
        self.labels: dict[tuple[str, str], str] = {}

    def put(self, target: _Target, value: str) -> bool:
        """Keep one part; true where it is the first of its property."""
        key = (target.name, target.group, target.label)
        is_first = key not in self._parts
        held = self._parts.setdefault(key, {})
        before = held.get(target.part)
        held[target.part] = f"{before}, {value}" if before and before != value else value
        return is_first

    def said(self, target: _Target, month_first: bool | None) -> Said:
        """The property as one value."""
        held = self._parts[target.name, target.group, target.label]
        parts = [held.get(place, "") for place in _PLACES[target.name]]
        label = target.label or self.labels.get((target.name, target.group), "")
        match target.name:
            case "N":
                return Said("N", name_value(parts))
            case "ADR":
                if any(parts) and not parts[2]:
                    parts[2] = held.get("whole", "")
                return Said("ADR", address_line(parts) or one_line(held.get("whole", "")), label)
            case "ORG":
                return Said("ORG", ", ".join(part for part in parts if part), label)
            case _:
                return Said("BDAY", _day_of(parts, month_first))


def said_by(row: Row, sheet: Sheet) -> list[Said]:
    """What a row says, a property where its first cell stands; what is unknown keeps its column's name."""
    parts, found = _Parts(), list[tuple[_Target, Said | None]]()
    for written, column, cell in zip(sheet.targets, sheet.header.columns, row.cells, strict=False):
        value = cell.strip()
        if not value or written == "-" or value in _EMPTY:
            continue
        target = _target(written)
        if target.part == "label":
            parts.labels[target.name, target.group] = label_of(value)
        elif target.part:
            if parts.put(target, value):
                found.append((target, None))
        else:
            found.extend((target, said) for said in _values(target, value, column, sheet.month_first))
    return [each for target, said in found if (each := _finished(target, said, parts, sheet)).value]


def _finished(target: _Target, said: Said | None, parts: _Parts, sheet: Sheet) -> Said:
    if said is None:
        return parts.said(target, sheet.month_first)
    label = parts.labels.get((target.name, target.group), "") if target.group else ""
    if not label:
        return said
    return account(said.value, label) if said.name == "IMPP" else said._replace(label=label)


def _values(target: _Target, value: str, column: str, month_first: bool | None) -> Iterator[Said]:
    """The values of one cell; what cannot be an address keeps the column's name."""
    splitter = _LISTED.get(target.name)
    several = splitter.split(value.replace(_SEVERAL, ";")) if splitter else value.split(_SEVERAL)
    for each in filter(None, (one.strip() for one in several)):
        if not target.name or (target.name in ("EMAIL", "TEL") and not _reaches(target.name, each)):
            yield Said("X-COLUMN", each, column)
        elif target.name == "IMPP":
            yield account(each, target.label)
        elif target.name in _DAYS:
            yield Said(
                target.name,
                iso_day(each, month_first=month_first),
                column if target.name == "X-DATE" else target.label,
            )
        elif not (target.name == "CATEGORIES" and _OWN_GROUP.match(each)):
            yield Said(target.name, each.removeprefix("* "), target.label)


def _reaches(name: str, value: str) -> bool:
    return "@" in value if name == "EMAIL" else sum(c.isdigit() for c in value) >= 3


def _day_of(parts: list[str], month_first: bool | None) -> str:
    year, month, day = parts
    if month and day:
        return iso_day(f"{year}-{month}-{day}" if year else f"--{month}-{day}")
    return iso_day(day, month_first=month_first) if day else year


def label_of(written: str) -> str:
    """A label of Google's: `* Work` is the first of them, `Home Fax` is home fax."""
    text = written.strip().removeprefix("*").strip()
    return {"mobile": "cell"}.get(text.lower(), text.lower() if text.isascii() else text)
