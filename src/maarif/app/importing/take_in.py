"""Take in files and folders: recognise each, read it, keep all that it says, and say what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from maarif.app.catching_up import catch_up
from maarif.app.collector import uncollected
from maarif.app.home import Home
from maarif.app.importing.gathering import bytes_of, gather, workers_for
from maarif.app.importing.progress import Progress, Teller
from maarif.app.importing.reading import Begun, Ended, Event, Known, Lost, Passed, Refused, Understood
from maarif.app.refresh import refresh
from maarif.domain.handles import Handle
from maarif.store.entries import Tally


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


def take_in(
    home: Home,
    paths: Iterable[str | Path],
    me: Sequence[str] = (),
    progress: Progress | None = None,
    workers: int | None = None,
) -> ImportReport:
    """Take in everything under `paths`; what cannot be read is reported and the rest goes on.

    `me` are the owner's addresses or names. Importing the same bytes again changes nothing. `workers` is how many
    processes read (0: this one); by default as many as are worth it. Ended in the middle, by Ctrl-C or by force, it
    leaves a home that is sound, and the next import of the same paths goes on from there.
    """
    given = [str(path) for path in paths]
    store = home.store
    with store.database.writing():
        catch_up(home)
        told = set(me) <= set(store.imports.told_owners())
        total = bytes_of([Path(path) for path in given])
        teller = Teller(progress, total)
        store.unsettle("items")
        batch = store.imports.begin(given, me)
        intake = _Intake(home, batch, teller)
        count = workers_for(total) if workers is None else workers
        with uncollected(), closing(gather([Path(path) for path in given], home.today, home, count)) as events:
            for event in events:
                intake.hear(event)
            intake.writer.finish()
        store.imports.finish(batch)
        report = intake.report
        teller.settling()
        if told and store.imports.drop_if_empty(batch):
            report.batch = None
            store.settle()
        else:
            refresh(home)
    report.owner = store.people.owner()
    return report


class _Intake:
    """One batch under way: hears what the files give, and keeps it."""

    def __init__(self, home: Home, batch: int, teller: Teller) -> None:
        self.writer = home.store.writer()
        self.report = ImportReport(batch)
        self._batch = batch
        self._teller = teller
        self._leave()

    def _leave(self) -> None:
        """No file is open; what one that broke off still says is not heard."""
        self._file: int | None = None
        self._name = self._source = ""
        self._tally = Tally()

    def hear(self, event: Event) -> None:
        """One more event."""
        match event:
            case Understood(told, part) if self._file is not None:
                self.writer.put_all(self._file, told, self._tally)
                self._teller.items(self._name, len(told), part)
                if self.writer.is_full():
                    self.writer.flush()
            case Begun(name, source, fingerprint):
                self._file = self.writer.open_file(self._batch, name, source, fingerprint)
                self._name, self._source, self._tally = name, source, Tally()
            case Ended() if self._file is not None:
                self.writer.close_file(self._file, self._tally)
                self._tell()
            case Known(name, source, tally):
                self.report.files.append(FileReport(name, source, tally))
            case Refused(name, source, trouble):
                self._name, self._source = name, source or self._source
                self._tell(trouble)
            case Lost():
                self.writer.doubt()
                self._leave()
            case Passed(size):
                self._teller.passed(size)
            case _:
                pass

    def _tell(self, trouble: str = "") -> None:
        self.report.files.append(FileReport(self._name, self._source, self._tally, trouble))
        self._leave()
