"""The other pages of the evening: files dragged in, a note without a connection, the network, a letter."""

from __future__ import annotations

import base64
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Served
from tests.browser.test_access import violations

NEED = "Who could lend or repair tools in our neighbourhood?"
PAGES = ("/today", "/network", "/capture", "/sources", "write", "looked")

DROP = """(files) => {
  const moved = new DataTransfer();
  for (const [name, content] of files) {
    moved.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
  }
  const dropped = new DragEvent("drop", {dataTransfer: moved, bubbles: true, cancelable: true});
  document.getElementById("drop").dispatchEvent(dropped);
}"""


def drop(page: Page, *names: str) -> None:
    """Drag files of the demo onto the page."""
    folder = files("maarif.app") / "demo_files"
    page.evaluate(DROP, [[name, base64.b64encode((folder / name).read_bytes()).decode()] for name in names])


def to_writing(page: Page, served: Served) -> None:
    """Ask, and begin to write to the first person."""
    page.goto(served.address)
    page.fill("#text", NEED)
    page.press("#text", "Enter")
    page.locator(".say a.button").first.click()
    page.wait_for_selector(".sheet")


def test_files_are_dragged_in_looked_through_and_taken_in(context: BrowserContext, served_empty: Served) -> None:
    page, events = context.new_page(), list[str]()
    page.on("request", lambda request: events.append(request.url) if "/progress/" in request.url else None)
    page.goto(served_empty.opening)
    page.get_by_role("link", name="Bring in your first files").click()
    drop(page, "mail.mbox", "contacts.vcf", "linkedin.zip", "interactions.csv")
    page.wait_for_url("**/sources/look/*")
    expect(page.get_by_role("heading", name="What would come")).to_be_visible(timeout=20_000)
    expect(page.locator(".outlook").first).to_contain_text("mail.mbox")
    expect(page.locator("tfoot").first).to_contain_text("letters")
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", name="Taken in")).to_be_visible(timeout=30_000)
    assert events, "the page was told how far it had come"
    page.goto(served_empty.address + "/people?text=oertel")
    expect(page.locator("#list")).to_contain_text("Kai Oertel")
    page.goto(served_empty.address + "/sources")
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    page.goto(served_empty.address + "/people")
    expect(page.locator("#list")).not_to_contain_text("Kai Oertel")
    expect(page.get_by_text("Nobody found")).to_be_visible()


def test_a_note_without_a_connection_is_kept_once_there_is_one(page: Page, served: Served) -> None:
    page.goto(served.address + "/capture")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("async () => await caches.match('/capture/shell') !== undefined")
    page.context.set_offline(True)
    page.goto(served.address + "/capture")
    page.fill("#text", "Met Tariq Aziz at the harbour fair, he mends clocks.")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("#queue")).to_contain_text("waits on this device")
    page.reload()
    expect(page.locator("#queue")).to_contain_text("Tariq Aziz")
    page.context.set_offline(False)
    expect(page.locator("#queue li.kept")).to_have_count(1, timeout=15_000)
    page.goto(served.address + "/people?text=tariq")
    page.locator("[data-open]").first.click()
    expect(page.locator(".timeline")).to_contain_text("mends clocks")
    assert page.locator(".timeline").inner_text().count("mends clocks") == 1
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_what_was_understood_is_shown_as_one_types(page: Page, served: Served) -> None:
    page.goto(served.address + "/capture")
    page.locator("#text").press_sequentially("Met Sara Haddad at Ali's party.", delay=2)
    expect(page.locator("#understood")).to_contain_text("Sara Haddad")
    expect(page.locator("#understood")).to_contain_text("somebody new")


def test_the_network_through_the_years(page: Page, served: Served) -> None:
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(served.address + "/network")
    page.wait_for_selector("#sky[data-drawn]")
    year = page.locator("#year")
    first, now = year.get_attribute("min"), year.get_attribute("max")
    assert first
    assert now
    assert int(first) < int(now)
    seen = "() => maarifNetwork.graph.filterNodes((id) => !maarifNetwork.renderer.getNodeDisplayData(id).hidden).length"
    today = page.evaluate(seen)
    year.fill(first)
    expect(page.locator("#year-said")).to_contain_text(first)
    assert 0 < page.evaluate(seen) < today
    page.fill("#text", "oertel")
    page.locator("#offers button").first.click()
    expect(page.locator("#sky-said")).to_contain_text("Kai Oertel")
    assert page.evaluate("maarifNetwork.renderer.getCamera().ratio") < 1
    for button, ending in (("PNG", "network.png"), ("SVG", "network.svg")):
        with page.expect_download() as saved:
            page.get_by_role("button", name=button, exact=True).click()
        assert saved.value.suggested_filename == ending
    page.locator("#canvas").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Kai Oertel")).to_be_visible()
    page.goto(served.address + "/network")
    page.locator(".circles summary").first.click()
    expect(page.locator(".members li").first).to_be_visible()
    assert failures == []


def test_a_letter_is_written_read_and_copied(context: BrowserContext, page: Page, served: Served) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    to_writing(page, served)
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(2)
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#sheet-1")).to_be_hidden()
    sheet = page.locator("#sheet-2")
    words = "Hello Kai,\n\ncould you lend me a drill? If not, that is fine.\n\nLena"
    sheet.locator("textarea").fill("Dear [name], you must.")
    expect(sheet.locator(".findings li").first).to_be_visible()
    sheet.locator("textarea").fill(words)
    sheet.get_by_role("button", name="Copy").click()
    expect(sheet.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == words
    sheet.get_by_role("button", name="Open in my mail program").click()
    link = sheet.locator(".plan a.button")
    expect(link).to_be_visible()
    assert "drill" in str(link.get_attribute("href"))
    page.get_by_role("button", name="I have sent it").click()
    page.wait_for_url("**/person/*")
    expect(page.get_by_role("heading", name="What you asked of them")).to_be_visible()


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "ar")])
def test_no_page_has_what_one_stumbles_over(browser: Browser, served: Served, theme: str, language: str) -> None:
    context = browser.new_context(
        locale=language,
        color_scheme=theme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        viewport={"width": 360, "height": 740},
    )
    context.set_default_timeout(10_000)
    page, found = context.new_page(), {}
    page.goto(served.opening)
    for name in PAGES:
        if name == "write":
            to_writing(page, served)
        elif name == "looked":
            page.goto(served.address + "/sources")
            drop(page, "contacts.vcf", "interactions.csv")
            page.wait_for_selector(".outlook", timeout=20_000)
        else:
            page.goto(served.address + name)
        if name == "/network":
            page.wait_for_selector("#sky[data-drawn]")
        if name == "/capture":
            page.fill("#text", "Met Sara Haddad at Ali's party.")
            page.wait_for_selector("#understood li")
            page.locator("details.event summary").click()
        if troubles := violations(page):
            found[name] = troubles
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    context.close()
    assert found == {}
