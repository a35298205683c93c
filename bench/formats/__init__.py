"""Public files of many programs: is each recognised without being told, and read completely?

A row a file: the source that claims it, what it comes to, and the check it passed. Where a folder holds what another
reader made of its files (`target.json`), the messages must be the same; of a vCard every value must be kept, of a
calendar every summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import cast

from bench.formats.checks import check
from bench.options import Options
from bench.report import Cell, Part, Table, setting
from maarif import files
from maarif.domain.blobs import Blob, Source
from maarif.domain.items import Defect, Item

TODAY = date(2026, 11, 1)
#: What lies among the files and is none of them: what others made of them, and licences.
_BESIDE = ("target.json", "LICENSE", "LICENSE.txt", "README.md")


def run(options: Options) -> Part:
    """Read every file below `formats/` of the data folder."""
    folder = options.data / "formats" if options.data else None
    if folder is None or not folder.is_dir():
        note = "No data: give a folder that holds `formats/` with --data."
        return Part("formats", (Table("Files", (), (), (note,)),), setting(options.command, {}))
    rows = tuple(_rows(folder))
    columns = ("file", "source", "read", "defects", "what", "check")
    wrong = sum(str(row[-1]).startswith("no") for row in rows)
    note = f"{len(rows)} files, {len(rows) - wrong} as they should be, {wrong} not."
    return Part("formats", (Table("Files", columns, rows, (note,)),), setting(options.command, {}))


def _rows(folder: Path) -> Iterator[tuple[Cell, ...]]:
    known = {point.name: cast("Source", point.load()) for point in entry_points(group="maarif.sources")}
    for blob in files.walk([folder]):
        path = Path(blob.origin.source if isinstance(blob, Defect) else blob.name)
        if path.name not in _BESIDE:
            name = str(path.relative_to(folder))
            yield (name, "", 0, 1, "", "not opened") if isinstance(blob, Defect) else (name, *_read(blob, known))


def _read(blob: Blob, known: dict[str, Source]) -> tuple[Cell, ...]:
    claimants = [name for name, source in known.items() if source.recognises(blob)]
    if len(claimants) != 1:
        return (" ".join(claimants), 0, 0, "", "not recognised" if not claimants else "not by one source alone")
    found: list[Item | Defect] = list(known[claimants[0]].read(blob, TODAY))
    shapes = Counter(type(each).__name__ for each in found if not isinstance(each, Defect))
    what = ", ".join(f"{count} {shape}" for shape, count in sorted(shapes.items()))
    defects = sum(isinstance(each, Defect) for each in found)
    return (claimants[0], len(found), defects, what, check(Path(blob.name), claimants[0], found))
