"""What a benchmark hands back, and how it is printed, kept and pasted into the documentation."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- numbers: begin -->", "<!-- numbers: end -->"

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one measurement; numbers are printed as they are, None as a dash."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One benchmark run: its tables, and where and how it ran."""

    name: str
    tables: tuple[Table, ...]
    setting: dict[str, str] = field(default_factory=dict)


def setting(command: str, options: dict[str, str]) -> dict[str, str]:
    """Date, Python, processor and command of a run, and what else its reader must know."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "python": platform.python_version(),
        "cores": str(os.cpu_count()),
        "machine": f"{platform.system()} {platform.machine()}",
        "command": command,
        **options,
    }


def markdown(part: Part) -> str:
    """A part as Markdown that is also pleasant as plain text."""
    said = " · ".join(f"{name} {value}" for name, value in part.setting.items())
    return "\n\n".join((f"## {part.name}", said, *map(_markdown_table, part.tables)))


def _markdown_table(table: Table) -> str:
    cells = [list(table.columns), *([_cell(value) for value in row] for row in table.rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(table.columns))]
    lines = [_line(cells[0], widths), _line(["-" * width for width in widths], widths)]
    lines += [_line(row, widths) for row in cells[1:]]
    body = f"### {table.title}\n\n" + "\n".join(lines)
    return body + "".join(f"\n\n{note}" for note in table.notes)


def _line(cells: list[str], widths: list[int]) -> str:
    first, *others = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "| " + " | ".join((first, *others)) + " |"


def _cell(value: Cell) -> str:
    match value:
        case None:
            return "-"
        case float():
            return f"{value:.3f}" if abs(value) < 10 else f"{value:,.1f}"
        case int():
            return f"{value:,}"
    return value


def keep(part: Part, folder: Path, name: str = "results.json") -> None:
    """Write a part into the file of this name in a folder, beside the parts that stand there already."""
    path = folder / name
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept[part.name] = asdict(part)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def kept_parts(folder: Path, name: str = "results.json") -> list[Part]:
    """The parts of the last runs, as the file of this name holds them."""
    path = folder / name
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return [_part(row) for row in kept.values()]


def _part(row: dict[str, object]) -> Part:
    tables = row["tables"]
    options = row["setting"]
    if not isinstance(tables, list) or not isinstance(options, dict):
        raise TypeError("results.json was not written by this program: delete it and run the benchmarks again")
    return Part(str(row["name"]), tuple(_table(table) for table in tables), options)


def _table(row: dict[str, list[list[Cell]]]) -> Table:
    columns = tuple(str(column) for column in row["columns"])
    notes = tuple(str(note) for note in row["notes"])
    return Table(str(row["title"]), columns, tuple(tuple(cells) for cells in row["rows"]), notes)


def write_docs(parts: list[Part]) -> None:
    """Put the tables between the two markers of docs/benchmarks.md; everything else there stays."""
    page = DOCS.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        sys.exit(f"{DOCS.name}: the markers {BEGIN} and {END} are missing; put them back and run again.")
    body = "\n\n".join(markdown(part).replace("\n### ", "\n#### ").replace("## ", "### ", 1) for part in parts)
    DOCS.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}", encoding="utf-8")
