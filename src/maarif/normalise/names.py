"""Names as people and programs write them: made plain, cut into words, told from names of no person."""

from __future__ import annotations

import re
from functools import lru_cache

from maarif.text.fold import fold

_INVISIBLE = re.compile("[\u0000-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_ADDRESS = re.compile(
    r"<[^<>]{0,400}>|(?:mailto:|smtp:)?[^\s@<>\"'(),;]{1,200}@[^\s@<>\"'(),;]{1,200}(?:@\w{1,40})?|@\w{1,40}\s*$",
    re.I,
)
_BRACKETED = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|\{[^{}]{0,200}\}")
_TAIL = re.compile(
    r"\s(?:via|on behalf of|im auftrag von|im auftrag|par|de la part de|en nombre de|عبر)\s.{0,200}$|"
    r"\s*[|·•]\s.{0,200}$",
    re.IGNORECASE,
)
#: Lotus Notes: Name/Unit/Company@Domain.
_NOTES = re.compile(r"(?<=\w)/[\w&. -]{1,80}(?:/[\w&. -]{1,80}){0,6}(?:@\w{1,40}){0,2}\s*$")
_MARKED = re.compile(r"^\s*(?:ext(?:ern(?:al)?)?\s?:|\*+ext\*+|re:|fw:)\s*", re.IGNORECASE)
_DASHED = re.compile(r"^(\S{1,60} \S{1,60}(?: \S{1,60}){0,3}) [-–—] .{1,200}$")
_PART = re.compile(r"[^\W\d_]+")


def _folded(table: str) -> frozenset[str]:
    return frozenset(map(fold, table.split()))


#: What stands before a name, folded, without full stops.
_TITLES = _folded(
    """
    dr prof professor mr mrs ms miss mx sir dame lord lady herr frau hr fr dipl-ing dipl-kfm dipl mmag
    mme mlle monsieur madame sr sra srta señor señora doña dott ir drs rev capt lt pd univ-prof م د أ
    السيد السيدة الأستاذ الأستاذة أستاذ أستاذة الدكتور الدكتورة دكتور دكتورة المهندس المهندسة مهندس
    مهندسة الشيخ الحاج dottssa
    """
)
#: What stands behind a name, folded, without full stops.
_SUFFIXES = _folded(
    """
    jr sr ii iii iv phd md mba msc bsc llm esq cpa pmp cfa mph dds dphil bakk dipl-ing
    """
)
#: What stands before or behind a name only with a full stop: "Don" and "Ma" are names, "M.A." is none.
_DOTTED = _folded("ma ba mag sen jun ing gen col hon don di")
#: Particles that belong to the word behind them; those of Arabic do so at the beginning of a name too.
_PARTICLES = _folded(
    """
    von vom van de der den del della di da dos das du la le al el ter ten zu zur af av san st ben
    """
)
_ARABIC_PARTICLES = _folded(
    """
    bin ibn bint abu abou umm abd abdel abdul عبد أبو ابو ابن بن بنت أم ام آل
    """
)

#: Words no person is called by, folded.
_NO_PERSON = _folded(
    """
    team support info information newsletter noreply no-reply donotreply gmbh inc ltd llc llp ag kg ug
    corp corporation company co ev e.v list lists group groups service services admin administrator
    administration office kundenservice kundendienst sales marketing billing invoice invoices
    notification notifications notify alert alerts news update updates customer customers care help
    helpdesk desk webmaster postmaster mailer-daemon daemon system systems account accounts bot robot
    mail email e-mail reply bank hotel shop store university universität institute institut department
    dept abteilung verein redaktion vertrieb buchhaltung sekretariat praxis schule school college club
    committee council board staff recruiting recruitment careers jobs press presse events event booking
    reservations reservierung security konto rechnung bestellung versand online web website internet
    digest daily weekly monthly mailing announcements announcement undisclosed recipients recipient
    everyone all contact kontakt contacto equipo equipe équipe service-client société entreprise empresa
    asociación association foundation stiftung ministry ministerium hotline center centre resource
    resources human public relations communications operations the your our and und et unser ihr فريق
    خدمة خدمات دعم شركة إدارة قسم جامعة مؤسسة جمعية مدرسة وزارة بنك أخبار نشرة مركز مكتب مجموعة
    """
)


@lru_cache(maxsize=1 << 16)
def clean_name(written: str) -> str:
    """A person's name as one would say it: "Weber, Jonas (Tannhof)" and "WEBER Jonas" are "Jonas Weber".

    "" where nothing but an address stands. Small letters stay small; only shouted names are calmed.
    """
    name = _INVISIBLE.sub(" ", written[:400]).replace('"', " ")
    name = _NOTES.sub("", _BRACKETED.sub(" ", name))
    name = _ADDRESS.sub(" ", _MARKED.sub("", name))
    name = _TAIL.sub("", _unquoted(name))
    dashed = _DASHED.match(name)
    name = _unquoted(dashed.group(1) if dashed else name)
    if "," in name:
        name = _turned(name)
    name = " ".join(name.split()).strip(" ,;:/\\|-–—_*")
    return _calmed(name) if any(map(str.isalpha, name)) else ""


