"""Mail that S/MIME wraps to sign it: what is in it, and bytes that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.sources.mail.opaque import signed_content
from tests.sources import goldens

_SIGNED = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")


def value(tag: int, content: bytes) -> bytes:
    """A value of BER with a length that is told."""
    size = len(content)
    return bytes((tag, 0x82, size >> 8, size & 0xFF)) + content


def endless(tag: int, content: bytes) -> bytes:
    """A value of BER whose length is not told."""
    return bytes((tag, 0x80)) + content + bytes(2)


def message(content: bytes, wrap: object = value) -> bytes:
    """A signed message, without its signatures."""
    assert callable(wrap)
    inner = wrap(0x30, _DATA + wrap(0xA0, content))
    signed = value(0x02, b"\x01") + value(0x31, b"") + inner
    whole = wrap(0x30, _SIGNED + wrap(0xA0, wrap(0x30, signed)))
    assert isinstance(whole, bytes)
    return whole


@pytest.mark.parametrize("wrap", [value, endless])
@pytest.mark.parametrize(
    "content",
    [
        value(0x04, b"Subject: a"),
        value(0x24, value(0x04, b"Subj") + value(0x04, b"ect: a")),
        endless(0x24, value(0x04, b"Subj") + endless(0x24, value(0x04, b"ect: a"))),
    ],
)
def test_what_is_signed_is_read_however_it_is_cut(content: bytes, wrap: object) -> None:
    assert signed_content(message(content, wrap)) == b"Subject: a"


def test_what_is_encrypted_or_broken_holds_nothing() -> None:
    enveloped = message(value(0x04, b"a")).replace(_SIGNED, bytes.fromhex("06092a864886f70d010703"))
    assert signed_content(enveloped) == b""
    whole = message(value(0x04, b"a"))
    assert {signed_content(whole[:end]) for end in range(len(whole))} == {b""}


@given(st.binary(max_size=300), st.integers(0, 200), st.integers(0, 255))
def test_any_bytes_end(noise: bytes, at: int, other: int) -> None:
    whole = bytearray(message(value(0x24, noise)))
    whole[at % len(whole)] = other
    assert isinstance(signed_content(bytes(whole)), bytes)


@pytest.mark.parametrize("data", [b"\x30\x80" * 20_000, b"\x24\x80" * 20_000, message(b"\x24\x80" * 10_000, endless)])
def test_hostile_bytes_end(data: bytes) -> None:
    assert signed_content(data) == b""


def test_its_words_are_the_words_of_the_mail() -> None:
    (said,) = goldens.expected(goldens.FOLDER / "mail" / "signed-opaque.eml").read_text("utf-8").splitlines()
    assert "Signed words: m\u00fcde." in said
