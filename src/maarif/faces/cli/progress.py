"""How far an import has come: a moving line where somebody can see it, else a plain one now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maarif.app.importing.progress import Advance

#: Cells of a file's name beside the bar.
_NAME = 30
#: Seconds between two plain lines, and before the first: short imports say nothing.
_NOW_AND_THEN = 30.0

_SETTLING = "working out who is who"


@contextmanager
def progress_bar() -> Iterator[Callable[[Advance], None]]:
    """What an import tells of its advance: the file, items so far, their rate, and the time left."""
    if not sys.stderr.isatty():
        yield _Plain().told
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=16),
        TextColumn("{task.fields[done]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=5) as bar:
        task = bar.add_task("opening the files", total=None, done="")

        def told(come: Advance) -> None:
            bar.update(task, **_moving(come))

        yield told


def _moving(come: Advance) -> dict[str, Any]:
    if come.phase == "settling":
        return {"description": _SETTLING, "total": None, "done": f"{come.items:,} items"}
    from maarif.faces.cli.bidi import isolate
    from maarif.faces.cli.layout import shorten_path

    name = isolate(shorten_path(come.file, _NAME))
    return {"description": name, "total": max(come.total, 1), "completed": come.read, "done": _done(come)}


def _done(come: Advance) -> str:
    said = [f"{come.items:,} items"]
    if come.rate is not None:
        said.append(f"{come.rate:,.0f}/s")
    if come.seconds_left is not None:
        said.append(f"{_lasting(come.seconds_left)} left")
    return " · ".join(said)


def _lasting(seconds: float) -> str:
    """A time that is still to pass, no finer than it can be known."""
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    if seconds < 3600:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


class _Plain:
    """A line now and then, for logs."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _NOW_AND_THEN

    def told(self, come: Advance) -> None:
        """Say it, where the last time is long ago."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _NOW_AND_THEN
        what = _SETTLING if come.phase == "settling" else f"{come.share:.0%} read"
        print(f"{what}: {_done(come)}", file=sys.stderr, flush=True)
