"""Ways to somebody through somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.evidence import Evidence
from maarif.domain.people import Person

#: How it is known that two people know each other, the surest first: somebody said so; they wrote to each other or
#: stood on one message; they were at one meeting; they work or worked in one house; nothing but one circle.
Provenance: TypeAlias = Literal["stated", "wrote together", "met together", "same employer", "guessed"]


@dataclass(frozen=True, slots=True)
class Introduction:
    """A way from the owner to a target: `via` knows them, or may.

    `target` is what the target is called, `person` who they are where they are known themselves. `evidence` holds the
    points of the three links (how close the owner and `via` are, whether `via` will, whether they know the target).
    `weakest` names the weakest of them. `inferred` says that nobody ever said that the two know each other. `note` is
    a text to write to `via`, with a part that can be passed on ("" where it was not asked for).
    """

    via: Person
    target: str
    person: Person | None
    evidence: Evidence
    provenance: Provenance
    weakest: str
    inferred: bool
    note: str

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return self.evidence.total
