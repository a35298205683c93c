"""A small home with awkward people, and a browser without a screen that is let in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from maarif.app.home import open_home
from maarif.app.importing.take_in import take_in
from maarif.faces.web.app import Door, make_app
from maarif.faces.web.household import Household

TOKEN = "a-token-for-tests"
ADDRESS = "http://127.0.0.1:8724"
NOW = 1_780_000_000  # 28 May 2026
DAY = 86_400

OWNER = ("Mina Okafor", "mina@okafor.example")
SARA = ("سارة حدّاد", "sara@haddad.example")
EVIL = "<script>alert(1)</script>"
SCRIPT = ("Eve Vil", "script@evil.example")
SARA_AGAIN = ("سارة حدّاد", "sara.haddad@work.example")

MAILS = (
    (SARA, OWNER, 40, "Bees", "I keep bees behind the house now, eleven hives. Come and see the bees in spring!"),
    (OWNER, SARA, 39, "Re: Bees", "Bees! How lovely. I will come by in spring to see your bees."),
    (SARA_AGAIN, OWNER, 30, "Honey", "<b>Honey</b> for you: <img src=https://tracker.example/x.png> from my bees."),
    (SCRIPT, OWNER, 20, "<script>alert(2)</script>", "My <script>alert(3)</script> bees are the best bees in town."),
    (OWNER, SCRIPT, 19, "Re: bees", "Really?"),
)


def write_mails(path: Path) -> None:
    """The mails as an mbox."""
    with path.open("wb") as file:
        for number, (sender, to, days, subject, text) in enumerate(MAILS):
            mail = EmailMessage()
            mail["From"], mail["To"] = f'"{sender[0]}" <{sender[1]}>', f'"{to[0]}" <{to[1]}>'
            mail["Subject"], mail["Message-ID"] = subject, f"<{number}@mails.example>"
            mail["Date"] = _date(NOW - days * DAY)
            mail.set_content(text)
            file.write(b"From x Thu Jan  1 00:00:00 2026\n" + mail.as_bytes() + b"\n")


def _date(at: int) -> str:
    from email.utils import formatdate

    return formatdate(at)


@dataclass
class Browser:
    """A client that is let in, and keeps the token of its forms."""

    client: TestClient
    csrf: str = ""

    def get(self, address: str, **more: Any) -> Any:
        return self.client.get(address, **more)

    def post(self, address: str, data: dict[str, str] | None = None, **more: Any) -> Any:
        return self.client.post(address, data={"csrf": self.csrf, **(data or {})}, **more)

    def ask(self, text: str) -> Any:
        return self.post("/ask", {"text": text})


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with four people, made once."""
    folder = tmp_path_factory.mktemp("small")
    write_mails(folder / "mails.mbox")
    with open_home(folder / "home", clock=lambda: NOW) as home:
        take_in(home, [folder / "mails.mbox"], me=[OWNER[1]])
        # Names are cleaned as they come in: this one has slipped through.
        home.store.database.run("update person set name = ? where name = ?", (EVIL, SCRIPT[0]))
    return folder / "home"


@pytest.fixture
def home(small_home: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    shutil.copytree(small_home, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def household(home: Path) -> Household:
    """It is served; the client below closes it."""
    return Household(home, clock=lambda: NOW)


@pytest.fixture
def client(household: Household) -> Iterator[TestClient]:
    """A browser that nobody knows yet."""
    with TestClient(make_app(household, Door(TOKEN)), base_url=ADDRESS, raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def browser(client: TestClient) -> Browser:
    """A browser that was let in by the printed address."""
    page = client.get(f"/?key={TOKEN}")
    return Browser(client, csrf_in(page.text))


def csrf_in(page: str) -> str:
    """The token that the forms of a page carry."""
    found = re.search(r'"X-CSRF-Token": "(\w+)"', page)
    assert found, page[:300]
    return found.group(1)


def person_of(page: str, name: str) -> str:
    """The id of whoever a page links to by this name (as it is escaped there)."""
    found = re.search(rf'href="/person/(\w+)"[^>]*><bdi>{re.escape(name)}</bdi>', page)
    assert found, f"nobody called {name}"
    return found.group(1)
