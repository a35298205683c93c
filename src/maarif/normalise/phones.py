"""Telephone numbers in a block of text."""

from __future__ import annotations

import re
from functools import lru_cache

from maarif.text.fold import fold

_NUMBER = re.compile(r"(?<![\w@/.])(?:\+|00)?\(?\+?\d(?:[ \t\xa0().\-/–‑]{0,3}\d){6,17}(?![\w@])")
_AMERICAN = re.compile(r"(?<!\d)(?:\+?1[ .\-/]?)?\(?[2-9]\d{2}\)?[ .\-/]{0,2}[2-9]\d{2}[ .\-]\d{4}(?!\d)")
_FAX = re.compile(r"\b(?:tele)?fax\b|\bfx\b|\bf\s?[:.]|télécopie|فاكس", re.IGNORECASE)
_LABEL_BEFORE = re.compile(r"[^\W\d_]\W{0,4}$")


def looks_american(block: str) -> bool:
    """Whether a number of ten digits, grouped 3-3-4, stands in the block."""
    return _AMERICAN.search(block) is not None


@lru_cache(maxsize=1 << 14)
def phones_in(block: str, region: str | None = None) -> tuple[str, ...]:
    """The telephone numbers in a block in E.164, in order, each once; fax numbers are left out.

    region: ISO 3166 code for numbers without a country's prefix. Where None, "US" is taken for a block that
    groups ten digits 3-3-4; other numbers without a prefix are left out, for it would be a guess.
    """
    numbers = [number for line in block[:3000].split("\n") for number in _numbers(line)]
    if not numbers:
        return ()
    if region is None and looks_american(block[:3000]):
        region = "US"
    return tuple(dict.fromkeys(filter(None, (_e164(number, region) for number in numbers))))


def _numbers(line: str) -> list[str]:
    """The written numbers of a line that are no fax: labels stand all before or all behind their numbers."""
    found = list(_NUMBER.finditer(line))
    if not found or not _FAX.search(line):
        return [number.group() for number in found]
    before = _LABEL_BEFORE.search(line, 0, found[0].start()) is not None
    kept = []
    for index, number in enumerate(found):
        last = found[index - 1].end() if index else 0
        following = found[index + 1].start() if index + 1 < len(found) else len(line)
        label = line[last : number.start()] if before else line[number.end() : following]
        if not _FAX.search(label):
            kept.append(number.group())
    return kept


def _e164(written: str, region: str | None) -> str:
    import phonenumbers

    plain = fold(written)
    plain = "+" + plain[2:] if plain.startswith("00") else plain
    if region is None and not plain.lstrip("( ").startswith("+"):
        return ""
    if region == "US" and not plain.startswith("+") and not _AMERICAN.fullmatch(plain.strip()):
        return ""
    try:
        number = phonenumbers.parse(plain, region)
    except phonenumbers.NumberParseException:
        return ""
    valid = phonenumbers.is_valid_number(number)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)) if valid else ""
