"""Who is let in, and who is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from maarif.app.access import SESSION_LIVES
from maarif.faces.web.app import Door, make_app
from maarif.faces.web.household import Household
from tests.faces.web.conftest import ADDRESS, DAY, NOW, TOKEN, Browser, csrf_in

PAGES = ("/", "/people", "/who-is-who", "/settings", "/person/pabc", "/item/i1", "/asked/x", "/nothing")


def test_the_key_becomes_a_cookie_and_leaves_the_address(client: TestClient) -> None:
    answer = client.get(f"/people?text=a&key={TOKEN}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/people?text=a"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert client.get("/people").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_without_a_session_no_page_is_shown(client: TestClient, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 401
    assert "maarif serve" in answer.text
    assert "bees" not in answer.text.lower()


@pytest.mark.parametrize("key", ["", "wrong", TOKEN[:-1], TOKEN + "x", "%00", "é"])
def test_a_wrong_key_lets_nobody_in(client: TestClient, key: str) -> None:
    answer = client.get(f"/?key={key}")
    assert answer.status_code == (403 if key else 401)
    assert "set-cookie" not in answer.headers
    assert "maarif serve" in answer.text


def test_a_key_never_leads_elsewhere(client: TestClient) -> None:
    answer = client.get(f"//evil.example/?key={TOKEN}", follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith("//")
    assert "evil.example" not in answer.headers.get("location", "").removeprefix("/evil.example")


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8724", True), ("localhost:8724", True), ("[::1]:8724", True), ("LOCALHOST", True),
        ("evil.example", False), ("evil.example:8724", False), ("127.0.0.1.evil.example", False), ("", False),
        ("192.168.1.5:8724", False), ("localhost.evil.example", False), ("[::1", False), ("0.0.0.0", False),
    ],
)  # fmt: skip
def test_only_our_own_names_are_answered(browser: Browser, host: str, ours: bool) -> None:
    answer = browser.get("/", headers={"host": host})
    assert (answer.status_code == 200) is ours
    if not ours:
        assert answer.status_code == 421


@pytest.mark.parametrize(
    ("headers", "done"),
    [
        ({"origin": ADDRESS}, True),
        ({}, True),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, True),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "http://127.0.0.1:9999"}, False),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
    ],
)
def test_only_our_own_pages_change_anything(browser: Browser, headers: dict[str, str], done: bool) -> None:
    answer = browser.post("/settings", {"name": "Mina"}, headers=headers)
    assert (answer.status_code == 200) is done
    assert ('value="Mina"' in browser.get("/settings").text) is done


@pytest.mark.parametrize("csrf", ["", "x", "0" * 64])
def test_a_form_without_the_sessions_token_changes_nothing(browser: Browser, csrf: str) -> None:
    answer = browser.post("/settings", {"name": "Mina", "csrf": csrf})
    assert answer.status_code == 403
    assert 'value="Mina"' not in browser.get("/settings").text


def test_the_token_of_another_session_is_none(browser: Browser, client: TestClient) -> None:
    other = TestClient(client.app, base_url=ADDRESS)
    theirs = csrf_in(other.get(f"/?key={TOKEN}").text)
    assert theirs != browser.csrf
    assert browser.post("/settings", {"name": "Mina", "csrf": theirs}).status_code == 403


def test_every_answer_forbids_what_is_not_ours(browser: Browser, client: TestClient) -> None:
    for answer in (browser.get("/"), browser.get("/nothing"), client.get("/static/maarif.css")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "style-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert browser.get("/").headers["cache-control"] == "no-store"


def test_a_session_outlives_a_restart_but_not_a_long_absence(home: Path) -> None:
    now = [NOW]
    cookies = None
    for after, status in ((0, 200), (DAY, 200), (SESSION_LIVES + 2 * DAY, 401)):
        now[0] += after
        with TestClient(
            make_app(Household(home, clock=lambda: now[0]), Door("new-" + str(after))), base_url=ADDRESS
        ) as client:
            if cookies is None:
                client.get("/?key=new-0")
                cookies = client.cookies
            client.cookies = cookies
            assert client.get("/settings").status_code == status


def test_no_secret_stands_plainly_in_the_home(browser: Browser, home: Path) -> None:
    browser.post("/settings/password", {"new": "four words of mine", "again": "four words of mine"})
    (cookie,) = browser.client.cookies.values()
    said = (home / "access.json").read_text("utf-8")
    assert cookie not in said
    assert "four words" not in said
    assert "$argon2id$" in said
    assert (home / "access.json").stat().st_mode & 0o077 == 0


# -- from elsewhere ---------------------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(household: Household) -> TestClient:
    """A browser on another machine; the owner's password is set."""
    household.access.set_password("four words of mine")
    app = make_app(household, Door("", names=("maarif.example",), anywhere=True))
    return TestClient(app, base_url="http://maarif.example", raise_server_exceptions=False)


def test_from_elsewhere_the_password_is_asked_for(elsewhere: TestClient) -> None:
    with elsewhere as client:
        assert client.get("/people").url.path == "/log-in"
        assert client.get("/?key=anything").status_code == 403
        answer = client.post("/log-in", data={"password": "wrong"})
        assert answer.status_code == 401
        assert 'role="alert"' in answer.text
        assert client.post("/log-in", data={"password": "four words of mine"}).status_code == 200
        assert client.get("/people").url.path == "/people"


def test_passwords_cannot_be_tried_at_will(elsewhere: TestClient) -> None:
    with elsewhere as client:
        found = [client.post("/log-in", data={"password": f"guess {n}"}).status_code for n in range(8)]
        assert found[:5] == [401] * 5
        assert found[5:] == [429] * 3
        assert client.post("/log-in", data={"password": "four words of mine"}).status_code == 429


def test_logging_out_ends_the_session(browser: Browser) -> None:
    browser.post("/log-out")
    assert browser.get("/people").status_code == 401


def test_a_new_password_logs_everybody_else_out(browser: Browser, client: TestClient) -> None:
    other = TestClient(client.app, base_url=ADDRESS)
    other.get(f"/?key={TOKEN}")
    words = {"new": "four words of mine", "again": "four words of mine"}
    assert browser.post("/settings/password", words).status_code == 200
    assert other.get("/people").status_code == 401
    assert browser.get("/people").status_code == 200
    assert browser.post("/settings/password", {**words, "old": "wrong"}).status_code == 422


@pytest.mark.parametrize("words", [("short", "short"), ("four words of mine", "four words of yours")])
def test_a_password_that_cannot_be_is_refused(browser: Browser, words: tuple[str, str]) -> None:
    assert browser.post("/settings/password", {"new": words[0], "again": words[1]}).status_code == 422


def test_a_passkey_that_nobody_asked_for_is_none(elsewhere: TestClient) -> None:
    with elsewhere as client:
        for answer in ("", "{}", '{"id": "x", "response": {"clientDataJSON": "e30"}}', "[1]"):
            assert client.post("/log-in/passkey", data={"answer": answer}).status_code in (403, 429)
        assert client.get("/people").url.path == "/log-in"
