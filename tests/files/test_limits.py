"""Archives made to do harm."""

import gzip
import struct
import tarfile
from pathlib import Path

import pytest

from maarif.files import Limits
from tests.files.archives import MAIL, read, tarred, zipped

ZEROS = bytes(30_000_000)


def test_a_zip_bomb_is_not_unpacked_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"bomb": ZEROS, "a.eml": MAIL}))
    blobs, defects = read(tmp_path / "a.zip", Limits(ratio=500))
    assert "zip bombs" in defects["a.zip!bomb"]
    assert blobs == {"a.zip!a.eml": MAIL}


def test_a_gzip_bomb_ends_at_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(ZEROS))
    blobs, defects = read(tmp_path / "a.gz", Limits(ratio=500))
    assert blobs == {}
    assert "zip bombs" in defects["a.gz"]


def test_a_tar_bomb_ends_at_the_limit_after_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(tarred({"a.eml": MAIL, "bomb": ZEROS}, "gz"))
    blobs, defects = read(tmp_path / "a.tgz", Limits(ratio=500))
    assert blobs == {"a.tgz!a.eml": MAIL}
    assert "zip bombs" in defects["a.tgz"]


def test_bombs_packed_many_times_over_are_charged_to_the_outermost(tmp_path: Path) -> None:
    inner = zipped({f"{n}.zip": zipped({"x": bytes(9_000_000)}) for n in range(40)})
    (tmp_path / "a.zip").write_bytes(zipped({"b.zip": inner}))
    blobs, defects = read(tmp_path / "a.zip", Limits(total=50_000_000))
    assert len(blobs) <= 5
    assert all("not read any further" in reason for reason in defects.values())


def test_the_number_of_members_is_limited(tmp_path: Path) -> None:
    members = {f"{n}.eml": MAIL for n in range(50)}
    for name, data in (("a.zip", zipped(members)), ("a.tar", tarred(members))):
        (tmp_path / name).write_bytes(data)
        blobs, defects = read(tmp_path / name, Limits(members=30))
        assert "more than 30 files" in defects[name]
        assert len(blobs) in (0, 30)


def test_a_directory_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.eml": MAIL}))
    struct.pack_into("<L", data, len(data) - 22 + 12, 200_000_000)
    (tmp_path / "a.zip").write_bytes(data)
    assert "lists more than" in read(tmp_path / "a.zip")[1]["a.zip"]


def test_a_nested_archive_that_is_too_large_is_a_defect(tmp_path: Path) -> None:
    large = zipped({"x.mbox": MAIL * 3000}, 0)
    (tmp_path / "a.zip").write_bytes(zipped({"b.zip": large, "c.eml": MAIL}, 0))
    blobs, defects = read(tmp_path / "a.zip", Limits(nested=100_000, memory=50_000))
    assert "unpack the outer one first" in defects["a.zip!b.zip"]
    assert blobs == {"a.zip!c.eml": MAIL}


@pytest.mark.parametrize(
    "name", ["../../evil.eml", "/etc/evil.eml", "a/../../evil.eml", "C:\\evil.eml", "..\\evil.eml"]
)
def test_names_that_lead_outside_are_defects(name: str, tmp_path: Path) -> None:
    for archive, data in (
        ("a.zip", zipped({name: MAIL, "b.eml": MAIL})),
        ("a.tar", tarred({name: MAIL, "b.eml": MAIL})),
    ):
        (tmp_path / archive).write_bytes(data)
        blobs, defects = read(tmp_path / archive)
        assert blobs == {f"{archive}!b.eml": MAIL}
        assert "leads out" in defects[f"{archive}!{name}"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar", "a.zip"]


def test_members_with_a_password_are_defects_that_say_what_to_do(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.eml": MAIL, "b.eml": MAIL}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    blobs, defects = read(tmp_path / "a.zip")
    assert "unpack it with the password first" in defects["a.zip!a.eml"]
    assert blobs == {"a.zip!b.eml": MAIL}


def test_packing_that_is_unknown_is_a_defect(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.eml": MAIL, "b.eml": MAIL}))
    data[8] = 97
    data[data.index(b"PK\x01\x02") + 10] = 97
    (tmp_path / "a.zip").write_bytes(data)
    blobs, defects = read(tmp_path / "a.zip")
    assert "unpack it first" in defects["a.zip!a.eml"]
    assert blobs == {"a.zip!b.eml": MAIL}


def test_a_name_of_megabytes_does_not_fill_the_memory(tmp_path: Path) -> None:
    long_name = tarfile.TarInfo("x")
    long_name.type, long_name.size = tarfile.GNUTYPE_LONGNAME, 3_000_000
    data = tarred({"a.eml": MAIL})[:1024] + long_name.tobuf() + b"n" * 3_000_064
    (tmp_path / "a.tar").write_bytes(data)
    blobs, defects = read(tmp_path / "a.tar")
    assert blobs == {"a.tar!a.eml": MAIL}
    assert "name of more than a megabyte" in defects["a.tar"]
