"""How people state things in English. A rule is a pattern whose groups bear the names of attributes."""

# ruff: noqa: E501 - a pattern cut at every 110th letter reads worse than a long line

from __future__ import annotations

import re
from dataclasses import dataclass

from maarif.normalise.told.lexicon import KIN_EN, LANGUAGES_EN, MONTHS_EN, OTHERS_EN

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{1,30}"
NAME = rf"{_WORD}(?: (?:(?:van|von|de|der|den|al|el|bin|ben|du|la|di|zu) ){{0,2}}{_WORD}){{0,3}}"
_FIRST_NAME = rf"{_WORD}(?: {_WORD})?"
_NO_NAME = (
    rf"(?!(?:{MONTHS_EN}|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:I|He|She|We|They|It|My|Our|The|This|That|Home|Christmas|Easter)\b)"
)
_CAP = rf"{_NO_NAME}[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w&'’.-]{{0,30}}"
_HOUSES = (
    r"(?:port|harbou?r|hospital|university|college|waterworks|town hall|city hall|council|library|museum|ministry|"
    r"police|post office|planning office|brewery|airport|court|school|clinic|bank|bakery|theatre|opera|embassy|"
    r"observatory|zoo|archives?|institute|department|fire brigade|shipyard|power station|water board|water company|"
    r"municipality|parliament|foundation|newspaper|radio|hospice|kindergarten|nursery|pharmacy|surgery|factory|church)"
)
_PROPER = rf"{_CAP}(?: (?:(?:of the|of|for|&|de|der|des|für|und|van|von) )?{_CAP}){{0,5}}"
HOUSE = rf"(?:the {_PROPER}|{_PROPER}|the (?:[a-z'’-]{{2,20}} ){{0,2}}{_HOUSES}(?: (?:of|in|at) (?:the )?{_PROPER})?)"
PLACE = rf"(?:the (?=Netherlands|Hague)|El |La )?{_NO_NAME}[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{{1,30}}(?:(?:-| (?:am|an der|on|upon|de|la) | ){_NO_NAME}[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{{1,30}}){{0,2}}"
#: "I work for Lloyd Will": of two plain names nobody knows whether they are a boss or a house.
_NOBODY = rf"(?! {_WORD} {_WORD}(?! (?:of|for|&|[A-Z])))"
_END = r"(?= (?:at|in|for|with|from|on|by|and|but|since|now|there|here|until|who|too|as|again)\b|[,.;:!)]|$)"
_TITLE = rf"(?P<title>[\w'’-]{{2,30}}(?: [\w'’-]{{2,30}}){{0,4}}?){_END}"
_ROLE = _TITLE.replace("title", "role")
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS_EN})(?:,? \d{{4}})?|"
    rf"(?:{MONTHS_EN}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}})?|\d{{4}}-\d\d-\d\d)"
)
_LATELY = (
    r"(?: (?:now|also|just|still|actually|currently|recently|finally|both|been|already|mostly|part-time|originally))"
    r"{0,3}"
)
_ARTICLE = r"(?:an?|the|her|his|their|our|my|its)"

_PASTIME = (
    r"(?:(?:climb|sail|row|knit|paint|danc|garden|swimm?|cycl|fish|ski|hik|photograph|bak|bird-?watch|runn?|div|surf|"
    r"cook|camp|weav|fenc|box|kayak|canoe|skat|draw|orienteer|bouldr?)(?:e?ing))"
)
_DOES = (
    r"(?:climb|hike|sail|row|knit|paint|dance|garden|swim|cycle|fishe?|ski|run|bake|dive|draw|surf|skate)s?"
    r" (?:every (?:[a-z]{3,9}|[A-Z][a-z]{2,8}day)|at (?:the )?weekends?|on (?:the )?weekends|"
    r"in (?:my|her|his) (?:free|spare) time|for fun)"
)
_PLAYED = (
    r"(?:the )?(?:violin|viola|cello|double bass|piano|organ|guitar|flute|clarinet|oboe|bassoon|trumpet|trombone|horn|"
    r"tuba|saxophone|accordion|harp|drums|oud|ney|lute|bass|banjo|mandolin|ukulele|recorder|harpsichord|percussion|"
    r"qanun|chess|go|bridge|tennis|table tennis|badminton|football|handball|volleyball|basketball|hockey|rugby|cricket|"
    r"squash|golf|padel|poker|backgammon)"
)
_HOBBY = (
    r"(?:runs?|running) (?:half[- ])?(?:marathons|ultramarathons|ultras|trails|cross[- ]country)|"
    r"keep(?:s|ing)? (?:[a-z]{3,12} )?(?:bees|chickens|hens|pigeons|goats|sheep|horses|ducks|rabbits|beehives|alpacas)|"
    r"sing(?:s|ing)? (?:[a-z]{3,8} )?in (?:an?|the|our|my|her|his) (?:[\w-]{2,20} ){0,2}(?:choir|band|chorus|ensemble)|"
    rf"play(?:s|ing)? {_PLAYED}(?: in (?:an?|the|our|my|her|his) (?:[\w-]{{2,20}} ){{0,2}}"
    r"(?:band|orchestra|quartet|trio|team|club|league|ensemble))?\b(?! (?:with fire|card|game|role|part))|"
    r"collect(?:s|ing)? (?:[a-z]{3,12} )?(?:stamps|coins|maps|records|postcards|vinyl|watches|minerals|fossils|"
    r"cameras|comics|beetles|butterflies|teapots|clocks)|"
    rf"{_DOES}|go(?:es)? {_PASTIME}"
)
_LIKED = (
    rf"(?:(?:really|very|just) )?(?:loves?|likes?|enjoys?|(?:is |am )?(?:into|passionate about|keen on|mad about)|took up|"
    rf"takes? up) (?P<interest>{_PASTIME}|chess|jazz|opera|photography|pottery|calligraphy|astronomy|gardening|bees|"
    r"crosswords|origami|poetry|birdwatching|archery|theatre|yoga|ceramics)\b"
)

