"""Messages of every kind, nearness, language and medium are short, ask once and leave a way out."""

from __future__ import annotations

import re
from itertools import product

import pytest

from maarif.domain.drafts import Draft
from maarif.domain.items import Origin
from maarif.draft.compose import Addressee, Nearness, Shared, compose_about, propose
from maarif.draft.lint import Known, lint
from maarif.draft.register import Register
from maarif.draft.wish import Wish

NEEDS = {
    "en": "I am looking for something with water or sanitation, in Rotterdam or near it.",
    "de": "Ich suche etwas mit Wasser oder Abwasser, in Rotterdam oder in der Nähe davon.",
    "ar": "أبحث عن شيء في مجال المياه أو الصرف الصحي، في روتردام أو بالقرب منها إن أمكن.",
}
NAMES = {"en": "Hanneke", "de": "Hanneke", "ar": "ليلى"}
SHARED = Shared("wrote", {"topic": "water", "when": "2020"}, (Origin("mail.mbox", "<1@a.example>"),))
KINDS = ("job", "spread", "confide", "expert", "intro", "favour", "hire", "company")
NEARNESS: tuple[Nearness, ...] = ("near", "dormant", "acquaintance")


def _to(language: str, nearness: Nearness, formal: bool, shared: Shared | None = SHARED) -> Addressee:
    return Addressee("p1", NAMES[language], Register(language, formal), nearness, language == "ar", shared)


def _wish(kind: str, language: str) -> Wish:
    return Wish(kind, "" if kind == "confide" else NEEDS[language], language, "Idris Bello")


OCCASIONS = ("thanks", "ending", "follow", "again", "forward")
EVERY = list(product(KINDS, NEARNESS, (("en", False), ("de", False), ("de", True), ("ar", False))))


@pytest.mark.parametrize(("kind", "nearness", "form"), EVERY)
def test_a_mail_passes_its_own_reading(kind: str, nearness: Nearness, form: tuple[str, bool]) -> None:
    language, formal = form
    for draft in propose(_to(language, nearness, formal), _wish(kind, language), "mail", "Nora"):
        found = lint(draft, Known(names=(NAMES[language],)))
        assert not found, (draft.body, found)
        assert draft.uses == SHARED.origins
        assert draft.body.endswith("Nora")


@pytest.mark.parametrize(("kind", "nearness", "form"), EVERY)
def test_a_chat_message_is_short_and_asks(kind: str, nearness: Nearness, form: tuple[str, bool]) -> None:
    language, formal = form
    for draft in propose(_to(language, nearness, formal), _wish(kind, language), "chat", "Nora"):
        assert not lint(draft, Known(names=(NAMES[language],))), draft.body
        assert "\n" not in draft.body


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_what_is_confided_is_never_written_down(language: str) -> None:
    for medium in ("mail", "chat", "call"):
        for draft in propose(_to(language, "near", False), _wish("confide", language), medium, "Nora"):  # type: ignore[arg-type]
            assert NEEDS[language] not in draft.body


def test_german_keeps_to_one_form_of_address() -> None:
    for kind, nearness in product(KINDS, NEARNESS):
        for formal, wrong in ((False, r"\b(?:Sie|Ihnen|Ihre?)\b"), (True, r"\b(?:du|dir|dich|dein\w*)\b")):
            for draft in propose(_to("de", nearness, formal), _wish(kind, "de"), "mail", "Nora"):
                assert not re.search(wrong, f"{draft.subject}\n{draft.body}"), draft.body


def test_a_wish_in_another_language_is_left_to_the_owner() -> None:
    draft = propose(_to("ar", "dormant", False), _wish("job", "en"), "mail", "Nora")[0]
    assert f"[{NEEDS['en']}]" in draft.body
    assert [f.rule for f in lint(draft, Known(names=(NAMES["ar"],))) if f.grave] == ["blank"]


def test_the_owners_own_greeting_and_farewell_are_kept() -> None:
    register = Register("de", False, "Moin Hanneke!", "Liebe Grüße\nNora")
    draft = propose(Addressee("p1", "Hanneke", register, "near"), _wish("job", "de"), "mail", "Nora H.")[0]
    assert draft.body.startswith("Moin Hanneke!\n\n")
    assert draft.body.endswith("\n\nLiebe Grüße\nNora")


@pytest.mark.parametrize(("occasion", "language"), list(product(OCCASIONS, NEEDS)))
def test_other_occasions(occasion: str, language: str) -> None:
    to = _to(language, "near", False, None)
    values = {"wish": NEEDS[language], "outcome": "…", "when": "2020", "context": "Tannhof"}
    draft = compose_about(to, occasion, "mail", "Nora", **values)
    assert draft.subject
    assert NAMES[language] in draft.body
    assert not re.search(r"\{\w+\}", draft.body)


def test_a_call_says_what_to_say() -> None:
    draft = propose(_to("en", "near", False), _wish("favour", "en"), "call", "Nora")[0]
    assert isinstance(draft, Draft)
    assert draft.body.count("\n- ") >= 4
