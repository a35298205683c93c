"""Mail that S/MIME wraps as a whole to sign it: what is wrapped can be read without any key."""

from __future__ import annotations

from typing import NamedTuple

#: 1.2.840.113549.1.7.2, `signedData` (RFC 5652, 5.1), as its bytes.
_SIGNED_DATA = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_SEQUENCE, _SET, _INTEGER, _OCTETS, _OBJECT, _WRAP = 0x30, 0x31, 0x02, 0x04, 0x06, 0xA0
_CONSTRUCTED = 0x20

#: Pieces that one string may be cut into, and how deep it may be nested.
_PIECES, _DEEPEST = 100_000, 8


class _Value(NamedTuple):
    """One value of BER (X.690): its kind, where its contents begin and end, and where the next value begins."""

    tag: int
    begin: int
    end: int
    after: int


def signed_content(data: bytes) -> bytes:
    """The message within a signed one (`application/pkcs7-mime; smime-type=signed-data`); b"" where there is none."""
    outer = _at(data, 0, len(data))
    if outer is None or outer.tag != _SEQUENCE:
        return b""
    kind = _at(data, outer.begin, outer.end)
    if kind is None or kind.tag != _OBJECT or data[kind.begin : kind.end] != _SIGNED_DATA:
        return b""
    place: _Value | None = _at(data, kind.after, outer.end)
    for tags in ((_WRAP,), (_SEQUENCE,)):
        if place is None or place.tag not in tags:
            return b""
        place = _at(data, place.begin, place.end)
    return _wrapped(data, place, outer.end)


def _wrapped(data: bytes, place: _Value | None, end: int) -> bytes:
    """What is signed, behind the version and the set of digests."""
    for expected in (_INTEGER, _SET):
        if place is None or place.tag != expected:
            return b""
        place = _at(data, place.after, end)
    inner = _at(data, place.begin, place.end) if place and place.tag == _SEQUENCE else None
    wrap = _at(data, inner.after, place.end) if place and inner and inner.tag == _OBJECT else None
    found = _at(data, wrap.begin, wrap.end) if wrap and wrap.tag == _WRAP else None
    return b"".join(_octets(data, found, [_PIECES], 0)) if found else b""


def _octets(data: bytes, value: _Value, left: list[int], depth: int) -> list[bytes]:
    """The pieces of a string, which may be cut into others."""
    if value.tag == _OCTETS:
        return [data[value.begin : value.end]]
    if value.tag != _OCTETS | _CONSTRUCTED or depth == _DEEPEST:
        return []
    found: list[bytes] = []
    place = value.begin
    while place < value.end and left[0] > 0 and (piece := _at(data, place, value.end)):
        left[0] -= 1
        found += _octets(data, piece, left, depth + 1)
        place = piece.after
    return found


def _at(data: bytes, place: int, end: int) -> _Value | None:
    """The value that begins at a place; one of no length that is told ends where the one around it does."""
    if place + 2 > end or data[place : place + 2] == b"\0\0":
        return None
    tag, first, begin = data[place], data[place + 1], place + 2
    if first < 0x80:
        size = first
    elif first == 0x80:
        close = _close(data, begin, end, 0)
        return _Value(tag, begin, close, min(close + 2, end))
    else:
        width = first & 0x7F
        if width > 8 or begin + width > end:
            return None
        size, begin = int.from_bytes(data[begin : begin + width], "big"), begin + width
    close = min(begin + size, end)
    return _Value(tag, begin, close, close)


def _close(data: bytes, place: int, end: int, depth: int) -> int:
    """Where the values of a length that is not told end: at two zeros, values within passed over."""
    while place + 2 <= end and data[place : place + 2] != b"\0\0":
        if data[place + 1] == 0x80:
            if depth == 3 * _DEEPEST:
                return end
            place = min(_close(data, place + 2, end, depth + 1) + 2, end)
        else:
            value = _at(data, place, end)
            if value is None or value.after <= place:
                return end
            place = value.after
    return min(place, end)
