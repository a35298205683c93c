"""Notes that Evernote, and what converts Apple Notes, exports as one XML file (`.enex`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect, Item, Note, Origin, Party
from maarif.sources.enex.pieces import Piece, pieces_of
from maarif.sources.enex.words import people_in, words_of
from maarif.text.called import is_called

_DAYS_OF_ZONES = 2
_EARLIEST = 1971
_START = re.compile(
    rb"\s{0,100}(?:\xef\xbb\xbf)?\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?"
    rb"(?:<!DOCTYPE en-export[^>]{0,300}(?:>\s{0,9}\]\s{0,9})?>\s{0,100})?<en-export[\s>]"
)
#: What XML 1.0 cannot hold and writers let through all the same.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def recognises(blob: Blob) -> bool:
    """Tell by the root element `en-export`, whatever the file is called."""
    return _START.match(blob.head[:2048]) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Note per `<note>`, with its tags; attachments are left out, a broken note is a Defect."""
    latest = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(_DAYS_OF_ZONES)
    with blob.open() as stream:
        for piece in pieces_of(stream):
            origin = Origin(blob.name, f"note {piece.number}")
            yield _read_note(origin, piece, latest)


def _read_note(origin: Origin, piece: Piece, latest: datetime) -> Note | Defect:
    text = _NO_XML.sub(" ", piece.data.decode("utf-8", "replace"))
    if piece.trouble:
        return Defect(origin, piece.trouble, text[:80])
    try:
        note = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        return Defect(origin, f"note is no XML ({type(error).__name__})", text[:80])
    return _note(origin, note, latest)


def _note(origin: Origin, note: Element, latest: datetime) -> Note | Defect:
    """The note under its title, created when it says; where that cannot be believed, a Defect keeps it."""
    title = " ".join((note.findtext("title") or "").split())
    words = words_of(note.findtext("content") or "")
    tags = " ".join(f"#{tag.text.strip()}" for tag in note.findall("tag") if tag.text and tag.text.strip())
    text = f"{words}\n{tags}".strip()
    if not title and not text:
        return Defect(origin, "note has no words")
    named = (Party(title, kind="name"),) if is_called(title) else ()
    said = Note(origin, None, title, text, tuple(dict.fromkeys((*named, *people_in(words)))))
    written = (note.findtext("created") or note.findtext("updated") or "").strip()
    if not written:
        return said
    at = _moment(written)
    if at is None or at > latest or at.year < _EARLIEST:
        return Defect(origin, f"date {written[:40]!r} cannot be believed", (text or title)[:80], said)
    return Note(origin, int(at.timestamp()), title, text, said.people)


def _moment(written: str) -> datetime | None:
    """The time of `20240512T183000Z`, in UTC; None where it is none."""
    try:
        return datetime.strptime(written[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
