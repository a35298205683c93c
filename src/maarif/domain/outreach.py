"""What became of a need: who was written to, what came back, and what was given and taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.domain.needs import NeedKind

#: The way of an outreach; a later step stands above an earlier one. `told`: they heard how it ended.
Step: TypeAlias = Literal["to write", "written", "answered", "helped", "declined", "thanked", "told"]

#: What moved: the owner asked for it, it was received, given, or offered.
FavourKind: TypeAlias = Literal["asked", "received", "given", "offered"]


@dataclass(frozen=True, slots=True)
class KeptNeed:
    """A need that the owner follows up; `closed` (Unix seconds) and `outcome` are set when it is over."""

    id: int
    text: str
    kind: NeedKind
    asked_on: int
    closed: int | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class OutreachStep:
    """One step of an outreach: when (Unix seconds), told by the owner or found in an import, and the item that shows
    it."""

    step: Step
    at: int
    by: Literal["owner", "import"]
    origin: Origin | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outreach:
    """What became of asking one person for one need; the last of `steps` is how it stands."""

    id: int
    need: int
    handle: Handle
    steps: tuple[OutreachStep, ...]

    @property
    def stands(self) -> Step:
        """The step that it has come to."""
        return self.steps[-1].step if self.steps else "to write"


@dataclass(frozen=True, slots=True)
class Favour:
    """Something asked, received, given or offered between the owner and whoever is behind a handle.

    `confirmed` is None while it is only proposed from a message, and the owner's answer afterwards.
    """

    id: int
    handle: Handle
    kind: FavourKind
    what: str
    at: int
    origin: Origin | None = None
    confirmed: bool | None = None
