"""Cutting a mail into what its writer wrote, the signature, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maarif.text.closing import signature_start
from maarif.text.fold import fold
from maarif.text.phrases import GREETINGS
from maarif.text.quotes import quoted_spans


@dataclass(frozen=True, slots=True)
class Parts:
    """A mail's text: the writer's own words, the signature block, and what others or machines wrote."""

    own: str
    signature: str = ""
    quoted: str = ""


def split(text: str) -> Parts:
    """Cut a mail body into own words, signature and the rest; every line is in exactly one of them.

    Answers between quoted lines are all kept, a blank line where the quote stood. `own` is "" for a mail that
    is only passed on. Cutting `own` again changes nothing.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    own, quoted = _without_quotes(text.strip())
    start = signature_start(own)
    if start == len(own):
        return Parts(own.strip(), "", quoted)
    return Parts(own[:start].strip(), own[start:].strip("\n"), quoted)


#: Taking quotes out brings other lines together; so often is looked again whether they begin a quote.
_MOST_LOOKS = 4


def _without_quotes(text: str) -> tuple[str, str]:
    """Own words and quotes; looks again where taking quotes out has brought other lines together."""
    quoted: list[str] = []
    for _ in range(_MOST_LOOKS):
        padded = "\n" + text
        spans = quoted_spans(padded)
        if not spans:
            break
        text, cut = _cut_out(padded, spans)
        quoted.append(cut)
        if len(spans) == 1 and spans[0][1] == len(padded):
            break
    return text, "\n".join(quoted)


def _cut_out(padded: str, spans: list[tuple[int, int]]) -> tuple[str, str]:
    own, quoted, at = [], [], 0
    for start, end in spans:
        own.append(padded[at:start].strip("\n"))
        quoted.append(padded[start:end].strip("\n"))
        at = end
    own.append(padded[at:].strip("\n"))
    return "\n\n".join(part for part in own if part).strip(), "\n".join(quoted)


#: Longest first, where one greeting begins another.
_FOLDED = sorted(GREETINGS, key=len, reverse=True)
_GREETING = re.compile(
    r"(?:"
    + "|".join(map(re.escape, _FOLDED))
    + r")(?:[ \t\xa0]+(?:und|and|et|y|&|/)?[^\n,،.!:;?–]{0,60})?(?:[,،!:;]+|[.](?=\s|$)| [-–—](?= )|$)"
)
_CALLED = re.compile(
    r"[^\W\d_][\w.'’-]{0,24}(?:(?: |/| and | und | & |, ?)[^\W\d_][\w.'’-]{0,24}){0,4} ?(?:[,،:!]| ?[-–—])"
)
#: More lines of greeting than these are something else.
_MOST_GREETINGS = 3


def strip_greeting(own: str) -> str:
    """The writer's words without a greeting at the beginning, or a first line that only names somebody."""
    for _ in range(_MOST_GREETINGS):
        line, _, rest = own.lstrip().partition("\n")
        length = _greeting_length(line)
        if not length:
            return own
        own = f"{line[length:].lstrip()}\n{rest}".strip()
    return own


def _greeting_length(line: str) -> int:
    """How many characters of a first line greet; all or none where folding changes the length."""
    head = line[:120]
    folded = fold(head)
    greeting = _GREETING.match(folded)
    if greeting is None or len(greeting.group().split()) > 8:
        is_call = len(line) <= 60 and _CALLED.fullmatch(line.rstrip()) and line[0].isupper()
        return len(line) if is_call else 0
    if len(folded) == len(head):
        return greeting.end()
    return len(line) if greeting.end() >= len(folded.rstrip()) else 0
