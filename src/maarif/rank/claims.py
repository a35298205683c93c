"""Reasons as a person would say them."""

from __future__ import annotations

from collections.abc import Sequence

from maarif.domain.phrases import Moment, Phrase, template
from maarif.rank.hits import Hit, Part

#: A fact as a reason, by its attribute.
_FACTS = {
    "employer": template("works at {value}"),
    "title": template("is {value}"),
    "city": template("lives in {value}"),
    "country": template("lives in {value}"),
    "interest": template("likes {value}"),
    "school": template("went to school at {value}"),
    "field": template("works in {value}"),
    "kin": template("family: {value}"),
    "knows": template("has told of {value}"),
    "met": template("you met: {value}"),
    "moved": template("moved to {value}"),
    "left": template("left {value}"),
    "skill": template("can do {value}"),
    "language": template("speaks {value}"),
    "nickname": template("is called {value}"),
    "household": template("lives with {value}"),
    "birthday": template("was born on {value}"),
}
#: How the sources of a fact are called.
_PLACES = {
    "": Phrase("as you say"),  # a correction of the owner's
    "linkedin": Phrase("on LinkedIn"),
    "mail": Phrase("in a mail"),
    "notes": Phrase("in your notes"),
}
_ADDRESS_BOOK = Phrase("in your address book")


def topic(words: Sequence[str]) -> str:
    """The words of the need that were met, at most three of them."""
    return ", ".join(words[:3])


def hit_claim(hit: Hit, part: Part, about: str, quote: str, more: int) -> Phrase:
    """One item as a reason: who said it, when, about what, how often besides, and the words themselves."""
    deed = _deed(hit, part, about)
    if more > 0:
        deed = Phrase.counted("{deed} and once more", "{deed} and {count} times more", more, deed=deed)
    return Phrase('{deed}: "{quote}"', deed=deed, quote=quote) if quote else deed


def _deed(hit: Hit, part: Part, about: str) -> Phrase:
    if hit.shape == "Card":
        return Phrase("as your address book has it ({about})", about=about)
    dated, undated = _DEEDS[_sort(hit, part)]
    if hit.at is None:
        return Phrase(undated, about=about)
    return Phrase(dated, about=about, when=Moment(hit.at))


def _sort(hit: Hit, part: Part) -> str:
    if hit.shape in ("Note", "Meeting"):
        return hit.shape
    if part == "author":
        return "list" if hit.bulk else "wrote"
    return "owner" if hit.by_owner else "on"


#: What was done, with its time and without.
_DEEDS = {
    "Note": (template("your note of {when} ({about})"), template("your note ({about})")),
    "Meeting": (template("you met in {when} ({about})"), template("you met once ({about})")),
    "list": (template("told a list about {about} in {when}"), template("told a list about {about} once")),
    "wrote": (template("wrote to you about {about} in {when}"), template("wrote to you about {about} once")),
    "owner": (template("you wrote to them about {about} in {when}"), template("you wrote to them about {about} once")),
    "on": (template("was on a message about {about} in {when}"), template("was on a message about {about} once")),
}


def private_claim(at: int | None) -> Phrase:
    """A note that was told in confidence speaks without its words."""
    return Phrase("a private note of yours of {when}", when=Moment(at)) if at else Phrase("a private note of yours")


def fact_claim(attribute: str, value: str, source: str, at: int | None) -> Phrase:
    """A fact as a reason: "is Head of HR, on LinkedIn, March 2024"."""
    said = Phrase(_FACTS.get(attribute, "{value}"), value=value)
    place = _PLACES.get(source, _ADDRESS_BOOK)
    if at is None:
        return Phrase("{said}, {place}", said=said, place=place)
    return Phrase("{said}, {place}, {when}", said=said, place=place, when=Moment(at))


def contradicted(said: Phrase, newer: str, at: int) -> Phrase:
    """A fact that a later word of the same kind speaks against."""
    return Phrase('{said}; but a later word of {when} says "{newer}"', said=said, newer=newer, when=Moment(at))
