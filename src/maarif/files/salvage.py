"""Members of a zip archive whose directory is lost, as when a download broke off."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files.blobs import CHUNK, keep
from maarif.files.limits import Budget
from maarif.files.names import is_hidden, leads_outside, parts_of, printable

#: A member's header (APPNOTE.TXT 6.3.10, section 4.3.7).
HEADER = struct.Struct("<4s5H3L2H")
MEMBER = b"PK\x03\x04"
STORED, DEFLATED = 0, 8
LOCKED, SIZE_FOLLOWS = 0x1, 0x8
IN_EXTRA = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Header:
    """What a member says of itself; `packed` is None where its size is not known beforehand."""

    path: str
    flags: int
    method: int
    packed: int | None


def salvage(blob: Blob, budget: Budget) -> Iterator[Blob | Defect]:
    """Yield the members that are whole, up to the first that is not. Raises LimitError."""
    with blob.open() as stream:
        while (header := read_header(stream)) is not None:
            content = unpacked(stream, header, budget)
            if content is None:
                return
            member = keep_whole(f"{blob.name}!{printable(header.path)}", content, budget)
            if member is None:
                return
            stream.seek(content.end)
            skip_sizes(stream, header)
            parts = parts_of(header.path)
            if parts and not header.path.endswith("/") and not leads_outside(header.path) and not is_hidden(parts):
                budget.charge_member()
                yield member


def read_header(stream: BinaryIO) -> Header | None:
    """The header at which the stream stands; None where there is none, or not all of it."""
    raw = stream.read(HEADER.size)
    if len(raw) < HEADER.size or not raw.startswith(MEMBER):
        return None
    _, _, flags, method, _, _, _, packed, unpacked_size, name_size, extra_size = HEADER.unpack(raw)
    name, extra = stream.read(name_size), stream.read(extra_size)
    if len(name) < name_size or len(extra) < extra_size:
        return None
    size = None if flags & SIZE_FOLLOWS else packed
    if size == IN_EXTRA:
        size = size_in_extra(extra, skip=8 if unpacked_size == IN_EXTRA else 0)
    return Header(name.decode("utf-8", "surrogateescape"), flags, method, size)


def size_in_extra(extra: bytes, skip: int) -> int | None:
    """The packed size out of the ZIP64 field (section 4.5.3)."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == 1 and skip + 8 <= length and at + 4 + skip + 8 <= len(extra):
            return int.from_bytes(extra[at + 4 + skip : at + 12 + skip], "little")
        at += 4 + length
    return None


class Content(io.RawIOBase):
    """A member's unpacked bytes; `end` is where its packed bytes end, once all were read.

    Reading raises EOFError where it is cut off, zlib.error where it is damaged, and LimitError.
    """

    def __init__(self, stream: BinaryIO, packed: int | None, budget: Budget) -> None:
        self._stream = stream
        self._left = packed
        self._budget = budget
        self.end = stream.tell()

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as there are bytes."""
        data = self.next_bytes(len(buffer))
        buffer[: len(data)] = data
        self._budget.charge_bytes(len(data))
        return len(data)

    def next_bytes(self, most: int) -> bytes:
        """The next bytes of a member that is not packed."""
        left = self._left or 0
        data = self._stream.read(min(most, left))
        if left and not data:
            raise EOFError
        self._left = left - len(data)
        self.end += len(data)
        return data


class Deflated(Content):
    """A member that was packed by deflate, which knows by itself where it ends."""

    def __init__(self, stream: BinaryIO, packed: int | None, budget: Budget) -> None:
        super().__init__(stream, packed, budget)
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)

    def next_bytes(self, most: int) -> bytes:
        """The next bytes, unpacked."""
        while not self._inflate.eof:
            packed = self._inflate.unconsumed_tail or self._stream.read(min(most, CHUNK))
            if not packed:
                raise EOFError
            data = self._inflate.decompress(packed, most)
            self.end = self._stream.tell() - len(self._inflate.unused_data) - len(self._inflate.unconsumed_tail)
            if data:
                return data
        return b""


def unpacked(stream: BinaryIO, header: Header, budget: Budget) -> Content | None:
    """The member's bytes; None where they cannot be told from what follows."""
    if header.flags & LOCKED:
        return None
    if header.method == DEFLATED:
        return Deflated(stream, header.packed, budget)
    if header.method == STORED and header.packed is not None:
        return Content(stream, header.packed, budget)
    return None


def keep_whole(name: str, content: Content, budget: Budget) -> Blob | None:
    """The member, or None where it is cut off."""
    try:
        return keep(name, io.BufferedReader(content, CHUNK), budget.limits)
    except (EOFError, zlib.error):
        return None


def skip_sizes(stream: BinaryIO, header: Header) -> None:
    """Go past the 12 to 24 bytes that follow a member of unknown size (section 4.3.9)."""
    if header.flags & SIZE_FOLLOWS:
        start = stream.tell()
        found = stream.read(24 + len(MEMBER)).find(MEMBER)
        stream.seek(start + max(found, 0))
