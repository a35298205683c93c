"""Take in files and folders: recognise each, read it, keep all that it says, and say what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from itertools import islice
from pathlib import Path
from typing import cast

from maarif import files
from maarif.app.catching_up import catch_up
from maarif.app.collector import uncollected
from maarif.app.entries import entry_of
from maarif.app.home import Home
from maarif.app.refresh import refresh
from maarif.domain.blobs import Blob, Source
from maarif.domain.errors import MaarifError, NotRecognised, TwoClaimants, UnreadableFile
from maarif.domain.handles import Handle
from maarif.domain.items import Defect, Item
from maarif.store.writer import Entry, Tally, Writer

#: Told after every step: file, items so far.
Progress = Callable[[str, int], None]

#: Items are read, understood and written this many at a time: each kind of work then stays in the processor's caches.
_STEP = 500


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file gave; `trouble` is what to do about it where it was not read to its end."""

    name: str
    source: str
    tally: Tally
    trouble: str = ""


@dataclass(slots=True)
class ImportReport:
    """What an import did: its batch (None where nothing was new), its files, and who the owner is."""

    batch: int | None
    files: list[FileReport] = field(default_factory=list)
    owner: dict[Handle, str] = field(default_factory=dict)

    @property
    def refused(self) -> list[FileReport]:
        """The files that were not recognised or could not be read."""
        return [report for report in self.files if report.trouble]


def sources() -> dict[str, Source]:
    """All sources there are, by name: every module under the entry point group `maarif.sources`."""
    return {point.name: cast("Source", point.load()) for point in sorted(entry_points(group="maarif.sources"))}


def recognise(blob: Blob, known: dict[str, Source]) -> tuple[str, Source]:
    """The one source that reads a blob. Raises NotRecognised or TwoClaimants."""
    claimants = [name for name, source in known.items() if source.recognises(blob)]
    match claimants:
        case [name]:
            return name, known[name]
        case []:
            raise NotRecognised(blob.name)
        case _:
            raise TwoClaimants(blob.name, claimants)


def take_in(
    home: Home, paths: Iterable[str | Path], me: Sequence[str] = (), progress: Progress | None = None
) -> ImportReport:
    """Take in everything under `paths`; what cannot be read is reported and the rest goes on.

    `me` are the owner's addresses or names. Importing the same bytes again changes nothing.
    """
    given = [str(path) for path in paths]
    store = home.store
    with store.database.writing():
        catch_up(home)
        told = set(me) <= set(store.imports.told_owners())
        store.unsettle("items")
        batch = store.imports.begin(given, me)
        report = ImportReport(batch)
        intake = _Intake(home, batch, progress)
        with uncollected():
            for found in files.walk([Path(path) for path in given]):
                report.files.append(intake.refuse(found) if isinstance(found, Defect) else intake.take(found))
            intake.writer.finish()
        store.imports.finish(batch)
        if told and store.imports.drop_if_empty(batch):
            report.batch = None
            store.settle()
        else:
            refresh(home)
    report.owner = store.people.owner()
    return report


class _Intake:
    """One batch under way."""

    def __init__(self, home: Home, batch: int, progress: Progress | None) -> None:
        self._home = home
        self._batch = batch
        self._progress = progress
        self._sources = sources()
        self.writer: Writer = home.store.writer()

    def refuse(self, defect: Defect) -> FileReport:
        """A file that could not even be opened."""
        trouble = UnreadableFile(defect.origin.source, defect.reason)
        return FileReport(defect.origin.source, "", Tally(), str(trouble))

    def take(self, blob: Blob) -> FileReport:
        """Take in one file, or say why not."""
        tally = Tally()
        source = ""
        try:
            source, reader = recognise(blob, self._sources)
            fingerprint = files.fingerprint(blob)
            known = self._home.store.imports.known(fingerprint, blob.name)
            if known is not None:
                return FileReport(blob.name, known.source, _all_unchanged(known.tally))
            self._read(blob, source, reader, fingerprint, tally)
        except MaarifError as trouble:
            return FileReport(blob.name, source, tally, str(trouble))
        except Exception as error:  # a source's own mistake must not cost the other files
            self.writer.flush()
            return FileReport(blob.name, source, tally, _blame(blob.name, source, error))
        return FileReport(blob.name, source, tally)

    def _read(self, blob: Blob, source: str, reader: Source, fingerprint: bytes, tally: Tally) -> None:
        file = self.writer.open_file(self._batch, blob.name, source, fingerprint)
        said = reader.read(blob, self._home.today)
        while step := list(islice(said, _STEP)):
            for entry in [_understand(one, source) for one in step]:
                self._put(file, entry, tally)
            self._tell(blob.name, tally.read)
            if self.writer.is_full():
                self.writer.flush()
        self.writer.close_file(file, tally)
        self._tell(blob.name, tally.read)

    def _put(self, file: int, said: Entry | tuple[Defect, Entry | None], tally: Tally) -> None:
        if isinstance(said, Entry):
            self.writer.put(file, said, tally)
        else:
            self.writer.put_defect(file, *said, tally)

    def _tell(self, name: str, count: int) -> None:
        if self._progress is not None:
            self._progress(name, count)


def _understand(said: Item | Defect, scope: str) -> Entry | tuple[Defect, Entry | None]:
    if isinstance(said, Defect):
        return said, None if said.kept is None else entry_of(said.kept, scope)
    return entry_of(said, scope)


def _all_unchanged(tally: Tally) -> Tally:
    return Tally(tally.read, 0, tally.read - tally.defects, tally.defects)


def _blame(name: str, source: str, error: Exception) -> str:
    kind = type(error).__name__
    return (
        f"{name}: the {source or 'recognising'} source failed on it ({kind}); what came before is kept. "
        "Please report this with the shape of the file, not its contents; the rest was taken in."
    )
