"""The language a text is written in, and how its writer takes leave."""

from __future__ import annotations

import re

from tools.demo import dice
from tools.demo.letters import Letter

_GERMAN = re.compile(r"\b(und|ich|nicht|der|die|das|ist|wir|auf|bitte|noch|für|mit|dir|euch|Sie)\b")
_ENGLISH = re.compile(r"\b(and|the|you|not|is|we|for|with|it|that|are|of|to|have)\b")

_CLOSINGS = {
    "en": ("Love,", "See you,", "Take care,", "", ""),
    "de": ("Liebe Grüße", "LG", "Bis bald", "Herzlich", ""),
    "ar": ("مع المحبة", "سلامي", "تحياتي", ""),
}
_OFFICE = {
    "en": ("Best regards,", "Thanks,", "Best,", "Cheers,"),
    "de": ("Viele Grüße", "Gruß", "Beste Grüße", "LG"),
    "ar": ("تحياتي",),
}
_CLOSE = ("family", "university", "travel")
_FORMAL = re.compile(r"\b(Frau Haddad|Herr \w+|Sehr geehrte\w*|Guten Tag)\b")


def language(text: str, otherwise: str = "en") -> str:
    """`ar`, `de` or `en`, whichever most of the text is written in; `otherwise` where nothing tells."""
    if len(re.findall(r"[\u0600-\u06ff]", text)) * 3 > len(text):
        return "ar"
    german, english = (
        len(_GERMAN.findall(text)) + len(re.findall("[äöüß]", text)),
        len(_ENGLISH.findall(text)),
    )
    return otherwise if german == english else "de" if german > english else "en"


def closing(letter: Letter, *, office: bool) -> str:
    """The last lines of a mail; stories end with a name alone, short answers often without."""
    key = f"{letter.thread}/{letter.place}/{letter.at}"
    if letter.place and len(letter.text) < 140 and (letter.told or dice.number(key, 2)):
        return ""
    tongue = language(letter.text, letter.sender.about.get("l", "en"))
    name = _name(letter, tongue)
    own = {"Deine", "Dein", "Ihre", "Euer"} & set(name.split())
    if own or (letter.told and not office):
        return f"\n\n{name}"
    if tongue == "de" and _FORMAL.search(letter.text):
        return f"\n\nMit freundlichen Grüßen\n{letter.sender.name}"
    phrase = dice.pick(key, (_OFFICE if office else _CLOSINGS)[tongue])
    if phrase == "Love," and not {one.circle for one in (letter.sender, *letter.to)} & set(_CLOSE):
        phrase = ""
    return f"\n\n{phrase}\n{name}" if phrase else f"\n\n{name}"


def _name(letter: Letter, tongue: str) -> str:
    sender = letter.sender
    if sender.key == "lena":
        return "لينا" if tongue == "ar" else "Lena"
    if tongue != "ar" and sender.about.get("l") == "ar":
        return sender.name.split()[0]
    return sender.about.get("s") or sender.first
