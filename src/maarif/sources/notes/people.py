"""People whom a note names by a link or an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maarif.domain.items import Party
from maarif.sources.notes.days import day_of

_LINK = re.compile(r"(?<!!)\[\[([^\[\]\n|]{1,120})(?:\|[^\[\]\n]{1,120})?\]\]")
_MAILTO = re.compile(r"\[([^\[\]\n]{1,120})\]\(mailto:([^\s()<>?]{3,320})[^\s()<>]{0,500}\)")
_ADDRESS = re.compile(
    r"(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![\w@-])", re.ASCII
)
_NAMED = re.compile(r"([^<>\n]{0,200})<([^<>\s]{3,320})>")
_A_FILE = re.compile(r"\.[a-z0-9]{2,5}$", re.IGNORECASE)


def people_in(text: str) -> Iterator[Party]:
    """Yield those a text links to (`[[Sara Haddad|Sara]]`) or gives the address of."""
    named: set[str] = set()
    if "](mailto:" in text:
        for name, address in _MAILTO.findall(text):
            named.add(address)
            yield Party("" if "@" in name else name.strip(), address, "email")
    if "[[" in text:
        for target in _LINK.findall(text):
            if name := _linked(target):
                yield Party(name, kind="name")
    if "@" in text:
        for address in _ADDRESS.findall(text):
            if address not in named:
                yield Party("", address, "email")


def _linked(target: str) -> str:
    """The name a link leads to: the last part of its path, unless that is a day or a file."""
    name = target.partition("#")[0].rpartition("/")[2].strip()
    return "" if _A_FILE.search(name) or day_of(name) else name


def person_of(written: str) -> Party | None:
    """One person as a list writes them: a link, an address, a name, or `Name <address>`."""
    text = written.strip().strip("\"'").strip()
    if found := _NAMED.fullmatch(text):
        return Party(found[1].strip(), found[2], "email")
    if linked := next(people_in(text), None):
        return linked
    return Party(text, kind="name") if text else None
