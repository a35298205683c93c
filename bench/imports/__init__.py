"""How fast mail is taken in: a large generated mbox through the command line, and the same mail beside others."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from bench.children import Cost, run_child
from bench.imports.corpus import MAILS, mbox
from bench.imports.maildir import maildir
from bench.imports.peers import peers, version
from bench.options import Options
from bench.people import OWNER
from bench.program import COMMAND
from bench.report import Cell, Part, Table, setting

MBOX, MAILDIR = "import: parse, store, index", "the same mails as a Maildir"


def run(options: Options) -> Part:
    """Import, import again, rehearse, a Maildir beside other programs, and each stage alone; every figure from a
    process of its own (and of those it starts)."""
    path = mbox(options.out / "cache", options.scale)
    count = max(int(MAILS * options.scale), 1)
    home = options.out / "homes" / "import"
    _empty(home)
    first, again = _import(path, home), _import(path, home)
    weight = _weight(home, path.stat().st_size / 1e6)
    _empty(home)
    rows = [
        _row(MBOX, first, count),
        _row("the same file again", again, count),
        _row("import --dry-run", _import(path, home, "--dry-run"), count),
        *(_row(title, _stage(stage, path), count) for stage, title in _STAGES),
    ]
    megabytes = path.stat().st_size / 1e6
    title = f"{count:,} mails, {megabytes:,.0f} MB mbox"
    columns = ("what", "mails per CPU-s", "CPU s", "wall s", "peak MB", "exit code")
    notes = (_again(first, again), weight, _said(first))
    tables = (Table(title, columns, tuple(rows), notes), _beside(path, home, first, count))
    return Part("import", tables, setting(options.command, {"scale": f"{options.scale:g}"}))


_STAGES = (("source", "our mail source alone"), ("fast-parser", "fast-mail-parser alone, for comparison"))


def _beside(path: Path, home: Path, first: Cost, count: int) -> Table:
    """The same mails as a Maildir, read by Maarif and by the programs that index such folders."""
    mail = maildir(path)
    _empty(home)
    ours = {MBOX: first, MAILDIR: _import(mail, home)}
    _empty(home)
    others = peers(mail, home.parent / "peers")
    rows = [_compared(title, cost, count, list(others.values())) for title, cost in (*ours.items(), *others.items())]
    shares = [f"{measure} as a share of {title}" for title in others for measure in ("wall", "CPU")]
    columns = ("what", "mails per CPU-s", "CPU s", "wall s", "peak MB", "exit code", *shares)
    notes = [f"{title}: {version(title)}, a fresh database." for title in others]
    missing = () if len(others) == 2 else ("notmuch and mu are measured where they are installed.",)
    return Table("The same mail beside other programs", columns, tuple(rows), (*notes, *missing))


def _compared(title: str, cost: Cost, count: int, others: list[Cost]) -> tuple[Cell, ...]:
    shares = [f"{share:.1%}" for other in others for share in (cost.wall / other.wall, cost.cpu / other.cpu)]
    return (*_row(title, cost, count), *shares)


def _empty(home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)


def _import(path: Path, home: Path, *words: str) -> Cost:
    said = ["import", str(path), "--home", str(home), "--me", OWNER.address, "--json", *words]
    return run_child([*COMMAND, *said])


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
        told = json.loads(cost.printed)["files"][0]
        return f"The program reported: {told['read']:,} read, {told['new']:,} new, {told['defects']:,} defects"
    except (json.JSONDecodeError, LookupError, TypeError):
        return f"The program reported: {cost.printed.strip()[:100]}"
