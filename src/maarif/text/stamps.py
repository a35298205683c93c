"""The date and time before a line of a chat that was saved as text, in whatever language."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Marks of writing direction, which programs put around numbers and names.
MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

_BEFORE_NOON = (
    "am a.m. a.m a.-m. vorm. ص π.μ. пр.об. ق.ظ. öö de. pd sa fm fm. dop. 上午 午前 오전 凌晨 早上 清晨 पूर्वाह्न পূর্বাহ্ণ"
)
_AFTER_NOON = (
    "pm p.m. p.m p.-m. nachm. م μ.μ. сл.об. ب.ظ. ös du. md ch em em. odp. 下午 午後 오후 晚上 中午 傍晚 अपराह्न অপরাহ্ণ"
)

_B = f"[{MARKS}]{{0,4}}"
_S = f"[{MARKS} \u00a0\u202f]{{0,4}}"
_HALF_WORDS = "|".join(
    re.escape(word) for word in sorted({*_BEFORE_NOON.split(), *_AFTER_NOON.split()}, key=len, reverse=True) if word
)
_HALF = rf"(?:{_HALF_WORDS}|[ap]\.?[ \u00a0\u202f]?m\b\.?)"

#: `30/12/2023, 14:30 - `, `[30.12.23, 14:30:05] `, `2023年12月30日 下午2:30 - `, `R5/12/30 14:30 - `.
_STAMP = re.compile(
    rf"{_B}(?P<open>\[)?{_B}"
    rf"(?:(?P<era>[MTSHR]|昭和|平成|令和|พ\.ศ\.){_S})?"
    rf"(?P<a>\d{{1,4}}){_B}(?:(?P<sep>[./\-])|[年년]){_S}(?P<b>\d{{1,2}}){_B}(?:[./\-]|[月월]){_S}(?P<c>\d{{1,4}})"
    rf"[日일.]?(?:{_S}(?P<after>BE|B\.E\.|พ\.ศ\.|هـ|AH|AD|CE|م|г\.|թ\.))?"
    rf"{_B}(?:[,،、]|{_S}(?:à|a las|às|klo|kl\.|um|la|ob|в|o))?{_S}"
    rf"(?P<early>{_HALF})?{_S}(?P<hour>\d{{1,2}}){_B}[:.٫]{_B}(?P<minute>\d\d)(?:{_B}[:.٫]{_B}(?P<second>\d\d))?"
    rf"(?:{_S}(?P<late>{_HALF}))?(?:{_S}Uhr)?"
    rf"(?(open){_B}\]{_S}|(?:{_S}[-–—]{_S}|, (?=[^\d\s])))",
    re.IGNORECASE,
)

#: The same as most telephones write it, which is found six times as fast.
_PLAIN = re.compile(
    r"(\[)?(\d{1,4})([./-])(\d{1,2})\3(\d{1,4}),? (\d{1,2})[:.](\d\d)(?:[:.](\d\d))?"
    r"(?:[ \u202f]?([AaPp])[Mm])?(?(1)\] | - )",
    re.ASCII,
)

#: How the tools that save Signal's chats begin a line: `[2019-12-24, 12:23] `; WhatsApp's have seconds.
_SIGNAL = re.compile(r"\ufeff?\[\d{4}-\d\d-\d\d,? \d\d:\d\d(?P<seconds>:\d\d)?\] ?")


class Stamp(NamedTuple):
    """A date whose order is still open, a time, and where the words behind it begin.

    `parts` are the numbers as they stand; `era` is what says how years are counted ("" for nothing);
    `half` is -1 before noon, 1 after it, 0 where the clock has 24 hours; `sep` parts the numbers.
    """

    parts: tuple[int, int, int]
    widths: tuple[int, int, int]
    sep: str
    era: str
    seconds: int
    half: int
    end: int


def stamp_of(line: str) -> Stamp | None:
    """The date and time that a line of a chat begins with; None where it begins otherwise."""
    if plain := _PLAIN.match(line):
        return _plain_stamp(plain)
    found = _STAMP.match(line)
    if found is None:
        return None
    a, b, c = found["a"], found["b"], found["c"]
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    half = _half(found["early"] or found["late"] or "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half > 0 else 0)
    return Stamp(
        (int(a), int(b), int(c)),
        (len(a), len(b), len(c)),
        found["sep"] or "",
        (found["era"] or found["after"] or "").upper(),
        hour * 3600 + minute * 60 + second,
        half,
        found.end(),
    )


def _plain_stamp(found: re.Match[str]) -> Stamp:
    _, a, sep, b, c, hours, minute, second, noon = found.groups()
    half = 0 if noon is None else 1 if noon in "pP" else -1
    hour = int(hours)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half > 0 else 0)
    seconds = hour * 3600 + int(minute) * 60 + (int(second) if second else 0)
    return Stamp((int(a), int(b), int(c)), (len(a), len(b), len(c)), sep, "", seconds, half, found.end())


def _half(written: str) -> int:
    bare = re.sub(r"[\s\u00a0\u202f]", "", written).lower()
    if not bare:
        return 0
    return 1 if bare in _LATE or (bare.startswith("p") and bare.endswith(("m", "m."))) else -1


_LATE = frozenset(_AFTER_NOON.split())


def begins_a_chat(line: str) -> bool:
    """Tell whether a line begins with the date and time of a chat."""
    return _STAMP.match(line[:200]) is not None


def is_signal(name: str, line: str) -> bool:
    """Tell whether a chat begins as the tools for Signal write it; with seconds the name decides."""
    found = _SIGNAL.match(line)
    if found is None:
        return False
    return found["seconds"] is None or name.lower().endswith(".md") or "signal" in name.lower()
