"""The blobs: a file, a member in memory, a member in a temporary file, a member of a zip file."""

from __future__ import annotations

import io
import os
import posixpath
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import IO, BinaryIO

from maarif.domain.blobs import Blob
from maarif.domain.errors import UnreadableFile
from maarif.domain.items import Defect, Origin
from maarif.files.damage import BROKEN, in_words
from maarif.files.limits import LimitError, Limits

#: As many bytes as a source may look at to recognise a format.
HEAD = 64 * 1024

#: What is read at once where much is read.
CHUNK = 1024 * 1024


def defect(name: str, reason: str) -> Defect:
    """Say that a file or a member as a whole could not be read."""
    return Defect(Origin(name, "file"), reason)


@dataclass(frozen=True, slots=True)
class FileBlob:
    """A file on disk; a small one is its head, and is opened but once."""

    name: str
    path: str
    size: int
    head: bytes

    @classmethod
    def at(cls, path: str, name: str) -> FileBlob:
        """Open the file and read its head. Raises OSError."""
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            head = os.read(handle, HEAD)
            size = os.fstat(handle).st_size if len(head) == HEAD else len(head)
        finally:
            os.close(handle)
        return cls(name, path, size, head)

    def open(self) -> BinaryIO:
        """A new stream from the first byte. Raises UnreadableFile."""
        if self.size == len(self.head):
            return io.BytesIO(self.head)
        try:
            return io.BufferedReader(io.FileIO(self.path), CHUNK)
        except OSError as error:
            raise UnreadableFile(self.name, in_words(error)) from error

    def beside(self, path: str) -> FileBlob | None:
        """The file at a path as seen from this one's folder; None where there is none that can be read."""
        place, name = (os.path.normpath(os.path.join(os.path.dirname(own), path)) for own in (self.path, self.name))  # noqa: PTH118, PTH120
        try:
            return FileBlob.at(place, name) if os.path.isfile(place) else None  # noqa: PTH113
        except OSError:
            return None


@dataclass(frozen=True, slots=True)
class MemoryBlob:
    """A member of an archive, small enough to be kept in memory."""

    name: str
    data: bytes
    neighbours: Neighbours | None = field(default=None, compare=False, repr=False)

    def beside(self, path: str) -> Blob | None:
        """The member at a path as seen from this one's folder; None where there is none."""
        return self.neighbours.beside(self.name, path) if self.neighbours else None

    @property
    def size(self) -> int:
        """Bytes, unpacked."""
        return len(self.data)

    @property
    def head(self) -> bytes:
        """The first 64 KiB at most."""
        return self.data[:HEAD]

    def open(self) -> BinaryIO:
        """A new stream from the first byte."""
        return io.BytesIO(self.data)


#: The largest neighbour that is unpacked into memory, and how much smaller it may be packed.
_NEIGHBOUR, _NEIGHBOUR_RATIO = 32 << 20, 200


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The other members of a zip file, for whoever has to look something up in one of them."""

    archive: zipfile.ZipFile

    def beside(self, name: str, path: str) -> MemoryBlob | None:
        """The member at a path as seen from the folder of the one called `name`; None where there is none."""
        archive, _, member = name.rpartition("!")
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(member), path))
        entry = self.archive.NameToInfo.get(wanted)
        if entry is None or entry.file_size > min(_NEIGHBOUR, _NEIGHBOUR_RATIO * max(entry.compress_size, 1024)):
            return None
        try:
            return MemoryBlob(f"{archive}!{wanted}", self.archive.read(entry), self)
        except BROKEN:
            return None


class Spool:
    """A temporary file without a name, which is gone with its last reader, or with the process."""

    def __init__(self) -> None:
        # It outlives this function, and is closed by __del__ below.
        self.file: IO[bytes] = tempfile.TemporaryFile(prefix="maarif-")  # noqa: SIM115
        self._lock = threading.Lock()

    def read_at(self, position: int, count: int) -> bytes:
        """Read from a position that is the caller's own."""
        with self._lock:
            self.file.seek(position)
            return self.file.read(count)

    def __del__(self) -> None:
        if hasattr(self, "file"):
            self.file.close()


class SpoolReader(io.RawIOBase):
    """One reader's stream over a spool that several read."""

    def __init__(self, spool: Spool, size: int) -> None:
        self._spool = spool
        self._size = size
        self._position = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move within the spool."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        self._position = max(0, start + offset)
        return self._position

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as there are bytes."""
        data = self._spool.read_at(self._position, len(buffer))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


@dataclass(frozen=True, slots=True)
class SpooledBlob:
    """A member of an archive that is too large for memory."""

    name: str
    size: int
    head: bytes
    spool: Spool

    def open(self) -> BinaryIO:
        """A new, seekable stream from the first byte."""
        return io.BufferedReader(SpoolReader(self.spool, self.size), CHUNK)


def keep(name: str, stream: IO[bytes], limits: Limits, most: int | None = None) -> MemoryBlob | SpooledBlob:
    """Read a stream to its end, into memory or a temporary file, so that it can be opened often.

    `most`: bytes beyond which LimitError is raised. Raises also whatever reading the stream raises.
    """
    in_memory = max(limits.memory, HEAD)
    data = stream.read(in_memory + 1)
    if len(data) <= in_memory:
        return MemoryBlob(name, data)
    spool = Spool()
    size = spool.file.write(data)
    head = data[:HEAD]
    del data
    for chunk in iter(partial(stream.read, CHUNK), b""):
        size += spool.file.write(chunk)
        if most is not None and size > most:
            raise LimitError(f"an archive within an archive may be {most:,} bytes at most; unpack the outer one first")
    spool.file.flush()
    return SpooledBlob(name, size, head, spool)


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A member of a zip file that is unpacked anew each time it is opened; it keeps the zip file open."""

    name: str
    size: int
    head: bytes
    archive: zipfile.ZipFile
    entry: zipfile.ZipInfo

    def beside(self, path: str) -> Blob | None:
        """The member at a path as seen from this one's folder; None where there is none."""
        return Neighbours(self.archive).beside(self.name, path)

    def open(self) -> BinaryIO:
        """A new stream from the first byte. It and its reads raise UnreadableFile."""
        with told(self.name):
            return io.BufferedReader(MemberReader(self.name, self.archive.open(self.entry)), CHUNK)


class MemberReader(io.RawIOBase):
    """A stream that says in our words what is wrong with a damaged member."""

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        self._name = name
        self._stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as there are bytes. Raises UnreadableFile."""
        with told(self._name):
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the member's stream too."""
        self._stream.close()
        super().close()


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what a broken archive makes the standard library raise into UnreadableFile."""
    try:
        yield
    except BROKEN as error:
        raise UnreadableFile(name, in_words(error)) from error


def keep_seekable(blob: Blob, limits: Limits) -> Blob:
    """The blob itself where its streams can seek, else a copy that can. Raises LimitError."""
    if isinstance(blob, ZipMember):
        with blob.open() as stream:
            return keep(blob.name, stream, limits, limits.nested)
    return blob
