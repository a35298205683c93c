"""Endorsements and recommendations: what the owner says for others, and others for the owner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.linkedin.days import is_believable, iso_day, moment
from maarif.sources.linkedin.people import checked
from maarif.text.tables import Header, Row


def read_endorsement_given(origin: Origin, row: Row, header: Header, today: date) -> Iterator[Item | Defect]:
    """Yield whom the owner endorsed as a Card with the skill: the owner vouches for it."""
    yield from _endorsement(origin, row, header, today, "endorsee", "EXPERTISE", "endorsed by me")


def read_endorsement_received(origin: Origin, row: Row, header: Header, today: date) -> Iterator[Item | Defect]:
    """Yield who endorsed the owner as a Card; the skill is the owner's, not theirs."""
    yield from _endorsement(origin, row, header, today, "endorser", "X-ENDORSED-ME-FOR", "")


def _endorsement(
    origin: Origin, row: Row, header: Header, today: date, whom: str, *skill: str
) -> Iterator[Item | Defect]:
    cells = header.named(row)
    name = " ".join(f"{cells[f'{whom} first name']} {cells[f'{whom} last name']}".split())
    name_of_field, label = skill
    page = cells.get(f"{whom} public url", "")
    said = (Field("FN", name), Field("URL", page), Field(name_of_field, cells["skill name"], label))
    yield from _card(origin, name, said, row, (cells["endorsement date"], "Endorsement Date", today))


def read_recommendation(origin: Origin, row: Row, header: Header, today: date) -> Iterator[Item | Defect]:
    """Yield whom a recommendation was given to or came from as a Card; only the file's name tells which.

    What the owner wrote is a NOTE on the person; what was written about the owner is X-RECOMMENDATION.
    """
    cells = header.named(row)
    name = " ".join(f"{cells['first name']} {cells['last name']}".split())
    is_given = "given" in origin.source.rpartition("!")[2].rpartition("/")[2].lower()
    words = Field("NOTE", cells["text"], "my recommendation") if is_given else Field("X-RECOMMENDATION", cells["text"])
    said = (
        Field("FN", name),
        Field("ORG", cells["company"]),
        Field("TITLE", cells["job title"]),
        words,
        Field("X-RECOMMENDED-ON", iso_day(cells["creation date"].split(",")[0])),
    )
    yield from _card(origin, name, said, row, (cells["creation date"], "Creation Date", today))


def _card(
    origin: Origin, name: str, fields: tuple[Field, ...], row: Row, dated: tuple[str, str, date]
) -> Iterator[Item | Defect]:
    """The card, dated where its day can be believed; a Defect where nobody is named."""
    written, column, today = dated
    said = tuple(field for field in fields if field.value)
    if not name and not any(field.name == "URL" for field in said):
        reason = "nobody is named, as LinkedIn does for people who closed their account"
        yield Defect(origin, row.fault or reason, " | ".join(row.cells)[:80])
        return
    at = moment(written)
    believable = at is not None and is_believable(at, today)
    fault = "" if believable else f"column {column}: {written[:40]!r} cannot be read or believed"
    yield from checked(Card(origin, name, said, at if believable else None), row, fault)
