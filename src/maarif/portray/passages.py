"""Which of somebody's passages speak for them: notes and cards about them, and the fullest of their own words."""

from __future__ import annotations

from collections.abc import Iterable

from maarif.domain.items import Card, Item, Meeting, Message, Note

#: Passages of one person, and characters of one: what is said of a life fits into few, and models read no more.
MOST, LONGEST = 8, 600
#: Words below which a message says nothing of its writer.
FEWEST = 6


def passage_of(item: Item, own_words: str) -> str:
    """What an item says, as one passage; `own_words` are its writer's, without quotes and signature. "" where it says
    nothing."""
    match item:
        case Card():
            said = " ".join([item.name, *(f.value for f in item.fields if f.name in ("TITLE", "ROLE", "ORG", "NOTE"))])
        case Note():
            said = f"{item.title} {item.text}"
        case Meeting():
            said = f"{item.subject} {item.text}"
        case Message():
            said = f"{item.subject} {own_words}" if item.channel == "mail" else own_words
    said = " ".join(said.split())
    if isinstance(item, Message) and len(said.split()) < FEWEST:
        return ""
    return said[:LONGEST]


def pick_passages(found: Iterable[tuple[int, Item, str]]) -> list[tuple[int, str]]:
    """The passages of one person, from (number, item, own words): notes and cards first, then the fullest messages;
    the same words once."""
    chosen: dict[str, int] = {}
    told = [(number, item, passage_of(item, own)) for number, item, own in found]
    order = sorted(told, key=lambda one: (isinstance(one[1], Message), -len(one[2]), one[0]))
    for number, _, passage in order:
        if passage and len(chosen) < MOST:
            chosen.setdefault(passage, number)
    return [(number, passage) for passage, number in chosen.items()]
