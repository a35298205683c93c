"""Mail: mbox, MMDF and Maildir files, single `.eml` and `.emlx` messages, told by their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect, Message, Origin
from maarif.sources.mail.dates import last_believable
from maarif.sources.mail.letter import Letter
from maarif.sources.mail.mailbox import Form, Piece, pieces
from maarif.sources.mail.message import compose
from maarif.sources.mail.parsing import parse
from maarif.sources.mail.signs import holds_mail, is_mbox
from maarif.sources.mail.wrapped import is_emlx, is_mmdf


def recognises(blob: Blob) -> bool:
    """Tell a mailbox by the line it begins with and a message by its headers; the name is not asked."""
    head = blob.head
    return is_mbox(head) or holds_mail(head) or is_emlx(head) or is_mmdf(head)


def read(blob: Blob, today: date) -> Iterator[Message | Defect]:
    """Yield every mail of the blob in its order, holding one of them in memory at a time.

    `today` bounds the dates that are believed. Never raises for what stands in the bytes; a stream
    that cannot be read raises what the blob raises.
    """
    latest = last_believable(today)
    with blob.open() as stream:
        places: set[int] = set()
        for piece in pieces(stream, _form(blob.head)):
            said = _read_piece(piece, blob.name, latest)
            place = hash(said.origin.item)
            yield _at_line(said, piece.line) if place in places else said
            places.add(place)


def _form(head: bytes) -> Form:
    if is_mbox(head):
        return "mbox"
    if is_mmdf(head):
        return "mmdf"
    return "emlx" if is_emlx(head) else "single"


def _read_piece(piece: Piece, source: str, latest: int) -> Message | Defect:
    letter: Letter = parse(piece.raw)
    return compose(letter, piece, source, latest)


def _at_line(said: Message | Defect, line: int) -> Message | Defect:
    """A mail whose Message-ID stood in the file before: its place is the line it begins on."""
    origin = Origin(said.origin.source, f"line {line}")
    if isinstance(said, Defect) and said.kept is not None:
        return replace(said, origin=origin, kept=replace(said.kept, origin=origin))
    return replace(said, origin=origin)
