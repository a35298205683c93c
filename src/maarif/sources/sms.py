"""Text messages and calls of a telephone, as the app "SMS Backup & Restore" saves them in XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat, Said, me, owner_card
from maarif.domain.items import Defect, Item, Party
from maarif.text.charsets import decode
from maarif.text.json_stream import clean
from maarif.text.moments import from_number

_ROOT = re.compile(
    rb"\s{0,200}(?:<\?xml[^<>]{0,200}\?>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,9}"
    rb"(?:<\?[^<>]{0,400}\?>\s{0,200}){0,3}<(?:smses|calls)[\s>]"
)
_START = re.compile(rb"<(?:sms|mms|call)\s")
_END = re.compile(rb"</(?:smses|calls)\s{0,9}>.*", re.DOTALL)
#: Pictures stand in the file as letters, which nobody reads.
_DATA = re.compile(rb'\sdata="[A-Za-z0-9+/=\s]*"')
#: The app writes a letter beyond the first 65,536 as two halves, which no XML may hold.
_HALVES = re.compile(rb"&#(5[5-6]\d{3});&#(5[6-7]\d{3});")
_HALF = re.compile(rb"&#5[5-7]\d{3};")

_CHUNK = 1 << 18
#: The longest entry, in bytes: a message with a film in it.
_LONGEST = 1 << 26
#: Bytes in which the beginning of an entry may be cut in two.
_LOOK_BACK = 8

_SENT = ("2", "4", "5", "6")
_DRAFT = "3"
_UNKNOWN = ("", "null", "-1", "-2", "-3", "(Unknown)")
#: Who sends (137) and who receives (151, 130, 129), after WAP-209-MMSEncapsulation.
_FROM = "137"
_TOKEN = "insert-address-token"
_MISSED = ("3", "5", "6")
_NUMBER = re.compile(r"[+\d][\d\s()./-]{2,40}")
_BETWEEN = re.compile(r"[\s()./-]")
_SHORT = re.compile(r"\d{3,6}")


def recognises(blob: Blob) -> bool:
    """Tell by the first element, `smses` or `calls`."""
    return _ROOT.match(blob.head.removeprefix(b"\xef\xbb\xbf")[:8192]) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per text message and call, in the order of the file; every number is a chat."""
    yield owner_card(blob.name, "sms")
    chats = _Chats(blob.name, today)
    with blob.open() as stream:
        for piece in _pieces(stream):
            entry = _parsed(piece)
            if entry is None:
                chat = chats.of(())
                yield chat.spoil("no XML in this entry", clean(decode(piece[:80])))
            elif entry.tag == "call":
                yield from _call(chats, entry)
            else:
                yield from _message(chats, entry)


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each entry, from its `<` to the next one's; of an endless one the beginning."""
    held, begin, looked = b"", -1, 0
    while True:
        for found in _START.finditer(held, looked):
            if begin >= 0:
                yield held[begin : found.start()]
            begin = found.start()
        held = held[begin if begin >= 0 else max(0, len(held) - _LOOK_BACK) :]
        begin = min(begin, 0)
        if len(held) > _LONGEST:
            held = held[:_CHUNK] + held[-_LOOK_BACK:]
        looked = max(begin + 1, len(held) - _LOOK_BACK)
        chunk = stream.read(max(_CHUNK, len(held)))
        if not chunk:
            break
        held += chunk
    if begin >= 0:
        yield _END.sub(b"", held)


