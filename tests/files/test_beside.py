"""What lies next to a blob, in a folder and in a zip archive."""

from __future__ import annotations

import zipfile
from pathlib import Path

from maarif.domain.blobs import Blob, beside
from maarif.domain.items import Defect
from maarif.files import walk


def taken(path: Path, name: str) -> Blob:
    (found,) = (blob for blob in walk([path]) if not isinstance(blob, Defect) and blob.name.endswith(name))
    return found


def content(blob: Blob | None) -> bytes | None:
    return None if blob is None else blob.open().read()


def test_a_file_knows_those_around_it(tmp_path: Path) -> None:
    (tmp_path / "D01").mkdir()
    (tmp_path / "D01" / "day.json").write_bytes(b"[]")
    (tmp_path / "dms.json").write_bytes(b"[1]")
    day = taken(tmp_path, "day.json")
    found = beside(day, "../dms.json")
    assert content(found) == b"[1]"
    assert found is not None
    assert found.name == str(tmp_path / "dms.json")
    assert beside(day, "../none.json") is None
    assert beside(day, "..") is None


def test_a_member_of_a_zip_knows_the_others_small_and_large(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    large = bytes(range(256)) * 1000
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("e/D01/day.json", "[]")
        archive.writestr("e/D01/large.json", large)
        archive.writestr("e/dms.json", "[1]")
    for name in ("day.json", "large.json"):
        member = taken(path, name)
        found = beside(member, "../dms.json")
        assert content(found) == b"[1]"
        assert found is not None
        assert found.name == f"{path}!e/dms.json"
        assert content(beside(found, "D01/large.json")) == large
        assert beside(member, "../../../dms.json") is None


def test_a_neighbour_that_unpacks_to_far_too_much_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("day.json", "[]")
        archive.writestr("users.json", bytes(9_000_000))
    assert beside(taken(path, "day.json"), "users.json") is None


class Lonely:
    """A blob of somebody's own, without neighbours."""

    name, size, head = "a", 0, b""


def test_a_blob_that_knows_no_others_has_none() -> None:
    assert beside(Lonely(), "b") is None  # type: ignore[arg-type]
