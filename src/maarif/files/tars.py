"""Tar archives, read once from front to end: each member is kept until nobody holds its blob."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, Self

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files.blobs import defect, keep
from maarif.files.limits import MEGABYTE, Budget, LimitError
from maarif.files.names import is_hidden, leads_outside, parts_of, printable

#: Members that are no files but long names and the like for the member that follows.
NAMES = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)


def is_tar(head: bytes) -> bool:
    """Whether the first block is a tar header: by its magic word, or (before 1988) by its checksum."""
    if head[257:262] == b"ustar":
        return True
    if len(head) < tarfile.BLOCKSIZE or not head[148:156].strip(b" \0").isdigit():
        return False
    try:
        tarfile.TarInfo.frombuf(head[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return False
    return True


class Header(tarfile.TarInfo):
    """A header refused aloud where tarfile would end the archive in silence, or fill the memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Read one block. Raises EOFError, tarfile.ReadError, or LimitError for names of megabytes."""
        if 0 < len(buf) < tarfile.BLOCKSIZE:
            raise EOFError
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if any(buf):
                raise tarfile.ReadError(f"{error} in the middle of it") from None
            raise
        if header.size < 0:
            raise tarfile.ReadError("a member of less than no bytes")
        if header.type in NAMES and header.size > MEGABYTE:
            raise LimitError("a member has a name of more than a megabyte")
        return header


def read_tar(blob: Blob, budget: Budget) -> Iterator[Blob | Defect]:
    """Yield the members of a tar archive that is not packed."""
    with blob.open() as stream:
        yield from read_tar_stream(blob.name, stream, budget)


def read_tar_stream(name: str, stream: IO[bytes], budget: Budget) -> Iterator[Blob | Defect]:
    """Yield the members of a tar archive from an unpacked stream that need not seek.

    Raises LimitError, and whatever a damaged archive makes tarfile raise.
    """
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=Header, errors="surrogateescape") as archive:
        while (entry := archive.next()) is not None:
            # The library remembers every member; of a Maildir of a million mails that is a gigabyte.
            archive.members.clear()  # type: ignore[attr-defined]
            yield from read_entry(name, archive, entry, budget)


def read_entry(name: str, archive: tarfile.TarFile, entry: tarfile.TarInfo, budget: Budget) -> Iterator[Blob | Defect]:
    """Yield the member at which the archive stands, where it is anyone's data."""
    member = f"{name}!{printable(entry.name)}"
    if leads_outside(entry.name):
        yield defect(member, "its name leads out of the archive, as no honest archive's does: left out")
    elif entry.isdir() or is_hidden(parts_of(entry.name)):
        return
    elif not entry.isreg() or entry.issparse():
        yield defect(member, "no plain file but a link, a device or a sparse file: left out")
    else:
        budget.charge_member()
        content = archive.extractfile(entry)
        if content is not None:
            yield keep(member, content, budget.limits)
