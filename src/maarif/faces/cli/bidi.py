"""Words from anywhere made safe for a terminal, and right-to-left words kept from turning the line around."""

from __future__ import annotations

import re

#: First strong isolate, its end, and the mark that makes a line run from the right (Unicode annex 9).
ISOLATE, END, RIGHT = "\u2068", "\u2069", "\u200f"

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_LETTER = re.compile(f"[{_RTL}]")
_LEFT_LETTER = re.compile(f"[^\\W\\d_{_RTL}]")
#: From a right-to-left word to the next, with what stands between them but no other letters.
_RUN = re.compile(f"[{_RTL}]+(?:[^\\w{_RTL}]{{1,3}}[{_RTL}\\d]*[{_RTL}])*")
#: What moves the cursor, colours the screen or turns the writing around; a tab or a line end becomes a space.
_BLANKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_STRANGE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """One line of somebody's words without anything that a terminal would obey."""
    return _STRANGE.sub("\ufffd", _HARMFUL.sub("", _BLANKS.sub(" ", text)))


def clean_lines(text: str) -> list[str]:
    """Many lines of somebody's words, each made safe."""
    return [clean(line).rstrip() for line in text.splitlines()]


def has_right(text: str) -> bool:
    """Whether there is a right-to-left letter."""
    return _RIGHT_LETTER.search(text) is not None


def isolate(text: str) -> str:
    """A name, cleaned; held apart from what stands around it where it has right-to-left letters."""
    text = clean(text)
    return f"{ISOLATE}{text}{END}" if has_right(text) else text


def isolate_within(sentence: str) -> str:
    """A sentence, cleaned, with its quotation and every right-to-left passage held apart."""
    sentence = clean(sentence)
    if not has_right(sentence):
        return sentence
    first = min((at for mark in '"«' if (at := sentence.find(mark)) >= 0), default=-1)
    last = max(sentence.rfind(mark) for mark in '"»')
    if last <= first or first < 0:
        return _isolate_runs(sentence)
    before, quote, after = sentence[: first + 1], sentence[first + 1 : last], sentence[last:]
    held = f"{ISOLATE}{quote}{END}" if has_right(before) else isolate(quote)
    return f"{_isolate_runs(before)}{held}{_isolate_runs(after)}"


def _isolate_runs(text: str) -> str:
    return _RUN.sub(lambda run: f"{ISOLATE}{run.group()}{END}", text)


def runs_right(line: str) -> bool:
    """Whether most letters of a line are right-to-left."""
    return len(_RIGHT_LETTER.findall(line)) > len(_LEFT_LETTER.findall(line))


def closed_at_line_ends(lines: list[str]) -> list[str]:
    """Lines of one wrapped text: what was held apart stays so on each, for a line end ends every isolate."""
    closed, is_open = [], False
    for line in lines:
        begun = ISOLATE + line if is_open else line
        is_open = begun.count(ISOLATE) > begun.count(END)
        closed.append(begun + END if is_open else begun)
    return closed
