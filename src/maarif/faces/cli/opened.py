"""The door to a home, and to moments and references; behind it only is app loaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maarif.app.home import Home
    from maarif.domain.evidence import Evidence
    from maarif.domain.items import Origin


def opened(path: Path | None) -> Home:
    """Open the home a command was given, or the default one. Raises HomeTrouble."""
    from maarif.app.home import open_home
    from maarif.app.settings import settings_of
    from maarif.faces.cli.speech import speak

    home = open_home(path)
    speak(settings_of(home).language)
    return home


def moment_of(text: str | None) -> int | None:
    """The moment that `--on` names, in Unix seconds; None where it was not given. Raises BadNeed."""
    if text is None:
        return None
    from maarif.app.asking.ask import parse_when

    return parse_when(text)


def references(home: Home, origins: Iterable[Origin]) -> dict[Origin, str]:
    """The short reference of each origin that still leads to an item."""
    from maarif.app.knowing.look import show
    from maarif.domain.errors import NoSuchOrigin

    found: dict[Origin, str] = {}
    for origin in dict.fromkeys(origins):
        try:
            found[origin] = show(home, f"{origin.source}#{origin.item}").ref
        except NoSuchOrigin:
            continue
    return found


def names_of(home: Home, ids: Iterable[str]) -> dict[str, str]:
    """The names of people by id; the owner, who is nobody's acquaintance, is left out."""
    from maarif.app.knowing.look import find
    from maarif.domain.errors import NoSuchPerson

    found: dict[str, str] = {}
    for who in ids:
        try:
            found[who] = find(home, who).name
        except NoSuchPerson:
            continue
    return found


def origins_of(reason: Evidence) -> Iterable[Origin]:
    """Every origin that a reason and its parts rest on."""
    yield from reason.origins
    for part in reason.parts:
        yield from origins_of(part)
