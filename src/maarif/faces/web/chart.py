"""The small chart of a person: what came above the line, what went below it, meetings as dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from maarif.app.knowing.history import Span

#: The drawing's own units: the width of a bar with its gap, and the height above and below the line.
STEP, GAP, HALF = 12, 3, 36


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time, drawn: where it stands, how far it reaches up and down, and whether one met."""

    span: Span
    x: int
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars; `first` and `last` name the ends. Without bars there is nothing to draw."""

    bars: tuple[Bar, ...] = ()
    width: int = 0

    @property
    def theirs(self) -> int:
        """Messages from them, in all."""
        return sum(bar.span.theirs for bar in self.bars)

    @property
    def yours(self) -> int:
        """Messages from the owner, in all."""
        return sum(bar.span.yours for bar in self.bars)

    @property
    def together(self) -> int:
        """Meetings, in all."""
        return sum(bar.span.together for bar in self.bars)


def drawn(spans: Sequence[Span]) -> Chart:
    """The chart of some spans; heights grow with the square root, so that a quiet year is seen beside a loud one."""
    most = max((max(span.theirs, span.yours) for span in spans), default=0)
    bars = tuple(
        Bar(span, place * STEP, _height(span.theirs, most), _height(span.yours, most))
        for place, span in enumerate(spans)
    )
    return Chart(bars, len(bars) * STEP)


def _height(count: int, most: int) -> float:
    return round(HALF * sqrt(count / most), 1) if count and most else 0.0
