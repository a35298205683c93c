"""Keep what the owner writes down themself."""

from __future__ import annotations

from collections.abc import Sequence

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.importing.entries import entry_of
from maarif.app.refresh import refresh
from maarif.domain.errors import BadInput
from maarif.domain.items import Note, Origin, Party
from maarif.domain.people import Person
from maarif.store.writer import Tally

#: The source under which notes taken in the program stand.
NOTES = "notes taken here"


def note(home: Home, text: str, on: int | None = None, about: Sequence[Person] = ()) -> tuple[int, Origin]:
    """Keep a note, dated now or `on`; people named in it by their full name are linked, and those it is `about`.
    Returns its batch and origin."""
    text = text.strip()
    if not text:
        raise BadInput(
            'The note is empty. Say what you want to keep, such as: maarif note "met Sara Haddad at the fair"'
        )
    moment = home.now if on is None else on
    store = home.store
    with store.database.writing():
        catch_up(home)
        store.unsettle("items")
        place = f"note {store.items.last() + 1}"
        batch = store.imports.begin([NOTES, place], [])
        writer = store.writer()
        file = writer.open_file(batch, NOTES, "notes", place.encode())
        tally, origin = Tally(), Origin(NOTES, place)
        writer.put(file, entry_of(Note(origin, moment, "", text, tuple(map(_party, about))), "notes"), tally)
        writer.close_file(file, tally)
        writer.finish()
        store.imports.finish(batch)
        refresh(home)
    return batch, origin


def _party(person: Person) -> Party:
    """A person by an address of theirs, so that a note finds the right one of two who share a name."""
    for handle in person.handles:
        if handle.kind != "name":
            return Party(person.name, handle.value, handle.kind)
    return Party(person.name)
