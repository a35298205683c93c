"""The notes of an export, cut out of the stream one by one, without what is attached to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK = 1 << 18
#: Bytes of one note that are kept, and of a tag that may lie across two chunks.
_LONGEST = 1 << 23
_TAG = 32
_NOTE = re.compile(rb"<note(?=[\s>])")
_MARK = re.compile(rb"<resource(?=[\s>])|</note\s{0,9}>|<note(?=[\s>])|</en-export\s{0,9}>")
_ATTACHED_END = re.compile(rb"</resource\s{0,9}>|</note\s{0,9}>")


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one note with its number, from 1; `trouble` says why they are not all there."""

    number: int
    data: bytes
    trouble: str = ""


class _Window:
    """A stream seen through a buffer that never grows much beyond a chunk."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""
        self._at = 0
        self._ended = False

    def skip_to(self, mark: re.Pattern[bytes]) -> bytes:
        """Drop all before the next mark; returns the mark, b"" at the end of the stream."""
        return self.take_to(mark, 0)[1]

    def take_to(self, mark: re.Pattern[bytes], most: int) -> tuple[bytes, bytes]:
        """Up to `most` bytes before the next mark, and the mark; both are consumed."""
        taken = bytearray()
        while True:
            found = mark.search(self._held, self._at)
            if found is not None:
                taken += self._held[self._at : min(found.start(), self._at + max(0, most - len(taken)))]
                self._at = found.end()
                return bytes(taken), found.group()
            cut = len(self._held) if self._ended else max(self._at, len(self._held) - _TAG)
            taken += self._held[self._at : min(cut, self._at + max(0, most - len(taken)))]
            if self._ended:
                self._at = cut
                return bytes(taken), b""
            chunk = self._stream.read(_CHUNK)
            self._ended = not chunk
            self._held, self._at = self._held[cut:] + chunk, 0


def pieces_of(stream: BinaryIO) -> Iterator[Piece]:
    """Yield each note from `<note` to `</note>`; one that the next begins in, or that never ends, says so."""
    window, number = _Window(stream), 0
    begins = bool(window.skip_to(_NOTE))
    while begins:
        number += 1
        data = bytearray(b"<note")
        while True:
            before, mark = window.take_to(_MARK, _LONGEST + 1 - len(data))
            data += before
            if not mark.startswith(b"<resource") or window.skip_to(_ATTACHED_END).startswith(b"</note"):
                break
        yield _piece(number, bytes(data), mark)
        begins = mark.startswith(b"<note") or bool(window.skip_to(_NOTE))


def _piece(number: int, data: bytes, mark: bytes) -> Piece:
    if len(data) > _LONGEST:
        return Piece(number, data[:200], f"note is longer than {_LONGEST >> 20} MB")
    if mark.startswith(b"<resource"):
        return Piece(number, data[:200], "attachment never ends")
    if not mark.startswith(b"</note"):
        return Piece(number, data[:200], "note never ends")
    return Piece(number, data + b"</note>")
