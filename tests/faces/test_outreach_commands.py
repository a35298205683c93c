"""The commands of outreach, sending, give and take, and today, from end to end."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from maarif.faces.cli.main import app
from tests.app import letters
from tests.app.letters import IDRIS, LAYLA, ME, Said
from tests.faces.invented import maarif, records
from tests.post.servers import PASSWORD, Post, papers, smtp_server

ROOT = Path(__file__).parents[2]
SAID = [
    *letters.two_way(LAYLA, 90, 89, 60, 58),
    *letters.two_way(IDRIS, 20, 19),
    Said(LAYLA, (ME,), 40, "Thanks so much for the introduction to the choir!"),
    Said(IDRIS, (ME,), 10, "I'm looking for a beekeeping course near Leipzig."),
    Said(LAYLA, (ME,), 30, "My beekeeping course near Leipzig begins in May."),
]
GROUPS = [group.name or "" for group in app.registered_groups]


@pytest.fixture
def home(tmp_path: Path) -> str:
    box = letters.write(tmp_path / "mail.mbox", SAID)
    done = maarif("import", str(box), "--me", ME[1], "--home", str(tmp_path / "home"))
    assert done.exit_code == 0, done.output
    return str(tmp_path / "home")


@pytest.fixture
def words(tmp_path: Path) -> str:
    (tmp_path / "letter.txt").write_text("مرحبا ليلى، هل تعرفين أحدا؟\n", "utf-8")
    return str(tmp_path / "letter.txt")


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_and_its_commands_are_documented(group: str) -> None:
    shown = maarif(group, "--help").output
    assert re.search(rf"Examples?:\n +maarif {group}\b", shown)
    documented = (ROOT / "docs/cli.md").read_text("utf-8").split(f"## `maarif {group}`\n")[1].split("\n## ")[0]
    commands = re.findall(r"^  (\w+)  ", shown.split("Commands:")[1], re.M)
    assert commands
    for command in commands:
        assert f"maarif {group} {command}" in documented
        shown += maarif(group, command, "--help").output
    options = set(re.findall(r"^ +(--[a-z-]+)", shown, re.M)) - {"--help", "--home"}
    assert not {option for option in options if option not in documented}


def test_a_need_from_its_beginning_to_its_end(home: str) -> None:
    assert maarif("outreach", "--home", home).exit_code == 0
    assert "Need 1" in maarif("outreach", "add", "water in Amman", LAYLA[1], IDRIS[1], "--home", home).output
    assert maarif("outreach", "set", LAYLA[1], "helped", "--note", "knew somebody", "--home", home).exit_code == 0
    shown = maarif("outreach", "--home", home).stdout
    assert "knew somebody" in shown
    assert "helped" in shown
    (need,) = records(maarif("outreach", "--home", home, "--json"))
    assert {one["name"]: (one["stands"], one["next"]) for one in need["outreach"]} == {
        LAYLA[0]: ("helped", "thank"),
        IDRIS[0]: ("to write", "write"),
    }
    assert maarif("outreach", "close", "1", "We found one", "--home", home).exit_code == 0
    assert "We found one" in maarif("outreach", "--closed", "--home", home).stdout
    assert maarif("outreach", "reopen", "1", "--home", home).exit_code == 0
    assert maarif("outreach", "forget", "1", "--home", home).exit_code == 0
    assert records(maarif("outreach", "--closed", "--home", home, "--json")) == []


def test_closing_asks_what_came_of_it(home: str) -> None:
    maarif("outreach", "add", "water in Amman", LAYLA[1], "--home", home)
    assert maarif("outreach", "close", "1", "--home", home, stdin=b"A summer job\n").exit_code == 0
    assert "A summer job" in maarif("outreach", "--closed", "--home", home).stdout
    assert maarif("outreach", "close", "1", "--home", home, stdin=b"\n").exit_code == 2
    assert maarif("outreach", "set", LAYLA[1], "won", "--home", home).exit_code == 2


def test_words_are_handed_over(home: str, words: str) -> None:
    copied = maarif("send", LAYLA[1], "--text", words, "--home", home)
    assert copied.exit_code == 0
    assert "مرحبا ليلى" in copied.stdout
    link = maarif("send", LAYLA[1], "--text", words, "--via", "mailto", "--subject", "Amman", "--home", home).stdout
    assert link.startswith(f"mailto:{LAYLA[1]}?subject=Amman")
    piped = maarif("send", LAYLA[1], "--home", home, stdin=b"Hallo Layla")
    assert "Hallo Layla" in piped.stdout


def test_a_dry_run_shows_and_does_nothing(home: str, words: str, tmp_path: Path) -> None:
    out = str(tmp_path / "out.eml")
    shown = maarif(
        "send", LAYLA[1], "--text", words, "--via", "eml", "--file", out, "--dry-run", "--home", home, "--json"
    )
    (plan,) = records(shown)
    assert plan["done"] is False
    assert [action["does"] for action in plan["actions"]] == ["write file"]
    assert not Path(out).exists()
    assert "Nothing was done" in maarif("send", LAYLA[1], "--text", words, "--dry-run", "--home", home).output


def test_sending_asks_first(home: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = papers(tmp_path)
    monkeypatch.setenv("MAARIF_SMTP_PASSWORD", PASSWORD)
    send = ("send", LAYLA[1], "--text", words, "--subject", "Amman", "--via", "smtp", "--home", home)
    with smtp_server(Post(), known) as post:
        server = ("--smtp", f"127.0.0.1:{post.port}", "--security", "starttls", "--certificate", str(known.certificate))
        assert maarif("account", ME[1], "--name", "Nora", *server, "--home", home).exit_code == 0
        (kept,) = records(maarif("account", "--home", home, "--json"))
        assert kept["smtp"]["port"] == post.port
        for answer in (b"", b"n\n", b"\n"):
            refused = maarif(*send, stdin=answer)
            assert refused.exit_code == 4
            assert "Nothing was sent" in refused.output
        assert post.taken == []
        assert maarif(*send, stdin=b"y\n").exit_code == 0
        again = maarif(*send, "--yes")
        assert again.exit_code == 4
        assert "went out before" in again.output
    assert len(post.taken) == 1
    assert PASSWORD not in "".join(
        path.read_text("utf-8", "replace") for path in Path(home).glob("*") if path.is_file()
    )


def test_an_account_is_changed_in_parts(home: str) -> None:
    for options in ((ME[1], "--smtp", "mail.example"), (ME[1], "--imap", "mail.example:1993"), ("--name", "Nora L.")):
        assert maarif("account", *options, "--home", home).exit_code == 0
    (kept,) = records(maarif("account", "--home", home, "--json"))
    assert (kept["smtp"]["port"], kept["imap"]["port"], kept["name"]) == (465, 1993, "Nora L.")
    assert maarif("account", "other@mail.example", "--smtp", "other.example", "--home", home).exit_code == 0
    (kept,) = records(maarif("account", "--home", home, "--json"))
    assert (kept["address"], kept["imap"], kept["name"]) == ("other@mail.example", None, "")


def test_what_send_cannot_do_is_said(home: str, words: str, tmp_path: Path) -> None:
    for wrong in (
        ("--via", "pigeon"), ("--via", "smtp"), ("--as", "helped"), ("--need", "7"), ("--answers", "i99999"),
        ("--text", str(tmp_path / "none.txt")),
    ):  # fmt: skip
        done = maarif("send", LAYLA[1], *(() if "--text" in wrong else ("--text", words)), *wrong, "--home", home)
        assert done.exit_code == 2, wrong
    assert maarif("account", "nobody", "--smtp", "mail.example", "--home", home).exit_code == 2
    assert maarif("account", ME[1], "--smtp", "mail.example:x", "--home", home).exit_code == 2
    assert maarif("account", ME[1], "--smtp", "mail.example", "--security", "none", "--home", home).exit_code == 2


def test_a_message_in_doubt_is_shown_and_settled(home: str, words: str, tmp_path: Path) -> None:
    from maarif.app.home import open_home
    from maarif.app.knowing.look import find
    from maarif.app.sending.carrying import _dispatch
    from maarif.app.sending.plans import plan
    from maarif.domain.drafts import Draft

    with open_home(home) as opened:
        planned = plan(opened, Draft(find(opened, LAYLA[1]).id, "mail", "en", "Hi", "Hello"), "mailto")
        opened.store.dispatches.begin(_dispatch(opened, planned))
    assert f"maarif outreach unsent {planned.key[:8]}" in maarif("outreach", "--home", home).output
    assert maarif("outreach", "unsent", planned.key[:8], "--home", home).exit_code == 0
    assert maarif("outreach", "sent", planned.key[:8], "--home", home).exit_code == 2


def test_favours_are_a_story(home: str) -> None:
    shown = maarif("favours", "--with", LAYLA[1], "--home", home).stdout
    assert "you helped them" in shown
    ref = re.search(r"favours yes (i\d+)", " ".join(shown.split()))
    assert ref
    assert maarif("favours", "yes", ref[1], "--home", home).exit_code == 0
    assert maarif("favours", "add", LAYLA[1], "received", "a lift to Halle", "--home", home).exit_code == 0
    (story,) = records(maarif("favours", "--home", home, "--json"))
    assert [line["kind"] for line in story["story"] if line["confirmed"]] == ["given", "received"]
    assert maarif("favours", "no", ref[1], "--home", home).exit_code == 0


def test_give_names_who_could_help_whom(home: str) -> None:
    gifts = records(maarif("give", "--on", "2026-05-06", "--home", home, "--json"))
    assert [(gift["name"], gift["helper_name"]) for gift in gifts] == [(IDRIS[0], LAYLA[0])]
    assert "beekeeping" in maarif("give", IDRIS[1], "--on", "2026-05-06", "--home", home).stdout


def test_met_and_today(home: str) -> None:
    met = maarif(
        "met", "Jonas's barbecue", "Nour Said", "--again", "Nour Said", "--note", "bees", "--home", home, "--json"
    )
    (kept,) = records(met)
    assert kept["new"] == ["Nour Said"]
    found = records(maarif("today", "--home", home, "--json"))
    (again,) = [one for one in found if one["occasion"] == "see again"]
    assert "Nour Said" in again["says"]
    assert again["key"] in maarif("today", "--week", "--home", home).stdout
    assert maarif("today", "later", again["key"], "--days", "3", "--home", home).exit_code == 0
    assert again["key"] not in maarif("today", "--home", home).stdout
    assert maarif("today", "later", "nothing", "--home", home).exit_code == 2
    assert maarif("today", "--ics", "--home", home).stdout.startswith("BEGIN:VCALENDAR")
    assert json.dumps(found)


def test_a_draft_is_sent_and_its_need_followed_up(home: str, tmp_path: Path) -> None:
    asked = maarif("ask", "who knows about beekeeping?", "--home", home, "--json")
    person = records(asked)[0]["suggestions"][0]["person"]
    draft = {
        "need": {"id": "", "text": "who knows about beekeeping?", "kind": "expert", "on": None}, "person": person,
        "drafts": [
            {
                "medium": "mail", "language": "en", "variant": name, "by": "template", "subject": "Bees",
                "body": f"Dear friend, do you keep bees? ({name})", "uses": [],
                "findings": [{"rule": "secret", "says": "It tells a secret.", "words": "", "grave": name == "grave"}],
            }
            for name in ("plain", "grave")
        ],
    }  # fmt: skip
    (tmp_path / "draft.json").write_text(json.dumps(draft), "utf-8")
    send = ("send", "--draft", str(tmp_path / "draft.json"), "--via", "mailto", "--home", home)
    assert maarif(*send, "--dry-run").exit_code == 0
    assert records(maarif("outreach", "--home", home, "--json")) == []
    kept_back = maarif(*send, "--variant", "2")
    assert kept_back.exit_code == 2
    assert "It tells a secret." in kept_back.output
    assert maarif(*send, "--variant", "3").exit_code == 2
    assert maarif(*send).stdout.startswith("mailto:")
    (need,) = records(maarif("outreach", "--home", home, "--json"))
    assert (need["text"], need["outreach"][0]["stands"]) == ("who knows about beekeeping?", "to write")
    assert maarif("send", "--home", home, stdin=b"Hello").exit_code == 2
    (tmp_path / "draft.json").write_text("no draft", "utf-8")
    assert maarif(*send).exit_code == 2
