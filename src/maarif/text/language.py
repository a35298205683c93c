"""Which language a text is written in, told from its commonest words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from maarif.text.fold import fold

#: The commonest words of each language: they tell the language and carry no topic. Folded below.
_COMMON = {
    "en": """a about after again all also always am an and any anybody anyone anything are around as at away back be because been before
        being both but by can can't cannot could did didn't do does doesn't doing don't done down each either else enough etc even ever every few
        for from get gets getting give go goes going gone good got great had has have haven't having he he'd he'll he's hello her here here's hers
        hi him his how i i'd i'll i'm i've if in into is isn't it it's its itself just know let let's like ll look looking lot made make many
        may maybe me might mine more most much must my myself need needs never no nobody none nor not nothing now of off often oh ok okay on
        once one only or other our ours out over own perhaps please put quite rather re really regards said same say says see seem she
        she's should since so some somebody someone something sometimes soon still such sure take tell than thank thanks that that's the their
        them then there there's these they they're thing things think this those though through time to today together too try two under until up us
        use ve very via want wants was wasn't way we we'd we'll we're we've well were what what's when where whether which while who who's
        whole whom whose why will with within without won't would yes yet d ll m re s t don isn didn doesn wasn weren couldn wouldn shouldn haven hasn hadn ain you you'd you'll you're you've your yours""",
    "de": """ab aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist bitte da dabei damit danach
        dann daran darauf darum das dass dein deine deinem deinen deiner dem den denn der des dessen dich die dies diese diesem diesen dieser dieses
        dir doch dort du durch eben ein eine einem einen einer eines einfach einige einmal er erst es etwa etwas euch euer eure für ganz gar
        gegen gehen geht genau gerade gern gerne gibt gut habe haben hab hallo hast hat hatte hatten hattest hier hin hinter ich ihm ihn ihnen ihr
        ihre ihrem ihren ihrer im immer in indem ins irgendwie ist ja jede jedem jeden jeder jedes jemand jener jetzt kann kannst kein
        keine keinem keinen keiner komme kommen kommt kam käme können könnte könnten könntest lg lieber liebe machen mache macht mal man manche mehr mein meine meinem meinen meiner mich mir mit muss
        müssen nach nächste nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind
        so solche soll sollte sondern sonst suche über um und uns unser unsere unseren unter viel viele vielleicht vom von vor wann war waren warst was
        weil weiter welche welcher wenn wer werde werden wie wieder will wir wird wirst wäre wären möchte möchten hätte hätten darf dürfen dürfte lassen lässt bin bis her wo wollen wollte würde würden zu zum zur zwar zwischen""",
    "fr": """ai aller alors au aucun aussi autre aux avait avec avez avoir avons bien bon bonjour ça car ce cela ces cet cette ceux chez comme
        comment dans de depuis des deux dire donc dont du elle elles en encore entre est et étaient était être eu fait faire fois il ils je juste la le
        les leur leurs lui ma mais me même merci mes moi moins mon ne ni non nos notre nous on ont ou où par parce pas peu peut peux plus
        pour pourquoi qu quand que quel quelle quelque qui rien sa sans se sera ses si son sont sous suis sur ta te tes toi ton tous tout toute très tu
        un une va vers veux voir vos votre vous y""",
    "es": """al algo alguien algún ante antes aquí así aun aunque bien bueno cada casi como cómo con cual cuando cuándo de del desde
        donde dos el él ella ellas ellos en entre era eres es esa ese eso esta está están estar estas este esto estos estoy fue fueron gracias ha hace
        hacer han has hasta hay he hola la las le les lo los más me mi mis mucho muy nada ni no nos nosotros o otra otro para pero poco por porque
        pues puede puedo que qué quien quién se sea ser si sí siempre sin sobre solo sólo son soy su sus también tan te tengo ti tiene todo
        todos tu tú tus un una uno unos usted va ver voy y ya yo""",
    "ar": """في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا من هو هي هم هن أنا انا أنت انت نحن كان كانت يكون تكون قد لقد
        لا لم لن ليس ليست إن أن ان أو او ثم بل لكن ولكن حتى إذا اذا لو كل بعض غير بين بعد قبل عند عندي عندك لدي لدى حول كيف متى أين اين هل يا أي اي
        أيضا ايضا جدا فقط كما مثل منذ هنا هناك الآن الان اليوم مرحبا أهلا اهلا شكرا السلام عليكم وعليكم نعم كنت وهو وهي وما ولا وفي ومن على علي إليك
        اليك لك لي له لها لهم لنا به بها فيه فيها منه منها عنه عنها شيء احد أحد اريد أريد ابحث أبحث""",
}  # fmt: skip

STOPWORDS: dict[str, frozenset[str]] = {
    language: frozenset(fold(word) for word in common.split()) for language, common in _COMMON.items()
}
#: How many words are looked at; more change nothing.
_SAMPLE = 50

_VOTES = {"n": "en", "d": "de", "f": "fr", "s": "es", "a": "ar"}
#: Words that are common in one of these languages alone, as they stand within and at the beginning of a
#: sentence, each as a vote for it: a string of votes is faster to count than a list.
_TELLING = {
    form: vote
    for vote, language in _VOTES.items()
    for word in _COMMON[language].split()
    if not any(word in other.split() for name, other in _COMMON.items() if name != language)
    for form in (word, word.capitalize())
}
_ARABIC = re.compile("[\u0620-\u064a]")


def tell_language(found: Sequence[str]) -> str:
    """en, de, fr, es or ar: whose own common words stand most often among the first fifty; en where none does.

    Arabic is told by its letters, in the first or the last of these words.
    """
    sample = found[:_SAMPLE]
    if sample and (_ARABIC.search(sample[0]) or _ARABIC.search(sample[-1])):
        return "ar"
    votes = "".join(map(_TELLING.get, sample, repeat("")))
    return _VOTES[max(_VOTES, key=votes.count)] if votes else "en"


def is_stopword(folded: str) -> bool:
    """Whether a folded word carries no topic in any language that has few words in common with the others' topics."""
    return len(folded) == 1 or folded in _EVERYWHERE


#: Stop words of all languages, but for those that are words of a topic in another ("die", "war", "man" in English).
_TOPICS_ELSEWHERE = frozenset("die war man hat gut also mal son sin pour sous son ton fait has fue ses sera".split())
_EVERYWHERE = frozenset().union(*STOPWORDS.values()) - (_TOPICS_ELSEWHERE - STOPWORDS["en"])
