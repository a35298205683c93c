"""Derive everything that can be derived: who the owner is, who is who, how things stand, what the index holds."""

from __future__ import annotations

from collections import Counter

from maarif import resolve
from maarif.app.collector import uncollected
from maarif.app.entries import entry_of
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.ledger import ties_at
from maarif.domain.handles import Handle
from maarif.domain.people import Person, Profile
from maarif.normalise import owner as owners
from maarif.normalise.mentions import find_mentions


def refresh(home: Home) -> None:
    """Derive people and ties anew from what is kept."""
    with home.store.database.writing(), uncollected():
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
