"""Reasons as a person would say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from maarif.rank.hits import Hit, Part

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

#: How the sources of a fact are called.
_PLACES = {"linkedin": "on LinkedIn", "mail": "in a mail", "notes": "in your notes"}
_ADDRESS_BOOK = "in your address book"
_ATTRIBUTES = {
    "employer": "works at", "title": "is", "city": "lives in", "interest": "likes", "school": "went to school at",
    "field": "works in", "kin": "family:", "knows": "has told of", "met": "you met", "moved": "moved to", "left":
    "left",
    "skill": "can", "language": "speaks", "nickname": "called", "household": "lives with",
}  # fmt: skip


def month(at: int | None) -> str:
    """ "March 2024"; "at an unknown time" for None."""
    if at is None:
        return "at an unknown time"
    day = datetime.fromtimestamp(at, UTC)
    return f"{_MONTHS[day.month - 1]} {day.year}"


def when(at: int | None) -> str:
    """ "in March 2024"; "once" for None."""
    return f"in {month(at)}" if at is not None else "once"


def topic(words: Sequence[str]) -> str:
    """The words of the need that were met, at most three of them."""
    return ", ".join(words[:3])


def hit_claim(hit: Hit, part: Part, about: str, quote: str, more: int) -> str:
    """One item as a reason: who said it, when, about what, how often besides, and the words themselves."""
    said = f': "{quote}"' if quote else ""
    return f"{_deed(hit, part, about)}{_again(more)}{said}"


def _again(more: int) -> str:
    return "" if more <= 0 else " and once more" if more == 1 else f" and {_count(more)} times more"


def _count(number: int) -> str:
    return ("zero", "once", "two", "three", "four", "five", "six")[number] if number < 7 else str(number)


def _deed(hit: Hit, part: Part, about: str) -> str:
    if hit.shape == "Note":
        return f"your note {'of ' + month(hit.at) if hit.at is not None else ''} ({about})".replace("  ", " ")
    if hit.shape == "Meeting":
        return f"you met {when(hit.at)} ({about})"
    if hit.shape == "Card":
        return f"as your address book has it ({about})"
    if part == "author":
        return f"{'told a list' if hit.bulk else 'wrote to you'} about {about} {when(hit.at)}"
    if hit.by_owner:
        return f"you wrote to them about {about} {when(hit.at)}"
    return f"was on a message about {about} {when(hit.at)}"


def fact_claim(attribute: str, value: str, source: str, at: int | None) -> str:
    """A fact as a reason: "is Head of HR, on LinkedIn, March 2024"."""
    date = f", {month(at)}" if at is not None else ""
    return f"{_ATTRIBUTES.get(attribute, attribute)} {value}, {_PLACES.get(source, _ADDRESS_BOOK)}{date}"


def standing(state: str, last: int | None, closeness: str) -> str:
    """How things stand in words: "close, silent since 2022"."""
    if last is None:
        return "no recent trace"
    year = datetime.fromtimestamp(last, UTC).year
    match state:
        case "dormant":
            return f"out of sight since {year}, {closeness} before"
        case "new":
            return "you have just met"
        case "one_sided":
            return f"one-sided so far, last in {month(last)}"
        case "cooling":
            return f"{closeness}, last word in {month(last)}"
        case _:
            return f"{closeness}, last in touch in {month(last)}"


def closeness(effective: float, layer: int) -> str:
    """Closeness in words; layers are Dunbar's."""
    if layer in (5, 15) or effective >= 0.6:
        return "close"
    return "a good acquaintance" if layer == 50 or effective >= 0.3 else "an acquaintance"
