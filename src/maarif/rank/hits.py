"""Items that speak to a need, and the people on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

#: author: wrote it; other: was written to by the owner, or met; bystander: was there when somebody else said it;
#: subject: it is about them (a card, a note that names them).
Part: TypeAlias = Literal["author", "other", "bystander", "subject"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One item with its likeness to the need (`sim` >= 0), the words of the need that it meets with what they weigh
    there (weightiest first), and each person's part.

    `gain` is how much likelier the need is under the item's words than under anybody's (logarithmic, BM25).
    `at` is Unix seconds, None where unknown; `by_owner` says that the owner wrote it; `bulk` that a list or machine
    did.
    """

    item: int
    sim: float
    met: tuple[tuple[str, float], ...]
    at: int | None
    people: tuple[tuple[str, Part], ...]
    by_owner: bool = False
    bulk: bool = False
    shape: str = "Message"
    gain: float = 0.0

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the need that it meets, weightiest first."""
        return tuple(word for word, _ in self.met)

    @property
    def cover(self) -> float:
        """What the words it meets weigh together."""
        return sum(weight for _, weight in self.met)

    @property
    def crowd(self) -> int:
        """n: how many people (besides the owner) are on it, at least one."""
        return max(len(self.people), 1)
