"""The one door from the benchmarks to the program: a home, what is taken in, what is asked.

All that the benchmarks use of `maarif` in one process is named here; the rest goes through its command line.
"""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "maarif.faces.cli.main")


def installed() -> bool:
    """Whether the program can be asked from Python."""
    try:
        module = importlib.import_module("maarif")
    except ImportError:
        return False
    return all(hasattr(module, verb) for verb in ("open_home", "take_in", "ask"))


def fresh_home(path: Path) -> Any:
    """An empty home at a path; what lay there is removed."""
    if path.exists():
        shutil.rmtree(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return open_home(path)


def open_home(path: Path) -> Any:
    """A home that stands already, or a new one."""
    return importlib.import_module("maarif").open_home(path)


def take_in(home: Any, paths: Iterable[Path], me: Sequence[str]) -> None:
    """Import files and folders for an owner with these addresses."""
    importlib.import_module("maarif").take_in(home, list(paths), me=list(me))


def ask(home: Any, text: str, kind: str | None, limit: int, on: int | None) -> Any:
    """The program's answer, as of a moment (Unix seconds) where one is given."""
    return importlib.import_module("maarif").ask(home, text, kind=kind, limit=limit, on=on)
