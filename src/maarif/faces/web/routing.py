"""From a request to a visit, and from a failure to a page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import TypeAlias

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from maarif.app.home import Home
from maarif.app.settings import settings_of
from maarif.faces.web.household import Household
from maarif.faces.web.language import language_of
from maarif.faces.web.safety.forms import read_form
from maarif.faces.web.safety.sessions import token_of
from maarif.faces.web.safety.uploads import Upload, received
from maarif.faces.web.visit import Visit
from maarif.voice import voice_of

Handler: TypeAlias = Callable[[Visit], Response]


def get(path: str, handler: Handler) -> Route:
    """A page to look at: it reads, and changes nothing."""
    return Route(path, partial(_look, handler), methods=["GET"], name=handler.__name__)


def post(path: str, handler: Handler, uploads: int = 0) -> Route:
    """Something to do: it changes the home, and carries the session's token.

    `uploads`: so many bytes of files may come with it at most, none where it is 0. They lie on disk while the handler
    runs; what it wants to keep longer it moves elsewhere.
    """
    return Route(path, partial(_do, handler, uploads), methods=["POST"], name=handler.__name__)


def tell(path: str, handler: Handler) -> Route:
    """A page that is told what belongs in no address (words of a letter), and changes nothing all the same."""
    return Route(path, partial(_listen, handler), methods=["POST"], name=handler.__name__)


async def _look(handler: Handler, request: Request) -> Response:
    house: Household = request.app.state.household
    return await house.read(lambda home: handler(visit_of(request, home)))


async def _do(handler: Handler, most: int, request: Request) -> Response:
    house: Household = request.app.state.household
    async with _carried(request, most) as (form, uploads):
        _check_token(request, form)
        return await house.change(lambda home: handler(visit_of(request, home, form, uploads)))


async def _listen(handler: Handler, request: Request) -> Response:
    house: Household = request.app.state.household
    form = await read_form(request)
    _check_token(request, form)
    return await house.read(lambda home: handler(visit_of(request, home, form)))


def _carried(request: Request, most: int) -> AbstractAsyncContextManager[tuple[dict[str, str], tuple[Upload, ...]]]:
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        if not most:
            raise HTTPException(415)
        _check_token(request, {})  # before anything of it is written to disk
        return received(request, request.app.state.household.path / "inbox", most)
    return _FormOnly(request)


class _FormOnly:
    def __init__(self, request: Request) -> None:
        self._request = request

    async def __aenter__(self) -> tuple[dict[str, str], tuple[Upload, ...]]:
        return await read_form(self._request), ()

    async def __aexit__(self, *_: object) -> None:
        return None


def _check_token(request: Request, form: dict[str, str]) -> None:
    given = request.headers.get("x-csrf-token") or form.get("csrf", "")
    if not token_of(request).matches(given):
        raise HTTPException(403, "stale")


def visit_of(
    request: Request, home: Home, form: dict[str, str] | None = None, uploads: tuple[Upload, ...] = ()
) -> Visit:
    """The visit that a request makes."""
    settings = settings_of(home)
    return Visit(
        home=home,
        household=request.app.state.household,
        voice=voice_of(settings.language or language_of(request.headers.get("accept-language", ""))),
        settings=settings,
        url=request.url,
        path=request.path_params,
        query=request.query_params,
        form=form or {},
        uploads=uploads,
        partial="hx-request" in request.headers and "hx-history-restore-request" not in request.headers,
        csrf=token_of(request).text,
        session=request.scope.get("session_secret", ""),
    )
