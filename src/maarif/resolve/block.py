"""Which pairs are worth comparing: those that share a key, in blocks that are not too large."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from maarif.resolve import addresses
from maarif.resolve.names import Name
from maarif.resolve.sketch import Sketch
from maarif.text.likeness import without_umlauts
from maarif.text.nicknames import forms

#: Blocks larger than this are cut into smaller ones by a second key, and those still larger are left out:
#: what half a hundred handles share says little about two of them.
_LARGEST = 40


def candidates(sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Index pairs (smaller first, in order, each once) of sketches that share at least one key."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(sketches):
        for key in keys(one):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        found.update(_pairs_of(block, sketches))
    return sorted(found)


def _pairs_of(block: list[int], sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    if len(block) <= _LARGEST:
        yield from combinations(block, 2)
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for place in block:
        for key in _second_keys(sketches[place]):
            finer[key].append(place)
    for part in finer.values():
        if len(part) <= _LARGEST:
            yield from combinations(part, 2)


def keys(one: Sketch) -> set[str]:
    """All first keys of a sketch: names in every form, cards, phones, local part, house with surname."""
    profile = one.profile
    found = {f"card {card}" for card in profile.cards}
    found.update(f"phone {phone}" for phone in one.phones)
    found.update(key for name in one.names for key in _name_keys(name))
    if one.local and one.kind == "person" and len(one.local) >= 5:
        found.add(f"local {one.local}")
    found.update(_house_keys(one))
    return found


def _name_keys(name: Name) -> Iterator[str]:
    first, last = without_umlauts(name.first), without_umlauts(name.last)
    yield f"name {name.key}"
    for form in forms(name.first):
        yield "form " + " ".join(sorted((form, last)))
    if name.bones:
        yield f"bones {name.bones}"
    if name.middle:
        for middle in name.middle:
            yield "name " + " ".join(sorted((first, without_umlauts(middle))))


def _house_keys(one: Sketch) -> Iterator[str]:
    houses = {addresses.firm(employer) for employer in one.profile.employers}
    if one.has_house:
        houses.add(one.house)
    for name in one.names:
        for house in houses:
            yield f"house {house} {name.last}"
    if one.has_house and not one.names:
        yield f"house {one.house} {''.join(filter(str.isalpha, one.local))[1:]}"


def _second_keys(one: Sketch) -> Iterable[str]:
    return {
        f"{one.house if one.has_house else ''}",
        f"local {one.local}",
        *map(addresses.firm, one.profile.employers),
    } - {"", "local "}
