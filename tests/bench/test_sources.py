"""The generated inputs of the sources: recognised, complete, the same each time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bench.formats import run as run_formats
from bench.options import Options
from bench.sources.inputs import INPUTS, Input
from bench.sources.reading import read
from tests.sources import goldens


def test_every_source_is_measured() -> None:
    assert sorted({given.source for given in INPUTS}) == goldens.source_names()


@pytest.mark.parametrize("given", INPUTS, ids=lambda given: given.source)
def test_a_generated_input_is_read_completely(given: Input, tmp_path: Path) -> None:
    path = tmp_path / given.name
    given.write(path, 30)
    assert read(given.source, path) >= 30


def test_the_same_bytes_are_written_each_time(tmp_path: Path) -> None:
    (given,) = (each for each in INPUTS if each.source == "vcard")
    for name in "ab":
        given.write(tmp_path / name, 20)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


_OPTIONS = Options(out=Path(), data=None, scale=1, per_user=False, keep_homes=False, command="")


def verdicts(folder: Path) -> dict[str, str]:
    (table,) = run_formats(replace(_OPTIONS, data=folder)).tables
    return {str(row[0]): str(row[-1]) for row in table.rows}


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    chat = tmp_path / "formats" / "chat"
    chat.mkdir(parents=True)
    (chat / "a.txt").write_text("01/01/2024, 11:25 - Ana: hello\n", "utf-8")
    (chat / "b.txt").write_text("01/01/2024, 11:25 - Ana: other\n", "utf-8")
    (chat / "c.bin").write_bytes(bytes(99))
    target = [{"timestamp": "2024-01-01T11:25:00", "author": "Ana", "message": "hello"}]
    (chat / "target.json").write_text(json.dumps(target), "utf-8")
    (tmp_path / "formats" / "a.vcf").write_text("BEGIN:VCARD\nFN:Ana\nTEL:+49 341 5550140\nEND:VCARD\n", "utf-8")
    found = verdicts(tmp_path)
    assert found.pop("chat/b.txt").startswith("no: ")
    assert found == {
        "a.vcf": "every value is kept",
        "chat/a.txt": "same as target.json",
        "chat/c.bin": "not recognised",
    }


def test_without_data_nothing_is_read() -> None:
    assert run_formats(_OPTIONS).tables[0].rows == ()
