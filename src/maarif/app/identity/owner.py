"""Which addresses are the owner's own: told, confirmed, guessed, and how one of them is taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.domain.errors import BadInput
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement
from maarif.normalise import owner as owners

#: What is believed without anybody having said it.
GUESSED = frozenset({"mail", "same"})


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """An address that is believed to be the owner's, and why: told, profile, mail (guessed) or same (guessed)."""

    handle: Handle
    why: str

    @property
    def is_guessed(self) -> bool:
        """Whether nobody has said so."""
        return self.why in GUESSED


def own_addresses(home: Home) -> list[OwnAddress]:
    """All addresses that are believed to be the owner's, told ones first."""
    catch_up(home)
    found = home.store.people.owner()
    return sorted((OwnAddress(*one) for one in found.items()), key=lambda one: (one.is_guessed, one.handle))


def claim(home: Home, address: str, mine: bool = True) -> int:
    """Say that an address is the owner's own, or is not; gives the number of the decision, for `undo`."""
    from maarif.app.refresh import refresh

    number = note_claim(home, read_address(address), mine)
    refresh(home)
    return number


def note_claim(home: Home, handle: Handle, mine: bool) -> int:
    """Write such a word down; what follows from it is derived by whoever asks next."""
    store = home.store
    with store.database.writing():
        store.unsettle("people")
        return store.decisions.decide_own(handle, mine)


def read_address(said: str) -> Handle:
    """The address that somebody typed: "kind:value", a mail address, a number or a profile's URL. Raises BadInput."""
    try:
        return Handle.parse(said.strip())
    except ValueError:
        found = [handle for handle in owners.told([said], ()) if handle.value]
    if not found:
        raise BadInput(f"{said!r} is no address. Give a mail address, a number, or one of: maarif me --json")
    return found[0]


def own_words(home: Home) -> dict[Handle, Judgement]:
    """The owner's last word on each address of which they said whether it is theirs."""
    return {one.left: one for _, one in home.store.decisions.own_words()}


def own_handles(home: Home) -> list[Handle]:
    """The addresses that the owner named at an import, and those on their own profiles."""
    return [*owners.told(home.store.imports.told_owners(), ()), *home.store.people.owner_profile_handles()]


def tell_owner(
    home: Home, fresh: Collection[str] | None, groups: Iterable[tuple[Handle, ...]] | None
) -> dict[Handle, str]:
    """Told by the owner, else by their own profile, else by the mail; then all that is the same person.

    With `fresh`, the texts of the handles that may have changed, names are looked for beside these alone, and the
    people are those that are kept; else `groups` are the people.
    """
    people, words = home.store.people, own_words(home)
    refused = {handle for handle, one in words.items() if one.verdict == "different"}
    told = {handle: "told" for handle, one in words.items() if one.verdict == "same"}
    told |= _told_by_name(home, fresh)
    told = {handle: why for handle, why in told.items() if handle not in refused}
    if not any(handle.kind == "email" for handle in told):
        traffic = [owners.Traffic(*row) for row in people.traffic() if row[0] not in refused]
        told |= {h: why for h, why in owners.told_from_mail(traffic, people.mails()).items() if h not in told}
    for group in people.groups_of(told) if groups is None else groups:
        if any(handle in told for handle in group):
            for handle in set(group) - refused:
                told.setdefault(handle, "same")
    here = people.here(told)
    return {handle: why for handle, why in told.items() if handle in here}


def told_of_owner(home: Home) -> list[list[str]]:
    """All that tells who the owner is, but the mail: what was said, what stands on their profiles."""
    store = home.store
    words = [f"{one.left} {one.verdict}" for _, one in store.decisions.own_words()]
    profile = list(map(str, store.people.owner_profile_handles()))
    return [store.imports.told_owners(), store.people.owner_profile_names(), words, profile]


def _told_by_name(home: Home, fresh: Collection[str] | None) -> dict[Handle, str]:
    """Of addresses that are not fresh, nothing new is told, as long as nothing new is said of the owner."""
    people, told_now = home.store.people, told_of_owner(home)
    said, own_names = told_now[:2]
    if fresh is not None and home.store.registers.mark().get("me") != told_now:
        fresh = None
    told: dict[Handle, str] = {}
    if fresh is not None:
        kept = people.owner().items()
        told = {handle: why for handle, why in kept if why not in GUESSED and str(handle) not in fresh}
    names = people.names_by_handle(fresh)
    told |= owners.told(said, names)
    for handle in people.owner_profile_handles():
        told.setdefault(handle, "profile")
    for handle, why in owners.told(own_names, names).items():
        told.setdefault(handle, "profile" if why == "told" else why)
    return told
