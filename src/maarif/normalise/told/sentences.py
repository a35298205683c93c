"""A text cut into sentences, without quotations; and which of them state nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINK = re.compile(r"!?\[\[([^\[\]\n|]{1,120})(?:\|([^\[\]\n]{1,120}))?\]\]")
_LABELLED = re.compile(r"\[([^\[\]\n]{1,120})\]\([^()\s]{1,500}\)")
_MARKUP = re.compile(r"\*{1,3}|__|`")
#: Vowel signs and the stretching stroke, which Arabic is written with or without.
_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_QUOTED_LINE = re.compile(r"^[ \t]{0,8}(?:>|♪|♫|\|).*$", re.MULTILINE)
_QUOTATION = re.compile(r"[\"“”„«»‟][^\"“”„«»‟]{0,600}(?:[\"“”«»‟]|$)")
_BULLET = re.compile(r"^[ \t]{0,8}(?:[-*+•–]|#{1,6}|\d{1,2}[.)])[ \t]{1,4}")
_END = re.compile(r"[.!?؟…؛]{1,8}[)\]']{0,3}(?=\s|$)")
_NO_END = re.compile(
    r"(?:^|[\s(])(?:Dr|Prof|St|Mr|Mrs|Ms|Hr|Fr|Dipl|Ing|bzw|ca|etc|vs|No|Nr|z\.B|e\.g|i\.e|d|[A-ZÄÖÜ]|\d{1,2})$"
)
#: Shorter lines end where their writer ended them; longer ones were wrapped.
_WRAPPED = 56
_LONGEST = 1200

#: How a sentence begins, or what stands in it, that asks, supposes, wishes or plays.
_SUPPOSED = re.compile(
    r"^(?:if|suppose|supposing|imagine|what if|unless|had i|were i|assuming|pretend|wenn|falls|angenommen|"
    r"stell dir vor|stellt euch vor|sollte|ob|لو|إذا|اذا|ليت|هل|تخيل)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:if|whether|would|could|should|might|maybe|perhaps|wish|imagine|unless|pretend(?:s|ed|ing)?|dream\w{0,5}|"
    r"joke|suppose|hope|hoping|want(?:s|ed)? to|considering|thinking (?:of|about)|almost|nearly|rumou?r|as though|"
    r"tempted|plan(?:s|ning)? to|wenn|falls|ob|würde\w{0,3}|hätte\w{0,3}|wäre\w{0,3}|könnte\w{0,3}|möchte\w{0,3}|"
    r"vielleicht|sollte\w{0,3}|wünsch\w{0,3}|hoffentlich|beinahe|angeblich|träum\w{0,3}|überleg\w{0,3}|wollte\w{0,3})\b|"
    r"(?<!\w)[وف]?(?:لو|إذا|اذا|ربما|هل|أتمنى|اتمنى|ليت|أريد أن|اريد ان|أود أن|قد [أاي]|أفكر في|افكر في)(?!\w)",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|never|neither|nor|hardly|nobody|no more|any ?more|any longer|no longer|nicht|kein\w{0,3}|nie|niemals|"
    r"weder)\b|n['’]t\b|(?<!\w)[وف]?(?:لا|لم|لن|لست|ليس|ليست|ما عدت)(?!\w)",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[,،;:()–—]| - | and | but | und | aber | sondern | لكن ")


def plain(text: str) -> str:
    """The text without link marks, emphasis, Arabic vowel signs, quoted lines and quotations."""
    text = _LINK.sub(lambda found: found[2] or found[1].rpartition("/")[2].partition("#")[0], text)
    text = _MARKUP.sub("", _LABELLED.sub(r"\1", text))
    return _QUOTED_LINE.sub("", _SIGNS.sub("", text))


def sentences_in(text: str) -> Iterator[str]:
    """Yield the sentences, each on one line with single spaces; lines that were wrapped are joined."""
    for block in _blocks(text):
        rest = _QUOTATION.sub(" ; ", block)
        begin = 0
        for end in _END.finditer(rest):
            if not (end.group() == "." and _NO_END.search(rest, max(begin, end.start() - 12), end.start())):
                yield from _line(rest[begin : end.end()])
                begin = end.end()
        yield from _line(rest[begin:])


def _blocks(text: str) -> Iterator[str]:
    held: list[str] = []
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        if held and (bullet or not line.strip() or len(held[-1]) < _WRAPPED):
            yield " ".join(held)
            held = []
        if line.strip():
            held.append(line[bullet.end() :] if bullet else line)
    yield " ".join(held)


def _line(sentence: str) -> Iterator[str]:
    words = " ".join(sentence[:_LONGEST].split())
    if words:
        yield words


def is_open(sentence: str) -> bool:
    """Tell whether a whole sentence asks or supposes."""
    return sentence.rstrip("!.)'")[-1:] in ("?", "؟") or _SUPPOSED.match(sentence) is not None


def clause_around(sentence: str, start: int, end: int) -> str:
    """The clause that a span stands in, up to the commas and conjunctions before and behind it."""
    before = [found.end() for found in _BREAKS.finditer(sentence, 0, start)]
    after = _BREAKS.search(sentence, end)
    return sentence[before[-1] if before else 0 : after.start() if after else len(sentence)]


def is_supposed(clause: str) -> bool:
    """Tell whether a clause supposes, doubts or wishes what it says."""
    return _HEDGE.search(clause) is not None


def is_denied(clause: str) -> bool:
    """Tell whether a clause denies something."""
    return _DENIAL.search(clause) is not None
