"""How things stand between the owner and one person on one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.evidence import Evidence
from maarif.domain.items import Channel, Origin

#: out: the owner wrote; in: written to the owner; copy: the owner was copied; list: through a list or in bulk;
#: beside: the owner took no part, others did.
Direction: TypeAlias = Literal["out", "in", "copy", "list", "beside"]

#: The part somebody has in an item, as far as it makes a tie, and the channels: their places are their codes in
#: columns.
ROLES = ("", "from", "to", "cc", "present", "named", "mentioned")
CHANNELS: tuple[str, ...] = ("", "mail", "message", "chat", "call", "meeting", "visit")

#: One participation: item, handle, code of the role, time (Unix seconds), code of the channel, bulk (0 or 1).
Participation: TypeAlias = tuple[int, int, int, int, int, int]

State: TypeAlias = Literal["alive", "cooling", "dormant", "one_sided", "new", "unknown"]

#: What the owner says, which overrides every computed state.
Mark: TypeAlias = Literal["close", "keep away", "deceased", "never suggest"]


@dataclass(frozen=True, slots=True)
class Interaction:
    """One thing that happened between the owner and others; `people` are the ids of the others."""

    origin: Origin
    at: int
    channel: Channel
    direction: Direction
    people: tuple[str, ...]
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """Probabilities, each on its own: a colleague can be a friend."""

    work: float = 0.0
    family: float = 0.0
    friend: float = 0.0
    community: float = 0.0
    service: float = 0.0


@dataclass(frozen=True, slots=True)
class Tie:
    """How things stand between the owner and one person, as of one moment.

    `strength` totals to [0, 1]; `peak` is the best strength of any past year in [0, 1]; `layer` is 5, 15, 50, 150 or 0
    (beyond); `reciprocity` in [0, 1]; times are Unix seconds; `answered` counts those of the owner's `written` direct
    messages that were answered within 14 days; `items` is how many items they share at all.
    """

    person: str
    as_of: int
    strength: Evidence
    peak: float
    layer: int
    state: State
    facets: Facets
    reciprocity: float
    last_in: int | None
    last_out: int | None
    shared_contacts: int = 0
    written: int = 0
    answered: int = 0
    items: int = 0

    @property
    def effective(self) -> float:
        """S_eff = max(S_now, .8 S_peak): what once was strong is not lost (RANKING.md section 2)."""
        return max(self.strength.total, 0.8 * self.peak)
