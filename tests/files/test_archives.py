"""Archives: what is in them, and what is said where they are damaged."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.domain.errors import UnreadableFile
from maarif.domain.items import Defect
from maarif.files import Limits, fingerprint, walk
from maarif.files.blobs import SpooledBlob, ZipMember
from tests.files.archives import MAIL, content, read, tarred, zipped

MEMBERS = {"Takeout/Mail/All.mbox": MAIL * 3000, "Takeout/a.vcf": b"BEGIN:VCARD\n", "Takeout/empty": b""}

PACKED = {
    "mail.zip": zipped(MEMBERS),
    "stored.zip": zipped(MEMBERS, zipfile.ZIP_STORED),
    "mail.tar": tarred(MEMBERS),
    "mail.tgz": tarred(MEMBERS, "gz"),
    "mail.tar.bz2": tarred(MEMBERS, "bz2"),
    "mail.tar.xz": tarred(MEMBERS, "xz"),
}


@pytest.mark.parametrize("name", PACKED)
def test_members_come_out_whole_and_in_order(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(PACKED[name])
    blobs, defects = read(tmp_path / name)
    assert list(blobs.items()) == [(f"{name}!{member}", data) for member, data in MEMBERS.items()]
    assert defects == {}


@pytest.mark.parametrize("name", PACKED)
def test_an_archive_is_told_by_its_content_not_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(PACKED[name])
    assert len(read(tmp_path / "letter.txt")[0]) == len(MEMBERS)


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.mbox.gz", gzip.compress), ("a.mbox.bz2", bz2.compress), ("a.mbox.xz", lzma.compress)],
)
def test_a_file_packed_alone_is_its_own_member(name: str, pack: object, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(pack(MAIL * 2000))  # type: ignore[operator]
    assert read(tmp_path / name) == ({f"{name}!a.mbox": MAIL * 2000}, {})


def test_archives_within_archives_are_opened(tmp_path: Path) -> None:
    inner = zipped({"c.eml": MAIL})
    (tmp_path / "a.zip").write_bytes(zipped({"b.tgz": tarred({"c.zip": inner}, "gz"), "d.eml": MAIL}))
    assert list(read(tmp_path / "a.zip")[0]) == ["a.zip!b.tgz!c.zip!c.eml", "a.zip!d.eml"]


def test_archives_deeper_than_the_limit_are_defects(tmp_path: Path) -> None:
    data = zipped({"x.eml": MAIL})
    for name in ("c.zip", "b.zip", "a.zip"):
        data = zipped({name: data, f"{name}.eml": MAIL})
    (tmp_path / "top.zip").write_bytes(data)
    blobs, defects = read(tmp_path / "top.zip")
    assert list(defects) == ["top.zip!a.zip!b.zip!c.zip"]
    assert list(blobs) == ["top.zip!a.zip!b.zip!c.zip.eml", "top.zip!a.zip!b.zip.eml", "top.zip!a.zip.eml"]


def test_a_large_zip_member_is_not_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"large.mbox": MAIL * 3000}))
    (member,) = walk([tmp_path / "a.zip"])
    assert isinstance(member, ZipMember)
    assert len(member.head) == 64 * 1024


def test_a_large_tar_member_goes_to_a_temporary_file_and_outlives_the_walk(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(tarred({"large.mbox": MAIL * 3000, "b.eml": MAIL}, "gz"))
    large, small = list(walk([tmp_path / "a.tgz"], Limits(memory=1000)))
    assert isinstance(large, SpooledBlob)
    assert not isinstance(small, Defect)
    assert content(large) == MAIL * 3000
    assert content(small) == MAIL
    with large.open() as one, large.open() as other:
        assert one.read(100) == other.read(100)
        one.seek(-5, io.SEEK_END)
        assert one.read() == MAIL[-5:]


def test_members_may_be_read_while_the_next_ones_are_not_yet(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(tarred({f"{n}.eml": MAIL + b"%d" % n for n in range(9)}, "gz"))
    for number, blob in enumerate(walk([tmp_path / "a.tgz"])):
        assert not isinstance(blob, Defect)
        assert content(blob) == MAIL + b"%d" % number


def test_litter_in_archives_is_left_out_and_maildir_folders_are_not(tmp_path: Path) -> None:
    members = dict.fromkeys(
        ("a.eml", "__MACOSX/._a.eml", ".DS_Store", "x/.git/config", "m/.Sent/cur/1:2,S", "m/dovecot-uidlist"),
        MAIL,
    )
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (tmp_path / "a.tar").write_bytes(tarred(members))
    assert list(read(tmp_path / "a.zip")[0]) == ["a.zip!a.eml", "a.zip!m/.Sent/cur/1:2,S"]
    assert list(read(tmp_path / "a.tar")[0]) == ["a.tar!a.eml", "a.tar!m/.Sent/cur/1:2,S"]


def test_documents_that_are_zip_files_inside_stay_one_file(tmp_path: Path) -> None:
    data = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    (tmp_path / "cv.docx").write_bytes(data)
    assert read(tmp_path / "cv.docx") == ({"cv.docx": data}, {})


def test_names_in_utf_8_that_do_not_say_so_are_read(tmp_path: Path) -> None:
    data = zipped({"grüße.eml": MAIL}).replace(b"\x00\x08", b"\x00\x00")
    (tmp_path / "a.zip").write_bytes(data)
    assert list(read(tmp_path / "a.zip")[0]) == ["a.zip!grüße.eml"]


def test_damaged_bytes_in_a_zip_member_are_told_when_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.mbox": MAIL * 3000, "b.eml": MAIL}, zipfile.ZIP_STORED))
    data[150_000] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)
    first, second = walk([tmp_path / "a.zip"])
    assert not isinstance(first, Defect)
    assert not isinstance(second, Defect)
    with pytest.raises(UnreadableFile, match=r"a\.zip!a\.mbox"), first.open() as stream:
        stream.read()
    with pytest.raises(UnreadableFile):
        fingerprint(first)
    assert content(second) == MAIL


def test_damage_in_the_middle_of_a_tar_is_told_not_passed_over(tmp_path: Path) -> None:
    data = bytearray(tarred({"a.eml": MAIL, "b.eml": MAIL, "c.eml": MAIL}))
    data[1024:1034] = b"X" * 10
    (tmp_path / "a.tar").write_bytes(data)
    blobs, defects = read(tmp_path / "a.tar")
    assert list(blobs) == ["a.tar!a.eml"]
    assert "damaged" in defects["a.tar"]


@pytest.mark.parametrize("name", PACKED)
@settings(max_examples=30, deadline=None)
@given(share=st.floats(0, 0.97))
def test_a_truncated_archive_yields_whole_members_then_a_defect(
    name: str, share: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cut") / name
    keep = int(len(PACKED[name]) * share)
    path.write_bytes(PACKED[name][:keep])
    found = list(walk([path]))
    blobs = {each.name.partition("!")[2]: content(each) for each in found if not isinstance(each, Defect)}
    whole = {member: data for member, data in blobs.items() if member in MEMBERS}
    assert all(data == MEMBERS[member] for member, data in whole.items())
    between_members = name.endswith(".tar") and keep % 512 == 0  # a tar cut there is a shorter tar
    if keep > 2000 and not between_members and not whole.keys() >= MEMBERS.keys():
        assert isinstance(found[-1], Defect)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_cut_off_zip_gives_what_came_before_the_cut(packing: int, tmp_path: Path) -> None:
    data = zipped({"a.eml": MAIL, "b/c.mbox": MAIL * 3000, "d.mbox": bytes(range(256)) * 900}, packing)
    (tmp_path / "a.zip").write_bytes(data[: data.index(b"d.mbox") + 500])
    blobs, defects = read(tmp_path / "a.zip")
    assert blobs == {"a.zip!a.eml": MAIL, "a.zip!b/c.mbox": MAIL * 3000}
    assert "last members may be missing" in defects["a.zip"]


def test_a_cut_off_zip_that_was_written_as_a_stream_gives_what_came_before(tmp_path: Path) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.eml", "b.eml", "c.eml"):
            archive.writestr(name, MAIL)
    data = out.getvalue()
    (tmp_path / "a.zip").write_bytes(data[: data.index(b"c.eml") + 20])
    assert list(read(tmp_path / "a.zip")[0]) == ["a.zip!a.eml", "a.zip!b.eml"]


@pytest.mark.parametrize("name", PACKED)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_flipped_bytes_never_break_the_walk(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("flip") / name
    spoiled = bytearray(PACKED[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.one_of(st.integers(0, min(600, len(spoiled) - 1)), st.integers(0, len(spoiled) - 1)))
        spoiled[at] = data.draw(st.integers(0, 255))
    path.write_bytes(spoiled)
    for found in walk([path]):
        if not isinstance(found, Defect):
            try:
                fingerprint(found)
            except UnreadableFile as error:
                assert found.name in str(error)


def test_an_old_tar_without_its_magic_word_is_told_by_its_checksum(tmp_path: Path) -> None:
    data = bytearray(tarred({"a.eml": MAIL}))
    data[257:265] = bytes(8)
    data[148:156] = b"        "
    data[148:156] = b"%06o\0 " % sum(data[:512])
    (tmp_path / "old").write_bytes(data)
    assert list(read(tmp_path / "old")[0]) == ["old!a.eml"]


def test_the_same_content_has_the_same_fingerprint_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(MAIL * 40_000)
    (tmp_path / "b.tgz").write_bytes(tarred({"a": MAIL * 40_000}, "gz"))
    (tmp_path / "c.zip").write_bytes(zipped({"a": MAIL * 40_000, "b": MAIL}))
    marks = [fingerprint(found) for found in walk([tmp_path]) if not isinstance(found, Defect)]
    assert marks[0] == marks[1] == marks[2] != marks[3]
    assert len(marks[0]) == 16


def test_an_empty_tar_and_an_empty_zip_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({}))
    (tmp_path / "b.tgz").write_bytes(gzip.compress(b""))
    assert read(tmp_path / "a.zip") == ({}, {})
    assert read(tmp_path / "b.tgz") == ({"b.tgz!b.tar": b""}, {})


def test_links_in_a_tar_are_defects(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        archive.addfile(tarfile.TarInfo("a.eml"))
    (tmp_path / "a.tar").write_bytes(out.getvalue())
    blobs, defects = read(tmp_path / "a.tar")
    assert blobs == {"a.tar!a.eml": b""}
    assert "link" in defects["a.tar!passwd"]
