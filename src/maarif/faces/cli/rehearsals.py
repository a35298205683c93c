"""What an import would bring: tables and sentences, and the same as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from maarif.faces.cli.bidi import clean
from maarif.faces.cli.layout import STRONG, WARNING, Column, Indent, fill, table
from maarif.faces.cli.reports import MANY, folder_of, owner_lines, shared_folder, trouble_lines
from maarif.faces.cli.shapes import moment
from maarif.faces.cli.speech import day

if TYPE_CHECKING:
    from maarif.app.importing.rehearse import FileOutlook, Outlook, Rehearsal

#: Defects told in words; the rest are counted.
_TOLD = 5
_BULK = {
    "list": "from mailing lists",
    "bulk": "sent in bulk",
    "auto": "written by machines",
    "noreply": "from no-reply addresses",
    "many": "to very many people",
}
_COUNTS = ("read", "new", "unchanged", "defects")
_COLUMNS = (
    Column("file", gives_way="path"), Column("as"), Column("new", right=True), Column("unchanged", right=True),
    Column("defects", right=True), Column("from"), Column("to"),
)  # fmt: skip


def rehearsal(found: Rehearsal, width: int) -> list[Text]:
    """What would come of each file and of all, who would be known, what would be left out, and what is wrong."""
    lines = fill("This is what would come. Nothing was taken in, nothing was changed.", width)
    lines += [Text(), *_files(found, width)]
    lines += _in_words(found, width)
    lines += trouble_lines(found.refused, width)
    lines += _defects(found, width)
    if found.files and len(found.refused) < len(found.files) and not all(file.known for file in found.files):
        lines += owner_lines(found.owner, width)
    return lines + fill("To take it in: the same command without --dry-run.", width)


def _files(found: Rehearsal, width: int) -> list[Text]:
    read = [file for file in found.files if not file.trouble or file.outlook.tally.read]
    if not read:
        return []
    root = shared_folder([clean(file.name) for file in read])
    rows = [_row(name.removeprefix(root), source, outlooks) for name, source, outlooks in _summed(read)]
    if len(read) > 1:
        rows.append(_row("all", "", [found.total]))
    shown = table(_COLUMNS, rows, width)
    if len(read) > 1:
        shown[-1].stylize(STRONG)
    return [*(fill(f"From {root}", width) if root else []), *shown, Text()]


def _summed(files: Sequence[FileOutlook]) -> list[tuple[str, str, list[Outlook]]]:
    """A line a file, in their order; a folder that gives many is one line where its first file stands."""
    sizes = Counter(folder_of(file.name) for file in files)
    lines: dict[str, tuple[str, str, list[Outlook]]] = {}
    for file in files:
        folder = folder_of(file.name)
        name = clean(f"{folder}  {sizes[folder]:,} files" if sizes[folder] > MANY else file.name)
        known = lines.get(name)
        source = file.source if known is None or known[1] == file.source else "various"
        lines[name] = (name, source, [*(known[2] if known else []), file.outlook])
    return list(lines.values())


def _row(name: str, source: str, outlooks: Sequence[Outlook]) -> list[str]:
    counts = [f"{sum(getattr(one.tally, count) for one in outlooks):,}" for count in ("new", "unchanged", "defects")]
    firsts = [one.first for one in outlooks if one.first is not None]
    lasts = [one.last for one in outlooks if one.last is not None]
    return [name, source, *counts, day(min(firsts)) if firsts else "", day(max(lasts)) if lasts else ""]


def _in_words(found: Rehearsal, width: int) -> list[Text]:
    lines = []
    for title, said in (
        ("New", _listed(found.total.kinds)),
        ("People", _people(found)),
        ("Kept, but left out of answers", _listed(_worded(found.total.bulk))),
    ):
        if said:
            lines += fill(said, width, Indent(f"{title}: ", "  "))
    return [*lines, Text()] if lines else []


def _defects(found: Rehearsal, width: int) -> list[Text]:
    if not found.defects:
        return []
    count = found.total.tally.defects
    lines = fill("1 defect:" if count == 1 else f"{count:,} defects:", width, style=WARNING)
    for defect in found.defects[:_TOLD]:
        said = f"{defect.origin.source}, {defect.origin.item}: {defect.reason}"
        lines += fill(clean(said), width, Indent("- ", "  "))
    if count > _TOLD:
        lines += fill(f"and {count - _TOLD:,} more; after the import: maarif defects", width, Indent("- ", "  "))
    return [*lines, Text()]


def _worded(bulk: Mapping[str, int]) -> dict[str, int]:
    return {_BULK.get(reason, clean(reason)): count for reason, count in bulk.items()}


def _people(found: Rehearsal) -> str:
    if not found.people:
        return ""
    known = found.people - found.new_people
    said = f"{found.people:,}"
    if known:
        said += f", {known:,} of them known already"
    return f"{said}; lists and services: {found.services:,}" if found.services else said


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items(), key=lambda pair: -pair[1]))


def rehearsal_shape(found: Rehearsal) -> dict[str, Any]:
    """A rehearsal as JSON."""
    return {
        "files": [_file_shape(file) for file in found.files],
        "total": _outlook_shape(found.total),
        "people": found.people,
        "new_people": found.new_people,
        "services": found.services,
        "owner": [{"handle": str(handle), "why": why} for handle, why in sorted(found.owner.items())],
        "defects": [
            {"origin": {"source": defect.origin.source, "item": defect.origin.item}, "reason": defect.reason,
             "excerpt": defect.excerpt}
            for defect in found.defects
        ],
    }  # fmt: skip


def _file_shape(file: FileOutlook) -> dict[str, Any]:
    shape = {"name": file.name, "source": file.source, **_outlook_shape(file.outlook)}
    return {**shape, "known": file.known, "trouble": file.trouble}


def _outlook_shape(outlook: Outlook) -> dict[str, Any]:
    counts = {count: getattr(outlook.tally, count) for count in _COUNTS}
    dates = {"first": moment(outlook.first), "last": moment(outlook.last)}
    return {**counts, "kinds": outlook.kinds, "bulk": outlook.bulk, **dates}
