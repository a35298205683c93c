"""What law departments and mailing lists put below a mail."""

from __future__ import annotations

import re
from typing import NamedTuple

from maarif.text.phrases import FOOTERS

_LEGAL = re.compile(
    r"confiden|privileged|intended (?:only|solely|recipient)|designated recipient|property of|"
    r"received (?:it|this)[\w -]{0,30} in error|unsubscribe|subscribed|vertraulich|irrtümlich|abmelden|"
    r"destinataire|destinatari|geheim|vertrouwelijk|riservat|سري|خصوصية|الاشتراك|للمرسل إليه|Yahoo!",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n[ \t\xa0\r]{0,200}+(?:\n|\Z)")


class Mark(NamedTuple):
    """A stretch of text that is not the writer's; `rest` where all that follows is not either."""

    start: int
    end: int
    rest: bool


def footer(text: str, start: int) -> Mark | None:
    """A paragraph of law or of a mailing list; all below it is one too, but where it stands at the top."""
    at = start + 1
    while at < start + 20 and text[at : at + 1] in (" ", "\t", "\xa0"):
        at += 1
    if not text.startswith(FOOTERS, at) or not _begins_paragraph(text, start):
        return None
    paragraph = _BLANK.search(text, at, at + 3000)
    end = paragraph.start() if paragraph else min(len(text), at + 3000)
    if not _LEGAL.search(text, at, min(end, at + 1500)) and not text.startswith(("To unsub", "You received"), at):
        return None
    return Mark(start, end, rest=bool(text[:start].strip()))


def _begins_paragraph(text: str, start: int) -> bool:
    """Whether nothing, or a ruler, stands in the line that ends at `start`."""
    above = text.rfind("\n", max(0, start - 400), start)
    return start == 0 or (above >= 0 and not text[above:start].strip("\n -_=*#~\t\xa0"))


def list_footer(text: str, start: int, end: int) -> Mark | None:
    """What a mailing list puts below a ruler that stands between `start` and `end`."""
    following = text[end : end + 300]
    if "mailing list" in following or "listinfo" in following or "unsubscribe" in following.lower():
        return Mark(start, len(text), rest=True)
    return None
