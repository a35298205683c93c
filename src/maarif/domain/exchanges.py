"""What passed between the owner and somebody, as far as it shows what became of a message or a promise."""

from __future__ import annotations

from dataclasses import dataclass

from maarif.domain.items import Channel


@dataclass(frozen=True, slots=True)
class Exchange:
    """One item with a person on it: when, through what, and who takes part how.

    `sender` is the person who wrote it ("" where nobody did), `present` how many handles take part, `owner` is 1 where
    the owner does, `place` where it stands in its source (a mail's Message-ID).
    """

    item: int
    at: int
    shape: str
    channel: Channel
    thread: str
    sender: str
    present: int
    owner: int
    place: str
