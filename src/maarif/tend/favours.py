"""Give and take, as words tell of it: thanks, offers, and what notes say of help."""

from __future__ import annotations

import re
from collections.abc import Collection

from maarif.domain.outreach import FavourKind
from maarif.tend.sentences import sentences
from maarif.text.fold import fold

#: Thanks for something done; "thanks," at the end of a mail is none.
_THANKS = re.compile(
    r"\b(?:thank you|thanks|many thanks|so grateful|grateful)\b[^.!?]{0,30}?\b(?:for|so much for|again for)\b"
    r"|\bi owe you (?:one|a (?:dinner|beer|coffee|drink|favou?r))\b|\bwithout your help\b|\byou helped me\b"
    r"|\b(?:danke?|dank|vielen dank|herzlichen dank)\b[^.!?]{0,30}?\b(?:fur|dass)\b|\bohne deine hilfe\b"
    r"|\bhast mir (?:so |sehr )?geholfen\b|\bich schulde dir\b"
    r"|(?<!\w)(?:شكرا|اشكرك|اشكركم|ممتن|ممتنه|مشكور|مشكوره)(?!\w)[^.!?؟]{0,30}?(?<!\w)(?:علي|ل\w{3,}|لان\w*)|(?<!\w)ساعدتني(?!\w)"
)
_THANKS_HINT = re.compile(
    r"thank|grateful|owe you|your help|helped|dank|hilfe|geholfen|schulde|شكر|ممتن|ساعد", re.IGNORECASE
)

#: Thanks for words alone: an answer, a message, an invitation, a nice evening.
_FOR_WORDS = re.compile(
    r"\b(?:for|fur) (?:\w+ )?(?:writing|your (?:\w+ )?(?:mail|email|message|letter|reply|note|answer|time|order|interest|"
    r"understanding|patience|payment)|the (?:\w+ )?(?:mail|email|message|reply|update|reminder|evening|invite|invitation)|"
    r"(?:deine|ihre|die|eure) (?:\w+ )?(?:mail|nachricht|antwort|ruckmeldung|zeit|geduld|einladung|anfrage|info|infos)|"
    r"(?:den|das) (?:\w+ )?(?:hinweis|abend|verstandnis))\b|(?<!\w)(?:علي|ل)\s?(?:ال)?(?:رد|رساله|رسالتك|دعوه|وقت)\w*"
)
_OFFER = re.compile(
    r"\b(?:if i can help|let me know if (?:i|there'?s anything i) can|i(?:'d| would) be (?:happy|glad) to help|happy to help|"
    r"i can introduce you|i could introduce you|i can put you in touch)\b"
    r"|\b(?:wenn ich (?:dir |euch )?helfen kann|sag bescheid,? wenn|ich helfe (?:dir |euch )?gern|ich kann (?:dir|euch) gern)\b"
    r"|(?<!\w)(?:اذا احتجت|يمكنني مساعدتك|استطيع ان اساعدك|انا جاهز لاي مساعده)"
)
_OFFER_HINT = re.compile(r"help|introduce|in touch|helfe|bescheid|gern|احتجت|مساعد|ساعد", re.IGNORECASE)

#: Notes on help: the owner is "I", the other is named.
_RECEIVED_NOTED = (
    r"{name}(?:'s|s)? (?:\w+ ){{0,2}}?(?:helped (?:me|us)|lent me|introduced me|drove me|lets? me|gave me|put me in touch)",
    r"{name} hat (?:mir|uns) (?:\w+ ){{0,8}}?(?:geholfen|geliehen|vorgestellt|vermittelt|gegeben|gefahren)",
    r"(?:mir|uns) hat {name} (?:\w+ ){{0,8}}?geholfen",
    r"(?:ساعدني|ساعدتني|ساعدنا|اعارني|عرفني) (?:\w+ ){{0,2}}?{name}",
    r"{name} (?:ساعدني|ساعدتني|ساعدنا)",
)
_GIVEN_NOTED = (
    r"(?:i |we )?(?:helped|lent|introduced|drove|taught) (?:\w+ ){{0,2}}?{name}",
    r"(?:ich )?habe? (?:\w+ )?{name} (?:\w+ ){{0,8}}?(?:geholfen|geliehen|vorgestellt|vermittelt|gefahren)",
    r"{name} (?:\w+ ){{0,4}}?beim? (?:\w+ ){{0,4}}?geholfen",
    r"(?:ساعدت|ساعدنا|اعرت|عرفت) (?:\w+ ){{0,2}}?{name}",
)
_NOTED_HINT = re.compile(
    r"help|lent|introduc|drove|gave|taught|let me|in touch|geholfen|geliehen|vorgestellt|vermittelt|ساعد|عار",
    re.IGNORECASE,
)


def favour_in(text: str, by_owner: bool) -> tuple[FavourKind, str] | None:
    """What a message between the owner and one other tells of a favour, and its sentence.

    Thanks of theirs mean that the owner gave; thanks of the owner's that they received; an offer counts where the
    owner makes it.
    """
    if _THANKS_HINT.search(text):
        for plain, folded in sentences(text):
            if _THANKS.search(folded) and not _FOR_WORDS.search(folded):
                return ("received" if by_owner else "given"), plain
    if by_owner and _OFFER_HINT.search(text):
        for plain, folded in sentences(text):
            if _OFFER.search(folded):
                return "offered", plain
    return None


def favour_noted(text: str, names: Collection[str]) -> tuple[FavourKind, str] | None:
    """What a note of the owner's tells of a favour between them and somebody of these names, and its sentence."""
    if not _NOTED_HINT.search(text):
        return None
    spelled = "|".join(sorted({re.escape(fold(name)) for name in names if len(name) > 2}, key=len, reverse=True))
    if not spelled:
        return None
    name = rf"\b(?:{spelled})"
    received = re.compile("|".join(each.format(name=name) for each in _RECEIVED_NOTED))
    given = re.compile("|".join(rf"\b{each.format(name=name)}" for each in _GIVEN_NOTED))
    for plain, folded in sentences(text):
        if received.search(folded):
            return "received", plain
        if given.search(folded):
            return "given", plain
    return None
