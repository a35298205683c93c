"""Invitations.csv: whom the owner asked to connect, and who asked them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.items import Card, Defect, Envelope, Field, Item, Message, Origin, Party
from maarif.sources.linkedin.days import is_believable, iso_day, moment
from maarif.sources.linkedin.people import checked
from maarif.text.tables import Header, Row


def read_invitation(origin: Origin, row: Row, header: Header, today: date) -> Iterator[Item | Defect]:
    """Yield an invitation with words as a Message; one without is a click: a Card of the other person."""
    cells = header.named(row)
    sender = _party(cells["from"], cells["inviterprofileurl"])
    invited = _party(cells["to"], cells["inviteeprofileurl"])
    written = cells["sent at"]
    at = moment(written)
    believable = at is not None and is_believable(at, today)
    fault = "" if believable else f"column Sent At: {written[:40]!r} cannot be read or believed"
    if not (cells["from"] or cells["inviterprofileurl"]) or not (cells["to"] or cells["inviteeprofileurl"]):
        fault = "columns From and To: somebody is not named, as for people who closed their account"
    if cells["message"]:
        envelope = Envelope(sender, (invited,))
        message = Message(origin, "message", at if believable else None, envelope, "Invitation", cells["message"])
        yield from checked(message, row, fault)
        return
    other, direction = (invited, "sent") if _is_outgoing(cells) else (sender, "received")
    fields = [
        Field("FN", other.name),
        Field("URL", other.address),
        Field("X-INVITED-ON", iso_day(written), direction),
    ]
    said = tuple(field for field in fields if field.value)
    yield from checked(Card(origin, other.name, said, at if believable else None), row, fault)


def _is_outgoing(cells: dict[str, str]) -> bool:
    return cells["direction"].lower().startswith("out")


def _party(name: str, page: str) -> Party:
    return Party(name, page, "url") if page else Party(name, kind="name")
