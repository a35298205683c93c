"""The words of a note's page, and whom they give an address of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maarif.domain.items import Party
from maarif.text.html import readable

_PROLOGUE = re.compile(r"^\s{0,99}(?:<\?xml[^>]{0,200}\?>\s{0,99})?(?:<!DOCTYPE[^>]{0,300}>)?")
_TODO = re.compile(r"<en-todo\b([^<>]{0,200})>(?:</en-todo>)?")
_ADDRESS = re.compile(
    r"(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![\w@-])", re.ASCII
)


def words_of(page: str) -> str:
    """The text of a note's page (ENML, which is HTML with boxes to tick), ticked boxes as `[x]`."""
    page = _PROLOGUE.sub("", page, count=1)
    page = _TODO.sub(lambda box: "[x] " if "true" in box[1] else "[ ] ", page)
    return readable(page).strip()


def people_in(words: str) -> Iterator[Party]:
    """Yield those whose address a text gives."""
    if "@" in words:
        for address in _ADDRESS.findall(words):
            yield Party("", address, "email")
