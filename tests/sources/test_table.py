"""The table of sources is what the code says."""

from __future__ import annotations

from tests.sources import goldens
from tools.sources_table import PAGE, page, table


def test_the_page_is_as_it_is_made_from_the_code() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tools.sources_table"


def test_every_source_has_its_row_its_page_and_a_broken_file() -> None:
    rows = [line for line in table().splitlines() if line.startswith("| [")]
    assert [row.split("]")[0].removeprefix("| [") for row in rows] == goldens.source_names()
    for name, row in zip(goldens.source_names(), rows, strict=True):
        assert (PAGE.parent / f"{name}.md").is_file()
        assert int(row.split(" | ")[3]) > 1
        assert not row.split(" | ")[4].startswith("0")
