"""A blob that tells how far it was read, so that somebody who waits can be told."""

from __future__ import annotations

import io
from typing import BinaryIO

from maarif.domain.blobs import Blob, beside
from maarif.files.blobs import CHUNK


class Watched:
    """A blob that counts the bytes that were read of its newest stream; all else is the blob's own."""

    def __init__(self, blob: Blob) -> None:
        self._blob = blob
        self.name = blob.name
        self.size = blob.size
        self.head = blob.head
        self.read = 0

    def open(self) -> BinaryIO:
        """A new stream from the first byte, seekable where the blob's own is. Raises UnreadableFile."""
        stream = self._blob.open()
        self.read = 0
        if isinstance(stream, io.BytesIO):
            self.read = self.size
            return stream
        return io.BufferedReader(_Counting(stream, self), CHUNK)

    def beside(self, path: str) -> Blob | None:
        """The blob at a path as seen from this one's folder; None where there is none."""
        return beside(self._blob, path)


class _Counting(io.RawIOBase):
    """A stream that says to its blob how far it has come."""

    def __init__(self, stream: BinaryIO, watched: Watched) -> None:
        self._stream = stream
        self._watched = watched
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = self._stream.seek(offset, whence)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = self._stream.readinto(buffer)  # type: ignore[attr-defined]
        self._at += count
        self._watched.read = max(self._watched.read, self._at)
        return int(count)

    def close(self) -> None:
        self._stream.close()
        super().close()
