"""What each failure is to somebody who reads a page: one table, the nearest kind first."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from maarif.domain.errors import (
    AmbiguousPerson,
    BadInput,
    BadNeed,
    BusyHome,
    DamagedHome,
    HomeTrouble,
    MaarifError,
    NoSuchBatch,
    NoSuchOrigin,
    NoSuchPerson,
)
from maarif.domain.phrases import Phrase
from maarif.faces.web.refusals import TO_ITS_PLACE, Told
from maarif.faces.web.routing import visit_of

#: Every kind of failure a verb may raise; of the kinds that fit, the first is told.
FAILURES: tuple[tuple[type[MaarifError], Told], ...] = (
    (
        NoSuchPerson,
        Told(
            404, Phrase("Nobody here by that name"), Phrase("Look among the people; they may be written differently.")
        ),
    ),
    (
        AmbiguousPerson,
        Told(409, Phrase("This could be several people"), Phrase("Open the one you mean from the list of people.")),
    ),
    (
        NoSuchOrigin,
        Told(
            404, Phrase("This item is not there any more"), Phrase("The import it came with may have been taken back.")
        ),
    ),
    (
        NoSuchBatch,
        Told(
            404,
            Phrase("There is no such import or decision"),
            Phrase("It may have been taken back already, perhaps in another tab."),
        ),
    ),
    (BadNeed, Told(422, Phrase("This cannot be asked"), Phrase("Say in a sentence what you need, and ask again."))),
    (
        BusyHome,
        Told(
            503,
            Phrase("An import is under way"),
            Phrase("Nothing was changed. Wait until it has ended, then do this again; what you typed is still there."),
        ),
    ),
    (
        DamagedHome,
        Told(
            500,
            Phrase("The home is damaged"),
            Phrase("Restore your last backup, or import your files into a new home."),
        ),
    ),
    (
        BadInput,
        Told(
            422,
            Phrase("This cannot be used as it is"),
            Phrase("Change it and try again; what you typed is still there."),
        ),
    ),
    (HomeTrouble, Told(500, Phrase("The home cannot be used"), Phrase("Look at what “maarif check” says."))),
    (MaarifError, Told(500, Phrase("This did not work"), Phrase("Nothing was changed. Try again."))),
)

#: What the protocol itself refuses, by its status.
STATUSES = {
    400: Told(400, Phrase("This could not be read"), Phrase("Go back and try again; what you typed is still there.")),
    403: Told(
        403,
        Phrase("This form was from another visit"),
        Phrase("Load the page again and send it once more; what you typed is still there."),
    ),
    404: Told(404, Phrase("There is nothing here"), Phrase("Begin on the first page.")),
    405: Told(405, Phrase("There is nothing here to open"), Phrase("Begin on the first page.")),
    413: Told(
        413, Phrase("This is too much at once"), Phrase("Send less of it, or use “maarif import” for very large files.")
    ),
    415: Told(415, Phrase("Files are not taken here"), Phrase("Drag them onto the page Sources.")),
    429: Told(429, Phrase("Too many tries"), Phrase("Wait a minute, then try once more.")),
    500: Told(
        500,
        Phrase("Something broke on our side"),
        Phrase("Nothing of yours is lost. Try again; if it stays so, please report it."),
    ),
}


def told_of(failure: Exception) -> Told:
    """What a failure is to its reader."""
    if isinstance(failure, HTTPException):
        return STATUSES.get(failure.status_code, STATUSES[400])
    return next((told for kind, told in FAILURES if isinstance(failure, kind)), STATUSES[500])


async def explain(request: Request, failure: Exception) -> Response:
    """The page that says what happened and what to do; for htmx a piece that finds its own place."""
    told = told_of(failure)
    said = str(failure) if isinstance(failure, BadInput) else ""
    house = request.app.state.household
    headers = {"retry-after": "60"} if told.status == 429 else {}

    def page(home: object) -> Response:
        visit = visit_of(request, home)  # type: ignore[arg-type]
        response = visit.show("trouble.html", told.status, told=told, said=said)
        response.headers.update(headers)
        return response

    response: Response = await house.read(page)
    if "hx-request" in request.headers:
        response.headers.update(TO_ITS_PLACE)
    return response
