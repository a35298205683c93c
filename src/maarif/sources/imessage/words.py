"""The words and the moment of a message, as Apple's systems keep them."""

from __future__ import annotations

from datetime import UTC, datetime

from maarif.text.json_stream import clean

_APPLE_EPOCH = int(datetime(2001, 1, 1, tzinfo=UTC).timestamp())
#: Since macOS 10.13 dates count nanoseconds, before that seconds.
_NANOSECONDS = 10**11

_OBJECT = "\ufffc"
_STRING = b"NSString"


def moment(date: object) -> int | None:
    """Unix seconds of a date since 2001; None where none is kept."""
    if not isinstance(date, int) or date == 0:
        return None
    return _APPLE_EPOCH + (date // 10**9 if abs(date) > _NANOSECONDS else date)


def words_of(text: str, body: bytes, has_files: bool) -> str:
    """The words, out of the styled text where there is no plain one; `[attachment]` for each file."""
    words = text or styled_words(body)
    count = words.count(_OBJECT) or (1 if has_files else 0)
    return "\n".join(part for part in (*["[attachment]"] * min(count, 20), words.replace(_OBJECT, "").strip()) if part)


def styled_words(body: bytes) -> str:
    """The string in a `streamtyped` NSAttributedString: behind the class name, a `+`, its length, its UTF-8.

    The length is one byte, or 0x81 and two, or 0x82 and four, least significant first (NSArchiver).
    """
    at = body.find(_STRING)
    plus = body.find(b"+", at + len(_STRING), at + len(_STRING) + 16) if at >= 0 else -1
    if plus < 0 or plus + 1 >= len(body):
        return ""
    first, start = body[plus + 1], plus + 2
    if first in (0x81, 0x82):
        width = 2 if first == 0x81 else 4
        length, start = int.from_bytes(body[start : start + width], "little"), start + width
    else:
        length = first
    return clean(body[start : start + length].decode("utf-8", "replace"))
