"""Needs as JSON lines: a bad line is a value, the rest goes on."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.faces.cli.needs import LONGEST, Asked, BadLine, read_needs


def one(line: bytes) -> Asked | BadLine:
    ((_, need),) = read_needs(BytesIO(line))
    return need


def test_a_need_with_all_and_with_least() -> None:
    assert one(b'{"id": "a", "text": "bees", "kind": "expert", "on": "2026-03-31"}') == Asked(
        "bees", "expert", "2026-03-31", "a"
    )
    assert one(b'{"id": 7, "text": "bees", "kind": null, "on": 1700000000.5}') == Asked(
        "bees", None, 1_700_000_000, "7"
    )
    assert one('\ufeff{"text": "نحل"}'.encode()) == Asked("نحل")


@pytest.mark.parametrize(
    "line",
    [
        b"nope", b"[1]", b'"bees"', b'{"text": 4}', b'{"text": "a", "on": true}',
        b'{"text": "a", "on": 1e300}',
        b'{"text": "a", "on": NaN}', b'{"text": "a", "kind": []}', b"\xff\xfe", b"[" * 100_000, b"9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_need_says_why(line: bytes) -> None:
    bad = one(line)
    assert isinstance(bad, BadLine)
    assert bad.line == 1
    assert bad.error


def test_an_id_is_given_back_where_it_could_be_read() -> None:
    bad = one(b'{"id": "q9", "text": 4}')
    assert isinstance(bad, BadLine)
    assert bad.id == "q9"


def test_an_endless_line_is_passed_over_and_the_next_is_read() -> None:
    stream = BytesIO(b"x" * (LONGEST * 3) + b'\n\n{"text": "bees"}')
    (first, bad), (third, need) = read_needs(stream)
    assert (first, third) == (1, 3)
    assert isinstance(bad, BadLine)
    assert need == Asked("bees")


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    assert all(isinstance(need, Asked | BadLine) for _, need in read_needs(BytesIO(data)))
