"""Moments in numbers and in ISO 8601."""

from __future__ import annotations

import pytest

from maarif.text.moments import from_iso, from_number


@pytest.mark.parametrize(
    ("written", "per_second", "expected"),
    [
        ("1709632800", 1, 1709632800),
        (1709632800999, 1000, 1709632800),
        ("1709632800.000100", 1, 1709632800),
        (True, 1, None),
        ("soon", 1, None),
        (float("nan"), 1, None),
        ("9" * 5000, 1, None),
        (None, 1, None),
    ],
)
def test_numbers(written: object, per_second: int, expected: int | None) -> None:
    assert from_number(written, per_second) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-05 10:00:00", 1709632800),
        ("2024-03-05 10:00:00 UTC", 1709632800),
        ("2024-03-05T12:00:00+02:00", 1709632800),
        ("2024-13-05 10:00:00", None),
        ("0001-01-01T00:00:00+23:59", -62135683140),
        ("", None),
    ],
)
def test_iso(written: str, expected: int | None) -> None:
    assert from_iso(written) == expected
