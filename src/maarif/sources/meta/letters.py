"""Letters that Meta writes as if each byte of UTF-8 were one."""

from __future__ import annotations

from maarif.text.json_stream import Object, clean, text_at


def mended(written: str) -> str:
    """The text as it was meant: `GarcÃ\xada` is `García`; what is right already stays."""
    if written.isascii():
        return written
    try:
        return written.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return clean(written)


def mended_at(value: Object, key: str) -> str:
    """The string under a key as it was meant; "" where there is none."""
    return mended(text_at(value, key))
