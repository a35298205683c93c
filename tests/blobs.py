"""Blobs held in memory."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO


@dataclass(frozen=True)
class Bytes:
    """A blob made of a name and its bytes."""

    name: str
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    @property
    def head(self) -> bytes:
        return self.data[: 64 * 1024]

    def open(self) -> BinaryIO:
        return BytesIO(self.data)
