"""A watched folder: what is dropped there is taken in, once it lies still."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from maarif import files
from maarif.app.home import Home
from maarif.app.importing.progress import Progress
from maarif.app.importing.take_in import ImportReport, take_in
from maarif.domain.errors import BadInput, BusyHome

#: Seconds for which size and time of a file must stay the same before it is thought to be whole.
QUIET = 3.0
#: Seconds between two looks at the folder while something there is not still yet, or the home is busy.
_LOOK = 0.5

#: Bytes and nanoseconds since 1970 of a file's last change: what is different when it is another.
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Watching:
    """What to watch, and for whom: the folder, who the owner is, how long a file must lie still (seconds), whether to
    end once all that lies there is taken in (`once`), and who is told of the advance of each import."""

    folder: Path
    me: Sequence[str] = ()
    quiet: float = QUIET
    once: bool = False
    progress: Progress | None = None


def watch(home: Home, watching: Watching, stop: threading.Event | None = None) -> Iterator[ImportReport]:
    """Take in what lies in a folder, and whatever is dropped there later; yields a report of each import.

    A file is taken in when its size and time have not changed for a while, and never under a name that says it is
    still being written (`.part`, `.crdownload`). What cannot be read is reported, and tried again only when it has
    changed. Ends when `stop` is set, with KeyboardInterrupt, or `once` nothing is left to do.
    """
    if not watching.folder.is_dir():
        raise BadInput(f"{watching.folder} is no folder. Make it, or watch the one that your downloads go to.")
    stop = stop or threading.Event()
    dropbox = _Dropbox(watching.folder, watching.quiet)
    for _ in _looks(watching, dropbox, stop):
        ready = dropbox.ready()
        if ready:
            try:
                report = take_in(home, ready, watching.me, watching.progress)
            except BusyHome:  # another command writes: the next look finds the same files
                continue
            dropbox.took(ready)
            if report.files:
                yield report


def _looks(watching: Watching, dropbox: _Dropbox, stop: threading.Event) -> Iterator[None]:
    """One look at once, and one whenever something may have changed."""
    from watchfiles import watch as changes

    dropbox.look()
    if watching.once:
        while dropbox.waiting and not stop.wait(min(_LOOK, watching.quiet)):
            dropbox.look()
            yield
        return
    yield
    unseen = True  # what came while the first files were taken in, before anybody watched
    step = int(min(_LOOK, max(watching.quiet, 0.05)) * 1000)
    for found in changes(
        watching.folder, watch_filter=None, debounce=step, step=step, rust_timeout=step, yield_on_timeout=True,
        stop_event=stop, ignore_permission_denied=True,
    ):  # fmt: skip
        if found or dropbox.waiting or unseen:
            unseen = False
            dropbox.look()
            yield


class _Dropbox:
    """The files of a folder: which have been taken in as they are now, and since when the others lie still."""

    def __init__(self, folder: Path, quiet: float) -> None:
        self._folder = folder
        self._quiet = quiet
        self._still: dict[str, tuple[Stamp, float]] = {}
        self._done: dict[str, Stamp] = {}

    @property
    def waiting(self) -> bool:
        """Whether some file is not taken in as it is now."""
        return bool(self._still)

    def look(self) -> None:
        """Look at every file, and begin to wait anew for those that have changed."""
        now = time.monotonic()
        here = {place.path: stamp for place in self._places() if (stamp := _stamp(place.path)) is not None}
        fresh = {path: stamp for path, stamp in here.items() if self._done.get(path) != stamp}
        self._still = {
            path: held if (held := self._still.get(path)) and held[0] == stamp else (stamp, now)
            for path, stamp in fresh.items()
        }
        self._done = {path: stamp for path, stamp in self._done.items() if here.get(path) == stamp}

    def _places(self) -> Iterator[files.Place]:
        for found in files.find([self._folder]):
            if isinstance(found, files.Place) and found.size and not _is_being_written(found.path):
                yield found

    def ready(self) -> list[str]:
        """The files that lie still for long enough, by name."""
        now = time.monotonic()
        return sorted(path for path, (_, since) in self._still.items() if now - since >= self._quiet)

    def took(self, paths: Sequence[str]) -> None:
        """These were taken in, or refused, as they were when they lay still."""
        for path in paths:
            self._done[path] = self._still.pop(path)[0]


def _is_being_written(path: str) -> bool:
    """Whether the name says so, or a sibling's does (Firefox keeps `x.zip` empty beside `x.zip.part`)."""
    own = Path(path)
    return files.is_unfinished(own.name) or any(
        own.with_name(own.name + ending).exists() for ending in (".part", ".crdownload", ".download", ".aria2")
    )


def _stamp(path: str) -> Stamp | None:
    try:
        found = Path(path).stat()
    except OSError:  # gone again
        return None
    return found.st_size, found.st_mtime_ns
