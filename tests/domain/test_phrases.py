"""Sentences that can be said again in another language."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.phrases import Moment, Phrase

MARCH = 1_710_000_000  # 9 March 2024


def test_a_phrase_is_the_english_sentence() -> None:
    said = Phrase("wrote to you about {about} in {when}", about="water", when=Moment(MARCH))
    assert said == "wrote to you about water in March 2024"
    assert (said.template, said.values["about"]) == ("wrote to you about {about} in {when}", "water")


def test_moments_are_told_as_finely_as_wished() -> None:
    assert [str(Moment(MARCH, to)) for to in ("year", "month", "day")] == ["2024", "March 2024", "9 March 2024"]


def test_counted_phrases_choose_their_number() -> None:
    assert Phrase.counted("{count} person", "{count} people", 1) == "1 person"
    assert Phrase.counted("{count} person", "{count} people", 3) == "3 people"


@given(st.text())
def test_what_others_wrote_is_never_read_as_a_template(words: str) -> None:
    assert Phrase("{deed}: {quote}", deed="wrote", quote=words) == f"wrote: {words}"


def test_a_phrase_survives_pickling() -> None:
    said = pickle.loads(pickle.dumps(Phrase.counted("{count} person", "{count} people", 2)))
    assert (said, said.number, said.plural) == ("2 people", 2, "{count} people")
