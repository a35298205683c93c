"""What the owner wants, and who could help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.evidence import Evidence
from maarif.domain.people import Person

NeedKind: TypeAlias = Literal["job", "spread", "confide", "expert", "intro", "favour", "hire", "company", "recipients"]

#: Why somebody stands in the list: reasons of the last year, lost sight of, beyond work, or plainly the best.
Slot: TypeAlias = Literal["recent", "dormant", "beyond work", "best"]


@dataclass(frozen=True, slots=True)
class NeedParts:
    """What a need says beside its topic, each as it is written: fields of work and life, places, times, houses it
    wants into, whom it wants to reach, and who is to be kept out of it."""

    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    keep_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """What the owner wants to tell or ask, as of a moment (`asked_on`, Unix seconds: nothing at or after it counts).

    `words` are the folded words that carry the topic; `names` the people and organisations it mentions.
    """

    id: str
    text: str
    kind: NeedKind
    words: tuple[str, ...]
    names: tuple[str, ...]
    asked_on: int
    parts: NeedParts = NeedParts()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One person for one need, and why; `via` names whoever could introduce them."""

    need: str
    person: Person
    evidence: Evidence
    slot: Slot
    via: str | None = None
    cautions: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the reasons; nothing else."""
        return self.evidence.total


@dataclass(frozen=True, slots=True)
class SetAside:
    """Somebody who was left out of an answer, and why."""

    person: Person
    reason: str


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody who came near and is not vouched for: what speaks for them, and what would have to be known."""

    person: Person
    evidence: Evidence
    missing: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A need with its suggestions; no suggestions means: nobody I can vouch for. `nearest` came near."""

    need: Need
    suggestions: tuple[Suggestion, ...]
    set_aside: tuple[SetAside, ...] = ()
    nearest: tuple[Near, ...] = ()
