"""Whom the browser thinks it speaks to, and on whose behalf: foreign names and foreign pages are turned away.

A page elsewhere can make a browser send requests here, and can let a name of its own lead to this machine (DNS
rebinding). The first shows in Origin and Sec-Fetch-Site, the second in Host: it then holds a name nobody told us.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from maarif.faces.web.refusals import refuse

_SAFE = frozenset(("GET", "HEAD"))


class OwnHostsOnly:
    """Lets requests through that speak to us by a name we have, and come from our own pages."""

    def __init__(self, app: ASGIApp, names: Iterable[str] = (), anywhere: bool = False) -> None:
        """`names` are those we answer to besides localhost; `anywhere`: at every address, not at loopback ones only."""
        self._app = app
        self._names = frozenset(name.lower().rstrip(".") for name in names) | {"localhost"}
        self._anywhere = anywhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            if not self.is_ours(headers.get("host", "")):
                await refuse("host", scope, receive, send)
                return
            if scope["method"] not in _SAFE and not is_own_page(headers):
                await refuse("origin", scope, receive, send)
                return
        await self._app(scope, receive, send)

    def is_ours(self, host: str) -> bool:
        """Whether a Host header is a name of ours or an address: nobody can make an address lead elsewhere."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name.rstrip(".") in self._names:
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return self._anywhere or address.is_loopback


def is_own_page(headers: Headers) -> bool:
    """Whether what is to be done was asked by one of our own pages, as far as the browser tells.

    Under `Referrer-Policy: no-referrer` a browser writes `Origin: null` on a form; then Sec-Fetch-Site decides, which
    no page can write itself, and the session's token after that.
    """
    origin = headers.get("origin", "null")
    if origin != "null":
        return urlsplit(origin).netloc == headers.get("host", "")
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
