"""Mail in other wrappings than the mbox: Apple Mail's `.emlx` and the MMDF of old mail servers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from maarif.sources.mail.signs import holds_mail

#: The line before and after each message of an MMDF file.
_BAR = b"\x01\x01\x01\x01\n"
#: Apple Mail's first line: how many bytes of message follow before the property list.
_COUNT = re.compile(rb"(\d{1,12})[ \t]{0,20}\r?\n")


def is_emlx(head: bytes) -> bool:
    """Tell a message of Apple Mail: a line with a number, then the headers of a mail."""
    found = _COUNT.match(head)
    return found is not None and holds_mail(head[found.end() :])


def is_mmdf(head: bytes) -> bool:
    """Tell an MMDF file: a line of four control characters, then the headers of a mail."""
    return head.startswith(_BAR) and holds_mail(head[len(_BAR) :])


def unwrapped(raw: bytes) -> tuple[bytes, bool]:
    """Return the message of an `.emlx` file without its property list, and whether bytes of it are missing."""
    found = _COUNT.match(raw)
    if found is None:
        return raw, False
    size, body = int(found[1]), raw[found.end() :]
    return body[:size], size > len(body)


def bars(stream: BinaryIO, chunk: int) -> Iterator[tuple[bytes, bool]]:
    """Yield a stream in pieces, each with whether a bar of MMDF follows on it; within a line it is no bar."""
    held: list[bytes] = []
    size, begins = 0, True
    while line := stream.readline(max(chunk, len(_BAR))):
        is_bar = begins and line == _BAR
        begins = line.endswith(b"\n")
        if not is_bar:
            held.append(line)
            size += len(line)
        if is_bar or size >= chunk:
            yield b"".join(held), is_bar
            held, size = [], 0
    yield b"".join(held), True
