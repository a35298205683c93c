"""Maarif: the people one knows, and what is known.

import maarif
home = maarif.open_home("~/people")
maarif.take_in(home, ["mail.mbox"])
answer = maarif.ask(home, "who knows about beekeeping?")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maarif.app.asking.ask import ask
    from maarif.app.home import open_home
    from maarif.app.importing.take_in import take_in
    from maarif.app.knowing.look import items, people, person, show
    from maarif.app.refresh import rebuild

__all__ = ["ask", "items", "open_home", "people", "person", "rebuild", "show", "take_in"]

_ROOMS = {
    "ask": "asking.ask", "open_home": "home", "items": "knowing.look", "people": "knowing.look",
    "person": "knowing.look", "show": "knowing.look", "rebuild": "refresh", "take_in": "importing.take_in",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a verb when it is first asked for, so that importing the package costs nothing."""
    if name not in _ROOMS:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"maarif.app.{_ROOMS[name]}"), name)
