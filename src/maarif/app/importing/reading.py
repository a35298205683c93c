"""Reading files: recognise each, read it, and say event by event what it gives; in this process or in another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import entry_points
from itertools import islice
from typing import NamedTuple, TypeAlias, cast

from maarif import files
from maarif.app.importing.entries import entry_of
from maarif.domain.blobs import Blob, Source
from maarif.domain.errors import MaarifError, NotRecognised, TwoClaimants, UnreadableFile
from maarif.domain.items import Defect, Item
from maarif.store.entries import Tally
from maarif.store.imports import FileRow
from maarif.store.writer import Told

#: Items are read, understood and written this many at a time: each kind of work then stays in the processor's caches.
STEP = 500

#: The file that was read before with these very bytes under this name, if there is one.
Lookup: TypeAlias = Callable[[bytes, str], FileRow | None]


class At(NamedTuple):
    """A file, or a member of an archive, is about to be looked at."""

    name: str


class Begun(NamedTuple):
    """A file is recognised, and being read."""

    name: str
    source: str
    fingerprint: bytes


class Bare(NamedTuple):
    """What a file says next, as its source read it; `part` is how many bytes of the file on disk were read."""

    name: str
    source: str
    said: list[Item | Defect]
    part: int


class Understood(NamedTuple):
    """What a file says next, ready to be kept."""

    said: list[Told]
    part: int


class Ended(NamedTuple):
    """The file was read to its end."""


class Known(NamedTuple):
    """The file was taken in before; its counts."""

    name: str
    source: str
    tally: Tally


class Refused(NamedTuple):
    """The file was not read, or not to its end, and why; what came before is kept."""

    name: str
    source: str
    trouble: str


class Passed(NamedTuple):
    """A file on disk of so many bytes lies behind, with all that is in it."""

    size: int


class Lost(NamedTuple):
    """The process that read ended by itself; the file at hand is begun again, or refused."""


Event: TypeAlias = At | Begun | Bare | Understood | Ended | Known | Refused | Passed | Lost


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading takes: the sources, the day, and what was read before."""

    sources: dict[str, Source]
    today: date
    lookup: Lookup

    def events(self, place: files.Place, skip: Collection[str] = ()) -> Iterator[Event]:
        """All that a file on disk gives, members of an archive one after the other; those in `skip` are passed over."""
        opening = files.Opening(place)
        names: set[int] = set()
        for found in opening.blobs():
            if isinstance(found, Defect):
                yield refusal(found)
            elif hash(found.name) in names:
                yield Refused(found.name, "", _twice(found.name))
            elif found.name not in skip:
                names.add(hash(found.name))
                yield At(found.name)
                yield from guarded(found.name, "", self._read(found, opening))
        yield Passed(place.size)

    def _read(self, blob: Blob, opening: files.Opening) -> Iterator[Event]:
        name, source = recognise(blob, self.sources)
        fingerprint = files.fingerprint(blob)
        known = self.lookup(fingerprint, blob.name)
        if known is not None:
            yield Known(blob.name, known.source, _all_unchanged(known.tally))
            return
        yield Begun(blob.name, name, fingerprint)
        said = source.read(opening.watch(blob), self.today)
        while step := list(islice(said, STEP)):
            yield Bare(blob.name, name, step, opening.behind)
        yield Ended()


def guarded(name: str, source: str, events: Iterator[Event]) -> Iterator[Event]:
    """The events of one file; what goes wrong while they are made is the last of them, and ends the file alone."""
    try:
        for event in events:
            if isinstance(event, Begun):
                source = event.source
            yield event
    except MaarifError as trouble:
        yield Refused(name, source, str(trouble))
    except Exception as error:  # a source's own mistake must not cost the other files
        yield Refused(name, source, _blame(name, source, error))


def nothing_known(_fingerprint: bytes, _name: str) -> FileRow | None:
    """The lookup of a home that holds nothing yet."""
    return None


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


def understood(bare: Bare) -> Iterator[Event]:
    """What a source read of a file, ready to be kept."""
    return guarded(bare.name, bare.source, map(_understood, (bare,)))


def _understood(bare: Bare) -> Event:
    return Understood([_told(one, bare.source) for one in bare.said], bare.part)


def refusal(defect: Defect) -> Refused:
    """A file that could not even be opened."""
    return Refused(defect.origin.source, "", str(UnreadableFile(defect.origin.source, defect.reason)))


def _told(said: Item | Defect, scope: str) -> Told:
    if isinstance(said, Defect):
        return said, None if said.kept is None else entry_of(said.kept, scope)
    return entry_of(said, scope)


def _all_unchanged(tally: Tally) -> Tally:
    return Tally(tally.read, 0, tally.read - tally.defects, tally.defects)


def _twice(name: str) -> str:
    return (
        f"{name}: its archive holds two files of this name; the first was taken in. "
        "Unpack the archive by yourself, and import what came out."
    )


def _blame(name: str, source: str, error: Exception) -> str:
    kind = type(error).__name__
    return (
        f"{name}: the {source or 'recognising'} source failed on it ({kind}); what came before is kept. "
        "Please report this with the shape of the file, not its contents; the rest was taken in."
    )
