"""Everybody in a home, and who of them is the owner."""

from __future__ import annotations

from maarif.app.home import Home
from maarif.domain.people import Person


def people_of(home: Home) -> dict[str, Person]:
    """Everybody but the owner, by id."""
    if "people" not in home.kept:
        mine = set(home.store.people.owner())
        home.kept["people"] = {p.id: p for p in home.store.people.all() if not mine & set(p.handles)}
    people: dict[str, Person] = home.kept["people"]
    return people


def owner_ids(home: Home) -> set[str]:
    """The ids of the owner's own person or persons."""
    if "owner" not in home.kept:
        mine = set(home.store.people.owner())
        home.kept["owner"] = {p.id for p in home.store.people.all() if mine & set(p.handles)}
    ids: set[str] = home.kept["owner"]
    return ids
