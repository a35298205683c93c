"""A command may be killed at any moment, and the same command again ends as if nothing had been."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.identity.decide import same, undo
from maarif.app.knowing.ledger import kept_ties
from maarif.app.refresh import rebuild
from maarif.domain.items import Item
from maarif.store.decisions import Decisions
from maarif.store.index import TextIndex
from maarif.store.people import People
from tests.app import crashes
from tests.app.states import answers, batches, everything, home_at, import_all, index, truth
from tests.app.worlds import PEOPLE, Mail, World


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("box") / "mail.mbox"
    crashes.write_box(path)
    return path


@pytest.fixture(scope="module")
def clean(box: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    home = tmp_path_factory.mktemp("clean") / "home"
    crashes.run(home, box, 0)
    return _state(home)


def _state(folder: Path) -> dict[str, Any]:
    with home_at(folder) as home:
        return everything(home)


def _start(home: Path, box: Path, kill_at: int = 0) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.app.crashes", str(home), str(box), str(kill_at)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2])


def test_the_box_has_all_that_can_go_wrong(clean: dict[str, Any]) -> None:
    (batch,) = clean["batches"]
    (file,) = batch[2]
    assert file.tally.read == crashes.MAILS
    assert file.tally.defects and file.tally.unchanged
    assert any(copy_of for _, _, copy_of in clean["truth"]["copies"])


@pytest.mark.parametrize("kill_at", [1, 1500, crashes.MAILS])
def test_killed_while_reading_and_imported_again(
    kill_at: int, box: Path, clean: dict[str, Any], tmp_path: Path
) -> None:
    killed = _start(tmp_path / "home", box, kill_at)
    assert killed.wait(60) == -signal.SIGKILL
    crashes.run(tmp_path / "home", box, 0)
    assert _state(tmp_path / "home") == clean


def test_killed_again_and_again_at_any_moment(box: Path, clean: dict[str, Any], tmp_path: Path) -> None:
    chance = random.Random(2026)
    for _ in range(4):
        running = _start(tmp_path / "home", box)
        time.sleep(chance.uniform(0.3, 2.5))
        running.kill()
        running.wait()
    crashes.run(tmp_path / "home", box, 0)
    assert _state(tmp_path / "home") == clean


class CutError(Exception):
    """Stands for the end of the process."""


def _cut(*_: object, **__: object) -> None:
    raise CutError


@pytest.mark.parametrize(
    "cut",
    [(People, "replace"), (Decisions, "replace_judgements"), (People, "replace_ties")],
    ids=lambda cut: cut[1],
)
def test_cut_off_while_people_and_ties_are_derived(
    cut: tuple[type, str], box: Path, clean: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(CutError):
        patch.setattr(*cut, _cut)
        crashes.run(tmp_path / "home", box, 0)
    assert _state(tmp_path / "home")["answers"] == clean["answers"], "a question settles what was left undone"
    crashes.run(tmp_path / "home", box, 0)
    assert _state(tmp_path / "home") == clean


def test_cut_off_before_the_index_was_told(
    box: Path, clean: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index holds all, and its watermark says it holds nothing."""
    with monkeypatch.context() as patch, pytest.raises(CutError):
        patch.setattr(TextIndex, "_save_state", _only_at_zero(TextIndex._save_state))
        crashes.run(tmp_path / "home", box, 0)
    assert _state(tmp_path / "home")["index"] == clean["index"]


def _only_at_zero(save: Any) -> Any:
    def cut(index: TextIndex, through: int) -> None:
        if through:
            raise CutError
        save(index, through)

    return cut


