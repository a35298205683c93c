"""A mailbox as the benchmark sees it, read with the standard library alone.

The baselines must not depend on the program they are compared with, so nothing of `maarif` is used here.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Raw
from email.parser import BytesParser
from email.utils import mktime_tz, parsedate_tz
from pathlib import Path

#: A sender of at least this share of the mail in sent folders is the owner (assistants: below .01).
OWNER_SHARE = 0.05

_ADDRESS = re.compile(r"[\w.+&'/=~-]{1,120}@[\w.-]{1,120}")
_NAME_WORD = re.compile(r"[^\W\d_]{2,}")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mail:
    """One message, once: `others` are all addresses on it except the owner's; `mine` says who wrote it."""

    at: int
    sender: str
    mine: bool
    others: tuple[str, ...]
    direct: tuple[str, ...]
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Mailbox:
    """All mail of one owner by time, and the name words seen beside each address."""

    user: str
    folder: Path
    owner: frozenset[str]
    mails: tuple[Mail, ...]
    names: dict[str, frozenset[str]]

    def before(self, moment: int) -> int:
        """How many mails lie strictly before a moment (Unix seconds)."""
        return bisect_left(self.mails, moment, key=lambda mail: mail.at)

    def known(self, moment: int) -> frozenset[str]:
        """Every address on mail before a moment, except the owner's: whoever can be named at all."""
        return frozenset(address for mail in self.mails[: self.before(moment)] for address in mail.others)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file, parsed: what is needed of its headers, and its text."""

    at: int
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    text: str
    sent: bool
    named: tuple[tuple[str, str], ...]


def read_mailbox(folder: Path) -> Mailbox:
    """Read one Maildir++ folder; copies of one message (same sender, minute, subject, words) count once."""
    sheets = list(_sheets(folder))
    owner = _owner(sheets)
    once = {_fingerprint(sheet): sheet for sheet in sheets}
    mails = sorted((_mail(sheet, owner) for sheet in once.values()), key=lambda mail: mail.at)
    return Mailbox(folder.name, folder, owner, tuple(mails), _names(sheets))


def _sheets(folder: Path) -> Iterator[_Sheet]:
    for path in sorted(folder.rglob("*")):
        if path.parent.name in {"cur", "new"} and path.is_file():
            raw = BytesParser().parsebytes(path.read_bytes())
            date = parsedate_tz(raw.get("Date", ""))
            if date is not None:
                yield _sheet(raw, int(mktime_tz(date)), "sent" in path.parent.parent.name)


def _sheet(raw: Raw, at: int, sent: bool) -> _Sheet:
    senders = addresses(str(raw.get("From", "")))
    to = addresses(str(raw.get("To", "")))
    copies = addresses(f"{raw.get('Cc', '')},{raw.get('Bcc', '')}")
    return _Sheet(
        at=at,
        sender=senders[0] if senders else "",
        to=to,
        cc=tuple(address for address in copies if address not in to),
        subject=_SPACES.sub(" ", str(raw.get("Subject", ""))).strip(),
        text=_text(raw),
        sent=sent,
        named=_named(raw, senders, to),
    )


def addresses(header: str) -> tuple[str, ...]:
    """The addresses of a header in lower case, each once, in its order."""
    return tuple(dict.fromkeys(map(canonical, _ADDRESS.findall(header))))


def canonical(address: str) -> str:
    """Lower case, without the stray quote or dot that old gateways left in front ("'ann@", ".bob@")."""
    return address.strip("'. ").lower()


def _text(raw: Raw) -> str:
    for part in raw.walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload.decode(_charset(part), "replace")
    return ""


def _charset(part: Raw) -> str:
    charset = part.get_content_charset("latin-1")
    try:
        "".encode(charset)
    except LookupError:
        return "latin-1"
    return charset


def _named(raw: Raw, senders: tuple[str, ...], to: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Which name stood beside which address, where a header holds a single address."""
    sides = ((senders, "From"), (to, "To"))
    return tuple((held[0], f"{raw.get(at, '')} {raw.get(f'X-{at}', '')}") for held, at in sides if len(held) == 1)


def _owner(sheets: list[_Sheet]) -> frozenset[str]:
    counts = Counter(sheet.sender for sheet in sheets if sheet.sent and sheet.sender)
    total = counts.total()
    return frozenset(address for address, count in counts.items() if count >= OWNER_SHARE * total)


def _fingerprint(sheet: _Sheet) -> bytes:
    words = _SPACES.sub(" ", sheet.text).strip()
    key = f"{sheet.sender}\n{sheet.at // 60}\n{sheet.subject}\n{words}"
    return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=16).digest()


def _mail(sheet: _Sheet, owner: frozenset[str]) -> Mail:
    everyone = dict.fromkeys(filter(None, (sheet.sender, *sheet.to, *sheet.cc)))
    return Mail(
        at=sheet.at,
        sender=sheet.sender,
        mine=sheet.sender in owner,
        others=tuple(address for address in everyone if address not in owner),
        direct=tuple(address for address in sheet.to if address not in owner),
        subject=sheet.subject,
        text=sheet.text,
    )


def _names(sheets: list[_Sheet]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for sheet in sheets:
        for address, written in sheet.named:
            bare = re.sub(r"<[^>]{0,300}>|\S{0,200}@\S{0,200}", " ", written)
            words.setdefault(address, set()).update(word.lower() for word in _NAME_WORD.findall(bare))
    return {address: frozenset(found) for address, found in words.items()}
