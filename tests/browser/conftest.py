"""A real browser on real pages: Debian's Chromium, driven over loopback, on a home made of the demo files."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from maarif.app.demo import demo
from maarif.app.home import open_home
from maarif.faces.web.app import Door, make_app
from maarif.faces.web.household import Household
from maarif.faces.web.server import Place, listen

CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), None)
TOKEN = "a-token-for-tests"

#: The evening on which the invented owner of the demo sits down.
EVENING = 1_793_998_800


@dataclass(frozen=True)
class Served:
    """Pages being served: where, and of which home."""

    address: str
    home: Path

    @property
    def opening(self) -> str:
        """The address that lets a browser in."""
        return f"{self.address}/?key={TOKEN}"


class Server(uvicorn.Server):
    """A server in a thread of the tests."""

    def install_signal_handlers(self) -> None:
        """Signals are for the main thread."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; where there is none, its tests are left out, but never in the checks before a merge."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: apt-get install chromium")
        pytest.skip("no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo's people, made once; tests serve copies of it."""
    folder = tmp_path_factory.mktemp("demo") / "home"
    with open_home(folder, clock=lambda: EVENING) as home:
        demo(home)
    return folder


@pytest.fixture(scope="module")
def served(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo, served; every module has a copy of its own."""
    folder = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(demo_home, folder)
    yield from serving(folder)


@pytest.fixture(scope="module")
def served_empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A home in which nothing is yet, served."""
    yield from serving(tmp_path_factory.mktemp("empty") / "home")


def serving(folder: Path) -> Iterator[Served]:
    """Serve a home until the tests are done with it."""
    listening = listen(Place(port=0))
    app = make_app(Household(folder, clock=lambda: EVENING), Door(TOKEN))
    server = Server(uvicorn.Config(app, log_level="error", ws="none", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", folder)
    server.should_exit = True
    thread.join()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without a past, whose machine asks for little motion."""
    made = browser.new_context(locale="en-GB", reduced_motion="reduce", viewport={"width": 1200, "height": 900})
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, served: Served) -> Page:
    """A page that was let in, on the first page of the demo."""
    opened = context.new_page()
    opened.goto(served.opening)
    return opened
