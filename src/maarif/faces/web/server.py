"""Runs the pages on this machine until they are told to end."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from maarif.app.access import new_token
from maarif.domain.errors import BadInput
from maarif.faces.web.household import Household

#: Where the pages are, unless that is taken or another place is wished for.
PORT = 8724

#: Seconds that visits under way have to end.
GRACE = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen, and under which names; no port means the usual one, or a free one where that is taken."""

    host: str = "127.0.0.1"
    port: int | None = None
    names: tuple[str, ...] = ()

    @property
    def is_private(self) -> bool:
        """Whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


def serve(
    home: Path | None, place: Place, ready: Callable[[str], None], clock: Callable[[], int] | None = None
) -> None:
    """Serve a home until the process is told to end; `ready` is told the address that opens it.

    Raises BadInput where the place cannot be listened at, or anybody could come in; HomeTrouble.
    """
    import uvicorn

    from maarif.faces.web.app import Door, make_app

    listening = listen(place)
    house = Household(home, clock)
    if not place.is_private and not house.access.is_lockable:
        house.close()
        raise BadInput(
            f"{place.host} can be reached by others, and there is no password. "
            "Set one first with: maarif serve --set-password"
        )
    token = new_token() if place.is_private else ""
    door = Door(token, place.names, not place.is_private)
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(house, door), log_level="error", access_log=False, server_header=False, date_header=False,
            timeout_graceful_shutdown=GRACE, lifespan="on", proxy_headers=False, ws="none", log_config=None,
        )
    )  # fmt: skip
    ready(address_of(place, listening, token))
    server.run(sockets=[listening])


def listen(place: Place) -> socket.socket:
    """A socket at the place. Raises BadInput."""
    for port in [PORT, 0] if place.port is None else [place.port]:
        try:
            family, *_, where = socket.getaddrinfo(place.host, port, type=socket.SOCK_STREAM)[0]
            made = socket.socket(family, socket.SOCK_STREAM)
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(where)
            made.listen(128)
            return made
        except OSError as error:
            if error.errno == errno.EADDRINUSE and port and place.port is None:
                continue
            raise BadInput(
                f"{place.host}:{port} cannot be listened at ({error.strerror}). Choose another with --port or --host."
            ) from error
    raise AssertionError("port 0 is any free one")


def address_of(place: Place, listening: socket.socket, token: str) -> str:
    """The line that opens the pages."""
    port = listening.getsockname()[1]
    host = place.names[0] if place.names else place.host
    if ":" in host:
        host = f"[{host}]"
    return f"http://{host}:{port}/" + (f"?key={token}" if token else "")


def set_password(home: Path | None, password: str) -> None:
    """Keep a new password for a home; every browser must log in again. Raises BadInput."""
    house = Household(home)
    try:
        house.access.set_password(password)
    finally:
        house.close()


def is_lockable(home: Path | None) -> bool:
    """Whether there is a password or a passkey to log in with."""
    house = Household(home)
    try:
        return house.access.is_lockable
    finally:
        house.close()
