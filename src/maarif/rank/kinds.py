"""Which kind of help a need asks for, told from its words in English, German and Arabic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maarif.domain.needs import NeedKind
from maarif.text.fold import fold


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase (a regular expression over folded text) that speaks for a kind with so many points."""

    kind: NeedKind
    phrase: str
    points: float = 1.0


#: Points: 3 where the phrase names the kind outright, 2 where it mostly means it, 1 where it hints at it.
CUES = (
    Cue("job", r"\b(?:new|another|a|next) (?:\w+ )?(?:job|position|role|work)\b", 2),
    Cue("job", r"\b(?:job[- ]?hunt\w*|job search|unemployed|laid off|career change|change (?:of )?(?:jobs?|careers?)|vacanc\w+|openings?)\b", 3),
    Cue("job", r"\blooking for (?:a |an |some )?(?:\w+ ){0,2}(?:job|work|position|role|employment|internship)\b", 3),
    Cue("job", r"\b(?:neue[nr]?|andere[nr]?) (?:\w+ )?(?:job|stelle|arbeit|arbeitsstelle|anstellung|stellung)\b", 3),
    Cue("job", r"\b(?:jobsuche|stellensuche|arbeitslos|stelle suche|suche (?:\w+ ){0,2}(?:arbeit|stelle|job)|beruflich verandern|praktikum)\b", 3),
    Cue("job", r"(?:ابحث|بحث|ادور|اريد|احتاج)\w* (?:\w+ ){0,2}(?:عمل|وظيفه|شغل)|وظيفه جديده|عمل جديد|فرصه عمل|شغل جديد", 3),
    Cue("hire", r"\b(?:hire|hiring|recruit\w*|fill (?:a|the|our) (?:position|role|vacancy)|to join (?:our|my|the) team|candidates? for)\b", 3),
    Cue("hire", r"\b(?:we|our \w+|i) (?:are |am )?(?:looking for|need|seek\w*) (?:a |an )?(?:new )?(?:\w+ ){0,2}(?:colleague|engineer|developer|designer|assistant|nurse|teacher|cook|employee|apprentice|intern)\b", 2.5),
    Cue("hire", r"\b(?:einstellen|anheuern|bewerber\w*|mitarbeiter\w* (?:gesucht|suchen)|wir suchen (?:eine[nr]? )?(?:\w+ ){0,2}\w+(?:in|er|kraft)|stelle (?:zu )?besetzen|verstarkung)\b", 3),
    Cue("hire", r"(?:نوظف|توظيف|نبحث عن موظف\w*|نبحث عن (?:مهندس|مطور|مصمم|ممرض|معلم)\w*)", 3),
    Cue("hire", r"\b(?:wir|unser \w+|unsere \w+) (?:suchen|sucht|brauchen|braucht)\b|\bkame in frage\b", 2),
    Cue("spread", r"\b(?:spread (?:the )?word|side project|tell (?:people|others|everyone)|share (?:it|this|my|our)|promot\w+|launch\w*|announce\w*|invite (?:people|everyone)|help me find (?:users|readers|testers|members|volunteers))\b", 3),
    Cue("spread", r"\b(?:weitersagen|weitererzahlen|bekannt ?(?:machen|zu machen|wird)|herumerzahlen|verbreiten|nebenprojekt|herzensprojekt|mitmachen|teilnehmer\w*|unterstutzer\w*|spread)\b", 3),
    Cue("spread", r"(?:نشر|انشر|ينشر\w*|انشروا|ترويج|مشروعي|مبادره|التعريف ب)", 2.5),
    Cue("confide", r"\b(?:talk (?:it |this |things |something )?(?:over|through)|confide|vent|get (?:this|it) off my chest|difficult (?:colleague|boss|co-?worker|manager|situation)|someone to talk to|listen to me|burn(?:t|ed)?[- ]?out|bully\w*|trust\w* someone|personal advice)\b", 3),
    Cue("confide", r"\b(?:anvertrauen|ausheulen|reden uber|aussprechen|schwierige[nrs]? (?:kolleg\w*|chef\w*|situation|vorgesetzt\w*|mitarbeiter\w*)|mobbing|mit jemandem (?:\w+ ){0,3}(?:reden|sprechen)|zuhoren|kummer|rat in einer personlichen)\b", 3),
    Cue("confide", r"(?:اتحدث مع|الحديث مع|افضفض|فضفض\w*|زميل\w* صعب\w*|مدير\w* صعب\w*|استشار\w* شخصيه|مشكله مع (?:زميل|مدير)\w*|يسمعني)", 3),
    Cue("intro", r"\b(?:introduc\w+|put me in touch|get in touch with|know(?:s)? someone (?:at|who works|in)|connect me|reach (?:someone|the)|contact (?:at|in)|who (?:can|could) introduce)\b", 3),
    Cue("intro", r"\b(?:vorstellen|bekannt machen mit|kontakt (?:zu|bei|mit)|kennt jemand\w* (?:bei|jemanden)|vermitteln|draht zu|wer kennt (?!sich))\b", 3),
    Cue("intro", r"(?:يعرفني|تعريفي|يعرفني (?:علي|الي)|يوصلني|من يعرف|تواصل مع|يقدمني)", 3),
    Cue("expert", r"\b(?:advice|advise|expert\w*|knows? (?:about|how|a lot)|explain|experience with|question about|understand|learn (?:about|how)|recommend\w*|how (?:do|does|to|can)|who knows)\b", 1.5),
    Cue("expert", r"\b(?:rat|ratschlag|tipps?|auskennt|ahnung|erfahrung\w* mit|erklaren|fachfrau|fachmann|experte\w*|expertin|kennt sich|wie (?:man|kann|macht)|frage(?:n)? zu|empfehl\w+|wer kennt sich)\b", 1.5),
    Cue("expert", r"(?:نصيحه|نصائح|خبير\w*|خبره|يفهم في|كيف (?:يمكن|استطيع)|سوال عن|استشاره|يعرف عن)", 1.5),
    Cue("favour", r"\b(?:favou?r|help me (?:move|carry|with|paint|translate|fix|repair|proofread)|lend|borrow|pick (?:me|us|up)|look after|babysit|water (?:my|the) plants|moving (?:house|flat|day)|drive me|proofread\w*|a hand|feed (?:my|the) (?:cat|dog))\b", 2.5),
    Cue("favour", r"\b(?:gefallen|beim umzug|umzug|leihen|ausleihen|borgen|aufpassen|babysitten|abholen|blumen giessen|anpacken|mithelfen|korrekturlesen|tragen helfen|streichen|huten|futtern|giessen)\b", 2.5),
    Cue("favour", r"(?:معروف|خدمه صغيره|يساعدني في|مساعده في (?:نقل|ترجمه|تصليح|الانتقال)|نقل الاثاث|استعير|يعيرني|الانتقال الي)", 2.5),
    Cue("company", r"\b(?:join me|come (?:along|with)|go(?:ing)? (?:\w+ )?together|together with someone|keep me company|partner for|who (?:wants|would like|fancies)|looking for (?:company|someone to (?:run|hike|cook|travel|go|play|sing|train|climb|cycle|learn|walk|visit|explore)\w*)|someone to (?:run|hike|travel|play|train|climb|cycle|go|visit|walk|explore) with|(?:run|hike|travel|train|climb|cycle|ski|sail|swim) with (?:me|someone)|travel companion|running partner|buddy)\b", 3),
    Cue("company", r"\bwho (?:would|wants|will|likes|feels like|is up for)\b.*\bwith (?:me|us)\b|\bwer\b.*\bmit mir\b", 3),
    Cue("company", r"\b(?:wer (?:hat lust|mochte|kommt|lauft|fahrt|geht|wandert)|gemeinsam (?:laufen|wandern|reisen|kochen|musizieren|trainieren|fahren)|mitlaufen|mitkommen|mitwandern|begleitung|reisepartner\w*|laufpartner\w*|zusammen (?:laufen|wandern|reisen|fahren|trainieren|kochen|ins))\b", 3),
    Cue("company", r"(?:يرافقني|رفيق\w*|نسافر معا|معي في رحله|من يحب ان|نركض معا|نذهب معا|يشاركني|صحبه)", 3),
    Cue("job", r"\b(?:job|stelle|arbeit)\b|وظيفه", 0.8),
)  # fmt: skip

