"""Whether an answer sounds like help or like a no: a guess that only the owner confirms."""

from __future__ import annotations

import re
from typing import Literal

from maarif.text.fold import fold

_NO = re.compile(
    r"\b(?:sorry,? (?:but )?i (?:can't|cannot|don't)|i'm afraid (?:i|not|we)|unfortunately|i can't help|not able to|"
    r"don't know any(?:one|body)|no idea|can't think of|rather not|too busy)\b"
    r"|\b(?:leider|tut mir leid|kann (?:dir )?(?:da )?nicht helfen|kenne (?:da )?niemanden?|keine ahnung)\b"
    r"|(?<!\w)(?:للاسف|اسف|اعتذر|لا استطيع|لا اعرف احدا|لا يمكنني)"
)
_HELP = re.compile(
    r"\b(?:i(?:'ve| have)? (?:asked|forwarded|passed|talked|spoke|put in a word)|i(?:'ll| will) (?:ask|introduce|forward|pass|put)|"
    r"you should (?:write to|talk to|call)|(?:write|talk) to (?:my|his|her|them)|here (?:is|are) (?:the|her|his|their|a)|"
    r"of course|happy to|gladly|i know (?:someone|somebody|just))\b"
    r"|\b(?:ich (?:frage|stelle|leite|kenne)|habe (?:ihn|sie|ihr|ihm|deine)|gern(?:e)?|na klar|schreib (?:doch )?(?:mal )?(?:an )?)\b"
    r"|(?<!\w)(?:بالتاكيد|بكل سرور|طبعا|(?<!لا )اعرف|ساسال|سالت|تواصل|تواصلي|ارسلت)"
)


def sounds_like(text: str) -> Literal["helped", "declined"] | None:
    """What the first lines of an answer sound like; None where they say neither, or both."""
    folded = fold(text[:800])
    no, yes = bool(_NO.search(folded)), bool(_HELP.search(folded))
    if no == yes:
        return None
    return "declined" if no else "helped"
