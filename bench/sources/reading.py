"""One file read by one source: `python -m bench.sources.reading SOURCE FILE` prints how many items there were."""

from __future__ import annotations

import sys
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import cast

from bench.imports.stages import FileBlob
from maarif.domain.blobs import Source
from maarif.domain.items import Defect


def read(name: str, path: Path) -> int:
    """Read the file and forget what it says; defects do not count. Raises where the source does not recognise it."""
    (point,) = entry_points(group="maarif.sources", name=name)
    source, blob = cast("Source", point.load()), FileBlob(path)
    if not source.recognises(blob):
        raise SystemExit(f"{name} does not recognise {path.name}: the generated input is wrong")
    return sum(not isinstance(item, Defect) for item in source.read(blob, date(2026, 11, 1)))


if __name__ == "__main__":
    print(read(sys.argv[1], Path(sys.argv[2])))
