"""The lines of an export gathered into messages: stamp, sender, words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from maarif.domain.items import Party
from maarif.text.charsets import repair
from maarif.text.stamps import MARKS, Stamp, stamp_of

#: The longest message, in characters; the rest of a longer one is left out.
LONGEST = 1 << 20

_LONGEST_NAME = 100
_MARKS = dict.fromkeys(map(ord, MARKS))
_PHONE = re.compile(r"\+[\d\s().\u00a0\u2010-\u2015-]{6,30}")
_QUOTES = re.compile('["“”„«»]')


class Entry(NamedTuple):
    """What one stamp stands before; `sender` is "" for what WhatsApp itself says.

    Words before the first stamp have none. `written` is the stamp as it stands.
    """

    stamp: Stamp | None
    sender: str
    text: str
    written: str = ""


def entries_in(lines: io.TextIOBase) -> Iterator[Entry]:
    """Yield the entries, each with all its lines."""
    opened: Entry | None = None
    held: list[str] = []
    size = 0
    while line := lines.readline(LONGEST):
        stamp = stamp_of(line) if size < LONGEST or line[:1] in _OPENINGS else None
        if stamp is not None:
            if opened:
                yield _closed(opened, held)
            opened, size = _opened(line, stamp), 0
            held = [opened.text]
        elif opened is None:
            if line.strip():
                opened, held = Entry(None, "", ""), [line]
        elif size < LONGEST:
            held.append(line)
        size += len(line)
    if opened:
        yield _closed(opened, held)


_OPENINGS = frozenset("[0123456789" + MARKS)


def _opened(line: str, stamp: Stamp) -> Entry:
    rest, written = line[stamp.end :], line[: stamp.end]
    name, colon, text = rest.partition(": ")
    if not colon:
        bare = rest.rstrip()
        name, colon, text = (bare[:-1], ":", "\n") if bare.endswith(":") else ("", "", rest)
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or _quotes(name):
        return Entry(stamp, "", rest, written)
    return Entry(stamp, name, text, written)


@lru_cache(1024)
def _quotes(name: str) -> bool:
    """Tell whether a quotation is open at the end: `You named this group "Trip` is no name."""
    return len(_QUOTES.findall(name)) % 2 == 1


def _closed(entry: Entry, held: list[str]) -> Entry:
    text = held[0] if len(held) == 1 else "".join(held)[:LONGEST]
    return Entry(entry.stamp, entry.sender, text.rstrip("\n"), entry.written)


def party_of(sender: str) -> Party:
    """Somebody by the name in the owner's telephone, by the number, or, after `~`, by the name they chose."""
    bare = repair(sender).translate(_MARKS).replace("\u00a0", " ").strip()
    if _PHONE.fullmatch(bare):
        return Party(address=bare, kind="phone")
    return Party(bare.removeprefix("~").replace("\u202f", " ").strip() or bare, kind="name")
