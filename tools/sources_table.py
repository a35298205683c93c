"""The table of docs/sources/index.md, made from the sources themselves: `python -m tools.sources_table`.

A row a source: its page and sentence, the endings of its golden files, how many of them there are and which show
what is broken, and how fast it reads by the last full run of `python -m bench sources`.
"""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "sources" / "index.md"
GOLDEN = ROOT / "tests" / "sources" / "golden"
SPEEDS = ROOT / "bench" / "results" / "sources.json"
BEGIN, END = "<!-- sources: begin -->", "<!-- sources: end -->"
_EXPECTED = ".expected"
_COLUMNS = ("source", "what it reads", "files", "golden files", "broken ones, such as", "items per CPU second")


def table() -> str:
    """The table, with a sentence on where the speeds come from."""
    speeds, said = _speeds()
    rows = [_row(point, speeds) for point in sorted(entry_points(group="maarif.sources"), key=lambda one: one.name)]
    lines = ["| " + " | ".join(row) + " |" for row in (_COLUMNS, ("---",) * len(_COLUMNS), *rows)]
    return "\n".join((*lines, "", said))


def _row(point: EntryPoint, speeds: dict[str, float]) -> tuple[str, ...]:
    name = point.name
    sentence = (point.load().__doc__ or "").split("\n\n")[0].replace("\n", " ").strip().replace("|", "\\|")
    good, broken = _goldens(name)
    speed = f"{speeds[name]:,.0f}" if name in speeds else "-"
    endings = sorted({_ending(path) for path in (*good, *broken)} - {""})
    shown = f"{len(broken)}, `{broken[0].name}`" if broken else "0"
    return (
        f"[{name}]({name}.md)",
        sentence,
        " ".join(f"`{one}`" for one in endings),
        str(len(good) + len(broken)),
        shown,
        speed,
    )


def _ending(path: Path) -> str:
    """The ending of a file's name; "" for the marks of a Maildir and for names without one."""
    ending = path.suffix.lower()
    return ending if ending[1:].isalnum() and len(ending) <= 8 and ":" not in path.name else ""


def _goldens(name: str) -> tuple[list[Path], list[Path]]:
    """The golden files of a source that are sound, and those of which something is a defect."""
    found = sorted(path for path in (GOLDEN / name).rglob("*") if path.is_file() and path.suffix != _EXPECTED)
    texts = {path: path.with_name(path.name + _EXPECTED).read_text(encoding="utf-8") for path in found}
    broken = [path for path, text in texts.items() if '"shape": "Defect"' in text]
    broken.sort(key=lambda path: ("broken" not in path.name, str(path)))
    return [path for path in found if path not in broken], broken


def _speeds() -> tuple[dict[str, float], str]:
    """Items per CPU second by source, and when, where and how that was measured."""
    if not SPEEDS.exists():
        return {}, "No speeds were measured yet: `python -m bench sources`."
    part = json.loads(SPEEDS.read_text(encoding="utf-8"))["sources"]
    (measured,) = part["tables"]
    column = measured["columns"].index("per CPU-s")
    speeds = {str(row[0]): float(row[column]) for row in measured["rows"] if row[column]}
    said = part["setting"]
    return speeds, (
        f"Speeds: `{said['command']}`, {said['date']}, Python {said['python']}, {said['machine']}, one process, "
        "generated input, parsing alone ([how](../benchmarks.md))."
    )


def page() -> str:
    """The page as it should be: the table between its two marks, everything else as it stands."""
    text = PAGE.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE.name}: the marks {BEGIN} and {END} are missing; put them back and run again.")
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
