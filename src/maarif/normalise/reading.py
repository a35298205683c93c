"""One item read: who takes part in it, what it is about, and what it says about whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import xxhash

from maarif.domain.handles import Handle
from maarif.domain.items import AddressKind, Card, Item, Meeting, Message, Note, Party
from maarif.normalise import cards
from maarif.normalise.handles import handle_of
from maarif.normalise.names import clean_name
from maarif.normalise.notices import said_in_notice
from maarif.normalise.signature import phones_in, said_in_signature
from maarif.normalise.statements import Statement
from maarif.normalise.told import people_met, said_in_words
from maarif.text.reply import split
from maarif.text.stem import stem_line

_REPLY_PREFIX = re.compile(r"^(?:\s*(?:re|aw|sv|wg|fw|fwd|tr|rv|رد|إعادة توجيه)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SIGNED_63 = (1 << 63) - 1


#: What `str.split` takes for spaces: those of ASCII, the bytes with which the others begin in UTF-8, and these.
_SPACES = b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f "
_WIDE_BEGINNINGS = (b"\xc2", b"\xe1\x9a", b"\xe2\x80", b"\xe2\x81", b"\xe3\x80")
_WIDE_SPACE = re.compile(rb"\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80")


class Part(NamedTuple):
    """One party's part in an item: the role (from, to, cc, present, about, named), the handle, the name written."""

    role: str
    handle: Handle
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An item read.

    `parts` hold each party with its role: from, to, cc, present, about, owner, named, or signed (a phone
    number in the sender's signature). `terms` are those of the index, a space behind each. `copies` is equal
    for copies of one mail whose Message-IDs differ; 0 where an item has none.
    """

    parts: tuple[Part, ...]
    terms: str
    facts: tuple[Statement, ...]
    copies: int


def read_item(item: Item, scope: str) -> Reading:
    """Read one item; `scope` is where a bare name is unique (the kind of source)."""
    match item:
        case Message():
            return _read_message(item, scope)
        case Card():
            return _read_card(item, scope)
        case Meeting():
            return Reading(_parts("present", item.people, scope), terms_of(item), (), 0)
        case Note():
            return _read_note(item, scope)


def own_text(item: Item) -> str:
    """What of an item can be asked for and quoted: the subject, and the words of whoever wrote it."""
    match item:
        case Message():
            return f"{bare_subject(item.subject)}\n\n{split(item.text).own}".strip()
        case Card():
            return cards.words_of(item)
        case Meeting():
            return f"{item.subject}\n{item.text}".strip()
        case Note():
            return f"{item.title}\n\n{item.text}".strip()


def terms_of(item: Item) -> str:
    """The terms under which an item stands in the index, a space behind each."""
    return stem_line(own_text(item))


def bare_subject(subject: str) -> str:
    """A subject without the marks of answers and forwards."""
    return _REPLY_PREFIX.sub("", subject).strip()


def _read_message(message: Message, scope: str) -> Reading:
    envelope = message.envelope
    sender = _parts("from", (envelope.sender,), scope)
    parts = sender + _parts("to", envelope.to, scope) + _parts("cc", envelope.cc, scope)
    subject, words = bare_subject(message.subject), split(message.text)
    facts: tuple[Statement, ...] = ()
    if words.signature and sender and not message.bulk:
        facts = _signed(words.signature, sender[0])
        parts += _phones_signed(words.signature)
    if sender and message.bulk == "auto" and message.channel == "mail":
        facts = tuple(dict.fromkeys(said_in_notice(message.text, sender[0].handle, sender[0].name)))
    if sender and not message.bulk:
        facts = (*facts, *said_in_words(words.own, sender[0].handle, sender[0].name, ()))
    return Reading(parts, stem_line(f"{subject}\n{words.own}"), facts, _copies(message, subject, parts))


def _read_card(card: Card, scope: str) -> Reading:
    handles = cards.handles_of(card, scope)
    name = clean_name(card.name)
    parts = tuple(Part("owner" if card.about_owner else "about", handle, name) for handle in handles)
    facts = tuple(Statement(handles[0], *fact) for fact in cards.facts_of(card)) if handles else ()
    return Reading(parts, terms_of(card), facts, 0)


def _read_note(note: Note, scope: str) -> Reading:
    """The people a note links to or says were met, and what it says of them; the title is read first."""
    linked = _parts("named", note.people, scope)
    said = f"{note.title}\n\n{note.text}"
    named = [(part.name, part.handle) for part in linked]
    met = (Part("named", handle, name) for name, handle in people_met(said, named))
    return Reading((*linked, *met), terms_of(note), said_in_words(said, None, "", named), 0)


def _parts(role: str, parties: tuple[Party, ...], scope: str) -> tuple[Part, ...]:
    if not parties:
        return ()
    return tuple(filter(None, [_part(role, p.name, p.address, p.kind, scope) for p in parties]))


@lru_cache(maxsize=1 << 16)
def _part(role: str, name: str, address: str, kind: AddressKind, scope: str) -> Part | None:
    handle = handle_of(Party(name, address, kind), scope)
    return Part(role, handle, clean_name(name) if name else "") if handle else None


def _signed(signature: str, sender: Part) -> tuple[Statement, ...]:
    said = said_in_signature(signature, sender.name or sender.handle.value.partition("@")[0])
    return tuple(Statement(sender.handle, *fact) for fact in said) if said else ()


@lru_cache(maxsize=1 << 14)
def _phones_signed(signature: str) -> tuple[Part, ...]:
    """The phones a signature states."""
    return tuple(Part("signed", Handle("phone", phone), "") for phone in phones_in(signature))


def _copies(message: Message, subject: str, parts: tuple[Part, ...]) -> int:
    """Sender, minute, subject and letters of the body: what stays equal when a mail is filed twice."""
    if message.channel != "mail" or message.at is None:
        return 0
    sender = str(parts[0].handle) if parts else ""
    key = f"{sender}\n{message.at // 60}\n{subject.lower()}\n".encode("utf-8", "surrogatepass")
    return xxhash.xxh3_64_intdigest(key + _letters(message.text)) & _SIGNED_63


def _letters(text: str) -> bytes:
    """The UTF-8 of `"".join(text.split())`, which bytes give in a third of the time."""
    letters = text.encode("utf-8", "surrogatepass").translate(None, _SPACES)
    if not text.isascii() and any(beginning in letters for beginning in _WIDE_BEGINNINGS):
        letters = _WIDE_SPACE.sub(b"", letters)
    return letters
