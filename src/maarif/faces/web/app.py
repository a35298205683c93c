"""The application: the pages, behind the door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from maarif.domain.errors import MaarifError
from maarif.faces.web.errors import explain
from maarif.faces.web.household import Household
from maarif.faces.web.pages import routes
from maarif.faces.web.safety.attempts import Attempts
from maarif.faces.web.safety.headers import Headers
from maarif.faces.web.safety.hosts import OwnHostsOnly
from maarif.faces.web.safety.passkeys import Challenges
from maarif.faces.web.safety.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Door:
    """How the pages can be reached: with a token in the address or, where it is "", by logging in; by which names
    besides localhost, and from anywhere or from this machine alone."""

    token: str = ""
    names: tuple[str, ...] = ()
    anywhere: bool = False


def make_app(household: Household, door: Door) -> Starlette:
    """All pages of one home; closes it when it ends."""

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        yield
        household.close()

    app = Starlette(
        routes=[Mount("/static", StaticFiles(packages=[("maarif.faces.web", "static")])), *routes()],
        middleware=list(_middleware(household, door)),
        exception_handlers={MaarifError: explain, HTTPException: explain, Exception: explain},
        lifespan=living,
    )
    app.state.household = household
    app.state.attempts = Attempts()
    app.state.challenges = Challenges()
    return app


def _middleware(household: Household, door: Door) -> Iterable[Middleware]:
    yield Middleware(Headers)
    yield Middleware(GZipMiddleware, minimum_size=800)
    yield Middleware(OwnHostsOnly, names=door.names, anywhere=door.anywhere)
    yield Middleware(Sessions, access=household.access, token=door.token, name=_cookie_name(household))


def _cookie_name(household: Household) -> str:
    """Cookies know no ports: the name tells the homes on one machine apart."""
    return f"maarif-{sha256(str(household.path.resolve()).encode()).hexdigest()[:8]}"
