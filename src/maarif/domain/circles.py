"""People who are seen together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.items import Origin

#: community: mostly seen with each other; chat: a group chat; meeting: a meeting that comes again; list: those
#: who write to one list.
CircleKind: TypeAlias = Literal["community", "chat", "meeting", "list"]


@dataclass(frozen=True, slots=True)
class Circle:
    """Some people who are seen together, and what they are called by.

    `people` are ids, those who stand most in the middle of it first; `since` and `until` (Unix seconds) are when they
    were first and last seen together; `origins` are a few items that show it; `why` says how it got its name. The id
    stays from day to day as long as most of its people do.
    """

    id: str
    name: str
    kind: CircleKind
    people: tuple[str, ...]
    since: int | None = None
    until: int | None = None
    origins: tuple[Origin, ...] = ()
    why: str = ""
