"""Cutting a stream of bytes into single messages without holding the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Literal, TypeAlias

from maarif.sources.mail.signs import is_from_line
from maarif.sources.mail.wrapped import bars, unwrapped

#: How the bytes of a file hold mail.
Form: TypeAlias = Literal["mbox", "mmdf", "emlx", "single"]

#: Bytes per read.
CHUNK = 1 << 20
#: Bytes of one message that are kept; what lies beyond are attachments, or nothing that people write.
LIMIT = 64 << 20
#: Bytes after a `From ` that must be at hand before it is judged: the line and the beginning of the next.
_AHEAD = 4096
#: Bytes before a `From ` that must be at hand: the blank line.
_BEHIND = 4

#: What may begin a message, and what was escaped because it would: found in one pass, as passes cost.
_FROM = re.compile(rb"\n(>{0,64})From ")
_ESCAPED = re.compile(rb"^>(>{0,64}From )", re.MULTILINE)
#: Bytes that `_FROM` may match.
_LONGEST = 70
_RELAYED = re.compile(rb"(?:>+From [^\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One message's bytes and the line it begins on (from 1); `cut` where those past LIMIT, or some, are not here.

    `missing` tells that the file itself ends before the message does.
    """

    raw: bytes
    line: int = 1
    from_line: bytes = b""
    cut: bool = False
    missing: bool = False


@dataclass(slots=True)
class _Growing:
    """The message that is being read, chunk by chunk."""

    line: int = 1
    lines: int = 0
    size: int = 0
    escaped: bool = False
    held: list[bytes] = field(default_factory=list)

    def add(self, data: bytes) -> None:
        self.lines += data.count(b"\n")
        room = LIMIT - self.size
        if room > 0:
            self.held.append(data[:room])
        self.size += len(data)

    def whole(self, window: bytes, begin: int, end: int) -> Piece:
        """End with these bytes; a message that lies in them as a whole is copied once and no more."""
        if self.held or self.escaped or window[begin : begin + 5] != b"From ":
            self.add(window[begin:end])
            return self.finish()
        body = window.find(b"\n", begin, end) + 1 or end
        kept = window[body : min(end, begin + LIMIT)]
        piece = Piece(kept, self.line, window[begin : min(body - 1, begin + _AHEAD)], end - begin > LIMIT)
        self.line += window.count(b"\n", begin, end)
        return piece

    def finish(self) -> Piece:
        piece = _opened(b"".join(self.held), self)
        self.line += self.lines
        self.lines = self.size = 0
        self.escaped = False
        self.held = []
        return piece


def pieces(stream: BinaryIO, form: Form) -> Iterator[Piece]:
    """Yield the messages of an mbox or an MMDF file, or the one message that the stream is."""
    match form:
        case "mbox":
            yield from _split(stream)
        case "mmdf":
            yield from _between_bars(stream)
        case _:
            yield _single(stream, emlx=form == "emlx")


def _single(stream: BinaryIO, *, emlx: bool) -> Piece:
    raw = _whole(stream)
    cut = len(raw) > LIMIT
    if emlx:
        raw, missing = unwrapped(raw)
        return Piece(raw[:LIMIT], 2, cut=cut or missing, missing=missing)
    return Piece(raw[:LIMIT].lstrip(b"\r\n"), cut=cut)


def _between_bars(stream: BinaryIO) -> Iterator[Piece]:
    growing = _Growing()
    for data, ends in bars(stream, CHUNK):
        growing.add(data)
        if ends:
            if growing.size:
                yield Piece(b"".join(growing.held), growing.line, cut=growing.size > LIMIT)
            growing.finish()
            growing.line += 1


def _whole(stream: BinaryIO) -> bytes:
    held: list[bytes] = []
    size = 0
    while size <= LIMIT and (chunk := stream.read(CHUNK)):
        held.append(chunk)
        size += len(chunk)
    return b"".join(held)


def _split(stream: BinaryIO) -> Iterator[Piece]:
    """Yield the messages of an mbox; bytes that hold no further `From ` line are put aside at once."""
    growing = _Growing()
    window, begin, scan = b"", 0, 0
    while True:
        chunk = stream.read(CHUNK)
        window = window[begin:] + chunk
        scan, begin = scan - begin, 0
        safe = max(len(window) - _AHEAD, scan) if chunk else len(window)
        while found := _FROM.search(window, scan, safe):
            at = found.start()
            scan = at + 1
            if found[1]:
                growing.escaped = True
            elif _after_blank(window, at) and is_from_line(window, at + 1):
                yield growing.whole(window, begin, at + 1)
                begin = at + 1
        scan = max(scan, safe - _LONGEST, 0)
        if not chunk:
            break
        if scan - _BEHIND > begin:
            growing.add(window[begin : scan - _BEHIND])
            begin = scan - _BEHIND
    growing.add(window[begin:])
    yield growing.finish()


def _after_blank(window: bytes, at: int) -> bool:
    before = window[max(at - 3, 0) : at]
    return before == b"\r" or before.endswith((b"\n", b"\n\r"))


def _opened(raw: bytes, grown: _Growing) -> Piece:
    """Take off the `From ` line, and the `>` before body lines that begin with `From ` (mboxrd, mboxo)."""
    bare = raw.lstrip(b"\xef\xbb\xbf\r\n")
    line = grown.line + raw.count(b"\n", 0, len(raw) - len(bare))
    from_line, _, body = bare.partition(b"\n")
    if grown.escaped:
        relayed = _RELAYED.match(body)
        body = _ESCAPED.sub(rb"\1", body[relayed.end() :] if relayed else body)
    return Piece(body, line, from_line, grown.size > LIMIT)
