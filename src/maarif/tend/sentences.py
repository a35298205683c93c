"""A message cut into the sentences that can be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maarif.text.fold import fold

#: A line break that only wraps a line, as in mails of 72 columns: the line is long, or the next goes on in lower case.
_WRAP = re.compile(r"(?<=[^\n]{49}[^\n.!?؟:])\n(?=[^\n\-*•>#\d])|(?<=[^\n.!?؟:])\n(?=[a-zà-ÿ])")
_ENDS = re.compile(r"(?<=[.!?؟])\s+|\n+")

#: Characters looked at: what people promise and wish stands at the beginning of a mail, not in what it quotes.
_LOOKED_AT = 6000
_LONGEST = 240


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence as it was written, on one line, and folded."""
    for piece in _ENDS.split(_WRAP.sub(" ", text[:_LOOKED_AT])):
        plain = " ".join(piece.split())
        if plain and len(plain) <= _LONGEST:
            yield plain, fold(plain)
