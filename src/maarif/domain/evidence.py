"""A score that carries its own reasons."""

from __future__ import annotations

from dataclasses import dataclass

from maarif.domain.items import Origin


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim worth some points, the items it rests on, and the parts it is made of.

    Points of the whole are its own points plus those of its parts, so that a total is always the sum of its reasons.
    """

    claim: str
    points: float = 0.0
    origins: tuple[Origin, ...] = ()
    parts: tuple[Evidence, ...] = ()

    @property
    def total(self) -> float:
        """Own points plus the totals of all parts."""
        return self.points + sum(part.total for part in self.parts)
