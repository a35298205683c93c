"""The language of the terminal, and days in it."""

from __future__ import annotations

import pytest

from maarif.faces.cli.speech import day, speak, voice
from tests.faces.invented import NOVEMBER_2020


def test_a_moment_beyond_all_calendars_is_undated() -> None:
    assert day(NOVEMBER_2020) == "10 Nov 2020"
    assert day(1 << 60) == day(None) == "undated"


def test_the_settings_language_stands_above_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MAARIF_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert voice().language == "de"
    speak("ar")
    try:
        assert voice().language == "ar"
        monkeypatch.setenv("MAARIF_LANG", "en")
        assert voice().language == "en"
    finally:
        speak("")


def test_days_are_written_as_the_language_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAARIF_LANG", "de")
    assert day(NOVEMBER_2020) == "10. Nov. 2020"
    monkeypatch.setenv("MAARIF_LANG", "ar")
    assert day(NOVEMBER_2020) == "١٠ نوفمبر ٢٠٢٠"
