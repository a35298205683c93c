"""Files that came through a page: they wait in a heap of their own, are taken in from where their names stay the same,
and go when that is done: the home keeps what they say."""

from __future__ import annotations

import re
import secrets
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from maarif.app.home import Home
from maarif.app.importing.progress import Progress
from maarif.app.importing.take_in import ImportReport, take_in
from maarif.domain.columns import CORRECTIONS
from maarif.domain.errors import BadInput
from maarif.store import brought
from maarif.store.brought import Brought

#: Seconds after which a heap that nobody took in is thrown away.
WAITS = 2 * 86_400
#: Imports on one page of their list, and defects that are shown of one.
PAGE, SHOWN = 12, 200

_HEAP = re.compile(r"[\w-]{8,32}")


def inbox_of(home: Path) -> Path:
    """The folder in a home where files lie until they are taken in."""
    return home / "inbox"


def new_heap(home: Path) -> str:
    """A heap for files that belong together; those that nobody came back for are thrown away."""
    waiting = inbox_of(home) / "waiting"
    waiting.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in waiting.iterdir():
        if time.time() - old.stat().st_mtime > WAITS:
            shutil.rmtree(old, ignore_errors=True)
    heap = secrets.token_urlsafe(9)
    (waiting / heap).mkdir(mode=0o700)
    return heap


def heap_of(home: Path, heap: str) -> Path:
    """Where a heap lies. Raises BadInput where there is none of that name."""
    folder = inbox_of(home) / "waiting" / heap
    if not _HEAP.fullmatch(heap) or not folder.is_dir():
        raise BadInput("These files are not here any more. Bring them once more; nothing was taken in.")
    return folder


def paths_in(folder: Path) -> list[Path]:
    """What lies at the top of a heap; what the owner said of columns lies beside its table."""
    return sorted(path for path in folder.iterdir() if not path.name.endswith(CORRECTIONS))


def leave(home: Path, heap: str) -> None:
    """Throw a heap away: it is not taken in."""
    shutil.rmtree(heap_of(home, heap), ignore_errors=True)


def take_heap_in(home: Home, heap: str, me: Sequence[str], progress: Progress | None = None) -> ImportReport:
    """Take a heap in, under names that are the same each time, and throw the files away.

    Raises BusyHome, and leaves the heap where it is, while another import is under way.
    """
    waiting, place = heap_of(home.path, heap), inbox_of(home.path) / "brought"
    with home.store.database.writing():
        shutil.rmtree(place, ignore_errors=True)
        waiting.rename(place)
        try:
            return take_in(home, paths_in(place), me, progress)
        finally:
            shutil.rmtree(place, ignore_errors=True)


def brought_in(home: Home, start: int = 0, most: int = PAGE) -> list[Brought]:
    """The latest imports, newest first."""
    return brought.latest(home.store.database, start, most)


def not_read(home: Home, batch: int) -> list[tuple[str, str, str, str]]:
    """What an import could not read: file, place, reason, excerpt."""
    found = brought.unreadable(home.store.database, batch, SHOWN)
    return [(each.origin.source, each.origin.item, each.reason, each.excerpt) for each in found]
