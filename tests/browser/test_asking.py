"""The evening: ask, read why, judge, look somebody up; with a mouse, a phone, and the keyboard alone."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Served

NEED = "Help me spread the word about my side project: a tool library where neighbours lend, borrow and repair tools."


def ask(page: Page, need: str = NEED) -> None:
    """Put a need, and wait for the answer."""
    page.fill("#text", need)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_selector("#answer")


def test_a_first_visit_with_nothing_says_how_to_begin(context: BrowserContext, served_empty: Served) -> None:
    page = context.new_page()
    page.goto(served_empty.opening)
    expect(page.get_by_role("heading", name="Nothing is here yet")).to_be_visible()
    assert "key=" not in page.url
    page.get_by_role("link", name="People").click()
    expect(page.get_by_text("Nobody yet")).to_be_visible()


def test_asking_and_opening_a_reason(page: Page) -> None:
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda request: seen.append(request.url) if "127.0.0.1" not in request.url else None)
    ask(page)
    assert "/asked/" in page.url
    assert "tool" not in page.url
    reason = page.locator(".reasons summary").first
    quoted = re.search(r'"\u2068?(.{12})', reason.inner_text())
    reason.click()
    opened = page.locator(".opened article").first
    expect(opened).to_be_visible()
    assert quoted
    assert quoted.group(1) in opened.inner_text()
    assert seen == [], "nothing from elsewhere, and nothing the policy forbids"


def test_an_example_is_asked_with_one_click(page: Page) -> None:
    page.locator("button.example").first.click()
    expect(page.locator("#answer")).to_be_visible()
    assert page.locator("#text").input_value()


def test_the_kind_is_corrected(page: Page) -> None:
    ask(page)
    page.select_option("#kind", "company")
    expect(page.locator("option[value=company][selected]")).to_have_count(1)
    expect(page.locator("#text")).to_have_value(NEED)


def test_not_this_person_changes_the_answer_and_can_be_undone(page: Page) -> None:
    ask(page)
    order = page.locator("[data-open]").all_inner_texts()
    page.locator(".card").first.get_by_role("button", name="Never suggest").click()
    expect(page.locator(".notice")).to_contain_text("will not be suggested")
    assert order[0] not in page.locator("[data-open]").all_inner_texts()
    page.locator(".notice").get_by_role("button", name="Undo").click()
    expect(page.locator(".notice")).to_contain_text("Taken back")
    assert page.locator("[data-open]").all_inner_texts() == order
    page.locator(".card").first.get_by_role("button", name="Not this person").click()
    expect(page.locator(".notice")).to_contain_text("does not fit")
    assert page.locator("[data-open]").all_inner_texts() != order
    page.locator(".notice").get_by_role("button", name="Undo").click()
    expect(page.locator(".notice")).to_contain_text("Taken back")


def test_with_the_keyboard_alone(page: Page) -> None:
    page.locator("body").press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.type(NEED)
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    first = page.locator("[data-open]").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-open]").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".reasons summary").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".opened article").first).to_be_visible()
    first.focus()
    name = first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def test_going_back_finds_the_answer_again(page: Page) -> None:
    ask(page)
    page.locator("[data-open]").first.click()
    page.wait_for_selector("article.person")
    page.go_back()
    expect(page.locator("#answer")).to_be_visible()
    expect(page.locator("#text")).to_have_value(NEED)


def test_on_a_phone_nothing_runs_over_the_edge(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served.opening)
    ask(page)
    page.locator(".reasons summary").first.click()
    page.wait_for_selector(".opened article")
    person = page.locator("[data-open]").first.get_attribute("href")
    for address in (None, "/people", person, "/who-is-who", "/settings"):
        if address:
            page.goto(served.address + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
    context.close()


def test_twice_the_size_of_letters_keeps_everything_within_reach(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 480}, device_scale_factor=2)
    page = context.new_page()
    page.goto(served.opening)
    ask(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()


def test_when_the_server_is_gone_a_word_says_so_and_the_text_stays(page: Page) -> None:
    page.fill("#text", NEED)
    page.context.set_offline(True)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#trouble")).to_contain_text("does not answer")
    expect(page.locator("#text")).to_have_value(NEED)
    page.context.set_offline(False)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#answer")).to_be_visible()
    expect(page.locator("#trouble")).to_be_empty()


def test_an_expired_session_says_so_and_the_text_stays(page: Page) -> None:
    page.fill("#text", NEED)
    page.context.clear_cookies()
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#trouble")).to_contain_text("maarif serve")
    expect(page.locator("#text")).to_have_value(NEED)
