"""What the columns of a table are held to be, and the owner's word about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from maarif import files
from maarif.domain.blobs import Blob
from maarif.domain.columns import CORRECTIONS, Column
from maarif.domain.errors import BadInput, NotRecognised, UnreadableFile
from maarif.domain.items import Defect


@runtime_checkable
class Tabular(Protocol):
    """A source of tables, which can show what it takes their columns for."""

    def columns(self, blob: Blob) -> tuple[Column, ...]:
        """What each column is held to be; empty for what is no table."""

    def held(self, word: str) -> str | None:
        """What a word for a column's contents means; None for no known word."""


def columns_of(path: Path) -> tuple[Column, ...]:
    """The columns of the table at a path. Raises UnreadableFile, and NotRecognised for what is no table."""
    blob = None if path.is_dir() else next(iter(files.walk([path])), None)
    if blob is None or isinstance(blob, Defect):
        why = blob.reason if isinstance(blob, Defect) else "a folder or an empty archive: give one table"
        raise UnreadableFile(str(path), why)
    found = next(filter(None, (source.columns(blob) for source in _tabular())), ())
    if not found:
        raise NotRecognised(str(path))
    return found


def correct_columns(path: Path, said: Mapping[str, str]) -> tuple[Column, ...]:
    """Keep what the owner says of columns, by name, in a file beside the table; gives the columns as they are now.

    Raises BadInput for a column that the table has not, or for a word that means nothing known.
    """
    names = [column.name for column in columns_of(path)]
    kept = _kept(path)
    for name, word in said.items():
        if name not in names:
            raise BadInput(f"{path}: no column {name!r}. Its columns are: {', '.join(names)}")
        target = next((held for source in _tabular() if (held := source.held(word)) is not None), None)
        if target is None:
            raise BadInput(f"{word!r} says nothing that is known. Say name, phone, email, city, TEL work, keep or -")
        kept[name] = target
    _beside(path).write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return columns_of(path)


def _tabular() -> list[Tabular]:
    from maarif.app.importing.reading import sources

    return [source for source in map(_as_object, sources().values()) if isinstance(source, Tabular)]


def _as_object(source: object) -> object:
    return source


def _kept(path: Path) -> dict[str, str]:
    try:
        found = json.loads(_beside(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(word) for name, word in found.items()} if isinstance(found, dict) else {}


def _beside(path: Path) -> Path:
    return path.with_name(path.name + CORRECTIONS)
