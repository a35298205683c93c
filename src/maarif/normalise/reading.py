"""One item read: who takes part in it, what it is about, and what it says about whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import xxhash

from maarif.domain.handles import Handle
from maarif.domain.items import Card, Item, Meeting, Message, Note, Party
from maarif.domain.people import Attribute
from maarif.normalise import cards
from maarif.normalise.handles import handle_of
from maarif.normalise.names import clean_name
from maarif.normalise.signature import phones_in, said_in_signature
from maarif.text.reply import split
from maarif.text.stem import stems

_REPLY_PREFIX = re.compile(r"^(?:\s*(?:re|aw|sv|wg|fw|fwd|tr|rv|رد|إعادة توجيه)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SIGNED_63 = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Part:
    """One party's part in an item: the role (from, to, cc, present, about, named), the handle, the name written."""

    role: str
    handle: Handle
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact before it has an origin: whoever is behind the handle, and what is said of them."""

    handle: Handle
    attribute: Attribute
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An item read.

    `parts` hold each party with its role: from, to, cc, present, about, owner, named, or signed (a phone number in the
    sender's signature). `copies` is equal for copies of one mail whose Message-IDs differ; 0 where an item has none.
    """

    parts: tuple[Part, ...]
    terms: list[str]
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
            parts = tuple(_parts("present", item.people, scope))
            return Reading(parts, terms_of(item), (), 0)
        case Note():
            parts = tuple(_parts("named", item.people, scope))
            return Reading(parts, terms_of(item), (), 0)


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


def terms_of(item: Item) -> list[str]:
    """The terms under which an item stands in the index."""
    return stems(own_text(item))


def bare_subject(subject: str) -> str:
    """A subject without the marks of answers and forwards."""
    return _REPLY_PREFIX.sub("", subject).strip()


def _read_message(message: Message, scope: str) -> Reading:
    envelope = message.envelope
    sender = tuple(_parts("from", (envelope.sender,), scope))
    parts = (*sender, *_parts("to", envelope.to, scope), *_parts("cc", envelope.cc, scope))
    words = split(message.text)
    facts: tuple[Statement, ...] = ()
    if words.signature and sender and not message.bulk:
        facts = tuple(_signed(words.signature, sender[0]))
        parts = (*parts, *(Part("signed", phone, "") for phone in phones_signed(words.signature)))
    terms = stems(f"{bare_subject(message.subject)}\n{words.own}".strip())
    return Reading(parts, terms, facts, _copies(message, parts))


def _read_card(card: Card, scope: str) -> Reading:
    handles = cards.handles_of(card, scope)
    name = clean_name(card.name)
    parts = tuple(Part("owner" if card.about_owner else "about", handle, name) for handle in handles)
    facts = tuple(Statement(handles[0], *fact) for fact in cards.facts_of(card)) if handles else ()
    return Reading(parts, terms_of(card), facts, 0)


def _parts(role: str, parties: tuple[Party, ...], scope: str) -> Iterator[Part]:
    for party in parties:
        handle = handle_of(party, scope)
        if handle is not None:
            yield Part(role, handle, clean_name(party.name) if party.name else "")


def _signed(signature: str, sender: Part) -> Iterator[Statement]:
    for attribute, value in said_in_signature(signature, sender.name):
        yield Statement(sender.handle, attribute, value)


def phones_signed(signature: str) -> tuple[Handle, ...]:
    """The phones a signature states, as handles."""
    return tuple(Handle("phone", phone) for phone in phones_in(signature))


def _copies(message: Message, parts: tuple[Part, ...]) -> int:
    """Sender, minute, subject and letters of the body: what stays equal when a mail is filed twice."""
    if message.channel != "mail" or message.at is None:
        return 0
    sender = str(parts[0].handle) if parts else ""
    letters = "".join(message.text.split())
    key = f"{sender}\n{message.at // 60}\n{bare_subject(message.subject).lower()}\n{letters}"
    return xxhash.xxh3_64_intdigest(key.encode("utf-8", "surrogatepass")) & _SIGNED_63
