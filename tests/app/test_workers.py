"""Reading in other processes: the same home as from one, whatever becomes of a process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from maarif.app.importing import crew, gathering
from maarif.app.importing.crew import units_of
from maarif.app.importing.progress import Advance
from maarif.app.importing.take_in import ImportReport, take_in
from maarif.domain.items import Defect, Origin
from maarif.files import Place
from tests.app import crashes
from tests.app.states import everything, home_at
from tests.app.test_bad_input import BAD, GOOD
from tests.app.worlds import OWNER
from tests.files.archives import zipped
from tests.sources import goldens


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Mailboxes of some size, every golden file, and all that can be wrong with a file."""
    files = tmp_path_factory.mktemp("files")
    crashes.write_box(files / "a-large.mbox")
    shutil.copytree(goldens.FOLDER, files / "golden", ignore=shutil.ignore_patterns("*.expected"))
    for name, content in BAD.items():
        (files / name).write_bytes(content)
    (files / "z.zip").write_bytes(zipped({"in/one.mbox": GOOD, "in/two.mbox": BAD["dates.mbox"]}))
    return files


def _rows(report: ImportReport) -> list[Any]:
    return [(file.name, file.source, file.tally, file.trouble) for file in report.files]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_home_is_the_same_however_many_processes_read(workers: int, folder: Path, tmp_path: Path) -> None:
    with home_at(tmp_path / "alone") as alone, home_at(tmp_path / "many") as many:
        one = take_in(alone, [folder, tmp_path / "missing"], [OWNER[1]], workers=0)
        other = take_in(many, [folder, tmp_path / "missing"], [OWNER[1]], workers=workers)
        assert _rows(one) == _rows(other)
        ids = "select id, hex(digest) from item order by id"
        assert alone.store.database.rows(ids) == many.store.database.rows(ids)
        assert everything(alone) == everything(many)
        again = take_in(many, [folder, tmp_path / "missing"], [OWNER[1]], workers=workers)
        assert all(file.tally.new == 0 for file in again.files)
        assert [file.name for file in again.files] == [file.name for file in other.files]


def test_what_ends_a_process_costs_its_own_file_alone(folder: Path, tmp_path: Path, monkeypatch: Any) -> None:
    """Two files end whichever process looks at them, one of them in an archive; all else is taken in."""
    (tmp_path / "sitecustomize.py").write_text(_DEADLY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.mbox").write_bytes(GOOD)
    (files / "b-deadly.mbox").write_bytes(GOOD)
    (files / "c.zip").write_bytes(zipped({"1.mbox": GOOD, "deadly.mbox": GOOD, "3.mbox": GOOD}))
    (files / "d.mbox").write_bytes(GOOD)
    with home_at(tmp_path / "home") as home:
        report = take_in(home, [files], [OWNER[1]], workers=1)
    assert [Path(file.name).name for file in report.files] == [
        "a.mbox", "b-deadly.mbox", "c.zip!1.mbox", "c.zip!deadly.mbox", "c.zip!3.mbox", "d.mbox",
    ]  # fmt: skip
    assert ["deadly" in file.name for file in report.files] == [bool(file.trouble) for file in report.files]
    assert all(f"({-signal.SIGSEGV})" in file.trouble for file in report.refused)
    assert [file.tally.read for file in report.files if not file.trouble] == [6, 6, 6, 6]


_DEADLY = """
import os, signal, sys
def hook(event, arguments):
    if event == "import" and arguments[0] == "maarif.sources.mail.mailbox":
        from maarif.files import watched
        before = watched.Watched.open
        def open(self):
            if "deadly" in self.name:
                os.kill(os.getpid(), signal.SIGSEGV)
            return before(self)
        watched.Watched.open = open
if any("worker" in argument for argument in sys.orig_argv):
    sys.addaudithook(hook)
"""


def test_where_no_process_can_be_started_this_one_reads(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew.sys, "executable", shutil.which("false"))
    with home_at(tmp_path / "home") as home:
        report = take_in(home, [folder / "same.mbox"], [OWNER[1]], workers=1)
    assert report.files[0].tally.new == 6


def test_little_is_read_here_and_much_by_others() -> None:
    assert gathering.workers_for(1000) == 0
    assert gathering.workers_for(1 << 40) <= 3


def test_small_files_are_handed_over_together_and_in_order() -> None:
    missing = Defect(Origin("missing", "file"), "it is not there")
    places = [Place(str(number), 1) for number in range(600)]
    found = list(units_of(iter([missing, *places[:300], Place("large", 10 << 20), *places[300:]])))
    assert [place for unit in found for place in unit.places] == [
        missing, *places[:300], Place("large", 10 << 20), *places[300:],
    ]  # fmt: skip
    assert all(len(unit.places) <= 250 for unit in found)
    assert found[1].places[-1] == Place("large", 10 << 20)


@pytest.mark.parametrize("workers", [0, 1])
def test_progress_counts_items_and_bytes_to_the_end(workers: int, folder: Path, tmp_path: Path) -> None:
    told: list[Advance] = []
    (tmp_path / "mail.zip").write_bytes(zipped({"one.mbox": (folder / "a-large.mbox").read_bytes()}))
    with home_at(tmp_path / "home") as home:
        paths = [tmp_path / "mail.zip", folder / "a-large.mbox"]
        take_in(home, paths, [OWNER[1]], told.append, workers)
    assert {come.total for come in told} == {sum(path.stat().st_size for path in paths)}
    reading = [come for come in told if come.phase == "reading"]
    assert [come.read for come in reading] == sorted(come.read for come in reading)
    assert [come.items for come in reading] == sorted(come.items for come in reading)
    assert told[-1].phase == "settling"
    assert told[-1].items == 2 * crashes.MAILS
    assert told[-1].read == told[-1].total


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="other systems do not show their processes")
def test_killed_while_others_read_and_imported_again(folder: Path, tmp_path: Path) -> None:
    """The processes that read end with the one that is killed, and the next import ends as one in one go."""
    box, mark = folder / "a-large.mbox", f"MAARIF_TEST_{tmp_path.name}"
    command = [sys.executable, "-m", "tests.app.crashes", str(tmp_path / "home"), str(box), "1500", "1"]
    killed = subprocess.Popen(command, cwd=Path(__file__).parents[2], env={**os.environ, mark: "1"})
    assert killed.wait(60) == -signal.SIGKILL
    until = time.monotonic() + 20
    while _marked(mark) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _marked(mark)
    crashes.run(tmp_path / "home", box, 0, workers=1)
    crashes.run(tmp_path / "clean", box, 0)
    with home_at(tmp_path / "home") as home, home_at(tmp_path / "clean") as clean:
        assert everything(home) == everything(clean)


def _marked(mark: str) -> list[str]:
    """The processes with a mark in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:  # ended meanwhile, or somebody else's
            continue
    return found
