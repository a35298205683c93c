"""From the lines of an LDIF file to records of unfolded, decoded attributes."""

from __future__ import annotations

import binascii
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from maarif.text.charsets import decode, repair

#: The longest attribute (a photo is one) and the largest record, in characters; the rest is cut.
LINE_LIMIT = 16 << 20
RECORD_LIMIT = 64 << 20

_ATTRIBUTE = re.compile(r"([A-Za-z0-9.-]{1,120})(?:;[A-Za-z0-9;=_-]{0,200})?:([:<]?)[ \t]{0,200}")
_BINARY = frozenset(("jpegphoto", "photo", "usercertificate", "usersmimecertificate", "audio", "thumbnailphoto"))


@dataclass(slots=True)
class Record:
    """One entry: its distinguished name, and its attributes by name in small letters, in their order."""

    name: str = ""
    attributes: list[tuple[str, str]] = field(default_factory=list)
    fault: str = ""

    def values(self, attribute: str) -> list[str]:
        """All values of one attribute."""
        return [value for name, value in self.attributes if name == attribute]

    @property
    def is_change(self) -> bool:
        """Whether this tells a server what to do, and is no entry."""
        return bool(self.values("changetype"))

    @property
    def is_added(self) -> bool:
        """Whether what it tells the server to do is to add the entry that it holds."""
        return self.values("changetype") == ["add"]


def records_in(lines: io.TextIOBase) -> Iterator[Record]:
    """Yield the records; a blank line ends one, and so does the next `dn:`."""
    record, size = Record(), 0
    for line in _unfolded(lines):
        if not line or (line[:3].lower() == "dn:" and record.name):
            if record.name or record.attributes or record.fault:
                yield record
            record, size = Record(), 0
        size += len(line)
        if size > RECORD_LIMIT:
            record.fault = "entry is larger than 64 MiB and was cut"
        elif line and not line.startswith("#"):
            _add(record, line)
    if record.name or record.attributes or record.fault:
        yield record


def _unfolded(lines: io.TextIOBase) -> Iterator[str]:
    """Lines with those that continue them, "" for a blank one; what is longer than the limit is cut."""
    pieces: list[str] = []
    size, middle = 0, False
    while line := lines.readline(LINE_LIMIT):
        continues = middle or (bool(pieces) and line[0] == " ")
        text = line.rstrip("\r\n")
        if not continues:
            if pieces:
                yield "".join(pieces)
            pieces, size = [], 0
            if not text.strip():
                yield ""
        if text.strip() or continues:
            piece = text[1:] if continues and not middle else text
            size += len(piece)
            if size <= LINE_LIMIT:
                pieces.append(piece)
        middle = not line.endswith("\n")
    if pieces:
        yield "".join(pieces)


def _add(record: Record, line: str) -> None:
    found = _ATTRIBUTE.match(line)
    if found is None:
        record.fault = record.fault or f"no attribute: {repair(line[:60])!r}"
        return
    name, value = found[1].lower(), line[found.end() :]
    if name == "version" and not record.name:
        return
    if found[2] == ":":
        text = _decoded(name, value)
        if text is None:
            record.fault = record.fault or f"attribute {name} is no base64"
        value = text or ""
    else:
        value = repair(value).strip()
    if name == "dn":
        record.name = value
    elif value:
        record.attributes.append((name, value))


def _decoded(name: str, value: str) -> str | None:
    try:
        data = binascii.a2b_base64(value.encode("utf-8", "surrogateescape"))
    except binascii.Error:
        return None
    if value.strip() and not data:
        return None
    if name in _BINARY:
        return f"<{len(data)} bytes>"
    return decode(data).replace("\r\n", "\n").replace("\0", "").strip()
