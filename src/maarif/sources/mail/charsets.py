"""Bytes to text where the label is missing or wrong, and encoded words (RFC 2047)."""

from __future__ import annotations

import binascii
import re

#: Codecs that Python knows but that are no charsets of mail; some of them take quadratic time.
_NOT_CHARSETS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,39}")
_HIGH = re.compile(rb"[\x80-\xff]")
#: Arabic words are runs of high bytes; in western text a high byte stands among ASCII letters.
_RUNS = re.compile(rb"[\xc0-\xff]{3,}")

_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]*")
_WORD = re.compile(r"=\?([^?\s]{1,80})\?([BbQq])\?([^?]*)\?=")


def decode(data: bytes, label: str = "") -> str:
    """Decode with the declared charset, else UTF-8, else what the bytes look like (cp1256 or cp1252)."""
    for charset in (label, "utf-8"):
        text = _decoded(data, charset)
        if text is not None:
            return text
    if label.lower().replace("_", "-") in ("utf-8", "utf8") and _mostly_utf8(data):
        return data.decode("utf-8", "replace").removesuffix("\ufffd")
    return data.decode(_look(data), "replace")


def _decoded(data: bytes, label: str) -> str | None:
    if not _LABEL.fullmatch(label) or label.lower().replace("-", "_") in _NOT_CHARSETS:
        return None
    try:
        return _without_surrogates(data.decode(label))
    except (LookupError, ValueError):
        return None


def _without_surrogates(text: str) -> str:
    """Refuse lone surrogates, which UTF-7 can smuggle in and no file can hold: raises ValueError."""
    if not text.isascii():
        text.encode("utf-8")
    return text


def _mostly_utf8(data: bytes) -> bool:
    """Tell a damaged or truncated UTF-8 text from one in another charset."""
    broken = data.decode("utf-8", "replace").removesuffix("\ufffd").count("\ufffd")
    return broken * 10 <= len(_HIGH.findall(data))


def _look(data: bytes) -> str:
    high = len(_HIGH.findall(data))
    in_runs = sum(map(len, _RUNS.findall(data)))
    return "cp1256" if in_runs * 2 > high else "cp1252"


def header_text(raw: str) -> str:
    """Decode a header as the standard library gives it, with raw bytes (surrogates) and encoded words."""
    if not raw.isascii():
        raw = decode(raw.encode("utf-8", "surrogateescape"))
    return decode_words(raw)


def decode_words(text: str) -> str:
    """Decode the encoded words of a text; neighbours in one charset are joined before they are decoded."""
    if "=?" not in text:
        return text
    out: list[str] = []
    waiting, charset, end = b"", "", 0
    for word in _WORD.finditer(text):
        between = text[end : word.start()]
        label = word[1].partition("*")[0].lower()
        if between.strip() or end == 0 or label != charset:
            out.append(decode(waiting, charset) if waiting else "")
            waiting, charset = b"", label
            out.append(between if between.strip() or end == 0 else "")
        waiting += _word_bytes(word[2], word[3])
        end = word.end()
    out.append(decode(waiting, charset) if waiting else "")
    out.append(text[end:])
    return "".join(out)


def _word_bytes(encoding: str, data: str) -> bytes:
    raw = data.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    if not _BASE64.fullmatch(raw):
        return raw
    raw = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    raw = raw[: len(raw) - (len(raw) % 4 == 1)]
    return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
