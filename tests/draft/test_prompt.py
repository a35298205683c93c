"""What a language model is told, and what is taken from its answer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.drafts import Draft
from maarif.draft.prompt import draft_in, prompt_for

DRAFT = Draft("p1", "mail", "de", "Eine kleine Bitte", "Hallo Hanneke, ...", variant="warm")


def test_the_model_is_told_the_draft_and_nothing_else() -> None:
    rules, said = prompt_for(DRAFT, formal=True)
    assert "German" in rules["content"]
    assert "polite" in rules["content"]
    assert json.loads(said["content"]) == {"subject": DRAFT.subject, "body": DRAFT.body}


@pytest.mark.parametrize(
    "answer",
    [
        '{"subject": "Bitte", "body": "Hallo"}',
        'Here you are:\n```json\n{"subject": "Bitte", "body": "Hallo"}\n```',
        '<think>{"body": "no"}</think>{"subject": "Bitte", "body": " Hallo "}',
    ],
)
def test_the_draft_in_an_answer(answer: str) -> None:
    draft = draft_in(answer, DRAFT)
    assert draft is not None
    assert (draft.subject, draft.body, draft.by, draft.person) == ("Bitte", "Hallo", "model", "p1")


@pytest.mark.parametrize(
    "answer", ["", "no", "{}", '{"subject": 1, "body": "x"}', '{"subject": "x", "body": ""}', "[" * 9000]
)
def test_what_is_no_draft(answer: str) -> None:
    assert draft_in(answer, DRAFT) is None


@given(st.text())
def test_any_answer_is_read(answer: str) -> None:
    draft_in(answer, DRAFT)
