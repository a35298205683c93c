"""Names and addresses as headers write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from maarif.domain.items import Party
from maarif.sources.mail.charsets import decode_words
from maarif.sources.mail.letter import Pair

#: Local parts that programs write where they know no address, whatever the domain.
PLACEHOLDERS = frozenset(
    [
        "no.address",
        "noaddress",
        "no-address",
        "undisclosed",
        "undisclosed-recipients",
        "undisclosed-recipient",
        "undisclosed.recipients",
        "undisclosed_recipients",
        "unlisted-recipients",
        "recipient-list-suppressed",
        "unknown",
    ]
)
_NOBODY = re.compile(r"undisclosed|unlisted|recipient.?list.?(?:not shown|suppressed)|no.to.header", re.IGNORECASE)

#: A quoted string, an address in angle brackets, a comment, an encoded word, a separator, or plain text.
_TOKEN = re.compile(
    r'"((?:[^"\\]|\\.){0,512}+)"|<([^<>]{0,512})>|\(([^()]{0,512})\)|(=\?[^?\s]{1,80}\?[BbQq]\?[^?]{0,512}\?=)|([,;:])|([^"<>(),;:=]+|.)',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)")
_BARE = re.compile(r"[^\s@]{1,320}@[^\s@]{1,320}")


@lru_cache(maxsize=8192)
def party(name: str, address: str) -> Party | None:
    """Make a Party of what a header wrote; None where nothing is left of it.

    Stray quotes, `mailto:` and placeholder addresses go away; an address without `@` is a name; a name that
    only repeats the address is none.
    """
    address = address.strip(" \t\r\n<>\"'\x00")
    if address[:7].lower() == "mailto:":
        address = address[7:]
    name = _tidy(name)
    if "@" not in address or address[0] == "/":
        name, address = name or ("" if "/" in address or _NOBODY.search(address) else _tidy(address)), ""
    elif is_placeholder(address.lower()):
        address = ""
    if address and name.lower() == address.lower():
        name = ""
    if not address and _NOBODY.match(name):
        name = ""
    return Party(name, address) if name or address else None


def _tidy(name: str) -> str:
    name = " ".join(name.replace("\x00", "").split())
    while len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return name.strip('"')


def is_placeholder(address: str) -> bool:
    """Tell whether a lower-case address is what a program writes where it knows none."""
    return address.partition("@")[0] in PLACEHOLDERS or address.endswith(".invalid")


def parties(pairs: Iterable[Pair], seen: set[str]) -> tuple[Party, ...]:
    """Make the parties of one header, without those in `seen` (lower-case addresses), and add them to it."""
    found: list[Party] = []
    for name, address in pairs:
        one = party(name, address)
        if one is None:
            continue
        key = one.address.lower() or "\x00" + one.name
        if key not in seen:
            seen.add(key)
            found.append(one)
    return tuple(found)


def split_addresses(text: str) -> list[Pair]:
    """Split an address header leniently: any text gives pairs, in linear time.

    `Smith, John <j@x.example>` without quotes is one person; groups are opened; comments serve as names;
    `Jane Doe/EU/WORKS@WORKS` (Notes) is a name.
    """
    pairs: list[Pair] = []
    waiting = ""
    for piece in _entries(text):
        if waiting and piece.address and piece.words and not piece.quoted:
            pairs.append((f"{waiting}, {piece.words}", piece.address))
            waiting = ""
            continue
        if waiting:
            pairs.append((waiting, ""))
            waiting = ""
        if piece.address:
            pairs.append((piece.words or piece.comment, piece.address))
        elif bare := _bare(piece.words):
            pairs.append((piece.words, "") if "/" in bare else (piece.comment, bare))
        elif piece.words and not piece.quoted:
            waiting = piece.words
        elif piece.words:
            pairs.append((piece.words, ""))
    if waiting:
        pairs.append((waiting, ""))
    return pairs


def _bare(words: str) -> str:
    """Return the address among words without angle brackets, "" where there is none."""
    if "@" not in words:
        return ""
    found = (_BARE.match(word) for word in words.split() if "@" in word)
    return next((match[0] for match in found if match), "")


class _Entry:
    """What stands between two separators of an address header."""

    __slots__ = ("_parts", "address", "comment", "quoted", "words")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.address = ""
        self.comment = ""
        self.quoted = False
        self.words = ""

    def closed(self) -> _Entry:
        """Settle the words, which stand outside of angle brackets and comments."""
        self.words = " ".join(decode_words("".join(self._parts)).split())
        return self

    def take(self, token: re.Match[str]) -> None:
        """Take in one token that is no separator."""
        quoted, angle, comment = token[1], token[2], token[3]
        if quoted is not None:
            self._parts.append(_ESCAPE.sub(r"\1", quoted))
            self.quoted = True
        elif angle is not None:
            self.address = self.address or angle.strip()
        elif comment is not None:
            self.comment = self.comment or decode_words(comment).strip()
        elif not self.address:
            self._parts.append(token[0])

    def forget_group(self) -> None:
        """Drop the words before a `:`, which name a group, except for `mailto:`."""
        if not self.address and "mailto" not in (part.strip().lower() for part in self._parts):
            self._parts.clear()


def _entries(text: str) -> Iterator[_Entry]:
    entry = _Entry()
    for token in _TOKEN.finditer(text):
        match token[5]:
            case None:
                entry.take(token)
            case ":":
                entry.forget_group()
            case _:
                yield entry.closed()
                entry = _Entry()
    yield entry.closed()
