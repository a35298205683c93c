"""The command that opens the pages: serve."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from maarif.domain.errors import BadInput
from maarif.faces.cli.options import HomeOption
from maarif.faces.cli.screen import say


def serve(
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Listen at this port (default: 8724, or a free one).")
    ] = None,
    host: Annotated[
        str, typer.Option("--host", help="Listen at this address; others than this machine's own ask for a password.")
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None, typer.Option("--name", help="A name this machine is reached by, such as maarif.example.")
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    set_password: Annotated[bool, typer.Option("--set-password", help="Ask for a new password, and end.")] = False,
    home: HomeOption = None,
) -> None:
    """Open Maarif in your browser.

    Prints the one line that opens it. Nothing leaves the machine, and nobody else gets in. Ctrl-C ends it.

    \b
    Example:
      maarif serve
    """
    from maarif.faces.web import server

    if set_password:
        server.set_password(home, _asked())
        say("The password is set. Every browser must log in again.")
        return
    place = server.Place(host, port, tuple(name or ()))
    if not place.is_private:
        _warn(home, host)
    with suppress(KeyboardInterrupt):  # the usual way to end it
        server.serve(home, place, lambda address: _ready(address, not no_open and place.is_private))


def _ready(address: str, browser: bool) -> None:
    print(address, flush=True)
    if browser:
        import webbrowser

        webbrowser.open(address)


def _warn(home: Path | None, host: str) -> None:
    from maarif.faces.web import server

    say(f"Others can reach {host}: put TLS in front (a reverse proxy), or all you read can be read on the way.")
    if sys.stdin.isatty() and not server.is_lockable(home):
        say("A password is needed to get in from elsewhere.")
        server.set_password(home, _asked())


def _asked() -> str:
    """A password, asked twice on the terminal; from a pipe, its first line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    from getpass import getpass

    first = getpass("New password: ")
    if getpass("Once more: ") != first:
        raise BadInput("The two differ. Nothing was changed; try again.")
    return first
