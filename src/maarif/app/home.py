"""A home: one owner's folder, opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from maarif.domain.errors import NotAHome
from maarif.store import Store

T = TypeVar("T")


def _now() -> int:
    return int(datetime.now(UTC).timestamp())


@dataclass(slots=True)
class Home:
    """One owner's store, and the clock by which its questions are asked."""

    store: Store
    clock: Callable[[], int] = _now
    #: Views that are costly to make and hold for one state of the store; emptied by every change.
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The folder."""
        return self.store.folder

    @property
    def now(self) -> int:
        """The moment, in Unix seconds."""
        return self.clock()

    @property
    def today(self) -> date:
        """The day, in UTC."""
        return datetime.fromtimestamp(self.now, UTC).date()

    def changed(self) -> None:
        """Forget all kept views."""
        self.kept.clear()

    def view(self, key: str, make: Callable[[], T]) -> T:
        """A view kept under its key, made where it is not there yet.

        A key "name@moment" replaces the one of the same name for another moment: one moment at a time is kept.
        """
        if key not in self.kept:
            name, at, _ = key.partition("@")
            for old in [k for k in self.kept if at and k.startswith(f"{name}@")]:
                del self.kept[old]
            self.kept[key] = make()
        kept: T = self.kept[key]
        return kept

    def horizon(self, moment: int) -> int:
        """The moment, or just after the last dated item where that is earlier: all that lies behind is the same."""
        return min(moment, self.store.ledgers.latest() + 1)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Home:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def default_path() -> Path:
    """`MAARIF_HOME`, else the platform's data folder."""
    chosen = os.environ.get("MAARIF_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("maarif", appauthor=False))


def open_home(path: str | Path | None = None, clock: Callable[[], int] = _now, patience: int | None = None) -> Home:
    """Open the home at `path` (default: `default_path()`), creating it where there is none.

    `patience` is how many seconds it waits for another command that writes (default: a minute). With none at all it is
    for reading: while another writes, it answers from what is derived already.
    Raises HomeTrouble where the folder cannot be a home.
    """
    folder = Path(path) if path is not None else default_path()
    if folder.exists() and not folder.is_dir():
        raise NotAHome(str(folder), "it is a file")
    return Home(Store(folder) if patience is None else Store(folder, patience), clock)
