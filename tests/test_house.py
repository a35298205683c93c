"""The house keeps its own rules: those of docs/architecture.md and CONTRIBUTING.md that no linter checks."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/maarif"

#: What takes plain values, the day among them, and gives back nouns.
PURE = ("domain", "text", "files", "sources", "normalise", "resolve", "ties", "portrait", "rank", "draft", "tend")

#: How clocks, the environment and the network are spelt.
WORLD = {
    *("time.time", "time.time_ns", "time.monotonic", "time.localtime"),
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("os.environ", "os.environb", "os.getenv", "os.getenvb", "os.putenv", "os.system", "os.popen"),
    *("urllib.request", "locale.setlocale"),
}

#: The one place that stands around everything a file can do, and how often it may.
CATCHES_ALL = {"app/importing/reading.py": 1}

#: Folders of a home or a temporary place, as they are on somebody's machine.
PERSONAL_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|work|tmp)/[\w.-]+|[A-Z]:\\Users\\")

#: What is written by hand and shipped.
TEXT_ENDINGS = frozenset((".py", ".md", ".toml", ".sql", ".yml", ".yaml", ".json", ".jsonl", ".sh", ""))

#: What is not ours, or not shipped.
NOT_OURS = frozenset((".git", ".venv", ".uv", "dist", "out", "__pycache__", "node_modules"))

#: What is hidden and shipped all the same.
HIDDEN = frozenset((".ci", ".importlinter", ".gitignore"))

MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [str(path.relative_to(SOURCE)) for path in MODULES]

every_module = pytest.mark.parametrize("path", MODULES, ids=NAMES)
pure_module = pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.relative_to(SOURCE).parts[0] in PURE],
    ids=[name for name in NAMES if name.split("/")[0] in PURE],
)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(parsed(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def calls(path: Path) -> Iterator[str]:
    """What is called by a bare name."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def mentions(path: Path) -> Iterator[tuple[str, int]]:
    """What is reached for by a dotted name of two, whatever it was imported as, and the line."""
    origins: dict[str, str] = {}
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            origins |= {alias.asname or alias.name: alias.name for alias in node.names}
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            origins |= {alias.asname or alias.name: alias.name for alias in node.names}
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
            yield (node.module, node.lineno)
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute):
            holder = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            yield (f"{origins.get(holder, holder).rsplit('.', 1)[-1]}.{node.attr}", node.lineno)


def broad_catches(path: Path) -> list[int]:
    """The lines that catch everything and keep it; what undoes its work and raises again is no such line."""
    handlers = (node for node in ast.walk(parsed(path)) if isinstance(node, ast.ExceptHandler))
    return [node.lineno for node in handlers if is_broad(node) and not raises_again(node)]


def is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(caught & {"Exception", "BaseException"})


def raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def own_texts() -> Iterator[Path]:
    """Every text of the repository that is ours, as it would be shipped."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        shipped = not NOT_OURS & set(inside) and (inside[0] in HIDDEN or not inside[0].startswith("."))
        if shipped and path.is_file() and path.suffix in TEXT_ENDINGS:
            yield path


@every_module
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300, "split it into a package of well-named modules"


@every_module
def test_functions_are_short(path: Path) -> None:
    long = {f.name: lines for f in functions(path) if (lines := (f.end_lineno or 0) - f.lineno + 1) > 60}
    assert not long


@every_module
def test_nothing_is_left_to_do(path: Path) -> None:
    left = re.findall(r"\b(?:TODO|FIXME|XXX|HACK)\b", path.read_text("utf-8"))
    assert not left, "do it, or write an issue"


@every_module
def test_only_faces_print(path: Path) -> None:
    if path.relative_to(SOURCE).parts[0] != "faces":
        assert "print" not in set(calls(path))


@every_module
def test_everything_is_caught_in_one_place_only(path: Path) -> None:
    allowed = CATCHES_ALL.get(str(path.relative_to(SOURCE)), 0)
    assert len(broad_catches(path)) <= allowed, f"lines {broad_catches(path)}: bad data is a value, broken code raises"


@pure_module
def test_steps_know_no_clock_no_environment_and_no_network(path: Path) -> None:
    reached = [f"{name}, line {line}" for name, line in mentions(path) if name in WORLD]
    assert not reached, "take the day, and whatever else is needed, as an argument"


@pure_module
def test_nouns_and_steps_speak_of_themselves(path: Path) -> None:
    assert path.name == "__init__.py" or ast.get_docstring(parsed(path)), "say in one sentence what is here"


def test_no_path_of_anyones_machine_is_written_down() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in own_texts()
        for match in PERSONAL_PATH.finditer(path.read_text("utf-8", errors="replace"))
    }
    assert not found


def test_every_folder_has_a_heading_in_the_architecture() -> None:
    headings = set(re.findall(r"^#+ .*?`([a-z_/]+?)/?`", (ROOT / "docs/architecture.md").read_text("utf-8"), re.M))
    folders = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.iterdir()
        if path.is_dir() and any(path.glob("*.py")) and path.name not in NOT_OURS
    }
    assert folders
    assert folders <= headings, f"no heading for {sorted(folders - headings)}"
    promised = {heading for heading in headings if "/" not in heading}
    assert promised <= folders, f"a heading for what is not there: {sorted(promised - folders)}"


def test_decision_records_are_short_and_numbered_without_gaps() -> None:
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    long = {path.name: lines for path in records if (lines := len(path.read_text("utf-8").splitlines())) > 40}
    assert not long
    assert [path.name[:4] for path in records] == [f"{n:04}" for n in range(1, len(records) + 1)]


DEPENDENCY_RECORDS = ("0003-dependencies.md", "0018-tools-and-extras.md")


def test_every_dependency_has_a_line_in_its_decision_record() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [*project["dependency-groups"].values(), *project["project"]["optional-dependencies"].values()]
    wanted = [*project["project"]["dependencies"], *(each for group in groups for each in group)]
    names = {re.split(r"[<>=;\[ ]", each)[0] for each in wanted}
    records = "".join((ROOT / "docs/decisions" / name).read_text("utf-8") for name in DEPENDENCY_RECORDS)
    assert names == set(re.findall(r"^\| `([\w-]+)`", records, re.M))
