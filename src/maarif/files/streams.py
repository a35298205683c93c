"""Files packed as a stream (gzip, bzip2, xz): one file, or a tar archive."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from tarfile import BLOCKSIZE
from typing import IO, BinaryIO

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files.blobs import CHUNK, keep
from maarif.files.limits import Budget
from maarif.files.tars import is_tar, read_tar_stream

GZIP, BZIP2, XZ = b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00"

#: The first bytes of what is read here.
SQUEEZED = (GZIP, BZIP2, XZ)

#: What a packed file's name ends with, and what takes its place.
ENDINGS = {
    ".gz": "",
    ".bz2": "",
    ".xz": "",
    ".tgz": ".tar",
    ".tbz2": ".tar",
    ".txz": ".tar",
    ".mboxgz": ".mbox",
}


def read_squeezed(blob: Blob, budget: Budget) -> Iterator[Blob | Defect]:
    """Yield the members of a packed tar archive, or the one packed file."""
    with blob.open() as packed, unsqueeze(packed, blob.head, budget) as stream:
        if is_tar(stream.peek(BLOCKSIZE)[:BLOCKSIZE]):
            yield from read_tar_stream(blob.name, stream, budget)
        else:
            budget.charge_member()
            yield keep(f"{blob.name}!{inner_name(blob.name)}", stream, budget.limits)


def unsqueeze(packed: IO[bytes], head: bytes, budget: Budget) -> io.BufferedReader:
    """The unpacked stream, each byte of which is charged."""
    stream: BinaryIO | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
    if head.startswith(GZIP):
        stream = gzip.GzipFile(fileobj=packed, mode="rb")
    elif head.startswith(BZIP2):
        stream = bz2.BZ2File(packed)
    else:
        stream = lzma.LZMAFile(packed)  # noqa: SIM115 (closed by the reader around it)
    return io.BufferedReader(ChargedReader(stream, budget), CHUNK)


def inner_name(name: str) -> str:
    """What a file packed alone was called: the archive's name without what packing added."""
    base = name.rsplit("!", 1)[-1].replace("\\", "/").rsplit("/", 1)[-1]
    for ending, replacement in ENDINGS.items():
        if base.lower().endswith(ending) and len(base) > len(ending):
            return base[: -len(ending)] + replacement
    return base


class ChargedReader(io.RawIOBase):
    """A stream whose bytes are charged to a budget as they are unpacked."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as there are bytes. Raises LimitError, and whatever unpacking raises."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._budget.charge_bytes(len(data))
        return len(data)

    def close(self) -> None:
        """Close what unpacks too."""
        self._stream.close()
        super().close()
