"""How the owner writes to somebody, learnt from their own messages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maarif.draft.register import Register, register_of

GERMAN = "Hallo Hanneke,\n\nwie geht es dir? Ich war gestern am Wasser und habe an dich gedacht.\n\nLiebe Grüße\nNora"
POLITE = (
    "Guten Tag Frau Vos,\n\nkönnten Sie mir sagen, wann Ihr Büro wieder offen ist und ob ich kommen kann?\n\n"
    "Mit freundlichen Grüßen\nNora"
)
ARABIC = "مرحبا ليلى\n\nكيف حالك وكيف الأولاد؟ اشتقنا لكم كثيرا ونتمنى أن نراكم في الصيف القادم"


def test_language_greeting_and_farewell_are_habits() -> None:
    said = register_of([GERMAN, GERMAN, "ok"], [], ["Hanneke Vos"])
    assert said == Register("de", False, "Hallo Hanneke,", "Liebe Grüße\nNora")


def test_the_polite_form_is_told_from_what_the_owner_wrote() -> None:
    assert register_of([POLITE], ["Hallo, kommst du?"], ["Hanneke Vos"]).formal
    assert not register_of([GERMAN], [], ["Hanneke Vos"]).formal
    assert register_of([], [POLITE], ["Hanneke Vos"]).formal, "what came back, where nothing was written yet"


def test_arabic_is_told_from_either_side() -> None:
    assert register_of([ARABIC], [], ["ليلى حداد"]).language == "ar"
    assert register_of([], [ARABIC], ["ليلى حداد"]).language == "ar"


def test_nothing_tells_nothing() -> None:
    assert register_of([], [], ["Hanneke"]) == Register()


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_any_words_are_read(sent: list[str], received: list[str]) -> None:
    assert isinstance(register_of(sent, received, ["Hanneke Vos"]), Register)
