"""The words of a mail: what its writer wrote, what is left when names are taken out, and its stems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import Stemmer

#: From such a line on, somebody else speaks: forwards, replies below the answer, copied headers.
_QUOTE_STARTS = re.compile(
    r"^\s*(-{2,}\s*(original message|forwarded by|forwarded message)|_{5,}\s*$|begin forwarded message"
    r"|from:\s+\S|to:\s+\S.*@|on .{5,120} wrote:\s*$|.{3,80} on \d\d/\d\d/\d{2,4} \d\d:\d\d)",
    re.IGNORECASE,
)
_OLD_NOTES_HEADER = re.compile(r"^\s*\S.{0,60}\s\d\d/\d\d/\d{2,4}\s+\d\d:\d\d\s*([ap]m)?\s*$", re.IGNORECASE)
_SIGNATURE = re.compile(r"^\s*(-{2,}|_{3,}|sent from my .*)\s*$", re.IGNORECASE)
_CLOSING = re.compile(
    r"^\s*(many thanks|thanks( a lot| again| so much| for your help)?|thank you|thx"
    r"|((best|kind|warm) )?(regards|wishes)|best|sincerely|cheers|love( you)?|yours( truly)?|later|take care"
    r"|talk to you (soon|later)|see you)\s*[,.!-]*\s*$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(hi|hello|hey|dear|good (morning|afternoon|evening)|greetings|all|everyone|folks|guys|ladies"
    r"|gentlemen|team|hola|(mr|mrs|ms|dr)\.?\s)\b.{0,40}$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^\s*[A-Z][\w.'-]{0,20}((\s|,\s?|/|\s?&\s?|\sand\s)[A-Z][\w.'-]{0,20}){0,3}\s*(,|:|-{1,2}|\.{2,}|!)\s*$"
)
_OPENING_CALL = re.compile(
    r"^\s*((hi|hello|hey|dear)\s+)?[A-Z][\w.'-]{1,20}((\s?/\s?|\s?&\s?|\sand\s)[A-Z][\w.'-]{1,20}){0,2}\s*"
    r"(,|:|-{1,2})\s+"
)
_REPLY = re.compile(r"^\s*((re|fw|fwd|aw|wg)\s*(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w']*")

_LISTS = Path(__file__).parent.parent / "words"
#: How people with a long name are called; a name that leaks through its short form is a leak all the same.
_SHORT_FORMS = {
    long: tuple(short)
    for long, *short in map(str.split, (_LISTS / "short_forms.txt").read_text(encoding="utf-8").splitlines())
}
_STOP = frozenset((_LISTS / "stop.txt").read_text(encoding="utf-8").split())
_STEMMER = Stemmer.Stemmer("english")


def written_part(text: str) -> str:
    """What the writer wrote: everything before the first forwarded or quoted part, without quoted lines."""
    kept: list[str] = []
    for line in text.splitlines():
        if _QUOTE_STARTS.match(line) or _OLD_NOTES_HEADER.match(line):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    return "\n".join(kept)


def bare_subject(subject: str) -> str:
    """A subject without its RE: and FW:."""
    return _REPLY.sub("", subject).strip()


def is_reply(subject: str) -> bool:
    """Whether a subject says that the mail answers or forwards another."""
    return _REPLY.match(subject) is not None


def strip_query(text: str, names: Iterable[str], owner: Iterable[str] = ()) -> str:
    """A mail as a need in the writer's own words: quotes, signature, salutation and given names out.

    `names` are words in any case (first names, surnames, local parts); their common short forms go with them.
    `owner` are the writer's own name words: a short line of them near the end begins the signature.
    """
    lines = _without_salutation(_without_signature(written_part(text).splitlines(), _with_short_forms(owner)))
    gone = _with_short_forms(names)
    kept = (_WORD.sub(lambda found: "" if _bare(found[0]) in gone else found[0], line) for line in lines)
    return "\n".join(kept).strip()


def _without_signature(lines: list[str], owner: frozenset[str]) -> list[str]:
    for place, line in enumerate(lines):
        if place == 0 or not line.strip():
            continue
        near_the_end = place >= len(lines) - 12
        if _SIGNATURE.match(line) or (near_the_end and (_CLOSING.match(line) or _signs(line, owner))):
            return lines[:place]
    return lines


def _signs(line: str, owner: frozenset[str]) -> bool:
    words = [_bare(word) for word in _WORD.findall(line)]
    named = [word for word in words if word in owner]
    return bool(named) and len(words) <= 4 and all(word in owner or len(word) == 1 for word in words)


def _without_salutation(lines: list[str]) -> list[str]:
    start = next((place for place, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines):
        return []
    first = lines[start]
    if len(first.split()) <= 6 and (_GREETING.match(first) or _CALLED.match(first)):
        return lines[start + 1 :]
    return [_OPENING_CALL.sub("", first), *lines[start + 1 :]]


def _with_short_forms(names: Iterable[str]) -> frozenset[str]:
    whole = {name.lower() for name in names}
    return frozenset(whole.union(*(_SHORT_FORMS.get(name, ()) for name in whole)))


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").rstrip("'")


def count_words(text: str) -> int:
    """How many words of letters a text has."""
    return len(_WORD.findall(text))


def stems(text: str) -> list[str]:
    """English stems of a text's words in lower case, without the most common words."""
    words = [word for word in _WORD.findall(text.lower()) if len(word) > 1 and word not in _STOP]
    return list(_STEMMER.stemWords(words))
