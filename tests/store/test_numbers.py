"""A set of row numbers is a set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maarif.store.numbers import Numbers

_NUMBERS = st.integers(0, 5000) | st.integers(0, 1 << 40)


@given(st.lists(_NUMBERS), st.lists(_NUMBERS))
def test_it_holds_what_was_put_in_and_nothing_else(put: list[int], asked: list[int]) -> None:
    numbers, held = Numbers(), set[int]()
    for number in put:
        assert numbers.add(number) is (number not in held)
        held.add(number)
    assert [number in numbers for number in [*asked, *put]] == [number in held for number in [*asked, *put]]
    assert all(number in Numbers(put) for number in put)
