"""Why somebody is not let in, and the plain page that says so and what to do; it needs neither home nor session."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from maarif.domain.phrases import Phrase
from maarif.faces.web.language import language_of
from maarif.faces.web.rendering import environment
from maarif.voice import voice_of


@dataclass(frozen=True, slots=True)
class Told:
    """What a failure is to its reader: a status, what happened, and what to do now."""

    status: int
    what: Phrase
    now: Phrase


#: Who is turned away at the door, and why.
REFUSALS = {
    "host": Told(
        421,
        Phrase("This is not the address Maarif answers to"),
        Phrase(
            "Open the address that “maarif serve” printed. If you reach this machine by a name, start it with"
            " --name and that name."
        ),
    ),
    "origin": Told(
        403,
        Phrase("Another page tried to do this"),
        Phrase("Nothing was changed. If it was you, open Maarif in a tab of its own and do it there."),
    ),
    "key": Told(
        403,
        Phrase("This key does not fit any more"),
        Phrase("Each start of Maarif has a key of its own. Open the line that “maarif serve” printed last."),
    ),
    "key missing": Told(
        401,
        Phrase("Maarif does not know this browser yet"),
        Phrase("Open the whole line that “maarif serve” printed: the key at its end lets you in."),
    ),
    "expired": Told(
        401,
        Phrase("You were away for long"),
        Phrase("Open the line that “maarif serve” printed once more. Nothing was lost; what you typed is still there."),
    ),
}


#: For htmx: where a word about trouble goes, whatever was asked for.
TO_ITS_PLACE = {"hx-retarget": "#trouble", "hx-reswap": "innerHTML", "hx-reselect": ".trouble", "hx-push-url": "false"}


async def refuse(why: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Say why, and what to do."""
    told = REFUSALS[why]
    headers = Headers(scope=scope)
    partial = "hx-request" in headers
    page = environment().get_template("trouble.html" if partial else "refused.html")
    words = page.render(
        _=voice_of(language_of(headers.get("accept-language", ""))), told=told, said="", partial=partial
    )
    await HTMLResponse(words, told.status, TO_ITS_PLACE if partial else {})(scope, receive, send)
