"""Ways through somebody, by numbers worked out by hand."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.rank.introductions import (
    MOST_INFERRED,
    Link,
    Step,
    best_link,
    shared_closeness,
    weakest,
    weigh_path,
)  # fmt: skip

NEAR = Step(0.9, "close to you", 0.8, "answers")


def test_one_letter_between_three_and_many_letters() -> None:
    """C = 1 - prod (1 - .3/n), n the number of other people beside one of the two."""
    assert shared_closeness([2]) == pytest.approx(0.3)
    assert shared_closeness([3]) == pytest.approx(0.15)
    assert shared_closeness([2, 3]) == pytest.approx(1 - 0.7 * 0.85)
    assert shared_closeness([2] * 100) == MOST_INFERRED


def test_what_somebody_said_stands_above_any_number_of_meetings() -> None:
    said, met = Link("stated", 0.5, "said"), Link("met together", 0.7, "met")
    assert best_link([met, said]) == said
    assert best_link([met, Link("met together", 0.2, "met less")]) == met
    assert best_link([]) is None


def test_three_ones_make_one() -> None:
    assert weigh_path(Step(1.0, "", 1.0, ""), Link("stated", 1.0, "said")).total == pytest.approx(1.0)
    half = weigh_path(Step(1.0, "", 1.0, ""), Link("stated", 0.5, "said"))
    assert half.total == pytest.approx((2 * log(100) + log(50)) / (3 * log(100)))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_way_is_no_better_than_its_links(strength: float, will: float, closeness: float) -> None:
    one = weigh_path(Step(strength, "", will, ""), Link("stated", closeness, ""))
    assert 0 <= one.total <= weigh_path(Step(1.0, "", will, ""), Link("stated", closeness, "")).total + 1e-12


@pytest.mark.parametrize(
    ("step", "closeness", "said"),
    [
        (NEAR, 0.1, "whether Ada knows Ben well"),
        (Step(0.05, "", 0.8, ""), 0.5, "how close you and Ada are"),
        (Step(0.9, "", 0.1, ""), 0.5, "whether Ada will answer"),
    ],
)
def test_the_weakest_link_is_named(step: Step, closeness: float, said: str) -> None:
    assert weakest(step, Link("wrote together", closeness, ""), "Ada", "Ben") == said
