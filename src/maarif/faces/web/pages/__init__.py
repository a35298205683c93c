"""All pages: a module and a template of one name each. To add one, write the two and name the module here."""

from __future__ import annotations

from starlette.routing import Route

from maarif.domain.phrases import Phrase
from maarif.faces.web.pages import (
    ask,
    capture,
    item,
    log_in,
    network,
    people,
    person,
    rewriting,
    settings,
    sources,
    today,
    who_is_who,
    write,
)

#: The modules whose `ROUTES` make the pages.
PAGES = (ask, today, item, people, person, network, capture, write, rewriting, who_is_who, sources, settings, log_in)

#: What stands at the head of every page, in this order.
NAVIGATION = (
    ("/", Phrase("Ask")),
    ("/today", Phrase("Today")),
    ("/people", Phrase("People")),
    ("/network", Phrase("Network")),
    ("/capture", Phrase("Note")),
    ("/who-is-who", Phrase("Who is who")),
    ("/sources", Phrase("Sources")),
    ("/settings", Phrase("Settings")),
)


def routes() -> list[Route]:
    """Every page's routes."""
    return [route for page in PAGES for route in page.ROUTES]
