"""Before anything is answered: let what is derived follow the truth."""

from __future__ import annotations

from maarif.app.home import Home
from maarif.domain.errors import BusyHome
from maarif.normalise.reading import terms_of

DAY = 86_400


def catch_up(home: Home) -> None:
    """Let all that is derived follow the truth, where a crash or a deletion left it behind."""
    store = home.store
    if store.database.changed_by_others():
        store.index.reload()
        home.changed()
    if store.unsettled is None and not _index_lags(home) and not _ties_are_old(home):
        return
    try:
        _settle(home)
    except BusyHome:
        if store.database.patience:
            raise


def _settle(home: Home) -> None:
    from maarif.app import refresh
    from maarif.app.knowing import ledger

    store = home.store
    with store.database.writing():
        match store.unsettled:  # read again: the command that was waited for may have settled all
            case "all":
                refresh.rebuild(home)
            case "items" | "people" as what:
                _follow(home)
                if what == "items":
                    store.choose_all_copies()
                refresh.refresh(home)
            case None:
                _follow(home)
                home.changed()
                if _ties_are_old(home):
                    ledger.settle_ties(home)
    home.changed()


def _ties_are_old(home: Home) -> bool:
    """Whether the kept ties hold for another day: they fall in silence, when nothing is taken in."""
    as_of = home.store.people.ties_as_of()
    return as_of > 0 and abs(home.now - as_of) >= DAY


def _index_lags(home: Home) -> bool:
    gone = home.store.database.number("select count(*) from index_deletion")
    return bool(gone) or home.store.index.through != home.store.items.last()


def _follow(home: Home) -> None:
    """Let the index follow the database; one that is ahead of it (after a power cut) is of another past."""
    if not _index_lags(home):
        return
    index, database, last = home.store.index, home.store.database, home.store.items.last()
    if index.through > last:
        index.clear()
    fresh, through = index.size() == 0, index.through
    if not fresh:
        index.drop(row[0] for row in database.rows("select item from index_deletion order by item"))
    for number, item, _ in home.store.items.stream(through):
        if not fresh:
            index.drop([number])
        index.add(number, item.at, terms_of(item))
    index.commit(last)
    database.run("delete from index_deletion")
