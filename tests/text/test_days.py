"""Days as address books write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.text.days import is_month_first, iso_day


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("19800322", "1980-03-22"),
        ("1980-3-2", "1980-03-02"),
        ("1980-03-22T00:00:00Z", "1980-03-22"),
        ("--0203", "--02-03"),
        ("--02-29", "--02-29"),
        ("22.03.1980", "1980-03-22"),
        ("3/22/1980", "1980-03-22"),
        ("3/2/1980", "3/2/1980"),
        ("22. März 1980", "1980-03-22"),
        ("March 22, 1980", "1980-03-22"),
        ("22 août 1980", "1980-08-22"),
        ("22 de enero de 1980", "1980-01-22"),
        ("٢٢ مارس ١٩٨٠", "1980-03-22"),
        ("١٩٨٠/٣/٢٢", "1980-03-22"),
        ("22.3.80", "22.3.80"),
        ("1980-02-31", "1980-02-31"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_days_come_to_iso_where_they_can_be_read(written: str, expected: str) -> None:
    assert iso_day(written) == expected


def test_the_order_of_day_and_month_is_taken_from_the_days_beside() -> None:
    assert is_month_first(["3/2/1980", "25/12/1979"]) is False
    assert is_month_first(["3/2/1980", "12/25/1979"]) is True
    assert is_month_first(["3/2/1980", "22.3.1980", ""]) is None
    assert iso_day("3/2/1980", month_first=True) == "1980-03-02"
    assert iso_day("3/2/1980", month_first=False) == "1980-02-03"


def test_a_year_may_stand_for_none() -> None:
    assert iso_day("1604-03-22", "1604") == "--03-22"


@given(st.dates())
def test_every_iso_day_stays_itself(day: object) -> None:
    assert iso_day(str(day)) == str(day)


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    assert isinstance(iso_day(text), str)
