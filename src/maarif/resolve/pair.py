"""Two sketches side by side, with what every rule needs worked out once."""

from __future__ import annotations

from maarif.domain.handles import Handle
from maarif.resolve import addresses
from maarif.resolve.birthdays import compare_birthdays
from maarif.resolve.comparing import AGREEING, Likeness, nearest
from maarif.resolve.crowd import Crowd
from maarif.resolve.names import Name
from maarif.resolve.rarity import Rarity
from maarif.resolve.sketch import Sketch

_RARITIES: tuple[Rarity, ...] = ("rare", "usual", "common")
_NOBODY: frozenset[Handle] = frozenset()


class Pair:
    """Two sketches among all; `family` are the handles already known to be one of these two.

    `likeness` tells how their two nearest names (`names`, empty where a side has no full name) stand to each other,
    `agree` whether these may be one human's; `rarity` is that of the more common one; `circle` tells how many
    acquaintances whom few others have they share, and how many the one with fewer has.
    """

    __slots__ = (
        "_made", "agree", "birthdays", "circle", "crowd", "family", "left", "likeness", "names", "rarity", "right",
        "shared_cards", "shared_phones",
    )  # fmt: skip

    def __init__(self, left: Sketch, right: Sketch, crowd: Crowd, family: frozenset[Handle] = _NOBODY) -> None:
        self.left, self.right, self.crowd, self.family = left, right, crowd, family
        found = nearest(left.names, right.names)
        self.likeness: Likeness = found[0] if found else "none"
        self.names: tuple[Name, ...] = found[1:] if found else ()
        self.agree = self.likeness in AGREEING
        self.shared_cards = left.profile.cards & right.profile.cards
        self.shared_phones = left.phones & right.phones

    def work_out(self) -> None:
        """Work out the rest, once it is known that the pair is worth it."""
        one, other, crowd = self.left.profile, self.right.profile, self.crowd
        self.rarity: Rarity = max(map(crowd.rarity, self.names), key=_RARITIES.index, default="rare")
        self.birthdays = compare_birthdays(one.birthdays, other.birthdays)
        self.circle = _circle(self) if self.agree and one.contacts and other.contacts else (0, 0)
        self._made: bool | None = None

    @property
    def are_made_of_names(self) -> bool:
        """Whether both addresses are made of a name that stands beside either."""
        if self._made is None:
            self._made = bool(self.left.local and self.right.local) and _are_made(self)
        return self._made

    @property
    def are_mails(self) -> bool:
        """Whether both handles are mail addresses."""
        return self.left.local != "" != self.right.local

    @property
    def is_shared(self) -> bool:
        """Whether one of the two carries the names of several humans."""
        return self.left.people > 1 or self.right.people > 1


def _are_made(pair: Pair) -> bool:
    names = dict.fromkeys((*pair.left.names, *pair.right.names))
    locals_ = {pair.left.local, pair.right.local}
    return all(any(addresses.shape(local, name) for name in names) for local in locals_)


def _circle(pair: Pair) -> tuple[int, int]:
    left, right = pair.left.profile.contacts, pair.right.profile.contacts
    shared = left & right
    if not shared:
        return 0, 0
    ours = {str(pair.left.profile.handle), str(pair.right.profile.handle)}
    telling = sum(not pair.crowd.is_everywhere(contact) for contact in shared - ours)
    return telling, min(len(left - ours), len(right - ours))
