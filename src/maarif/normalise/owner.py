"""Who the owner is, told from what the sources show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maarif.domain.handles import Handle
from maarif.normalise.handles import canonical, name_handle
from maarif.text.fold import words


@dataclass(frozen=True, slots=True)
class Traffic:
    """How often a handle sent mail, to how many different handles, and how often mail was addressed to it."""

    handle: Handle
    sent: int
    reached: int
    received: int


#: An address must take part in this share of all mail before it is taken for the owner's own.
SHARE_OF_MAIL = 0.25


def told(me: Sequence[str], names: Iterable[tuple[Handle, str]]) -> dict[Handle, str]:
    """The owner's handles from what they said of themselves: addresses as they are, names through the names written
    beside handles (all words of the told name must stand in it)."""
    found: dict[Handle, str] = {}
    wanted: list[frozenset[str]] = []
    for said in me:
        handle = _address(said)
        if handle is not None:
            found[handle] = "told"
        else:
            wanted.append(frozenset(words(said)))
    for handle, name in names if wanted else ():
        if frozenset(words(name)) in wanted:
            found.setdefault(handle, "told")
    return found


def _address(said: str) -> Handle | None:
    if "@" in said:
        return canonical("email", said, "")
    if "/" in said:
        return canonical("url", said, "")
    if said.lstrip("+").replace(" ", "").isdigit():
        return canonical("phone", said, "")
    return None


def told_from_mail(traffic: Sequence[Traffic], mails: int) -> dict[Handle, str]:
    """The address that sends: it takes part in most mail, writes to many, and is written to.

    A mailbox that one person keeps has one address on every mail, as sender or as addressee; nobody else's comes
    near. Nothing is told where no address stands on a quarter of all mail.
    """
    candidates = [
        t for t in traffic if t.handle.kind == "email" and t.sent and t.sent + t.received >= SHARE_OF_MAIL * mails
    ]
    best = max(candidates, key=lambda t: (t.sent + t.received + t.reached, str(t.handle)), default=None)
    return {best.handle: "mail"} if best else {}


def named(name: str, scopes: Iterable[str]) -> list[Handle]:
    """The bare-name handles that a person of this name has in the given scopes."""
    found = (name_handle(name, scope) for scope in scopes)
    return [handle for handle in found if handle]
