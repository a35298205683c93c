"""The file of a home: whose it is, who may read it, who is writing, and whether it is sound."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from maarif.app.asking.ask import ask
from maarif.app.home import open_home
from maarif.app.knowing.keep import note
from maarif.domain.errors import BusyHome, DamagedHome, HomeTrouble, NewerHome, NotAHome
from maarif.store import database
from maarif.store.database import Database
from tests.app.states import everything, home_at, import_all
from tests.app.worlds import NEEDS, NOW, Mail, World

WORLD = World(tuple(Mail(n, n % 3 + 1, (0,), 3 + n, n % 8, signed=n == 2) for n in range(40)))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with home_at(tmp_path / "home") as opened:
        import_all(opened, WORLD.write(tmp_path / "files"))
    return tmp_path / "home"


# -- settings and schema -------------------------------------------------------------------------------------


def test_all_settings_are_in_force(tmp_path: Path) -> None:
    opened = Database(tmp_path)
    assert opened.rows("pragma foreign_keys") == [(1,)]
    assert opened.rows("pragma journal_mode") == [("wal",)]
    assert opened.rows("pragma synchronous") == [(1,)]
    assert opened.rows("pragma temp_store") == [(2,)]
    opened.close()


def test_what_goes_takes_all_that_hangs_on_it(home: Path) -> None:
    with home_at(home) as opened:
        db = opened.store.database
        db.run("delete from batch")
        db.run("delete from item")
        for table in ("file", "sighting", "called", "participant", "fact", "defect"):
            assert db.number(f"select count(*) from {table}") == 0, table
        assert db.integrity() == []


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    opened = Database(tmp_path)
    with pytest.raises(ZeroDivisionError), opened.transaction():
        opened.run("insert into home (key, value) values ('a', 'b')")
        raise ZeroDivisionError
    assert opened.rows("select * from home") == []
    with opened.transaction():
        opened.run("insert into home (key, value) values ('a', 'b')")
    assert opened.rows("select * from home") == [("a", "b")]
    opened.close()


# -- whose it is ---------------------------------------------------------------------------------------------


def test_a_newer_home_is_left_alone(home: Path) -> None:
    file = home / "maarif.db"
    with sqlite3.connect(file) as db:
        db.execute("pragma user_version = 99")
        db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    before = _bytes_of(home)
    with pytest.raises(NewerHome, match="99"):
        open_home(home)
    assert _bytes_of(home) == before


def _bytes_of(home: Path) -> dict[str, bytes]:
    """The files of a home, but for those that SQLite keeps only while it runs."""
    files = (path for path in home.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm")))
    return {str(path.relative_to(home)): path.read_bytes() for path in files}


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "maarif.db"
    db = sqlite3.connect(file)
    db.execute("create table songs (title text)")
    db.commit()
    db.close()
    file.chmod(0o644)
    tmp_path.chmod(0o755)
    before = file.read_bytes()
    with pytest.raises(NotAHome, match="another program"):
        open_home(tmp_path)
    assert file.read_bytes() == before
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert {path.name for path in tmp_path.iterdir()} <= {"maarif.db", "maarif.db-wal", "maarif.db-shm"}


def test_a_foreign_application_id_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "maarif.db") as db:
        db.execute("pragma application_id = 77")
    db.close()
    with pytest.raises(NotAHome):
        open_home(tmp_path)


def test_a_file_is_no_home(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(NotAHome, match="it is a file"):
        open_home(tmp_path / "home")


def test_an_empty_file_becomes_a_home(tmp_path: Path) -> None:
    (tmp_path / "maarif.db").touch()
    with home_at(tmp_path) as opened:
        assert opened.store.items.count() == 0


# -- damage --------------------------------------------------------------------------------------------------


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "maarif.db").write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(DamagedHome, match=r"maarif\.db"):
        open_home(tmp_path)
    assert (tmp_path / "maarif.db").read_bytes() == b"Dear diary, " * 1000


@pytest.mark.parametrize("pages", [1, 2, 5, 20])
def test_a_database_cut_short_says_so_instead_of_breaking(home: Path, pages: int) -> None:
    _at_rest(home)
    file = home / "maarif.db"
    file.write_bytes(file.read_bytes()[: pages * 4096])
    with pytest.raises(DamagedHome, match=r"maarif\.db"), home_at(home) as opened:
        everything(opened)


def test_a_database_with_a_garbled_page_says_so(home: Path) -> None:
    _at_rest(home)
    file = home / "maarif.db"
    content = bytearray(file.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    file.write_bytes(content)
    with pytest.raises(DamagedHome), home_at(home) as opened:
        everything(opened)


def _at_rest(home: Path) -> None:
    """All that is in the write-ahead log goes into the file."""
    db = sqlite3.connect(home / "maarif.db")
    db.execute("pragma wal_checkpoint(truncate)")
    db.close()


def test_every_trouble_ends_with_what_to_do() -> None:
    troubles: list[HomeTrouble] = [
        NewerHome("h", 2, 1),
        NotAHome("h", "why"),
        BusyHome("h", 1),
        DamagedHome("h", "why"),
    ]
    for trouble in troubles:
        assert str(trouble).rstrip(".").rpartition(". ")[2], trouble
        assert any(word in str(trouble) for word in ("--home", "try again")), trouble


# -- who may read it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("imported", [False, True])
def test_all_of_a_home_can_be_read_by_its_owner_alone(tmp_path: Path, imported: bool) -> None:
    mask = os.umask(0o000)
    try:
        with home_at(tmp_path / "home") as opened:
            if imported:
                import_all(opened, WORLD.write(tmp_path / "files"))
                note(opened, "met somebody")
                ask(opened, NEEDS[0])
            _assert_private(tmp_path / "home")
        _assert_private(tmp_path / "home")
    finally:
        os.umask(mask)


def test_a_home_that_others_could_read_is_closed_to_them(home: Path) -> None:
    for path in (home, home / "maarif.db"):
        path.chmod(0o755)
    with home_at(home):
        _assert_private(home)


def _assert_private(home: Path) -> None:
    for path in (home, *home.rglob("*")):
        if path.name.startswith(".tantivy"):
            continue  # locks without content
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, f"{path.name}: {oct(path.stat().st_mode)}"


# -- two commands at once ------------------------------------------------------------------------------------


def test_the_second_command_waits_for_the_first(tmp_path: Path) -> None:
    files = WORLD.write(tmp_path / "files")
    with home_at(tmp_path / "clean") as clean:
        import_all(clean, files)
        expected = everything(clean)
    inside, troubles = threading.Event(), list[BaseException]()

    def second() -> None:
        try:
            with home_at(tmp_path / "home") as other:
                inside.set()
                import_all(other, files)
        except BaseException as trouble:
            troubles.append(trouble)

    with home_at(tmp_path / "home") as first:
        running = threading.Thread(target=second)
        with first.store.database.writing():
            running.start()
            assert inside.wait(30)
            report = import_all(first, files)
            assert report.batch is not None
        running.join(60)
    assert not troubles
    with home_at(tmp_path / "home") as home:
        assert everything(home) == expected


def test_the_second_command_says_that_the_home_is_busy(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0)
    with home_at(home) as first, home_at(home) as second, first.store.database.writing():
        with pytest.raises(BusyHome, match="in use"):
            note(second, "too early")
        assert ask(second, NEEDS[0]).suggestions, "a question that changes nothing need not wait"
    with home_at(home) as second:
        note(second, "in time")


def test_whoever_writes_may_write_within(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0)
    with home_at(home) as opened:
        with opened.store.database.writing():
            note(opened, "one thing within another")
        with home_at(home) as other, other.store.database.writing():
            pass  # the lock was let go


def test_a_lock_ends_with_an_exception(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0)
    with home_at(home) as first, home_at(home) as second:
        with pytest.raises(ZeroDivisionError), first.store.database.writing():
            raise ZeroDivisionError
        with second.store.database.writing():
            pass


def test_an_open_home_sees_what_another_command_took_in(home: Path, tmp_path: Path) -> None:
    """A process that stays open asks again after another has written."""
    with home_at(home) as open_all_day:
        assert ask(open_all_day, "who repairs violins?").suggestions == ()
        with home_at(home) as other:
            note(other, "Hanneke Vos repairs violins", NOW - 86_400)
        assert [s.person.name for s in ask(open_all_day, "who repairs violins?").suggestions] == ["Hanneke Vos"]
