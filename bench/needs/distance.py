"""How far the telling words are from those of the need: what a search for words alone could find."""

from __future__ import annotations

import re
from typing import Literal

from bench.needs.truth import fold
from bench.report import ROOT

Distance = Literal["same words", "other words", "other script"]

#: What needs are made of, whatever they are about, and the small words of Levantine speech.
_ASKING = fold(
    "help helps know knows somebody someone anybody anyone people person looking need needs want wants please "
    "jemand jemanden kennt kenne weiß helfen könnte suche brauche gern gerne "
    "مين بدي بدو بدها بدهم بدنا حدا حد اللي شو إشي وين كيف عنا عنده عندي عندها عندهم معي لما كل عشان هلأ كثير يوم "
    "بعرف بقدر ممكن محتاج"
).split()
_STOP = frozenset((*_ASKING, *fold((ROOT / "bench" / "words" / "stop.txt").read_text(encoding="utf-8")).split()))
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
#: What Arabic writes onto the beginning of a word: and, with, for, like, the.
_PREFIX = re.compile(r"^(?:[وفبلك]?ال|لل|[وبلع](?=\w{4}))")
#: Shorter words say too little to be shared.
_SHORTEST = 3
#: Letters that two words must share from their beginning to count as one.
_SHARED = 4


def distance(need: str, quote: str) -> Distance:
    """Whether a quotation shares a word of content with a need, by its first four letters."""
    if bool(_ARABIC.search(need)) != bool(_ARABIC.search(quote)):
        return "other script"
    return "same words" if shared_words(need, quote) else "other words"


def shared_words(need: str, text: str) -> int:
    """How many words of content a text has in common with a need."""
    return len(_beginnings(need) & _beginnings(text))


def _beginnings(text: str) -> set[str]:
    words = (_PREFIX.sub("", word) for word in _LETTERS.findall(fold(text)) if word not in _STOP)
    return {word[:_SHARED] for word in words if len(word) >= _SHORTEST}
