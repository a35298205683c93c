"""The values of a vCard (RFC 6350) in readable form, whatever file format they came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from maarif.text.days import iso_day


class Said(NamedTuple):
    """One value under its vCard property name, with what its label said ("work", "home fax")."""

    name: str
    value: str
    label: str = ""


#: What TYPE says without telling one address from another.
_SAYS_NOTHING = frozenset(("internet", "pref", "voice", "x400", "postal", "parcel", "intl", "dom", "uri", "text"))

#: Where the name is looked for, best first.
_NAMING = ("FN", "N", "NICKNAME", "ORG", "EMAIL", "TEL", "IMPP", "URL")
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")

_BUILT_IN = re.compile(r"_\$!<(.{0,200}?)>!\$_", re.DOTALL)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{1,40}):(?!//)(.*)", re.DOTALL)
_WEB = ("http:", "https:", "www.")
_DAYS = frozenset(("BDAY", "ANNIVERSARY", "DEATHDATE", "X-ABDATE"))

#: The longest UID that an item is known by.
_LONGEST_UID = 500


@lru_cache(maxsize=4096)
def label_of(types: tuple[str, ...]) -> str:
    """What TYPE says, in small letters, without what every address has ("home fax")."""
    said = (word.removeprefix("x-") for written in types for word in written.lower().replace(",", " ").split())
    return " ".join(dict.fromkeys(word for word in said if word not in _SAYS_NOTHING))


def label_text(written: str) -> str:
    """A label as the owner reads it: `_$!<HomePage>!$_` is homepage, their own words stay as they are."""
    text = written.strip()
    built_in = _BUILT_IN.fullmatch(text)
    return built_in[1].lower() if built_in else text


def one_line(text: str) -> str:
    """The lines of a text, or of an address, after commas."""
    if "\n" not in text:
        return " ".join(text.split()).strip(" ,")
    lines = (" ".join(line.split()).strip(" ,") for line in text.split("\n"))
    return ", ".join(line for line in lines if line)


def address_line(parts: Sequence[str]) -> str:
    """An address (box, extension, street, town, region, code, country) in one line, the street first."""
    box, extended, street, *rest = (*parts, "", "", "")
    place = " / ".join(one for part in (street, extended, box) if part and (one := one_line(part)))
    return ", ".join(one for part in (place, *rest) if part and (one := one_line(part)))


def name_value(parts: Sequence[str]) -> str:
    """The value of N: `family;given;additional;prefix;suffix`; "" where all are empty."""
    cleaned = [" ".join(part.replace(";", ",").split()) for part in parts]
    return ";".join(cleaned) if any(cleaned) else ""


def name_in(said: Iterable[Said]) -> str:
    """The name of whom a card is about: the one that is given, else the best that stands for one."""
    first: dict[str, str] = {}
    for name, value, _ in said:
        if name in _NAMING and value.strip():
            first.setdefault(name, in_reading_order(value) if name == "N" else " ".join(value.split()))
    return next((first[name] for name in _NAMING if first.get(name)), "")


def in_reading_order(name: str) -> str:
    """A name from `family;given;additional;...`: family first in East Asian scripts."""
    family, given, additional = [" ".join(part.split()) for part in (*name.split(";"), "", "", "")[:3]]
    if _FAMILY_FIRST.fullmatch(family + given):
        return family + given
    return " ".join(part for part in (given, additional, family) if part)


def account(written: str, service: str, label: str = "") -> Said:
    """A chat account as IMPP (`service:account`), a profile with a web address as URL."""
    value = written.strip()
    if value.lower().startswith(_WEB):
        return Said("URL", value, label or service)
    scheme = _SCHEME.fullmatch(value)
    if scheme and scheme[1].lower() == "x-apple":
        value, scheme = scheme[2], None
    return Said("IMPP", f"{service.lower()}:{value}" if service and value and not scheme else value, label)


def day_or_text(name: str, value: str, year_unknown: str = "") -> str:
    """The value of a property that may hold a day, the day in ISO 8601."""
    return iso_day(value, year_unknown) if name in _DAYS else value


def without_scheme(value: str) -> str:
    """A phone number or mail address without `tel:` or `mailto:`."""
    return value.partition(":")[2] if value[:7].lower().startswith(("tel:", "mailto:")) else value


def free_place(wanted: str, otherwise: str, taken: set[str]) -> str:
    """What an item is known by within its file: what the format calls it where that is free, else its number.

    The place is added to `taken`.
    """
    place = wanted.strip() if len(wanted) <= _LONGEST_UID else ""
    if not place or place in taken:
        place = otherwise
    while place in taken:
        place += "'"
    taken.add(place)
    return place
