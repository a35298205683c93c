"""Zip archives: their directory is read first; where it is lost, members are sought one by one."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files.blobs import HEAD, FileBlob, MemoryBlob, Neighbours, ZipMember, defect, keep_seekable
from maarif.files.damage import BROKEN, in_words
from maarif.files.limits import Budget, LimitError
from maarif.files.names import is_hidden, leads_outside, parts_of, printable
from maarif.files.salvage import salvage

PASSWORD = "locked with a password: unpack it with the password first, then import what came out"

#: What documents and programs that are zip files inside begin with; they are one file to their owner.
DOCUMENT = (
    b"[Content_Types].xml",
    b"mimetype",
    b"_rels/",
    b"docProps/",
    b"word/",
    b"xl/",
    b"ppt/",
    b"META-INF/",
)

#: Bytes of the directory for each member at most, on average: it is read into memory as a whole.
DIRECTORY_ENTRY = 100

END, END_64 = b"PK\x05\x06", b"PK\x06\x06"


def is_document(head: bytes) -> bool:
    """Whether a zip file is a text document, a sheet, a book or a program."""
    return head[30:].startswith(DOCUMENT)


def read_zip(blob: Blob, budget: Budget) -> Iterator[Blob | Defect]:
    """Yield the members of a zip archive. Raises LimitError, and what a damaged one makes zipfile raise."""
    blob = keep_seekable(blob, budget.limits)
    check_directory(blob, budget)
    try:
        # The members keep it open; it is closed with the last of them.
        archive = zipfile.ZipFile(blob.path if isinstance(blob, FileBlob) else blob.open())
    except BROKEN as error:
        yield from salvage(blob, budget)
        yield defect(blob.name, f"archive {in_words(error)}; its last members may be missing: get it again")
        return
    for entry in archive.infolist():
        if not entry.is_dir():
            yield from read_entry(blob.name, archive, entry, budget)


def read_entry(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> Iterator[Blob | Defect]:
    """Yield one member, where it is anyone's data. Raises LimitError where all of them come to too much."""
    path = member_path(entry)
    member = f"{name}!{printable(path)}"
    if leads_outside(path):
        yield defect(member, "its name leads out of the archive, as no honest archive's does: left out")
    elif is_hidden(parts_of(path)):
        return
    elif entry.flag_bits & 0x1:
        yield defect(member, PASSWORD)
    elif stat.S_ISLNK(entry.external_attr >> 16):
        yield defect(member, "no plain file but a link: left out")
    else:
        budget.charge_member()
        yield open_entry(member, archive, entry, budget)


def open_entry(member: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> Blob | Defect:
    """The member with its head, or as a whole where it is small. Raises LimitError."""
    try:
        budget.check_ratio(entry.file_size, entry.compress_size)
    except LimitError as limit:
        return defect(member, f"not unpacked: {limit}")
    budget.charge_bytes(entry.file_size)
    try:
        with archive.open(entry) as stream:
            head = stream.read(HEAD)
    except BROKEN as error:
        return defect(member, in_words(error))
    if len(head) == entry.file_size:
        return MemoryBlob(member, head, Neighbours(archive))
    return ZipMember(member, entry.file_size, head, archive, entry)


def member_path(entry: zipfile.ZipInfo) -> str:
    """The member's path; many programs write UTF-8 without saying so, and are read as cp437."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def check_directory(blob: Blob, budget: Budget) -> None:
    """Refuse a directory of more members than are read, before it fills the memory. Raises LimitError."""
    with blob.open() as stream:
        size = directory_size(stream)
    if size > DIRECTORY_ENTRY * budget.limits.members:
        raise LimitError(f"it lists more than {budget.limits.members:,} files")


def directory_size(stream: BinaryIO) -> int:
    """Bytes of the directory as the end of the archive tells them; 0 where it has no end.

    After APPNOTE.TXT 6.3.10, sections 4.3.14 and 4.3.16.
    """
    length = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, length - 128 * 1024))
    tail = stream.read()
    at, at_64 = tail.rfind(END), tail.rfind(END_64)
    sizes = [0]
    if 0 <= at <= len(tail) - 22:
        sizes += struct.unpack_from("<L", tail, at + 12)
    if 0 <= at_64 <= len(tail) - 56:
        sizes = [0, *struct.unpack_from("<Q", tail, at_64 + 40)]
    return max(sizes)
