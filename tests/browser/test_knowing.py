"""People, one person, who is who, the settings: looked at and changed in a browser."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Served


def open_page(page: Page, served: Served, address: str) -> Page:
    """Another page of the same home."""
    page.goto(served.address + address)
    return page


def test_people_are_found_while_one_types(page: Page, served: Served) -> None:
    open_page(page, served, "/people")
    everybody = page.locator("#list li[data-card]").count()
    page.keyboard.press("/")
    expect(page.locator("#text")).to_be_focused()
    page.locator("#text").fill("oertel")
    expect(page.locator("#list li[data-card]")).to_have_count(1)
    expect(page.locator("#list")).to_contain_text("Kai Oertel")
    assert everybody > 20
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Kai Oertel")).to_be_visible()


def test_filters_narrow_and_more_comes_as_one_scrolls(page: Page, served: Served) -> None:
    open_page(page, served, "/people")
    first = page.locator("#list li[data-card]").count()
    page.locator("#list li[data-card]").last.scroll_into_view_if_needed()
    expect(page.locator("#list li[data-card]")).not_to_have_count(first)
    page.get_by_text("Narrow it down").click()
    page.select_option("select[name=state]", "dormant")
    expect(page.locator("#list .stands").first).to_contain_text("out of sight")


def test_a_person_is_noted_corrected_and_marked(page: Page, served: Served) -> None:
    open_page(page, served, "/people?text=oertel")
    page.locator("[data-open]").first.click()
    page.fill("#note", "wants to learn Portuguese")
    page.get_by_role("button", name="Keep", exact=True).first.click()
    expect(page.locator(".timeline")).to_contain_text("wants to learn Portuguese")
    page.get_by_text("Add something").click()
    page.select_option("select[name=attribute]", "skill")
    page.locator("section.facts > details input[name=value]").first.fill("welding")
    page.locator("section.facts > details").first.get_by_role("button", name="Keep").click()
    expect(page.locator("section.facts")).to_contain_text("welding")
    page.get_by_role("button", name="Close to me").click()
    expect(page.locator(".who .stands")).to_have_text("close, you say")
    page.get_by_role("button", name="Not close after all").click()
    expect(page.locator(".who .stands")).not_to_have_text("close, you say")


def test_the_timeline_goes_on_as_one_scrolls(page: Page, served: Served) -> None:
    open_page(page, served, "/people")
    page.locator("[data-open]").first.click()
    page.wait_for_selector(".timeline")
    before = page.locator(".timeline > li:not(.more)").count()
    page.locator(".timeline > li").last.scroll_into_view_if_needed()
    expect(page.locator(".timeline > li:not(.more)")).not_to_have_count(before)


def test_a_doubt_is_decided_and_undone(page: Page, served: Served) -> None:
    open_page(page, served, "/who-is-who")
    addresses = page.locator(".side .address").all_inner_texts()
    page.get_by_role("button", name="Later").click()
    expect(page.locator(".side .address")).not_to_have_text(addresses)
    second = page.locator(".side .address").all_inner_texts()
    assert second != addresses
    page.get_by_role("button", name="Different people").click()
    decided = page.locator("section", has=page.get_by_role("heading", name="What you decided"))
    expect(decided).to_contain_text(second[0])
    decided.get_by_role("button", name="Undo").first.click()
    expect(decided).to_have_count(0)


def test_the_language_is_changed_to_arabic_and_the_page_turns_round(page: Page, served: Served) -> None:
    open_page(page, served, "/settings")
    page.select_option("#language", "ar")
    page.locator("form[action='/settings'] button").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    mark = page.locator(".mark").bounding_box()
    assert mark
    assert mark["x"] > 600, "the head begins at the right"
    open_page(page, served, "/people?text=oertel")
    page.locator("[data-open]").first.click()
    expect(page.locator(".timeline .when").first).to_contain_text("٢٠")
    open_page(page, served, "/settings")
    page.select_option("#language", "")
    page.locator("form[action='/settings'] button").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")


def test_a_passkey_is_made_and_logs_in(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    address = served.address.replace("127.0.0.1", "localhost")
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                     "isUserVerified": True, "automaticPresenceSimulation": True}},
    )  # fmt: skip
    page.goto(served.opening.replace("127.0.0.1", "localhost"))
    page.goto(f"{address}/settings")
    page.fill("#add-passkey input[name=name]", "the test's key")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("the test's key")).to_be_visible()
    context.clear_cookies()
    page.goto(f"{address}/log-in")
    page.get_by_role("button", name="Log in with a passkey").click()
    expect(page.get_by_role("heading", name="What do you need?")).to_be_visible()
