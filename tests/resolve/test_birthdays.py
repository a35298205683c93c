"""Birthdays held against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.resolve.birthdays import compare_birthdays


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("1984-07-19", "1984-07-19", "same"),
        ("1984-07-19", "--07-19", "day"),
        ("--07-19", "--07-19", "day"),
        ("--07-19", "--07-20", "apart"),
        ("1984-07-19", "1984-07-18", "near"),
        ("1984-07-05", "1984-05-07", "near"),
        ("1984-07-19", "1951-07-19", "apart"),
        ("1984-07-19", "1983-02-11", "apart"),
        ("1984-07-19", "spring", "none"),
    ],
)
def test_days(left: str, right: str, likeness: str) -> None:
    assert compare_birthdays({left}, {right}) == likeness
    assert compare_birthdays({right}, {left}) == likeness


def test_the_nearest_of_several_counts() -> None:
    assert compare_birthdays({"1984-07-19", "1951-01-01"}, {"1984-07-19"}) == "same"
    assert compare_birthdays(set(), {"1984-07-19"}) == "none"


@given(st.text(), st.text())
def test_any_text_will_do(left: str, right: str) -> None:
    assert compare_birthdays({left}, {right}) == compare_birthdays({right}, {left})
