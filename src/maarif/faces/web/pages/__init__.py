"""All pages: a module and a template of one name each. To add one, write the two and name the module here."""

from __future__ import annotations

from starlette.routing import Route

from maarif.domain.phrases import Phrase
from maarif.faces.web.pages import ask, item, log_in, people, person, settings, who_is_who

#: The modules whose `ROUTES` make the pages.
PAGES = (ask, item, people, person, who_is_who, settings, log_in)

#: What stands at the head of every page, in this order.
NAVIGATION = (
    ("/", Phrase("Ask")),
    ("/people", Phrase("People")),
    ("/who-is-who", Phrase("Who is who")),
    ("/settings", Phrase("Settings")),
)


def routes() -> list[Route]:
    """Every page's routes."""
    return [route for page in PAGES for route in page.ROUTES]
