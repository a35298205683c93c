"""Where the events of an import come from: this process where there is little to read, else a crew of others."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from maarif import files
from maarif.app.home import Home
from maarif.app.importing.reading import Bare, Event, Reader, nothing_known, refusal, sources, understood
from maarif.domain.items import Defect

#: Bytes below which starting processes costs more than they save.
_MUCH = 24 << 20
#: Workers at most: each takes about a hundred megabytes.
_MOST = 3


def bytes_of(paths: Sequence[Path]) -> int:
    """Bytes of all files at or below the paths, as they lie on disk."""
    return sum(found.size for found in files.find(paths) if isinstance(found, files.Place))


def workers_for(total: int) -> int:
    """How many processes should read so many bytes; 0 where this one does it best."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores - 1, _MOST) if total >= _MUCH and sys.executable else 0


def gather(paths: Sequence[Path], today: date, home: Home | None, workers: int) -> Generator[Event]:
    """The events of all files at or below the paths, in their order, whoever reads them; to be closed in the end.

    Files that `home` knows are not read again. The result is the same for any number of `workers`.
    """
    known = home if home is not None and home.store.imports.any() else None
    if workers:
        from maarif.app.importing.crew import Crew
        from maarif.app.importing.framing import Setup

        with Crew(workers, Setup(today, known.path if known else None)) as crew:
            if crew.is_there():
                yield from _understood(crew.events(files.find(paths)))
                return
    lookup = known.store.imports.known if known else nothing_known
    yield from _understood(_read_here(paths, Reader(sources(), today, lookup)))


def _read_here(paths: Sequence[Path], reader: Reader) -> Iterator[Event]:
    for found in files.find(paths):
        if isinstance(found, Defect):
            yield refusal(found)
        else:
            yield from reader.events(found)


def _understood(events: Iterable[Event]) -> Iterator[Event]:
    for event in events:
        if isinstance(event, Bare):
            yield from understood(event)
        else:
            yield event
