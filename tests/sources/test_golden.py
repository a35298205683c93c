"""Every golden input comes to exactly the nouns beside it. `pytest --golden-update` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources import goldens


@pytest.mark.parametrize("path", goldens.inputs(), ids=goldens.name_of)
def test_golden(path: Path, golden_update: bool) -> None:
    reader = goldens.source(path.relative_to(goldens.FOLDER).parts[0])
    found = list(goldens.lines(goldens.nouns(reader, goldens.blob(path))))
    expected = goldens.expected(path)
    if golden_update:
        expected.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize("name", goldens.source_names())
def test_every_source_has_a_good_and_a_broken_golden_input(name: str) -> None:
    expected = [goldens.expected(path).read_text("utf-8") for path in goldens.inputs(name)]
    assert any('"shape": "Defect"' not in text for text in expected)
    assert any('"shape": "Defect"' in text for text in expected)


def test_no_expectation_is_left_without_its_input() -> None:
    expectations = set(goldens.FOLDER.glob(f"*/**/*{goldens.EXPECTED}"))
    assert expectations == {goldens.expected(path) for path in goldens.inputs()}
