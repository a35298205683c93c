"""Under which keys a record is met: two that share none are never compared."""

from __future__ import annotations

from collections.abc import Iterator

from maarif.resolve import addresses
from maarif.resolve.names import Name, key_of
from maarif.resolve.sketch import Sketch
from maarif.text.likeness import without_umlauts
from maarif.text.nicknames import forms


def keys(one: Sketch) -> set[str]:
    """All first keys of a sketch: names in every form, cards, phones, local part, house with surname."""
    profile = one.profile
    found = {f"card {card}" for card in profile.cards}
    found.update(f"phone {phone}" for phone in one.phones)
    found.update(f"born {day}" for day in profile.birthdays if len(day) >= 8 and not day.startswith("--"))
    for name in one.names:
        found.update(_name_keys(name))
    if one.local and one.kind == "person" and len(one.local) >= 5:
        found.add(f"local {one.local}")
    found.update(_house_keys(one))
    if one.shown:
        found.add(f"booked {one.shown}")
    found.update(f"booked {called}" for called in one.booked)
    return found


def form_keys(name: Name) -> Iterator[str]:
    """A given name in every form with each surname."""
    for form in forms(name.first):
        for surname in name.surnames:
            yield f"form {key_of(form, surname)}"
    if name.middle:
        for half in forms(name.middle[0]):
            yield f"form {key_of(half, name.last)}"


def _name_keys(name: Name) -> Iterator[str]:
    yield f"name {name.key}"
    yield from form_keys(name)
    if name.bones:
        yield f"bones {name.bones}"


def _house_keys(one: Sketch) -> Iterator[str]:
    houses = {addresses.firm(employer) for employer in one.profile.employers}
    if one.has_house:
        houses.add(one.house)
    for name in one.names:
        for house in houses:
            yield house_key(house, name.last)
    if one.has_house and not one.names and one.local[1:].isalpha():
        yield house_key(one.house, one.local[1:])


def house_key(house: str, surname: str) -> str:
    """The bearers of a surname in one organisation, and addresses such as "jweber" beside which nobody is named."""
    return f"house {house} {without_umlauts(surname)}"


def second_keys(one: Sketch) -> set[str]:
    """What cuts a block that is too large: house, local part, employer, city, birthday."""
    profile = one.profile
    return {
        one.house if one.has_house else "",
        f"local {one.local}",
        *map(addresses.firm, profile.employers),
        *(f"city {city.casefold()}" for city in profile.cities),
        *(f"born {day}" for day in profile.birthdays),
    } - {"", "local "}
