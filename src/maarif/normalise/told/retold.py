"""Ways of saying one thing, brought to the one that the rules know: "A friend of mine runs" is "My friend runs"."""

# ruff: noqa: E501 - a pattern cut at every 110th letter reads worse than a long line

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from maarif.normalise.told.lexicon import KIN_AR, KIN_DE, KIN_EN, OTHERS_AR, OTHERS_DE, OTHERS_EN
from maarif.text.fold import fold
from maarif.text.nicknames import is_given_name

_Retelling = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

_A = "[\u0620-\u064a]"
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{1,30}"
_ONE = rf"{_WORD}(?: {_WORD})?"
_CAME_ACROSS = (
    r"(?:ran into|bumped into|got (?:talking|chatting) (?:to|with)|(?:talked|spoke|chatted) (?:to|with)|sat next to|"
    r"was introduced to|got introduced to|introduced to|became friends with|made friends with|"
    r"was seated next to|made the acquaintance of|got acquainted with|first met|met)"
)
_PLACE_EN = r"(?:[Aa]t|[Ii]n|[Oo]n|[Dd]uring|[Tt]hrough|[Oo]ver|[Vv]ia) [^,.;:!?()–—\n]{2,60}?"
_PLACE_DE = (
    r"(?:[Aa]uf|[Bb]eim?|[Ii]m|[Ii]n|[Aa]m|[Aa]n|[Üü]ber|[Dd]urch|[Ww]ährend|[Zz]ur|[Zz]um) [^,.;:!?()–—\n]{2,60}?"
)
_MET_DE = r"(?:kennen ?gelernt|getroffen)"
_PLACE_AR = rf"(?:في|خلال|أثناء|عند) {_A}{{2,20}}(?: {_A}{{2,20}}){{0,2}}?"
_MET_AR = r"(?:قابلت|قابلنا|التقيت|التقينا|اجتمعت|صادفت|شفت|تعرفت|تعرفنا)(?: (?:اليوم|أمس|امس|البارحة|مؤخرا|هناك))?"


def _met_in_english(found: re.Match[str]) -> str:
    return f"Met {found['name']} {found['place'][0].lower()}{found['place'][1:]}"


def _met_in_german(found: re.Match[str]) -> str:
    """`Auf Alis Party habe ich Sara getroffen` with the name in front; what is no name stays where it is."""
    name = _last_name(found["name"])
    between = found["name"].removesuffix(name).strip()
    if not name:
        return found[0]
    place = f"{found['place']} {between}".strip()
    return f"{name} {place[0].lower()}{place[1:]} kennengelernt"


def _last_name(words: str) -> str:
    """The name that a run of capitals ends with: from the last given name that a table knows; "" without one."""
    run = words.split()
    begins = [at for at, word in enumerate(run) if is_given_name(fold(word))]
    if not begins:
        return ""
    first = begins[-1] if len(begins) == 1 or begins[-1] - begins[-2] > 1 else begins[-2]
    return " ".join(run[first:])


def _to_friend(found: re.Match[str]) -> str:
    return f"{'My' if found[0][0].isupper() else 'my'} {found['rel']}"


def _to_mine(found: re.Match[str]) -> str:
    ending = "e" if found["rel"].endswith(("in", "frau", "Frau")) else ""
    return f"{'M' if found[0][0].isupper() else 'm'}ein{ending} {found['rel']}"


def _compiled(*pairs: tuple[str, str | Callable[[re.Match[str]], str]]) -> tuple[_Retelling, ...]:
    return tuple((re.compile(pattern), retelling) for pattern, retelling in pairs)


