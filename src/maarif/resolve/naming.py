"""What a person is called and by which id."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.resolve.addresses import name_in, split
from maarif.resolve.names import read_name


def person_id(handle: Handle) -> str:
    """The id of whoever is behind a handle, from its text alone: "p" and eight base32 digits (40 bits)."""
    digest = blake2b(str(handle).encode(), digest_size=5).digest()
    return "p" + base64.b32encode(digest).decode().lower()


def name_of(profiles: Sequence[Profile]) -> tuple[str, tuple[str, ...]]:
    """The best name to show for a cluster, and all other names written beside its handles.

    Best is what an address-book card calls them, then the most frequent full name, then any other name, then
    what the address spells ("jan.weber": "Jan Weber"), then the address itself. Others: most frequent first.
    """
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts.update(dict(profile.names))
    on_cards = _names_on_cards(profiles)
    ranked = sorted(counts, key=lambda name: (read_name(name) is None, -on_cards[name], -counts[name], name))
    best = ranked[0] if ranked else _name_of_handle(min(profile.handle for profile in profiles))
    others = sorted((name for name in counts if name != best), key=lambda name: (-counts[name], name))
    return best, tuple(others)


def _names_on_cards(profiles: Sequence[Profile]) -> Counter[str]:
    """How many handles a card calls so; a handle that is met only on cards has its names from there."""
    found: Counter[str] = Counter()
    for profile in profiles:
        if profile.card_names:
            found.update(profile.card_names)
        elif profile.cards and "mail" not in profile.sources:
            found.update(name for name, _ in profile.names)
    return found


def _name_of_handle(handle: Handle) -> str:
    if handle.kind == "name":
        return handle.value.rpartition("@")[0].title() or handle.value
    if handle.kind == "email":
        return name_in(split(handle.value)[0]) or handle.value
    return handle.value
