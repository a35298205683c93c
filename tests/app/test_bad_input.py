"""Whatever lies in a folder: each file is read, or it is said why not, and the rest goes on."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from maarif.app.asking.ask import ask
from maarif.app.home import Home
from maarif.app.importing.take_in import FileReport, ImportReport, take_in
from maarif.app.knowing.look import items, people
from maarif.domain.items import Message
from tests.app.states import batches, everything, home_at, import_all
from tests.app.worlds import NEEDS, OWNER, Mail, World, write_mail
from tests.files.archives import tarred, zipped

GOOD = b"".join(write_mail(Mail(n, 1 if n % 2 else 0, (0,) if n % 2 else (1,), 9 + n, 0)) for n in range(6))
ODD = b"From: Idris Bello <idris@bello.example>\nTo: Nora <nora@lindqvist.example>\nDate: %s\nSubject: odd\n%s\n\n%s\n"
USUAL = b"Tue, 03 Mar 2026 10:00:00 +0000"


def odd(date: bytes = USUAL, headers: bytes = b"Message-ID: <odd@invented.example>", body: bytes = b"Hello") -> bytes:
    """One mail with something odd about it."""
    return ODD % (date, headers, body)


def mbox(*mails: bytes) -> bytes:
    """An mbox whose `From ` lines tell no time."""
    return b"".join(b"From x@invented.example\n" + mail + b"\n" for mail in mails)


BOMB = zipped({"mail.mbox": b"\0" * 40_000_000})

#: name -> bytes; all of them lie beside the good mailbox.
BAD: dict[str, bytes] = {
    "empty.mbox": b"",
    "empty.csv": b"",
    "empty.zip": zipped({}),
    "nothing.vcf": b"\n \n",
    "picture.mbox": bytes(range(256)) * 400,
    "program.eml": b"\x7fELF" + bytes(5000),
    "cut.mbox": GOOD[: len(GOOD) - 120],
    "cut.zip": zipped({"mail.mbox": GOOD})[:-60],
    "cut.tgz": tarred({"mail.mbox": GOOD}, "gz")[:-40],
    "cut.vcf": b"BEGIN:VCARD\nVERSION:3.0\nFN:Half Acard\nEMAIL:half@card.exam",
    "cut.csv": b'at,channel,from,to,text\n2026-01-02,call,nora@lindqvist.example,idris@bello.example,"no end',
    "mail.vcf": GOOD,
    "card.csv": b"BEGIN:VCARD\nVERSION:3.0\nFN:Piet de Boer\nEMAIL:piet@tannhof.example\nEND:VCARD\n",
    "rows.eml": b"at,channel,from,to,text\n2026-01-02,call,nora@lindqvist.example,idris@bello.example,hi\n",
    "line.mbox": mbox(odd(body=b"x" * 3_000_000)),
    "line.csv": b"at,channel,from,to,text\n2026-01-02,call,a@b.example,c@d.example," + b"y" * 2_000_000,
    "line.txt": b"z" * 2_000_000,
    "quotes.eml": odd(headers=b"Message-ID: <quotes@x.example>", body=b"> " * 200_000),
    "mime.eml": odd(
        headers=b"Message-ID: <mime@x.example>\nContent-Type: multipart/mixed; boundary=nowhere",
        body=b"--elsewhere\nContent-Type: text/plain\n\nlost?",
    ),
    "base64.eml": odd(
        headers=b"Message-ID: <b64@x.example>\nContent-Transfer-Encoding: base64\nContent-Type: text/plain",
        body=b"SGVsbG8gd29y!!bGQ",
    ),
    "charset.eml": odd(
        headers=b"Message-ID: <charset@x.example>\nContent-Type: text/plain; charset=klingon-8",
        body=b"gr\xfc\xdfe",
    ),
    "header.eml": odd(headers=b"Message-ID: <h@x.example>\nX-Long: " + b"a" * 500_000),
    "dates.mbox": mbox(
        odd(b"Thu, 01 Nov 1979 10:00:00 +0000", b"Message-ID: <old@x.example>"),
        odd(b"Fri, 04 Mar 2044 10:00:00 +0000", b"Message-ID: <new@x.example>"),
        odd(b"not a date", b"Message-ID: <none@x.example>"),
        odd(b"", b"Message-ID: <blank@x.example>"),
    ),
    "rows.csv": (
        b"at,channel,from,to,text\n1979,call,,,\n2044-01-01,message,a@b.example,nora@lindqvist.example,future\n"
        b"2026-01-01,telepathy,a@b.example,c@d.example,x\nyesterday,visit,a@b.example,nora@lindqvist.example,when?\n"
        b"2026-02-02T10:00:00Z,visit,nora@lindqvist.example,idris@bello.example,sat in the garden\n,,,\n"
    ),
    "bomb.zip": BOMB,
    "outside.zip": zipped({"../../escape.mbox": GOOD, "/etc/escape.mbox": GOOD, "in.mbox": GOOD}),
    "nested.zip": zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({"e.mbox": GOOD})})})})}),
    "notzip.zip": b"PK\x03\x04 but no more",
    "same.mbox": GOOD,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = tmp_path / "files"
    files.mkdir()
    for name, content in BAD.items():
        (files / name).write_bytes(content)
    (files / "zz-good.mbox").write_bytes(GOOD)
    return files


def _import(home: Home, *paths: Path) -> ImportReport:
    return take_in(home, paths, [OWNER[1]])


def _adds_up(report: FileReport) -> None:
    tally = report.tally
    assert tally.read == tally.new + tally.unchanged + tally.defects, report.name


def test_a_folder_of_everything_that_can_go_wrong(folder: Path, tmp_path: Path) -> None:
    with home_at(tmp_path / "home") as home:
        report = _import(home, folder)
        for file in report.files:
            _adds_up(file)
            assert file.trouble or file.source, file.name
            assert not file.trouble or (file.trouble.startswith(file.name) and file.trouble.endswith(".")), file.trouble
            assert "failed on it" not in file.trouble, file.trouble
        named = {Path(file.name.split("!")[0]).name for file in report.files}
        assert named >= BAD.keys() - {"empty.zip"}
        assert _of(report, "zz-good.mbox").tally.read == 6
        suggestions = ask(home, NEEDS[0]).suggestions
        assert "Hanneke Vos" in [suggestion.person.name for suggestion in suggestions]
        again = _import(home, folder)
        assert all(file.tally.new == 0 for file in again.files)
        assert [file.trouble for file in again.files] == [file.trouble for file in report.files]
        assert [file.tally.read for file in again.files] == [file.tally.read for file in report.files]
        assert home.store.database.integrity() == []
    assert not list(tmp_path.rglob("escape.mbox"))
    assert not Path("/etc/escape.mbox").exists()


def test_the_good_file_gives_what_it_gives_alone(folder: Path, tmp_path: Path) -> None:
    with home_at(tmp_path / "home") as home, home_at(tmp_path / "alone") as alone:
        _import(home, folder)
        _import(alone, folder / "zz-good.mbox")
        said = {view.item.origin.item: view.item.text for view in items(home) if isinstance(view.item, Message)}
        for view in items(alone):
            assert isinstance(view.item, Message)
            assert said[view.item.origin.item] == view.item.text


def _of(report: ImportReport, name: str) -> FileReport:
    return next(file for file in report.files if Path(file.name).name == name)


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_alone(name: str, tmp_path: Path) -> None:
    """Its counts add up, it is the same a second time, and it costs the good file beside it nothing."""
    files = tmp_path / "files"
    files.mkdir()
    (files / name).write_bytes(BAD[name])
    (files / "zz-good.mbox").write_bytes(GOOD)
    with home_at(tmp_path / "home") as home:
        report = _import(home, files)
        for file in report.files:
            _adds_up(file)
        assert _of(report, "zz-good.mbox").tally.read == 6
        for batch in home.store.imports.batches():
            for row in batch.files:
                assert row.tally.read == row.tally.new + row.tally.unchanged + row.tally.defects
                defects = "select count(*) from defect d join file f on f.id = d.file where f.name = ?"
                assert home.store.database.number(defects, (row.name,)) == row.tally.defects
        once = everything(home)
        _import(home, files)
        assert {**everything(home), "batches": None} == {**once, "batches": None}


REFUSED = ("picture.mbox", "program.eml", "cut.zip", "notzip.zip", "bomb.zip")


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_says_so_with_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    with home_at(tmp_path / "home") as home:
        refused = _import(home, tmp_path / name).refused
        assert refused
        assert all(name in file.trouble for file in refused)


EXPECTED: dict[str, Callable[[FileReport], bool]] = {
    "dates.mbox": lambda file: file.tally.read == 4 and file.tally.defects == 3,
    "rows.csv": lambda file: file.tally.read == 5 and file.tally.new == 1 and file.tally.defects == 4,
    "line.mbox": lambda file: file.tally.read == 1,
    "charset.eml": lambda file: file.tally.read == 1,
    "mime.eml": lambda file: file.tally.read == 1,
    "mail.vcf": lambda file: file.source == "mail" and file.tally.read == 6,
    "card.csv": lambda file: file.source == "vcard" and file.tally.read == 1,
    "rows.eml": lambda file: file.source == "interactions" and file.tally.new == 1,
    "same.mbox": lambda file: file.tally.read == 6,
}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_bad_file_gives(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    with home_at(tmp_path / "home") as home:
        (file,) = _import(home, tmp_path / name).files
        assert EXPECTED[name](file), file


def test_a_mail_whose_date_cannot_be_is_kept_without_it(tmp_path: Path) -> None:
    (tmp_path / "dates.mbox").write_bytes(BAD["dates.mbox"])
    with home_at(tmp_path / "home") as home:
        _import(home, tmp_path / "dates.mbox")
        kept = {view.item.origin.item: view.item.at for view in items(home)}
        assert kept.keys() == {f"{name}@x.example" for name in ("old", "new", "none", "blank")}
        assert set(kept.values()) == {None}


def test_words_survive_an_unknown_charset(tmp_path: Path) -> None:
    (tmp_path / "charset.eml").write_bytes(BAD["charset.eml"])
    with home_at(tmp_path / "home") as home:
        _import(home, tmp_path / "charset.eml")
        (view,) = items(home)
        assert isinstance(view.item, Message)
        assert view.item.text == "grüße"


def test_an_address_that_is_nobodys_is_nobody(tmp_path: Path) -> None:
    """`no.address@...` stands where an export had no address: two such people must not become one."""
    two = mbox(
        b"From: Nora <nora@lindqvist.example>\nTo: Bert Klee <no.address@enron.com>\nDate: " + USUAL
        + b"\nMessage-ID: <1@x.example>\nSubject: one\n\nthe beekeeping course\n",
        b"From: Nora <nora@lindqvist.example>\nTo: Cora Moos <no.address@enron.com>\nDate: " + USUAL
        + b"\nMessage-ID: <2@x.example>\nSubject: two\n\nthe rowing club\n",
    )  # fmt: skip
    (tmp_path / "mail.mbox").write_bytes(two)
    with home_at(tmp_path / "home") as home:
        assert _import(home, tmp_path / "mail.mbox").files[0].tally.new == 2
        known = people(home)
        assert not any("no.address" in str(handle) for one in known for handle in one.person.handles)
        assert not any({"Bert Klee", "Cora Moos"} <= {one.person.name, *one.person.names} for one in known)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    locked = tmp_path / "files" / "locked.mbox"
    locked.parent.mkdir()
    locked.write_bytes(GOOD)
    locked.chmod(0)
    (tmp_path / "files" / "good.mbox").write_bytes(GOOD)
    with home_at(tmp_path / "home") as home:
        report = _import(home, tmp_path / "files")
        assert _of(report, "locked.mbox").trouble
        assert _of(report, "good.mbox").tally.new == 6


def test_what_is_not_there_is_named_and_the_rest_taken_in(tmp_path: Path) -> None:
    (tmp_path / "good.mbox").write_bytes(GOOD)
    (tmp_path / "dangling.mbox").symlink_to(tmp_path / "nowhere")
    with home_at(tmp_path / "home") as home:
        report = _import(home, tmp_path / "missing.mbox", tmp_path / "dangling.mbox", tmp_path / "good.mbox")
        assert [bool(file.trouble) for file in report.files] == [True, True, False]
        assert report.files[2].tally.new == 6


def test_a_pipe_or_a_loop_does_not_hold_the_import_up(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    os.mkfifo(files / "pipe")
    (files / "loop").symlink_to(files)
    (files / "good.mbox").write_bytes(GOOD)
    with home_at(tmp_path / "home") as home:
        report = _import(home, files)
        assert _of(report, "good.mbox").tally.new == 6
        assert sum(file.tally.new for file in report.files) == 6


def test_nothing_new_leaves_no_import_behind(tmp_path: Path) -> None:
    (tmp_path / "picture.mbox").write_bytes(BAD["picture.mbox"])
    with home_at(tmp_path / "home") as home:
        take_in(home, [tmp_path / "picture.mbox"])
        assert batches(home) == []


def test_a_file_that_grew_gives_only_what_is_new(tmp_path: Path) -> None:
    file, grown = tmp_path / "mail.mbox", World((Mail(90, 2, (0,), 2, 1),))
    file.write_bytes(GOOD)
    with home_at(tmp_path / "home") as home:
        import_all(home, [file])
        file.write_bytes(GOOD + write_mail(grown.mails[0]))
        (report,) = import_all(home, [file]).files
        assert (report.tally.read, report.tally.new, report.tally.unchanged) == (7, 1, 6)


def test_two_members_of_one_name_are_not_mistaken_for_one_another(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("mail.mbox", GOOD)
        archive.writestr("mail.mbox", BAD["dates.mbox"])
    with home_at(tmp_path / "home") as home:
        one, other = _import(home, tmp_path / "twice.zip").files
        assert (one.trouble, one.tally.new) == ("", 6)
        assert "two files of this name" in other.trouble


def test_a_file_that_is_given_twice_is_taken_in_once(tmp_path: Path) -> None:
    (tmp_path / "mail.mbox").write_bytes(GOOD)
    with home_at(tmp_path / "home") as home:
        (report,) = _import(home, tmp_path / "mail.mbox", tmp_path / "mail.mbox").files
        assert report.tally.new == 6
