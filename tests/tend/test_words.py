"""Promises, wishes, favours and answers are told from sentences in English, German and Arabic, and from no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.tend import favour_in, favour_noted, is_kept, offer_in, promise_in, sounds_like, wish_in

PROMISES = (
    "I'll send you the recipe tomorrow.",
    "I will bring your book back on Monday.",
    "I'm going to lend you my tent.",
    "Let me introduce you to my sister.",
    "Ich schicke dir morgen das Rezept.",
    "Ich werde dir den Link schicken.",
    "Ich bringe euch den Kuchen mit.",
    "سأرسل لك الوصفة غدا",
    "سوف أرسل لك الرابط",
)
NO_PROMISES = (
    "I will see you there.",
    "If I find it, I'll send you the recipe.",
    "Could you send me the recipe?",
    "I'll be late.",
    "Ich schicke heute das Paket ab.",
    "Soll ich dir das Rezept schicken?",
    "أرسلت الوصفة أمس",
)


@pytest.mark.parametrize("said", PROMISES)
def test_a_promise_is_heard_and_quoted(said: str) -> None:
    assert promise_in(f"Dear Sara,\n\nthat was lovely. {said}\n\nNora") == said


@pytest.mark.parametrize("said", NO_PROMISES)
def test_what_promises_nothing_is_left_alone(said: str) -> None:
    assert promise_in(said) is None


def test_a_sentence_of_two_lines_is_one() -> None:
    assert promise_in("I'll send you\nthe recipe.") == "I'll send you the recipe."


@pytest.mark.parametrize(
    ("promise", "later", "kept"),
    [
        ("I'll send you the recipe tomorrow.", "The recipe: two eggs, flour, honey.", True),
        ("I'll send you the recipe tomorrow.", "As promised!", True),
        ("I'll send you the recipe tomorrow.", "See you on Sunday.", False),
        ("Ich schicke dir morgen das Rezept.", "Anbei.", True),
        ("Ich schicke dir morgen das Rezept.", "Das Rezept von Oma: zwei Eier.", True),
        ("Ich schicke dir morgen das Rezept.", "Bis morgen!", False),
        ("سأرسل لك الوصفة غدا", "هذه الوصفة: بيضتان وعسل", True),
    ],
)
def test_a_promise_is_kept_by_what_was_promised(promise: str, later: str, kept: bool) -> None:
    assert is_kept(promise, later) is kept


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I'm still looking for a flat in Leipzig, two rooms.", "expert"),
        ("Does anyone know a good plumber around here?", "expert"),
        ("I am looking for a new job in publishing.", "job"),
        ("Ich suche eine Wohnung in Leipzig.", "expert"),
        ("Kennst du jemanden, der Klavier unterrichtet?", "expert"),
        ("أبحث عن شقة في لايبزيغ", "expert"),
        ("هل تعرفين طبيبا جيدا في برلين؟", "expert"),
    ],
)
def test_a_wish_is_heard(said: str, kind: str) -> None:
    assert wish_in(f"Hello!\n{said}\nBye") == (said, kind)


@pytest.mark.parametrize(
    "said",
    [
        "I'm looking forward to Sunday!",
        "Do you know that feeling after a run?",
        "Hast du Zeit am Samstag?",
        "What time?",
    ],
)
def test_courtesy_is_no_wish(said: str) -> None:
    assert wish_in(said) is None


@pytest.mark.parametrize(
    "said", ["I can lend you a ladder.", "Ich helfe dir gern beim Umzug.", "We have two bicycles to give away."]
)
def test_an_offer_is_heard(said: str) -> None:
    assert offer_in(said) == said
    assert offer_in("See you on Sunday.") is None


@pytest.mark.parametrize(
    "said",
    [
        "Thanks so much for the introduction to Mara!",
        "danke für die Vermittlung, das hat geklappt",
        "شكرا جزيلا على المساعدة في الترجمة",
        "I owe you one.",
        "Without your help I would still be looking.",
    ],
)
def test_thanks_tell_who_gave(said: str) -> None:
    assert favour_in(said, by_owner=True) == ("received", said)
    assert favour_in(said, by_owner=False) == ("given", said)


@pytest.mark.parametrize(
    "said",
    ["Thank you for your email.", "Thanks,\nNora", "Danke dir für deine Nachricht.", "Thanks for the invitation!"],
)
def test_thanks_for_words_are_no_favour(said: str) -> None:
    assert favour_in(said, by_owner=True) is None


def test_only_the_owner_offers() -> None:
    said = "Happy to help with the move, just say when."
    assert favour_in(said, by_owner=True) == ("offered", said)
    assert favour_in(said, by_owner=False) is None


@pytest.mark.parametrize(
    ("note", "names", "kind"),
    [
        ("Idris helped me carry the piano.", ["Idris Bello", "Idris"], "received"),
        ("Helped Idris with his tax return.", ["Idris Bello", "Idris"], "given"),
        ("Ich habe Sara beim Umzug geholfen.", ["Sara"], "given"),
        ("Sara hat mir die Leiter geliehen.", ["Sara"], "received"),
        ("ساعدني سامي في النقل", ["سامي"], "received"),
        ("Idris helped Sara.", ["Nour"], None),
    ],
)
def test_notes_tell_of_favours(note: str, names: list[str], kind: str | None) -> None:
    found = favour_noted(note, names)
    assert (found[0] if found else None) == kind


@pytest.mark.parametrize(
    ("said", "like"),
    [
        ("Of course, I'll ask my cousin.", "helped"),
        ("Leider kenne ich da niemanden.", "declined"),
        ("للأسف لا أعرف أحدا", "declined"),
        ("بكل سرور، سأسأل أخي", "helped"),
        ("How are you?", None),
        ("Sorry, I can't, but of course Mara could.", None),
    ],
)
def test_an_answer_sounds_like_one_thing_or_nothing(said: str, like: str | None) -> None:
    assert sounds_like(said) == like


@given(st.text(max_size=2000))
def test_no_text_breaks_them(text: str) -> None:
    promise_in(text), wish_in(text), offer_in(text), favour_in(text, by_owner=True), sounds_like(text)
    favour_noted(text, [text[:20], "Sara"])
    assert not is_kept("", "")


@pytest.mark.parametrize("piece", ["i'll a ", "thank you a ", "ich a b ", "looking ", "if i ", "habe a ", "hat mir "])
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 3000
    assert not any(read(text) for read in (promise_in, wish_in, offer_in))
    assert favour_noted(text, ["Sara Haddad"]) is None
