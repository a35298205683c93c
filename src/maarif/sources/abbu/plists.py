"""Property lists, XML and binary, that cannot take more memory or time than their size is worth."""

from __future__ import annotations

import plistlib
import struct
from xml.parsers.expat import ExpatError

from maarif.domain.blobs import Blob

#: The largest property list of one person, in bytes; pictures stand in files of their own.
LIMIT = 32 << 20

#: What the standard library raises for property lists that are none, by accident of what it meets.
_NOT_A_LIST = (
    plistlib.InvalidFileException, ExpatError, ValueError, LookupError, AttributeError, TypeError,
    OverflowError, RecursionError, EOFError, struct.error,
)  # fmt: skip


class UnreadablePlistError(Exception):
    """A property list that cannot be read; the message says why."""


def properties_in(blob: Blob) -> dict[str, object]:
    """The properties of the object that the file holds. Raises UnreadablePlistError."""
    with blob.open() as stream:
        data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise UnreadablePlistError("the property list is larger than 32 MiB")
    if data.startswith(b"bplist") and not _is_sound(data):
        raise UnreadablePlistError("the property list is broken off or claims more than it holds")
    try:
        found = plistlib.loads(data)
    except _NOT_A_LIST as error:
        raise UnreadablePlistError(f"no property list stands here ({type(error).__name__})") from None
    if not isinstance(found, dict):
        raise UnreadablePlistError("the property list holds no card")
    return {name: value for name, value in found.items() if isinstance(name, str)}


def _is_sound(data: bytes) -> bool:
    """Tell whether the count of objects fits into a binary list: the parser takes memory for all of them."""
    if len(data) < 40:
        return False
    offset_size, _, count, _, table = struct.unpack(">6xBBQQQ", data[-32:])
    fits: bool = 0 < count <= len(data) and table + count * offset_size <= len(data) - 32
    return fits and 0 < offset_size <= 8
