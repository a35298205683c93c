"""Sources: files come up, are looked through, taken in under stable names, and taken back."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pytest

from maarif.app.home import open_home
from maarif.faces.web.household import Household
from tests.faces.web.conftest import Browser

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tariq Aziz\r\nEMAIL:tariq@port.example\r\nEND:VCARD\r\n"
BROKEN = CARD + "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"
TABLE = "Wer,Kanal\nNadia Roth,nadia@roth.example\nOmar Said,omar@said.example\n"


def bring(browser: Browser, files: dict[str, str], heap: str = "") -> str:
    """Send files up; the heap they wait in."""
    sent = [("files", (name, text.encode(), "application/octet-stream")) for name, text in files.items()]
    answer = browser.client.post(
        "/sources/bring", files=sent, data={"heap": heap} if heap else {}, headers={"x-csrf-token": browser.csrf}
    )
    assert answer.status_code == 200, answer.text
    return str(answer.json()["heap"])


def ended(browser: Browser, address: str, form: dict[str, str]) -> str:
    """Begin something that takes long, wait for its end, and look at it."""
    begun = browser.client.post(address, data={"csrf": browser.csrf, **form}, follow_redirects=False)
    assert begun.status_code == 303, begun.text
    place = begun.headers["location"]
    for thread in threading.enumerate():
        if thread.name == f"maarif-{place.rsplit('/', 1)[1]}":
            thread.join(30)
    return str(browser.get(place).text)


def test_files_are_looked_through_before_they_are_taken_in(browser: Browser, home: Path) -> None:
    heap = bring(browser, {"cards/a.vcf": CARD})
    assert bring(browser, {"cards/b.vcf": BROKEN}, heap) == heap
    page = ended(browser, "/sources/look", {"heap": heap})
    assert "cards/a.vcf" in page
    assert str(home) not in page
    assert "Nothing is taken in yet" in page
    assert "Tariq" not in browser.get("/people?text=tariq@port").text


def test_what_is_taken_in_is_there_and_can_be_taken_back(browser: Browser, home: Path) -> None:
    page = ended(browser, "/sources/take", {"heap": bring(browser, {"a.vcf": BROKEN})})
    assert "1 item is new" in page
    assert "Tariq" in browser.get("/people?text=tariq@port").text
    batch = re.findall(r'name="batch" value="(\d+)"', page)[0]
    defects = browser.get(f"/sources/defects/{batch}").text
    assert "a.vcf" in defects
    assert [p for p in (home / "inbox").rglob("*") if p.is_file()] == [], "the home keeps what files say, not them"
    browser.post("/sources/undo", {"batch": batch})
    assert "Tariq" not in browser.get("/people?text=tariq@port").text
    assert browser.post("/sources/undo", {"batch": batch}).status_code == 404


def test_the_same_files_again_change_nothing(browser: Browser, home: Path) -> None:
    for _ in range(2):
        page = ended(browser, "/sources/take", {"heap": bring(browser, {"a.vcf": CARD})})
    assert "Nothing new came" in page
    with open_home(home) as opened:
        assert len([b for b in opened.store.imports.batches() if b.paths[0].endswith("a.vcf")]) == 1


def test_the_columns_of_a_table_are_shown_and_corrected(browser: Browser) -> None:
    heap = bring(browser, {"table.csv": TABLE})
    page = ended(browser, "/sources/look", {"heap": heap})
    if "Wer" in page:
        page = ended(
            browser, "/sources/columns", {"heap": heap, "table": "table.csv", "c.Wer": "FN", "c.Kanal": "EMAIL"}
        )
        assert "the whole name" in page
        ended(browser, "/sources/take", {"heap": heap})
        assert "Nadia Roth" in browser.get("/people?text=nadia").text


@pytest.mark.parametrize("table", ["../../maarif.db", "/etc/passwd", "nothing.csv"])
def test_no_table_lies_outside_the_heap(browser: Browser, table: str) -> None:
    heap = bring(browser, {"table.csv": TABLE})
    assert browser.post("/sources/columns", {"heap": heap, "table": table, "c.a": "FN"}).status_code == 422


@pytest.mark.parametrize("heap", ["", "../..", "nothing-of-that-name", "a/b/c/d/e/f"])
def test_a_heap_that_is_not_there_says_so(browser: Browser, heap: str) -> None:
    for address in ("/sources/look", "/sources/take", "/sources/leave"):
        assert browser.post(address, {"heap": heap}).status_code == 422


def test_what_is_left_is_thrown_away(browser: Browser, home: Path) -> None:
    heap = bring(browser, {"a.vcf": CARD})
    browser.post("/sources/leave", {"heap": heap})
    assert list((home / "inbox" / "waiting").iterdir()) == []
    assert browser.post("/sources/take", {"heap": heap}).status_code == 422


def test_how_far_it_has_come_is_told_until_it_ends(browser: Browser, household: Household) -> None:
    begun = browser.client.post(
        "/sources/look", data={"csrf": browser.csrf, "heap": bring(browser, {"a.vcf": CARD})}, follow_redirects=False
    )
    work = begun.headers["location"].rsplit("/", 1)[1]
    told = browser.get(f"/sources/progress/{work}")
    assert told.headers["content-type"].startswith("text/event-stream")
    last = json.loads(told.text.strip().split("\n\n")[-1].removeprefix("data: "))
    assert last["state"] == "done"
    assert browser.get("/sources/progress/nothing").status_code == 204


def test_binary_files_and_strange_names_do_no_harm(browser: Browser, home: Path) -> None:
    page = ended(
        browser, "/sources/look", {"heap": bring(browser, {"<script>alert(1)</script>.bin": "\x00\x01" * 5000})}
    )
    assert "<script>alert(1)" not in page
    assert "Not taken in" in page
    assert str(home) not in page, "where files wait is nobody's business"


def test_how_to_get_files_is_told(browser: Browser) -> None:
    page = browser.get("/sources").text
    assert page.count("<details") >= 12
    assert "takeout.google.com" in page
