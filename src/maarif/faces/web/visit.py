"""One visit to one page: what a handler is given, and how it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import URL
from starlette.responses import RedirectResponse, Response

from maarif.app.home import Home
from maarif.app.settings import Settings
from maarif.faces.web.household import Household
from maarif.faces.web.rendering import render
from maarif.faces.web.safety.uploads import Upload
from maarif.voice import Voice


@dataclass(frozen=True, slots=True)
class Visit:
    """Who comes with what: the home, the language and the settings, and what stands in the address and the form.

    `home` is for reading in a GET and for changing in a POST. `partial` is true where htmx asks for a piece.
    `csrf` is the session's token, which every form carries (the macro `token()` in templates); `session` its secret.
    """

    home: Home
    household: Household
    voice: Voice
    settings: Settings
    url: URL
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str] = field(default_factory=dict)
    uploads: tuple[Upload, ...] = ()
    partial: bool = False
    csrf: str = ""
    session: str = field(default="", repr=False)

    def show(self, template: str, status: int = 200, /, **values: Any) -> Response:
        """The page that a template makes of values; of these, templates know `_`, `settings`, `here` and `csrf` too."""
        return Response(render(self, template, values), status, media_type="text/html")

    def go(self, address: str) -> Response:
        """Send the browser on, so that reloading does nothing twice."""
        return RedirectResponse(address, 303)
