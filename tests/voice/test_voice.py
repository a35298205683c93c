"""The program's sentences, days and numbers in the owner's language."""

from __future__ import annotations

import pytest

from maarif.domain.phrases import Moment, Phrase
from maarif.voice import voice_of

MARCH = 1_710_000_000  # 9 March 2024


@pytest.mark.parametrize(
    ("written", "language", "direction"),
    [
        ("de_AT.UTF-8", "de", "ltr"),
        ("ar-EG", "ar", "rtl"),
        ("C", "en", "ltr"),
        ("fr_FR", "en", "ltr"),
        ("", "en", "ltr"),
    ],
)
def test_a_language_is_told_from_how_systems_write_it(written: str, language: str, direction: str) -> None:
    voice = voice_of(written)
    assert (voice.language, voice.direction) == (language, direction)


def test_days_and_numbers_follow_the_language() -> None:
    assert [voice_of(code).day(MARCH) for code in ("en", "de", "ar")] == ["9 March 2024", "9. März 2024", "٩ مارس ٢٠٢٤"]
    assert [voice_of(code).number(1234567) for code in ("en", "de", "ar")] == ["1,234,567", "1.234.567", "١٬٢٣٤٬٥٦٧"]
    assert voice_of("de").list(["Anna", "Ben", "Cem"]) == "Anna, Ben und Cem"


def test_a_phrase_is_said_again_with_all_that_is_in_it() -> None:
    stands = Phrase("{near}, quiet since {when}", near=Phrase("close"), when=Moment(MARCH))
    assert voice_of("en")(stands) == "close, quiet since March 2024"
    assert voice_of("de")(stands) == "vertraut, still seit März 2024"
    assert "مارس ٢٠٢٤" in voice_of("ar")(stands)


def test_arabic_has_its_own_numbers_of_things() -> None:
    def said(count: int) -> str:
        return voice_of("ar").count("One came near:", "{count} came near:", count)

    assert len({said(1), said(2), said(3).replace("٣", ""), said(11).replace("١١", "")}) >= 3


def test_what_has_no_translation_is_said_in_english() -> None:
    assert voice_of("de")("a sentence that nobody translated {x}", x=3) == "a sentence that nobody translated 3"
