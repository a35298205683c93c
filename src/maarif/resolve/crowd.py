"""All sketches together: who else bears a name, a number or an acquaintance, and whom a newcomer touches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.resolve import addresses
from maarif.resolve.birthdays import compare_birthdays
from maarif.resolve.keys import form_keys, house_key, keys
from maarif.resolve.names import Name
from maarif.resolve.rarity import Census, Rarity, words_of
from maarif.resolve.sketch import Sketch, are_two, count_people, sketch

#: A contact is everywhere when more handles than this share of all, and more than four, know it.
_EVERYWHERE, _FEW = 0.02, 4


class Crowd:
    """The sketches by handle, and by every key they can be met under."""

    def __init__(self) -> None:
        self.sketches: dict[Handle, Sketch] = {}
        self.index: dict[str, set[Handle]] = {}
        self.keys: dict[Handle, frozenset[str]] = {}
        self._census = Census()
        self._bearers: dict[str, set[Handle]] = defaultdict(set)
        self._contacts: Counter[str] = Counter()
        self._doubts: dict[tuple[str, str], bool] = {}
        self._people_at: dict[str, int] = {}
        self._rarity: dict[str, Rarity] = {}

    def take(self, profiles: Iterable[Profile], gone: Iterable[Handle] = ()) -> set[Handle]:
        """Take profiles in (in place of those of the same handle), let others go.

        Gives back the handles still here whose comparison with anybody may have another outcome now.
        """
        touched: set[str] = set()
        was_limit, contacts, moved = self._limit(), Counter[str](), set[Handle]()
        for handle in gone:
            if handle in self.sketches:
                moved.add(handle)
                touched |= self._drop(handle, contacts)
        for profile in profiles:
            if profile.handle in self.sketches:
                if self.sketches[profile.handle].profile == profile:
                    continue
                touched |= self._drop(profile.handle, contacts)
            moved.add(profile.handle)
            touched |= self._add(sketch(profile), contacts)
        self._forget(moved)
        return self._touched(touched, moved, contacts, was_limit)

    def _add(self, one: Sketch, contacts: Counter[str]) -> set[str]:
        handle = one.profile.handle
        self.sketches[handle] = one
        self.keys[handle] = found = frozenset(keys(one))
        for key in found:
            self.index.setdefault(key, set()).add(handle)
        touched = set(found)
        for name in one.names:
            touched |= self._census.take(name)
            for word in _words(name):
                self._bearers[word].add(handle)
        self._contacts.update(one.profile.contacts)
        contacts.update(one.profile.contacts)
        return touched

    def _drop(self, handle: Handle, contacts: Counter[str]) -> set[str]:
        one, found = self.sketches.pop(handle), self.keys.pop(handle)
        for key in found:
            self.index[key].discard(handle)
        touched = set(found)
        for name in one.names:
            touched |= self._census.drop(name)
            for word in _words(name):
                self._bearers[word].discard(handle)
        self._contacts.subtract(one.profile.contacts)
        contacts.subtract(one.profile.contacts)
        return touched

    def _forget(self, moved: set[Handle]) -> None:
        if moved:
            self._doubts.clear()
            self._people_at.clear()
            self._rarity.clear()

    def _touched(self, keys: set[str], moved: set[Handle], contacts: Counter[str], was: float) -> set[Handle]:
        if "size" in keys or was != self._limit():
            return set(self.sketches)
        found = moved & self.sketches.keys()
        for key in keys:
            found |= self.index.get(key, set()) if key in self.index else self._bearers.get(key, set())
        limit = self._limit()
        turned = {c for c, by in contacts.items() if (self._contacts[c] > limit) != (self._contacts[c] - by > limit)}
        if turned:
            found |= {h for h, one in self.sketches.items() if not turned.isdisjoint(one.profile.contacts)}
        return found

    def rarity(self, name: Name) -> Rarity:
        """How rare a name is among these people."""
        if name.key not in self._rarity:
            self._rarity[name.key] = self._census.rarity(name)
        return self._rarity[name.key]

    def holders(self, name: Name) -> set[Handle]:
        """All who bear a name, spelt as it is here."""
        return self.index.get(f"name {name.key}", set())

    def likely_holders(self, name: Name) -> set[Handle]:
        """All who may bear a name in whatever form or romanisation."""
        found = set(self.index.get(f"bones {name.bones}", ())) if name.bones else set()
        for key in form_keys(name):
            found |= self.index.get(key, set())
        return found

    def bearers_in(self, house: str, local: str) -> set[str]:
        """The names (their keys) in an organisation of which a local part such as "jweber" can be made."""
        met = (self.sketches[handle] for handle in self.index.get(house_key(house, local[1:]), ()))
        return {name.key for one in met for name in one.names if addresses.shape(local, name)}

    def people_at(self, phone: str) -> int:
        """How many different humans write with a phone number, by the names beside it."""
        if phone not in self._people_at:
            at = (self.sketches[handle] for handle in self.index.get(f"phone {phone}", ()))
            names = {name.key: name for one in at for name in one.names}
            self._people_at[phone] = count_people([names[key] for key in sorted(names)[:20]])
        return self._people_at[phone]

    def has_namesakes(self, name: Name, suffix: str = "") -> bool:
        """Whether two people of this name are known; where a generation is told, two of that one."""
        known = self._doubts.get((name.key, suffix))
        if known is None:
            holders = [self.sketches[handle] for handle in self.holders(name)]
            holders = [one for one in holders if not suffix or one.suffix in {"", suffix}]
            known = self._doubts[name.key, suffix] = _are_several(name.key, holders)
        return known

    def is_everywhere(self, contact: str) -> bool:
        """Whether so many know a handle (the owner, a list) that knowing it tells nothing."""
        return self._contacts[contact] > self._limit()

    def _limit(self) -> float:
        """In steps, so that a newcomer seldom moves it."""
        return max(_FEW, _EVERYWHERE * (1 << len(self.sketches).bit_length()))


def _words(name: Name) -> tuple[str, str]:
    first, last = words_of(name)
    return f"first {first}", f"last {last}"


def site(profile: Profile) -> str:
    """The host of a profile's URL, or "" for other handles."""
    return profile.handle.value.partition("/")[0] if profile.handle.kind == "url" else ""


def _are_several(key: str, holders: Sequence[Sketch]) -> bool:
    """Whether those who bear a name cannot all be one: two records of one source, or Jan A. beside Jan B."""
    if len(holders) > 40:
        return True
    names = [[name for name in one.names if name.key == key] for one in holders]
    return any(
        are_records_apart(holders[first], holders[second])
        or any(are_two(one, other) for one, other in product(names[first], names[second]))
        for first, second in combinations(range(len(holders)), 2)
    )


def are_records_apart(one: Sketch, other: Sketch) -> bool:
    """Two ids of one source on no common card, two numbered addresses of a house, or two birthdays."""
    if not one.profile.cards.isdisjoint(other.profile.cards):
        return False
    if site(one.profile) and site(one.profile) == site(other.profile):
        return True
    if one.has_house and one.house == other.house and addresses.are_numbered(one.local, other.local):
        return True
    return compare_birthdays(one.profile.birthdays, other.profile.birthdays) == "apart"
