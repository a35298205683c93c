"""What the pages show, and what they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maarif.faces.web.household import Household
from tests.faces.web.conftest import ADDRESS, TOKEN, Browser, csrf_in, person_of

NEED = "Who keeps bees and could show me?"


@pytest.fixture
def answer(browser: Browser) -> str:
    """The answer to a need, as a page."""
    return str(browser.ask(NEED).text)


def test_a_need_is_answered_with_reasons_that_open(browser: Browser, answer: str) -> None:
    assert "سارة حدّاد" in answer
    refs = re.findall(r'hx-get="/item/(i\d+)"', answer)
    assert refs
    opened = browser.get(f"/item/{refs[0]}", headers={"hx-request": "true"})
    assert opened.status_code == 200
    assert "<html" not in opened.text
    assert "bees" in opened.text


def test_what_is_asked_stands_in_no_address(browser: Browser) -> None:
    page = browser.ask(NEED)
    assert page.url.path.startswith("/asked/")
    assert "bees" not in str(page.url)


def test_the_kind_is_told_and_can_be_corrected(browser: Browser, answer: str) -> None:
    told = re.search(r'<option value="(\w+)" selected>', answer)
    assert told
    other = "favour" if told.group(1) != "favour" else "expert"
    page = browser.post("/ask", {"text": NEED, "kind": other}).text
    assert f'<option value="{other}" selected>' in page


def test_an_example_asks_itself(browser: Browser) -> None:
    page = browser.post("/ask", {"text": "", "example": "Who keeps bees?"})
    assert "Who keeps bees?" in page.text


def test_never_suggest_takes_somebody_out_and_undo_brings_them_back(browser: Browser, answer: str) -> None:
    sara = person_of(answer, "سارة حدّاد")
    question = re.search(r'action="(/asked/[\w-]+)/say"', answer)
    assert question
    say = f"{question.group(1)}/say"
    page = browser.post(say, {"person": sara, "verdict": "never suggest"}).text
    assert f'<h2><a href="/person/{sara}"' not in page
    assert "will not be suggested" in page
    assert sara in browser.get("/settings").text
    page = browser.post(say, {"person": sara, "verdict": "undone", "number": "0"}).text
    assert f'<h2><a href="/person/{sara}"' in page


def test_not_this_person_is_kept_and_changes_the_answer(browser: Browser, answer: str) -> None:
    sara = person_of(answer, "سارة حدّاد")
    question = re.search(r'action="(/asked/[\w-]+)/say"', answer)
    assert question
    page = browser.post(f"{question.group(1)}/say", {"person": sara, "verdict": "not this person"}).text
    assert "does not fit such a need" in page
    number = re.search(r'name="number" value="(\d+)"', page)
    assert number
    assert int(number.group(1)) > 0
    back = browser.post(f"{question.group(1)}/say", {"person": sara, "verdict": "undone", "number": number.group(1)})
    assert "Taken back." in back.text


@pytest.mark.parametrize("page", ["answer", "people", "person", "item", "timeline"])
def test_names_and_words_of_others_are_text(browser: Browser, answer: str, page: str) -> None:
    people = browser.get("/people").text
    evil = person_of(people, "&lt;script&gt;alert(1)&lt;/script&gt;")
    ref = re.search(r"/item/(i\d+)", browser.get(f"/person/{evil}/timeline").text)
    assert ref
    pages = {
        "answer": answer,
        "people": people,
        "person": browser.get(f"/person/{evil}").text,
        "item": browser.get(f"/item/{ref.group(1)}").text,
        "timeline": browser.get(f"/person/{evil}/timeline").text,
    }
    found = pages[page]
    assert not re.search(r"<script(?! src=\"/static/)", found)
    assert "alert(" not in found or "&lt;script&gt;alert(" in found
    assert "<img" not in found


def test_the_html_of_a_mail_is_never_html(browser: Browser) -> None:
    sara = person_of(browser.get("/people?text=work.example").text, "سارة حدّاد")
    refs = re.findall(r"hx-get=\"/item/(i\d+)\"", browser.get(f"/person/{sara}").text)
    pages = "".join(browser.get(f"/item/{ref}").text for ref in refs)
    assert "tracker.example" in pages
    assert "<img" not in pages
    assert "<b>Honey" not in pages


def test_people_are_found_as_one_types(browser: Browser) -> None:
    assert person_of(browser.get("/people?text=haddad").text, "سارة حدّاد")
    assert person_of(browser.get("/people?text=حداد").text, "سارة حدّاد")
    assert "Nobody found" in browser.get("/people?text=nobody+at+all").text
    for wrong in ("layer=x", "state=x", "sort=x", "start=x", "start=999999", "last=x", "facet=x"):
        assert browser.get(f"/people?{wrong}").status_code == 200


def test_a_person_shows_how_things_stand_and_where_it_is_from(browser: Browser) -> None:
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    page = browser.get(f"/person/{sara}").text
    assert "sara@haddad.example" in page
    chart = browser.get(f"/person/{sara}/over-time").text
    assert 'class="theirs"' in chart
    assert 'class="yours"' in chart
    assert "eleven hives" in page


def test_the_timeline_comes_in_pages_without_loss_or_repetition(browser: Browser, household: Household) -> None:
    from maarif.app.knowing import history

    with household_reader(household) as (home, sara):
        whole = [m.ref for m in history.timeline(home, sara, most=100).moments]
        pieces, after = [], ""
        for _ in range(10):
            page = history.timeline(home, sara, after, most=1)
            pieces += [m.ref for m in page.moments]
            after = page.next
            if not after:
                break
    assert len(whole) > 1
    assert pieces == whole


def test_a_correction_stands_above_the_sources_and_can_be_taken_back(browser: Browser) -> None:
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    page = browser.post(f"/person/{sara}/correct", {"attribute": "city", "was": "", "value": "Port Harcourt"}).text
    assert "Port Harcourt" in page
    assert "you say so" in page
    assert person_of(browser.get("/people?text=harcourt").text, "سارة حدّاد")
    changed = {"attribute": "city", "was": "Port Harcourt", "value": "Enugu"}
    page = browser.post(f"/person/{sara}/correct", changed).text
    assert "<bdi>Enugu</bdi>" in page
    assert '<input type="hidden" name="was" value="Port Harcourt">' not in page
    numbers = re.findall(r'name="correction" value="(\d+)"', page)
    assert len(numbers) == 2
    for number in numbers:
        page = browser.post(f"/person/{sara}/correct/back", {"correction": number}).text
    assert "Enugu" not in page
    assert browser.post(f"/person/{sara}/correct/back", {"correction": "99"}).status_code == 422
    assert browser.post(f"/person/{sara}/correct", {"attribute": "mood", "value": "x"}).status_code == 422


def test_a_note_about_somebody_is_kept_with_them(browser: Browser) -> None:
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    page = browser.post(f"/person/{sara}/note", {"text": "lent me her smoker"}).text
    assert "lent me her smoker" in page
    assert browser.post(f"/person/{sara}/note", {"text": "  "}).status_code == 422


def test_marks_are_said_and_taken_back(browser: Browser) -> None:
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    assert "close, you say" in browser.post(f"/person/{sara}/mark", {"mark": "close", "on": "yes"}).text
    assert "close, you say" not in browser.post(f"/person/{sara}/mark", {"mark": "close", "on": "no"}).text


def test_two_are_made_one_and_two_again(browser: Browser) -> None:
    left, right = "email:sara@haddad.example", "email:sara.haddad@work.example"
    page = browser.post("/who-is-who", {"left": left, "right": right, "verdict": "same"}).text
    assert "is the same as" in page
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    assert "sara.haddad@work.example" in browser.get(f"/person/{sara}").text
    number = re.search(r'name="decision" value="(\d+)"', page)
    assert number
    assert "is the same as" not in browser.post("/who-is-who/undo", {"decision": number.group(1)}).text
    assert browser.post("/who-is-who/undo", {"decision": number.group(1)}).status_code == 404


def test_an_address_is_taken_away_from_somebody(browser: Browser) -> None:
    left, right = "email:sara@haddad.example", "email:sara.haddad@work.example"
    browser.post("/who-is-who", {"left": left, "right": right, "verdict": "same"})
    sara = person_of(browser.get("/people?text=sara@haddad").text, "سارة حدّاد")
    browser.post(f"/person/{sara}/split", {"handle": right})
    one, other = (
        re.findall(r'href="/person/(\w+)"', browser.get(f"/people?text={a}").text)
        for a in ("sara@haddad", "sara.haddad@work")
    )
    assert one != other


def test_settings_are_kept_and_speak_at_once(browser: Browser, home: Path) -> None:
    page = browser.post("/settings", {"language": "ar", "theme": "dark", "name": "Mina"}).text
    assert '<html lang="ar" dir="rtl" data-theme="dark">' in page
    assert (home / "settings.toml").stat().st_mode & 0o077 == 0
    assert browser.post("/settings", {"language": "xx"}).status_code == 422
    assert '<html lang="ar"' in browser.get("/").text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("de-DE,de;q=0.9", "de"), ("fr,ar;q=0.5", "ar"), ("fr", "en"), ("de;q=0,ar;q=x", "en"), ("", "en")],
)
def test_the_browsers_language_is_spoken(browser: Browser, accepted: str, language: str) -> None:
    assert f'<html lang="{language}"' in browser.get("/", headers={"accept-language": accepted}).text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404), ("/person/pnobody", 404), ("/item/i999999", 404), ("/item/x", 404),
        ("/item/i99999999999999999999999", 404), ("/asked/gone", 404), ("/person/%00", 404), ("/ask", 405),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_clearly(browser: Browser, address: str, status: int) -> None:
    answer = browser.get(address)
    assert answer.status_code == status
    assert "<main" in answer.text
    assert "Traceback" not in answer.text


def test_too_much_at_once_is_refused_and_huge_needs_are_cut(browser: Browser) -> None:
    assert browser.post("/ask", {"text": "bees " * 200_000}).status_code == 413
    assert browser.post("/ask", {"text": "bees " * 5_000}).status_code == 200


def test_files_are_refused_where_none_are_wanted(browser: Browser) -> None:
    answer = browser.client.post("/ask", files={"file": b"\x00\xff" * 1000}, data={"csrf": browser.csrf})
    assert answer.status_code == 415


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"a=%zz&" * 600, b"=" * 1000])
def test_forms_that_are_none_break_nothing(browser: Browser, body: bytes) -> None:
    answer = browser.client.post(
        "/ask", content=body,
        headers={"content-type": "application/x-www-form-urlencoded", "x-csrf-token": browser.csrf},
    )  # fmt: skip
    assert answer.status_code in (200, 400)


def test_a_failure_within_a_page_finds_its_place(browser: Browser) -> None:
    answer = browser.get("/person/pnobody/timeline", headers={"hx-request": "true"})
    assert answer.headers["hx-retarget"] == "#trouble"
    assert "<html" not in answer.text


def test_two_tabs_do_not_disturb_each_other(browser: Browser) -> None:
    first, second = browser.ask("Who keeps bees?"), browser.ask("Who has honey?")
    assert first.url != second.url
    assert "Who keeps bees?" in browser.get(str(first.url).removeprefix(ADDRESS)).text
    assert csrf_in(first.text) == csrf_in(second.text)


def test_opening_the_printed_address_twice_keeps_the_session(browser: Browser) -> None:
    again = browser.get(f"/?key={TOKEN}")
    assert csrf_in(again.text) == browser.csrf


def household_reader(household: Household):  # type: ignore[no-untyped-def]
    """A home of its own, and Sara in it."""
    from contextlib import contextmanager

    from maarif.app.home import open_home
    from maarif.app.knowing.look import find
    from tests.faces.web.conftest import NOW

    @contextmanager
    def reading():  # type: ignore[no-untyped-def]
        with open_home(household.path, clock=lambda: NOW) as home:
            yield home, find(home, "sara@haddad.example").id

    return reading()