_ANYWHERE = _compiled(
    (rf"\b(?:[Aa]n?|[Oo]ne) (?P<rel>(?:{KIN_EN}|{OTHERS_EN})) of (?:mine|ours)\b", _to_friend),
    (rf"\b[Oo]ne of (?:my|our) (?P<rel>(?:{KIN_EN}|{OTHERS_EN}))s\b", _to_friend),
    (rf"\b(?P<kin>{_ONE}), (?P<rel>(?:[Mm]y|[Oo]ur) (?:{KIN_EN}))(?=[,.;!]|$)", r"\g<rel> \g<kin>"),
    (rf"\b(?P<rel>(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is) (?:{KIN_EN}|{OTHERS_EN})) \((?P<kin>{_ONE})\)", r"\g<rel> \g<kin>"),
    (rf"\b[Ee]ine?r? (?P<rel>(?:{KIN_DE}|{OTHERS_DE})) von (?:mir|uns)\b", _to_mine),
    (r"\b[Ee]iner meiner (?P<rel>Freund|Kollege|Nachbar)[ne]n?\b", _to_mine),
    (rf"\b(?P<kin>{_ONE}), (?P<rel>(?:[Mm]eine?|[Uu]nsere?) (?:{KIN_DE}))(?=[,.;!]|$)", r"\g<rel> \g<kin>"),
    (rf"\b(?P<rel>(?:[Mm]eine?|[Ii]hre?|[Ss]eine?) (?:{KIN_DE}|{OTHERS_DE})) \((?P<kin>{_ONE})\)", r"\g<rel> \g<kin>"),
    (rf"(?<!{_A})(?P<rel>(?:{KIN_AR}[ويا]?|{OTHERS_AR})(?:ي|ها|ه)) (?:اسمها|اسمه) (?P<kin>{_A}{{2,20}})", r"\g<rel> \g<kin>"),
    (rf"(?<!{_A})(?P<rel>صديق|زميل|جار|قريب)ة? لي(?!{_A})", r"\g<rel>ي"),
)  # fmt: skip
_NOTES = _compiled(
    (rf"^(?P<name>{_ONE}),? \((?:[Ff]irst )?[Mm]et (?P<place>(?:at|in|on|through|via|during) [^()]{{2,60}})\)[:,]?", r"Met \g<name> \g<place>, she"),
    (rf"^(?P<name>{_ONE}), (?:who|whom) (?:I|we) (?:first )?met (?P<place>{_PLACE_EN}),", r"Met \g<name> \g<place>, she"),
    (rf"^(?P<place>{_PLACE_EN}),? (?:I|we) {_CAME_ACROSS} (?P<name>{_ONE})", _met_in_english),
    (rf"^(?P<place>{_PLACE_EN}):? [Mm]et (?P<name>{_ONE})", _met_in_english),
    (rf"\b(?:(?:I|We|we|[Tt]oday|[Yy]esterday),? (?:also |just |finally )?)?(?:[Ww]as |[Gg]ot )?(?i:{_CAME_ACROSS}) (?:(?:an?|the|my|our) [a-z-]{{2,15}}(?: [a-z-]{{2,15}})?,? )?(?:(?:called|named|by the name of) )?(?P<name>{_WORD})(?: by {_ONE}(?= (?:at|in|on|during)\b))?", r"Met \g<name>"),
    (r"^(?P<met>Met [^,;:!?()]{4,90}?),? who (?=[a-z]+s )", r"\g<met>, she "),
    (rf"^(?:[Hh]abe (?:ich )?)(?P<name>{_ONE}) (?P<place>{_PLACE_DE}) {_MET_DE}", r"\g<name> \g<place> kennengelernt"),
    (rf"^(?:[Ii]ch )?[Hh]abe? (?:ich )?(?P<name>{_ONE}) (?P<place>{_PLACE_DE}) {_MET_DE}", r"\g<name> \g<place> kennengelernt"),
    (rf"^(?:(?:[Gg]estern|[Hh]eute|[Nn]eulich) )?(?P<place>{_PLACE_DE}) (?:(?:habe?|haben) (?:ich|wir) )?(?P<name>(?:{_WORD} ){{0,2}}{_WORD}) {_MET_DE}", _met_in_german),
    (rf"^[Kk]ennengelernt: (?P<name>{_ONE}),? (?P<place>{_PLACE_DE})(?=[,.;]|$)", r"\g<name> \g<place> kennengelernt"),
    (rf"^(?P<name>{_ONE}) (?:getroffen|kennen ?gelernt):? (?P<place>{_PLACE_DE})(?=[,.;]|$)", r"\g<name> \g<place> kennengelernt"),
    (rf"^(?P<name>{_ONE}) \((?P<place>(?:auf|bei|beim|im|in|am) [^()]{{2,50}}) kennen ?gelernt\)[:,]?", r"\g<name> \g<place> kennengelernt, sie"),
    (rf"^{_ONE} hat mir (?P<name>{_ONE}) vorgestellt,? (?P<place>{_PLACE_DE})(?=[,.;]|$)", r"\g<name> \g<place> kennengelernt"),
    (rf"^(?P<name>{_A}{{2,20}}(?: {_A}{{2,20}})?): (?:تعرفت|تعرفنا) (?:عليها|عليه|إليها|إليه) ", r"تعرفت على \g<name> "),
    (rf"(?<!{_A})[وف]?{_MET_AR} (?:على |إلى |الى |مع |ب)?(?P<name>(?!علي[هن]|[إا]لي[هن]|معه|به){_A}{{2,20}})(?: (?P<more>(?!في|خلال|أثناء|عند|اليوم|أمس|و){_A}{{2,20}}))? (?P<place>(?:في|خلال|أثناء|عند) |ب(?=حفل|عرس|مؤتمر))", r"تعرفت على \g<name> \g<more> \g<place>"),
    (rf"^(?P<place>{_PLACE_AR}) [وف]?{_MET_AR} (?:على |إلى |الى |مع |ب)?(?P<name>{_A}{{2,20}})(?!{_A})", r"تعرفت على \g<name> \g<place>"),
    (rf"^عرفني {_A}{{2,20}} (?:على|إلى) (?P<name>{_A}{{2,20}}) (?=في)", r"تعرفت على \g<name> "),
)  # fmt: skip
_ALSO_MET = re.compile(
    rf"^Met (?P<all>{_ONE}(?:, {_ONE}){{0,6}},? and {_ONE})(?P<place> (?:at|in|on|during|through) .{{2,80}})$"
)
_KIN_ALONE = re.compile(
    rf"(?P<before>^|, |; |: | - | – | and )(?P<kin>(?:{KIN_EN})) (?=(?:works?|runs?|is|teaches|owns|manages|leads|studies|plays|sings) )"
)
_KIN_ALONE_DE = re.compile(
    rf"(?P<before>^|, |; |: | - | – | und )(?P<kin>(?:{KIN_DE})) (?=(?:arbeitet|leitet|ist|unterrichtet|hat|spielt|singt|führt) )"
)

