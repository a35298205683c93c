"""How fast mail is taken in: a large generated mbox, imported twice through the command line."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from bench.children import Cost, run_child
from bench.imports.corpus import MAILS, mbox
from bench.options import Options
from bench.people import OWNER
from bench.program import COMMAND
from bench.report import Cell, Part, Table, setting


def run(options: Options) -> Part:
    """Import, import again, and each stage alone; every figure from a process of its own."""
    path = mbox(options.out / "cache", options.scale)
    count = max(int(MAILS * options.scale), 1)
    home = options.out / "homes" / "import"
    shutil.rmtree(home, ignore_errors=True)
    first, again = _import(path, home), _import(path, home)
    rows = (
        _row("import: parse, store, index", first, count),
        _row("the same file again", again, count),
        *(_row(title, _stage(stage, path), count) for stage, title in _STAGES),
    )
    megabytes = path.stat().st_size / 1e6
    notes = (_again(first, again), _weight(home, megabytes), _said(first))
    title = f"{count:,} mails, {megabytes:,.0f} MB mbox"
    columns = ("what", "mails per CPU-s", "CPU s", "wall s", "peak MB", "exit code")
    said = {"scale": f"{options.scale:g}"}
    return Part("import", (Table(title, columns, rows, notes),), setting(options.command, said))


_STAGES = (("source", "our mail source alone"), ("fast-parser", "fast-mail-parser alone, for comparison"))


def _import(path: Path, home: Path) -> Cost:
    return run_child([*COMMAND, "import", str(path), "--home", str(home), "--me", OWNER.address, "--json"])


def _stage(stage: str, path: Path) -> Cost:
    return run_child([sys.executable, "-m", "bench.imports.stages", stage, str(path)])


def _row(title: str, cost: Cost, count: int) -> tuple[Cell, ...]:
    speed = count / cost.cpu if cost.code == 0 else None
    return (title, speed, cost.cpu, cost.wall, cost.memory, cost.code)


def _again(first: Cost, again: Cost) -> str:
    return f"The second import cost {again.cpu / max(first.cpu, 1e-9):.1%} of the first."


def _weight(home: Path, megabytes: float) -> str:
    size = sum(file.stat().st_size for file in home.rglob("*") if file.is_file()) / 1e6
    return f"The home weighs {size:,.0f} MB, {size / megabytes:.0%} of the mbox."


def _said(cost: Cost) -> str:
    """The program's own table in short, or its complaint: an import that reads nothing must not look fast."""
    if cost.code != 0:
        return f"The import failed: {cost.complaints.strip().splitlines()[-1:]}"
    try:
        return f"The program reported: {json.dumps(json.loads(cost.printed))[:300]}"
    except json.JSONDecodeError:
        return f"The program reported: {cost.printed.strip()[:300]}"
