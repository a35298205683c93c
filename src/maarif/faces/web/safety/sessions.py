"""Who is let in: a token in the address becomes a cookie, a cookie becomes a session, a session has its own token."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import URL, Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from maarif.app.access import SESSION_LIVES, Access, is_token
from maarif.faces.web.refusals import refuse

#: The name in the address that carries the token, and what may be asked for without a session.
KEY = "key"
_OPEN = ("/static/", "/log-in", "/manifest.webmanifest", "/service-worker.js")


@dataclass(frozen=True, slots=True)
class FormToken:
    """What every form of a session carries, and no other page can know; "" without a session."""

    text: str

    def matches(self, given: str) -> bool:
        """Whether a form carried it; never without a session."""
        return bool(self.text) and hmac.compare_digest(self.text.encode(), given.encode())


def token_of(request: Request) -> FormToken:
    """The token of the session that a request belongs to."""
    secret: str = request.scope.get("session_secret", "")
    return FormToken(hmac.new(secret.encode(), b"form", sha256).hexdigest() if secret else "")


class Sessions:
    """Lets the owner's browsers in, and nobody else."""

    def __init__(self, app: ASGIApp, access: Access, token: str = "", name: str = "maarif") -> None:
        """`token` opens the door when it stands in the address; without one, a password or a passkey must. `name` is
        that of the cookie: several homes served on one machine do not take each other's."""
        self._app = app
        self._access = access
        self._token = token
        self.cookie = name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer whoever is in; let in whoever brings the token; send the others to the log-in."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["sessions"] = self
        secret = cookie_parser(Headers(scope=scope).get("cookie", "")).get(self.cookie, "")
        if secret and self._access.knows_session(secret):
            scope["session_secret"] = secret
        given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get(KEY)
        if given is not None and scope["method"] == "GET":
            await self._open(given, scope, receive, send)
        elif "session_secret" in scope or scope["path"].startswith(_OPEN):
            await self._app(scope, receive, send)
        else:
            await self._turn_away(bool(secret), scope, receive, send)

    async def _open(self, given: str, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._token or not is_token(given, self._token):
            await refuse("key", scope, receive, send)
            return
        response = RedirectResponse(_without_key(scope), 303)
        if "session_secret" not in scope:
            self.let_in(response, scope)
        await response(scope, receive, send)

    async def _turn_away(self, had_one: bool, scope: Scope, receive: Receive, send: Send) -> None:
        if self._access.is_lockable and not self._token and scope["method"] == "GET":
            partial = "hx-request" in Headers(scope=scope)
            response = Response(status_code=401) if partial else RedirectResponse("/log-in", 303)
            response.headers["hx-redirect"] = "/log-in"
            await response(scope, receive, send)
            return
        await refuse("expired" if had_one else "key missing", scope, receive, send)

    def let_in(self, response: Response, scope: Scope) -> None:
        """Begin a session with the browser that gets this response."""
        secret = self._access.begin_session()
        response.set_cookie(
            self.cookie, secret, max_age=SESSION_LIVES, path="/", httponly=True, samesite="strict",
            secure=scope["scheme"] == "https",
        )  # fmt: skip

    def let_out(self, response: Response, scope: Scope) -> None:
        """End the session of the browser that gets this response."""
        self._access.end_session(scope.get("session_secret", ""))
        response.delete_cookie(self.cookie, path="/", httponly=True, samesite="strict")


def _without_key(scope: Scope) -> str:
    kept = [(name, value) for name, value in parse_qsl(scope["query_string"].decode("latin-1")) if name != KEY]
    path = "/" + scope["path"].lstrip("/")  # never "//elsewhere.example"
    return str(URL(path=path, query=urlencode(kept)))
