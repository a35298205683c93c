"""A rehearsal says what an import would bring, and leaves the home as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from maarif.app.home import Home
from maarif.app.importing.rehearse import FileOutlook, Rehearsal, rehearse
from maarif.app.importing.take_in import take_in
from maarif.domain.handles import Handle
from tests.app import crashes
from tests.app.states import everything, home_at
from tests.app.test_bad_input import BAD
from tests.app.worlds import OWNER, Entry, Mail, World

MAILS = tuple(Mail(n, n % 5 + 1 if n % 2 else 0, (0,) if n % 2 else (n % 5 + 1,), 3 + n, n % 8) for n in range(24))
WORLD = World(
    (*MAILS, Mail(40, 6, (0,), 200, 1, listed=True)),
    (Entry(50, "call", (1,), 30, 2), Entry(51, "visit", (2,), 40, 3)),
    cards=(1, 2, 3),
    notes=((1, 12, 4),),
    twice=(3,),
)


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _tallies(found: Any) -> list[Any]:
    return [(file.name, file.source, file.tally, file.trouble) for file in found.files]


def _outlooks(found: Rehearsal) -> list[Any]:
    return [(file.name, file.source, file.outlook.tally, file.trouble) for file in found.files]


@pytest.mark.parametrize("workers", [0, 1])
def test_it_says_what_the_import_then_brings(workers: int, tmp_path: Path) -> None:
    files = tmp_path / "files"
    WORLD.write(files)
    for name in ("dates.mbox", "rows.csv", "picture.mbox", "outside.zip"):
        (files / name).write_bytes(BAD[name])
    with home_at(tmp_path / "home") as home:
        before = everything(home)
        foreseen = rehearse(home, [files], [OWNER[1]], workers=workers)
        assert everything(home) == before
        done = take_in(home, [files], [OWNER[1]])
        assert _outlooks(foreseen) == _tallies(done)
        assert foreseen.owner == done.owner
        people = [p for p in home.store.people.all() if p.kind == "person"]
        owners = [p for p in people if any(handle in done.owner for handle in p.handles)]
        assert foreseen.people == foreseen.new_people == len(people) - len(owners)
        items = home.store.database.number("select count(*) from item")
        assert sum(foreseen.total.kinds.values()) == items
        first, last = home.store.database.rows("select min(at), max(at) from item")[0]
        assert (foreseen.total.first, foreseen.total.last) == (first, last)
        assert foreseen.total.bulk == {"list": 1}
        assert len(foreseen.defects) == foreseen.total.tally.defects > 0


def test_what_is_at_home_already_is_unchanged_and_its_people_are_not_new(tmp_path: Path) -> None:
    files = WORLD.write(tmp_path / "files")
    with home_at(tmp_path / "home") as home:
        take_in(home, files, [OWNER[1]])
        again = rehearse(home, files)
        assert all(file.known for file in again.files)
        assert again.total.tally.new == again.people == 0
        copy = tmp_path / "copy.mbox"
        copy.write_bytes((tmp_path / "files/box0.mbox").read_bytes() + crashes._mail(7))
        one = rehearse(home, [copy])
        assert (one.total.tally.new, one.total.tally.defects) == (0, 1)
        assert not one.files[0].known
        assert one.owner == {Handle("email", OWNER[1]): "told"}


def test_nothing_at_home_changes_not_a_byte(tmp_path: Path) -> None:
    files = WORLD.write(tmp_path / "files")
    with home_at(tmp_path / "home") as home:
        take_in(home, files[:1], [OWNER[1]])
    before = _bytes_of(tmp_path / "home")
    with home_at(tmp_path / "home") as home:
        assert rehearse(home, files, ["somebody@else.example"], workers=1).total.tally.new > 0
    assert _bytes_of(tmp_path / "home") == before
    assert not list(tmp_path.glob("maarif-*"))


def test_there_need_be_no_home(tmp_path: Path) -> None:
    files = WORLD.write(tmp_path / "files")
    found = rehearse(None, files, [OWNER[1]])
    assert found.total.kinds == {"messages": 25, "calls": 1, "meetings": 1, "cards": 3, "notes": 1}
    assert found.owner == {Handle("email", OWNER[1]): "told"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["files"]


def test_words_do_not_leave_their_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a rehearsal lays down on the way holds addresses, names and moments, and nothing that was written."""
    kept: list[bytes] = []
    close = Home.close

    def look(home: Home) -> None:
        close(home)
        kept.extend(path.read_bytes() for path in home.path.rglob("*") if path.is_file())

    monkeypatch.setattr(Home, "close", look)
    rehearse(None, WORLD.write(tmp_path / "files"), [OWNER[1]])
    held = b"".join(kept)
    assert OWNER[1].encode() in held
    assert b"beekeeping" not in held


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "picture.mbox").write_bytes(BAD["picture.mbox"])
    found = rehearse(None, [tmp_path])
    (refused,) = found.refused
    assert isinstance(refused, FileOutlook) and "no source recognises" in refused.trouble
    assert found.total.tally.read == found.people == 0
