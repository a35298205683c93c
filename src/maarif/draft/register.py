"""How the owner writes to somebody, learnt from their own messages: language, form of address, greeting, farewell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from maarif.text.closing import is_farewell
from maarif.text.fold import fold, raw_words, words
from maarif.text.language import tell_language

#: A message that shows less than this says nothing of its language.
_FEWEST = 3
_DU = re.compile(r"\b(?:du|dich|dir|dein\w{0,3})\b", re.IGNORECASE)
#: "Sie" within a sentence is the polite form; at its beginning it may be "she" or "they".
_SIE = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihr\w{0,3})\b")
_FORMAL = re.compile(
    r"\b(?:herrn?|frau|sehr geehrte[rn]?|mr|mrs|ms|dr|prof|sir|madam|السيد\w*|الاستاذ\w*|الدكتور\w*|حضرتك)\b"
)
_GREETING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Register:
    """How the owner writes to somebody.

    `language` is an ISO 639-1 code ("" where nothing tells); `formal` the polite form; `greeting` and `farewell` the
    lines they mostly use, as written ("" where there is no habit).
    """

    language: str = ""
    formal: bool = False
    greeting: str = ""
    farewell: str = ""


def register_of(sent: Sequence[str], received: Sequence[str], names: Sequence[str]) -> Register:
    """Learnt from what the owner sent to somebody and received from them (own words, latest first).

    `names` are those they go by: a greeting is a short first line with one of their parts in it.
    """
    language = _language(sent) or _language(received)
    wanted = {part for name in names for part in words(name)}
    greeting = _habit([_greeting(text, wanted) for text in sent])
    farewell = _habit([_farewell(text) for text in sent])
    return Register(language, _is_formal(sent, received, greeting), greeting, farewell)


def _language(texts: Sequence[str]) -> str:
    told = Counter(tell_language(found[:80]) for text in texts if len(found := raw_words(text)) >= _FEWEST)
    return told.most_common(1)[0][0] if told else ""


def _is_formal(sent: Sequence[str], received: Sequence[str], greeting: str) -> bool:
    """What the owner wrote decides; what came back, where they wrote nothing yet."""
    for texts in (sent, received):
        du, sie = (sum(len(pattern.findall(text)) for text in texts) for pattern in (_DU, _SIE))
        if du or sie:
            return sie > du
    return bool(_FORMAL.search(fold(greeting)))


def _greeting(text: str, names: set[str]) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    said = words(line)
    return line if 0 < len(said) <= _GREETING_WORDS and names & set(said) else ""


def _farewell(text: str) -> str:
    """The farewell and the name under it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][-3:]
    for place, line in enumerate(lines):
        if is_farewell(line):
            return "\n".join(lines[place : place + 2])
    return ""


def _habit(found: Sequence[str]) -> str:
    """What is said most often; once is no habit, unless there is nothing else."""
    said = Counter(one for one in found if one)
    return said.most_common(1)[0][0] if said else ""
