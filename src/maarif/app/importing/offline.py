"""No network: what reads other people's files must not be able to reach anybody."""

from __future__ import annotations

import sys
from typing import Any

#: What Python asks before a name is looked up or a line is opened (its table of audit events).
_FORBIDDEN = frozenset(
    (
        *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"),
        *("socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"),
    )
)


class OnlineError(RuntimeError):
    """Something that reads a file tried to reach the network."""


def stay_offline() -> None:
    """From now on, and for as long as this process lives, whatever reaches for the network fails with OnlineError."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise OnlineError(f"{event} while files are read")