_MEETING = (
    r"(?:party|wedding|conference|workshop|course|fair|festival|barbecue|bbq|class|choir|camp|trip|meetup|congress|"
    r"forum|symposium|seminar|birthday|dinner|concert|retreat|reception|hackathon|exhibition|opening|club|funeral|"
    r"training|marathon|race|school|university|kindergarten|playground|picnic|summit|café|cafe|bootcamp)"
)
_TO_END = r"[^,.;:!?()–—\n]{0,50}?(?= (?:and|but|who|where|when|she|he|because|so|which|while)\b|[,.;:!?()–—]|$)"
_AT_A_MEETING = rf"(?:at|in|on|during|through|over|via) [^,.;:!?()–—\n]{{0,40}}?\b{_MEETING}\b{_TO_END}"
_WHERE_MET = rf"(?:{_AT_A_MEETING}|(?:in|through|via) {_NO_NAME}[A-ZÀ-ÖØ-Þ]{_TO_END}|(?:at|through|via|during) {_WORD}(?:['’]s|['’]) {_TO_END})"

_RUN = r"(?:runs?|ran|manages?|managed|heads?|leads?|owns?|founded|set up|took over|opened|edits?|chairs?|coordinates?)"
_BUSINESS = (
    r"(?:office|company|firm|shop|store|restaurant|café|cafe|bakery|farm|practice|studio|workshop|business|garage|"
    r"gallery|vineyard|hotel|pharmacy|nursery|brewery|agency|school|boat|bookshop|garden centre|surgery|salon|van)"
)
_TAIL = r"[^,.;:!?()–—\n]{0,90}?(?= (?:and|but|so|because|who|which|while|although|when)\b|[,.;:!?()–—]|$)"
_SECOND = (
    rf"(?:(?:now|also|still|currently) )?(?:"
    rf"{_RUN} (?!(?:an? |the )?(?:risk|errands?|late|away|life|bath|red light)){_ARTICLE} [a-z]{_TAIL}|{_RUN} [A-Z]{_TAIL}|"
    rf"(?:works?|worked|is working|has been working) (?:at|for|as|with|on) (?!it\b|that\b|us\b|me\b|you\b|home\b|night\b){_TAIL}|"
    rf"(?:works?|worked|is working) in (?:the )?(?!(?:garden|kitchen|morning|evening|afternoon|house|shed|cellar|yard)\b){_TAIL}|"
    rf"(?:teaches|taught|studies|studied|designs|designed|builds|repairs|sells|trains|coaches|translates|researches) "
    rf"(?!me\b|you\b|us\b|him\b|her\b|it\b|that\b){_TAIL}|"
    rf"(?:has|had|owns) (?:an?|her own|his own) (?:[\w-]{{2,20}} ){{0,2}}{_BUSINESS}\b{_TAIL}|"
    rf"(?:is employed|has a job) (?:at|by|with) {_TAIL}|"
    rf"knows? (?:the|someone|somebody|people|everybody|everyone) (?:at |in |who )?(?!answer|way|feeling|problem|reason|rules|drill|score|difference|story|date|time)[A-Za-z]{_TAIL}|"
    rf"used to (?:run|work|manage|teach|head|lead|be) {_TAIL}|"
    rf"(?:starts|started|has started|will start|is starting) (?:work )?(?:at|with) (?!the weekend|once|noon|\d|home){_TAIL}|"
    rf"(?:joined|sits on|is on the board of|is in charge of|is head of|is director of) {_TAIL}|"
    rf"{_HOBBY}"
    rf")"
)
_IS_A = (
    r"(?:is|was|is now|is still|became|is training to be) (?:an? |the )?(?P<role>[\w'’-]{2,30}(?: [\w'’-]{2,30}){0,3}?)"
)


