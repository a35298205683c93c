"""What the owner says of a table's columns, in a file beside it: `book.csv.columns.json`."""

from __future__ import annotations

import json
import re

from maarif.domain.blobs import Blob, beside
from maarif.domain.columns import CORRECTIONS
from maarif.sources.contacts_csv.words import target_of
from maarif.text.json_stream import clean

_LONGEST = 1 << 20
_BASE = re.compile(r"[^/\\!]*$")
_TARGET = re.compile(r"-?|[A-Z][A-Z-]{1,40}(?:#\d{1,3})?(?:\.[a-z]{1,20})?(?: [\w -]{1,40})?")
_NOTHING = {"-": "-", "nothing": "-", "skip": "-", "": "", "keep": "", "unknown": ""}


def is_correction(blob: Blob) -> bool:
    """Tell the file of corrections itself, by its name and its first character."""
    return blob.name.lower().endswith(CORRECTIONS) and blob.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def corrections_of(table: Blob) -> dict[str, str]:
    """What the owner says that columns of a table hold, by their names; empty where nothing is said."""
    found = beside(table, (_BASE.search(table.name) or [""])[0] + CORRECTIONS)
    if found is None or found.size > _LONGEST:
        return {}
    with found.open() as stream:
        data = stream.read(_LONGEST)
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    pairs = said.items() if isinstance(said, dict) else ()
    named = ((clean(name), held(clean(word))) for name, word in pairs if isinstance(word, str))
    return {name: target for name, target in named if target is not None}


def held(word: str) -> str | None:
    """What a word for a column's contents means: a target as it is, `phone` as TEL; None for no known word."""
    word = word.strip()
    if word.lower() in _NOTHING:
        return _NOTHING[word.lower()]
    return word if _TARGET.fullmatch(word) else target_of(word) or None
