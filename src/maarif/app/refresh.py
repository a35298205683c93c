"""Derive everything that can be derived: who the owner is, who is who, how things stand, what the index holds."""

from __future__ import annotations

from maarif.app.collector import uncollected
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.identity.identify import settle_people
from maarif.app.importing.entries import entry_of
from maarif.app.knowing.ledger import settle_ties
from maarif.normalise.mentions import find_mentions


def refresh(home: Home) -> None:
    """Derive people and ties anew from what is kept."""
    with home.store.database.writing(), uncollected():
        home.changed()
        settle_people(home)
        home.changed()
        settle_mentions(home)
        settle_ties(home)
        home.store.settle()
        home.changed()


def rebuild(home: Home) -> None:
    """Throw all that is derived away and derive it again from the truth alone."""
    store = home.store
    with store.database.writing():
        store.unsettle("all")
        store.index.clear()
        writer = store.writer()
        writer.forget_derived()
        store.registers.forget()
        store.circles.forget()
        for number, item, source in store.items.stream():
            writer.derive(number, entry_of(item, source))
            if writer.is_full():
                writer.flush()
        writer.finish()
        store.drop_unused_handles()
        refresh(home)


def settle_mentions(home: Home) -> None:
    """Who is named in the owner's notes, by any name of two words or more that they alone go by."""
    store = home.store
    named = ((name, p.handles[0]) for p in people_of(home).values() for name in dict.fromkeys((p.name, *p.names)))
    store.ledgers.replace_named(find_mentions(store.ledgers.notes(), named))
