"""How fast each source reads: generated inputs of its own format, each read in a process of its own."""

from __future__ import annotations

import os
import sys
from importlib.metadata import entry_points
from pathlib import Path

from bench.children import Cost, run_child
from bench.options import Options
from bench.report import ROOT, Cell, Part, Table, keep, setting
from bench.sources.inputs import INPUTS, Input

#: Where the figures of the last full run stand, for the table of docs/sources/index.md.
FROZEN = ROOT / "bench" / "results"
NAME = "sources.json"


def run(options: Options) -> Part:
    """Read a generated file with every source; a full run is kept in `bench/results/sources.json`."""
    folder = options.out / "cache" / "sources"
    rows = tuple(_row(given, folder, options.scale) for given in INPUTS)
    columns = ("source", "input", "read", "per CPU-s", "CPU s", "wall s", "peak MB", "asked for, wall s")
    left = sorted(set(_names()) - {given.source for given in INPUTS})
    notes = (
        "Parsing alone, in one process, without store and index; the start of Python (about 0.2 s) is in the figures. "
        "CPU seconds are the process's own; wall seconds grow with what else the machine has to do.",
    )
    notes += (f"Not measured: {', '.join(left)}.",) if left else ()
    part = Part("sources", (Table("Reading", columns, rows, notes),), _setting(options))
    if options.scale == 1:
        keep(part, FROZEN, NAME)
    return part


def _setting(options: Options) -> dict[str, str]:
    busy = f"{os.getloadavg()[0]:.1f}"
    return setting(options.command, {"scale": f"{options.scale:g}", "processes that wanted a core at the start": busy})


def _names() -> list[str]:
    return [point.name for point in entry_points(group="maarif.sources")]


def _row(given: Input, folder: Path, scale: float) -> tuple[Cell, ...]:
    count = max(int(given.count * scale), 1)
    path = folder / given.source / f"{count}" / given.name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        given.write(path, count)
    cost = run_child([sys.executable, "-m", "bench.sources.reading", given.source, str(path)])
    read = _count(cost)
    speed = read / cost.cpu if read else None
    return (given.source, f"{count:,} {given.unit}", read, speed, cost.cpu, cost.wall, cost.memory, given.limit)


def _count(cost: Cost) -> int:
    """What the child says it read; nothing where it failed."""
    return int(cost.printed.split()[-1]) if cost.code == 0 and cost.printed.strip() else 0
