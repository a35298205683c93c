"""Files and folders, always in the same order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files.archives import unpack
from maarif.files.blobs import FileBlob, defect
from maarif.files.damage import in_words
from maarif.files.limits import STANDARD, Limits
from maarif.files.names import MAIL_FOLDERS, is_litter, printable_path

#: Device and inode: what a folder is, whichever way it is reached.
Place = tuple[int, int]


def walk(paths: Sequence[Path], limits: Limits = STANDARD) -> Iterator[Blob | Defect]:
    """Yield every file at or below the paths, archives as their members, and a Defect for what fails.

    Folders go by name, so that every run goes the same way; no folder is entered twice, whatever links lead
    to it. Members of archives hold memory or a temporary file as long as they live: take them one by one.
    """
    entered: set[Place] = set()
    for path in paths:
        for found in find(os.fspath(path), entered):
            if isinstance(found, FileBlob):
                yield from unpack(found, limits)
            else:
                yield found


def find(path: str, entered: set[Place]) -> Iterator[FileBlob | Defect]:
    """Yield the file at the path, or all files of the folder there."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        yield defect(printable_path(path), in_words(error))
        return
    if stat.S_ISDIR(mode):
        yield from descend(path, entered)
    elif stat.S_ISREG(mode):
        yield open_file(path)
    else:
        yield defect(printable_path(path), "no file but a pipe, socket or device: save it to a file first")


def descend(top: str, entered: set[Place]) -> Iterator[FileBlob | Defect]:
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
            yield open_file(path)


def enter(folder: str, entered: set[Place]) -> list[str] | Defect:
    """What to take of a folder, by name; folders end with a slash. Nothing where it was entered before."""
    try:
        at = Path(folder).stat()
        if (at.st_dev, at.st_ino) in entered:
            return []
        entered.add((at.st_dev, at.st_ino))
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        return defect(printable_path(folder.rstrip(os.sep)), in_words(error))
    is_maildir = {entry.name for entry in entries} >= MAIL_FOLDERS
    wanted = (as_wanted(entry) for entry in entries if not (is_maildir and entry.name == "tmp"))
    return [path for path in wanted if path]


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
