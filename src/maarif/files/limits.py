"""How much an archive may unpack to before it is thought to be made to do harm."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000
GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one archive, with all that is nested in it, may come to.

    `total`: bytes unpacked (200 GB: four of the largest parts a mail provider cuts its export into);
    `members`: files in it; `ratio`: unpacked to packed bytes, looked at once more than `ratio_from` bytes are
    unpacked (mail packs 3 to 20 fold; deflate cannot pass 1,032); `depth`: archives within archives;
    `nested`: bytes of one archive within another; `memory`: bytes of one member kept in memory, a larger one
    goes to a temporary file.
    """

    total: int = 200 * GIGABYTE
    members: int = 1_000_000
    ratio: int = 1_000
    ratio_from: int = 10 * MEGABYTE
    depth: int = 3
    nested: int = 4 * GIGABYTE
    memory: int = 16 * MEGABYTE


STANDARD = Limits()


class LimitError(Exception):
    """An archive goes past a limit; the message says which."""


class Budget:
    """What one archive has spent of its limits; a nested one charges the outer ones too."""

    def __init__(self, limits: Limits, packed: int, outer: Budget | None = None) -> None:
        self.limits = limits
        self._packed = max(packed, 1)
        self._outer = outer
        self._bytes = 0
        self._members = 0

    def charge_bytes(self, count: int) -> None:
        """Count unpacked bytes. Raises LimitError."""
        self._bytes += count
        self.check_ratio(self._bytes, self._packed)
        if self._bytes > self.limits.total:
            raise LimitError(f"it unpacks to more than {self.limits.total // MEGABYTE:,} MB")
        if self._outer:
            self._outer.charge_bytes(count)

    def charge_member(self) -> None:
        """Count one member. Raises LimitError."""
        self._members += 1
        if self._members > self.limits.members:
            raise LimitError(f"it holds more than {self.limits.members:,} files")
        if self._outer:
            self._outer.charge_member()

    def check_ratio(self, unpacked: int, packed: int) -> None:
        """Refuse what unpacks to far more bytes than mail, text or pictures ever do. Raises LimitError."""
        if unpacked > self.limits.ratio_from and unpacked > self.limits.ratio * max(packed, 1):
            raise LimitError(f"it unpacks to more than {self.limits.ratio:,} times its size, as only zip bombs do")
