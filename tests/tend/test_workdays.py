"""Weekends and holidays by country, checked against published days."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from maarif.tend import Calendar, country_of_address, working_days
from maarif.tend.workdays import easter, is_eid, islamic


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("day", "is_feast"),
    [
        (date(2024, 4, 10), True), (date(2025, 3, 31), True), (date(2026, 3, 20), True), (date(2026, 5, 27), True),
        (date(2026, 3, 15), False), (date(2026, 6, 10), False),
    ],
)  # fmt: skip
def test_the_feasts_of_the_islamic_year(day: date, is_feast: bool) -> None:
    assert is_eid(day) is is_feast


def test_the_islamic_year_goes_on_day_by_day() -> None:
    seen = [islamic(date.fromordinal(739_000 + number)) for number in range(1100)]
    for (month, day), (next_month, next_day) in itertools.pairwise(seen):
        assert (next_month, next_day) == (month, day + 1) or (next_day == 1 and next_month == month % 12 + 1)
        assert 1 <= day <= 30


@pytest.mark.parametrize(
    ("country", "day", "free"),
    [
        ("DE", date(2026, 5, 8), False), ("EG", date(2026, 5, 8), True),  # a Friday
        ("DE", date(2026, 5, 10), True), ("EG", date(2026, 5, 10), False),  # a Sunday
        ("DE", date(2026, 4, 3), True), ("DE", date(2026, 4, 6), True), ("EG", date(2026, 4, 6), False),
        ("DE", date(2026, 10, 3), True), ("DE", date(2026, 12, 28), True), ("JO", date(2026, 12, 28), False),
        ("AE", date(2026, 5, 9), True), ("", date(2026, 5, 9), True), ("", date(2026, 5, 8), False),
    ],
)  # fmt: skip
def test_days_of_rest(country: str, day: date, free: bool) -> None:
    assert Calendar(country).is_free(day) is free


def test_working_days_leave_out_weekends_and_holidays() -> None:
    thursday = date(2026, 4, 2)
    assert working_days(thursday, date(2026, 4, 10), Calendar("DE")) == 4  # Good Friday, weekend, Easter Monday
    assert working_days(thursday, date(2026, 4, 10), Calendar("EG")) == 5  # Fridays and a Saturday
    assert working_days(thursday, thursday, Calendar("DE")) == 0
    assert working_days(thursday, date(2026, 4, 10), Calendar("DE", frozenset([date(2026, 4, 8)]))) == 3


def test_a_country_is_told_from_addresses() -> None:
    assert country_of_address([("email", "a@b.example"), ("phone", "+962791234567")]) == "JO"
    assert country_of_address([("email", "a@b.de")]) == "DE"
    assert country_of_address([("email", "a@b.co.uk")]) == "GB"
    assert country_of_address([("email", "a@b.example"), ("name", "sara@notes")]) == ""
