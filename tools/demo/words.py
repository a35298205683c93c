"""The language a text is written in, and how its writer takes leave."""

from __future__ import annotations

import re

from tools.demo import dice
from tools.demo.letters import Letter

_GERMAN = re.compile(r"\b(und|ich|nicht|der|die|das|ist|wir|auf|bitte|noch|für|mit|dir|euch|Sie)\b")
_ENGLISH = re.compile(r"\b(and|the|you|not|is|we|for|with|it|that|are|of|to|have)\b")

_CLOSINGS = {
    "en": ("Love,", "See you,", "Take care,", "Bye for now,", "", "x"),
    "de": ("Liebe Grüße", "LG", "Bis bald", "Herzlich", "Viele Grüße", ""),
    "ar": ("مع المحبة", "سلامي", "تحياتي", ""),
}
_OFFICE = {
    "en": ("Best regards,", "Thanks,", "Best,", "Regards,"),
    "de": ("Viele Grüße", "Gruß", "Beste Grüße", "Mit freundlichen Grüßen"),
    "ar": ("تحياتي",),
}


def language(text: str) -> str:
    """`ar`, `de` or `en`, whichever most of the text is written in."""
    if len(re.findall(r"[\u0600-\u06ff]", text)) * 3 > len(text):
        return "ar"
    return "de" if len(_GERMAN.findall(text)) > len(_ENGLISH.findall(text)) else "en"


def closing(letter: Letter, name: str, *, office: bool) -> str:
    """The last lines of a mail; short answers often end without."""
    key = f"{letter.thread}/{letter.place}/{letter.at}"
    if letter.place and len(letter.text) < 140 and dice.number(key, 2):
        return ""
    tongue = language(letter.text)
    if letter.sender.key == "lena":
        name = "لينا" if tongue == "ar" else "Lena"
    if tongue != "ar" and not name.isascii() and letter.sender.about.get("l") == "ar":
        name = letter.sender.name.split()[0]
    own = {"Deine", "Dein", "Ihre", "Euer"} & set(name.split())
    phrase = "" if own else dice.pick(key, (_OFFICE if office else _CLOSINGS)[tongue])
    return f"\n\n{phrase}\n{name}" if phrase else f"\n\n{name}"
