"""Capture: one field for what one wants to keep of somebody; it works without a connection and sends itself later."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from starlette.responses import JSONResponse, Response

from maarif.app.knowing.capture import Captured, Gathering, Named, capture, capture_met, understand_note
from maarif.domain.errors import BadInput
from maarif.domain.phrases import Phrase
from maarif.domain.wording import context_in_words
from maarif.faces.web.rendering import asset
from maarif.faces.web.routing import get, post, tell
from maarif.faces.web.visit import Visit
from maarif.faces.web.words import ATTRIBUTE_WORDS

#: Characters of a note, and people of one event.
LONGEST, PEOPLE = 8000, 30
#: What the service worker keeps, so that the page opens without a connection.
SHELL = ("maarif.css", "capture.css", "vendor/htmx.min.js", "maarif.js", "capture.js", "icon.svg")

LINES = {
    "waiting": Phrase("waits on this device"),
    "sending": Phrase("is on its way …"),
    "kept": Phrase("kept"),
    "refused": Phrase("needs you"),
    "locked": Phrase("Open the line that “maarif serve” printed, then it sends itself."),
    "offline": Phrase("Without a connection: what you keep now waits on this device and sends itself later."),
    "back": Phrase("Back into the field"),
    "away": Phrase("Throw away"),
    "open": Phrase("open"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as the page shows what it understood: `field` is the form's name for who is meant."""

    named: Named
    field: str
    context: str


def _shown(found: tuple[Named, ...]) -> tuple[Person, ...]:
    return tuple(
        Person(each, f"who.{each.name}", context_in_words(each.context) if each.context and each.context.label else "")
        for each in found
    )


# -- handlers -----------------------------------------------------------------------------------


def capturing(visit: Visit) -> Response:
    """The page."""
    return _page(visit, kept=visit.query.get("kept", ""))


def shell(visit: Visit) -> Response:
    """The page as the service worker keeps it: nothing of anybody is in it."""
    return _page(visit)


def _page(visit: Visit, kept: str = "") -> Response:
    lines = {name: visit.voice(words) for name, words in LINES.items()}
    return visit.show("capture.html", lines=lines, longest=LONGEST, kept=kept, rows=range(4), today=visit.home.today)


def token(visit: Visit) -> Response:
    """The token with which a queue that waited sends itself."""
    return JSONResponse({"csrf": visit.csrf})


def understanding(visit: Visit) -> Response:
    """What keeping these words would come to."""
    text = visit.form.get("text", "").strip()[:LONGEST]
    found = understand_note(visit.home, text, _meant(visit)) if text else ()
    return visit.show("capture_understood.html", people=_shown(found), text=text, attributes=ATTRIBUTE_WORDS)


def _meant(visit: Visit) -> dict[str, str]:
    return {name[4:]: who for name, who in visit.form.items() if name.startswith("who.") and who}


def keep(visit: Visit) -> Response:
    """Keep a note; the same one sent again changes nothing."""
    text = visit.form.get("text", "").strip()[:LONGEST]
    found = capture(visit.home, visit.form.get("key", ""), text, _at(visit), tuple(_meant(visit).values()))
    return _answered(visit, found)


def keep_met(visit: Visit) -> Response:
    """Keep whom one met at an event."""
    said = visit.form
    rows = [(said.get(f"name.{n}", "").strip(), said.get(f"said.{n}", "").strip(), n) for n in range(PEOPLE)]
    rows = [row for row in rows if row[0]]
    if not said.get("event", "").strip() or not rows:
        raise BadInput("Say what it was, and at least one name.")
    gathering = Gathering(
        event=said.get("event", "")[:300],
        names=tuple(name for name, _, _ in rows),
        said=" ".join(_sentence(name, words) for name, words, _ in rows if words)[:LONGEST],
        again=tuple(name for name, _, n in rows if said.get(f"again.{n}")),
    )
    return _answered(visit, capture_met(visit.home, said.get("key", ""), gathering, _day(visit)))


def _sentence(name: str, words: str) -> str:
    """ "Sara", "runs marathons" -> "Sara runs marathons." """
    return f"{name} {words.rstrip('.')}." if words[:1].islower() else f"{name}: {words.rstrip('.')}."


def _answered(visit: Visit, found: Captured) -> Response:
    if visit.form.get("script"):
        return JSONResponse({"ref": found.ref, "again": found.again})
    return visit.go(f"/capture?kept={found.ref}")


def _at(visit: Visit) -> int | None:
    """When it was written down on the other device; never later than now."""
    said = visit.form.get("at", "")
    return min(int(said), visit.home.now) if said.isdecimal() and len(said) < 12 else None


def _day(visit: Visit) -> int | None:
    try:
        day = datetime.strptime(visit.form.get("day", ""), "%Y-%m-%d").replace(hour=12, tzinfo=UTC)
    except ValueError:
        return _at(visit)
    return min(int(day.timestamp()), visit.home.now)


# -- an application that one puts on the first screen --------------------------------------------------


def manifest(visit: Visit) -> Response:
    """What a telephone needs to put Maarif on its first screen (W3C Web Application Manifest)."""
    icons = [
        {"src": asset(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size, purpose in ((192, "any"), (512, "any"), (512, "maskable"))
    ]
    said = {
        "id": "/capture", "name": "Maarif", "short_name": "Maarif", "start_url": "/capture", "scope": "/",
        "display": "standalone", "lang": visit.voice.language, "dir": visit.voice.direction,
        "description": visit.voice("Keep what you learn of people, as you go."),
        "background_color": "#fbf7f0", "theme_color": "#8a3b1f",
        "icons": [*icons, {"src": asset("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }  # fmt: skip
    return Response(json.dumps(said, ensure_ascii=False), media_type="application/manifest+json")


@cache
def _worker() -> str:
    """The service worker with the addresses of what it keeps; another shell is another worker."""
    body = (files("maarif.faces.web") / "static" / "service-worker.js").read_text("utf-8")
    return f"const SHELL = {json.dumps([asset(name) for name in SHELL])};\n{body}"


def service_worker(_: Visit) -> Response:
    """The service worker; it keeps the page Capture, and nothing that anybody wrote."""
    return Response(_worker(), media_type="text/javascript", headers={"cache-control": "no-cache"})


ROUTES = (
    get("/capture", capturing),
    get("/capture/shell", shell),
    get("/capture/token", token),
    tell("/capture/understand", understanding),
    post("/capture/keep", keep),
    post("/capture/met", keep_met),
    get("/manifest.webmanifest", manifest),
    get("/service-worker.js", service_worker),
)
