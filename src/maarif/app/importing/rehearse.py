"""Rehearse an import: what would come, while the home stays as it is to the last byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from maarif.app.collector import uncollected
from maarif.app.home import Home, default_path, open_home
from maarif.app.importing.gathering import bytes_of, gather, workers_for
from maarif.app.importing.progress import Progress, Teller
from maarif.app.importing.reading import Begun, Ended, Event, Known, Lost, Passed, Refused, Understood
from maarif.app.refresh import refresh
from maarif.domain.handles import Handle
from maarif.domain.items import Defect
from maarif.store.entries import Entry, Tally
from maarif.store.writer import Told, entry_in

#: Defects that are shown; all are counted.
_SHOWN = 100
#: What an item is called, by its shape and channel; other shapes by their own name.
_KINDS = {"mail": "messages", "message": "chats", "chat": "chats", "call": "calls"}
_SHAPES = {"Card": "cards", "Meeting": "meetings", "Note": "notes"}


@dataclass(slots=True)
class _Counts:
    """What is counted of a file, or of all."""

    kinds: Counter[str] = field(default_factory=Counter)
    bulk: Counter[str] = field(default_factory=Counter)
    first: int | None = None
    last: int | None = None

    def add(self, entry: Entry) -> None:
        shape, channel, at, _, _, _, _, bulk, *_ = entry.said
        self.kinds[_KINDS.get(channel, "messages") if shape == "Message" else _SHAPES[shape]] += 1
        if bulk:
            self.bulk[bulk] += 1
        if at is not None:
            self.first = at if self.first is None else min(self.first, at)
            self.last = at if self.last is None else max(self.last, at)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one file, or all of them, would give.

    `kinds` counts what is new by kind (messages, chats, calls, meetings, notes, cards), `bulk` what of it is kept and
    left out of every answer, by the reason (list, bulk, auto, noreply, many); `first` and `last` are the moments of
    the oldest and the newest of it, in Unix seconds.
    """

    tally: Tally
    kinds: dict[str, int]
    bulk: dict[str, int]
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class FileOutlook:
    """What one file would give; `known` where these very bytes were taken in before, `trouble` where it would not be
    read, or not to its end."""

    name: str
    source: str
    outlook: Outlook
    known: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What an import would bring: its files and all of them together, the people on what is new, how many of them
    nobody at home shares an address with, how many lists and services, who the owner would be told or guessed to be
    by these files, and the first hundred defects."""

    files: tuple[FileOutlook, ...]
    total: Outlook
    people: int
    new_people: int
    services: int
    owner: dict[Handle, str]
    defects: tuple[Defect, ...]

    @property
    def refused(self) -> list[FileOutlook]:
        """The files that would not be recognised or could not be read."""
        return [file for file in self.files if file.trouble]


def rehearse(
    home: Home | None,
    paths: Iterable[str | Path],
    me: Sequence[str] = (),
    progress: Progress | None = None,
    workers: int | None = None,
) -> Rehearsal:
    """Read everything under `paths` as an import would, and say what would come; nothing in the home changes.

    `home` is the one it would go to, or None where there is none yet. What is needed on the way (who takes part, and
    when; no words) goes to a temporary folder that is gone at the end. `me` and `workers` as for `take_in`.
    """
    given = [Path(path) for path in paths]
    total = bytes_of(given)
    teller = Teller(progress, total)
    count = workers_for(total) if workers is None else workers
    with TemporaryDirectory(prefix="maarif-") as folder, _scratch(folder, home) as scratch:
        told = home.store.imports.told_owners() if home else []
        stage = _Stage(home, scratch, scratch.store.imports.begin([], [*told, *me]), teller)
        with scratch.store.database.writing(), uncollected():
            with closing(gather(given, scratch.today, home, count)) as events:
                for event in events:
                    stage.hear(event)
            stage.writer.finish()
            teller.settling()
            refresh(scratch)
        return stage.rehearsal()


def home_if_any(path: Path | None) -> Home | None:
    """The home at a path (default: the one every command uses), where there is one; none is made."""
    folder = path if path is not None else default_path()
    return open_home(folder) if (folder / "maarif.db").exists() else None


def _scratch(folder: str, home: Home | None) -> Home:
    return open_home(Path(folder) / "rehearsal", home.clock) if home else open_home(Path(folder) / "rehearsal")


class _Stage:
    """One rehearsal under way: hears what the files give, counts it, and keeps who takes part."""

    def __init__(self, home: Home | None, scratch: Home, batch: int, teller: Teller) -> None:
        self.writer = scratch.store.writer()
        self._home = home
        self._scratch = scratch
        self._batch = batch
        self._teller = teller
        self._files: list[FileOutlook] = []
        self._defects: list[Defect] = []
        self._all, self._sum = _Counts(), Tally()
        self._leave()

    def _leave(self) -> None:
        self._file: int | None = None
        self._name = self._source = ""
        self._tally, self._counts = Tally(), _Counts()

    def hear(self, event: Event) -> None:
        """One more event."""
        match event:
            case Understood(told, part) if self._file is not None:
                self._put(self._file, told)
                self._teller.items(self._name, len(told), part)
                if self.writer.is_full():
                    self.writer.flush()
            case Begun(name, source, fingerprint):
                self._file = self.writer.open_file(self._batch, name, source, fingerprint)
                self._name, self._source = name, source
                self._tally, self._counts = Tally(), _Counts()
            case Ended() if self._file is not None:
                self.writer.close_file(self._file, self._tally)
                self._tell()
            case Known(name, source, tally):
                self._name, self._source, self._tally = name, source, tally
                self._tell(known=True)
            case Refused(name, source, trouble):
                self._name, self._source = name, source or self._source
                self._tell(trouble=trouble)
            case Lost():
                self.writer.doubt()
                self._leave()
            case Passed(size):
                self._teller.passed(size)
            case _:
                pass

    def _put(self, file: int, told: list[Told]) -> None:
        """Keep who takes part; what is at home already is unchanged, whatever file it stands in."""
        self._defects += [one[0] for one in told if not isinstance(one, Entry)][: _SHOWN - len(self._defects)]
        digests = [entry.digest for one in told if (entry := entry_in(one)) is not None]
        at_home = self._home.store.imports.items_of(digests) if self._home else {}
        fresh = [one for one in told if (entry := entry_in(one)) is None or entry.digest not in at_home]
        for one, is_new in zip(fresh, self.writer.put_all(file, list(map(_bare, fresh)), self._tally), strict=True):
            entry = entry_in(one)
            if is_new and entry is not None:
                self._counts.add(entry)
                self._all.add(entry)
        defects = sum(not isinstance(one, Entry) for one in told) - sum(not isinstance(one, Entry) for one in fresh)
        self._tally.read += len(told) - len(fresh)
        self._tally.defects += defects
        self._tally.unchanged += len(told) - len(fresh) - defects

    def _tell(self, *, known: bool = False, trouble: str = "") -> None:
        outlook = _outlook(self._tally, self._counts)
        for name in Tally.__slots__:
            setattr(self._sum, name, getattr(self._sum, name) + getattr(self._tally, name))
        self._files.append(FileOutlook(self._name, self._source, outlook, known, trouble))
        self._leave()

    def rehearsal(self) -> Rehearsal:
        """All that was heard."""
        owner = self._scratch.store.people.owner()
        everybody = self._scratch.store.people.all()
        others = [person for person in everybody if not any(handle in owner for handle in person.handles)]
        people = [person for person in others if person.kind == "person"]
        handles = [handle for person in people for handle in person.handles]
        at_home = self._home.store.people.here(handles) if self._home else set()
        new = sum(at_home.isdisjoint(person.handles) for person in people)
        total = _outlook(self._sum, self._all)
        services = len(others) - len(people)
        return Rehearsal(tuple(self._files), total, len(people), new, services, owner, tuple(self._defects))


def _bare(told: Told) -> Told:
    """What is kept of an entry while one rehearses: who, when and under which digest; not what was said."""
    if not isinstance(told, Entry):
        return told[0], None if told[1] is None else _stripped(told[1])
    return _stripped(told)


def _stripped(entry: Entry) -> Entry:
    shape, channel, at, until, _, _, _, bulk, _, _ = entry.said
    return entry._replace(said=(shape, channel, at, until, "", "", "", bulk, "[]", ""), terms="")


def _outlook(tally: Tally, counts: _Counts) -> Outlook:
    return Outlook(tally, dict(counts.kinds), dict(counts.bulk), counts.first, counts.last)
