"""The picture of all people: everybody has a place, circles keep apart, the same home makes the same picture."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from maarif.app.demo import demo
from maarif.app.home import open_home
from maarif.app.network import kept_picture, make_picture, stamp_of
from maarif.app.network.arranging import GAP, TENTHS, arranged

EVENING = 1_793_998_800


@given(some.lists(some.integers(1, 40), max_size=25), some.randoms(use_true_random=False))
def test_circles_keep_apart(sizes: list[int], chance: object) -> None:
    sizes = sorted(sizes, reverse=True)
    circle = np.repeat(np.arange(len(sizes)), sizes)
    ends = np.random.default_rng(len(sizes)).integers(0, max(len(circle), 1), (2, 60 if len(circle) else 0))
    discs, reach = arranged(circle, len(sizes), ends[0], ends[1], np.ones(ends.shape[1]))
    assert len(discs) == len(sizes)
    for at, (x, y, radius) in enumerate(discs):
        assert math.hypot(x, y) + radius <= reach
        for other_x, other_y, other_radius in discs[:at]:
            assert math.hypot(x - other_x, y - other_y) >= radius + other_radius + (GAP * TENTHS) - 4


def test_circles_that_are_joined_stand_near_each_other() -> None:
    circle = np.repeat(np.arange(12), 9)
    left, right = np.arange(36, 45), np.arange(99, 108)  # circles 4 and 11
    discs, _ = arranged(circle, 12, left, right, np.full(9, 5.0))
    far = [math.dist(discs[11][:2], disc[:2]) for disc in discs[:11]]
    assert sorted(far).index(far[4]) < 3, "near, as far as there is room nearer to the middle of all"
    apart, _ = arranged(circle, 12, left[:0], right[:0], np.ones(0))
    assert math.dist(discs[11][:2], discs[4][:2]) < math.dist(apart[11][:2], apart[4][:2])


def test_everybody_but_services_is_in_the_picture_and_it_is_kept(tmp_path: Path) -> None:
    with open_home(tmp_path / "home", clock=lambda: EVENING) as home:
        demo(home)
        assert kept_picture(home) is None
        made = make_picture(home)
        assert kept_picture(home) == made
        assert (home.path / "network.json").stat().st_mode & 0o077 == 0
        drawn = json.loads(made.drawn)
        assert len(made.ids) == len(drawn["s"]) == len(drawn["c"]) == len(drawn["m"])
        assert drawn["s"] == sorted(drawn["s"], reverse=True)
        assert max(drawn["c"]) == len(drawn["circles"]) - 1
        assert max(drawn["e"]) < len(made.ids)
        assert sum(mask > 0 for mask in drawn["m"]) > 100
        before = stamp_of(home)
        (home.path / "network.json").unlink()
        assert make_picture(home) == made, "the same home, the same picture"
        assert stamp_of(home) == before


def test_an_empty_home_has_an_empty_picture(tmp_path: Path) -> None:
    with open_home(tmp_path / "home", clock=lambda: EVENING) as home:
        assert make_picture(home).ids == []
