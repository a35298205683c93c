"""Every file is accounted for: read = new + unchanged + defects, the same for every source and every golden file."""

from __future__ import annotations

from pathlib import Path

import pytest

from maarif.app.identity.decide import undo
from maarif.app.importing.take_in import take_in
from maarif.domain.items import Defect
from tests.app.states import everything, home_at, truth
from tests.app.worlds import OWNER, Mail, World
from tests.sources import goldens

WORLD = World(
    tuple(Mail(n, n % 4 + 1 if n % 2 else 0, (0,) if n % 2 else (n % 4 + 1,), 3 + n, n % 8) for n in range(12))
)


@pytest.mark.parametrize("name", goldens.source_names())
def test_every_golden_file_adds_up_and_all_of_it_can_be_taken_back(name: str, tmp_path: Path) -> None:
    """Read to the last item, counted, unchanged the second time; and undone, the home is what it was before."""
    folder, files = goldens.FOLDER / name, goldens.inputs(name)
    with home_at(tmp_path / "home") as home:
        take_in(home, WORLD.write(tmp_path / "files"), [OWNER[1]])
        before = everything(home)
        report = take_in(home, files)
        assert [file.trouble for file in report.files] == [""] * len(report.files)
        for file in report.files:
            tally = file.tally
            assert tally.read == tally.new + tally.unchanged + tally.defects, file.name
            kept = "select count(*) from defect d join file f on f.id = d.file where f.name = ?"
            assert home.store.database.number(kept, (file.name,)) == tally.defects
        plain = {str(path): path for path in files}
        for file in report.files:
            if file.name in plain and folder.exists():
                nouns = list(goldens.source(name).read(goldens.blob(plain[file.name]), home.today))
                assert file.tally.read == len(nouns)
                assert file.tally.defects == sum(isinstance(noun, Defect) for noun in nouns)
        again = take_in(home, files)
        assert again.batch is None
        assert all(file.tally.new == 0 for file in again.files)
        assert report.batch is not None
        undo(home, str(report.batch))
        assert everything(home) == before


def test_undoing_all_leaves_an_empty_home(tmp_path: Path) -> None:
    with home_at(tmp_path / "home") as home, home_at(tmp_path / "empty") as empty:
        report = take_in(home, goldens.inputs("mail"))
        assert truth(home)["items"]
        undo(home, str(report.batch))
        assert truth(home) == truth(empty)
        assert home.store.people.all() == []
