"""The same mails one to a file, as mail programs that index keep them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bench.imports.corpus import EDITION


def maildir(mbox: Path) -> Path:
    """The Maildir of a generated mbox beside it; one that was finished before is used again."""
    folder = mbox.with_name(f"{mbox.stem}.maildir")
    done = folder / f".edition-{EDITION}"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        for part in ("cur", "new", "tmp"):
            (folder / part).mkdir(parents=True)
        with mbox.open("rb") as file:
            for number, mail in enumerate(_mails(file)):
                (folder / "cur" / f"{1_400_000_000 + number}.M{number}.bench:2,S").write_bytes(mail)
        done.touch()
    return folder


def _mails(file: BinaryIO) -> Iterator[bytes]:
    """The mails of an mbox without their `From ` lines, and with the mark before such lines of theirs taken off."""
    lines: list[bytes] = []
    begun = False
    for line in file:
        if line.startswith(b"From "):
            if begun:
                yield b"".join(lines[:-1])
            lines, begun = [], True
        else:
            lines.append(line[1:] if line.startswith(b">From ") else line)
    if begun:
        yield b"".join(lines[:-1])
