"""The commands from end to end, on a small home of invented people."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from maarif.faces.cli.main import EXIT_CODES, app, told
from tests.faces.invented import OWNER, maarif, records, write_files
from tests.faces.test_shapes import points

ROOT = Path(__file__).parents[2]
COMMANDS = [command.name or "" for command in app.registered_commands]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A home that tests of this module read."""
    folder = tmp_path_factory.mktemp("house")
    done = maarif("import", *write_files(folder / "files"), "--me", OWNER, "--home", str(folder / "home"))
    assert done.exit_code == 0, done.output
    return str(folder / "home")


@pytest.fixture
def own(tmp_path: Path) -> str:
    """A home of its own for a test that changes it."""
    done = maarif("import", *write_files(tmp_path / "files"), "--me", OWNER, "--home", str(tmp_path / "home"))
    assert done.exit_code == 0, done.output
    return str(tmp_path / "home")


def in_a_process(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does."""
    command = [sys.executable, "-m", "maarif.faces.cli.main", *words]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **settings}, check=False)


# -- help and documentation -----------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_and_a_place_in_the_documentation(command: str) -> None:
    shown = maarif(command, "--help").output
    assert re.search(rf"Examples?:\n +maarif {command}\b", shown)
    assert f"## `maarif {command}`" in (ROOT / "docs/cli.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_in_the_documentation(command: str) -> None:
    options = set(re.findall(r"^ +(--[a-z-]+)", maarif(command, "--help").output, re.M)) - {
        "--help",
        "--home",
    }
    documented = (ROOT / "docs/cli.md").read_text("utf-8").split(f"## `maarif {command}`\n")[1].split("\n## ")[0]
    assert not {option for option in options if option not in documented}


def test_every_exit_code_is_documented() -> None:
    documented = set(map(int, re.findall(r"^\| (\d+) \|", (ROOT / "docs/cli.md").read_text("utf-8"), re.M)))
    assert documented == {0, 1, *(code for _, code in EXIT_CODES)}


def test_help_loads_nothing_that_it_does_not_show() -> None:
    code = "import sys; from maarif.faces.cli.main import app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = ("numpy", "tantivy", "phonenumbers", "apsw", "rich.table", "rich.console", "maarif.app")
    assert not [name for name in loaded if name.startswith(heavy)]


# -- import, imports, undo ------------------------------------------------------------------------------


def test_importing_twice_changes_nothing(own: str, tmp_path: Path) -> None:
    again = maarif("import", *write_files(tmp_path / "files"), "--me", OWNER, "--home", own, "--json")
    (report,) = records(again)
    assert [file["new"] for file in report["files"]] == [0, 0]
    assert sum(file["unchanged"] for file in report["files"]) == 6
    assert {"handle": f"email:{OWNER}", "why": "told"} in report["owner"]


def test_a_file_that_nobody_knows_is_named_and_the_rest_is_taken_in(tmp_path: Path) -> None:
    strange = tmp_path / "strange.bin"
    strange.write_bytes(bytes(range(256)) * 9)
    done = maarif("import", str(strange), *write_files(tmp_path / "files"), "--home", str(tmp_path / "home"))
    assert done.exit_code == 2
    assert "strange.bin" in "".join(done.stdout.split())
    assert len(records(maarif("items", "--home", str(tmp_path / "home"), "--json"))) == 6


def test_an_import_is_listed_and_undone(own: str) -> None:
    (batch,) = records(maarif("imports", "--home", own, "--json"))
    assert len(batch["files"]) == 2
    assert maarif("undo", str(batch["batch"]), "--home", own).exit_code == 0
    assert records(maarif("items", "--home", own, "--json")) == []
    assert "Nothing is imported yet" in maarif("imports", "--home", own).stdout


# -- ask ------------------------------------------------------------------------------------------------


def test_an_answer_as_data(home: str) -> None:
    (answer,) = records(maarif("ask", "who knows about beekeeping?", "--home", home, "--json"))
    names = [one["person"]["name"] for one in answer["suggestions"]]
    assert any("سامي" in name or "Sami" in name for name in names)
    for one in answer["suggestions"]:
        assert sum(points(one["evidence"])) == pytest.approx(one["score"])
    assert answer["need"]["on"] is None


def test_an_answer_in_words_names_references_that_open(home: str) -> None:
    told = maarif("ask", "who knows about beekeeping?", "--home", home).stdout
    reference = re.search(r"\[(i\d+)\]", told)
    assert reference
    assert "beekeeping" in maarif("show", reference.group(1), "--home", home).stdout
    assert all(cell_len(line) <= 80 for line in told.splitlines())


def test_nothing_later_than_the_day_counts(home: str) -> None:
    (answer,) = records(maarif("ask", "beekeeping", "--on", "2020-12-01", "--home", home, "--json"))
    assert answer["suggestions"] == []
    assert answer["need"]["on"] == "2020-12-01T00:00:00+00:00"


def test_nobody_is_an_answer(home: str) -> None:
    done = maarif("ask", "zeppelins and kumquats", "--home", home)
    assert done.exit_code == 0
    assert "Nobody I can vouch for." in done.stdout


def test_a_line_in_a_line_out(home: str) -> None:
    lines = [
        b'{"id": "a", "text": "beekeeping", "kind": null, "on": null}', b"nonsense", b"",
        b'{"id": "b", "text": "", "on": null}', b'{"id": "c", "text": "waterworks", "on": "2021-01-01"}',
        b'{"id": "d", "text": "waterworks", "kind": "no such kind"}',
    ]  # fmt: skip
    done = maarif("ask", "--from", "-", "--home", home, "--json", "--limit", "1", stdin=b"\n".join(lines))
    first, nonsense, empty, third, unkind = records(done)
    assert done.exit_code == 2
    assert [first["need"]["id"], third["need"]["id"]] == ["a", "c"]
    assert len(third["suggestions"]) == 1
    assert [(bad["line"], bad["id"]) for bad in (nonsense, empty, unkind)] == [(2, None), (4, "b"), (6, "d")]


def test_needs_come_from_a_file_and_a_missing_one_is_said(home: str, tmp_path: Path) -> None:
    (tmp_path / "needs.jsonl").write_text('{"text": "beekeeping"}\n', "utf-8")
    assert maarif("ask", "--from", str(tmp_path / "needs.jsonl"), "--home", home, "--json").exit_code == 0
    missing = maarif("ask", "--from", str(tmp_path / "none.jsonl"), "--home", home, "--json")
    assert missing.exit_code == 2
    assert "none.jsonl" in missing.stderr


@pytest.mark.parametrize("words", [["ask"], ["ask", "bees", "--from", "-"], ["ask", "bees", "--limit", "0"], ["fly"]])
def test_what_cannot_be_understood_ends_with_2(words: list[str], home: str) -> None:
    assert maarif(*words).exit_code == 2


# -- people, person, show, items ------------------------------------------------------------------------


def test_people_as_data_and_in_words(home: str) -> None:
    found = {known["name"]: known for known in records(maarif("people", "--home", home, "--json"))}
    assert found["Hanneke Vos"]["tie"]["last_in"] == "2020-11-09T10:00:00+00:00"
    assert {"attribute": "title", "value": "Choir singer"}.items() <= found["Hanneke Vos"]["facts"][0].items()
    told = maarif("people", "hanneke", "--home", home).stdout
    assert "Hanneke Vos" in told
    assert "Idris" not in told


def test_a_person_with_facts_sources_and_timeline(home: str) -> None:
    told = maarif("person", "hanneke@vos.example", "--home", home).stdout
    assert re.search(r"title +Choir singer \[i\d+\]", told)
    assert re.search(r"10 Nov 2020 +message .*\[i\d+\]\n +9 Nov 2020 +message", told)
    (known,) = records(maarif("person", "Hanneke", "--home", home, "--json", "--limit", "1"))
    assert len(known["timeline"]) == 1


def test_a_name_that_leads_to_nobody_or_to_several_says_so(own: str, tmp_path: Path) -> None:
    nobody = maarif("person", "Zebedee", "--home", own)
    assert (nobody.exit_code, nobody.stdout) == (2, "")
    assert "Zebedee" in nobody.stderr
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Hanneke Bakker\nEMAIL:hanneke@bakker.example\nEND:VCARD\n"
    (tmp_path / "more.vcf").write_text(card)
    maarif("import", str(tmp_path / "more.vcf"), "--home", own)
    several = maarif("person", "Hanneke", "--home", own)
    assert several.exit_code == 2
    assert "Hanneke Vos" in several.stderr
    assert "Hanneke Bakker" in several.stderr


def test_items_of_one_person_and_an_origin_that_opens(home: str) -> None:
    found = records(maarif("items", "--person", "Idris Bello", "--home", home, "--json"))
    (item,) = found
    assert (item["kind"], item["from"], item["to"], item["channel"]) == (
        "message", "idris@bello.example", [OWNER], "mail",
    )  # fmt: skip
    (opened,) = records(
        maarif("show", f"{item['origin']['source']}#{item['origin']['item']}", "--home", home, "--json")
    )
    assert opened == item
    assert "bring the beekeeping book" in maarif("show", item["ref"], "--home", home).stdout


def test_no_line_is_wider_than_80(home: str) -> None:
    for words in (
        ["people"],
        ["person", "Hanneke"],
        ["items"],
        ["imports"],
        ["status"],
        ["review"],
        ["show", "i1"],
    ):
        told = maarif(*words, "--home", home)
        assert told.exit_code == 0, words
        assert not [line for line in told.stdout.splitlines() if cell_len(line) > 80]


# -- same, different, mark, note ------------------------------------------------------------------------


def test_two_are_one_until_it_is_undone(own: str) -> None:
    def count() -> int:
        return len(records(maarif("people", "--home", own, "--json")))

    before = count()
    joined = maarif("same", "idris@bello.example", "sami@haddad.example", "--home", own)
    assert count() == before - 1
    decision = re.search(r"maarif undo (d\d+)", joined.stderr)
    assert decision
    assert decision.group(1) in maarif("review", "--decided", "--home", own).stdout
    assert maarif("undo", decision.group(1), "--home", own).exit_code == 0
    assert count() == before


def test_a_mark_is_kept_and_taken_back(own: str) -> None:
    assert maarif("mark", "Idris Bello", "never suggest", "--home", own).exit_code == 0
    (known,) = records(maarif("people", "idris", "--home", own, "--json"))
    assert known["marks"] == ["never suggest"]
    assert "never to be suggested" in maarif("people", "idris", "--home", own).stdout
    maarif("mark", "Idris Bello", "never suggest", "--remove", "--home", own)
    assert records(maarif("people", "idris", "--home", own, "--json"))[0]["marks"] == []
    assert maarif("mark", "Idris Bello", "splendid", "--home", own).exit_code == 2


def test_a_note_is_kept_under_its_people(own: str) -> None:
    (kept,) = records(maarif("note", "Idris Bello repairs accordions.", "--on", "2024-05-01", "--home", own, "--json"))
    (answer,) = records(maarif("ask", "who can repair an accordion?", "--home", own, "--json"))
    assert [one["person"]["name"] for one in answer["suggestions"]] == ["Idris Bello"]
    assert maarif("undo", str(kept["batch"]), "--home", own).exit_code == 0


# -- status, check, rebuild -----------------------------------------------------------------------------


def test_a_home_is_sound_and_can_be_derived_anew(own: str) -> None:
    before = maarif("people", "--home", own, "--json").stdout
    assert maarif("rebuild", "--home", own).exit_code == 0
    assert maarif("people", "--home", own, "--json").stdout == before
    (status,) = records(maarif("status", "--home", own, "--json"))
    assert status["items"] == 6


def test_check_says_what_is_wrong_and_ends_with_1(own: str, tmp_path: Path) -> None:
    assert maarif("check", "--home", own).exit_code == 0
    _, cards = write_files(tmp_path / "files")
    nobodys = str(tmp_path / "nobodys")
    maarif("import", cards, "--home", nobodys)
    (found,) = records(done := maarif("check", "--home", nobodys, "--json"))
    assert (done.exit_code, found["sound"]) == (1, False)
    assert "--me" in found["troubles"][0]


def test_the_demo_answers_three_needs_and_says_how_to_go_on(tmp_path: Path) -> None:
    done = maarif("demo", "--home", str(tmp_path / "demo"))
    assert done.exit_code == 0
    assert done.stdout.count(" asks: ") == 3
    assert f"maarif ask TEXT --home {tmp_path / 'demo'}" in done.stderr
    assert not [line for line in done.stdout.splitlines() if cell_len(line) > 80]
    again = records(maarif("demo", "--home", str(tmp_path / "demo"), "--json"))
    assert [bool(answer["suggestions"]) for answer in again] == [True, True, True]


def test_an_interruption_ends_with_130() -> None:
    assert told(KeyboardInterrupt()) == 130


# -- as a process ---------------------------------------------------------------------------------------


def test_a_home_that_is_none_ends_with_3_and_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a home")
    done = in_a_process("ask", "bees", "--home", str(tmp_path / "file"))
    assert (done.returncode, done.stdout) == (3, "")
    assert "--home" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_written_is_for_its_owner_alone(tmp_path: Path) -> None:
    in_a_process("import", *write_files(tmp_path / "files"), "--home", str(tmp_path / "home"))
    for path in [tmp_path / "home", *(tmp_path / "home").rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_there_is_no_colour_but_on_a_terminal(home: str) -> None:
    assert "\x1b" not in in_a_process("ask", "beekeeping", "--home", home).stdout
    assert "\x1b" in in_a_process("ask", "beekeeping", "--home", home, FORCE_COLOR="1").stdout
    assert "\x1b" not in in_a_process("ask", "beekeeping", "--home", home, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_the_home_may_come_from_the_environment(home: str) -> None:
    done = in_a_process("status", "--json", MAARIF_HOME=home)
    assert json.loads(done.stdout)["home"] == home


def test_a_reader_who_goes_away_leaves_no_traceback(home: str) -> None:
    for words in ("items", "items --json", "people"):
        line = f'"{sys.executable}" -m maarif.faces.cli.main {words} --home "{home}" | head -c 1 >"{os.devnull}"'
        done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
        assert done.stderr == "", done.stderr
