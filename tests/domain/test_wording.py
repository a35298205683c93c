"""How things stand, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maarif.domain.ties import Facets
from maarif.domain.wording import context_in_words, facets_in_words, give_and_take, how_things_stand
from tests.faces.invented import CHOIR, TIE


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "out of sight since 2020, close before"),
        ({"state": "alive"}, "close, last in November 2020"),
        ({"state": "cooling", "layer": 50, "peak": 0.3}, "a good acquaintance, quiet since November 2020"),
        ({"state": "alive", "layer": 0, "peak": 0.1}, "an acquaintance, last in November 2020"),
        ({"state": "one_sided", "last_in": None}, "you wrote, last in November 2020; no answer yet"),
        ({"state": "one_sided", "last_out": None}, "wrote to you, last in November 2020; you never did"),
        ({"state": "unknown", "last_in": None, "last_out": None}, "never in touch, as far as I know"),
    ],
)
def test_states(changes: dict[str, object], words: str) -> None:
    assert how_things_stand(replace(TIE, **changes)) == words  # type: ignore[arg-type]


def test_the_owners_own_word_stands_above_all() -> None:
    assert how_things_stand(TIE, ("close", "deceased")) == "has died"
    assert how_things_stand(None, ("keep away",)) == "you keep away from them"
    assert how_things_stand(None) == "no contact that I know of"


def test_facets_are_said_as_surely_as_they_are_known() -> None:
    assert facets_in_words(TIE) == ["a friend", "perhaps from work"]
    assert facets_in_words(replace(TIE, facets=Facets())) == []


def test_give_and_take() -> None:
    assert give_and_take(TIE) == [
        "last word from them: 10 November 2020",
        "from you: 9 November 2020",
        "they answered 5 of 8 you sent",
    ]


def test_contexts_say_their_kind_where_the_label_does_not() -> None:
    assert context_in_words(CHOIR) == "club: Kanalchor, 2014-2020"
    assert context_in_words(replace(CHOIR, label="running club", until=CHOIR.since)) == "running club, 2014"
    assert context_in_words(replace(CHOIR, kind="event", since=None, until=None)) == "Kanalchor"