#: With one of these every rule for mail begins.
FIRST_PERSON = re.compile(
    r"(?<![\w'’-])(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou and I|[Aa]fter|[Tt]oday|[Tt]omorrow|[Yy]esterday|[A-Z][a-z]{2,8}day)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Speech:
    """Patterns for who speaks or is spoken of, with what may stand before the verb."""

    subject: str
    be: str
    did: str
    done: str
    will: str
    whose: str
    which: str = (
        r"(?: (?:little|big|younger|older|elder|youngest|oldest|eldest|late|ex-?|lovely|dear|own|only|other|twin))?"
    )
    together: str = r"(?<![\w'’-])(?P<who>[Ww]e)"


def rules(*, notes: bool) -> tuple[str, ...]:
    """The patterns for mail, where `who` is the writer, or for notes, where it is somebody named."""
    say = _speech(notes=notes)
    return (
        *_of_work(say),
        *_of_places(say),
        *_of_pastimes(say),
        *_of_kin(say),
        *_of_meeting(say, notes=notes),
    )


def _speech(*, notes: bool) -> _Speech:
    who = rf"(?P<who>[Ss]he|[Hh]e|{NAME})(?:,? who)?" if notes else r"(?P<who>I|[Ww]e)"
    subject = rf"(?<![\w'’-]){who}"
    be = rf"{subject}(?:['’](?:m|re|s)| am| are| is)"
    did = rf"{subject}(?:['’](?:m|ve|re|s))?(?: (?:am|are|have|was|were|is|has))?{_LATELY}"
    done = rf"{subject}(?:['’](?:ve|s)| have| has)"
    will = rf"{subject}(?:['’](?:ll|m|re|s)| will| am| are| is)(?: (?:be|going to|about to))?{_LATELY}"
    whose = (
        rf"(?<![\w'’-])(?P<whose>[Hh]er|[Hh]is|{NAME}(?:['’]s|['’]))"
        if notes
        else r"(?<![\w'’-])(?P<whose>[Mm]y|[Oo]ur)"
    )
    return _Speech(subject, be, did, done, will, whose)


def _of_work(say: _Speech) -> tuple[str, ...]:
    """Employers, titles, and what was left."""
    return (
        rf"{say.did} work(?:s|ing)?(?: (?:full|part)[- ]time)?(?: as (?:an? |the )?{_TITLE})? (?:at|for{_NOBODY}) (?P<employer>{HOUSE})",
        rf"{say.did} work(?:s|ing)?(?: (?:full|part)[- ]time)?(?: (?:at|for) {HOUSE})? as (?:an? |the )?{_TITLE}",
        rf"{say.be}{_LATELY} (?:an? |the )?{_ROLE} (?:at|with|for) (?P<employer>{HOUSE})",
        rf"{say.be}{_LATELY} (?:an? |the )(?!keen\b|passionate\b|avid\b|amateur\b|hobby\b)(?P<role>[\w'’-]{{2,30}}(?: [\w'’-]{{2,30}}){{0,3}}?){_END}",
        rf"(?:{say.did}|{say.will}) (?:start(?:s|ed|ing)?|beg[ia]n(?:s|ning)?)(?: (?:in|on|next) \w+)? "
        rf"(?:(?:an?|my|her|his) new (?:job|position|role) |work(?:ing)? )?(?:at|with) (?P<employer>{HOUSE})",
        rf"(?:{say.did}|{say.will}) (?:join(?:s|ed|ing)?|switched to) (?P<employer>{_PROPER})",
        rf"{say.subject}(?:(?:['’](?:ve|s)| have| has)?(?:{_LATELY} (?:got|taken|accepted|landed|found|started|took))?) an? (?:new )?"
        rf"(?:job|position|post) (?:as (?:an? |the )?{_TITLE} )?(?:at|with) (?P<employer>{HOUSE})(?: as (?:an? |the )?{_TITLE})?",
        rf"{say.done}{_LATELY} (?:left|quit) (?P<left>{HOUSE})(?! (?:a|the|this|early|late|at|yesterday|today|on)\b)",
        rf"{say.subject} (?:left|quit) (?P<left>{HOUSE})(?= (?:after \w+ years|last (?:year|month|summer|spring|autumn|winter)|"
        r"to (?:become|start|join|found)|in (?:19|20)\d\d|for good))",
        rf"{say.subject} no longer works? (?:at|for) (?P<left>{HOUSE})",
        rf"{say.subject} (?:do(?:es)?n['’]t|do(?:es)? not) work (?:at|for) (?P<left>{HOUSE})(?= any ?more\b| any longer\b)",
        rf"{say.did} (?:retired|resigned) from (?P<left>{HOUSE})",
        rf"{say.did} (?:quit|left|lost|gave up|given up) (?:my|her|his) (?:job|post|position) (?:at|with) (?P<left>{HOUSE})",
        rf"{say.subject} used to work (?:at|for) (?P<left>{HOUSE})",
        rf"{say.will} work(?:ing)? (?:as (?:an? |the )?{_TITLE} )?(?:at|for{_NOBODY}) (?P<employer>{HOUSE})",
        rf"{say.be}{_LATELY} employed (?:at|by|with) (?P<employer>{HOUSE})",
        rf"{say.be} now with (?P<employer>{_PROPER})(?=[,.;!]| as\b|$)",
        rf"[Aa]fter (?:[\w-]+ ){{1,3}}(?:years|months),? (?:{say.will}|{say.did}) (?:left|leaving|leave) (?P<left>{HOUSE})",
        rf"(?:{say.will}|{say.did}) leaving (?P<left>{HOUSE})(?= (?:after (?:[\w-]+ ){{1,3}}years|at the end of|to (?:join|start|become|found)|for good|for a new job))",
        rf"{say.did} moved on from (?P<left>{HOUSE})",
        rf"{say.did} (?:been )?(?:made redundant|laid off|let go|dismissed) (?:at|by|from) (?P<left>{HOUSE})",
        rf"(?:[Tt]oday|[Tt]omorrow|[Yy]esterday|\w+day) (?:is|was|will be) (?P<whose>my) last day (?:at|with) (?P<left>{HOUSE})"
        if say.whose.find("[Mm]y") >= 0
        else r"(?!)",
        rf"{say.subject} worked (?:at|for) (?P<left>{HOUSE})(?= (?:until|till))",
        rf"{say.whose} last day at (?P<left>{HOUSE}) (?:is|was)\b",
    )


def _of_places(say: _Speech) -> tuple[str, ...]:
    """Places and languages."""
    return (
        rf"{say.did} liv(?:es?|ing)(?: (?:alone|together|now|again|with \w+))? in (?P<city>{PLACE})",
        rf"{say.be}{_LATELY} based in (?P<city>{PLACE})",
        rf"{say.did} (?:moved|relocated)(?: (?:back|here|over|down|up|away))?(?: from {PLACE})? to (?P<settled>{PLACE})",
        rf"(?:{say.will}|{say.did}) (?:moving|relocating|moves?|relocate)(?: (?:back|over|down|up))? to (?P<moved>{PLACE})",
        rf"{say.did} speaks?(?: (?:fluent|some|good|a little|a bit of|decent|native|both))? (?P<language>(?:{LANGUAGES_EN})"
        rf"(?:(?:,| and|, and| as well as)(?: (?:some|fluent|a little|good|a bit of))? (?:{LANGUAGES_EN})){{0,6}})\b",
        rf"{say.whose} (?:mother tongue|native language|first language) is (?P<language>{LANGUAGES_EN})\b",
    )


def _of_pastimes(say: _Speech) -> tuple[str, ...]:
    """Pastimes, schools and birthdays."""
    return (
        rf"{say.did} (?P<interest>{_HOBBY})(?![\w'’-])",
        rf"{say.did} (?:does|do|doing) (?P<interest>(?:half )?marathons|triathlons|yoga|pottery|judo|karate|ballet|archery|calligraphy)\b",
        rf"{say.be}{_LATELY} an? (?:keen |passionate |avid )?(?P<interest>(?:(?:half )?marathon|trail|long-distance|fell|ultra) runner|triathlete|beekeeper|choir singer|mountaineer)\b",
        rf"{say.did} {_LIKED}",
        rf"(?:{say.be} an? (?:keen|passionate|avid|amateur|hobby)) (?P<interest>[a-z-]{{4,14}}(?:er|ist|or|an))\b",
        rf"{say.together}(?: (?:both|all|once))?(?: (?:studied|went to (?:school|university|college|uni))(?: together)?) (?:at|in) "
        rf"(?P<school>{HOUSE}|{PLACE})",
        rf"{say.did} (?:stud(?:ied|y|ies|ying)|did (?:my|her|his) (?:PhD|master['’]?s|degree|doctorate))"
        rf"(?: (?!(?:the|a|an|my|his|her|it|this|that|hard|together|in|at)\b)(?P<field>[a-z]{{4,20}}(?: [a-z]{{3,20}}){{0,2}}?))?"
        rf"(?: together)? (?:at|in) (?P<school>{HOUSE}|{PLACE})",
        rf"{say.did} (?:graduated from|went to (?:school|university|college|uni)(?: (?:at|in))?) (?P<school>{HOUSE}|{PLACE})",
        rf"{say.whose} birthday is(?: on)? (?:the )?(?P<birthday>{DATE})",
        rf"{say.did} (?:born on|turn(?:s|ing)? \d\d on) (?:the )?(?P<birthday>{DATE})",
    )


def _of_kin(say: _Speech) -> tuple[str, ...]:
    """Kin, household, and what relatives and friends do."""
    return (
        rf"{say.whose}{say.which} (?P<rel>{KIN_EN}),? (?P<kin>{_FIRST_NAME})",
        rf"{say.whose}{say.which} (?P<rel>{KIN_EN}) (?:is called|is named|named|called) (?P<kin>{_FIRST_NAME})",
        rf"{say.whose}{say.which} (?P<rel>{KIN_EN})['’]s name is (?P<kin>{_FIRST_NAME})",
        rf"{say.subject}(?:['’]ve| have| has)(?: got)? (?P<household>(?:one|two|three|four|five|six|a|an|[2-9]) "
        r"(?:(?:small|little|grown-up|grown|teenage|young|old|big) )?(?:children|kids|sons|daughters|son|daughter|"
        r"girls|boys|cats|dogs|cat|dog|twins))(?= (?:and|at home|now|aged)\b|[,.;:!)]|$)",
        rf"{say.did} liv(?:es?|ing) with (?P<household>(?:my|her|his) (?:[a-z-]{{2,12}} )?(?:{KIN_EN}|parents|family|kids|children))\b",
        rf"{say.whose}{say.which} (?P<rel>(?:(?:{KIN_EN}|{OTHERS_EN})['’]s )?(?:{KIN_EN}|{OTHERS_EN}))(?:,? (?P<called>{_FIRST_NAME}))?(?:,| who|, who)? (?P<knows>{_SECOND})",
        rf"{say.whose}{say.which} (?P<rel>(?:(?:{KIN_EN}|{OTHERS_EN})['’]s )?(?:{KIN_EN}|{OTHERS_EN}))(?:,? (?P<called>{_FIRST_NAME}))?(?:,| who|, who)? "
        rf"(?P<knows>{_IS_A}(?: (?:at|in|for|with|on) {_TAIL}|{_END}))",
        rf"{say.subject} (?:has|have|knows?) (?:an? )?(?P<rel>someone|somebody|{OTHERS_EN}|{KIN_EN}) (?:who|that) (?P<knows>{_SECOND}|(?:is|was) (?:an? |the )?(?P<role>[\w'’-]{{2,30}}(?: [\w'’-]{{2,30}}){{0,3}}?)(?: (?:at|in|for|with) {_TAIL}|{_END}))",
    )


def _of_meeting(say: _Speech, *, notes: bool) -> tuple[str, ...]:
    """How people met."""
    return (
        rf"(?<!\w)(?:[Ff]irst )?[Mm]et (?P<who>{NAME})(?: (?:and [A-Z][\w-]+|again|properly|today|there|yesterday|first|briefly))? "
        rf"(?P<met>{_WHERE_MET})"
        if notes
        else r"(?!)",
        rf"{say.together}(?:['’]ve| had| have)?(?: (?:all|both|once))? (?:first met|met|got to know each other|got acquainted|became friends) "
        rf"(?:years ago )?(?P<met>{_WHERE_MET})",
        rf"(?<!\w)[Gg]ot to know (?P<who>{NAME}) (?P<met>{_WHERE_MET})" if notes else r"(?!)",
        rf"{say.together} (?:all |both )?know each other (?P<met>from (?:the |our )?(?:{_MEETING}|work|uni|college|childhood|army|running club)\b{_TO_END})",
        rf"(?<![\w'’-])(?P<whose>)[Yy]ou and I (?:first )?met (?P<met>{_WHERE_MET})" if not notes else r"(?!)",
        rf"(?<![\w'’-])(?:I|We|we) know (?P<who>{NAME}) (?P<met>from (?:the |our )?(?:{_MEETING}|work|uni|college|childhood|army|running club)\b{_TO_END})"
        if notes
        else r"(?!)",
    )
