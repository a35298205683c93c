"""A file on disk while it is read: what is in it, and how much of it lies behind."""

from __future__ import annotations

from collections.abc import Iterator

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files.archives import archive_kind, unpack
from maarif.files.blobs import FileBlob, ZipMember
from maarif.files.limits import STANDARD, Limits
from maarif.files.walking import Place, open_file
from maarif.files.watched import Watched


class Opening:
    """One file on disk, or all that is in it where it is an archive."""

    def __init__(self, place: Place, limits: Limits = STANDARD) -> None:
        self._place = place
        self._limits = limits
        self._stream: Watched | None = None
        self._behind = 0
        self._member: Watched | None = None
        self._weight = 0

    def blobs(self) -> Iterator[Blob | Defect]:
        """Yield the file, or the members of the archive, one by one, and a Defect for what cannot be read."""
        found: FileBlob | Watched | Defect = open_file(self._place.path)
        if isinstance(found, Defect):
            yield found
            return
        if archive_kind(found.head) in ("tar", "squeezed"):
            found = self._stream = Watched(found)
        for blob in unpack(found, self._limits):
            yield blob
            self._behind += self._weight
            self._member, self._weight = None, 0

    def watch(self, blob: Blob) -> Watched:
        """The blob, which from now on tells how far it was read."""
        self._member = Watched(blob)
        self._weight = blob.entry.compress_size if isinstance(blob, ZipMember) else blob.size
        return self._member

    @property
    def behind(self) -> int:
        """Bytes of the file on disk, packed as they are, that were read."""
        if self._stream is not None:
            return self._stream.read
        part = self._weight * self._member.read // max(self._member.size, 1) if self._member else 0
        return min(self._behind + part, self._place.size)
