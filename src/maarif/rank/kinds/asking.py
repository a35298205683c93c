"""Words that ask but carry no topic."""

from __future__ import annotations

from maarif.text.fold import fold

#: Folded; whatever could be a topic of its own ("run", "drill", "nurse") does not belong here.
ASKING = frozenset(
    fold(word)
    for word in """help looking look find finding need needs search searching seek seeking want someone
    anybody somebody people
    person know knows friend new job work position word spread side project about talk over advice question
    please could should would like love chance idea ideas tip tips recommend introduce introduction touch
    contact favour favor join together anyone wondering wonder hoping hope grateful glad
    appreciate hear heard fancy fancies interested whom whoever wanted suche suchen hilfe helfen brauche
    brauchen jemand jemanden jemandem finden leute neue neuen neuer arbeit stelle kennt kennen wer rat frage
    tipp tipps weitersagen projekt nebenprojekt gerne mochte wunsche lust gemeinsam zusammen braucht
    brauchte bräuchte sucht gesucht wem wen könntest würde würdest dankbar kenne weiß hätte hättest mag
    magst euch ابحث عن بحث اريد احتاج مساعده شخص احد عمل وظيفه جديد جديده شغل يعرف اعرف نصيحه مجال هل يمكن
    ممكن يساعدني مشروع مشروعي نشر حدا حد مين منو بدي بدنا ابي نبي ابغى عايز عايزه عايزين محتاج محتاجه
    محتاجين اود نود ارغب نبحث نحتاج بحاجه بدور ادور ودي بيعرف تعرف تعرفوا يقدر بيقدر تقدر يستطيع احدكم منكم
    ياريت مطلوب يساعدنا بيساعدني لو سمحت رجاء فضلكم شو وش ايش ازاي شلون""".split()
)