def test_cut_off_while_rebuilding(
    box: Path, clean: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes.run(tmp_path / "home", box, 0)
    with home_at(tmp_path / "home") as home, monkeypatch.context() as patch, pytest.raises(CutError):
        patch.setattr("maarif.app.refresh.entry_of", _cut_after(1000))
        rebuild(home)
    assert _state(tmp_path / "home") == clean


def _cut_after(items: int) -> Any:
    from maarif.app.importing.entries import entry_of

    left = iter(range(items))

    def cut(item: Item, scope: str) -> Any:
        if next(left, None) is None:
            raise CutError
        return entry_of(item, scope)

    return cut


def test_an_import_that_goes_on_knows_who_asked_for_it(
    box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with home_at(tmp_path / "home") as home, monkeypatch.context() as patch, pytest.raises(CutError):
        patch.setattr("maarif.app.importing.take_in.refresh", _cut)
        patch.setattr("maarif.store.imports.Imports.finish", _cut)
        from maarif.app.importing.take_in import take_in

        take_in(home, [box], [])
    with home_at(tmp_path / "home") as home:
        import_all(home, [box])
        assert "told" in home.store.people.owner().values()


def test_the_counts_of_a_file_read_in_two_goes_are_those_of_one(
    box: Path, clean: dict[str, Any], tmp_path: Path
) -> None:
    assert _start(tmp_path / "home", box, 2500).wait(60) == -signal.SIGKILL
    with home_at(tmp_path / "home") as home:
        report = import_all(home, [box])
        assert batches(home) == clean["batches"]
        assert report.files[0].tally == clean["batches"][0][2][0].tally


# -- the index lags, or is gone ------------------------------------------------------------------------------

WORLD = World(
    tuple(Mail(n, n % 7 + 1 if n % 2 else 0, (0,) if n % 2 else (n % 7 + 1,), 3 + n, n % 8) for n in range(24))
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    with home_at(tmp_path / "home") as home:
        import_all(home, WORLD.write(tmp_path / "files"))
    return tmp_path / "home"


def _seen(home: Home) -> Any:
    return answers(home), index(home)


@pytest.mark.parametrize("through", [0, 1, 11, 23])
def test_an_index_whose_mark_lags_catches_up_without_doubles(small: Path, through: int) -> None:
    before = _seen_in(small)
    mark = small / "index" / "maarif.json"
    mark.write_text(json.dumps({**json.loads(mark.read_text()), "through": through}))
    assert _seen_in(small) == before
    assert json.loads(mark.read_text())["through"] == 24


def test_an_index_that_is_ahead_of_its_home_is_made_anew(small: Path) -> None:
    before = _seen_in(small)
    mark = small / "index" / "maarif.json"
    mark.write_text(json.dumps({**json.loads(mark.read_text()), "through": 99}))
    with home_at(small) as home:
        home.store.index.add(99, 5, "honey ")
        home.store.index.commit(99)
    assert _seen_in(small) == before


@pytest.mark.parametrize(
    "damage", ["gone", "emptied", "no mark", "a mark that is no JSON", "another version", "garbled"]
)
def test_an_index_that_is_lost_or_damaged_is_made_anew(small: Path, damage: str) -> None:
    before = _seen_in(small)
    folder = small / "index"
    match damage:
        case "gone":
            shutil.rmtree(folder)
        case "emptied":
            for file in folder.iterdir():
                file.unlink()
        case "no mark":
            (folder / "maarif.json").unlink()
        case "a mark that is no JSON":
            (folder / "maarif.json").write_bytes(b'{"version": 1, "thr')
        case "another version":
            (folder / "maarif.json").write_text('{"version": 0, "through": 24}')
        case "garbled":
            (folder / "meta.json").write_bytes(b"\0" * 10)
    assert _seen_in(small) == before


def _seen_in(folder: Path) -> Any:
    with home_at(folder) as home:
        return _seen(home)


def test_items_taken_back_leave_the_index_even_where_that_was_cut_off(small: Path, tmp_path: Path) -> None:
    with home_at(small) as home:
        home.store.imports.undo(1)  # and the process ends before anything else
    with home_at(small) as home:
        catch_up(home)
        assert home.store.index.size() == 0
        assert not home.store.people.all() and not kept_ties(home)
        assert truth(home)["items"] == []


def test_a_decision_that_was_cut_off_is_carried_out_by_the_next_command(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = PEOPLE[0][1], PEOPLE[1][1]
    with home_at(small) as home, monkeypatch.context() as patch, pytest.raises(CutError):
        patch.setattr("maarif.app.identity.decide.refresh", _cut)
        same(home, one, other)
    with home_at(small) as home:
        answers(home)
        handles = [{handle.value for handle in person.handles} for person in home.store.people.all()]
        assert any({one, other} <= own for own in handles)
        undo(home, "d1")
        handles = [{handle.value for handle in person.handles} for person in home.store.people.all()]
        assert not any({one, other} <= own for own in handles)