def _unquoted(name: str) -> str:
    return name.strip(" \t\"'`´‘’‚“”„«»<>,;")


def _turned(name: str) -> str:
    """What "Weber, Jonas, Dr." is the right way round; what follows a whole name and a comma is left off."""
    parts = [part.strip(" \"'") for part in name.split(",")]
    parts = [part for part in parts if part]
    suffixes = [part for part in parts[1:] if _is_among(part, _SUFFIXES)]
    titles = [part for part in parts[1:] if _is_among(part, _TITLES) and part not in suffixes]
    rest = [part for part in parts if part not in suffixes and part not in titles]
    generation = [part for part in suffixes if _bare(part) in ("jr", "sr", "ii", "iii", "iv")]
    if len(rest) < 2 or (len(name_words(rest[0])) > 1 and not _is_given(rest[1])):
        turned = rest[:1]
    else:
        turned = [rest[1], rest[0]]
    return " ".join([*titles, *turned, *generation])


def _is_given(part: str) -> bool:
    """Whether what stands behind a comma can be given names: a word, or one with initials."""
    return sum(len(_bare(word)) > 1 for word in part.split()) == 1 and is_person_name(part)


def _bare(word: str) -> str:
    return fold(word).replace(".", "").replace(" ", "-")


def _calmed(name: str) -> str:
    """Capitals that only shout ("JONAS WEBER") or mark the surname ("WEBER Jonas") made small again."""
    words = name.split()
    loud = [word.isupper() and len(word) > 2 and word.replace("-", "").replace("'", "").isalpha() for word in words]
    if len(words) < 2 or not any(loud):
        return name
    calm = [_calm_word(word) if is_loud else word for word, is_loud in zip(words, loud, strict=True)]
    if name.isupper():
        return " ".join([_capitalised(words[0]), *map(_calm_word, words[1:])])
    if any(map(_is_no_person, words)):
        return name
    first_calm = loud.index(False)
    if first_calm and not any(loud[first_calm:]) and all(word[0].isupper() for word in words):
        return " ".join(calm[first_calm:] + calm[:first_calm])
    return " ".join(calm)


def _calm_word(word: str) -> str:
    return word.lower() if word.lower() in _PARTICLES else _capitalised(word)


def _capitalised(word: str) -> str:
    return _PART.sub(lambda part: part.group().capitalize(), word)


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name in order, without titles before it and suffixes behind it.

    A particle is one word with the word behind it, so that its spellings are equal: "van der Berg" and
    "Vanderberg" are "vanderberg", "al-Hassan" and "Al Hassan" "alhassan", "Abu Bakr" "abubakr". The first
    word of a name is taken for a particle only where it is an Arabic one (Abu, Abd, Ibn ...): "Van" and "Al"
    can be given names.
    """
    written = [word.strip(",;\"'()") for word in fold(name).replace("‐", "-").split()]
    written = [word for word in written if any(map(str.isalnum, word))]
    while len(written) > 1 and _is_among(written[0], _TITLES):
        written.pop(0)
    while len(written) > 1 and _is_among(written[-1], _SUFFIXES):
        written.pop()
    return tuple(_joined([_bare(word) for word in written]))


def _is_among(word: str, table: frozenset[str]) -> bool:
    bare = _bare(word)
    return bare in table or ("." in word and bare in _DOTTED)


def _joined(folded: list[str]) -> list[str]:
    joined: list[str] = []
    held = ""
    for index, word in enumerate(folded):
        is_last = index == len(folded) - 1
        is_particle = word in _ARABIC_PARTICLES or (word in _PARTICLES and (joined or held))
        if is_particle and not is_last:
            held += word
        else:
            joined.append(held + _without_article_hyphen(word))
            held = ""
    return joined


def _without_article_hyphen(word: str) -> str:
    """The word "al-hassan" without its hyphen; other hyphens join two names and stay."""
    article, hyphen, rest = word.partition("-")
    return article + rest if hyphen and article in ("al", "el", "as", "ad", "ash", "abu", "abd", "d", "o") else word


@lru_cache(maxsize=1 << 16)
def is_person_name(name: str) -> bool:
    """Whether a name can be a person's: two words or more, or one with a capital (or in Arabic)."""
    words = name.split()
    if not words or len(words) > 7 or any(c.isdigit() or c in "@&+/\\|_<>=#!?:" for c in name):
        return False
    if any(_is_no_person(word) for word in words):
        return False
    named = [word for word in words if any(map(str.isalpha, word)) and _bare(word) not in _TITLES]
    if len(named) != 1:
        return len(named) > 1
    only = named[0]
    return (only[0].isupper() and not (only.isupper() and len(only) > 1)) or not (only.isupper() or only.islower())


def _is_no_person(word: str) -> bool:
    bare = fold(word).strip(".,;'\"()")
    return bare in _NO_PERSON or re.search(r"\w\w\.[a-z]{2,}$", bare) is not None
