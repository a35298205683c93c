"""Address books as xCard (RFC 6351): vCards in XML, read without entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO
from xml.etree.ElementTree import ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.text.card_model import Property, Value, contents_of
from maarif.text.card_values import free_place

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACE = "urn:ietf:params:xml:ns:vcard-4.0"
_BEGIN = re.compile(rb"<(?:[\w.-]{1,40}:)?vcards?(?:\s[^<]{0,2000}|/)?>", re.IGNORECASE)
_VCARD = f"{{{_SPACE}}}vcard"

#: The parts of a structured value, in the order RFC 6350 gives them.
_PARTS = {
    "N": ("SURNAME", "GIVEN", "ADDITIONAL", "PREFIX", "SUFFIX"),
    "ADR": ("POBOX", "EXT", "STREET", "LOCALITY", "REGION", "CODE", "COUNTRY"),
    "GENDER": ("SEX", "IDENTITY"),
}

#: The longest card, in bytes.
_CARD_LIMIT = 64 << 20
_CHUNK = 1 << 16


def recognises(blob: Blob) -> bool:
    """Tell by the first element, which is `vcards` or `vcard` of the namespace of vCard 4.0."""
    start = blob.head[:4096].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    return start.lstrip().startswith(b"<") and _SPACE.encode() in start and _BEGIN.search(start) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Card per vCard, in the order of the file; behind XML that is broken nothing is read."""
    taken: set[str] = set()
    number = 0
    with blob.open() as stream:
        try:
            for element in _cards(stream):
                number += 1
                yield _read_card(element, Origin(blob.name, f"card {number}"), taken, today)
        except (ParseError, DefusedXmlException, _TooLongError, ValueError, LookupError) as error:
            place = free_place("", f"card {number + 1}", taken)
            yield Defect(Origin(blob.name, place), _in_words(error))


class _TooLongError(Exception):
    """A card is longer than any card may be."""


class _Cards:
    """What the parser tells of: keeps the elements of cards that are complete, and nothing else."""

    def __init__(self) -> None:
        self.complete: list[Element] = []
        self._open: TreeBuilder | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._open is None and tag == _VCARD:
            self._open = TreeBuilder()
        if self._open is not None:
            self._open.start(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._open is not None:
            self._open.end(tag)
            if tag == _VCARD:
                self.complete.append(self._open.close())
                self._open = None

    def data(self, text: str) -> None:
        """Text stands within an element."""
        if self._open is not None:
            self._open.data(text)

    def close(self) -> None:
        """The document ends."""


def _cards(stream: BinaryIO) -> Iterator[Element]:
    """The elements of the cards, as they become complete. Raises what `read` catches."""
    cards = _Cards()
    parser = DefusedXMLParser(target=cards, forbid_dtd=True)
    since_card = 0
    while data := stream.read(_CHUNK):
        since_card += len(data)
        if since_card > _CARD_LIMIT:
            raise _TooLongError
        try:
            parser.feed(data)
        finally:
            complete, cards.complete = cards.complete, []
            if complete:
                since_card = 0
            yield from complete
    parser.close()


def _in_words(error: Exception) -> str:
    match error:
        case DefusedXmlException():
            return "the XML declares a document type or entities, as no address book does: nothing is read on"
        case _TooLongError():
            return "card is larger than 64 MiB; nothing behind is read"
        case _:
            return f"the XML is broken here; nothing behind is read ({str(error)[:100]})"


def _read_card(element: Element, origin: Origin, taken: set[str], today: date) -> Card | Defect:
    found = contents_of(list(_properties(element)), today)
    origin = Origin(origin.source, free_place(found.uid, origin.item, taken))
    card = Card(origin, found.name, tuple(Field(*said) for said in found.said), found.at)
    if not card.fields:
        return Defect(origin, "card is empty")
    if not card.name:
        return Defect(origin, "card has no name", "; ".join(field.value for field in card.fields)[:80], card)
    return card


def _properties(card: Element) -> Iterator[Property]:
    for child in card:
        if _name(child.tag) == "GROUP":
            group = child.get("name", "").lower()
            for known in map(_property, child):
                known.parameters["GROUP"] = [group]
                yield known
        else:
            yield _property(child)


def _property(element: Element) -> Property:
    name = _name(element.tag)
    children = list(element)
    if not children:
        return Property(name, {}, [[[text]]] if (text := _text(element)) else [])
    parameters: dict[str, list[str]] = {}
    if _name(children[0].tag) == "PARAMETERS":
        parameters = {_name(each.tag): [_text(value) for value in each] for each in children.pop(0)}
    if name in _PARTS:
        return Property(name, parameters, [_structured(children, _PARTS[name])])
    values = [[_text(each)] for each in children]
    return Property(name, parameters, [values] if name == "ORG" else [[value] for value in values])


def _structured(children: list[Element], parts: tuple[str, ...]) -> Value:
    found: dict[str, list[str]] = {part: [] for part in parts}
    for each in children:
        if (part := _name(each.tag)) in found:
            found[part].append(_text(each))
    return list(found.values())


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    """The name of an element without its namespace, in capitals."""
    return tag.rpartition("}")[2][:120].upper()


def _text(element: Element) -> str:
    text = element.text
    return text.strip() if text else ""
