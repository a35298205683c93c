"""What a need says beside its topic."""

from __future__ import annotations

import pytest

from maarif.rank.needs import understand
from maarif.rank.parts import parts_of


@pytest.mark.parametrize(
    ("text", "kept_out"),
    [
        ("Who could lend me a van? But not Bob Miller or Anna", ("Bob Miller", "Anna")),
        ("I want to leave my job. Don't tell Karen", ("Karen",)),
        ("Karen must not know that I am looking", ("Karen",)),
        ("Wer hilft mir beim Umzug, außer Jens Krüger?", ("Jens Krüger",)),
        ("Ich suche Rat. Torsten darf davon nichts erfahren", ("Torsten",)),
        ("أبحث عن عمل جديد دون علم سامي", ("سامي",)),
        ("not only work but also water", ()),
        ("I do not know where to begin", ()),
    ],
)
def test_whom_to_keep_out(text: str, kept_out: tuple[str, ...]) -> None:
    assert parts_of(text).keep_out == kept_out


def test_whoever_is_kept_out_is_no_topic() -> None:
    need = understand("", "Who could lend me a van? But not Bob Miller", None, 0)
    assert "van" in need.words
    assert not {"bob", "miller"} & set(need.words)


def test_places_times_houses_and_whom_to_reach() -> None:
    parts = parts_of("Who could introduce me to Antje Thiele at Evides, near Rotterdam, by next week?")
    assert parts.reach == ("Antje Thiele",)
    assert parts.places == ("Rotterdam",)
    assert parts.organisations == ("Evides",)
    assert parts.times == ("next week",)


def test_parts_of_any_text_come_quickly() -> None:
    hostile = "Anna and " * 20_000 + "not " * 20_000
    assert parts_of(hostile[:20_000]).reach == ()
