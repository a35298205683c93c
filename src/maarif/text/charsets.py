"""From bytes of any charset to text, without losing a letter that can be read.

A file is opened as UTF-8 (or UTF-16 where a mark or its zero bytes say so) with the bytes that do not fit
kept as lone surrogates; `repair` then reads such a piece in the legacy charset it most likely has. So a file
may mix charsets.
"""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

#: Charsets whose letters hide in plain ASCII bytes, and so cannot be told from UTF-8.
_SEVEN_BIT = ("iso-2022", "iso2022", "utf-7", "utf7", "hz")

#: Codecs of Python that are no charsets; some of them take quadratic time.
_NO_CHARSETS = frozenset(("punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"))

_ASCII_TO_SPACE = bytes([0x20] * 0x80) + bytes(range(0x80, 0x100))
_COMMON_ARABIC = frozenset("ايلمنوهرتبدسعفكحةأ")


def unicode_of(head: bytes) -> str:
    """The encoding a file opens with: utf-8-sig or utf-16, which without a mark its zero bytes tell."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    sample = head[:512]
    if len(sample) >= 8 and sample.count(0) * 3 > len(sample):
        return "utf-16-be" if sample[0::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    return "utf-8-sig"


def open_text(stream: BinaryIO, head: bytes) -> io.TextIOWrapper:
    """Open a stream as text: line ends of every kind become `\\n`, unreadable bytes lone surrogates."""
    encoding = unicode_of(head)
    errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=None)


def head_text(head: bytes) -> str:
    """The beginning of a file as `open_text` would read it."""
    with open_text(io.BytesIO(head), head) as lines:
        return lines.read()


def repair(text: str, charset: str = "") -> str:
    """Read again, as `charset` or the likeliest legacy charset, what `open_text` could not read as UTF-8."""
    if text.isascii():
        return decode(text.encode(), charset) if charset.lower().startswith(_SEVEN_BIT) else text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return decode(text.encode("utf-8", "surrogateescape"), charset)
    return text


def decode(data: bytes, charset: str = "") -> str:
    """Decode bytes: UTF-8 where they are that (whatever is declared), else as declared, else as guessed.

    Never raises; a charset that is unknown or does not fit counts as undeclared.
    """
    if not charset.lower().startswith(_SEVEN_BIT):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    text = _as_declared(data, charset) if charset else None
    if text is not None:
        return text
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 4 < sum(not c.isascii() for c in damaged):
        return damaged
    return data.decode(_legacy_charset(data), "replace")


def _as_declared(data: bytes, charset: str) -> str | None:
    try:
        if codecs.lookup(charset).name.replace("-", "_") in _NO_CHARSETS:
            return None
        text = data.decode(charset)
        text.encode("utf-8")  # UTF-7 can smuggle lone surrogates in, which no file can hold.
    except (LookupError, ValueError):
        return None
    return text


def _legacy_charset(data: bytes) -> str:
    """Windows-1256 for Arabic, Windows-1252 for western text, Latin-1 where neither has the letters.

    Western accents stand alone among ASCII letters; Arabic letters come in runs of high bytes.
    """
    high = data.translate(None, bytes(range(0x80)))
    if _is_arabic(data, high):
        return "cp1256"
    try:
        high.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _is_arabic(data: bytes, high: bytes) -> bool:
    in_runs = sum(len(run) for run in data.translate(_ASCII_TO_SPACE).split() if len(run) > 2)
    if len(high) < 2 or in_runs * 3 < len(high) * 2:
        return False
    text = high.decode("cp1256", "replace")
    letters = sum("\u0600" <= c <= "\u06ff" for c in text)
    common = sum(c in _COMMON_ARABIC for c in text)
    return letters * 4 > len(high) * 3 and common * 5 > len(high) * 2
