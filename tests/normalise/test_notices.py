"""Automatic mails: who is away, who has left, which address is dead; and what they do not say."""

from __future__ import annotations

import pytest

from maarif.domain.handles import Handle
from maarif.domain.items import Envelope, Message, Origin, Party
from maarif.normalise.notices import said_in_notice
from maarif.normalise.reading import read_item

SARA = Handle("email", "sara.haddad@evides.example")


def told(text: str) -> set[tuple[str, str, str]]:
    said = said_in_notice(text, SARA, "Sara Haddad")
    return {(fact.handle.value.partition(".")[0], fact.attribute, fact.value) for fact in said}


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("I am out of the office until 5 May 2024.", "away", "out of the office until 5 May 2024"),
        (
            "I am on annual leave and will return on Monday, June 3rd.",
            "away",
            "on annual leave and will return on Monday, June 3rd",
        ),
        ("Ich bin bis zum 12. August im Urlaub.", "away", "bis zum 12. August im Urlaub"),
        ("Ich bin in Elternzeit bis 1.3.2025 und lese keine Mails.", "away", "in Elternzeit bis 1.3.2025"),
        ("Sara Haddad has left the company. Please write to Tom.", "left", "the company"),
        ("Sara Haddad is no longer with Evides.", "left", "Evides"),
        ("Sara Haddad hat das Unternehmen verlassen.", "left", "das Unternehmen"),
        ("Sara Haddad arbeitet nicht mehr bei Evides.", "left", "Evides"),
        ("I have left Evides. Write to me at home.", "left", "Evides"),
    ],
)
def test_what_answering_machines_say(text: str, attribute: str, value: str) -> None:
    assert told(text) == {("sara", attribute, value)}


def test_an_arabic_name_has_left_as_well() -> None:
    said = said_in_notice("لم تعد سارة حداد تعمل في الشركة", SARA, "سارة حداد")
    assert [(fact.attribute, fact.value) for fact in said] == [("left", "الشركة")]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your mail.",
        "Tom Abbink has left Evides.",
        "If I am away until 5 May, call me.",
        "Are you away until 5 May?",
        "I am never out of the office until 5 May.",
        "Our offer ends on 5 May.",
        "Delivery failed: tom@x.example (5.2.2)",
        "Delivery delayed: tom@x.example (4.4.1)",
        "Delivery failed: tom@x.example",
        "",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert told(text) == set()


def test_an_address_that_is_dead_is_a_fact_about_its_owner() -> None:
    text = "Not delivered.\n\nDelivery failed: tom@x.example (5.1.1)\nDelivery failed: anna@y.example (4.2.2)"
    assert told(text) == {("tom@x", "left", "tom@x.example (5.1.1)")}


@pytest.mark.parametrize(("bulk", "facts"), [("auto", 1), ("list", 0), ("bulk", 0)])
def test_only_automatic_answers_are_read_so(bulk: str, facts: int) -> None:
    sender = Party("Sara Haddad", "sara.haddad@evides.example")
    text = "I am out of the office until 5 May."
    message = Message(Origin("a", "1"), "mail", 0, Envelope(sender), "Re: x", text, bulk=bulk)
    assert len(read_item(message, "mail").facts) == facts
