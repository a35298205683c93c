"""How far a file was read, packed or not."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from maarif.domain.items import Defect
from maarif.files import Opening, Place
from tests.files.archives import tarred, zipped

NOISE = random.Random(1).randbytes(3_000_000)
PACKED = {
    "a.mbox": NOISE,
    "a.zip": zipped({"one": NOISE, "two": NOISE[:100], "three": NOISE}),
    "a.tgz": tarred({"one": NOISE, "two": NOISE[:100]}, "gz"),
    "a.mbox.gz": gzip.compress(NOISE),
    "nested.zip": zipped({"in.zip": zipped({"one": NOISE})}),
}


@pytest.mark.parametrize("name", PACKED)
def test_bytes_behind_grow_to_the_size_on_disk_and_no_further(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(PACKED[name])
    size = path.stat().st_size
    opening = Opening(Place(str(path), size))
    seen = [opening.behind]
    for blob in opening.blobs():
        assert not isinstance(blob, Defect)
        watched = opening.watch(blob)
        with watched.open() as stream:
            while stream.read(1 << 20):
                seen.append(opening.behind)
        assert (watched.name, watched.size, watched.head) == (blob.name, blob.size, blob.head)
    seen.append(opening.behind)
    assert seen == sorted(seen)
    assert seen[0] == 0
    assert len(set(seen)) > 2 or name.endswith(("gz", "nested.zip"))
    assert 0.9 * size <= seen[-1] <= size


def test_a_watched_blob_can_be_opened_again_and_sought_in(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(NOISE)
    opening = Opening(Place(str(path), len(NOISE)))
    (blob,) = opening.blobs()
    assert not isinstance(blob, Defect)
    watched = opening.watch(blob)
    with watched.open() as stream:
        assert stream.seekable()
        stream.seek(-10, 2)
        assert stream.read() == NOISE[-10:]
    with watched.open() as stream:
        assert stream.read() == NOISE


def test_what_cannot_be_opened_is_a_defect(tmp_path: Path) -> None:
    (found,) = Opening(Place(str(tmp_path / "gone"), 0)).blobs()
    assert isinstance(found, Defect)
