"""Which of somebody's passages speak for them."""

from __future__ import annotations

from maarif.domain.items import Card, Envelope, Field, Message, Note, Origin, Party
from maarif.portray import MOST, passage_of, pick_passages

HERE = Origin("files", "1")


def chat(words: str) -> Message:
    return Message(HERE, "chat", 0, Envelope(Party("Sara")), "", words)


def test_what_an_item_says() -> None:
    card = Card(HERE, "Sara Haddad", (Field("TITLE", "Forester"), Field("TEL", "123")))
    assert passage_of(card, "") == "Sara Haddad Forester"
    assert passage_of(Note(HERE, 0, "Choir", "Sara  keeps\nbees"), "") == "Choir Sara keeps bees"
    assert passage_of(chat("ok see you"), "ok see you") == "", "too short to say anything of her"


def test_notes_and_cards_come_first_and_then_the_fullest_words_each_once() -> None:
    long = "we planted four hundred spruces on the slope above Tannhof this week"
    short = "the spruces at Tannhof are doing well this year"
    found = [
        (1, chat(short), short),
        (2, chat(long), long),
        (3, chat(long), long),
        (4, Note(HERE, 0, "", "keeps bees"), ""),
    ]
    assert pick_passages(found) == [(4, "keeps bees"), (2, long), (1, short)]
    many = [(n, chat(f"{long} number {n}"), f"{long} number {n}") for n in range(50)]
    assert len(pick_passages(many)) == MOST
