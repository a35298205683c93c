"""Files and folders, always in the same order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files.archives import unpack
from maarif.files.blobs import FileBlob, defect
from maarif.files.damage import in_words
from maarif.files.limits import STANDARD, Limits
from maarif.files.names import MAIL_FOLDERS, is_litter, printable_path

#: Device and inode: what a folder is, whichever way it is reached.
Inode: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A file found on disk that is not opened yet; `size` in bytes, 0 where that cannot be told."""

    path: str
    size: int


def walk(paths: Sequence[Path], limits: Limits = STANDARD) -> Iterator[Blob | Defect]:
    """Yield every file at or below the paths, archives as their members, and a Defect for what fails.

    Members of archives hold memory or a temporary file as long as they live: take them one by one.
    """
    for found in find(paths):
        if isinstance(found, Place):
            yield from opened(found.path, limits)
        else:
            yield found


def find(paths: Sequence[Path]) -> Iterator[Place | Defect]:
    """Yield the place of every file at or below the paths, none of them opened, and a Defect for what fails.

    Folders go by name, so that every run goes the same way; no folder is entered twice, whatever links lead
    to it, and no file that is given twice, or given and found in a folder, comes twice.
    """
    entered: set[Inode] = set()
    given: set[str] = set()
    for path in map(os.fspath, paths):
        if path not in given and not _was_found(path, entered):
            given.add(path)
            yield from (found for found in below(path, entered) if _is_first(found, path, given))


def opened(path: str, limits: Limits = STANDARD) -> Iterator[Blob | Defect]:
    """Yield the file at the path, or all that is in it where it is an archive, or why it cannot be read."""
    found = open_file(path)
    if isinstance(found, FileBlob):
        yield from unpack(found, limits)
    else:
        yield found


def _is_first(found: Place | Defect, given_as: str, given: set[str]) -> bool:
    return isinstance(found, Defect) or found.path == given_as or found.path not in given


def _was_found(path: str, entered: set[Inode]) -> bool:
    """Whether a file came with its folder before."""
    folder, name = os.path.split(path)
    if is_litter(name) or name.startswith(".") or not entered:
        return False
    try:
        at = Path(folder or ".").stat()
    except (OSError, ValueError):
        return False
    return (at.st_dev, at.st_ino) in entered and Path(path).is_file()


def below(path: str, entered: set[Inode]) -> Iterator[Place | Defect]:
    """Yield the file at the path, or all files of the folder there."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError) as error:
        yield defect(printable_path(path), in_words(error))
        return
    if stat.S_ISDIR(found.st_mode):
        yield from descend(path, entered)
    elif stat.S_ISREG(found.st_mode):
        yield Place(path, found.st_size)
    else:
        yield defect(printable_path(path), "no file but a pipe, socket or device: save it to a file first")


def descend(top: str, entered: set[Inode]) -> Iterator[Place | Defect]:
    """Yield all files below a folder, depth first; by a list, since folders can be deep."""
    ahead = [top]
    while ahead:
        path = ahead.pop()
        if path.endswith(os.sep) or path == top:
            entries = enter(path, entered)
            if isinstance(entries, Defect):
                yield entries
            else:
                ahead.extend(reversed(entries))
        else:
            yield Place(path, size_of(path))


def size_of(path: str) -> int:
    """Bytes of the file at the path; 0 where that cannot be told: opening it tells why."""
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def enter(folder: str, entered: set[Inode]) -> list[str] | Defect:
    """What to take of a folder, by name; folders end with a slash. Nothing where it was entered before."""
    try:
        at = Path(folder).stat()
        if (at.st_dev, at.st_ino) in entered:
            return []
        entered.add((at.st_dev, at.st_ino))
        with os.scandir(folder) as found:  # what is kept of each entry is its path: a folder may hold millions
            wanted = [path for entry in found if (path := as_wanted(entry))]
    except OSError as error:
        return defect(printable_path(folder.rstrip(os.sep)), in_words(error))
    base = os.path.join(folder, "")  # noqa: PTH118 - the slash counts
    if all(f"{base}{name}{os.sep}" in wanted for name in MAIL_FOLDERS):
        wanted = [path for path in wanted if path != f"{base}tmp{os.sep}"]
    wanted.sort(key=lambda path: path.rstrip(os.sep))
    return wanted


def as_wanted(entry: os.DirEntry[str]) -> str:
    """The path to take, with a slash for a folder; "" for litter, hidden things, pipes and devices."""
    hidden = entry.name.startswith(".")
    if is_litter(entry.name):
        return ""
    if holds_folder(entry):
        return entry.path + os.sep if not hidden or holds_mail(entry.path) else ""
    return "" if hidden or is_special(entry) else entry.path


def holds_folder(entry: os.DirEntry[str]) -> bool:
    """Whether this is a folder or leads to one."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def holds_mail(folder: str) -> bool:
    """Whether a hidden folder is one of a Maildir++ (`.Sent` and the like)."""
    return any(Path(folder, name).is_dir() for name in MAIL_FOLDERS)


def is_special(entry: os.DirEntry[str]) -> bool:
    """Whether this is a pipe, a socket or a device; a broken link is not: opening it tells what is wrong."""
    try:
        return not stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return False


def open_file(path: str) -> FileBlob | Defect:
    """The file at the path, or why it cannot be read."""
    name = printable_path(path)
    try:
        return FileBlob.at(path, name)
    except OSError as error:
        return defect(name, in_words(error))
