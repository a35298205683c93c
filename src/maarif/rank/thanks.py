"""Give and take, as far as words of thanks tell of it."""

from __future__ import annotations

import re

from maarif.text.fold import fold

#: Thanks for something done, not the closing formula of every second mail ("Thanks," on a line of its own).
_THANKS = re.compile(
    r"\b(?:thank you|thanks|many thanks|i owe you)\b[^.!?\n]{0,20}\b(?:for|so much|again|a lot)\b|\bi owe you (?:one|a)\b"
    r"|\b(?:danke|vielen dank|herzlichen dank|lieben dank)\b[^.!?\n]{0,20}\b(?:fur|dass|nochmal|dir fur|euch fur)\b"
    r"|\bmerci\b[^.!?\n]{0,20}\b(?:pour|beaucoup)\b|\bgracias\b[^.!?\n]{0,20}\bpor\b|شكرا (?:لك |لكم |جزيلا )?(?:علي|ل)"
)


#: Most messages have no such word, and need no closer look.
_HINT = re.compile(r"thank|owe you|dank|merci|gracias|شكر", re.IGNORECASE)


def sentence_of_thanks(text: str) -> str | None:
    """The sentence in which somebody thanks for something; None where nobody does."""
    if not _HINT.search(text):
        return None
    for sentence in re.split(r"(?<=[.!?؟])\s+|\n", text[:5000]):
        if _THANKS.search(fold(sentence)):
            return " ".join(sentence.split())
    return None
