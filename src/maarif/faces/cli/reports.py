"""What became of an import, what was imported before, and how the home is: tables and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.text import Text

from maarif.faces.cli.bidi import clean, isolate
from maarif.faces.cli.layout import DIM, STRONG, WARNING, Column, Indent, fill, table
from maarif.faces.cli.shapes import moment
from maarif.faces.cli.speech import day

if TYPE_CHECKING:
    from maarif.app.importing.rehearse import FileOutlook
    from maarif.app.importing.take_in import FileReport, ImportReport
    from maarif.domain.handles import Handle
    from maarif.domain.items import Defect

#: A folder that gave more files than this is summed on one line.
MANY = 12
#: Troubles told in words; the rest are counted.
TOLD = 10

_WHYS = {
    "told": "you said so",
    "profile": "from your LinkedIn profile",
    "mail": "most of the mail comes from there or goes there",
    "same": "the same person",
}
#: What a status gives in Unix seconds.
_MOMENTS = ("first", "last")
_COUNTS = ("read", "new", "unchanged", "defects")
_COLUMNS = (
    Column("file", gives_way="path"),
    Column("as"),
    *(Column(count, right=True) for count in _COUNTS),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the import table: a file, or a folder of many."""

    name: str
    source: str
    counts: tuple[int, int, int, int]


def import_report(report: ImportReport, width: int) -> list[Text]:
    """The table, the troubles, who the owner is taken to be, and what to do next."""
    lines = _files_table([file for file in report.files if not file.trouble or file.tally.read], width)
    lines += trouble_lines(report.refused, width)
    if report.owner or len(report.refused) < len(report.files):
        lines += owner_lines(report.owner, width)
    return lines + _next_step(report, width)


def _files_table(files: Sequence[FileReport], width: int) -> list[Text]:
    if not files:
        return []
    root = shared_folder([clean(file.name) for file in files])
    rows = [_cells(line, root) for line in summed(files)]
    if len(rows) > 1:
        total = tuple(sum(getattr(file.tally, count) for file in files) for count in _COUNTS)
        rows.append(["all", "", *(f"{number:,}" for number in total)])
    shown = table(_COLUMNS, rows, width)
    if len(rows) > 1:
        shown[-1].stylize(STRONG)
    above = fill(f"From {root}", width, style=DIM) if root else []
    return [*above, *shown, Text()]


def _cells(line: Line, root: str) -> list[str]:
    return [line.name.removeprefix(root), line.source, *(f"{number:,}" for number in line.counts)]


def summed(files: Iterable[FileReport]) -> list[Line]:
    """A line a file, in their order; a folder that gave many is one line where its first file stood."""
    files = list(files)
    sizes = Counter(folder_of(file.name) for file in files)
    lines: dict[str, Line] = {}
    for file in files:
        folder = folder_of(file.name)
        name = f"{folder}  {sizes[folder]:,} files" if sizes[folder] > MANY else file.name
        lines[name] = _added(lines.get(name), Line(clean(name), file.source, _counts(file)))
    return list(lines.values())


def _counts(file: FileReport) -> tuple[int, int, int, int]:
    return file.tally.read, file.tally.new, file.tally.unchanged, file.tally.defects


def _added(known: Line | None, more: Line) -> Line:
    if known is None:
        return more
    one, two = known.counts, more.counts
    source = known.source if known.source == more.source else "various"
    return Line(known.name, source, (one[0] + two[0], one[1] + two[1], one[2] + two[2], one[3] + two[3]))


def folder_of(name: str) -> str:
    """The folder or archive a file lies in; "" for none."""
    cut = max(name.rfind("/"), name.rfind("!"), name.rfind("\\"))
    return name[:cut] if cut > 0 else ""


def shared_folder(names: Sequence[str]) -> str:
    """The folder that all files lie in, with its last slash; "" where saying it once would save nothing."""
    if len(names) < 2:
        return ""
    first, last = min(names), max(names)
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[: first[:same].split("!")[0].rfind("/") + 1]


def trouble_lines(refused: Sequence[FileReport | FileOutlook], width: int) -> list[Text]:
    """The files that were not taken in, each with what to do about it."""
    if not refused:
        return []
    files = "1 file was" if len(refused) == 1 else f"{len(refused):,} files were"
    head = f"{files} not taken in, or not to the end:"
    lines = fill(head, width, style=WARNING)
    for file in refused[:TOLD]:
        lines += fill(clean(file.trouble), width, Indent("- ", "  "))
    if len(refused) > TOLD:
        lines += fill(
            f"and {len(refused) - TOLD:,} more: maarif import --json names them all",
            width,
            Indent("- ", "  "),
        )
    return [*lines, Text()]


