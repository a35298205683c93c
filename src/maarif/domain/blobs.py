"""Bytes as they lie in a folder or an archive, and what a source must be able to do with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, Protocol, runtime_checkable

from maarif.domain.items import Defect, Item


class Blob(Protocol):
    """A file, or one member of an archive, that can be opened as often as one likes."""

    @property
    def name(self) -> str:
        """The path as it was taken in; `archive!member` inside an archive."""

    @property
    def size(self) -> int:
        """Bytes, unpacked."""

    @property
    def head(self) -> bytes:
        """The first 64 KiB at most, enough to recognise the format by."""

    def open(self) -> BinaryIO:
        """A new stream from the first byte; not always seekable. Raises UnreadableFile."""


@runtime_checkable
class Neighbour(Blob, Protocol):
    """A blob that knows where it lies, so that a list in the file next to it can be looked up."""

    def beside(self, path: str) -> Blob | None:
        """The blob at a path as seen from this one's folder (`users.json`, `../dms.json`); None where there is none."""


def beside(blob: Blob, path: str) -> Blob | None:
    """The blob at a path as seen from another's folder; None where there is none, or where nobody can tell."""
    return blob.beside(path) if isinstance(blob, Neighbour) else None


class Source(Protocol):
    """One format: a module with these two functions, found by its entry point in the group `maarif.sources`."""

    def recognises(self, blob: Blob) -> bool:
        """Tell by the content (`head`), with the name as a hint only, whether `read` understands this blob."""

    def read(self, blob: Blob, today: date) -> Iterator[Item | Defect]:
        """Yield all that the blob says, in its order, streaming; a bad part is a Defect and the rest goes on.

        `today` tells which dates lie in the future and cannot be believed.
        """
