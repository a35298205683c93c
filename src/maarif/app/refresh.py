"""Derive everything that can be derived: who the owner is, who is who, how things stand, what the index holds."""

from __future__ import annotations

from collections import Counter

from maarif import resolve
from maarif.app.entries import entry_of
from maarif.app.home import Home
from maarif.app.ledger import people_of, ties_at
from maarif.domain.handles import Handle
from maarif.domain.people import Person, Profile
from maarif.normalise import owner as owners
from maarif.normalise.mentions import find_mentions
from maarif.normalise.reading import terms_of

DAY = 86_400


def refresh(home: Home) -> None:
    """Derive people and ties anew from what is kept."""
    with home.store.database.writing():
        home.changed()
        profiles = home.store.profiles.all()
        settle_people(home, profiles)
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
        for number, item, source in store.items.stream():
            writer.derive(number, entry_of(item, source))
            if writer.is_full():
                writer.flush()
        writer.finish()
        store.drop_unused_handles()
        refresh(home)


def catch_up(home: Home) -> None:
    """Let all that is derived follow the truth, where a crash or a deletion left it behind."""
    store = home.store
    if store.database.changed_by_others():
        store.index.reload()
        home.changed()
    if store.unsettled is None and not _index_lags(home) and not _ties_are_old(home):
        return
    with store.database.writing():
        match store.unsettled:  # read again: the command that was waited for may have settled all
            case "all":
                rebuild(home)
            case "items" | "people" as what:
                _follow(home)
                if what == "items":
                    store.choose_all_copies()
                refresh(home)
            case None:
                _follow(home)
                home.changed()
                if _ties_are_old(home):
                    settle_ties(home)
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


def settle_people(home: Home, profiles: list[Profile]) -> None:
    """Who is who, and who is the owner."""
    store = home.store
    decided = [judgement for _, judgement in store.decisions.decisions()]
    judgements = resolve.judge(profiles, decided)
    by_handle = {profile.handle: profile for profile in profiles}
    clusters = resolve.cluster(list(by_handle), [*decided, *judgements])
    mine = _owner(home, clusters, by_handle)
    people = [(_person(cluster, by_handle), [resolve.person_id(h) for h in cluster]) for cluster in clusters]
    store.people.replace(people, mine)
    store.decisions.replace_judgements(judgements)


def _person(cluster: tuple[Handle, ...], profiles: dict[Handle, Profile]) -> Person:
    members = [profiles[handle] for handle in cluster]
    name, names = resolve.name_of(members)
    return Person(resolve.person_id(min(cluster)), name, cluster, names, resolve.tell_kind(members))


def _owner(home: Home, clusters: list[tuple[Handle, ...]], profiles: dict[Handle, Profile]) -> dict[Handle, str]:
    """Told by the owner, else by their own profile, else by the mail; then all that is the same person."""
    people, names = home.store.people, home.store.people.names_by_handle()
    told = owners.told(home.store.imports.told_owners(), names)
    for handle in people.owner_profile_handles():
        told.setdefault(handle, "profile")
    own_names = people.owner_profile_names()
    for handle, why in owners.told(own_names, names).items():
        told.setdefault(handle, "profile" if why == "told" else why)
    if not any(handle.kind == "email" for handle in told):
        traffic = [owners.Traffic(*row) for row in people.traffic()]
        told |= {h: why for h, why in owners.told_from_mail(traffic, people.mails()).items() if h not in told}
    for cluster in clusters:
        if any(handle in told for handle in cluster):
            for handle in cluster:
                told.setdefault(handle, "same")
    return {handle: why for handle, why in told.items() if handle in profiles}


def settle_mentions(home: Home) -> None:
    """Who is named in the owner's notes by their full name."""
    store = home.store
    shared = Counter(person.name for person in people_of(home).values())
    named = {p.name: p.handles[0] for p in people_of(home).values() if shared[p.name] == 1}
    store.ledgers.replace_named(find_mentions(store.ledgers.notes(), named))


def settle_ties(home: Home) -> None:
    """How things stand today."""
    home.store.people.replace_ties(ties_at(home, home.now).values())
