"""Whether a heading or a file's name can be what somebody is called."""

from __future__ import annotations

import re

from maarif.text.fold import fold
from maarif.text.nicknames import is_given_name

_WORDS = re.compile(r"[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,4}")
_PARTICLES = frozenset(("van", "von", "de", "der", "den", "al", "bin", "zu"))
#: Words that stand in headings and in nobody's name.
_TOPICS = frozenset(
    map(
        fold,
        """
        notes note diary journal readme index inbox todo tasks ideas idea plan plans people contacts
        links misc archive template home work family friends project projects meeting meetings calls
        call open next steps questions list reading books recipes travel trip shopping agenda
        minutes summary contact address background history about daily weekly monthly log overview
        goals budget draft drafts scratch untitled untitled-note the and of for with notizen notiz
        tagebuch ideen idee leute personen kontakte aufgaben projekt projekte treffen anrufe offene
        fragen nächste schritte liste bücher rezepte reise einkauf protokoll zusammenfassung adresse
        hintergrund geschichte übersicht ziele familie freunde arbeit zuhause und der die das
        ملاحظات يوميات أفكار قائمة أشخاص عائلة عمل مشروع اجتماع أسئلة كتب سفر
        """.split(),
    )
)


def is_called(words: str) -> bool:
    """Tell whether words can be a person's full name: two to five, each with a capital (or in Arabic).

    They must begin with a given name that is known, for "Blue Moon" could as well be somebody.
    """
    if not _could_be_a_name(words) or " " not in words.strip():
        return False
    return is_given_name(fold(words.split(maxsplit=1)[0].rstrip(".")))


def is_called_briefly(words: str) -> bool:
    """Tell the same of a place where only people are listed: any words that could be a name do."""
    return _could_be_a_name(words)


def _could_be_a_name(words: str) -> bool:
    bare = words.strip()
    if not _WORDS.fullmatch(bare):
        return False
    written = bare.split()
    if any(fold(word) in _TOPICS for word in written):
        return False
    return all(not word[0].islower() or word in _PARTICLES for word in written)
