"""One item, as its source said it: a message, a meeting, a note, a card. Its words are text, never HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.responses import Response

from maarif.app.home import Home
from maarif.app.knowing.history import OpenItem, Participant, open_item
from maarif.domain.items import Card, Field, Meeting, Message, Note
from maarif.domain.phrases import Phrase
from maarif.faces.web.routing import get
from maarif.faces.web.visit import Visit

#: Characters of an item's words that one page shows.
LONGEST = 60_000

ROLE_WORDS = {
    "from": Phrase("From"),
    "to": Phrase("To"),
    "cc": Phrase("Copy to"),
    "present": Phrase("There"),
    "named": Phrase("Named"),
    "mentioned": Phrase("Named"),
    "about": Phrase("About"),
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of an item's words; `quoted` where they repeat an earlier message."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item laid out: who, when, about what, and its words."""

    ref: str
    kind: str
    at: int | None
    until: int | None
    subject: str
    parties: tuple[tuple[str, tuple[Participant, ...]], ...]
    paragraphs: tuple[Paragraph, ...]
    fields: tuple[Field, ...]
    bulk: bool
    cut: bool
    source: str
    place: str


def view(home: Home, ref: str) -> ItemView:
    """Open an item and lay it out. Raises NoSuchOrigin."""
    found = open_item(home, ref)
    subject, text, until, fields, bulk = _said(found)
    return ItemView(
        ref=ref,
        kind=found.kind,
        at=found.item.at,
        until=until,
        subject=subject,
        parties=_by_role(found.parties),
        paragraphs=paragraphs(text[:LONGEST]),
        fields=fields,
        bulk=bulk,
        cut=len(text) > LONGEST,
        source=found.origin.source,
        place=found.origin.item,
    )


def _said(found: OpenItem) -> tuple[str, str, int | None, tuple[Field, ...], bool]:
    match found.item:
        case Message() as message:
            return message.subject, message.text, None, (), bool(message.bulk)
        case Meeting() as meeting:
            return meeting.subject, meeting.text, meeting.end, (), False
        case Note() as note:
            return note.title, note.text, None, (), False
        case Card() as card:
            return card.name, "", None, card.fields, False


def _by_role(parties: tuple[Participant, ...]) -> tuple[tuple[str, tuple[Participant, ...]], ...]:
    roles = dict.fromkeys(party.role for party in parties)
    return tuple((role, tuple(party for party in parties if party.role == role)) for role in roles)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The words in paragraphs, with what is quoted (`>`) told apart from what is new."""
    found = []
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").strip("\n")):
        lines = block.split("\n")
        start = 0
        for place in range(1, len(lines) + 1):
            if place == len(lines) or _is_quoted(lines[place]) != _is_quoted(lines[start]):
                found.append(Paragraph("\n".join(lines[start:place]), _is_quoted(lines[start])))
                start = place
    return tuple(each for each in found if each.text.strip())


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def item(visit: Visit) -> Response:
    """An item on a page of its own, or opened in place."""
    found = view(visit.home, visit.path["ref"])
    template = "item_opened.html" if visit.partial else "item.html"
    return visit.show(template, view=found, role_words=ROLE_WORDS)


ROUTES = (get("/item/{ref}", item),)
