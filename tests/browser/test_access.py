"""What people with disabilities would stumble over: axe finds none of it, in either theme and either direction."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ("/", "answer", "/people?state=alive", "person", "item", "/who-is-who", "/settings", "/nothing", "/log-in")


def violations(page: Page) -> list[str]:
    """What axe finds on a page: the rule, and where."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [
        f"{each['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "ar")])
def test_no_page_has_what_one_stumbles_over(browser: Browser, served: Served, theme: str, language: str) -> None:
    context = browser.new_context(locale=language, color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(served.opening)
    page.fill("#text", "Who could lend or repair tools in our neighbourhood?")
    page.press("#text", "Enter")
    page.wait_for_selector(".card")
    page.locator(".reasons summary").first.click()
    page.wait_for_selector(".opened article")
    person = page.locator("[data-open]").first.get_attribute("href")
    item = page.locator(".opened a[href^='/item/']").first.get_attribute("href")
    found = {}
    for name in PAGES:
        address = {"person": person, "item": item}.get(name, name)
        if name != "answer":
            page.goto(f"{served.address}{address}")
        if name == "answer":
            page.goto(served.address)
            page.fill("#text", "Who could lend or repair tools in our neighbourhood?")
            page.press("#text", "Enter")
            page.wait_for_selector(".card")
        if troubles := violations(page):
            found[name] = troubles
    context.close()
    assert found == {}
