"""Log in and out: with a password or a passkey, a few tries a minute."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from maarif.app.home import Home
from maarif.faces.web.household import Household
from maarif.faces.web.routing import post, visit_of
from maarif.faces.web.safety import passkeys
from maarif.faces.web.safety.forms import read_form
from maarif.faces.web.safety.sessions import Sessions, token_of
from maarif.faces.web.visit import Visit


async def log_in(request: Request) -> Response:
    """The page that asks for the password or the passkey."""
    return await _page(request, wrong=False)


async def _page(request: Request, wrong: bool) -> Response:
    house: Household = request.app.state.household

    def shown(home: Home) -> Response:
        access = house.access
        return visit_of(request, home).show(
            "log_in.html", 401 if wrong else 200,
            wrong=wrong, with_password=access.has_password, with_passkey=bool(access.passkeys()),
        )  # fmt: skip

    return await house.read(shown)


async def try_password(request: Request) -> Response:
    """Let the owner in who knows the password."""
    form = await read_form(request)
    _may_try(request)
    house: Household = request.app.state.household
    if await house.read(lambda _: house.access.is_password(form.get("password", ""))):
        return _let_in(request, RedirectResponse("/", 303))
    return await _page(request, wrong=True)


def _may_try(request: Request) -> None:
    if not request.app.state.attempts.may(_address(request)):
        raise HTTPException(429)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _let_in(request: Request, response: Response) -> Response:
    request.app.state.attempts.forget(_address(request))
    sessions: Sessions = request.scope["sessions"]
    sessions.let_in(response, request.scope)
    return response


def log_out(visit: Visit) -> Response:
    """End this browser's session."""
    visit.household.access.end_session(visit.session)
    return visit.go("/")


# -- passkeys -----------------------------------------------------------------------------------


async def passkey_wanted(request: Request) -> Response:
    """What a browser needs to ask the owner's device for a passkey."""
    return _options(request, passkeys.to_log_in(_name(request), request.app.state.household.access.passkeys()))


async def try_passkey(request: Request) -> Response:
    """Let the owner in whose device answered."""
    _may_try(request)
    house: Household = request.app.state.household
    said = (await read_form(request)).get("answer", "")
    found = passkeys.answered(
        said, request.app.state.challenges, _name(request), _origin(request), house.access.passkeys()
    )
    if found is None:
        raise HTTPException(403)
    house.access.keep_passkey(found)
    return _let_in(request, JSONResponse({"go": "/"}))


async def new_passkey_wanted(request: Request) -> Response:
    """What a browser needs to make a passkey; for whoever is logged in."""
    return _options(request, passkeys.to_make(_name(request), request.app.state.household.access.passkeys()))


async def keep_new_passkey(request: Request) -> Response:
    """Keep the passkey that a device made."""
    house: Household = request.app.state.household
    form = await read_form(request)
    if not token_of(request).matches(form.get("csrf", "")):
        raise HTTPException(403)
    made = passkeys.made(form.get("answer", ""), request.app.state.challenges, _name(request), _origin(request))
    if made is None:
        raise HTTPException(400)
    house.access.keep_passkey(passkeys.named(made, form.get("name", "")[:60], house.reader.clock()))
    return JSONResponse({"go": "/settings?saved"})


def _options(request: Request, wanted: tuple[bytes, str]) -> Response:
    challenge, options = wanted
    request.app.state.challenges.remember(challenge)
    return Response(options, media_type="application/json")


def _name(request: Request) -> str:
    return request.url.hostname or ""


def _origin(request: Request) -> str:
    return request.headers.get("origin", "")


ROUTES = (
    Route("/log-in", log_in, methods=["GET"]),
    Route("/log-in", try_password, methods=["POST"]),
    Route("/log-in/passkey", passkey_wanted, methods=["GET"]),
    Route("/log-in/passkey", try_passkey, methods=["POST"]),
    Route("/settings/passkey", new_passkey_wanted, methods=["GET"]),
    Route("/settings/passkey", keep_new_passkey, methods=["POST"]),
    post("/log-out", log_out),
)
