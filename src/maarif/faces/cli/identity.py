"""Who is who, in words: open questions, and what the owner decided."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from maarif.faces.cli.bidi import clean, isolate, isolate_within
from maarif.faces.cli.layout import DIM, NAME, Indent, fill
from maarif.faces.cli.standing import day

if TYPE_CHECKING:
    from maarif.domain.people import Judgement


def question(judged: Judgement, names: Sequence[str], width: int) -> list[Text]:
    """A pair that may be one human, what speaks for it, and the commands that settle it."""
    left, right = judged.left.value, judged.right.value
    lines = fill(f"{isolate(names[0])} and {isolate(names[1])}", width, style=NAME)
    lines += fill(f"{isolate(left)} and {isolate(right)}", width, Indent("   ", "   "), style=DIM)
    for part in judged.evidence.parts or (judged.evidence,):
        sign = "+" if part.total >= 0 else "-"
        lines += fill(isolate_within(part.claim), width, Indent(f"   {sign} ", "     ")) if part.claim else []
    return lines + [line for word in ("same", "different") for line in _command(word, judged, width)]


def _command(word: str, judged: Judgement, width: int) -> list[Text]:
    """What to type; a command that does not fit goes on after a backslash, as a shell reads it."""
    left, right = (shlex.quote(clean(str(handle))) for handle in (judged.left, judged.right))
    whole = f"   maarif {word} {left} {right}"
    if cell_len(whole) <= width:
        return [Text(whole, end="")]
    return [Text(f"   maarif {word} {left} \\", end=""), Text(f"     {right}", end="")]


def decision(number: int, judged: Judgement, width: int) -> list[Text]:
    """What the owner decided, and how it is taken back."""
    verdict = {"same": "is the same as", "different": "is not", "unsure": "may be"}[judged.verdict]
    words = f"{isolate(judged.left.value)} {verdict} {isolate(judged.right.value)}"
    return fill(words, width, Indent(f"d{number:<4} {day(judged.on):<11}  ", " " * 19))
