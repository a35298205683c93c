"""Written names taken apart: given name, surname, what stands between, junior or senior."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from maarif.text.fold import words
from maarif.text.likeness import skeleton, without_umlauts, word_table

_TITLES = word_table(
    "mr mrs ms miss mister dr prof professor doctor herr frau hr fr dipl ing phd mba md esq sir dame rev "
    "mme mlle monsieur madame sra srta senor senora ustaz hajj haj hajji sheikh السيد السيده الاستاذ "
    "الاستاذه الدكتور الدكتوره دكتور د م الحاج الشيخ المهندس مهندس"
)
#: How kin and elders are called in address books and chats; no part of the name ("Onkel Dieter", "Hülya Abla").
_KIN = word_table(
    "oma opa tante onkel mutti vati cousin cousine omi auntie uncle granny grandma grandpa mum mom tonton "
    "tatie papi abuela abuelo abla teyze amca dayi ciocia wujek babcia dziadek khalo ammo خالي خالتي عمي عمتي "
    "جدي جدتي ماما بابا تيته جدو"
)
#: What stands between a title and the name in "Dr. med. dent. Anna Weber".
_FACULTIES = word_table("med dent vet phil rer nat pol jur iur ing oec habil hc mult")
_PARTICLES = word_table(
    "von van de der den del della di da dos das du la le les zu zum zur vom ten ter al el ben bin ibn "
    "bint bent d v ال بن ابن بنت"
)
_JOINED_TO_NEXT = word_table("abd abdul abdel abdal abu abou umm um oum عبد ابو ام")
_JUNIOR = word_table("jr jun junior ii iii iv jnr filho fils hijo mlodszy")
_SENIOR = word_table("sr sen senior snr pere padre pai starszy")
#: Words that no human is called: several people, a firm, a place to write to.
_NO_HUMAN = word_table(
    "familie family famille familia عائله and und et team group gruppe groupe support service services "
    "info office sales marketing gmbh ag kg ohg ug ev inc llc ltd corp corporation company co plc sa sarl "
    "bv limited noreply reply newsletter list liste verteiler mailing department dept abteilung admin "
    "administrator webmaster postmaster mailer daemon notification notifications customer kundenservice "
    "kundendienst help desk helpdesk hausverwaltung verein club foundation stiftung committee all "
    "undisclosed recipients unknown unbekannt praxis kanzlei شركه مجموعه فريق خدمه"
)
_NO_NAME = re.compile(r"[@&+/\\<>#*=|\d]|https?:|www\.|\.(?:com|net|org|info|de|fr|uk)\b", re.IGNORECASE)
#: "(Houston)", "[extern]": said of the person, no part of the name.
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_CLEAN_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Name:
    """A full name of one human, folded: `first` and `last` are never empty; `suffix` is "jr", "sr" or "".

    `whole` is the last word with the particles before it joined to it ("vondertannen", "benmoussa"), or `last`.
    `key` is what equal names share whatever the order of their words and the umlauts; `bones` what a name keeps in
    any romanisation, "" where too little is left to tell anything.
    """

    written: str
    first: str
    last: str
    middle: tuple[str, ...] = ()
    suffix: str = ""
    whole: str = ""
    key: str = ""
    bones: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """First, middle and last, in order."""
        return (self.first, *self.middle, self.last)

    @property
    def surnames(self) -> tuple[str, ...]:
        """The last word, with its particles too, and what stands before it where that may be a surname."""
        return tuple(dict.fromkeys((self.last, self.whole or self.last, *self.middle)))


def key_of(first: str, last: str) -> str:
    """Two words of a name whatever their order and umlauts."""
    one, other = without_umlauts(first), without_umlauts(last)
    return f"{one} {other}" if one <= other else f"{other} {one}"


def _bones(first: str, last: str) -> str:
    ours, theirs = skeleton(first), skeleton(last)
    return f"{ours} {theirs}" if ours and theirs and len(ours) + len(theirs) >= 4 else ""


@lru_cache(maxsize=200_000)
def read_name(written: str) -> Name | None:
    """Take a written name apart; None where it is no full name (two words at least) of one human."""
    if len(written) > _CLEAN_LENGTH or _NO_NAME.search(written):
        return None
    said = words(_in_order(_ASIDE.sub(" ", written)))
    if not _NO_HUMAN.isdisjoint(said):
        return None
    suffix, said = _without_suffix(said)
    core, whole = _without_particles(said)
    if not 2 <= len(core) <= 6 or sum(map(len, core)) < 4 or all(len(w) == 1 for w in (core[0], core[-1])):
        return None
    first, last = core[0], core[-1]
    return Name(written, first, last, tuple(core[1:-1]), suffix, whole, key_of(first, last), _bones(first, last))


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


def _without_particles(said: list[str]) -> tuple[list[str], str]:
    """Titles, kin words and particles away, "abd" and "abu" joined to what follows them; and the last word whole."""
    core: list[str] = []
    joined, held, whole, titled = "", "", "", False
    for place, word in enumerate(said):
        titled = _is_title(word, place, titled and not core)
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        if joined:
            bare = word.removeprefix("ال")
        if bare in _JOINED_TO_NEXT and place + 1 < len(said):
            joined = _JOINT.get(bare, bare)
        elif joined and bare in {"al", "el", "ar", "ur", "er"}:
            continue
        elif word in _PARTICLES:
            held += word if core else ""
        elif not titled:
            core.append(joined + bare)
            whole, joined, held = held + joined + bare, "", ""
    return core, whole


def _is_title(word: str, place: int, after_title: bool) -> bool:
    if after_title and word in _FACULTIES:
        return True
    return (word in _TITLES or word in _KIN) and (place == 0 or len(word) > 1)


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
