"""Whom a note says its writer met, beside those it links to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from maarif.domain.handles import Handle
from maarif.normalise.handles import name_handle
from maarif.normalise.names import is_person_name
from maarif.normalise.told.english import NAME
from maarif.normalise.told.lexicon import NO_NAMES
from maarif.normalise.told.retold import retold
from maarif.normalise.told.sentences import is_denied, is_open, is_supposed, plain, sentences_in
from maarif.text.fold import fold
from maarif.text.nicknames import is_given_name

#: The scope of bare names in the owner's notes.
_SCOPE = "notes"
_OCCASION = re.compile(
    r"(?:[Pp]arty|[Ff]est|[Ff]eier|[Hh]ochzeit|[Kk]onferenz|[Mm]esse|[Cc]hor|[Kk]urs|[Gg]eburtstag|[Tt]agung|[Ww]edding|"
    r"[Cc]onference|[Bb]irthday|[Cc]ongress)$"
)
_WITHOUT_VERB = re.compile(r"^(?:Habe|Hab|Heute|Gestern|Neulich) ")
_ARABIC = (
    "[\u0620-\u064a]{2,20}"
    "(?: (?!(?:في|خلال|أثناء|عند|عن|اليوم|أمس) )[\u0620-\u064a]{2,20}(?= (?:في|خلال|أثناء|عند) |[,،.؛]|$))?"
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        map(
            re.compile,
            (
                rf"(?<!\w)(?:[Mm]et|[Gg]ot to know|[Ii]ntroduced to) (?P<name>{NAME})",
                rf"(?<!\w)(?P<name>{NAME}) [^.,;:!?\n]{{0,80}}?kennen ?gelernt",
                rf"^(?:[Nn]ew|[Nn]eue[rs]?) [\w-]{{3,20}}: (?P<name>{NAME})",
                rf"(?<!\w)(?P<name>{NAME}) getroffen(?=[,.;!]|$)",
                rf"(?<!\w)[وف]?(?:تعرفت (?:على|إلى)|تعرفنا على) (?P<name>{_ARABIC})",
                rf"(?<!\w)[وف]?(?:التقيت|اجتمعت) (?:ب|مع )(?P<name>{_ARABIC})",
            ),
        )
    )


def people_met(text: str, named: Sequence[tuple[str, Handle]]) -> tuple[tuple[str, Handle], ...]:
    """Names and handles of those a note says were met, each once; those it names otherwise are left out."""
    known = {fold(part) for name, _ in named for part in (name, *name.split()[:1])}
    found: dict[Handle, str] = {}
    for sentence in sentences_in(plain(text)):
        if not (is_open(sentence) or is_supposed(sentence) or is_denied(sentence)):
            told = retold(sentence, notes=True)
            for name in (name for each in told for name in _met_in(each)):
                handle = name_handle(name, _SCOPE)
                if handle is not None and fold(name) not in known:
                    found.setdefault(handle, name)
    return tuple((name, handle) for handle, name in found.items())


def _met_in(sentence: str) -> Iterator[str]:
    for pattern in _patterns():
        for found in pattern.finditer(sentence):
            name = _WITHOUT_VERB.sub("", found["name"]).removesuffix("'s").removesuffix("’s")
            if found["name"].endswith(name) and not is_event(name) and _is_name(name):
                yield name


def is_event(name: str) -> bool:
    """Whether a run of capitals ends with an occasion and so names nobody ("Auf Alis Party")."""
    return _OCCASION.search(name) is not None


def _is_name(name: str) -> bool:
    """Whether words can name somebody: a given name that is known, or several words with capitals."""
    words = [fold(word) for word in name.split()]
    if not words or any(word in NO_NAMES for word in words) or not is_person_name(name):
        return False
    return is_given_name(words[0]) or (len(words) > 1 and name.isascii() and name.istitle())
