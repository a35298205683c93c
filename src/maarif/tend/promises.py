"""Small promises ("I'll send you the recipe") and whether they were kept."""

from __future__ import annotations

import re

from maarif.tend.sentences import sentences
from maarif.text.fold import fold, words
from maarif.text.language import is_stopword
from maarif.text.stem import stem_variants

#: Folded below, as is what they are compared with. Something is to come from the writer to the reader.
_GIVES = "send|bring|lend|forward|mail|email|show|introduce|connect|write|call|ring|give|ask|share|pass|return|find|put"
_PROMISE = re.compile(
    rf"\b(?:i'll|i will|i'm going to|i shall|let me)\b(?! (?:see|know|be|have to|never|not)\b)"
    rf"(?: \w+){{0,3}}? (?:{_GIVES})\b(?: \w+){{0,3}}? (?:you|your)\b"
    r"|\bi promise(?:d)? (?:you|to)\b|\bi owe you (?:the|that|an answer)\b"
    r"|\b(?:ich|wir) (?:schicke?n?|sende|bringe?n?|leihe|maile|leite|zeige|stelle|schreibe|gebe|frage|besorge|suche)\b"
    r"(?: \w+){0,4}? (?:dir|euch|ihnen|fur dich|fur sie)\b"
    r"|\bich (?:werde|kann|will) (?:dir|euch|ihnen)\b(?: \w+){0,6}? (?:schicken|senden|bringen|leihen|zeigen|geben|"
    r"weiterleiten|schreiben|vorstellen|heraussuchen|raussuchen)\b"
    r"|\b(?:schicke?|sende|bringe?|leite|maile) (?:ich )?(?:dir|euch|ihnen)\b|\bversprochen\b"
    r"|\b[وف]?(?:سوف |س)(?:ارسل|ابعث|احضر|اجلب|اعطي|اعرف|اريك|اكتب|اتصل|اسال|اشارك)\w{0,3}(?= )"
    r"|\b(?:رح|راح|حا?) ?(?:ابعت|ابعث|ارسل|اجيب)\w{0,4}|\bاعدك\b"
)
_HINT = re.compile(r"i'll|i’ll|i will|going to|shall|let me|promise|owe|ich|dir|euch|ihnen|س|رح|اعدك", re.IGNORECASE)

#: Whoever asks or supposes promises nothing.
_OPEN = re.compile(r"[?؟]|\b(?:if|wenn|falls|would|could|might|wurde|konnte)\b|(?<!\w)(?:لو|اذا)(?!\w)")

#: How somebody writes who gives what was promised.
_HANDED = re.compile(
    r"\b(?:here (?:is|are|it is|you go)|as promised|attached|enclosed|wie versprochen|anbei|hier (?:ist|sind|kommt)|"
    r"im anhang)\b|(?<!\w)(?:كما وعدت|تجد|مرفق|في المرفق|هذه? هي?|اليك)\w{0,2}"
)


def promise_in(text: str) -> str | None:
    """The first sentence in which the writer promises the reader something to come; None where there is none."""
    if not _HINT.search(text):
        return None
    for plain, folded in sentences(text):
        if _PROMISE.search(folded) and not _OPEN.search(folded):
            return plain
    return None


def is_kept(promise: str, later: str) -> bool:
    """Whether something the owner wrote later to the same person keeps a promise: it hands something over, or it
    speaks of the thing that was promised."""
    if _HANDED.search(fold(later[:400])):
        return True
    things = _things(promise)
    return bool(things & _things(later))


def _things(text: str) -> set[str]:
    """The terms of what a text is about, words of giving left out."""
    return {
        term
        for word in words(text[:4000])
        if len(word) > 3 and word not in _ACTS and not is_stopword(word)
        for term in stem_variants(word)
    }


_ACTS = frozenset(
    fold(word)
    for word in """send bring lend forward mail email show introduce write call give share pass return find promise
    promised tomorrow tonight today week weekend soon later morning evening monday tuesday wednesday thursday friday
    saturday sunday schicke schicken sende senden bringe bringen leihe zeige gebe schreibe morgen heute abend woche
    wochenende bald spater montag dienstag mittwoch donnerstag freitag samstag sonntag versprochen سأرسل سأبعث غدا
    اليوم قريبا الأسبوع""".split()
)
