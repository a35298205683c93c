"""Written names taken apart and held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal, TypeAlias

from maarif.text.fold import words
from maarif.text.likeness import is_arabic, skeleton, without_umlauts, word_likeness, word_table
from maarif.text.nicknames import forms, is_given_name

#: How two names stand to each other, the nearest first; "none" where a side has no full name.
Likeness: TypeAlias = Literal[
    "equal",
    "nickname",
    "script",
    "fewer",
    "spelling",
    "turned",
    "initial",
    "surname",
    "middle",
    "kin",
    "other",
    "none",
]
_RANK: dict[Likeness, int] = {
    "equal": 0, "nickname": 1, "script": 2, "fewer": 3, "spelling": 4, "turned": 5, "initial": 6,
    "surname": 7, "middle": 8, "kin": 9, "other": 10, "none": 11,
}  # fmt: skip
#: Likenesses in which both names may well be those of one human.
AGREEING: frozenset[Likeness] = frozenset({"equal", "nickname", "script", "fewer", "spelling"})

_TITLES = word_table(
    "mr mrs ms miss mister dr prof professor doctor herr frau hr fr dipl ing phd mba md esq sir dame rev "
    "mme mlle monsieur madame sra srta senor senora ustaz hajj haj hajji sheikh السيد السيده الاستاذ "
    "الاستاذه الدكتور الدكتوره دكتور د م الحاج الشيخ المهندس مهندس"
)
#: What stands between a title and the name in "Dr. med. dent. Anna Weber".
_FACULTIES = word_table("med dent vet phil rer nat pol jur iur ing oec habil hc mult")
_PARTICLES = word_table(
    "von van de der den del della di da dos das du la le les zu zum zur vom ten ter al el ben bin ibn "
    "bint bent ال بن ابن بنت"
)
_JOINED_TO_NEXT = word_table("abd abdul abdel abdal abu abou umm um oum عبد ابو ام")
_JUNIOR = word_table("jr jun junior ii iii iv jnr filho")
_SENIOR = word_table("sr sen senior snr")
#: Words that no human is called: several people, a firm, a place to write to.
_NO_HUMAN = word_table(
    "familie family famille familia عائله and und et team group gruppe groupe support service services "
    "info office sales marketing gmbh ag kg ohg ug ev inc llc ltd corp corporation company co plc sa sarl "
    "bv limited noreply reply newsletter list liste verteiler mailing department dept abteilung admin "
    "administrator webmaster postmaster mailer daemon notification notifications customer kundenservice "
    "kundendienst help desk helpdesk hausverwaltung verein club foundation stiftung committee all "
    "undisclosed recipients unknown unbekannt شركه مجموعه فريق خدمه"
)
_NO_NAME = re.compile(r"[@&+/\\<>#*=|\d]|https?:|www\.|\.(?:com|net|org|info|de|fr|uk)\b", re.IGNORECASE)
#: "(Houston)", "[extern]": said of the person, no part of the name.
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_CLEAN_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Name:
    """A full name of one human, folded: `first` and `last` are never empty; `suffix` is "jr", "sr" or ""."""

    written: str
    first: str
    last: str
    middle: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """First, middle and last, in order."""
        return (self.first, *self.middle, self.last)

    @property
    def key(self) -> str:
        """What equal names share whatever the order of their words and the umlauts."""
        return " ".join(sorted((without_umlauts(self.first), without_umlauts(self.last))))

    @property
    def bones(self) -> str:
        """What a name keeps in any romanisation; "" where too little is left to tell anything."""
        first, last = skeleton(self.first), skeleton(self.last)
        return f"{first} {last}" if first and last and len(first) + len(last) >= 4 else ""


@lru_cache(maxsize=200_000)
def read_name(written: str) -> Name | None:
    """Take a written name apart; None where it is no full name (two words at least) of one human."""
    if len(written) > _CLEAN_LENGTH or _NO_NAME.search(written):
        return None
    said = words(_in_order(_ASIDE.sub(" ", written)))
    if not _NO_HUMAN.isdisjoint(said):
        return None
    suffix, said = _without_suffix(said)
    core = _without_particles(said)
    if not 2 <= len(core) <= 6 or sum(map(len, core)) < 4 or all(len(w) == 1 for w in (core[0], core[-1])):
        return None
    return Name(written, core[0], core[-1], tuple(core[1:-1]), suffix)


def _in_order(written: str) -> str:
    """ "Weber, Jan" as "Jan Weber"; what follows a second comma stays at the end."""
    last, comma, rest = written.partition(",")
    if not comma or set(words(rest)) <= _JUNIOR | _SENIOR | _TITLES:
        return written
    return f"{rest} {last}"


def _without_suffix(said: list[str]) -> tuple[str, list[str]]:
    if len(said) > 2 and said[-1] in _JUNIOR:
        return "jr", said[:-1]
    if len(said) > 2 and said[-1] in _SENIOR:
        return "sr", said[:-1]
    return "", said


def _without_particles(said: list[str]) -> list[str]:
    """Titles and particles away, "abd" and "abu" joined to what follows them."""
    core: list[str] = []
    joined, titled = "", False
    for place, word in enumerate(said):
        titled = (titled and not core and word in _FACULTIES) or (
            word in _TITLES and (place == 0 or len(word) > 1)
        )
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        if joined:
            bare = word.removeprefix("ال")
        if bare in _JOINED_TO_NEXT and place + 1 < len(said):
            joined = _JOINT.get(bare, bare)
        elif joined and bare in {"al", "el", "ar", "ur", "er"}:
            continue
        elif word not in _PARTICLES and not titled:
            core.append(joined + bare)
            joined = ""
    return core


#: How "servant of", "father of" and "mother of" are written when joined to the next word.
_JOINT = {
    "abdul": "abdal",
    "abdel": "abdal",
    "abd": "abdal",
    "abou": "abu",
    "oum": "umm",
    "um": "umm",
    "عبد": "عبدال",
}


@lru_cache(maxsize=400_000)
def compare(left: str, right: str) -> Likeness:
    """Tell how two written names stand to each other; "none" where one is no full name."""
    one, other = read_name(left), read_name(right)
    if one is None or other is None:
        return "none"
    if one.key == other.key:
        return "middle" if _middles_clash(one, other) else _equal_or_turned(one, other)
    turned = Name(other.written, other.last, other.first, other.middle, other.suffix)
    return min(_compare(one, other), _compare(one, turned), key=_RANK.__getitem__)


def _equal_or_turned(one: Name, other: Name) -> Likeness:
    """Weber Jan is Jan Weber; Martin Thomas need not be Thomas Martin."""
    turned = without_umlauts(one.first) != without_umlauts(other.first)
    return "turned" if turned and is_given_name(one.first) and is_given_name(one.last) else "equal"


def _compare(one: Name, other: Name) -> Likeness:
    first, last = _first_likeness(one.first, other.first), _last_likeness(one.last, other.last)
    if "other" not in (first, last) and _middles_clash(one, other):
        return "middle"
    if first == "other":
        return "kin" if last in {"equal", "script"} else "other"
    if last == "other":
        return _with_another_surname(one, other, first)
    return max(first, last, key=_RANK.__getitem__)


def _with_another_surname(one: Name, other: Name, first: Likeness) -> Likeness:
    few, many = sorted((set(one.words), set(other.words)), key=len)
    if first == "equal" and len(few) < len(many) and few <= many:
        return "fewer"
    return "surname" if first in {"equal", "nickname", "script"} else "other"


def _first_likeness(one: str, other: str) -> Likeness:
    if without_umlauts(one) == without_umlauts(other):
        return "equal"
    if not forms(one).isdisjoint(forms(other)):
        return "script" if is_arabic(one) != is_arabic(other) else "nickname"
    if is_given_name(one) and is_given_name(other):
        return "other"
    return _written_likeness(one, other)


def _last_likeness(one: str, other: str) -> Likeness:
    if without_umlauts(one) == without_umlauts(other):
        return "equal"
    return _written_likeness(one, other)


def _written_likeness(one: str, other: str) -> Likeness:
    if is_arabic(one) != is_arabic(other):
        return "script" if skeleton(one) == skeleton(other) != "" else "other"
    if 1 in (len(one), len(other)):
        return "initial" if one[0] == other[0] else "other"
    return "spelling" if _misspelt(one, other) else "other"


def _misspelt(one: str, other: str) -> bool:
    """One slip of the pen in a longish word; Jan and Jon are different names."""
    if min(len(one), len(other)) < 5:
        return False
    return word_likeness(one, other) >= 0.93


def _middles_clash(one: Name, other: Name) -> bool:
    """Both name a middle name, and no word of one fits a word of the other."""
    if not one.middle or not other.middle:
        return False
    return not any(a.startswith(b) or b.startswith(a) for a, b in product(one.middle, other.middle))


def nearest(left: tuple[Name, ...], right: tuple[Name, ...]) -> tuple[Likeness, Name, Name] | None:
    """The two names, one of each side, that stand nearest; None where a side has none."""
    best: tuple[Likeness, Name, Name] | None = None
    for one, other in product(left, right):
        found = compare(one.written, other.written)
        if best is None or _RANK[found] < _RANK[best[0]]:
            best = (found, one, other)
    return best
