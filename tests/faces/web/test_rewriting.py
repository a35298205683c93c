"""A letter in a model's words: what it is told is shown first, and it is told after a yes alone."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace

from tests.app.test_writing import model, said
from tests.faces.web.conftest import Browser
from tests.faces.web.test_evening_pages import form_of, writing

WORDS = "Hello, could you show me your bees? No is fine too."
PIECE = {"hx-request": "true"}


def test_without_a_model_no_button_offers_one(browser: Browser) -> None:
    assert "/write/model" not in browser.get(writing(browser)).text


def test_the_model_is_told_after_a_yes_alone(browser: Browser, home: Path) -> None:
    with model(SimpleNamespace(path=home), said("Hello, what of your bees? No is fine.")) as asked:  # type: ignore[arg-type]
        page = browser.get(writing(browser)).text
        assert "/write/model" in page
        form = {**form_of(page), "body": WORDS}
        shown = browser.post("/write/model", form, headers=PIECE).text
        assert "show me your bees" in shown
        assert asked == [], "nothing was told yet"
        begun = browser.post("/write/model/yes", form, headers=PIECE).text
        for thread in [each for each in threading.enumerate() if each.name.startswith("maarif-") and each.daemon]:
            thread.join(10)
        assert len(asked) == 1
        work = begun.split('hx-get="')[1].split('"')[0] if "hx-get" in begun else ""
        done = browser.get(work, headers=PIECE).text if work else begun
        assert "data-words" in done
        assert "bees" in done
