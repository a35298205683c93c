"""A need as it may be said to somebody: without those who must not hear of it, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from maarif.domain.needs import Need
from maarif.text.fold import fold, raw_words
from maarif.text.language import tell_language

#: A wish is said in so many words at most; a longer need is cut after a whole sentence.
LONGEST = 40

_SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n+")
#: A question to nobody in particular, which a statement beside it makes needless.
_ASKED_OF_ALL = re.compile(r"(?:who|wer|من|مين)\b")
#: Beginnings in the first person, and how Arabic begins them.
_OWN = re.compile(
    r"(?:i|we|my|our|ich|wir|mein\w*|unser\w*)\b|(?:ابحث|اريد|احتاج|نبحث|نريد|نحتاج|اود|عندي|لدي|اخطط|انوي|بدي|ادور)\b"
)

#: "Who could ...?" is asked of nobody in particular; said to somebody it becomes "I am looking for someone who ...".
_WHO = (
    (re.compile(r"^who (?!is\b|are\b|else\b)(.+?)\?*$", re.IGNORECASE), "I am looking for somebody who {}."),
    (re.compile(r"^(?:من|مين) (.+?)[؟?]*$"), "أبحث عمّن {}."),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said of a need: its words in `language`, or none where it is better kept for a talk; `target` is whom
    an introduction should lead to."""

    kind: str
    text: str
    language: str
    target: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it speaks in the owner's own voice, so that it needs no introduction."""
        return bool(_OWN.match(fold(self.text)))


def wish_of(need: Need, unsaid: Sequence[str] = ()) -> Wish:
    """The need as it may be said to others; sentences with a name of `unsaid` in them are left out.

    What is confided is not written down at all.
    """
    language = tell_language(raw_words(need.text))
    target = next(iter(need.parts.reach or need.parts.organisations), "")
    if need.kind == "confide":
        return Wish(need.kind, "", language, target)
    hidden = [fold(name) for name in (*need.parts.keep_out, *unsaid) if name]
    sentences = [s.strip() for s in _SENTENCES.split(need.text) if s.strip()]
    open_ones = [s for s in sentences if not any(name in fold(s) for name in hidden)]
    plain = [s for s in open_ones if not _ASKED_OF_ALL.match(fold(s))]
    return Wish(need.kind, _short([_said(sentence) for sentence in plain or open_ones]), language, target)


def _short(sentences: Sequence[str]) -> str:
    kept: list[str] = []
    for sentence in sentences:
        if kept and len(" ".join([*kept, sentence]).split()) > LONGEST:
            break
        kept.append(sentence)
    return " ".join(kept)


def _said(sentence: str) -> str:
    for pattern, said in _WHO:
        if match := pattern.match(sentence):
            return said.format(match.group(1).rstrip("?؟. "))
    return sentence if sentence[-1] in ".!?؟" else f"{sentence}."
