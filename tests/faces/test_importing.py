"""What an import shows before, while and after it reads."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from maarif.app.importing.progress import Advance, Teller
from maarif.faces.cli import progress
from tests.faces.invented import OWNER, maarif, records, write_files


def test_a_dry_run_says_what_would_come_and_makes_no_home(tmp_path: Path) -> None:
    home, files = tmp_path / "home", write_files(tmp_path / "files")
    (found,) = records(maarif("import", *files, "--dry-run", "--json", "--me", OWNER, "--home", str(home)))
    assert not home.exists()
    assert found["total"]["new"] == sum(found["total"]["kinds"].values()) == 6
    assert {"handle": f"email:{OWNER}", "why": "told"} in found["owner"]
    assert found["people"] == found["new_people"] > 0
    assert found["total"]["first"] <= found["total"]["last"]
    shown = maarif("import", *files, "--dry-run", "--home", str(home))
    assert shown.exit_code == 0
    assert "Nothing was taken in" in shown.stdout and "without --dry-run" in shown.stdout
    assert f"People: {found['people']}" in shown.stdout
    assert not home.exists()


def test_a_dry_run_over_a_home_tells_what_is_there_already(tmp_path: Path) -> None:
    home, files = str(tmp_path / "home"), write_files(tmp_path / "files")
    maarif("import", *files, "--me", OWNER, "--home", home)
    before = {path: path.read_bytes() for path in Path(home).rglob("*") if path.is_file()}
    (found,) = records(maarif("import", *files, "--dry-run", "--json", "--home", home))
    assert {path: path.read_bytes() for path in Path(home).rglob("*") if path.is_file()} == before
    assert all(file["known"] for file in found["files"])
    assert (found["total"]["new"], found["total"]["unchanged"], found["people"]) == (0, 6, 0)


def test_a_dry_run_ends_as_the_import_would_where_a_file_is_strange(tmp_path: Path) -> None:
    (tmp_path / "strange.bin").write_bytes(bytes(range(256)) * 9)
    shown = maarif("import", str(tmp_path / "strange.bin"), "--dry-run", "--home", str(tmp_path / "home"))
    assert shown.exit_code == 2
    assert "strange.bin" in "".join(shown.stdout.split())


@pytest.mark.parametrize(
    ("come", "said"),
    [
        (Advance("reading", "a", 500, 10, 100, 0.5), "500 items"),
        (Advance("reading", "a", 5000, 25, 100, 10.0), "5,000 items · 500/s · 30 s left"),
        (Advance("reading", "a", 5000, 1, 100, 10.0), "5,000 items · 500/s · 16 min left"),
        (Advance("reading", "a", 9000, 10, 10_000, 10.0), "9,000 items · 900/s · 2.8 h left"),
        (Advance("settling", "a", 9000, 100, 100, 10.0), "9,000 items · 900/s"),
    ],
)
def test_the_rate_and_the_time_left_are_said_as_far_as_they_are_known(come: Advance, said: str) -> None:
    assert progress._done(come) == said


def test_without_a_terminal_a_line_is_printed_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with progress.progress_bar() as told:
        told(Advance("reading", "a", 500, 10, 100, 2.0))
        assert capsys.readouterr().err == ""
        monkeypatch.setattr(time, "monotonic", lambda: 1e12)
        told(Advance("reading", "a", 500, 10, 100, 2.0))
        told(Advance("reading", "a", 900, 20, 100, 2.0))
    assert capsys.readouterr().err == "10% read: 500 items · 250/s · 18 s left\n"


def test_small_files_are_not_told_one_by_one() -> None:
    told: list[Advance] = []
    teller = Teller(told.append, 1000)
    for _ in range(1000):
        teller.passed(1)
    assert len(told) < 20
    teller.settling()
    assert (told[-1].phase, told[-1].read, told[-1].share, told[-1].seconds_left) == ("settling", 1000, 1.0, None)
