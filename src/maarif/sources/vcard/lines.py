"""From the lines of a file to cards made of unfolded properties, whatever breaks the lines."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from maarif.domain.items import Defect, Origin
from maarif.text.charsets import repair

#: The longest line (a photo in one line is real) and the largest card, in characters; the rest is cut.
LINE_LIMIT = 16 << 20
CARD_LIMIT = 64 << 20

_NAME = re.compile(r"(?:[A-Za-z0-9_-]{1,80}\.)?[A-Za-z0-9_/-]{1,120}[:;]")
_BASE64 = re.compile(r"[;=](?:BASE64|B)[;:]", re.IGNORECASE)
_QUOTED = re.compile(r"[;=](?:QUOTED-PRINTABLE|QP|Q)[;:]", re.IGNORECASE)
#: Where a raw line break may have slipped in; after other properties such a line becomes a note.
_PROSE = re.compile(r"(?:item\d{1,4}\.)?(?:NOTE|LABEL|ADR|X-)", re.IGNORECASE)
_DEEPEST_AGENT = 4

#: What a soft line break cannot go on with: some programs break the last line of a value too.
_NEXT = re.compile(
    r"(?:item\d{1,4}\.)?(?:ADR|BDAY|CATEGORIES|EMAIL|FN|IMPP|KEY|LABEL|LOGO|N|NICKNAME|NOTE|ORG|PHOTO|REV"
    r"|ROLE|TEL|TITLE|UID|URL|X-[A-Z0-9-]{1,80})(?::|;[A-Z-]{1,40}[=;:])"
)


@dataclass(slots=True)
class TextCard:
    """One card as unfolded properties (`NAME;PARAMS:value`); `fault` tells what is wrong with the whole.

    `pieces` are the lines of the property that may still go on.
    """

    lines: list[str] = field(default_factory=list)
    agents: list[TextCard] = field(default_factory=list)
    fault: str = ""
    pieces: list[str] = field(default_factory=list)

    def properties(self) -> list[str]:
        """The unfolded properties, the last one with them."""
        if self.pieces:
            self.lines.append("".join(self.pieces) if len(self.pieces) > 1 else self.pieces[0])
            self.pieces = []
        return self.lines


@dataclass(frozen=True, slots=True)
class Stray:
    """Lines outside any card: the number of the first, from 1, and its text."""

    line: int
    text: str


def stray_lines(stray: Stray, source: str) -> Defect:
    """Tell what stands outside any card."""
    return Defect(Origin(source, f"line {stray.line}"), "text outside a card", repair(stray.text[:80]))


def cards_in(lines: io.TextIOBase) -> Iterator[TextCard | Stray]:
    """Yield the cards of a file in their order, holding one at a time; the last ends with the file."""
    open_cards: list[TextCard] = []
    size, outside = 0, False
    for number, line in _physical(lines):
        mark = line.strip().upper().replace(" ", "") if line[0] in "BbEe " and len(line) < 80 else ""
        if mark == "BEGIN:VCARD":
            outside = False
            yield from _begin(open_cards)
            size = size if len(open_cards) > 1 else 0
        elif not open_cards:
            if not outside:
                yield Stray(number, line)
            outside = True
        elif mark == "END:VCARD":
            ended = open_cards.pop()
            if not open_cards:
                yield ended
        elif size > CARD_LIMIT:
            open_cards[0].fault = "card is larger than 64 MiB and was cut"
        else:
            size += len(line)
            _append(open_cards[-1], line)
            if len(line) == LINE_LIMIT:
                open_cards[0].fault = "a line is longer than 16 MiB and was cut"
    if open_cards:
        open_cards[0].fault = "card has no END"
        yield open_cards[0]


def _begin(open_cards: list[TextCard]) -> Iterator[TextCard]:
    """Open a card: the AGENT of the one that is open where that asks for it, else the next of the file."""
    card = TextCard()
    if open_cards and _awaits_agent(open_cards):
        open_cards[-1].agents.append(card)
    elif open_cards:
        open_cards[0].fault = "card has no END"
        yield open_cards[0]
        open_cards.clear()
    open_cards.append(card)


def _awaits_agent(open_cards: list[TextCard]) -> bool:
    pieces = open_cards[-1].pieces
    if len(pieces) != 1 or len(open_cards) >= _DEEPEST_AGENT:
        return False
    head, _, value = pieces[0].partition(":")
    return head.upper().partition(";")[0].endswith("AGENT") and not value.strip()


def _physical(lines: io.TextIOBase) -> Iterator[tuple[int, str]]:
    """Number the lines from 1 and leave blank ones out; the rest of an endless line is left out as well."""
    number, cut = 0, False
    while line := lines.readline(LINE_LIMIT):
        ends = line.endswith("\n")
        if not cut:
            number += 1
            if text := line.rstrip("\r\n"):
                yield number, text
        cut = not ends


def _append(card: TextCard, line: str) -> None:
    """Add a line to a card: a property of its own, or what continues the one before."""
    pieces = card.pieces
    if pieces and pieces[-1].endswith("=") and _is_encoded(pieces[0], _QUOTED) and not _NEXT.match(line):
        pieces[-1] = pieces[-1][:-1]
        pieces.append(line)
    elif pieces and line[0] in " \t":
        pieces.append(line if _keeps_space(card) else line[1:])
    elif not pieces or _NAME.match(line):
        card.properties()
        card.pieces.append(line)
    elif _is_encoded(pieces[0], _BASE64):
        pieces.append(line)
    elif _PROSE.match(pieces[0]):
        pieces.append("\n" + line)
    else:
        card.properties()
        card.pieces.append(f"NOTE:{line}")


def _is_encoded(line: str, encoding: re.Pattern[str]) -> bool:
    return encoding.search(line, 0, line.find(":", 0, 1000) + 1) is not None


def _keeps_space(card: TextCard) -> bool:
    """Tell whether the card is of version 2.1, which folds at a space and keeps it; later ones add one."""
    return any(line.upper().startswith("VERSION:2.1") for line in card.lines[:5])
