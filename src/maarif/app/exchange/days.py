"""Which days are free where somebody lives."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from maarif.app.home import Home
from maarif.domain.people import Person
from maarif.tend import Calendar, country_of_address

#: The table of the settings that says where the owner lives, and which days are free beside weekends and feasts:
#: `country = "DE"`, `free = [2026-10-31]`.
_FILE, _TABLE = "settings.toml", "days"


def calendar_of(home: Home, person: Person | None) -> Calendar:
    """The working days of a person's country, told from their phone or mail address; else those of the owner's."""
    said = _said(home)
    free = frozenset(day for day in said.get("free", ()) if isinstance(day, date))
    country = country_of_address((h.kind, h.value) for h in person.handles) if person is not None else ""
    own = str(said.get("country", "")) or country_of_address(
        (h.kind, h.value) for h in sorted(home.store.people.owner())
    )
    return Calendar(country or own, free)


def _said(home: Home) -> dict[str, Any]:
    try:
        said = tomllib.loads((home.path / _FILE).read_text("utf-8")).get(_TABLE, {})
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
