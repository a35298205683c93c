"""A need as it may be said to somebody."""

from __future__ import annotations

import pytest

from maarif.draft.wish import wish_of
from maarif.rank.needs import understand


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I am looking for a new job in water. Don't tell Karen.", "I am looking for a new job in water."),
        ("Who could repair my violin?", "I am looking for somebody who could repair my violin."),
        ("Wer hilft mir? Ich brauche einen Transporter.", "Ich brauche einen Transporter."),
        ("من يستطيع أن يصلح الكمان؟", "أبحث عمّن يستطيع أن يصلح الكمان."),
        ("a plumber in Leeds", "a plumber in Leeds."),
    ],
)
def test_what_is_said(text: str, said: str) -> None:
    assert wish_of(understand("", text, None, 0)).text == said


def test_names_that_must_not_be_said_take_their_sentence_with_them() -> None:
    need = understand("", "I want a new job. Quellwerk has become unbearable.", "job", 0)
    assert wish_of(need, ["Quellwerk"]).text == "I want a new job."


def test_confidences_are_not_written() -> None:
    assert wish_of(understand("", "Torsten runs me down, I need to talk", "confide", 0)).text == ""


def test_whom_an_introduction_is_to() -> None:
    assert wish_of(understand("", "Who could introduce me to Antje Thiele?", "intro", 0)).target == "Antje Thiele"
