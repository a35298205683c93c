"""One message as any of the tools writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maarif.domain.chats import Said, me
from maarif.domain.items import Party

_REACTIONS = re.compile(r"\s?\(- [^\n]{1,300} -\)\s*$")
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)")
_FILE = re.compile(r"\[(?P<name>[^\]\n]{1,300})\]\((?:\./)?media/[^)\n]{0,500}\)")
_PHONE = re.compile(r"\+\d[\d ]{6,20}")
#: What the tools write for a sender that they do not find.
_NOBODY = ("No-Sender", "None")
_CALL = re.compile(
    r"(?P<held>(?:incoming|outgoing) (?:voice |video )?call(?: \(accepted[^()]{0,40}\))?)|"
    r"(?:missed|incoming|outgoing) (?:voice |video )?call(?: \([^()]{0,40}\))?",
    re.IGNORECASE,
)
_DELETED = "(This message was deleted)"


@dataclass(frozen=True, slots=True)
class Entry:
    """Who says what; nobody for what Signal itself says, a fault for what cannot be read."""

    sender: Party | None
    said: Said
    fault: str = ""


def party_of(sender: str) -> Party | None:
    """Somebody by name or number; `Me` is the owner; None where the tool found nobody."""
    if sender in _NOBODY:
        return None
    if sender == "Me":
        return me("signal")
    return Party(address=sender, kind="phone") if _PHONE.fullmatch(sender) else Party(sender, kind="name")


def words_of(written: str) -> str:
    """The words without reactions, with `[image]` and the like for media."""
    words = _REACTIONS.sub("", written) if written.rstrip().endswith("-)") else written
    if "](" in words:
        words = _FILE.sub(lambda found: f"[document: {found['name']}]", _PICTURE.sub("[image]", words))
    return words.strip()


def said_in(words: str, at: int | None, written: str) -> Said:
    """What is said by these words: nothing where they were deleted, a call where they tell of one."""
    if words == _DELETED:
        return Said("", at, written)
    call = _CALL.fullmatch(words)
    if call is None:
        return Said(words, at, written)
    return Said(words, at, written, "call") if call["held"] else Said("[missed call]", at, written)
