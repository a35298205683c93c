"""Archives made in memory, honest and hostile, for the tests beside this file."""

import io
import tarfile
import zipfile
from pathlib import Path

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect
from maarif.files import Limits, walk

MAIL = b"From: hanne@kettle.example\nSubject: Bees\n\nThe bees are back.\n"


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], packing: str = "") -> bytes:
    """A tar archive, packed by "gz", "bz2" or "xz"."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{packing}") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def read(path: Path, limits: Limits | None = None) -> tuple[dict[str, bytes], dict[str, str]]:
    """The bytes of each blob and the reason of each defect at a path, by name below the folder it lies in."""
    blobs: dict[str, bytes] = {}
    defects: dict[str, str] = {}
    for found in walk([path], limits or Limits()):
        if isinstance(found, Defect):
            assert found.origin.item == "file"
            defects[short(found.origin.source, path)] = found.reason
        else:
            blobs[short(found.name, path)] = content(found)
    return blobs, defects


def content(blob: Blob) -> bytes:
    """The bytes of a blob, which are the same each time and agree with what it says of itself."""
    with blob.open() as first:
        data = first.read()
    with blob.open() as second:
        assert second.read() == data
    assert blob.size == len(data)
    assert blob.head == data[: 64 * 1024]
    return data


def short(name: str, path: Path) -> str:
    """The name below the folder the path lies in."""
    return name.removeprefix(f"{path.parent}/")
