"""Blobs held in memory."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO


@dataclass(frozen=True)
class Bytes:
    """A blob made of a name and its bytes; `others` are those that lie around it, by their names."""

    name: str
    data: bytes
    others: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def size(self) -> int:
        return len(self.data)

    @property
    def head(self) -> bytes:
        return self.data[: 64 * 1024]

    def open(self) -> BinaryIO:
        return BytesIO(self.data)

    def beside(self, path: str) -> Bytes | None:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), path))
        return Bytes(name, self.others[name], self.others) if name in self.others else None
