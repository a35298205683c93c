"""Who is who: let the people follow what was taken in and what the owner said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from maarif import resolve
from maarif.app.home import Home
from maarif.app.identity.owner import own_handles, own_words, tell_owner, told_of_owner
from maarif.app.identity.recall import StoredMemory, keep_all, keep_changes
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Person, Profile

#: Where more than this share of all handles may have changed, it is cheaper to compare everybody anew.
_SHARE = 0.2
#: Below so many handles nothing is saved by remembering.
FEW = 2000


def settle_people(home: Home) -> set[str]:
    """Derive who is who, and who is the owner; gives back the ids of all people made, changed or gone.

    Handles that were stirred since the last time are compared with their blocks only; the outcome is that of a rebuild.
    A home of less than `FEW` handles is derived anew: that is as fast.
    """
    registers = home.store.registers
    decided = decisions_that_count(home)
    mark = registers.mark()
    size = mark.get("size", 0)
    if mark.get("model") != resolve.model_mark() or size < FEW:
        return _settle_all(home, decided)
    most = int(_SHARE * size) + FEW
    stirred = registers.stirred(mark["item"], mark["file"], most)
    if stirred is None:
        return _settle_all(home, decided)
    changed = _settle_some(home, decided, stirred, mark)
    return _settle_all(home, decided) if changed is None else changed


def decisions_that_count(home: Home) -> list[Judgement]:
    """All that the owner said, and what follows from an address that is not theirs: it is no other of theirs either."""
    said = [judgement for _, judgement in home.store.decisions.decisions()]
    words = own_words(home)
    own = [handle for handle, one in words.items() if one.verdict == "same"] + own_handles(home)
    for handle, one in words.items():
        if one.verdict == "different":
            said += [
                Judgement(min(handle, mine), max(handle, mine), "different", "owner", one.on, one.evidence)
                for mine in dict.fromkeys(own)
                if mine != handle
            ]
    return said


def _settle_all(home: Home, decided: Sequence[Judgement]) -> set[str]:
    store = home.store
    profiles = store.profiles.all()
    register = resolve.Register(profiles)
    outcome = resolve.begin(register, decided)
    by_handle = {str(profile.handle): profile for profile in profiles}
    before = {person.id: person for person in store.people.all()}
    people = [_person(group, by_handle) for group in outcome.people]
    with store.database.transaction():
        store.registers.forget()
    mine = tell_owner(home, None, [person.handles for person in people])
    store.people.replace([(one, _aliases(one)) for one in people], mine)
    store.decisions.replace_judgements(
        said.judgement(*pair) for pair, (_, said) in sorted(outcome.pairs.items()) if said is not None
    )
    with store.database.transaction():
        keep_all(store.registers, register, outcome, profiles)
        store.registers.keep_mark(_mark(home, decided, len(profiles)))
    return _changed(before, {person.id: person for person in people})


def _settle_some(
    home: Home, decided: Sequence[Judgement], stirred: Sequence[str], mark: dict[str, Any]
) -> set[str] | None:
    """None where the change is so wide that everybody has to be compared again."""
    store, memory = home.store, StoredMemory(home.store.registers)
    fresh = store.profiles.of(stirred)
    register = resolve.Register(memory=memory)
    here = {str(profile.handle) for profile in fresh}
    register.take(fresh, [handle for handle in stirred if handle not in here])
    if register.crowd.is_upset:
        return None
    outcome = resolve.follow(register, decided, _redecided(decided, mark))
    known = store.registers.profiles([handle for group in outcome.people for handle in group])
    known.update((handle, one) for handle, one in register.crowd.moved.items() if one is not None)
    people = [_person(group, known) for group in outcome.people]
    with store.database.transaction():
        changed = store.people.update([(one, _aliases(one)) for one in people])
        store.people.replace_owner(tell_owner(home, here, None))
        store.decisions.update_judgements(
            outcome.pairs, (said.judgement(*pair) for pair, (_, said) in outcome.pairs.items() if said is not None)
        )
        keep_changes(store.registers, register, outcome)
        store.registers.keep_mark(_mark(home, decided, mark["size"] + len(fresh)))
    return changed


def _mark(home: Home, decided: Sequence[Judgement], size: int) -> dict[str, Any]:
    """What the register now follows; `size` is about how many handles it knows."""
    item, file = home.store.registers.bounds()
    return {
        "model": resolve.model_mark(), "item": item, "file": file, "size": size,
        "decided": sorted(map(_said, decided)), "me": told_of_owner(home),
    }  # fmt: skip


def _said(one: Judgement) -> list[Any]:
    return [str(one.left), str(one.right), one.verdict, one.on]


def _redecided(decided: Sequence[Judgement], mark: dict[str, Any]) -> set[str]:
    """The handles on which the owner's words are others than they were."""
    before, now = ({tuple(one) for one in said} for said in (mark["decided"], map(_said, decided)))
    return {handle for left, right, *_ in before ^ now for handle in (left, right)}


def _person(group: Iterable[str], profiles: dict[str, Profile]) -> Person:
    members = [profiles[handle] for handle in group]
    name, names = resolve.name_of(members)
    handles = tuple(member.handle for member in members)
    return Person(resolve.person_id(min(handles)), name, handles, names, resolve.tell_kind(members))


def _aliases(person: Person) -> list[str]:
    return [resolve.person_id(handle) for handle in person.handles]


def _changed(before: dict[str, Person], after: dict[str, Person]) -> set[str]:
    return {who for who in before.keys() | after.keys() if before.get(who) != after.get(who)}


def profiles_of(home: Home, handles: Iterable[Handle]) -> list[Profile]:
    """The profiles of these handles, as they were last compared."""
    found = home.store.registers.profiles([str(handle) for handle in handles])
    return [found[key] for key in sorted(found)]
