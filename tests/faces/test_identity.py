"""The commands by which the owner decides who is who, typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from maarif.faces.cli.main import app
from tests.faces.invented import OWNER, maarif, records

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ute Qhaddad
EMAIL:ute.qhaddad@gmail.example
EMAIL:uq@tannhof.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:عائشة الونشريسي
EMAIL:aisha@quds.example
ORG:مؤسسة القدس للفنون والثقافة والتراث
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:عائشة الونشريسي
EMAIL:a.o@wansharis.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Anna Fenn
EMAIL:anna.fenn@gmail.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Anna Fenn
EMAIL:fenn.a@quandt.example
END:VCARD
"""


@pytest.fixture
def home(tmp_path: Path) -> str:
    book = tmp_path / "book.vcf"
    book.write_text(CARDS, "utf-8")
    folder = str(tmp_path / "home")
    assert maarif("import", str(book), "--me", OWNER, "--home", folder).exit_code == 0
    return folder


def _typed(keys: str, *words: str) -> Result:
    return CliRunner().invoke(app, words, input=keys)


def test_review_asks_one_at_a_time_and_keeps_every_answer(home: str) -> None:
    done = _typed("s\nd\n", "review", "--home", home)
    assert done.exit_code == 0, done.output
    assert "2 answered" in done.output
    decided = records(maarif("decisions", "--json", "--home", home))
    assert [one["verdict"] for one in decided] == ["same", "different"]
    assert "No open questions." in _typed("", "review", "--home", home).output


def test_later_leaves_a_question_for_the_next_sitting(home: str) -> None:
    assert "Nothing answered." in _typed("l\nq\n", "review", "--home", home).output
    assert len(records(maarif("review", "--json", "--home", home))) == 2


def test_undo_asks_the_question_before_once_more(home: str) -> None:
    done = _typed("s\nu\nd\nd\n", "review", "--home", home)
    assert "2 answered" in done.output
    decided = records(maarif("decisions", "--json", "--home", home))
    assert [one["verdict"] for one in decided] == ["different", "different"]


def test_other_keys_ask_again_and_the_end_of_the_input_ends_the_sitting(home: str) -> None:
    done = _typed("x\n\n", "review", "--home", home)
    assert done.exit_code == 0
    assert records(maarif("decisions", "--json", "--home", home)) == []


def test_both_sides_stand_beside_each_other_in_80_columns(home: str) -> None:
    lines = _typed("l\nl\n", "review", "--home", home).stdout.splitlines()
    beside = [line for line in lines if "│" in line]
    assert len(beside) >= 4
    assert any("عائشة" in line for line in beside)
    assert {cell_len(line.partition("│")[0]) for line in beside} == {39}
    assert all(cell_len(line) <= 80 for line in lines)


def test_why_adds_up(home: str) -> None:
    (found,) = records(maarif("why", "ute.qhaddad@gmail.example", "uq@tannhof.example", "--json", "--home", home))
    (step,) = found["path"]
    assert step["total"] == sum(part["points"] for part in step["evidence"])
    assert found["one"] and step["total"] >= found["bars"]["upper"]
    shown = maarif("why", "anna.fenn@gmail.example", "fenn.a@quandt.example", "--home", home).stdout
    assert "two people" in shown
    assert "!  guard: They are on two cards of one address book." in shown
    assert all(cell_len(line) <= 80 for line in shown.splitlines())


def test_split_tells_where_each_part_went_and_is_undone(home: str) -> None:
    old = records(maarif("people", "Ute", "--json", "--home", home))[0]["id"]
    done = records(maarif("split", "Ute Qhaddad", "uq@tannhof.example", "--json", "--home", home))[0]
    assert [one["handles"] for one in done["people"]] == [
        ["email:uq@tannhof.example"],
        ["email:ute.qhaddad@gmail.example"],
    ]
    assert maarif("person", old, "--home", home).exit_code == 0
    maarif("undo", done["decision"], "--home", home)
    assert len(records(maarif("people", "Ute", "--json", "--home", home))) == 1


def test_split_asks_for_each_address_where_none_is_named(home: str) -> None:
    done = _typed("1\n2\n", "split", "Ute Qhaddad", "--home", home)
    assert "They are 2 people now." in done.output
    assert maarif("split", "Ute Qhaddad", "nobody@x.example", "--home", home).exit_code == 2


def test_me_tells_what_is_believed_and_why(home: str) -> None:
    assert maarif("me", "--add", "uq@tannhof.example", "--home", home).exit_code == 0
    found = {one["handle"]: one["why"] for one in records(maarif("me", "--json", "--home", home))}
    assert found["email:uq@tannhof.example"] == "told"
    assert found["email:ute.qhaddad@gmail.example"] == "same"
    done = _typed("d\nq\n", "review", "--home", home)
    assert "Is ute.qhaddad@gmail.example your own?" in done.output
    assert "email:ute.qhaddad@gmail.example" not in maarif("me", "--json", "--home", home).stdout
    assert maarif("me", "--add", "no address", "--home", home).exit_code == 2
    assert json.loads(maarif("decisions", "--json", "--home", home).stdout.splitlines()[0])["decision"] == "d1"
