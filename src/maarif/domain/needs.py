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
class Need:
    """What the owner wants to tell or ask, as of a moment (`asked_on`, Unix seconds: nothing at or after it counts).

    `words` are the stemmed words that carry the topic; `names` the people and organisations it mentions.
    """

    id: str
    text: str
    kind: NeedKind
    words: tuple[str, ...]
    names: tuple[str, ...]
    asked_on: int


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
class Answer:
    """A need with its suggestions; no suggestions means: nobody I can vouch for."""

    need: Need
    suggestions: tuple[Suggestion, ...]
    set_aside: tuple[SetAside, ...] = ()
