"""How somebody speaks of a thing: as one who asks for it, who denies knowing, or who has done it."""

from __future__ import annotations

import re

from maarif.text.fold import fold

#: What a sentence is worth as a reason by how it speaks: who asks for a thing does not have it, who says "no idea"
#: has none; who tells of their own work or life knows it best. Set by hand.
ASKS, DENIES, TELLS = 0.25, 0.1, 1.3

_ASKS = re.compile(
    r"\b(?:does|do|can|could|has|have|would|is) (?:any(?:one|body)|some(?:one|body)|you(?: all| lot)?|there|u)\b|\b(?:any(?:one|body)) (?:know|have|got|here|who|else|about|near)"
    r"|\b(?:looking for|in search of|in need of|recommend (?:me|us)|any (?:recommendations|tips|ideas|advice)|where can i|who knows|wanted:)\b"
    r"|\b(?:kennt|weiss|hat|kann|konnte|hatte) (?:hier |einer |eine |von euch |da |zufallig )*(?:jemand|irgendjemand|irgendwer|wer|einer|ihr)\b|\b(?:weiss jemand|suche (?:noch |gerade |dringend )?(?:ein|eine|einen|jemand\w*|nach)|wer (?:kennt|weiss|hat|kann)|jemand (?:eine idee|einen tipp|erfahrung))\b"
    r"|(?:حدا|حد|احد) (?:ب?يعرف|عنده|عندو|معه|معو|ب?يقدر)|(?:مين|من) (?:ب?يعرف|عنده|عندو|ب?يقدر)|(?:بدور|عم دور|ادور|ابحث|نبحث|بدنا|محتاج\w*) (?:علي|عن|حدا)|هل (?:يعرف|تعرف|عند|يوجد|من)"
)
_DENIES = re.compile(
    r"\b(?:no idea|not a clue|no clue|haven.t the foggiest|haven.t a clue|don.t (?:know|understand|have) (?:anything|much|the first|any|a thing)|know nothing|never (?:tried|done|been|had|learnt|learned|got round)|can.t (?:help|tell)"
    r"|not (?:me|my thing|for me)|useless at|hopeless (?:at|with)|gave (?:it )?up|given up|wish i (?:could|knew))\b"
    r"|\b(?:keine ahnung|null ahnung|keinen schimmer|kenne mich (?:da |damit |nicht )*nicht aus|verstehe (?:davon |da )*nichts|weiss (?:davon |daruber |da )*nichts|nie (?:gemacht|probiert|gelernt)|nichts fur mich|kann (?:ich )?(?:dir |euch )?(?:da )?nicht helfen|aufgegeben)\b"
    r"|(?:ما عندي|ما الي|ليس لدي|ما لي) (?:اي )?(?:فكره|خبره|علم)|ما بعرف (?:شي|اشي|شيي|عن)?|لا اعرف|ما بفهم|ما (?:جربت|عملت) (?:ابدا|قط|ولا مره)"
)
_TELLS = re.compile(
    r"\b(?:i|we|my|our)(?:.ve| have|.d|.m| am|.re)? (?:\w+ ){0,3}?(?:did|done|do|work\w*|worked|used to|run|ran|made|make|built|build|fit\w*|fixed|teach|taught|trained|learnt|learned|grew|grow|keep|kept|play\w*|sing|sang|swim|swam|climb\w*|hike\w*"
    r"|studied|retired|qualified|had|got|moved|been|went|finished|passed|sold|bought|own|volunteer\w*|coach\w*|sit on|chair)\b"
    r"|\b(?:for a living|for (?:\w+ ){1,2}years|years (?:as|in|at|with|of)|by trade|my trade|(?:brother|sister|husband|wife|mother|mum|father|dad|son|daughter|cousin|uncle|aunt|friend|neighbour)(?: in law)? (?:is|was|works|runs|does|fits|teaches|has|keeps|makes|plays))\b"
    r"|\b(?:ich|wir|mein\w*|unser\w*) (?:\w+ ){0,3}?(?:habe|haben|hab|arbeite\w*|mache\w*|war|waren|bin|baue\w*|unterrichte\w*|leite\w*|spiele\w*|singe\w*|schwimme\w*|gelernt|studiert|fahre\w*|halte\w*|betreibe\w*)\b|\b(?:von beruf|seit (?:\w+ ){1,2}jahren|jahre lang|gelernte[rn]?"
    r"|(?:bruder|schwester|mann|frau|mutter|vater|sohn|tochter|cousin\w*|onkel|tante|freund\w*|nachbar\w*) (?:ist|war|arbeitet|leitet|macht|baut|unterrichtet|hat|spielt))\b"
    r"|(?:بشتغل|اشتغل|اعمل|عملت|اشتغلت|درست|تعلمت|جربت|عندي|صرلي|من (?:\w+ )?سنين|منذ (?:\w+ )?سن|ابن عمي|بنت عمي|اخي|اخوي|اختي|زوجي|زوجتي|جوزي|مرتي|ابني|بنتي|خالي|عمي|جاري)"
)


def stance(sentence: str) -> float:
    """What a sentence is worth as a reason, by how it speaks: asks, denies, tells of one's own, or nothing of it (1)."""
    folded = fold(sentence).replace("'", " ").replace("’", " ")
    if _DENIES.search(folded):
        return DENIES
    if _ASKS.search(folded) or ("?" in sentence or "؟" in sentence):
        return ASKS
    return TELLS if _TELLS.search(folded) else 1.0
