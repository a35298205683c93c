"""What parsing gets out of the bytes of one mail, before anything is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

#: Display name and address as a header wrote them, decoded.
Pair: TypeAlias = tuple[str, str]

#: Header values by lower-case name, decoded, in their order.
Headers: TypeAlias = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail taken apart: `plain` and `html` are its text parts, `attached` tells of other parts.

    `telling` are those of the other parts that say what the mail is about, as (kind, bytes); `flowed` is whether
    its plain lines were broken by a program that says so, `drop_space` whether their last space is no space.
    """

    headers: Headers
    senders: tuple[Pair, ...]
    to: tuple[Pair, ...]
    cc: tuple[Pair, ...]
    subject: str
    plain: tuple[str, ...]
    html: tuple[str, ...]
    attached: bool = False
    telling: tuple[tuple[str, bytes], ...] = ()
    flowed: bool = False
    drop_space: bool = False

    def first(self, name: str) -> str:
        """Return the first value of a header, "" where there is none."""
        values = self.headers.get(name)
        return values[0] if values else ""
