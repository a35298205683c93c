"""A home: one owner's folder, opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from maarif.domain.errors import NotAHome
from maarif.store import Store


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


def open_home(path: str | Path | None = None, clock: Callable[[], int] = _now) -> Home:
    """Open the home at `path` (default: `default_path()`), creating it where there is none.

    Raises HomeTrouble where the folder cannot be a home.
    """
    folder = Path(path) if path is not None else default_path()
    if folder.exists() and not folder.is_dir():
        raise NotAHome(str(folder), "it is a file")
    return Home(Store(folder), clock)
