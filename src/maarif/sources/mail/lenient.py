"""The second path: the standard library, for mail that the fast parser does not read rightly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import policy
from email.message import Message as MimePart
from email.parser import BytesHeaderParser, BytesParser

from maarif.sources.mail.addresses import split_addresses
from maarif.sources.mail.charsets import decode, header_text
from maarif.sources.mail.letter import Headers, Letter, Pair
from maarif.sources.mail.telling import READ, TELLING

#: Bytes that are looked at: text stands in front of attachments, and this parser is slow.
LIMIT = 2 << 20
#: Boundaries in one mail beyond which only its head is parsed, as nested parts take quadratic time.
NESTED = 50
_BOUNDARY = re.compile(rb"boundary[ \t]*\*?[ \t]*=", re.IGNORECASE)
#: Parts that are looked at in one mail.
_PARTS = 500

_WHOLE = BytesParser(policy=policy.compat32)
_HEAD = BytesHeaderParser(policy=policy.compat32)


def parse_leniently(raw: bytes) -> Letter:
    """Take a mail apart whatever it is; one nested too deeply gives its headers and its raw body."""
    clipped = raw[:LIMIT]
    try:
        root = (_HEAD if has_many_parts(clipped, NESTED) else _WHOLE).parsebytes(clipped)
    except RecursionError:
        root = _HEAD.parsebytes(clipped)
    headers = _headers(root)
    texts = _texts(root)
    return Letter(
        headers=headers,
        senders=_pairs(root, "from"),
        to=_pairs(root, "to"),
        cc=_pairs(root, "cc") + _pairs(root, "bcc"),
        subject=headers.get("subject", [""])[0],
        plain=tuple(texts.plain),
        html=tuple(texts.html),
        attached=texts.attached,
        telling=tuple(texts.telling),
        flowed=texts.flowed,
        drop_space=texts.drop_space,
    )


def has_many_parts(raw: bytes, most: int) -> bool:
    """Tell whether a mail announces more than `most` boundaries; lines with `--` are counted first."""
    if raw.count(b"\n--") <= most:
        return False
    return sum(1 for _ in zip(range(most + 1), _BOUNDARY.finditer(raw), strict=False)) > most


def _headers(root: MimePart) -> Headers:
    headers: Headers = {}
    for name, value in root.raw_items():
        headers.setdefault(header_text(name).lower(), []).append(_unfolded(header_text(value)))
    return headers


def _unfolded(value: str) -> str:
    return " ".join(value.split())


def _pairs(root: MimePart, name: str) -> tuple[Pair, ...]:
    """Split the raw header first and decode its names after: an encoded comma is part of a name."""
    found: list[Pair] = []
    for key, value in root.raw_items():
        if key.lower() == name:
            raw = value if value.isascii() else decode(value.encode("utf-8", "surrogateescape"))
            found += split_addresses(raw)
    return tuple(found)


@dataclass(slots=True)
class _Texts:
    """What the parts of a mail say, as Letter has it."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    telling: list[tuple[str, bytes]] = field(default_factory=list)
    attached: bool = False
    flowed: bool = False
    drop_space: bool = False

    def take(self, part: MimePart, kind: str) -> None:
        """Take in one part that holds no others."""
        if kind in ("text/plain", "text/html") and not _is_attachment(part):
            (self.plain if kind == "text/plain" else self.html).append(_text(part))
            declared = str(part.get("content-type", ""))[:500].lower() if kind == "text/plain" else ""
            self.flowed = self.flowed or "format=flowed" in declared
            self.drop_space = self.drop_space or "delsp=yes" in declared
            return
        self.attached = True
        if kind in TELLING:
            self.telling.append((kind, _told_bytes(part) if kind in READ else b""))


def _texts(root: MimePart) -> _Texts:
    """Return the plain and the HTML texts that are no attachments, and what the other parts tell."""
    found = _Texts()
    waiting = [root]
    for _ in range(_PARTS):
        if not waiting:
            break
        part = waiting.pop()
        kind = part.get_content_type()
        if part.is_multipart() and not kind.startswith("message/"):
            waiting += (child for child in reversed(list(part.get_payload())) if isinstance(child, MimePart))
        elif part is root and kind.startswith("multipart/"):
            found.plain.append(_text(part))
        else:
            found.take(part, kind)
    return found


def _told_bytes(part: MimePart) -> bytes:
    """The bytes of a part; a report of deliveries is split into its blocks by the standard library."""
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    blocks = part.get_payload()
    if not isinstance(blocks, list):
        return b""
    messages = [block for block in blocks[:_PARTS] if isinstance(block, MimePart)]
    fields = ("\n".join(f"{name}: {value}" for name, value in block.raw_items()) for block in messages)
    return "\n\n".join(fields).encode("utf-8", "surrogateescape")


def _is_attachment(part: MimePart) -> bool:
    return str(part.get("content-disposition", ""))[:10].lower() == "attachment"


def _text(part: MimePart) -> str:
    data = part.get_payload(decode=True)
    return decode(data, _charset(part)) if isinstance(data, bytes) else ""


def _charset(part: MimePart) -> str:
    """Return the declared charset; the standard library lets a NUL in it raise ValueError."""
    try:
        charset = part.get_content_charset("")
    except ValueError:
        return ""
    return charset if isinstance(charset, str) and charset not in ("us-ascii", "ascii", "unknown-8bit") else ""