def _parsed(piece: bytes) -> Element | None:
    """The entry; it holds no document type, and so no entities, as it begins with its own element."""
    bare = _DATA.sub(b"", piece).rstrip()
    whole = _HALF.sub(b"&#65533;", _HALVES.sub(_joined, bare)) if b"&#5" in bare else bare
    try:
        found = fromstring(decode(whole).replace("\0", ""), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    return found if isinstance(found, Element) else None


def _joined(found: re.Match[bytes]) -> bytes:
    high, low = int(found[1]) - 0xD800, int(found[2]) - 0xDC00
    inside = 0 <= high < 0x400 and 0 <= low < 0x400
    return b"&#%d;" % (0x10000 + (high << 10) + low) if inside else b"&#65533;"


class _Chats:
    """The chats of a file, each with those who take part besides the owner, counted as they come."""

    def __init__(self, source: str, today: date) -> None:
        self._source = source
        self._today = today
        self._chats: dict[tuple[str, ...], Chat] = {}

    def of(self, others: tuple[Party, ...]) -> Chat:
        """The chat with these people."""
        key = tuple(sorted({_BETWEEN.sub("", party.address) for party in others}))
        if key not in self._chats:
            thread = f"sms/{' '.join(key)}" if key else ""
            members = (me("sms"), *others)
            self._chats[key] = Chat(self._source, len(self._chats) + 1, thread, members, self._today)
        return self._chats[key]


def _value(element: Element, name: str) -> str:
    written = clean(element.get(name, "")).strip()
    return "" if written == "null" else written


def _others(address: str, name: str) -> tuple[Party, ...]:
    """Whom the owner writes with; a group's numbers are parted by `~`, its names by commas."""
    numbers = [part.strip() for part in address.split("~") if part.strip() not in _UNKNOWN]
    names = [part.strip() for part in name.split(", ")] if len(numbers) > 1 else [name]
    if len(names) != len(numbers):
        names = [""] * len(numbers)
    return tuple(_party(number, each) for number, each in zip(numbers, names, strict=True))


def _party(number: str, name: str) -> Party:
    name = "" if name in _UNKNOWN else name
    if "@" in number:
        return Party(name, number, "email")
    return Party(name, number, "phone" if _NUMBER.fullmatch(number) else "chat")


def _bulk(others: tuple[Party, ...]) -> str:
    """Words for a number, and numbers of a few digits, are companies' and machines'."""
    sender = others[0] if len(others) == 1 else None
    if sender is None:
        return ""
    return "noreply" if sender.kind == "chat" else "auto" if _SHORT.fullmatch(sender.address) else ""


def _message(chats: _Chats, entry: Element) -> Iterator[Item | Defect]:
    others = _others(_value(entry, "address"), _value(entry, "contact_name"))
    kind = _value(entry, "type") or _value(entry, "msg_box")
    text = _value(entry, "body") if entry.tag == "sms" else _parts(entry)
    chat = chats.of(others)
    if kind == _DRAFT or not text:
        chat.pass_over()
    elif not others:
        yield chat.spoil("the number is withheld", text)
    else:
        written = _value(entry, "date")
        sender = me("sms") if kind in _SENT else _sender(entry, others)
        bulk = "" if kind in _SENT else _bulk(others)
        yield chat.tell(sender, Said(text, from_number(written, 1000), written, bulk=bulk))


def _sender(entry: Element, others: tuple[Party, ...]) -> Party:
    """Who of a group sends."""
    sent = (_value(each, "address") for each in entry.iter("addr") if _value(each, "type") == _FROM)
    number = next((each for each in sent if each != _TOKEN), "")
    return next((party for party in others if party.address == number), others[0])


def _parts(entry: Element) -> str:
    """The words of a multimedia message, and what else is in it."""
    found: list[str] = []
    for part in entry.iter("part"):
        kind = _value(part, "ct")
        if kind == "text/plain":
            found.append(_value(part, "text"))
        elif kind.partition("/")[0] in ("image", "video", "audio"):
            found.append(f"[{kind.partition('/')[0]}]")
    return "\n".join(each for each in found if each)


def _call(chats: _Chats, entry: Element) -> Iterator[Item | Defect]:
    """A call that was answered is a call; one that was missed is a sign of life in the chat."""
    others = _others(_value(entry, "number"), _value(entry, "contact_name"))
    chat = chats.of(others)
    if not others:
        chat.pass_over()
        return
    kind, written = _value(entry, "type"), _value(entry, "date")
    answered = (from_number(_value(entry, "duration")) or 0) > 0 and kind not in _MISSED
    said = Said("" if answered else "[missed call]", from_number(written, 1000), written)
    call = Said(said.text, said.at, written, "call", _bulk(others)) if answered else said
    yield chat.tell(me("sms") if kind == "2" else others[0], call)
