"""All sketches together: who else bears a name, a number or an acquaintance, and whom a newcomer touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from maarif.domain.people import Profile
from maarif.resolve import addresses
from maarif.resolve.apart import are_several
from maarif.resolve.booked import pieces
from maarif.resolve.keys import form_keys, house_key, keys
from maarif.resolve.memory import Memory, Recalled
from maarif.resolve.names import Name
from maarif.resolve.rarity import Census, Rarity, words_of
from maarif.resolve.sketch import Sketch, count_people, sketch

#: A contact is everywhere when more handles than this share of all, and more than four, know it.
_EVERYWHERE, _FEW = 0.02, 4
#: Blocks larger than this are cut into smaller ones by a second key, and those still larger are left out:
#: what half a hundred handles share says little about two of them.
LARGEST = 40
#: Keys that only bring records together: who else stands under them matters where the block is nearly too large.
_MEETING = ("local", "born", "card")


class Crowd:
    """The sketches by the text of their handle, and by every key they can be met under."""

    def __init__(self, memory: Memory | None = None) -> None:
        self.sketches: Recalled[Sketch | None] = Recalled(None if memory is None else _sketching(memory), lambda: None)
        self.index: Recalled[set[str]] = Recalled(None if memory is None else memory.members, set)
        self.counts: Recalled[int] = Recalled(None if memory is None else memory.counts, int)
        #: What was changed since this crowd began, to be kept: profiles, who stands under which key, counts.
        self.moved: dict[str, Profile | None] = {}
        self.filed: dict[tuple[str, str], bool] = {}
        self.recounted: set[str] = set()
        #: A change so wide that everybody has to be compared again; a crowd that remembers says so and leaves it.
        self.is_upset = False
        self._remembers = memory is not None
        self._census = Census(self.counts)
        self._keys: dict[str, frozenset[str]] = {}
        self._doubts: dict[tuple[str, str], bool] = {}
        self._people_at: dict[str, int] = {}
        self._rarity: dict[str, Rarity] = {}
        self._cards_called: dict[str, int] = {}

    def at(self, handle: str) -> Sketch:
        """The sketch of a handle that is here. Raises KeyError where it is not."""
        found = self.sketches[handle]
        if found is None:
            raise KeyError(handle)
        return found

    def keys(self, handle: str) -> frozenset[str]:
        """The keys under which a handle that is here is met."""
        if handle not in self._keys:
            self._keys[handle] = frozenset(keys(self.at(handle)))
        return self._keys[handle]

    def take(self, profiles: Iterable[Profile], gone: Iterable[str] = ()) -> set[str]:
        """Take profiles in (in place of those of the same handle), let others go.

        Gives back the handles still here whose comparison with anybody may have another outcome now.
        """
        begins, limit = not self._remembers and not self.sketches, self._limit()
        change, left = _Change(), list(gone)
        news = [(sketch(profile), profile) for profile in profiles]
        if self._remembers:
            self._foresee([new for new, _ in news], left)
        for handle in left:
            self.moved[handle] = None
            if self.sketches[handle] is not None:
                self._drop(handle, change)
        for new, profile in news:
            old = self.sketches[new.key]
            self.moved[new.key] = profile
            if old != new:
                if old is not None:
                    self._drop(new.key, change)
                self._add(new, change)
        self._doubts.clear()
        self._people_at.clear()
        self._rarity.clear()
        self._cards_called.clear()
        return set(self.sketches) if begins else self._touched(change, limit)

    def _foresee(self, news: Sequence[Sketch], gone: Sequence[str]) -> None:
        """Recall at once all that taking these in will ask for."""
        self.sketches.foresee([*(one.key for one in news), *gone])
        old = [one for handle in (*(one.key for one in news), *gone) if (one := self.sketches[handle]) is not None]
        moving = [one for one in news if self.sketches[one.key] != one] + old
        words = {word for one in moving for name in one.names for word in _places(*words_of(name))}
        met = {key for one in moving for key in keys(one)}
        self.index.foresee(met | {word for word in words if not word.startswith("name ")})
        known = {f"contact {contact}" for one in moving for contact in one.profile.contacts}
        self.counts.foresee(words | known | {"records", "names"})

    def foresee_partners(self, handles: Iterable[str]) -> None:
        """Recall at once everybody with whom these handles will be compared."""
        if self._remembers:
            self.sketches.foresee(handles)
            met = {key for one in handles if self.sketches[one] is not None for key in self.keys(one)}
            self.index.foresee(met)
            partners = {one for key in met for one in self.index[key]}
            self.sketches.foresee(partners)
            seen = [one for handle in partners if (one := self.sketches[handle]) is not None]
            self.counts.foresee({word for one in seen for name in one.names for word in _places(*words_of(name))[:2]})

    def _add(self, one: Sketch, change: _Change) -> None:
        handle, index = one.key, self.index
        self.sketches[handle] = one
        self._keys[handle] = found = frozenset(keys(one))
        for key in found:
            index[key].add(handle)
        for first, last in {words_of(name) for name in one.names}:
            self._census.take(first, last, change.was)
            index[f"first {first}"].add(f"{first} {last}")
            index[f"last {last}"].add(f"{first} {last}")
        if self._remembers:
            self._file(one, found, True)
        change.keys |= found
        self._count(one, change, 1)

    def _drop(self, handle: str, change: _Change) -> None:
        one, found = self.at(handle), self.keys(handle)
        self.sketches[handle] = None
        del self._keys[handle]
        if self._remembers:
            self._file(one, found, False)
        for key in found:
            self.index[key].discard(handle)
        for first, last in {words_of(name) for name in one.names}:
            self._census.drop(first, last, change.was)
            if not self.counts[f"name {first} {last}"]:
                self.index[f"first {first}"].discard(f"{first} {last}")
                self.index[f"last {last}"].discard(f"{first} {last}")
        change.keys |= found
        self._count(one, change, -1)

    def _file(self, one: Sketch, found: Iterable[str], is_here: bool) -> None:
        """Write down under which keys a handle is met from now on, or no more."""
        for key in found:
            self.filed[key, one.key] = is_here
        for first, last in {words_of(name) for name in one.names}:
            for word in (f"first {first}", f"last {last}"):
                self.filed[word, f"{first} {last}"] = True
                self.recounted.add(word)
            self.recounted.add(f"name {first} {last}")
        self.recounted.update(("records", "names"), (f"contact {contact}" for contact in one.profile.contacts))

    def _count(self, one: Sketch, change: _Change, by: int) -> None:
        change.moved.add(one.key)
        self.counts["records"] += by
        for contact in one.profile.contacts:
            self.counts[f"contact {contact}"] += by
            change.contacts[contact] += by

    def _touched(self, change: _Change, was: float) -> set[str]:
        limit = self._limit()
        turned = any(
            (now > limit) != (now - by > limit)
            for contact, by in change.contacts.items()
            if (now := self.counts[f"contact {contact}"]) or by
        )
        if turned or limit != was or "names" in self._census.stepped(change.was):
            self.is_upset = True
            return {handle for handle, one in self.sketches.items() if one is not None}
        found = set(change.moved)
        for key in change.keys:
            block = self.index[key]
            if len(block) >= LARGEST or key.partition(" ")[0] not in _MEETING:
                found |= block
        for name in self._turned(change.was):
            found |= self.index[f"name {name}"]
        self.sketches.foresee(found)
        return {handle for handle in found if self.sketches[handle] is not None}

    def _turned(self, was: dict[str, int]) -> set[str]:
        """The keys of the names that became rarer or more common, by the counts that were before."""
        words = [word for word in self._census.stepped(was) if word != "names"]
        names = {name for word in words for name in self.index[word]}
        self.counts.foresee({word for name in names for word in _places(*name.rsplit(" ", 1))[:2]})
        before = Census(_Before(was, self.counts))
        found = set()
        for name in names:
            first, _, last = name.rpartition(" ")
            if before.rarity(first, last) != self._census.rarity(first, last):
                found.add(min(first, last) + " " + max(first, last))
        return found

    def rarity(self, name: Name) -> Rarity:
        """How rare a name is among these people."""
        if name.key not in self._rarity:
            self._rarity[name.key] = self._census.rarity(*words_of(name))
        return self._rarity[name.key]

    def holders(self, name: Name) -> set[str]:
        """All who bear a name, spelt as it is here."""
        return self.index[f"name {name.key}"]

    def likely_holders(self, name: Name) -> set[str]:
        """All who may bear a name in whatever form or romanisation."""
        found = set(self.index[f"bones {name.bones}"]) if name.bones else set()
        for key in form_keys(name):
            found |= self.index[key]
        return found

    def bearers_in(self, house: str, local: str) -> set[str]:
        """The names (their keys) in an organisation of which a local part such as "jweber" can be made."""
        met = (self.at(handle) for handle in self.index[house_key(house, local[1:])])
        return {name.key for one in met for name in one.names if addresses.shape(local, name)}

    def people_at(self, phone: str) -> int:
        """How many different humans write with a phone number, by the names beside it."""
        if phone not in self._people_at:
            at = (self.at(handle) for handle in self.index[f"phone {phone}"])
            names = {name.key: name for one in at for name in one.names}
            self._people_at[phone] = count_people([names[key] for key in sorted(names)[:20]])
        return self._people_at[phone]

    def cards_called(self, name: str) -> int:
        """How many people the owner's address books have under one name; what shares a card or a number is one."""
        if name not in self._cards_called:
            listed = (self.at(handle) for handle in self.index[f"booked {name}"])
            self._cards_called[name] = pieces([one.profile.cards | one.phones for one in listed if name in one.booked])
        return self._cards_called[name]

    def has_namesakes(self, name: Name, suffix: str = "") -> bool:
        """Whether two people of this name are known; where a generation is told, two of that one."""
        known = self._doubts.get((name.key, suffix))
        if known is None:
            holders = [self.at(handle) for handle in self.holders(name)]
            holders = [one for one in holders if not suffix or one.suffix in {"", suffix}]
            known = self._doubts[name.key, suffix] = are_several(name.key, holders)
        return known

    def is_everywhere(self, contact: str) -> bool:
        """Whether so many know a handle (the owner, a list) that knowing it tells nothing."""
        return self.counts[f"contact {contact}"] > self._limit()

    def _limit(self) -> float:
        """In steps, so that a newcomer seldom moves it."""
        return max(_FEW, _EVERYWHERE * (1 << self.counts["records"].bit_length()))


class _Before(dict[str, int]):
    """Counts as they were, where they have changed since."""

    def __init__(self, was: dict[str, int], now: dict[str, int]) -> None:
        super().__init__(was)
        self._now = now

    def __missing__(self, word: str) -> int:
        return self._now[word]


def _places(first: str, last: str) -> tuple[str, str, str]:
    return f"first {first}", f"last {last}", f"name {first} {last}"


@dataclass(slots=True)
class _Change:
    """What one taking in moved: handles, keys, counts of names as they were, acquaintances."""

    moved: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    was: dict[str, int] = field(default_factory=dict)
    contacts: Counter[str] = field(default_factory=Counter)


def _sketching(memory: Memory) -> Callable[[Collection[str]], dict[str, Sketch | None]]:
    return lambda handles: {handle: sketch(profile) for handle, profile in memory.profiles(handles).items()}
