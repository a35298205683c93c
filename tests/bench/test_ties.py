"""The measures of the ties benchmark, by hand."""

from __future__ import annotations

import pytest

from bench.ties import _house, auc, precision, reciprocal


def test_measures() -> None:
    truth = [True, False, True, False]
    assert auc(truth, [4, 3, 2, 1]) == pytest.approx(0.75)
    assert auc(truth, [1, 1, 1, 1]) == pytest.approx(0.5)
    assert precision(truth, [4, 3, 2, 1]) == pytest.approx((1 + 2 / 3) / 2)
    assert reciprocal(truth, [1, 4, 3, 2]) == pytest.approx(1 / 2)
    assert reciprocal([False], [1.0]) == 0.0


def test_a_generated_house_is_the_same_each_time() -> None:
    one = _house(1)
    assert one == _house(1) != _house(2)
    assert all(who not in friends for who, friends in enumerate(one.friends))
