"""Today, the network, writing: what they show, and that nothing goes out by itself."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest

from maarif.faces.web.household import Household
from tests.faces.web.conftest import DAY, NOW, Browser, person_of
from tests.faces.web.test_promises import HEAVIEST, STATIC, counted

__all__ = ["counted"]

NEED = "Who keeps bees and could show me?"

#: SQL statements that a page may run when all is warm; for the page Write those of a proposal that is thought up anew.
STATEMENTS = {
    "/today": 40,
    "/network": 12,
    "/network/picture": 16,
    "/capture": 3,
    "/sources": 5,
    "write": 60,
}


def writing(browser: Browser) -> str:
    """The page on which one writes to Sara about bees."""
    answer = browser.ask(NEED)
    address = re.search(r'href="(/write\?[^"]+)"', answer.text)
    assert address
    return address.group(1).replace("&amp;", "&")


def form_of(page: str) -> dict[str, str]:
    """The first letter's form, as a browser would send it."""
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.split("data-letter", 1)[1]))
    fields["subject"] = "Bees"
    return fields


def test_no_page_runs_more_statements_than_it_needs(counted: tuple[Browser, list[str]]) -> None:
    browser, run = counted
    draw(browser)
    many = {}
    for page, most in STATEMENTS.items():
        address = writing(browser) if page == "write" else page
        browser.get(address)
        run.clear()
        assert browser.get(address).status_code == 200
        if len(run) > most:
            many[page] = (len(run), run[:])
    assert many == {}


def test_no_page_is_heavy(browser: Browser) -> None:
    import gzip

    for address in ("/today", "/capture", "/sources", writing(browser)):
        words = browser.get(address).text
        loaded = [(STATIC / name).read_bytes() for name in re.findall(r'"/static/([\w./-]+)\?', words)]
        assert sum(len(gzip.compress(part)) for part in [words.encode(), *loaded]) < HEAVIEST * 1000, address
    words = browser.get("/network").text
    loaded = [(STATIC / name).read_bytes() for name in re.findall(r'"/static/([\w./-]+)\?', words)]
    assert sum(len(gzip.compress(part)) for part in [words.encode(), *loaded]) < 400_000


# -- today --------------------------------------------------------------------------------------------------------


def test_a_promise_comes_to_mind_and_is_put_off(browser: Browser) -> None:
    browser.post("/capture/met", {"key": "k" * 12, "event": "the fair", "name.0": "Tariq Aziz", "again.0": "yes"})
    page, seen = browser.get("/today").text, set()
    assert 'name="key"' in page
    while keys := re.findall(r'name="key" value="(\w+)"', page):
        assert len(keys) <= 3
        assert keys[0] not in seen, "it was put off"
        seen.add(keys[0])
        page = browser.post("/today/not-now", {"key": keys[0], "days": "7"}).text
    assert "Nothing today" in page


@pytest.mark.parametrize("days", ["0", "-1", "8", "x", "99999999"])
def test_only_times_that_are_offered_can_be_chosen(browser: Browser, days: str) -> None:
    assert browser.post("/today/not-now", {"key": "a", "days": days}).status_code == 422


# -- the network --------------------------------------------------------------------------------------------------


def draw(browser: Browser) -> dict:  # type: ignore[type-arg]
    """The picture, once it is made."""
    for _ in range(200):
        answer = browser.get("/network/picture")
        if answer.status_code == 200:
            return dict(answer.json())
        assert answer.status_code == 202
    raise AssertionError("no picture")


def test_everybody_has_a_place_that_leads_to_their_page(browser: Browser) -> None:
    drawn = draw(browser)["picture"]
    assert len(drawn["s"]) == len(drawn["c"]) == len(drawn["m"]) == len(drawn["names"])
    found = browser.get("/network/find?text=sara").json()
    assert found
    place = found[0]["place"]
    told = browser.get(f"/network/at/{place}").json()
    assert told["name"] == drawn["names"][place] == "سارة حدّاد"
    assert browser.get(told["page"]).status_code == 200
    assert drawn["m"][place] >> (2026 - drawn["base"]) & 1, "she wrote this year"


@pytest.mark.parametrize("place", ["-1", "x", "99999", "999999999999"])
def test_a_place_where_nobody_stands_is_nobody(browser: Browser, place: str) -> None:
    draw(browser)
    assert browser.get(f"/network/at/{place}").status_code == 404


def test_a_circle_that_is_gone_says_so(browser: Browser) -> None:
    assert "not there any more" in browser.get("/network/circle/c1").text


# -- writing ------------------------------------------------------------------------------------------------------


def test_words_are_proposed_with_what_they_lean_on(browser: Browser) -> None:
    page = browser.get(writing(browser)).text
    assert page.count("<textarea") >= 2
    assert "Sara" in page or "سارة" in page
    assert "bees" not in unquote(writing(browser))


def test_without_a_need_it_asks_what_it_is_about(browser: Browser) -> None:
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    assert "What do you want to tell or ask" in browser.get(f"/write?person={sara}").text
    page = browser.post("/write/about", {"person": sara, "text": "lend me your smoker"})
    assert page.url.path == "/write"
    assert "smoker" not in str(page.url)
    assert "smoker" in page.text


def test_words_are_read_again_as_they_change(browser: Browser) -> None:
    form = form_of(browser.get(writing(browser)).text)
    headers = {"hx-request": "true"}
    grave = browser.post("/write/read", {**form, "body": "Dear [name], do it."}, headers=headers).text
    assert "<html" not in grave
    assert "<li" in grave


