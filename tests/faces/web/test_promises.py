"""What every page keeps to: few statements, little weight, and a home that is read while another hand writes."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest
from starlette.testclient import TestClient

from maarif.app.home import open_home
from maarif.faces.web.app import Door, make_app
from maarif.faces.web.household import Household, Work
from tests.faces.web.conftest import ADDRESS, NOW, TOKEN, Browser, csrf_in, person_of

STATIC = Path(__file__).parents[3] / "src/maarif/faces/web/static"

#: SQL statements that a page may run when all is warm. They must not grow with the home: more needs a reason.
STATEMENTS = {
    "/": 9,
    "answer": 45,
    "/people": 18,
    "/people?text=sara": 18,
    "person": 34,
    "timeline": 13,
    "item": 8,
    "/who-is-who": 45,
    "/settings": 18,
}

#: Kilobytes, gzipped, of a page with all that it loads for the first time.
HEAVIEST = 150


@pytest.fixture
def counted(home: Path) -> Iterator[tuple[Browser, list[str]]]:
    """A browser, and every statement that is run for it."""
    run: list[str] = []

    def watch(connection: apsw.Connection) -> None:
        connection.trace_v2(apsw.SQLITE_TRACE_STMT, lambda event: run.append(str(event["sql"])))

    apsw.connection_hooks.append(watch)
    try:
        app = make_app(Household(home, clock=lambda: NOW), Door(TOKEN))
        with TestClient(app, base_url=ADDRESS) as client:
            yield Browser(client, csrf_in(client.get(f"/?key={TOKEN}").text)), run
    finally:
        apsw.connection_hooks.remove(watch)


def addresses(browser: Browser) -> dict[str, str]:
    """Where each page is."""
    answer = browser.ask("Who keeps bees?")
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    item = re.findall(r"/item/i\d+", answer.text)[0]
    named = {
        "answer": answer.url.path,
        "person": f"/person/{sara}",
        "timeline": f"/person/{sara}/timeline",
        "item": item,
    }
    return {page: named.get(page, page) for page in STATEMENTS}


def test_no_page_runs_more_statements_than_it_needs(counted: tuple[Browser, list[str]]) -> None:
    browser, run = counted
    many = {}
    for page, address in addresses(browser).items():
        browser.get(address)
        run.clear()
        assert browser.get(address).status_code == 200
        if len(run) > STATEMENTS[page]:
            many[page] = (len(run), run[:])
    assert many == {}


def test_no_page_is_heavy(browser: Browser) -> None:
    for page, address in addresses(browser).items():
        words = browser.get(address).text
        loaded = [(STATIC / name).read_bytes() for name in re.findall(r'"/static/([\w./]+)\?', words)]
        weight = sum(len(gzip.compress(part)) for part in [words.encode(), *loaded])
        assert weight < HEAVIEST * 1000, page


def test_what_is_shipped_is_all_that_is_loaded(browser: Browser) -> None:
    for address in addresses(browser).values():
        page = browser.get(address).text
        for target in re.findall(r'(?:src|href)="([^"]+)"', page):
            assert target.startswith(("/", "#", "mailto:", "tel:")), target
            assert not target.startswith("//")
        for name in re.findall(r'"(/static/[^"]+)"', page):
            assert browser.get(name).status_code == 200


@contextmanager
def another_hand_writing(home: Path) -> Iterator[None]:
    """Another command has the home to itself for writing."""
    with open_home(home, clock=lambda: NOW) as other, other.store.database.writing():
        other.store.unsettle("items")
        yield
        other.store.settle()


def test_pages_are_read_while_another_hand_writes(browser: Browser, home: Path) -> None:
    with another_hand_writing(home):
        for address in addresses(browser).values():
            assert browser.get(address).status_code == 200


def test_a_change_that_cannot_be_made_now_says_so(
    browser: Browser, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maarif.faces.web.household.PATIENCE", 0)
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    with another_hand_writing(home):
        answer = browser.post(f"/person/{sara}/note", {"text": "lent me her smoker"})
        assert answer.status_code == 503
        assert "An import is under way" in answer.text


def test_what_takes_long_goes_on_beside_the_pages(browser: Browser, household: Household) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(home: object, work: Work) -> int:
        work.told.append("begun")
        reached.set()
        go_on.wait(10)
        return 42

    begun = household.begin("counting", slow)
    assert reached.wait(10)
    assert browser.get("/people").status_code == 200
    assert household.work(begun.id) is begun
    assert (begun.state, begun.told) == ("running", ["begun"])
    go_on.set()
    for thread in threading.enumerate():
        if thread.name == f"maarif-{begun.id}":
            thread.join(10)
    assert (begun.state, begun.result) == ("done", 42)


def test_what_is_asked_often_is_remembered_once_and_not_for_ever(household: Household) -> None:
    first = household.remember("bees", "")
    assert household.remember("bees", "") == first
    for number in range(300):
        household.remember(f"need {number}", "")
    assert household.question(first.id) is None
    household.close()
