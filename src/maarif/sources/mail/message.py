"""From one mail taken apart to the Message it is."""

from __future__ import annotations

import re

from maarif.domain.items import Defect, Envelope, Message, Origin, Party
from maarif.sources.mail.addresses import parties, split_addresses
from maarif.sources.mail.bulk import bulk
from maarif.sources.mail.dates import EARLIEST, read_date, written_day
from maarif.sources.mail.exported import named, sender_named
from maarif.sources.mail.flowed import joined
from maarif.sources.mail.labels import channel_of, is_spam, labels_of
from maarif.sources.mail.letter import Letter, Pair
from maarif.sources.mail.mailbox import LIMIT, Piece
from maarif.sources.mail.sealed import seal_of, unarmoured
from maarif.sources.mail.telling import told
from maarif.text.html import readable

_ID = re.compile(r"<([^<>\s]{1,998})>")
#: Characters of a defect's excerpt.
_EXCERPT = 80
#: A plain part this short beside a long HTML part is a footer or an excuse ("your program cannot show this").
_SHORT_PLAIN = 400
_MUCH_LONGER = 4


def compose(letter: Letter, piece: Piece, source: str, latest: int) -> Message | Defect:
    """Make a Message of a letter; a Defect that keeps it where its date cannot be or a part is missing.

    `latest` is the last moment (Unix seconds) that is believed.
    """
    own = _own_id(letter)
    origin = Origin(source, own or f"line {piece.line}")
    envelope = _envelope(letter)
    if not (
        envelope.sender.name or envelope.sender.address or envelope.to or envelope.cc or letter.headers.get("date")
    ):
        return Defect(origin, "no mail headers: nothing says who wrote it, to whom or when", _excerpt(piece))
    at, doubt = _moment(letter, piece, latest)
    subject = _one_line(letter.subject)
    text = _text(letter, subject)
    labels = labels_of(letter)
    message = Message(
        origin=origin,
        channel=channel_of(labels),
        at=at,
        envelope=envelope,
        subject=subject,
        text=text,
        thread=_root(letter) or own,
        bulk=_bulk(letter, envelope) or ("bulk" if is_spam(labels) else ""),
    )
    if not doubt and piece.cut and not (letter.attached and text):
        doubt = _why_cut(piece)
    return Defect(origin, doubt, letter.first("date")[:_EXCERPT] or _excerpt(piece), message) if doubt else message


def _why_cut(piece: Piece) -> str:
    if piece.missing:
        return "its file ends before the message does: kept up to there"
    return f"longer than {LIMIT >> 20} MB: kept up to there"


def _excerpt(piece: Piece) -> str:
    return piece.raw[:_EXCERPT].decode("utf-8", "replace").replace("\x00", "").strip()


def _envelope(letter: Letter) -> Envelope:
    seen: set[str] = set()
    to = parties(named(letter.to, letter.headers, "to"), seen)
    return Envelope(_sender(letter), to, parties(_copied(letter), seen))


def _sender(letter: Letter) -> Party:
    """Return who wrote it: From, else Sender, else the name an export kept."""
    found = parties(sender_named(letter)[:1], set())
    for header in ("sender", "x-from"):
        found = found or parties(split_addresses(letter.first(header)[:1000])[:1], set())
    return found[0] if found else Party()


def _copied(letter: Letter) -> tuple[Pair, ...]:
    """Return cc and bcc, with the names an export kept where they fit (exports repeat cc as bcc)."""
    return named(letter.cc, letter.headers, "cc") if letter.cc else ()


def _bulk(letter: Letter, envelope: Envelope) -> str:
    sender = envelope.sender
    return bulk(letter.headers, sender.address or sender.name, len(envelope.to) + len(envelope.cc))


def _moment(letter: Letter, piece: Piece, latest: int) -> tuple[int | None, str]:
    """Return when it was written, and what is wrong where the date it says cannot be."""
    written = letter.first("date")
    at = read_date(written) if written else None
    if at is not None and EARLIEST <= at <= latest:
        return at, ""
    for other in _other_dates(letter, piece):
        at = read_date(other)
        if at is not None and EARLIEST <= at <= latest:
            return at, ""
    if not written.strip():
        return None, ""
    return None, f"its date says {written_day(written)}, which cannot be: kept without a date"


def _other_dates(letter: Letter, piece: Piece) -> list[str]:
    """Return what else tells a time: deliveries (the topmost is the last) and the `From ` line."""
    received = [value.rpartition(";")[2] for value in letter.headers.get("received", ())[:50]]
    return [*received, piece.from_line[:400].decode("latin-1")]


def _own_id(letter: Letter) -> str:
    written = letter.first("message-id")
    found = _ID.search(written)
    if found:
        return found[1]
    bare = "".join(written.replace("\x00", "").split()).strip("<>")
    return bare if len(bare) < 999 else ""


def _root(letter: Letter) -> str:
    """Return the id of the message that began the conversation, as far as this one tells."""
    for name in ("references", "in-reply-to"):
        found = _ID.search(letter.first(name))
        if found:
            return found[1]
    return ""


def _text(letter: Letter, subject: str) -> str:
    """Return the best text, with what is sealed in it named, and what its other parts tell below it."""
    text = unarmoured(_words(letter))
    if not text:
        text = seal_of(letter)
    if letter.telling or "x-failed-recipients" in letter.headers:
        text = "\n".join((*((text,) if text else ()), *told(letter, text, subject)))
    return text


def _words(letter: Letter) -> str:
    """Return the plain part where it has content, else the HTML part made readable."""
    plain = _clean("\n".join(letter.plain))
    if letter.flowed:
        plain = joined(plain, drop_space=letter.drop_space).strip()
    if letter.html and _is_excuse(plain, letter.html):
        shown = _clean("\n".join(map(readable, letter.html)))
        if len(shown) > _MUCH_LONGER * len(plain):
            return shown
    return plain


def _is_excuse(plain: str, html: tuple[str, ...]) -> bool:
    """Tell whether a plain part is missing, or short and in no line what a long page says as well."""
    if not plain:
        return True
    if len(plain) >= _SHORT_PLAIN or sum(map(len, html)) <= 2 * _MUCH_LONGER * len(plain):
        return False
    longest = max(plain.split("\n"), key=len).strip()
    return not any(longest in page for page in html)


def _clean(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text.strip()


def _one_line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())