def test_a_plan_is_shown_and_nothing_is_done(browser: Browser, household: Household) -> None:
    form = form_of(browser.get(writing(browser)).text)
    body = "Hello! Could you show me your bees? If not, that is fine."
    shown = browser.post("/write/plan", {**form, "body": body, "via": "mailto"}).text
    assert "mailto:" in shown
    assert "show%20me%20your%20bees" in shown
    assert browser.post("/write/plan", {**form, "body": body, "via": "smtp"}).status_code == 422, "no account is set"
    assert browser.post("/write/plan", {**form, "body": " ", "via": "mailto"}).status_code == 422


def test_only_the_plan_that_was_shown_is_carried_out(browser: Browser, home: object) -> None:
    form = {**form_of(browser.get(writing(browser)).text), "body": "Hello, could you? No is fine.", "via": "copy"}
    for yes in ("", "yes", "0" * 24):
        answer = browser.post("/write/send", {**form, "yes": yes})
        assert answer.status_code == 422
        assert "not those that were shown" in answer.text


def test_a_letter_is_saved_as_a_file(browser: Browser) -> None:
    form = form_of(browser.get(writing(browser)).text)
    answer = browser.post("/write/letter.eml", {**form, "body": "Hello, could you? No is fine."})
    assert answer.headers["content-disposition"] == 'attachment; filename="letter.eml"'
    assert b"X-Unsent: 1" in answer.content
    assert b"Hello, could you?" in answer.content


def test_what_was_sent_by_hand_is_followed(browser: Browser) -> None:
    form = form_of(browser.get(writing(browser)).text)
    page = browser.post("/write/written", {"need": form["need"], "person": form["person"], "step": "written"})
    assert page.url.path == f"/person/{form['person']}"
    dealings = browser.get(f"/person/{form['person']}/dealings").text
    assert "keeps bees" in dealings


def test_what_is_too_long_ago_says_so(browser: Browser) -> None:
    form = {**form_of(browser.get(writing(browser)).text), "need": "gone", "body": "x"}
    for address in ("/write/read", "/write/plan", "/write/send", "/write/letter.eml", "/write/written"):
        assert browser.post(address, form).status_code == 422


# -- capture ------------------------------------------------------------------------------------------------------

MET = "Met Tariq Aziz at the fair. He works at the port."


def test_what_was_understood_is_shown_before_anything_is_kept(browser: Browser) -> None:
    shown = browser.post("/capture/understand", {"text": MET}, headers={"hx-request": "true"}).text
    assert "Tariq Aziz" in shown
    assert "somebody new" in shown
    assert "Tariq" not in browser.get("/people?text=tariq").text.split("<main")[1].replace('value="tariq"', "")


def test_the_same_capture_sent_twice_is_kept_once(browser: Browser) -> None:
    form = {"key": "abcdefgh1234", "text": MET, "at": str(NOW - DAY), "script": "yes"}
    first, second = (browser.post("/capture/keep", form).json() for _ in range(2))
    assert (first["again"], second["again"]) == (False, True)
    assert first["ref"] == second["ref"]
    tariq = person_of(browser.get("/people?text=tariq").text, "Tariq Aziz")
    assert browser.get(f"/person/{tariq}/timeline").text.count("Met Tariq Aziz at the fair") == 1


def test_a_capture_about_somebody_known_goes_to_them(browser: Browser) -> None:
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    form = {"key": "abcdefgh1235", "text": "Met Sara again, she plays chess.", "who.Sara": sara}
    assert browser.post("/capture/keep", form).status_code == 200
    assert "plays chess" in browser.get(f"/person/{sara}/timeline").text


def test_several_people_of_an_event_are_kept_at_once(browser: Browser) -> None:
    form = {
        "key": "abcdefgh1236", "event": "Jonas's barbecue", "day": "2026-05-09", "script": "yes",
        "name.0": "Nour Said", "said.0": "runs marathons", "again.0": "yes", "name.1": "Tom Wolf",
    }  # fmt: skip
    ref = browser.post("/capture/met", form).json()["ref"]
    item = browser.get(f"/item/{ref}").text
    assert "Nour Said runs marathons." in item
    for name in ("Nour Said", "Tom Wolf"):
        person_of(browser.get(f"/people?text={name}").text, name)


@pytest.mark.parametrize(
    "form",
    [
        {"key": "short", "text": "x"}, {"key": "a b c d e f g h", "text": "x"}, {"key": "abcdefgh1", "text": " "},
    ],
)  # fmt: skip
def test_what_cannot_be_kept_says_so(browser: Browser, form: dict[str, str]) -> None:
    assert browser.post("/capture/keep", form).status_code == 422


def test_the_application_can_be_put_on_the_first_screen(browser: Browser) -> None:
    manifest = json.loads(browser.client.get("/manifest.webmanifest").text)
    assert manifest["start_url"] == "/capture"
    for icon in manifest["icons"]:
        assert browser.get(icon["src"]).status_code == 200
    worker = browser.get("/service-worker.js")
    assert worker.headers["content-type"].startswith("text/javascript")
    assert "unsafe" not in worker.headers["content-security-policy"]
    shell = json.loads(worker.text.split("\n")[0].removeprefix("const SHELL = ").rstrip(";"))
    assert all(browser.get(address).status_code == 200 for address in shell)
