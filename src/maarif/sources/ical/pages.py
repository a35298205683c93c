"""Events marked up in a web page by its classes (hCalendar): turned into the components they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from maarif.domain.blobs import Blob
from maarif.sources.ical.lines import Block
from maarif.text.charsets import decode

_MARKED = re.compile(rb"class\s{0,3}=\s{0,3}[\"']?(?:[^\"'<>]{0,200}\s)?vevent[\s\"'>]", re.IGNORECASE)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:[a-z!])", re.IGNORECASE)
#: Bytes of a page, elements of an event and events of a page that are looked at.
_LIMIT, _ELEMENTS, _EVENTS = 4 << 20, 500, 2_000

_TEXTS = ("summary", "location", "description", "uid", "status")
_TIMES = ("dtstart", "dtend", "duration")
_PEOPLE = ("organizer", "attendee")


def holds_events(head: bytes) -> bool:
    """Tell whether this is the beginning of a page whose classes mark up events."""
    return _PAGE.match(head) is not None and _MARKED.search(head) is not None


def blocks_in(blob: Blob) -> Iterator[Block]:
    """Yield a component per event of the page, numbered by their order."""
    with blob.open() as stream:
        page = LexborHTMLParser(decode(stream.read(_LIMIT)))
    for number, node in enumerate(page.css(".vevent")[:_EVENTS], start=1):
        block = Block("VEVENT", number, place=f"event {number}")
        for line in _lines(node):
            block.lines.append(line)
        yield block


def _lines(event: LexborNode) -> Iterator[str]:
    for name in (*_TEXTS, *_TIMES, *_PEOPLE):
        for node in event.css(f".{name}")[:_ELEMENTS]:
            yield _line(name, node)


def _line(name: str, node: LexborNode) -> str:
    if name in _PEOPLE:
        return _person(name, node)
    value = _value(node) if name in _TIMES else " ".join(node.text().split())
    return f"{name.upper()}:{_escaped(value)}"


def _value(node: LexborNode) -> str:
    """The value that machines read: an attribute where there is one, else the text."""
    attributes = node.attributes
    for name in ("title", "datetime", "content"):
        if attributes.get(name):
            return str(attributes[name])
    return node.text().strip()


def _person(name: str, node: LexborNode) -> str:
    link = node if node.attributes.get("href") else node.css_first("a[href]")
    address = str(link.attributes.get("href") or "") if link is not None else ""
    words = " ".join(node.text().replace('"', "'").split())
    return f'{name.upper()};CN="{words}":{"".join(address.split())}'


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n")
