"""What people look for, wonder or offer, in sentences of their own."""

from __future__ import annotations

import re

from maarif.domain.needs import NeedKind
from maarif.tend.sentences import sentences

_WISH = re.compile(
    r"\b(?:i'm|i am|we're|we are|am|are|is|was|still|been) (?:still |also |currently |desperately )?"
    r"(?:looking|searching|hunting) for\b"
    r"|\bdo(?:es)? (?:you|anyone|anybody|someone|somebody)(?: here)?(?: happen to)? (?:know|have|sell|rent|lend)\b"
    r"|\b(?:any|some)(?:one|body) (?:who|here who|knows?|has)\b.{0,60}\?|\bi(?:'m| am) in need of\b|\bi(?: really)? need an?\b"
    r"|\bi(?:'d| would) (?:love|like) to (?:find|learn|meet|try|know)\b|\bi wish i (?:knew|had|could)\b"
    r"|\b(?:suche?n?|sucht) (?:ich |wir |noch |gerade |immer |dringend |zurzeit |nach |eine?n? |jemanden? )"
    r"|\bauf der suche nach\b|\bkennst du|\bkennt ihr|\bkennt (?:hier )?jemand\b|\bweisst du\b.{0,60}\bwer\b"
    r"|\bhat (?:hier )?jemand\b|\bich brauche (?:eine?n?|jemanden?|noch)\b|\bich wurde gern(?:e)?\b"
    r"|\b[وف]?(?:ابحث|نبحث|يبحث|تبحث|ادور|بدور) (?:عن|علي)\b|\bهل (?:تعرف|تعرفين|يعرف|تعرفون|لديك|عندك)\w*"
    r"|\b(?:احتاج|محتاج|محتاجه|نحتاج|اتمني|اود ان|ارغب في)\b"
)
_OFFER = re.compile(
    r"\bi(?:'d| would)? (?:can|could|be happy to|be glad to|love to) (?:help|lend|show|teach|introduce|give)\b"
    r"|\b(?:happy|glad) to (?:help|introduce|lend|show|share)\b|\b(?:i have|we have|i've got) .{0,40}\b(?:spare|to give away|to rent|free)\b"
    r"|\bgiv(?:e|ing) away\b|\bich (?:kann|konnte|wurde) (?:dir |euch |ihnen )?gern(?:e)? .{0,40}(?:helfen|leihen|zeigen|geben)\b"
    r"|\bhabe? .{0,40}\b(?:ubrig|zu verschenken|abzugeben|zu vermieten)\b|\bverschenken\b|\bhelfe (?:dir |euch )?gern"
    r"|\b(?:استطيع|يمكنني|بامكاني) (?:ان )?(?:اساعد|مساعد)\w*|\bيسعدني ان\b"
)
_HINT = re.compile(
    r"look|search|hunt|know|need|any|some|love|like|wish|such|kenn|weiss|weiß|jemand|brauch|gern|بحث|دور|تعرف|عرف|"
    r"حتاج|تمن|تمنى|ود|رغب|لدي|عند",
    re.IGNORECASE,
)
_OFFER_HINT = re.compile(
    r"help|lend|introduce|glad|happy|spare|away|rent|free|gern|verschenk|übrig|vermiet|ساعد|يسعد", re.IGNORECASE
)

#: What is no wish although it sounds like one: courtesy, appointments, and looking forward.
_COURTESY = re.compile(
    r"\blooking forward\b|\bneed a (?:minute|moment|break|coffee)\b|\bdo you have (?:time|a minute)\b|"
    r"\b(?:do|does) \w+ know (?:that|this|it|what|how|why|where|when|if|whether|him|her|them|me|the feeling)\b|"
    r"\b(?:kennst|weisst) du (?:das|den film|was|wie|warum|noch)\b|\bnothing\b|\bno longer\b|\bnicht mehr\b|\bhast du zeit\b|\bwhat time\b|\blet me know\b"
)

_KINDS: tuple[tuple[NeedKind, re.Pattern[str]], ...] = (
    ("job", re.compile(r"\b(?:job|position|internship|arbeit|stelle|praktikum)\b|(?<!\w)(?:عمل|وظيفه)(?!\w)")),
    ("company", re.compile(r"\b(?:to (?:run|hike|cook|sing|play|climb|cycle) with|join|mitmachen|mitlaufen)\b")),
)


def wish_in(text: str) -> tuple[str, NeedKind] | None:
    """The first sentence in which the writer looks for something or asks who knows, with the kind of need it is."""
    if not _HINT.search(text):
        return None
    for plain, folded in sentences(text):
        if _WISH.search(folded) and not _COURTESY.search(folded) and len(folded.split()) >= 4:
            return plain, next((kind for kind, pattern in _KINDS if pattern.search(folded)), "expert")
    return None


def offer_in(text: str) -> str | None:
    """The first sentence in which the writer offers something; None where there is none."""
    if not _OFFER_HINT.search(text):
        return None
    return next((plain for plain, folded in sentences(text) if _OFFER.search(folded) and "?" not in plain), None)
