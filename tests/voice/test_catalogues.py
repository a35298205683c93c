"""Whatever the program can say is said in every language, whole and with what belongs into it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from maarif.voice import LANGUAGES as SPOKEN
from tools.catalogue.__main__ import LANGUAGES, SOURCE, catalogue, path_of
from tools.catalogue.gather import Message, gather

every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def said() -> tuple[Message, ...]:
    return tuple(gather(SOURCE))


@cache
def kept(language: str) -> Catalog:
    return catalogue(language)


def forms(message: Sequence[str] | None) -> tuple[str, ...]:
    """The one form of a sentence, or all forms of what is counted; none where nothing is kept."""
    if message is None:
        return ()
    return (message,) if isinstance(message, str) else tuple(message)


def key_of(message: Sequence[str]) -> str:
    return forms(message)[0]


def is_whole(message: Sequence[str] | None) -> bool:
    return bool(forms(message)) and all(forms(message))


def placeholders(text: str) -> list[str]:
    """The names in braces, each as often as it stands there."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def misfit(message: Sequence[str], translated: tuple[str, ...]) -> list[str]:
    """Forms that lost a placeholder or found one of their own; a form for one number may leave that number out."""
    wanted = placeholders(forms(message)[-1])
    if isinstance(message, str):
        return [form for form in translated if placeholders(form) != wanted]
    free = [name for name in wanted if name != "count"]
    return [form for form in translated if placeholders(form) not in (wanted, free)]


def test_the_languages_are_those_that_can_be_chosen() -> None:
    assert {*LANGUAGES, "en"} == set(SPOKEN)


def test_sentences_of_code_pages_and_rules_are_gathered() -> None:
    assert "out of sight since {when}, {near} before" in said()
    assert "What do you need?" in said()
    assert ("{count} person", "{count} people") in said()
    assert "Both bear the same full name." in said()


@every_language
def test_everything_that_is_said_has_a_translation(language: str) -> None:
    lacking = []
    for message in said():
        found = kept(language).get(key_of(message))
        if found is None or not is_whole(found.string):
            lacking.append(message)
    assert not lacking, f"not translated; see python -m tools.catalogue {language}"


@every_language
def test_what_is_counted_has_all_forms_of_the_language(language: str) -> None:
    counted = [message for message in said() if not isinstance(message, str)]
    found = {message: kept(language).get(key_of(message)) for message in counted}
    assert [
        message
        for message, each in found.items()
        if each is None or each.id != message or len(forms(each.string)) != kept(language).num_plurals
    ] == []


@every_language
def test_nothing_is_kept_that_is_said_no_more(language: str) -> None:
    known = {key_of(message) for message in said()}
    assert [message.id for message in kept(language) if message.id and key_of(message.id) not in known] == []


@every_language
def test_placeholders_are_the_same_in_every_form(language: str) -> None:
    wrong = {
        message.id: bad
        for message in kept(language)
        if message.id and is_whole(message.string) and (bad := misfit(message.id, forms(message.string)))
    }
    assert wrong == {}


@every_language
def test_no_sentence_gains_or_loses_the_blank_at_an_end(language: str) -> None:
    """Fragments are set behind one another: a blank more or less is seen."""
    wrong = [
        message.id
        for message in kept(language)
        if message.id and any(form != form.strip() for form in forms(message.string))
        and key_of(message.id) == key_of(message.id).strip()
    ]  # fmt: skip
    assert wrong == []


@every_language
def test_the_compiled_catalogue_is_that_of_the_sentences(language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, kept(language))
    assert path_of(language).with_suffix(".mo").read_bytes() == compiled.getvalue(), "run python -m tools.catalogue"


@pytest.mark.parametrize(
    ("message", "translated"),
    [
        ("since {when}", ("seit dem",)),
        ("since {when}", ("seit dem {wann}",)),
        (("{count} of {size}", "{count} of {size}"), ("{count}", "{count} von {size}")),
        (("{count} item", "{count} items"), ("{count} Eintrag", "{Zahl} Einträge")),
    ],
)
def test_a_lost_placeholder_is_noticed(message: Message, translated: tuple[str, ...]) -> None:
    assert misfit(message, translated)


def test_the_word_for_one_may_leave_the_number_out() -> None:
    assert misfit(("{count} item", "{count} items"), ("ein Eintrag", "{count} Einträge")) == []
