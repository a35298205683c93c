"""The columns of a table are shown, and the owner's word about them holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from maarif.app.importing.sheets import columns_of, correct_columns
from maarif.domain.errors import BadInput, NotRecognised, UnreadableFile
from maarif.domain.items import Card, Defect
from maarif.files import walk
from maarif.sources import contacts_csv
from tests.sources.goldens import TODAY


def cards(path: Path) -> list[Card]:
    """What the table comes to as it lies on disk."""
    (blob,) = (each for each in walk([path]) if not isinstance(each, Defect))
    assert contacts_csv.recognises(blob)
    return [each for each in contacts_csv.read(blob, TODAY) if isinstance(each, Card)]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_text(
        "Wer;Tel.;Kommt;Stadt\nIlse Kern;0341 5550140;ja;Halle\nTom Abbink;0171 5550141;;Leipzig\n", "utf-8"
    )
    return path


def test_the_guess_is_shown_with_how_it_was_made(table: Path) -> None:
    found = {column.name: (column.holds, column.by, column.samples) for column in columns_of(table)}
    assert found == {
        "Wer": ("FN", "contents", ("Ilse Kern", "Tom Abbink")),
        "Tel.": ("TEL", "name", ("0341 5550140", "0171 5550141")),
        "Kommt": ("", "", ("ja",)),
        "Stadt": ("ADR.city", "name", ("Halle", "Leipzig")),
    }


def test_what_the_owner_says_holds_for_the_next_import(table: Path) -> None:
    before = cards(table)[0]
    assert "X-COLUMN" in [field.name for field in before.fields]
    shown = {
        column.name: (column.holds, column.by) for column in correct_columns(table, {"Kommt": "NOTE", "Stadt": "-"})
    }
    assert shown["Kommt"] == ("NOTE", "owner")
    assert shown["Stadt"] == ("-", "owner")
    assert [(field.name, field.value) for field in cards(table)[0].fields] == [
        ("FN", "Ilse Kern"),
        ("TEL", "0341 5550140"),
        ("NOTE", "ja"),
    ]


def test_corrections_add_up(table: Path) -> None:
    correct_columns(table, {"Kommt": "note"})
    by = {column.name: column.by for column in correct_columns(table, {"Stadt": "city"})}
    assert by == {"Wer": "contents", "Tel.": "name", "Kommt": "owner", "Stadt": "owner"}


def test_a_table_that_nobody_would_take_for_contacts_becomes_one(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("a;b\nIlse;x1\n", "utf-8")
    assert [column.holds for column in columns_of(path)] == ["", ""]
    correct_columns(path, {"a": "name", "b": "skip"})
    assert [card.name for card in cards(path)] == ["Ilse"]


def test_the_file_of_corrections_is_known_and_says_nothing(table: Path) -> None:
    correct_columns(table, {"Kommt": "skip"})
    assert cards(table.with_name("liste.csv.columns.json")) == []


@pytest.mark.parametrize(("column", "word"), [("Wo", "phone"), ("Wer", "shoe size")])
def test_what_cannot_be_meant_is_refused(table: Path, column: str, word: str) -> None:
    with pytest.raises(BadInput):
        correct_columns(table, {column: word})
    assert not table.with_name("liste.csv.columns.json").exists()


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no table\n", "utf-8")
    with pytest.raises(NotRecognised):
        columns_of(tmp_path / "a.txt")
    with pytest.raises(UnreadableFile):
        columns_of(tmp_path)
    with pytest.raises(UnreadableFile):
        columns_of(tmp_path / "none.csv")


def test_a_damaged_file_of_corrections_corrects_nothing(table: Path) -> None:
    table.with_name("liste.csv.columns.json").write_text("{broken", "utf-8")
    assert {column.by for column in columns_of(table)} == {"contents", "name", ""}
