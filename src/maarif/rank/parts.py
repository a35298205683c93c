"""The parts of a need beside its topic: places, times, houses, whom to reach and whom to keep out of it."""

from __future__ import annotations

import re

from maarif.domain.needs import NeedParts
from maarif.text.concepts import related_in
from maarif.text.fold import fold
from maarif.text.places import find_places

#: Capitalised words in a row, joined by particles, "and" and commas.
_WORD = r"[^\W\d_a-z][\w'’-]+"
_RUN = rf"{_WORD}(?:\s+(?:(?:van|von|de|der|den|al|el|bin|abu)\s+)?{_WORD}){{0,3}}"
_RUNS = rf"{_RUN}(?:\s*(?:,|and|or|und|oder)\s+{_RUN}){{0,5}}"
_ARABIC = r"[\u0621-\u064a]{2,}(?:\s+[\u0621-\u064a]{2,})?"

#: What keeps somebody out: before the name, and behind it.
_KEPT_OUT = (
    rf"(?:\b[Nn]obody|\b[Nn]o one|\b[Nn]ot anyone|\b[Aa]nyone but|\b[Nn]ot (?:with|to))\s+(?:from|at|in|of)?\s*(?:the\s+)?({_RUN})",
    rf"({_RUN})['’]s\s+(?:family|folks|parents|relatives|friends|team|colleagues|people)\s+(?:must|should|may|can|need)(?:n['’]t| not| never)",
    rf"(?:\b[Nn]iemand|\b[Kk]eine[rn]?)\s+(?:von|bei|aus|vom|beim)\s+(?:der\s+|dem\s+)?({_RUN})",
    rf"({_RUN})s?\s+(?:Familie|Eltern|Freunde|Team|Kolleg\w+|Leute)\s+(?:darf|dürfen|soll|sollen|sollte)\s+(?:\w+\s+){{0,2}}?(?:nicht|nichts|nie)\b",
    rf"(?:لا أحد من|لا احد من|ما حدا من|ولا حدا من|مش من|غير)\s+(?:شركة|مدرسة|بيت|دار|عائلة|أهل|اهل)?\s*({_ARABIC})",
    rf"(?:\b[Bb]ut not|\b[Nn]ot|\b[Ee]xcept(?: for)?|\b[Oo]ther than|\b[Aa]nyone but|\b[Ww]ithout (?:telling|asking|involving)|\b[Dd]o(?:n['’]t| not) (?:tell|ask|involve)|\b[Bb]ehind|\b[Nn]ot a word to|\b[Kk]eep)\s+({_RUNS})",
    rf"({_RUNS})(?:'s back|\s+(?:must|should|may|can|is)(?:n['’]t| not| never)(?: to)? (?:know|hear|find out|learn|be told)|\s+out of (?:it|this))",
    rf"(?:\b[Aa]ußer|\b[Aa]usser|\bnur nicht|\baber nicht|\bnicht (?:an|mit|bei|zu)|\b[Oo]hne dass)\s+({_RUNS})",
    rf"({_RUNS})\s+(?:darf|dürfen|soll|sollen|sollte)\s+(?:\w+\s+){{0,2}}?(?:nicht|nichts|nie)\b",
    rf"(?:ما عدا|باستثناء|دون علم|بدون علم|دون أن يعرف|دون ان يعرف|بدون ما يعرف|لا تخبر(?:وا|ي)?|غير)\s+({_ARABIC})",
)
#: Which house one wants into, or out of reach of.
_HOUSE = (
    rf"\b(?:at|with|from|inside|join)\s+({_RUN})",
    rf"\b(?:bei|bei der|beim|von der|zur)\s+({_RUN})",
    rf"(?:في شركة|لدى|عند شركة|بشركة)\s+({_ARABIC})",
)
#: Whom one wants to reach.
_REACH = (
    rf"\b(?:introduce me to|put me in touch with|get to|reach|meet|contact|get hold of|connect me (?:to|with))\s+({_RUNS})",
    rf"\b(?:Kontakt (?:zu|mit)|Draht zu|bekannt machen mit|vorstellen bei|kennt)\s+({_RUNS})",
    rf"\b({_RUN})\s+(?:vorstellen|kennenlernen)",
    rf"(?:يعرفني (?:على|إلى|الى)|الوصول إلى|التواصل مع|يوصلني (?:ب|إلى|الى)\s?)\s*({_ARABIC})",
)
_TIMES = re.compile(
    r"\b(?:(?:next|this|by|before|until|from|in|on|ab|bis|im|am|nächste[nrs]?|diese[nrs]?|vor|seit|after|nach)\s+"
    r"(?:the\s+|dem\s+|end\s+of\s+|ende\s+|mid\s+|mitte\s+)?"
    r"(?:week(?:end)?|month|year|spring|summer|autumn|winter|wochenende|woche|monat|jahr|frühjahr|frühling|sommer|herbst|winter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|"
    r"oktober|dezember|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag|20\d\d)|today|tomorrow|tonight|heute|morgen)\b"
    r"|(?:الأسبوع|الشهر|السنة|العام|الصيف|الشتاء|الربيع|الخريف)(?: (?:القادم|القادمة|المقبل|المقبلة|الجاي))?|غدا|غداً|بكرا|اليوم|نهاية الأسبوع",
    re.IGNORECASE,
)
_COMPILED = {
    "keep_out": [re.compile(p) for p in _KEPT_OUT],
    "organisations": [re.compile(p) for p in _HOUSE],
    "reach": [re.compile(p) for p in _REACH],
}
#: Arabic has no capitals: a particle behind a name is not part of it.
_AFTER_NAME = re.compile(r"\s+(?:في|من|على|عن|الى|إلى|مع|او|أو|و)$")
_BETWEEN = re.compile(r"\s*(?:,|\band\b|\bor\b|\bund\b|\boder\b)\s+")


def parts_of(text: str) -> NeedParts:
    """What a need says beside its topic, as far as its words say so plainly."""
    places = tuple(find_places(text))
    kept_out = _names(text, "keep_out")
    taken = {fold(name) for name in (*places, *kept_out)}
    return NeedParts(
        fields=tuple(related_in(text)),
        places=places,
        times=tuple(dict.fromkeys(match.group().strip() for match in _TIMES.finditer(text))),
        organisations=tuple(name for name in _names(text, "organisations") if fold(name) not in taken),
        reach=tuple(name for name in _names(text, "reach") if fold(name) not in taken),
        keep_out=kept_out,
    )


def without_kept_out(text: str) -> str:
    """The need without the names of those who are to be kept out of it: they are no topic."""
    for pattern in _COMPILED["keep_out"]:
        text = pattern.sub(lambda match: match.group().replace(match.group(1), " "), text)
    return text


def _names(text: str, part: str) -> tuple[str, ...]:
    found: list[str] = []
    for pattern in _COMPILED[part]:
        for match in pattern.finditer(text):
            found += [_AFTER_NAME.sub("", name.strip()) for name in _BETWEEN.split(match.group(1)) if name.strip()]
    return tuple(dict.fromkeys(found))
