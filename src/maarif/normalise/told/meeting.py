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
from maarif.normalise.told.sentences import is_denied, is_open, is_supposed, plain, sentences_in
from maarif.text.fold import fold
from maarif.text.nicknames import is_given_name

#: The scope of bare names in the owner's notes.
_SCOPE = "notes"
_ARABIC = "[\u0620-\u064a]{2,20}"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        map(
            re.compile,
            (
                rf"(?<!\w)(?:[Mm]et|[Gg]ot to know|[Ii]ntroduced to) (?P<name>{NAME})",
                rf"(?<!\w)(?P<name>{NAME}) [^.,;:!?\n]{{0,80}}?kennengelernt",
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
            for name in _met_in(sentence):
                handle = name_handle(name, _SCOPE)
                if handle is not None and fold(name) not in known:
                    found.setdefault(handle, name)
    return tuple((name, handle) for handle, name in found.items())


def _met_in(sentence: str) -> Iterator[str]:
    for pattern in _patterns():
        for found in pattern.finditer(sentence):
            name = found["name"].removesuffix("'s").removesuffix("’s")
            if name == found["name"] and _is_name(name):
                yield name


def _is_name(name: str) -> bool:
    """Whether words can name somebody: a given name that is known, or several words with capitals."""
    words = [fold(word) for word in name.split()]
    if not words or any(word in NO_NAMES for word in words) or not is_person_name(name):
        return False
    return is_given_name(words[0]) or (len(words) > 1 and name.isascii() and name.istitle())
