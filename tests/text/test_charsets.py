"""Bytes of any charset."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.text.charsets import decode, open_text, repair


def opened(data: bytes) -> str:
    with open_text(io.BytesIO(data), data[:64]) as lines:
        return repair(lines.read())


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Jürgen Größe", "latin-1"),
        ("ÄÖÜ", "latin-1"),
        ("Zoë – “quoted”", "cp1252"),
        ("سارة حداد", "cp1256"),
        ("سارة حداد", "utf-8"),
        ("سارة حداد", "utf-16"),
        ("Anna Bee, Halle", "utf-16-le"),
        ("Anna Bee, Halle", "utf-16-be"),
        ("Größe", "utf-8-sig"),
    ],
)
def test_charsets_are_told_from_the_bytes(text: str, charset: str) -> None:
    assert opened(text.encode(charset)) == text


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Größe".encode(), "latin-1", "Größe"),
        ("Привет".encode("cp1251"), "cp1251", "Привет"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        ("Größe".encode("latin-1"), "no-such-charset", "Größe"),
        (b"+2AA-", "utf-7", "+2AA-"),
        ("سارة حداد".encode()[:-1], "utf-8", "سارة حدا\ufffd"),
    ],
)
def test_a_declared_charset_counts_where_the_bytes_agree(data: bytes, charset: str, text: str) -> None:
    assert decode(data, charset) == text


@given(
    st.binary(max_size=200),
    st.sampled_from(("", "utf-7", "punycode", "idna", "hz", "x\0y", "rot13", "cp1256")),
)
def test_nothing_raises_and_nothing_is_unwritable(data: bytes, charset: str) -> None:
    decode(data, charset).encode("utf-8")
    opened(data).encode("utf-8")
