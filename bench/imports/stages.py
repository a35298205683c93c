"""One stage of the import alone, in a process of its own: `python -m bench.imports.stages STAGE FILE`.

`fast-parser`: the Rust parser on each mail, the least that an import can cost; `source`: our mail source,
which decodes and judges, without store and index.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class FileBlob:
    """A file as sources see it (the protocol `maarif.domain.blobs.Blob`)."""

    path: Path

    @property
    def name(self) -> str:
        """The path as it was given."""
        return str(self.path)

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size

    @property
    def head(self) -> bytes:
        """The first 64 KiB."""
        with self.path.open("rb") as file:
            return file.read(65_536)

    def open(self) -> BinaryIO:
        """A new stream from the first byte."""
        return self.path.open("rb")


def fast_parser(path: Path) -> int:
    """Parse each mail with fast-mail-parser and forget it; returns how many there were."""
    parse = importlib.import_module("fast_mail_parser").parse_email
    count = 0
    for raw in _split(path):
        parse(raw)
        count += 1
    return count


def source(path: Path) -> int:
    """Read the file with our mail source and forget the messages; returns how many there were."""
    mail = importlib.import_module("maarif.sources.mail")
    return sum(1 for _ in mail.read(FileBlob(path), date(2030, 1, 1)))


def _split(path: Path) -> Iterator[bytes]:
    lines: list[bytes] = []
    with path.open("rb") as file:
        for line in file:
            if line.startswith(b"From ") and lines:
                yield b"".join(lines)
                lines = []
            else:
                lines.append(line)
    yield b"".join(lines)


STAGES = {"fast-parser": fast_parser, "source": source}

if __name__ == "__main__":
    print(STAGES[sys.argv[1]](Path(sys.argv[2])))
