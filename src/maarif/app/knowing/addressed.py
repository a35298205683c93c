"""The person that an address leads to, as somebody types it."""

from __future__ import annotations

from maarif.app.home import Home
from maarif.domain.handles import Handle
from maarif.normalise.dialled import dialled
from maarif.normalise.handles import name_handle
from maarif.tend import country_of_address
from maarif.text.fold import words


def person_at(home: Home, who: str) -> str | None:
    """The id of the person behind "kind:value", a mail address, a telephone number or a name as a chat shows it.

    A number may be written with any spaces; without a country's code it is dialled in the owner's country.
    """
    people, typed = home.store.people, who.strip()
    try:
        meant = Handle.parse(typed)
    except ValueError:
        meant = Handle("email", typed.lower())
    found = people.by_handle(meant)
    if found is not None:
        return found
    if meant.kind == "name" or not words(typed):
        return _in_a_chat(home, meant.value)
    return _at_number(home, typed.removeprefix("phone:"))


def _at_number(home: Home, typed: str) -> str | None:
    own = sorted(home.store.people.owner())
    told = [word for word in home.store.imports.told_owners() if word.startswith("+")]
    numbers = [handle.value for handle in own if handle.kind == "phone"] + told
    country = "" if numbers else country_of_address((handle.kind, handle.value) for handle in own)
    known = map(home.store.people.by_handle, dialled(typed, numbers, country))
    return next(filter(None, known), None)


def _in_a_chat(home: Home, name: str) -> str | None:
    """Whoever bears a name in the chats, where it is one person."""
    handle = name_handle(name, "")
    found = home.store.people.by_bare_name(handle.value.removesuffix("@")) if handle else []
    return found[0] if len(found) == 1 else None