_COMPILED = tuple((cue, re.compile(cue.phrase)) for cue in CUES)

#: What a need is taken for where no cue stands in it.
FALLBACK: NeedKind = "expert"

#: Words that ask but carry no topic, per kind of speech; folded.
ASKING = frozenset(
    fold(word)
    for word in """help looking look find finding need needs search searching seek seeking want someone anybody somebody people person
    know knows friend new job work position word spread side project about talk over advice question please could should
    would like love chance idea ideas tip tips recommend introduce introduction touch contact favour favor join together
    suche suchen hilfe helfen brauche brauchen jemand jemanden jemandem finden leute neue neuen neuer job arbeit stelle kennt kennen wer rat
    frage tipp tipps weitersagen projekt nebenprojekt gerne mochte wunsche lust gemeinsam zusammen
    ابحث عن بحث اريد احتاج مساعده شخص احد عمل وظيفه جديد جديده شغل يعرف اعرف نصيحه مجال هل يمكن ممكن يساعدني مشروع مشروعي نشر""".split()
)


def tell_kind(text: str) -> NeedKind:
    """The kind with most points among the cues that stand in the text; the first of the table on a tie."""
    folded = fold(text)
    points: dict[NeedKind, float] = {}
    for cue, phrase in _COMPILED:
        if phrase.search(folded):
            points[cue.kind] = points.get(cue.kind, 0.0) + cue.points
    return max(points, key=points.__getitem__) if points else FALLBACK
