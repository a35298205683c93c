"""A bar that moves while files are read: on stderr, and only where somebody can see it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Cells of a file's name beside the bar.
_NAME = 36


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int], None] | None]:
    """What `take_in` tells (file name, items so far) as a moving line; None where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from maarif.faces.cli.bidi import isolate
    from maarif.faces.cli.layout import shorten_path

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.completed:,.0f} items", markup=False),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        pace = _Pace()
        task = bar.add_task("opening the files", total=None, rate="")

        def told(name: str, count: int) -> None:
            done = pace.count(name, count)
            elapsed = bar.tasks[0].elapsed or 0.0
            rate = f"{done / elapsed:,.0f}/s" if elapsed > 1 else ""
            bar.update(task, description=isolate(shorten_path(name, _NAME)), completed=done, rate=rate)

        yield told


class _Pace:
    """Items of all files so far, from the items so far of the file being read."""

    def __init__(self) -> None:
        self._name = ""
        self._before = 0
        self._here = 0

    def count(self, name: str, here: int) -> int:
        """Items so far, over all files."""
        if name != self._name:
            self._before += self._here
            self._name = name
        self._here = here
        return self._before + here