def owner_lines(owner: Mapping[Handle, str], width: int) -> list[Text]:
    """Who the owner is taken to be, and why."""
    if not owner:
        told = "I cannot tell who you are. Import again with --me YOUR-ADDRESS: without it, no message is yours."
        return [*fill(told, width, style=WARNING), Text()]
    by_why: dict[str, list[str]] = {}
    for handle, why in sorted(owner.items(), key=lambda pair: (pair[1], pair[0])):
        by_why.setdefault(why, []).append(isolate(handle.value))
    lines = fill("You are taken to be:", width)
    for why, values in by_why.items():
        lines += fill(", ".join(values), width, Indent("- ", "  "), tail=f"({_WHYS.get(why, clean(why))})")
    return [*lines, Text()]


def _next_step(report: ImportReport, width: int) -> list[Text]:
    if not any(file.tally.read for file in report.files):
        return fill("Nothing was taken in. What is read, and how to export it: docs/sources.", width)
    what = "Nothing new. " if report.batch is None else f"This is import {report.batch} (maarif undo {report.batch}). "
    return fill(f'{what}Now ask: maarif ask "who knows about beekeeping?"', width)


def report_shape(report: ImportReport) -> dict[str, Any]:
    """An import as JSON."""
    return {
        "batch": report.batch,
        "files": [
            {"name": file.name, "source": file.source, **dict(zip(_COUNTS, _counts(file), strict=True)),
             "trouble": file.trouble}
            for file in report.files
        ],
        "owner": [{"handle": str(handle), "why": why} for handle, why in sorted(report.owner.items())],
    }  # fmt: skip


# -- earlier imports -----------------------------------------------------------------------------------


def batches(found: Sequence[Any], width: int) -> list[Text]:
    """A line an import, oldest first."""
    if not found:
        return fill("Nothing is imported yet. Begin with: maarif import FILE-OR-FOLDER...", width)
    columns = (
        Column("import", right=True), Column("on"), Column("files", right=True), Column("new", right=True),
        Column("defects", right=True), Column("from", gives_way="path"),
    )  # fmt: skip
    return table(columns, [_batch_cells(batch) for batch in found], width)


def _batch_cells(batch: Any) -> list[str]:
    new = sum(file.tally.new for file in batch.files)
    defects = sum(file.tally.defects for file in batch.files)
    begun = day(batch.begun) if batch.finished is not None else f"{day(batch.begun)}, cut off"
    paths = ", ".join(batch.paths)
    return [str(batch.id), begun, f"{len(batch.files):,}", f"{new:,}", f"{defects:,}", paths]


def batch_shape(batch: Any) -> dict[str, Any]:
    """An import that was, as JSON."""
    return {
        "batch": batch.id,
        "begun": moment(batch.begun),
        "finished": moment(batch.finished),
        "paths": list(batch.paths),
        "files": [
            {"name": file.name, "source": file.source, **{c: getattr(file.tally, c) for c in _COUNTS},
             "finished": file.finished}
            for file in batch.files
        ],
    }  # fmt: skip


# -- the home ------------------------------------------------------------------------------------------


_TITLES = {"others": "lists and services", "index_behind": "index behind by", "questions": "open questions"}


def status(found: Mapping[str, Any], width: int) -> list[Text]:
    """What the home holds, a line a thing."""
    titles = {name: _TITLES.get(name, str(name).replace("_", " ")) for name in found}
    room = max(map(len, titles.values()), default=0)
    lines = []
    for name, value in found.items():
        written = day(value) if name in _MOMENTS else _written(value)
        lines += fill(written, width, Indent(f"{titles[name]:<{room}}  ", " " * (room + 2)))
    return lines


def status_shape(found: Mapping[str, Any]) -> dict[str, Any]:
    """The same as JSON, with moments in ISO 8601."""
    return {name: moment(value) if name in _MOMENTS else value for name, value in found.items()}


def _written(value: Any) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case dict():
            return ", ".join(f"{isolate(str(name))} ({_written(each)})" for name, each in value.items()) or "-"
        case _:
            return isolate(_WHYS.get(value, str(value)))


def defects(found: Sequence[tuple[int, Defect]], width: int) -> list[Text]:
    """Each defect with its place, and what stood there."""
    if not found:
        return fill("Everything that was taken in could be read.", width)
    lines = []
    for batch, defect in found:
        place = f"import {batch}, {defect.origin.source}, {defect.origin.item}: {defect.reason}"
        lines += fill(clean(place), width)
        if defect.excerpt:
            lines += fill(clean(f"    {defect.excerpt}"), width)
    return lines


def defect_shape(batch: int, defect: Defect) -> dict[str, Any]:
    """A defect as JSON."""
    origin = {"source": defect.origin.source, "item": defect.origin.item}
    return {"batch": batch, "origin": origin, "reason": defect.reason, "excerpt": defect.excerpt}
