"""Whether a text can state anything in the first person: asked of every mail, and so made to be quick."""

# ruff: noqa: E501 - a pattern cut at every 110th letter reads worse than a long line

from __future__ import annotations

import re

LANGUAGES = ("en", "de", "ar")

#: Up to this length everything is looked for; in longer German some word ends in -ie.
_SHORT = 240
_GERMAN_END = "ie "
_ALEF, _YA = "ا", "ي"

#: What follows "I" or "we", by first letters.
_SAYS = (
    r"(?:(?:a(?:m|lso|lready|ctually|re|ll)|ha(?:ve|d)|w(?:as|ere|ill)|now|just|still|b(?:oth|e|een)|recently|f(?:inally|irst)|"
    r"got|currently|once|mostly) ){0,4}"
    r"(?:accepted|b(?:ak|ased|eg[aiu]n|ecame|orn)|c(?:limb|ollect|ycl)|d(?:anc|iv|raw|id my|o(?:n['’]t| not) work)|enjoy|fish|"
    r"know (?:some|an? |each )|let go|laid off|been (?:made|laid|let)|with [A-Z]|g(?:ard|rad|o \w+ing|ot (?:to know|an? ))|hik|into |join|k(?:eep|een|nit)|l(?:iv|eft |eav|ov|ik)|m(?:ov|et |ad about|ade red)|no longer|"
    r"p(?:lay|aint|assion)|quit |r(?:un|ow|eti|esign|eloc)|s(?:peak|tud|tart|ing|ail|wi|ki|urf|kat)|"
    r"t(?:urn|ook (?:up|a )|akes? up)|used to work|w(?:ork|ent to ))"
)
#: "I am an engineer", "I have two sons", "I have a job at ..."
_AM = (
    r"(?:['’](?:m|ve)| am| have)(?: (?:now|also|still|got|just|currently)){0,2} "
    r"(?:an? |the |two |three |four |five |six |[2-6] |[\w-]{2,20} (?:[\w-]{2,20} ){0,3}(?:at|with|for) (?:the |[A-Z]))"
)
_KIN = (
    r"(?:(?:best|old|close|good|former|ex-|little|big|younger|older|elder|youngest|oldest|eldest|late|lovely|dear|own|"
    r"only|other|twin|half|step|god)[ -]?){0,2}"
    r"(?:wife|husb|sist|brot|moth|fath|sons?\b|daug|mum|mom|dad|cous|unc|aunt|niece|neph|grand|girlf|boyf|fianc|partn|spou|"
    r"birthd|nativ|first l|last d|friend|neighb|coll|flatm|housem|room|boss)"
)
_ICH = (
    r"(?:arbeit|bin(?: \w+){0,3} (?:[A-Z]|bei)|ha(?:be?|ben) [^!?\n]{0,60}?(?:Geburt|gekünd|aufgeh|angef|Stelle|Job|"
    r"studiert|verlass|Kind|S[öo]hn|T[öo]cht|Katz|Hund|Bien|Hühn|Zieg|Schaf|Pferd|Taub|Jungs|Mädchen)|beginn|fang|start|"
    r"kenne jemand|kenne eine|verlasse |wechs|wohn|leb|zieh|sprech|sing|spiel|lauf|renn|halt|zücht|samml|geh|wander|kletter|segl|strick|mal|tanz|imker|"
    r"töpf|ruder|angl|fotogr|jogg|reit|studier"
)
_WIR = r"|kennen uns|sind (?:\w+ ){0,3}(?:nach|zu)|ha(?:tt|b)en (?:uns|\w+ )"
_KIN_DE = (
    r"(?:kleine|große|jüngere|ältere|jüngste|älteste|liebe|verstorbene|alte|gute|beste|ehemalige)?[rn]? ?"
    r"(?:Ehe|Frau|Mann|Schw|Brud|Mutt|Vat|Mama|Papa|Sohn|Toch|Cous|Onk|Tan|Nich|Neff|Enk|Oma|Opa|Freund|Leb|Verl|Partn|"
    r"Kus|Vett|Stief|Halb|Zwil|Groß|Ur|Pat|Nachb|Koll|Mitb|Chef|Geburtst|Mutters|letzter )"
)
_BEFORE_ICH = [
    "arbeite",
    "wohne",
    "lebe",
    "spreche",
    "habe",
    "beginne",
    "starte",
    "fange",
    "wechsle",
    "ziehe",
    "singe",
    "spiele",
    "laufe",
    "halte",
    "studiere",
    "bin",
    "hab",
]
_BEFORE_WIR = [
    "arbeiten",
    "wohnen",
    "leben",
    "haben",
    "ziehen",
    "singen",
    "spielen",
    "laufen",
    "halten",
    "studieren",
    "sind",
]
#: A pattern that begins with plain letters is searched for by them, which is many times quicker than a choice of
#: patterns; so there is one for each beginning.
_PATTERNS = {
    "en": (
        rf"I(?:(?:['’](?:m|ve|ll|re))? {_SAYS}|{_AM})",
        rf"We(?:['’](?:ve|re|ll))? (?:{_SAYS}|have (?:an?|two|three|four|five|six|[2-6]) )",
        rf"we (?:{_SAYS}|have (?:an?|two|three|four|five|six|[2-6]) )",
        rf"my {_KIN}",
        rf"My {_KIN}",
    ),
    "de": (
        rf"ich {_ICH})",
        rf"Ich {_ICH})",
        rf"wir {_ICH}{_WIR})",
        rf"Wir {_ICH}{_WIR})",
        rf"mein(?:e[rmn]?)? {_KIN_DE}",
        rf"Mein(?:e[rmn]?)? {_KIN_DE}",
        rf" ich(?:{'|'.join(f'(?<={word} ich)' for word in _BEFORE_ICH)})",
        rf" wir(?:{'|'.join(f'(?<={word} wir)' for word in _BEFORE_WIR)})",
    ),
}
_COMPILED = {language: tuple(map(re.compile, patterns)) for language, patterns in _PATTERNS.items()}

