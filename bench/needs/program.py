"""Runs the program over one owner, through its command line alone: import, marks, asking, items and people."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.children import run_child
from bench.needs.measures import MUST_NOT_SEEN
from bench.needs.truth import Asked
from bench.program import COMMAND

Row = dict[str, Any]


def fill_home(folder: Path, home: Path, me: Iterable[str]) -> str:
    """Import an owner's files into a fresh home and put the owner's marks; says what the import cost."""
    shutil.rmtree(home, ignore_errors=True)
    mine = [word for address in me for word in ("--me", address)]
    cost = run_child([*COMMAND, "import", str(folder / "files"), "--home", str(home), *mine, "--json"])
    if cost.code != 0:
        raise RuntimeError(f"import ended with {cost.code}: {cost.complaints[-300:]}")
    for line in (folder / "marks.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        _run("mark", row["who"], row["mark"], home=home)
    return f"{cost.cpu:.0f} CPU s"


def ask(asked: Iterable[Asked], home: Path, *, kinds: bool) -> list[Row]:
    """The program's answers, a row a need; with the kinds of the benchmark or told from the words."""
    path = home.parent / f"{home.name}-asked.jsonl"
    rows = ({"id": one.id, "text": one.text, "kind": one.kind if kinds else None, "on": one.on} for one in asked)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return _rows(_run("ask", "--from", str(path), "--json", "--limit", str(MUST_NOT_SEEN), home=home))


def items(home: Path) -> list[Row]:
    """All that the sources said, as the program tells it."""
    return _rows(_run("items", "--json", home=home))


def people(home: Path, on: str) -> list[Row]:
    """Everybody the program knows, with strength and handles, as of a moment."""
    return _rows(_run("people", "--json", "--on", on, home=home))


def keep(rows: Iterable[Asked | Row], path: Path) -> None:
    """Keep rows beside the results, for a closer look."""
    written = (row if isinstance(row, dict) else asdict(row) for row in rows)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in written), encoding="utf-8")


def _run(*words: str, home: Path) -> str:
    cost = run_child([*COMMAND, *words, "--home", str(home)])
    if cost.code != 0:
        raise RuntimeError(f"{' '.join(words)[:80]} ended with {cost.code}: {cost.complaints[-300:]}")
    return cost.printed


def _rows(printed: str) -> list[Row]:
    return [json.loads(line) for line in printed.split("\n") if line]
