"""Files and folders."""

import os
from pathlib import Path

import pytest

from maarif.domain.items import Defect
from maarif.files import Place, find, is_unfinished, walk
from tests.files.archives import MAIL, read


def lay(folder: Path, *names: str) -> None:
    """Put a small file at each of the paths."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(MAIL)


def names(*paths: Path) -> list[str]:
    """The names of what is found, in the order in which it is found."""
    return [found.origin.source if isinstance(found, Defect) else found.name for found in walk(paths)]


def test_folders_go_by_name_however_they_were_made(tmp_path: Path) -> None:
    lay(tmp_path / "a", "z.eml", "m/2.eml", "m/1.eml", "b.eml")
    lay(tmp_path / "b", "b.eml", "m/1.eml", "m/2.eml", "z.eml")
    expected = ["b.eml", "m/1.eml", "m/2.eml", "z.eml"]
    assert list(read(tmp_path / "a")[0]) == [f"a/{name}" for name in expected]
    assert list(read(tmp_path / "b")[0]) == [f"b/{name}" for name in expected]


def test_a_file_is_named_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "here/a.eml")
    monkeypatch.chdir(tmp_path)
    assert names(Path("here")) == ["here/a.eml"]
    assert names(tmp_path / "here/a.eml") == [f"{tmp_path}/here/a.eml"]


def test_a_large_file_is_streamed_and_a_small_one_is_its_head(tmp_path: Path) -> None:
    (tmp_path / "large.mbox").write_bytes(MAIL * 5000)
    (tmp_path / "small.eml").write_bytes(MAIL)
    (tmp_path / "empty").touch()
    assert read(tmp_path)[0] == {
        f"{tmp_path.name}/{name}": data
        for name, data in (("empty", b""), ("large.mbox", MAIL * 5000), ("small.eml", MAIL))
    }


def test_litter_and_hidden_things_are_left_out(tmp_path: Path) -> None:
    lay(
        tmp_path / "in",
        "a.eml",
        ".git/config",
        "__MACOSX/._a.eml",
        ".DS_Store",
        "Thumbs.db",
        "._b",
        ".cache/x",
    )
    lay(tmp_path / "in", "dovecot.index.log", "dovecot-uidlist", "courierimapkeywords/x", "dovecot notes.md")
    assert list(read(tmp_path / "in")[0]) == ["in/a.eml", "in/dovecot notes.md"]


def test_maildir_folders_are_entered_and_undelivered_mail_is_not(tmp_path: Path) -> None:
    lay(
        tmp_path / "Maildir",
        "cur/1:2,S",
        "new/2",
        "tmp/3",
        ".Sent/cur/4:2,S",
        ".Sent/new/5",
        ".Work.2019/new/6",
    )
    lay(tmp_path / "Maildir", "maildirfolder", "subscriptions", ".config/x")
    assert list(read(tmp_path / "Maildir")[0]) == [
        "Maildir/.Sent/cur/4:2,S",
        "Maildir/.Sent/new/5",
        "Maildir/.Work.2019/new/6",
        "Maildir/cur/1:2,S",
        "Maildir/new/2",
    ]


def test_a_folder_called_tmp_elsewhere_is_entered(tmp_path: Path) -> None:
    lay(tmp_path / "in", "tmp/a.eml")
    assert list(read(tmp_path / "in")[0]) == ["in/tmp/a.eml"]


def test_links_that_lead_back_end_and_no_folder_is_entered_twice(tmp_path: Path) -> None:
    lay(tmp_path / "in", "a/1.eml", "b/2.eml")
    (tmp_path / "in/a/up").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/c").symlink_to(tmp_path / "in/b", target_is_directory=True)
    assert list(read(tmp_path / "in")[0]) == ["in/a/1.eml", "in/b/2.eml"]


def test_links_that_lead_nowhere_are_defects_and_the_rest_goes_on(tmp_path: Path) -> None:
    lay(tmp_path / "in", "a.eml", "z.eml")
    (tmp_path / "in/broken").symlink_to(tmp_path / "gone")
    (tmp_path / "in/self").symlink_to(tmp_path / "in/self")
    blobs, defects = read(tmp_path / "in")
    assert list(blobs) == ["in/a.eml", "in/z.eml"]
    assert list(defects) == ["in/broken", "in/self"]
    assert "leads nowhere" in defects["in/broken"]
    assert "back to itself" in defects["in/self"]


def test_a_path_that_is_not_there_is_a_defect(tmp_path: Path) -> None:
    _, defects = read(tmp_path / "gone.mbox")
    assert "not there" in defects["gone.mbox"]


def test_a_file_that_vanishes_on_the_way_is_a_defect(tmp_path: Path) -> None:
    lay(tmp_path, "a.eml", "b.eml", "c.eml")
    found = walk([tmp_path])
    first = next(found)
    (tmp_path / "b.eml").unlink()
    assert not isinstance(first, Defect)
    assert [isinstance(each, Defect) for each in found] == [True, False]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_defect(tmp_path: Path) -> None:
    lay(tmp_path / "in", "a.eml", "locked/b.eml", "secret.eml")
    (tmp_path / "in/secret.eml").chmod(0)
    (tmp_path / "in/locked").chmod(0)
    blobs, defects = read(tmp_path / "in")
    (tmp_path / "in/locked").chmod(0o700)
    assert list(blobs) == ["in/a.eml"]
    assert all("no permission" in reason for reason in defects.values())
    assert list(defects) == ["in/locked", "in/secret.eml"]


def test_pipes_are_passed_over_in_a_folder_and_told_of_when_given(tmp_path: Path) -> None:
    lay(tmp_path / "in", "a.eml")
    os.mkfifo(tmp_path / "in/pipe")
    assert read(tmp_path / "in") == ({"in/a.eml": MAIL}, {})
    assert "save it to a file" in read(tmp_path / "in/pipe")[1]["pipe"]


def test_names_that_are_no_text_are_shown_and_stay_different(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for name in (b"br\xfcder.eml", b"br\xf6der.eml", b"two\nlines.eml", "رسالة.eml".encode()):
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(MAIL)
    found = [name.removeprefix(f"{tmp_path}/") for name in names(tmp_path)]
    assert sorted(found) == ["br\\xf6der.eml", "br\\xfcder.eml", "two\\x0alines.eml", "رسالة.eml"]
    assert all(name.encode("utf-8") for name in found)


def test_what_mail_programs_keep_beside_their_mails_is_left_out(tmp_path: Path) -> None:
    litter = (
        *(
            "INBOX.msf",
            "Trash.msf",
            "folders.db",
            "Inbox.cmeta",
            "Inbox.ibex.index",
            "Inbox.ibex.index.data",
            "Sent.ev-summary",
        ),
        *("msgFilterRules.dat", "popstate.dat", "global-messages-db.sqlite", "panacea.dat", "table_of_contents.cache"),
        *("desktop.ini", "ehthumbs.db", "folderTree.json", "Icon\r"),
    )
    lay(tmp_path / "Profile", "INBOX", "Sent", "Archive.sbd/2019", "index.md", *litter)
    assert list(read(tmp_path / "Profile")[0]) == [
        "Profile/Archive.sbd/2019",
        "Profile/INBOX",
        "Profile/Sent",
        "Profile/index.md",
    ]


def test_a_file_that_is_given_twice_comes_once(tmp_path: Path) -> None:
    lay(tmp_path / "in", "a.eml", "b.eml", ".hidden.eml")
    a, b, hidden = (tmp_path / "in" / name for name in ("a.eml", "b.eml", ".hidden.eml"))
    assert names(a, a) == [str(a)]
    assert names(tmp_path / "in", a) == [str(a), str(b)]
    assert names(b, tmp_path / "in") == [str(b), str(a)]
    assert names(tmp_path / "in", hidden) == [str(a), str(b), str(hidden)], "a hidden one comes where it is asked for"


def test_files_are_found_with_their_sizes_before_they_are_opened(tmp_path: Path) -> None:
    lay(tmp_path / "in", "a.eml", "m/b.eml")
    (tmp_path / "in/broken").symlink_to(tmp_path / "gone")
    found = {place.path: place.size for place in find([tmp_path / "in"]) if isinstance(place, Place)}
    assert found == {
        str(tmp_path / "in/a.eml"): len(MAIL),
        str(tmp_path / "in/m/b.eml"): len(MAIL),
        str(tmp_path / "in/broken"): 0,
    }


@pytest.mark.parametrize(
    ("name", "unfinished"),
    [
        ("takeout.zip.part", True), ("takeout.zip.crdownload", True), ("Takeout.zip.download", True),
        ("~$list.csv", True),
        (".~lock.list.csv#", True), ("notes.md~", True), ("x.TMP", True), ("takeout.zip", False), ("parts.csv", False),
        ("temp", False), ("part", False),
    ],
)  # fmt: skip
def test_names_of_what_is_still_being_written(name: str, unfinished: bool) -> None:
    assert is_unfinished(name) is unfinished
