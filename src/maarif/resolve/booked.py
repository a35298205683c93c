"""What the owner's own address books call somebody, and which chats show these names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.resolve.names import read_name
from maarif.text.fold import fold
from maarif.text.likeness import word_table

#: Sources whose cards the owner wrote; what a network says of its members, they wrote themselves.
_BOOKS = word_table("vcard contacts_csv abbu jcard xcard ldif")
#: Exports in which people are called as the owner's telephone has them.
_SHOWING = word_table("whatsapp signal imessage")
_ASIDE = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")


def shown(handle: Handle) -> str:
    """The folded name that a chat took from the owner's telephone, or "" for all other handles."""
    if handle.kind != "name":
        return ""
    name, _, scope = handle.value.rpartition("@")
    return _plain(name) if scope in _SHOWING else ""


def _plain(name: str) -> str:
    """A name as it is compared: every word and sign counts, emoji too; what stands in brackets does not."""
    return " ".join(fold(_ASIDE.sub(" ", name)).split()).strip(" ,;:/\\|-–—_*")


def cards_of(profile: Profile) -> list[tuple[str, tuple[str, ...]]]:
    """For each card in a book of the owner's that lists a handle: the book, and the names on it, folded."""
    found = []
    for source, key, *names in sorted(profile.booked):
        plain = tuple(filter(None, dict.fromkeys(map(_plain, names))))
        if source in _BOOKS and plain:
            found.append((key.rpartition("/")[0], plain))
    return found


def bearers(cards: Sequence[tuple[str, tuple[str, ...]]]) -> int:
    """How many humans the cards of one book tell of, where none of them gives a full name: Mum and Dad are two."""
    by_book: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for book, names in cards:
        if not any(map(read_name, names)):
            by_book[book].append(names)
    return max((1 + _apart(cards) for cards in by_book.values()), default=0)


def _apart(cards: Sequence[tuple[str, ...]]) -> bool:
    words = [set(" ".join(names).split()) for names in cards]
    return any(not (one <= other or other <= one) for one, other in combinations(words, 2))


def pieces(sets: Iterable[frozenset[str]]) -> int:
    """How many pieces sets form that hang together by what they share."""
    pieces: list[set[str]] = []
    for one in sets:
        meeting = [piece for piece in pieces if not piece.isdisjoint(one)]
        pieces = [piece for piece in pieces if piece.isdisjoint(one)] + [set(one).union(*meeting)]
    return len(pieces)
