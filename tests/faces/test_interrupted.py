"""Ctrl-C and the end of the process, as a user meets them: what is kept, what is said, how it ends."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from maarif.app.importing.take_in import take_in
from tests.app import crashes
from tests.app.states import everything, home_at
from tests.app.worlds import OWNER

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


def _start(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "maarif.faces.cli.main", *words]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _until(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def _kept(home: Path) -> int:
    try:
        db = sqlite3.connect(f"file:{home / 'maarif.db'}?mode=ro", uri=True)
        try:
            return int(db.execute("select count(*) from item").fetchone()[0])
        finally:
            db.close()
    except sqlite3.Error:
        return 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_import_that_is_ended_goes_on_with_the_next(how: signal.Signals, tmp_path: Path) -> None:
    box = tmp_path / "mail.mbox"
    box.write_bytes(b"".join(map(crashes._mail, range(9000))))
    running = _start("import", str(box), "--me", OWNER[1], "--home", str(tmp_path / "home"))
    assert _until(lambda: _kept(tmp_path / "home") > 0 or running.poll() is not None)
    running.send_signal(how)
    _, said = running.communicate(timeout=PATIENCE)
    kept = _kept(tmp_path / "home")
    if how == signal.SIGINT:
        assert running.returncode == 130
        assert "sound" in said and "the same command goes on" in said
    assert 0 < kept < 8000
    with home_at(tmp_path / "home") as home, home_at(tmp_path / "clean") as clean:
        again = take_in(home, [box], [OWNER[1]])
        once = take_in(clean, [box], [OWNER[1]])
        assert [file.tally for file in again.files] == [file.tally for file in once.files]
        assert everything(home) == everything(clean)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_watched_folder_is_left_in_peace(how: signal.Signals, tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    running = _start("watch", str(drop), "--quiet", "0.1", "--json", "--home", str(tmp_path / "home"))
    (drop / "mail.mbox").write_bytes(b"".join(map(crashes._mail, range(5))))
    assert running.stdout is not None
    assert '"new": ' in running.stdout.readline()
    running.send_signal(how)
    _, said = running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    assert "No longer watching" in said
    assert _kept(tmp_path / "home") > 0
