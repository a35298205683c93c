"""How long a command takes from a standing start, and what its imports cost."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence

from bench.children import Cost, run_child
from bench.options import Options
from bench.program import COMMAND
from bench.report import Cell, Part, Table, setting

TRIES = 7
NEED = "I am looking for a new job, something with water or sanitation"
_LISTED = 15
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|( +)(\S+)")


def run(options: Options) -> Part:
    """Best of seven for `--help` and for one `ask` on the demo home; then the dearest imports of each."""
    home = options.out / "homes" / "cold"
    shutil.rmtree(home, ignore_errors=True)
    built = run_child([*COMMAND, "demo", "--home", str(home)])
    commands = {"maarif --help": ["--help"], "maarif ask (demo home)": ["ask", NEED, "--home", str(home)]}
    rows = tuple(_row(title, [*COMMAND, *words]) for title, words in commands.items())
    notes = (
        f"The demo took {built.wall:.1f} s and ended with {built.code}.",
        f"Python itself, doing nothing: {_best(_nothing()).wall:.3f} s.",
    )
    columns = ("command", "best wall s", "best CPU s", "median wall s", "peak MB", "exit code")
    table = Table(f"A cold start, best of {TRIES}", columns, rows, notes)
    lists = tuple(_imports(title, words) for title, words in commands.items())
    return Part("cold", (table, *lists), setting(options.command, {}))


def _nothing() -> list[Cost]:
    return [run_child([sys.executable, "-c", "pass"]) for _ in range(TRIES)]


def _best(costs: list[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.wall)


def _row(title: str, command: Sequence[str]) -> tuple[Cell, ...]:
    costs = [run_child(command) for _ in range(TRIES)]
    walls, best = sorted(cost.wall for cost in costs), _best(costs)
    return (title, best.wall, min(cost.cpu for cost in costs), walls[TRIES // 2], best.memory, best.code)


def _imports(title: str, words: Sequence[str]) -> Table:
    """The packages whose modules take longest to import, what they import in turn not counted."""
    executable, *module = COMMAND
    complaints = run_child([executable, "-X", "importtime", *module, *words]).complaints
    found = [(int(own), int(total), len(depth), name) for own, total, depth, name in _IMPORT.findall(complaints)]
    packages: dict[str, list[int]] = {}
    for own, _, _, name in found:
        packages.setdefault(name.partition(".")[0], []).append(own)
    dearest = sorted(packages.items(), key=lambda item: -sum(item[1]))[:_LISTED]
    rows = tuple((name, len(times), sum(times) / 1000) for name, times in dearest)
    total = sum(own for own, *_ in found) / 1000
    note = f"{len(found)} modules, {total:.0f} ms under `-X importtime`, which slows it."
    return Table(f"What is imported: {title}", ("package", "modules", "ms of their own"), rows, (note,))
