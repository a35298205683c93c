"""What the page Sources shows of a look through files, of an import, and of how far either has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from maarif.app.importing.inbox import inbox_of
from maarif.app.importing.progress import Advance
from maarif.app.importing.rehearse import FileOutlook, Outlook, Rehearsal
from maarif.app.importing.sheets import columns_of
from maarif.app.importing.take_in import FileReport, ImportReport
from maarif.domain.columns import Column
from maarif.domain.errors import BadInput
from maarif.domain.items import Defect
from maarif.domain.phrases import Phrase
from maarif.voice import Voice

KIND_WORDS = {
    "messages": Phrase.counted("{count} letter", "{count} letters", 2),
    "chats": Phrase.counted("{count} chat message", "{count} chat messages", 2),
    "calls": Phrase.counted("{count} call", "{count} calls", 2),
    "meetings": Phrase.counted("{count} meeting", "{count} meetings", 2),
    "notes": Phrase.counted("{count} note", "{count} notes", 2),
    "cards": Phrase.counted("{count} card", "{count} cards", 2),
}
BULK_WORDS = {
    "list": Phrase("from mailing lists"),
    "bulk": Phrase("sent in bulk"),
    "auto": Phrase("written by machines"),
    "noreply": Phrase("from addresses that take no answer"),
    "many": Phrase("to very many people"),
}
#: What a column may be held to be, as the owner chooses it.
COLUMN_WORDS = {
    "FN": Phrase("the whole name"),
    "N.given": Phrase("the given name"),
    "N.family": Phrase("the family name"),
    "EMAIL": Phrase("a mail address"),
    "TEL": Phrase("a telephone number"),
    "ORG": Phrase("where they work"),
    "TITLE": Phrase("their position"),
    "ADR.city": Phrase("the city"),
    "ADR.country": Phrase("the country"),
    "BDAY": Phrase("the birthday"),
    "NOTE": Phrase("a note"),
    "URL": Phrase("a page on the web"),
    "keep": Phrase("something else, to be kept"),
    "-": Phrase("nothing about people"),
}
#: Files that are shown by name, tables whose columns are shown, and defects.
FILES, TABLES, DEFECTS = 60, 6, 20
_TABLES = frozenset((".csv", ".tsv"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table among the files, and what its columns are held to be."""

    name: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file that is not taken in, and why."""

    name: str
    why: str


def _troubles(files: Iterable[FileOutlook | FileReport], folder: Path) -> tuple[Trouble, ...]:
    """Why files are not taken in; where they lie meanwhile is nobody's business."""
    found = ((file.name, file.trouble.removeprefix(f"{file.name}: ")) for file in files)
    return tuple(Trouble(_short(name, folder), why.replace(f"{folder}/", "")) for name, why in found)[:FILES]


@dataclass(frozen=True, slots=True)
class Looked:
    """What would come: a line a file (the first ones), how many more there are, all together, and what is wrong."""

    files: tuple[FileOutlook, ...]
    names: dict[str, str]
    more: int
    total: Outlook
    people: int
    new_people: int
    services: int
    owner: tuple[str, ...]
    refused: tuple[Trouble, ...]
    defects: tuple[Defect, ...]
    tables: tuple[Table, ...]
    nothing_new: bool


def looked(found: Rehearsal, folder: Path) -> Looked:
    """Lay a rehearsal out; names are those that the files had, without the folder they wait in."""
    names = {file.name: _short(file.name, folder) for file in found.files}
    names |= {defect.origin.source: _short(defect.origin.source, folder) for defect in found.defects}
    read = [file for file in found.files if not file.trouble or file.outlook.tally.read]
    return Looked(
        files=tuple(read[:FILES]),
        names=names,
        more=max(len(read) - FILES, 0),
        total=found.total,
        people=found.people,
        new_people=found.new_people,
        services=found.services,
        owner=tuple(handle.value for handle in found.owner),
        refused=_troubles(found.refused, folder),
        defects=found.defects[:DEFECTS],
        tables=tuple(_tables(found, folder)),
        nothing_new=not found.total.tally.new,
    )


def _short(name: str, folder: Path) -> str:
    return name.removeprefix(f"{folder}/")


def _tables(found: Rehearsal, folder: Path) -> list[Table]:
    tables: list[Table] = []
    for path in [Path(file.name) for file in found.files if "!" not in file.name]:
        if path.suffix.lower() in _TABLES and path.is_file() and len(tables) < TABLES:
            try:
                tables.append(Table(_short(str(path), folder), columns_of(path)))
            except BadInput:
                continue
    return tables


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in: its import, a line a file, what was not read, and who the owner is held to be."""

    batch: int | None
    files: tuple[FileReport, ...]
    names: dict[str, str]
    more: int
    refused: tuple[Trouble, ...]
    new: int
    unchanged: int
    defects: int


def taken(report: ImportReport, home: Path) -> Taken:
    """Lay an import out."""
    folder = inbox_of(home) / "brought"
    read = [file for file in report.files if not file.trouble or file.tally.read]
    sums = {name: sum(getattr(file.tally, name) for file in report.files) for name in ("new", "unchanged", "defects")}
    return Taken(
        batch=report.batch,
        files=tuple(read[:FILES]),
        names={file.name: _short(file.name, folder) for file in report.files},
        more=max(len(read) - FILES, 0),
        refused=_troubles(report.refused, folder),
        **sums,
    )


def advance_said(advance: Advance | None, voice: Voice) -> dict[str, Any]:
    """How far it has come, in words and as a percentage; nothing is promised while it is too early to tell."""
    if advance is None:
        return {"percent": 0, "line": voice("Getting ready …"), "file": ""}
    file = Path(advance.file).name
    if advance.phase == "settling":
        return {"percent": 100, "line": voice("All is read. Working out who is who …"), "file": ""}
    parts = [voice.count("{count} item", "{count} items", advance.items)]
    if advance.rate is not None:
        parts.append(voice.count("{count} a second", "{count} a second", round(advance.rate)))
    if advance.seconds_left is not None:
        parts.append(_left(advance.seconds_left, voice))
    return {"percent": int(advance.share * 100), "line": " · ".join(parts), "file": file}


def _left(seconds: float, voice: Voice) -> str:
    if seconds < 60:
        return voice.count("{count} second left", "{count} seconds left", max(round(seconds), 1))
    return voice.count("{count} minute left", "{count} minutes left", round(seconds / 60))
