"""Telephone numbers as people type them."""

from __future__ import annotations

import pytest

from maarif.normalise.dialled import dialled

MINE = ["+962790000100"]


@pytest.mark.parametrize(
    "typed",
    [
        "+962 79 000 0107", "00962-79-0000107", "(079) 000.01.07", "0790000107", "790000107", "+962790000107",
        "٠٧٩ ٠٠٠ ٠١٠٧",
    ],
)  # fmt: skip
def test_one_number_in_every_writing(typed: str) -> None:
    assert "phone:+962790000107" in map(str, dialled(typed, MINE))


def test_without_a_country_only_the_digits_are_known() -> None:
    assert list(map(str, dialled("0171 234 5678"))) == ["phone:01712345678"]
    assert "phone:+491712345678" in map(str, dialled("0171 234 5678", country="DE"))


def test_a_card_may_have_the_number_as_it_is_dialled_there() -> None:
    assert "phone:01712345678" in map(str, dialled("+49 171 2345678"))


@pytest.mark.parametrize("typed", ["Derek plot 14", "12", "jan@weber.example", "2024-03-01 at noon", "", "+", "a12345"])
def test_what_is_no_number(typed: str) -> None:
    assert dialled(typed, MINE) == ()


def test_numbers_of_the_owner_that_cannot_be_read_are_passed_over() -> None:
    assert dialled("0790000107", ["12", *MINE]) == dialled("0790000107", MINE)
