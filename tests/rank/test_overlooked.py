"""Who is overlooked, by order tables."""

from __future__ import annotations

import pytest

from maarif.rank.overlooked import Unseen, between_circles, choose, points


@pytest.mark.parametrize(
    ("better", "worse", "because"),
    [
        (Unseen("b", fit=0.9), Unseen("a", fit=0.3), "speaks more of what one cares about"),
        (Unseen("b", fit=0.5, silent=400), Unseen("a", fit=0.5, silent=60), "longer out of mind"),
        (Unseen("b", fit=0.5, work=0.1), Unseen("a", fit=0.5, work=0.9), "from outside work"),
        (Unseen("b", fit=0.2, peak=0.7), Unseen("a", fit=0.2, peak=0.2), "close once"),
        (Unseen("b", fit=0.2, between=0.8), Unseen("a", fit=0.2), "stands between circles"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_order(better: Unseen, worse: Unseen, because: str) -> None:
    assert choose([worse, better], 2)[0].person == "b", because


def test_whoever_was_in_touch_lately_is_thought_of_anyway() -> None:
    assert points(Unseen("a", fit=1.0, peak=0.9, between=1.0, silent=10)) == {}
    assert choose([Unseen("a", fit=1.0, silent=10)], 5) == []


def test_at_most_three_of_one_circle_and_no_more_than_asked_for() -> None:
    same = [Unseen(f"a{n}", fit=0.9, circle="choir") for n in range(6)]
    chosen = choose([*same, Unseen("z", fit=0.3, circle="team")], 10)
    assert [one.person for one in chosen] == ["a0", "a1", "a2", "z"]
    assert len(choose(same, 2)) == 2


def test_between_circles() -> None:
    """1 - (1/4 + 1/4), for two equal circles of four that count fully."""
    assert between_circles([0.5]) == 0.0
    assert between_circles([0.5, 0.5]) == pytest.approx(0.5 * 2 / 4)
    assert between_circles([1, 1, 1, 1]) == pytest.approx(0.75)