_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,20}")
#: Words of the first person, written without hamza on alef; each may follow "and".
_ARABIC = frozenset(
    (prefix + word)
    for word in [
        "زوجي",
        "زوجتي",
        "اخي",
        "اختي",
        "شقيقي",
        "شقيقتي",
        "ابني",
        "ابنتي",
        "بنتي",
        "خالي",
        "خالتي",
        "عمي",
        "عمتي",
        "والدي",
        "والدتي",
        "امي",
        "ابي",
        "جدي",
        "جدتي",
        "خطيبي",
        "خطيبتي",
        "حفيدي",
        "حفيدتي",
        "صديقي",
        "صديقتي",
        "جاري",
        "جارتي",
        "زميلي",
        "زميلتي",
        "عمتي",
        "خالتي",
        "اعمل",
        "اشتغل",
        "نعمل",
        "انا",
        "سابدا",
        "بدات",
        "ساباشر",
        "تركت",
        "غادرت",
        "اعد",
        "استقلت",
        "تقاعدت",
        "اسكن",
        "اعيش",
        "اقيم",
        "نسكن",
        "نعيش",
        "نقيم",
        "انتقلت",
        "انتقلنا",
        "سانتقل",
        "سننتقل",
        "اتكلم",
        "اتحدث",
        "اجيد",
        "اتقن",
        "لغتي",
        "اغني",
        "اعزف",
        "العب",
        "اربي",
        "اركض",
        "اجمع",
        "هوايتي",
        "درسنا",
        "درست",
        "ادرس",
        "تخرجت",
        "ميلادي",
        "ولدت",
        "تعارفنا",
        "تعرفنا",
        "التقينا",
        "اعرف",
        "نعرف",
        "لي",
        "اجري",
        "اشارك",
    ]
    for prefix in ("", "و", "ف")
)
#: "A friend of mine", "ein Freund von mir", "you and I met": rare, and quickly found.
_OF_MINE = (" of mine", " von mir", " and I met", " and I first met")
_YOU_AND_I = re.compile(r" and I (?:first )?met\b")
_BARE_ALEF = str.maketrans("أإآ", "ااا")

_I, _WE, _LATER_WE, _LATER_MY, _MY = _COMPILED["en"]
_GERMAN = _COMPILED["de"]


def may_tell(text: str) -> bool:
    """Whether a text may hold a statement in the first person; most mails hold none."""
    if _I.search(text) or _LATER_MY.search(text) or _WE.search(text) or _LATER_WE.search(text) or _MY.search(text):
        return True
    if any(words in text for words in _OF_MINE):
        return True
    if (_GERMAN_END in text or len(text) < _SHORT) and any(pattern.search(text) for pattern in _GERMAN):
        return True
    return (_YA in text or _ALEF in text) and _is_open_in_arabic(text)


def open_to(sentence: str, language: str) -> bool:
    """Whether a sentence may hold a statement of its writer's in this language."""
    if language == "ar":
        return _is_open_in_arabic(sentence)
    if language == "en" and _YOU_AND_I.search(sentence):
        return True
    return any(pattern.search(sentence) for pattern in _COMPILED[language])


def _is_open_in_arabic(text: str) -> bool:
    return not _ARABIC.isdisjoint(_ARABIC_WORD.findall(text.translate(_BARE_ALEF)))