#: A list of jottings behind a name: "runs marathons, brother at the port".
_JOTTED = _compiled(
    (r", (?=(?:works|lives|runs|keeps|plays|sings|speaks|studied|studies|likes|loves|collects|hikes|climbs|teaches|moved to|paints|knits|sails|swims|cooks|bakes)\b)", ", she "),
    (rf", (?P<kin>(?:{KIN_EN})) (?P<place>(?:at|with|for) )", r", her \g<kin> works \g<place>"),
    (r", (?=(?:arbeitet|wohnt|lebt|spielt|singt|spricht|läuft|hält|sammelt|studiert|züchtet|mag|liebt|schwimmt|klettert)\b)", ", sie "),
    (rf", (?P<kin>(?:{KIN_DE})) (?P<place>(?:am|beim?|im) )", r", ihr \g<kin> arbeitet \g<place>"),
    (rf"(?P<comma>[،,]) ?و?(?P<kin>(?:{KIN_AR}[ويا]?)ها?) (?P<place>في |ب(?=ال)|عند )", r"\g<comma> \g<kin> يعمل \g<place>"),
)  # fmt: skip


def retold(sentence: str, *, notes: bool) -> tuple[str, ...]:
    """The sentence as the rules know it; several where it says one thing of several people."""
    for pattern, retelling in (*_ANYWHERE, *(_NOTES if notes else ())):
        sentence = pattern.sub(retelling, sentence, count=1)
    sentence = " ".join(sentence.split())
    if not notes:
        return (sentence,)
    for pattern, retelling in _JOTTED:
        sentence = pattern.sub(retelling, sentence)
    sentence = _KIN_ALONE.sub(r"\g<before>her \g<kin> ", sentence)
    sentence = _KIN_ALONE_DE.sub(r"\g<before>ihr \g<kin> ", sentence)
    return tuple(_each_met(sentence))


def _each_met(sentence: str) -> Iterator[str]:
    both = _ALSO_MET.match(sentence)
    if both is None:
        yield sentence
    else:
        for name in re.split(r",? and |, ", both["all"]):
            yield f"Met {name}{both['place']}"
