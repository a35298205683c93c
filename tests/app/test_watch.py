"""A watched folder: what lies still is taken in, each thing once."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from maarif.app.importing.take_in import ImportReport
from maarif.app.importing.watch import Watching, _Dropbox, watch
from maarif.domain.errors import BadInput
from tests.app.states import home_at
from tests.app.test_bad_input import BAD, GOOD
from tests.app.worlds import OWNER

PATIENCE = 30.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "drop"
    made.mkdir()
    return made


@contextmanager
def _watched(tmp_path: Path, folder: Path) -> Iterator[list[ImportReport]]:
    """A folder that is watched in another thread, and the reports so far."""
    reports: list[ImportReport] = []
    stop = threading.Event()

    def run() -> None:
        with home_at(tmp_path / "home") as home:
            for report in watch(home, Watching(folder, [OWNER[1]], quiet=0.2), stop):
                reports.append(report)

    watching = threading.Thread(target=run)
    watching.start()
    try:
        yield reports
    finally:
        stop.set()
        watching.join(PATIENCE)
    assert not watching.is_alive()


def _until(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def _new(reports: list[ImportReport]) -> dict[str, int]:
    return {Path(file.name).name: file.tally.new for report in list(reports) for file in report.files}


def test_what_lies_there_and_what_is_dropped_later_is_taken_in(folder: Path, tmp_path: Path) -> None:
    (folder / "first.mbox").write_bytes(GOOD)
    with _watched(tmp_path, folder) as reports:
        assert _until(lambda: "first.mbox" in _new(reports))
        (folder / "deep").mkdir()
        (folder / "deep" / "card.vcf").write_bytes(BAD["card.csv"])
        assert _until(lambda: _new(reports).get("card.vcf") == 1)
    assert _new(reports) == {"first.mbox": 6, "card.vcf": 1}


def test_a_download_is_taken_in_when_it_has_its_name(folder: Path, tmp_path: Path) -> None:
    with _watched(tmp_path, folder) as reports:
        (folder / "mail.mbox").touch()
        (folder / "mail.mbox.part").write_bytes(GOOD[:300])
        (folder / "other.mbox.crdownload").write_bytes(GOOD)
        (folder / "card.vcf").write_bytes(BAD["card.csv"])
        assert _until(lambda: "card.vcf" in _new(reports))
        (folder / "mail.mbox.part").write_bytes(GOOD)
        (folder / "mail.mbox.part").rename(folder / "mail.mbox")
        assert _until(lambda: "mail.mbox" in _new(reports))
    assert _new(reports) == {"card.vcf": 1, "mail.mbox": 6}


def test_what_cannot_be_read_is_said_once_and_again_when_it_has_changed(folder: Path, tmp_path: Path) -> None:
    odd = folder / "odd.mbox"
    odd.write_bytes(BAD["picture.mbox"])
    with _watched(tmp_path, folder) as reports:
        assert _until(lambda: bool(reports))
        (folder / "card.vcf").write_bytes(BAD["card.csv"])
        assert _until(lambda: "card.vcf" in _new(reports))
        told = [file.trouble for report in reports for file in report.files if file.trouble]
        assert len(told) == 1 and "odd.mbox" in told[0]
        odd.write_bytes(GOOD)
        assert _until(lambda: _new(reports).get("odd.mbox") == 6)


def test_once_takes_in_what_lies_there_and_ends(folder: Path, tmp_path: Path) -> None:
    (folder / "mail.mbox").write_bytes(GOOD)
    (folder / "odd.bin").write_bytes(BAD["picture.mbox"])
    (folder / "x.zip.part").write_bytes(GOOD)
    with home_at(tmp_path / "home") as home:
        reports = list(watch(home, Watching(folder, [OWNER[1]], quiet=0.0, once=True)))
        assert _new(reports) == {"mail.mbox": 6, "odd.bin": 0}
        (again,) = watch(home, Watching(folder, quiet=0.0, once=True))
        assert again.batch is None


def test_a_file_that_still_grows_is_not_ready(folder: Path) -> None:
    growing, still = folder / "growing.mbox", folder / "still.mbox"
    still.write_bytes(GOOD)
    os.utime(still, ns=(1, 1))
    dropbox = _Dropbox(folder, quiet=0.05)
    for length in range(100, 600, 100):
        growing.write_bytes(GOOD[:length])
        os.utime(growing, ns=(length, length))
        dropbox.look()
        time.sleep(0.06)
    dropbox.look()
    assert str(still) in dropbox.ready()
    growing.write_bytes(GOOD)
    dropbox.look()
    assert dropbox.ready() == [str(still)]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with home_at(tmp_path / "home") as home, pytest.raises(BadInput, match="no folder"):
        next(watch(home, Watching(tmp_path / "missing")))
