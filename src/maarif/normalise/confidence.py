"""Which of the owner's notes were written in confidence."""

from __future__ import annotations

import re

from maarif.domain.items import Item, Note
from maarif.text.fold import fold

_TAG = re.compile(r"(?:^|\s)#(?:private?|privat|personal|confidential|vertraulich|geheim|خاص|سري)\b")
_HEAD = re.compile(r"\W*(?:private|privat|confidential|in confidence|vertraulich|im vertrauen|خاص|سري)\s*[:\]–—-]")


def in_confidence(item: Item) -> bool:
    """Whether a note is marked private: by a tag (`#private`, `#privat`, `#خاص`) or by its first word with a colon.

    Its words may speak for somebody, but are never quoted outside the page of the note itself.
    """
    if not isinstance(item, Note):
        return False
    said = fold(f"{item.title}\n{item.text}")
    return bool(_TAG.search(said) or _HEAD.match(fold(item.title)) or _HEAD.match(fold(item.text)))
