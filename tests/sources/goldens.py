"""The golden files: inputs with invented people, beside each the nouns it must come to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import cast

from maarif.domain.blobs import Blob, Source
from maarif.domain.items import Defect, Item
from tests.blobs import Bytes

FOLDER = Path(__file__).parent / "golden"
TODAY = date(2026, 7, 1)
EXPECTED = ".expected"


def source_names() -> list[str]:
    """The sources that are registered."""
    return sorted(point.name for point in entry_points(group="maarif.sources"))


def source(name: str) -> Source:
    """The source of this name."""
    (point,) = entry_points(group="maarif.sources", name=name)
    return cast("Source", point.load())


def inputs(name: str = "*") -> list[Path]:
    """The golden inputs of one source, or of all."""
    files = FOLDER.glob(f"{name}/**/*")
    return sorted(path for path in files if path.is_file() and not path.name.endswith(EXPECTED))


def blob(path: Path) -> Bytes:
    """A golden input as a blob, named as within its source's folder, among its neighbours."""
    folder = path.relative_to(FOLDER).parts[0]
    return Bytes(_within(path), path.read_bytes(), _neighbours(folder))


@cache
def _neighbours(folder: str) -> dict[str, bytes]:
    return {_within(path): path.read_bytes() for path in inputs(folder)}


def _within(path: Path) -> str:
    return "/".join(path.relative_to(FOLDER).parts[1:])


def name_of(path: Path) -> str:
    """The name of a golden file with its source's folder."""
    return "/".join(path.relative_to(FOLDER).parts)


def expected(path: Path) -> Path:
    """Where the nouns of a golden input stand."""
    return path.with_name(path.name + EXPECTED)


def nouns(reader: Source, taken: Blob) -> list[Item | Defect]:
    """All that a source reads from a blob."""
    return list(reader.read(taken, TODAY))


def lines(found: list[Item | Defect]) -> Iterator[str]:
    """One JSON line per noun, with its shape; what is empty is left out."""
    for noun in found:
        yield json.dumps(_shape(noun), ensure_ascii=False)


def _shape(noun: Item | Defect) -> dict[str, object]:
    values = {name: value for name, value in asdict(noun).items() if value not in (None, "", (), False)}
    if isinstance(noun, Defect) and noun.kept is not None:
        values["kept"] = _shape(noun.kept)
    return {"shape": type(noun).__name__, **values}
