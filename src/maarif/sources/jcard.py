"""Address books as jCard (RFC 7095): vCards in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.text.card_model import Property, Value, contents_of
from maarif.text.card_values import free_place
from maarif.text.charsets import head_text, open_text
from maarif.text.json_stream import Damage, clean, walk

#: One card, a list of cards, or the `vcardstream` of older drafts.
_BEGIN = re.compile(
    r'\s{0,200}\[\s{0,200}(?:"vcardstream"\s{0,200},\s{0,200})?(?:\[\s{0,200})?"vcard"\s{0,200},',
    re.IGNORECASE,
)

_NAME = re.compile(r"[A-Za-z0-9-]{1,120}")


def recognises(blob: Blob) -> bool:
    """Tell by the first words, which are an array that begins with `"vcard"`, or one of such arrays."""
    start = blob.head[:1024]
    is_json = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"[")
    return is_json and _BEGIN.match(head_text(start)) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Card per vCard, in the order of the file."""
    taken: set[str] = set()
    for number, element in enumerate(_elements(blob), start=1):
        origin = Origin(blob.name, f"card {number}")
        if isinstance(element, Damage):
            yield Defect(Origin(blob.name, free_place("", origin.item, taken)), element.reason, clean(element.excerpt))
        else:
            yield _read_card(element, origin, taken, today)


def _elements(blob: Blob) -> Iterator[object]:
    """The cards, each still as it was decoded, and the damage between them."""
    is_single = False
    with open_text(blob.open(), blob.head) as text:
        for found in walk(text, {()}):
            if isinstance(found, Damage):
                yield found
            elif found.path == (0,) and isinstance(found.value, str):
                is_single = found.value.lower() == "vcard"
            else:
                yield ["vcard", found.value] if is_single else found.value


def _read_card(element: object, origin: Origin, taken: set[str], today: date) -> Card | Defect:
    properties, odd = _properties(element)
    found = contents_of(properties, today)
    origin = Origin(origin.source, free_place(found.uid, origin.item, taken))
    card = Card(origin, found.name, tuple(Field(*said) for said in found.said), found.at)
    if not card.fields:
        return Defect(origin, "no vCard stands here" if not properties else "card is empty", clean(str(element)[:80]))
    if not card.name:
        return Defect(origin, "card has no name", "; ".join(field.value for field in card.fields)[:80], card)
    if odd:
        return Defect(origin, "a property of the card cannot be read", clean(odd)[:80], card)
    return card


def _properties(element: object) -> tuple[list[Property], str]:
    """The properties of a card, and the beginning of the first that is none."""
    listed = element[1] if isinstance(element, list) and len(element) > 1 else None
    if not isinstance(listed, list) or not isinstance(element, list) or str(element[0]).lower() != "vcard":
        return [], ""
    read_ones = [(each, _property(each)) for each in listed]
    odd = next((str(each)[:80] for each, known in read_ones if known is None), "")
    return [known for _, known in read_ones if known is not None], odd


def _property(written: object) -> Property | None:
    """`[name, parameters, type, value, ...]`."""
    if not isinstance(written, list) or len(written) < 4 or not isinstance(written[1], dict):
        return None
    name, parameters = written[0], written[1]
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return None
    said = {clean(key).upper(): _alternatives(value) for key, value in parameters.items()}
    return Property(name.upper(), said, [_value(value) for value in written[3:]])


def _value(written: object) -> Value:
    return [_alternatives(part) for part in written] if isinstance(written, list) else [_alternatives(written)]


def _alternatives(written: object) -> list[str]:
    return [_text(each) for each in written] if isinstance(written, list) else [_text(written)]


def _text(written: object) -> str:
    if isinstance(written, str):
        return clean(written)
    return "" if written is None or isinstance(written, list | dict) else clean(str(written)[:100])
