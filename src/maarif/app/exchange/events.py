"""After an event: whom the owner met there, kept as a meeting and a note, and whom they want to see again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.importing.entries import entry_of
from maarif.app.knowing.keep import NOTES
from maarif.app.knowing.look import find
from maarif.app.outreach.needs import begin, keep_need
from maarif.app.refresh import refresh
from maarif.domain.errors import AmbiguousPerson, BadInput, NoSuchPerson
from maarif.domain.items import Meeting, Note, Origin, Party
from maarif.domain.outreach import KeptNeed
from maarif.domain.people import Person
from maarif.normalise.handles import handle_of
from maarif.store.writer import Tally
from maarif.text.fold import words

#: How such a need begins; the rest is the event.
SEE_AGAIN = "See again after "


@dataclass(frozen=True, slots=True)
class Met:
    """What was kept of an event: its import (for undo), where the note stands, the names of whoever was new, and the
    need under which those stand whom the owner wants to see again."""

    batch: int
    origin: Origin
    new: tuple[str, ...]
    again: KeptNeed | None = None


def met(
    home: Home, event: str, names: Sequence[str], on: int | None = None, note: str = "", again: Sequence[str] = ()
) -> Met:  # fmt: skip
    """Keep whom the owner met at an event, known before or new; nothing of their work need be known.

    `again` are those they want to see again: they stand under `to write`, one need for the whole event. Raises
    BadInput without names, AmbiguousPerson where a name leads to several people.
    """
    event, moment = " ".join(event.split()), home.now if on is None else on
    everybody = list(dict.fromkeys(" ".join(name.split()) for name in (*names, *again) if name.strip()))
    if not event or not everybody:
        raise BadInput('Say where and whom: maarif met "Jonas\'s barbecue" "Nour Said" "Tom" --on 2026-05-09')
    catch_up(home)
    parties, new = _parties(home, everybody)
    batch, origin = _keep(home, (event, note.strip()), list(parties.values()), moment)
    if not again:
        return Met(batch, origin, new)
    need = keep_need(home, f"{SEE_AGAIN}{event}", "company", moment)
    for name in dict.fromkeys(" ".join(each.split()) for each in again):
        handle = handle_of(parties[name], "notes")
        begin(home, need.id, str(handle) if handle else name, moment)
    return Met(batch, origin, new, need)


def _parties(home: Home, names: Sequence[str]) -> tuple[dict[str, Party], tuple[str, ...]]:
    """Each name as somebody who is known, by their address, or as somebody new, by the name alone; and the new ones."""
    parties: dict[str, Party] = {}
    for name in names:
        person = _known(home, name)
        if person is None:
            parties[name] = Party(name, "", "name")
        else:
            handle = min(person.handles, key=lambda each: (each.kind == "name", each))
            address = handle.value.rpartition("@")[0] if handle.kind == "name" else handle.value
            parties[name] = Party(person.name, address, handle.kind)
    return parties, tuple(name for name, party in parties.items() if not party.address)


def _known(home: Home, name: str) -> Person | None:
    """Whoever an id, an address or a whole name leads to; a first name alone is somebody new, unless it is all that is
    known of somebody. Raises AmbiguousPerson."""
    try:
        person = find(home, name)
    except NoSuchPerson:
        return None
    except AmbiguousPerson:
        if len(words(name)) < 2:
            return None
        raise
    whole = any(words(each) == words(name) for each in (person.name, *person.names))
    return person if whole or len(words(name)) > 1 or name == person.id else None


def _keep(home: Home, said: tuple[str, str], parties: Sequence[Party], moment: int) -> tuple[int, Origin]:
    event, note = said
    store = home.store
    with store.database.writing():
        store.unsettle("items")
        place = f"note {store.items.last() + 1}"
        batch = store.imports.begin([NOTES, place], [])
        writer = store.writer()
        file = writer.open_file(batch, NOTES, "notes", place.encode())
        tally, origin = Tally(), Origin(NOTES, place)
        text = f"Met {_listed([party.name for party in parties])} at {event}.\n\n{note}".strip()
        writer.put(file, entry_of(Note(origin, moment, event, text, tuple(parties)), "notes"), tally)
        meeting = Meeting(Origin(NOTES, f"{place}, meeting"), "meeting", moment, tuple(parties), None, event, note)
        writer.put(file, entry_of(meeting, "notes"), tally)
        writer.close_file(file, tally)
        writer.finish()
        store.imports.finish(batch)
        refresh(home)
    return batch, origin


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
