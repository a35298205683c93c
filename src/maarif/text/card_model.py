"""The data model that jCard (RFC 7095) and xCard (RFC 6351) share: properties with typed values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from maarif.text.card_values import (
    Said,
    account,
    address_line,
    day_or_text,
    label_of,
    label_text,
    name_in,
    name_value,
    one_line,
    without_scheme,
)

#: A value as its components, each with its alternatives: plain text is `[[text]]`.
Value: TypeAlias = list[list[str]]

#: What says something about the file or the program, not about the person.
_PACKING = frozenset(("VERSION", "PRODID", "X-ABLABEL", "UID", "X-GENERATOR"))
_BINARY = frozenset(("PHOTO", "LOGO", "SOUND", "KEY"))
_WEB = ("http://", "https://", "ftp://", "file:", "cid:", "urn:")

_RENAMED = {"X-ANNIVERSARY": "ANNIVERSARY", "X-ADDRESSBOOKSERVER-KIND": "KIND",
            "X-ADDRESSBOOKSERVER-MEMBER": "MEMBER", "X-ABRELATEDNAMES": "RELATED"}  # fmt: skip
_RELATIONS = frozenset(("X-SPOUSE", "X-PARTNER", "X-MANAGER", "X-ASSISTANT", "X-CHILD"))
_ACCOUNTS = frozenset(("IMPP", "X-SOCIALPROFILE", "X-AIM", "X-ICQ", "X-MSN", "X-YAHOO", "X-JABBER", "X-SKYPE",
                       "X-TWITTER", "X-TELEGRAM", "X-SIGNAL", "X-WHATSAPP", "X-MATRIX"))  # fmt: skip

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Property:
    """A property: its name and the names of its parameters are in capitals."""

    name: str
    parameters: dict[str, list[str]] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)

    def first(self, parameter: str) -> str:
        """The first value of a parameter, or ""."""
        return next(iter(self.parameters.get(parameter, ())), "")

    def texts(self) -> list[str]:
        """Each value as plain text, its components after commas."""
        if all(len(value) == 1 == len(value[0]) for value in self.values):
            return [value[0][0].strip() for value in self.values]
        return [", ".join(part for part in map(", ".join, value) if part.strip()).strip() for value in self.values]


@dataclass(slots=True)
class Contents:
    """What a card says: its values, its person's name, its UID and its last change (Unix seconds, UTC)."""

    said: list[Said]
    name: str
    uid: str
    at: int | None


def contents_of(properties: list[Property], today: date) -> Contents:
    """Bring the properties of one card to readable values; `today` bounds its time."""
    labels = {p.first("GROUP"): label_text(p.texts()[0]) for p in properties if p.name == "X-ABLABEL" and p.values}
    said: list[Said] = []
    uid, at = "", None
    for known in properties:
        if known.name == "UID":
            uid = uid or next(iter(known.texts()), "")
        elif known.name == "REV" and (moment := _moment(known, today)) is not None:
            at = moment
        elif known.name not in _PACKING:
            said.extend(
                _said(
                    known,
                    labels.get(known.first("GROUP"), "") or label_of(tuple(known.parameters.get("TYPE", ()))),
                )
            )
    return Contents(said, name_in(said), uid, at)


def _said(known: Property, label: str) -> Iterable[Said]:
    name = _RENAMED.get(known.name, known.name)
    if name in _RELATIONS:
        name, label = "RELATED", label or name.removeprefix("X-").lower()
    if name in _ACCOUNTS:
        service = known.first("X-SERVICE-TYPE") or (
            name[2:] if name.startswith("X-") and name != "X-SOCIALPROFILE" else ""
        )
        accounts = (known.first("X-USER") or text for text in known.texts())
        return [
            account(text, service or (label if name == "X-SOCIALPROFILE" else ""), label) for text in accounts if text
        ]
    read = _STRUCTURED.get(name)
    values = [read(value) for value in known.values] if read else known.texts()
    if name == "ADR" and not any(values):
        values = [one_line(known.first("LABEL"))]
    return [each for value in values if value for each in [_one(name, value, label, known)]]


def _one(name: str, value: str, label: str, known: Property) -> Said:
    if name in _BINARY:
        return Said(name, _size_or_address(value), label)
    if name in ("TEL", "EMAIL", "RELATED"):
        value = without_scheme(value)
    if name == "RELATED" and value.startswith("urn:"):
        name = "X-RELATED-UID"
    return Said(name, day_or_text(name, value, known.first("X-APPLE-OMIT-YEAR")), label)


def _size_or_address(value: str) -> str:
    """Of pictures, sounds and keys only where they stand or their size."""
    if value.lower().startswith(_WEB):
        return value
    digits = sum(map(len, value.rpartition("base64,")[2].split())) - value.count("=", -4)
    return f"<{digits * 3 // 4} bytes>"


def _name_parts(value: Value) -> str:
    return name_value([",".join(filter(None, part)) for part in value]) if len(value) > 1 else "".join(*value[:1])


def _address(value: Value) -> str:
    return address_line([", ".join(filter(None, part)) for part in value])


def _gender(value: Value) -> str:
    return ";".join(",".join(part) for part in value).rstrip(";")


_STRUCTURED: dict[str, Callable[[Value], str]] = {"N": _name_parts, "ADR": _address, "GENDER": _gender}


def _moment(known: Property, today: date) -> int | None:
    try:
        found = datetime.fromisoformat(next(iter(known.texts()), "").strip())
    except ValueError:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    latest = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=3)
    return int(found.timestamp()) if _EARLIEST <= found < latest else None
