"""Two sketches side by side, with what every rule needs worked out once."""

from __future__ import annotations

from functools import cache

from maarif.resolve import addresses
from maarif.resolve.birthdays import compare_birthdays
from maarif.resolve.comparing import AGREEING, Likeness, is_slip, nearest
from maarif.resolve.crowd import Crowd
from maarif.resolve.names import Name
from maarif.resolve.rarity import Rarity
from maarif.resolve.sketch import Sketch

#: Likenesses that may come from a slip of the pen.
_SLIPS: frozenset[Likeness] = frozenset({"surname", "kin", "other"})
_RARITIES: tuple[Rarity, ...] = ("rare", "usual", "common")
_NOBODY: frozenset[str] = frozenset()


class Pair:
    """Two sketches among all; `family` are the texts of the handles already known to be one of these two.

    `likeness` tells how their two nearest names (`names`, empty where a side has no full name) stand to each other,
    `agree` whether these may be one human's; `rarity` is that of the more common one; `circle` tells how many
    acquaintances whom few others have they share, and how many the one with fewer has. `is_booked` tells that one is a
    chat that shows the name on a card of the other; `tells` names what there is to be compared at all.
    """

    __slots__ = (
        "_made", "agree", "birthdays", "circle", "crowd", "family", "is_booked", "left", "likeness", "names", "rarity",
        "right", "shared_cards", "shared_phones", "tells",
    )  # fmt: skip

    def __init__(self, left: Sketch, right: Sketch, crowd: Crowd, family: frozenset[str] = _NOBODY) -> None:
        self.left, self.right, self.crowd, self.family = left, right, crowd, family
        found = nearest(left.names, right.names)
        self.likeness: Likeness = found[0] if found else "none"
        self.names: tuple[Name, ...] = found[1:] if found else ()
        if self.likeness in _SLIPS and not left.profile.birthdays.isdisjoint(right.profile.birthdays):
            self._read_as_slip()
        self.agree = self.likeness in AGREEING
        self.is_booked = (left.shown != "" and left.shown in right.booked) or (
            right.shown != "" and right.shown in left.booked
        )
        if self.is_booked and not self.agree:
            self.likeness, self.names = "none", ()  # what the owner calls somebody need not be their name
        self.shared_cards = left.profile.cards & right.profile.cards
        self.shared_phones = left.phones & right.phones

    def _read_as_slip(self) -> None:
        """Whoever was born on the same day has a name that is one slip away, unless both are given names of their own:
        twins'."""
        slips = ((one, other) for one in self.left.names for other in self.right.names if is_slip(one, other))
        found = next(slips, None)
        if found is not None:
            self.likeness, self.names = "spelling", found

    def work_out(self) -> None:
        """Work out the rest, once it is known that the pair is worth it."""
        one, other, crowd = self.left.profile, self.right.profile, self.crowd
        self.rarity: Rarity = max(map(crowd.rarity, self.names), key=_RARITIES.index, default="rare")
        self.birthdays = compare_birthdays(one.birthdays, other.birthdays)
        self.circle = _circle(self) if self.agree and one.contacts and other.contacts else (0, 0)
        self._made: bool | None = None
        self.tells = _what_is_told(self)

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


def _what_is_told(pair: Pair) -> frozenset[str]:
    left, right = pair.left, pair.right
    one, other, agree = left.profile, right.profile, pair.agree
    mails = left.local != "" != right.local
    return _told(
        agree, bool(pair.shared_cards), bool(pair.shared_phones), pair.birthdays != "none",
        bool(one.cities and other.cities), mails, mails and left.local == right.local,
        left.house == right.house != "", agree and bool(one.employers or other.employers),
        agree and bool(one.titles and other.titles), pair.circle[0] > 1, bool(one.contacts or other.contacts),
        left.people > 1 or right.people > 1, bool(left.suffix or right.suffix), left.spelt or right.spelt,
        bool(left.phones and right.phones), pair.is_booked, left.talks and right.talks,
    )  # fmt: skip


_TOLD = (
    "agree", "cards", "phones", "birthdays", "cities", "mails", "locals", "house", "employers", "titles", "circle",
    "company", "several", "generation", "spelt", "numbers", "booked",
    "talk",
)  # fmt: skip


@cache
def _told(*flags: bool) -> frozenset[str]:
    return frozenset(word for word, flag in zip(_TOLD, flags, strict=True) if flag)


def _are_made(pair: Pair) -> bool:
    names = dict.fromkeys((*pair.left.names, *pair.right.names))
    locals_ = {pair.left.local, pair.right.local}
    return all(any(addresses.shape(local, name) for name in names) for local in locals_)


def _circle(pair: Pair) -> tuple[int, int]:
    left, right = pair.left.profile.contacts, pair.right.profile.contacts
    shared = left & right
    if not shared:
        return 0, 0
    ours = {pair.left.key, pair.right.key}
    telling = sum(not pair.crowd.is_everywhere(contact) for contact in shared - ours)
    return telling, min(len(left - ours), len(right - ours))
