"""What automatic answers and reports of deliveries say: who is away, who has left, which address is dead."""

# ruff: noqa: E501 - a pattern cut at every 110th letter reads worse than a long line

from __future__ import annotations

import re
from collections.abc import Iterator

from maarif.domain.handles import Handle
from maarif.domain.items import Party
from maarif.normalise.handles import handle_of
from maarif.normalise.names import name_words
from maarif.normalise.statements import Statement
from maarif.normalise.told import said_in_words
from maarif.normalise.told.sentences import is_denied, is_open, is_supposed, plain, sentences_in
from maarif.text.fold import fold

#: Lines that the mail source puts below a report of deliveries.
_FAILED = re.compile(
    r"^Delivery failed: (?P<address>[^\s()<>]{3,320}) \((?P<status>[\d.]{3,12})[^)]{0,20}\)$", re.MULTILINE
)
#: No such box, no such host, a box that was closed, moved or forbidden (RFC 3463, 3.2); full boxes and refusals are none.
_DEAD = frozenset(("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"))

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept?|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)"
)
_DAY = (
    rf"(?:(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|"
    rf"Sonntag),? ?(?:the |dem |den )?)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?(?: of)? ?{_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|"
    r"\d{1,2}[./]\d{1,2}[./](?:\d{2,4})?|\d{4}-\d\d-\d\d)"
)
_AWAY = (
    re.compile(
        rf"(?P<away>(?:out of (?:the )?office|on (?:annual |maternity |paternity |parental |sick )?(?:leave|vacation|holiday)|away|unavailable|travelling|traveling)[^.!?\n]{{0,40}}? (?:until|till|through|to|and (?:will )?(?:return|be back) on|returning(?: on)?|back on) {_DAY})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<away>(?:nicht im (?:Büro|Haus)|im Urlaub|in Elternzeit|in Mutterschutz|abwesend|nicht erreichbar|verreist|auf Dienstreise)[^.!?\n]{{0,30}}? (?:bis(?: zum| einschließlich)?|wieder ab(?: dem)?) {_DAY})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<away>bis(?: zum| einschließlich)? {_DAY} (?:nicht im (?:Büro|Haus)|im Urlaub|in Elternzeit|abwesend|nicht erreichbar|verreist))",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<away>(?:خارج المكتب|في إجازة|في اجازة)[^.!؟\n]{0,20}? (?:حتى|لغاية) [^.!؟\n]{3,30})"),
)
_HOUSE = r"(?P<house>(?:[A-ZÀ-ÖØ-Þ0-9][\w&'’.-]{0,30}(?<!\.))(?: (?:(?:of|for|&|der|für|und) )?[A-ZÀ-ÖØ-Þ0-9][\w&'’-]{0,30}){0,4}|(?:the|our) (?:company|firm|organi[sz]ation|bank|university)|(?:das|unser) (?:Unternehmen|Haus)|die (?:Firma|Bank|Universität)|الشركة|المؤسسة)"
_LEFT = (
    re.compile(
        rf"(?P<name>[^.,;:!?\n]{{2,60}}?) (?:has left|left|has retired from|is no longer (?:with|at|employed (?:by|at)|working (?:for|at))|no longer works (?:for|at|with)|has moved on from) {_HOUSE}"
    ),
    re.compile(rf"(?P<name>[^.,;:!?\n]{{2,60}}?) hat {_HOUSE} (?:[^.,;:!?\n]{{0,30}} )?verlassen"),
    re.compile(
        rf"(?P<name>[^.,;:!?\n]{{2,60}}?) (?:ist nicht (?:mehr|länger)|arbeitet nicht mehr) (?:bei|für|beim|in)(?: der| dem)? {_HOUSE}"
    ),
    re.compile(rf"(?:لم (?:يعد|تعد)) (?P<name>[^.,،!؟\n]{{2,40}}?) (?:يعمل|تعمل) (?:في|لدى) {_HOUSE}"),
    re.compile(rf"(?:غادر|غادرت|ترك|تركت) (?P<name>[^.,،!؟\n]{{2,40}}?) {_HOUSE}"),
)
#: What an automatic answer may say of its sender in the first person.
_OWN = ("left", "moved", "employer")
_LONGEST = 20_000


def said_in_notice(text: str, sender: Handle, sender_name: str) -> Iterator[Statement]:
    """What an automatic mail states: of its sender, and of addresses that could not be reached.

    `left` holds what was left, or the address that is dead with its status; `away` the words that say until when.
    """
    text = text[:_LONGEST]
    for failed in _FAILED.finditer(text):
        if failed["status"] in _DEAD and (handle := handle_of(Party("", failed["address"], "email"), "mail")):
            yield Statement(handle, "left", f"{failed['address']} ({failed['status']})")
    if sender.kind != "email" or _FAILED.search(text):
        return
    known = frozenset((*name_words(sender_name), *name_words(sender.value.partition("@")[0].replace(".", " "))))
    for sentence in sentences_in(plain(text)):
        if not (is_open(sentence) or is_supposed(sentence)):
            yield from _of_sender(sentence, sender, known)
    yield from (said for said in said_in_words(text, sender, sender_name, ()) if said.attribute in _OWN)


def _of_sender(sentence: str, sender: Handle, known: frozenset[str]) -> Iterator[Statement]:
    """Who is away until when, and, in the third person and by name, who has left."""
    for pattern in _AWAY:
        if (found := pattern.search(sentence)) and not is_denied(sentence[: found.start()]):
            yield Statement(sender, "away", found["away"].strip())
            break
    for pattern in _LEFT:
        found = pattern.search(sentence)
        if found and len(known.intersection(name_words(fold(found["name"])))) >= min(2, len(known)) > 0:
            yield Statement(sender, "left", found["house"].strip())
            break
