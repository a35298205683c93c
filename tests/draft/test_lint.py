"""What a careful reading of a draft finds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maarif.domain.drafts import Draft
from maarif.draft.lint import Known, lint

BODY = """Hi Hanneke,

It has been a long time since we last wrote, and I would be glad to hear how you are. I am looking for a new job,
something with water or sanitation, in Rotterdam or near it.

Would you tell me whom I should talk to, or take ten minutes to tell me how you see the field? If it does not suit you
at the moment, just say no: that is perfectly fine.

Best wishes,
Nora"""
DRAFT = Draft("p1", "mail", "en", "Looking for new work", BODY)
KNOWN = Known(names=("Hanneke Vos",), allowed=(BODY,))


def rules(draft: Draft, known: Known = KNOWN) -> list[str]:
    return [finding.rule for finding in lint(draft, known)]


def test_a_good_mail_is_left_alone() -> None:
    assert rules(DRAFT) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"body": "Hi Hanneke, can you help?"}, "length"),
        ({"body": BODY + " And when? And where?"}, "questions"),
        ({"body": BODY.replace("?", ".")}, "questions"),
        ({"subject": "Hello"}, "subject"),
        ({"subject": "A very long subject about many things at once"}, "subject"),
        ({"body": BODY.replace("Hi Hanneke", "Hello")}, "name"),
        ({"body": BODY + " Your work is truly inspiring."}, "flattery"),
        ({"body": BODY + " I hope this email finds you well."}, "hollow"),
        ({"body": BODY.replace("Hi Hanneke,", "Dear all, dear Hanneke,")}, "many"),
        ({"body": BODY + " [say it here]"}, "blank"),
        ({"medium": "chat", "subject": "", "body": "Hanneke, " + "would you help me? " * 30}, "length"),
    ],
)
def test_what_is_wrong_is_found(changes: dict[str, str], rule: str) -> None:
    assert rule in rules(replace(DRAFT, **changes))  # type: ignore[arg-type]


def test_german_and_arabic_phrases_are_known() -> None:
    assert "hollow" in rules(replace(DRAFT, body=BODY + " Ich möchte mein Netzwerk erweitern."))
    assert "hollow" in rules(replace(DRAFT, body=BODY + " أود توسيع شبكة علاقاتي."))


def test_a_secret_is_grave_and_comes_first() -> None:
    found = lint(
        replace(DRAFT, body=BODY + " Torsten must not hear of it? Really?"), replace(KNOWN, secret=("Torsten",))
    )
    assert (found[0].rule, found[0].words, found[0].grave) == ("secret", "Torsten", True)
    assert rules(replace(DRAFT, body=BODY + " Torstensson"), replace(KNOWN, secret=("Torsten",))) == []


def test_somebody_elses_words_are_not_repeated() -> None:
    told = "my husband finally got the process engineer post at the waterworks"
    draft = replace(DRAFT, body=BODY + " I heard he finally got the process engineer post at the waterworks.")
    assert "private" in rules(draft, replace(KNOWN, private=(told,)))
    assert "private" not in rules(draft, replace(KNOWN, private=(told,), allowed=(draft.body,)))


def test_a_models_claim_needs_an_origin() -> None:
    draft = replace(
        DRAFT, body=BODY.replace("Best wishes", "I loved your talk in Utrecht in 2019. Best wishes"), by="model"
    )
    found = {finding.words for finding in lint(draft, replace(KNOWN, free=True)) if finding.rule == "claim"}
    assert {word.strip(".") for word in found} == {"Utrecht", "2019"}
    assert "claim" not in rules(draft), "the owner's own words are their own"
