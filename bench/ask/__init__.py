"""How long an answer takes in an open process, from ten thousand messages to a million."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np

from bench.ask.world import MESSAGES, messages, needs, write_mbox
from bench.children import Cost, run_child
from bench.options import Options
from bench.people import OWNER
from bench.program import COMMAND
from bench.report import Cell, Part, Table, setting

SHARES = (0.01, 0.1, 1.0)
#: The last rows ask as of a day in the past, for which nothing can lie ready.
DAYS_AGO = 1400


def run(options: Options) -> Part:
    """Build a home of each size, put two hundred needs to it."""
    rows: list[tuple[Cell, ...]] = []
    sorts: Table | None = None
    for share in SHARES:
        count = max(int(MESSAGES * share * options.scale), 100)
        home = options.out / "homes" / f"ask-{count}"
        built = _built(home, count, options)
        for title, ago in (("now", 0), (f"as of {DAYS_AGO} days ago", DAYS_AGO)):
            found = _measured(home, ago)
            rows.append(_row(count, title, found))
            sorts = _by_sort(count, found) if found and not ago else sorts
        rows.append((f"{count:,}", f"(building it: {built})", *[None] * 8))
    columns = (
        "messages",
        "asked",
        "p50 wall ms",
        "p95",
        "p99",
        "p50 CPU ms",
        "p95",
        "p99",
        "answered",
        "peak MB",
    )
    note = f"{len(needs())} needs: nine kinds, three languages, six sorts of words; a person for 20 messages."
    tables = (Table("`ask` in an open process", columns, tuple(rows), (note,)), *([sorts] if sorts else []))
    return Part("ask", tables, setting(options.command, {"scale": f"{options.scale:g}"}))


def _built(home: Path, count: int, options: Options) -> str:
    """Build a home from generated messages, unless one is to be kept; says what it cost."""
    if options.keep_homes and home.exists():
        return "kept from the last run"
    shutil.rmtree(home, ignore_errors=True)
    path = options.out / "cache" / f"world-{count}.mbox"
    if not path.exists():
        write_mbox(messages(count), path)
    cost = run_child([*COMMAND, "import", str(path), "--home", str(home), "--me", OWNER.address, "--json"])
    if cost.code != 0:
        return f"failed with {cost.code}: {_last_line(cost)}"
    return f"{cost.cpu:.0f} CPU s, {cost.memory:.0f} MB"


def _measured(home: Path, ago: int) -> dict[str, Any] | None:
    cost = run_child([sys.executable, "-m", "bench.ask.measure", str(home), str(ago)])
    if cost.code != 0:
        print(f"ask: {home.name}: {_last_line(cost)}", file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(cost.printed)
    return found


def _last_line(cost: Cost) -> str:
    return (cost.complaints.strip().splitlines() or ["no message"])[-1]


def _row(count: int, title: str, found: dict[str, Any] | None) -> tuple[Cell, ...]:
    if found is None:
        return (f"{count:,}", title, *[None] * 8)
    times = [*_percentiles(found["costs"], "wall_ms"), *_percentiles(found["costs"], "cpu_ms")]
    answered = sum(cost["named"] > 0 for cost in found["costs"])
    return (f"{count:,}", title, *times, answered, float(found["memory_mb"]))


def _percentiles(costs: list[dict[str, float]], measure: str) -> list[float]:
    return [float(value) for value in np.percentile([cost[measure] for cost in costs], [50, 95, 99])]


def _by_sort(count: int, found: dict[str, Any]) -> Table:
    sorts = dict.fromkeys(cost["sort"] for cost in found["costs"])
    rows = []
    for sort in sorts:
        own = [cost for cost in found["costs"] if cost["sort"] == sort]
        rows.append((sort, len(own), *_percentiles(own, "wall_ms")))
    return Table(
        f"By the words of the need, {count:,} messages",
        ("need", "asked", "p50 wall ms", "p95", "p99"),
        tuple(rows),
    )
