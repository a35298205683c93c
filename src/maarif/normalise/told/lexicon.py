"""Words that the rules share: relations, houses, languages, pastimes; and words that only look like names."""

# ruff: noqa: E501 - a pattern cut at every 110th letter reads worse than a long line

from __future__ import annotations

from maarif.normalise.titles import TITLE_WORDS
from maarif.text.fold import fold


def _folded(table: str) -> frozenset[str]:
    return frozenset(map(fold, table.split()))


#: What people do for a living, beside the titles that signatures carry.
OCCUPATIONS = TITLE_WORDS - {"partner", "leitung", "chef", "head", "principal", "owner", "vice"} | _folded(
    """
    plumber electrician dentist farmer baker carpenter joiner gardener pilot vet veterinarian judge midwife cook
    musician pharmacist builder roofer mechanic beekeeper firefighter policeman policewoman optician hydrologist
    geologist biologist chemist physicist historian hydrogeologist surveyor welder locksmith tailor hairdresser
    barber butcher brewer florist potter painter sculptor writer author translator interpreter archivist
    statistician mathematician sociologist anthropologist archaeologist paediatrician pediatrician cardiologist
    psychiatrist radiologist gynaecologist anaesthetist physiotherapist pianist violinist organist actor actress
    dancer singer sailor captain driver headmaster headmistress tutor apprentice accountant actuary forester
    fisherman landlord innkeeper waiter waitress carer paramedic notary solicitor barrister apothecary mayor
    minister pastor priest imam rabbi composer choirmaster bookseller publisher goldsmith blacksmith glazier
    upholsterer coach programmer pensioner retiree bricklayer
    zahnarzt zahnärztin tierarzt tierärztin kinderarzt kinderärztin hausarzt hausärztin apotheker apothekerin
    klempner installateur elektriker elektrikerin bäcker bäckerin tischler tischlerin zimmermann dachdecker
    maler malerin gärtnerin landwirt landwirtin bauer bäuerin imker imkerin polizist polizistin feuerwehrmann
    richter richterin anwalt anwältin optiker optikerin chemiker chemikerin physiker physikerin biologe biologin
    geologe geologin hydrologe hydrologin mathematiker mathematikerin historiker historikerin psychologe psychologin
    physiotherapeut physiotherapeutin pilot pilotin koch köchin musiker musikerin pianist pianistin organist
    organistin sänger sängerin schauspieler schauspielerin friseur friseurin metzger schlosser schlosserin
    mechaniker mechanikerin buchhändler buchhändlerin buchhalter buchhalterin erzieher erzieherin pfleger pflegerin
    sozialarbeiter sozialarbeiterin förster försterin fischer kapitän journalist techniker technikerin
    informatiker informatikerin programmierer programmiererin wissenschaftler wissenschaftlerin forscher forscherin
    dozent dozentin student studentin rentner rentnerin beamter beamtin makler maklerin goldschmied goldschmiedin
    statiker statikerin vermesser vermesserin kinderpfleger logopäde logopädin dolmetscher dolmetscherin
    pastor pastorin chirurg chirurgin internist internistin bibliothekar bibliothekarin archivar archivarin
    طباخ طباخه خباز نجار كهربائي سباك مزارع مزارعه محاميه قاض قاضي قاضيه طيار ضابط شرطي سائق خياط خياطه
    مصور مصوره كاتب كاتبه شاعر شاعره رسام رسامه موسيقي موسيقيه عازف مبرمج مبرمجه دكتور دكتوره جراح جراحه
    بيطري صيدلي صيدليه قابله حلاق تاجر مقاول معماري ممثل ممثله مخرج نحال طالب طالبه
    """
)

#: The Arabic ones as a pattern over letters as they are written, with or without the article.
OCCUPATION_AR = (
    "(?:ال)?(?:"
    + "|".join(
        "".join({"ا": "[اأإآ]", "ه": "[هة]", "ي": "[يىئ]", "و": "[وؤ]"}.get(letter, letter) for letter in word)
        for word in sorted(OCCUPATIONS, key=lambda word: (-len(word), word))
        if "ء" < word[0] <= "ي" and " " not in word
    )
    + ")(?![\u0620-\u064a])"
)

#: Endings by which longer German words name an occupation ("Wasserbauingenieurin").
OCCUPATION_ENDINGS = tuple(
    fold(word)
    for word in [
        "ingenieur",
        "ingenieurin",
        "lehrer",
        "lehrerin",
        "leiter",
        "leiterin",
        "berater",
        "beraterin",
        "techniker",
        "technikerin",
        "meister",
        "meisterin",
        "arzt",
        "ärztin",
        "pfleger",
        "pflegerin",
        "entwickler",
        "entwicklerin",
        "wissenschaftler",
        "wissenschaftlerin",
        "referent",
        "referentin",
        "anwalt",
        "anwältin",
        "therapeut",
        "therapeutin",
        "händler",
        "händlerin",
        "planer",
        "planerin",
        "gärtner",
        "gärtnerin",
        "ologist",
        "ographer",
        "therapist",
        "bauer",
        "bäuerin",
        "architekt",
        "architektin",
        "redakteur",
        "redakteurin",
        "verkäufer",
        "verkäuferin",
    ]
)

#: Capitalised words that are no names: what follows "my sister" or "at" in a sentence without saying who or where.
NO_NAMES = _folded(
    """
    also anyway however therefore still yesterday today tomorrow tonight too just then now later maybe sadly luckily
    auch heute gestern morgen leider jetzt dann noch schon immer
    sr jr dr mr mrs ms prof i he she it we you they the a an my our your his her its this that these those there here and but or so if when
    what who why how where which while as at in on by for from to of with not no yes
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan eid english german french spanish arabic
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember
    weihnachten ostern silvester pfingsten home work school lunch dinner breakfast noon midnight night
    zuhause hause homeoffice home-office büro garten keller regen nacht gelegenheit bedarf problemen fragen interesse
    kaffee tee tisch essen wetter kälte hitze licht dunkelheit ankunft abfahrt beginn ende moment team projekt projekten
    dir dich ihnen ihm ihr euch uns mir mich sie ihnen rücksprache sturm schnee sonne wind kerzenschein
    facebook linkedin whatsapp zoom teams instagram twitter slack skype signal telegram gmail outlook linux windows mac
    plan phase section chapter row part page version room table gate platform track line
    geburtstag urlaub hunger durst fieber angst zeit lust recht besuch probleme schwierigkeiten kopfschmerzen husten
    pech glück ruhe sorgen grüße gruß arbeit ferien corona covid kinder kind hochzeit
    """
)

#: Relations as three languages say them, kin before friends.
KIN_EN = (
    r"(?:(?:twin|step|half|foster|god)[ -]?)?(?:wife|husband|sister|brother|mother|father|son|daughter|mum|mom|dad|"
    r"cousin|uncle|aunt|auntie|niece|nephew|grandmother|grandfather|grandma|grandpa|granny|grandson|granddaughter|"
    r"girlfriend|boyfriend|fiancée?|partner|spouse)(?:-in-law)?"
)
OTHERS_EN = (
    r"(?:(?:best|old|close|good|former|ex-) ?){0,2}(?:friend|neighbou?r|colleague|flatmate|housemate|room-?mate|boss)"
)
KIN_DE = (
    r"(?:(?:Stief|Halb|Zwillings|Schwieger|Groß|Ur|Paten)-?)?(?:[Ee]hefrau|[Ee]hemann|[Ff]rau|[Mm]ann|[Ss]chwester|"
    r"[Bb]ruder|[Mm]utter|[Vv]ater|[Mm]ama|[Pp]apa|[Mm]utti|[Vv]ati|[Ss]ohn|[Tt]ochter|[Cc]ousine|[Cc]ousin|[Oo]nkel|"
    r"[Tt]ante|[Nn]ichte|[Nn]effe|[Ee]nkel|[Ee]nkelin|[Oo]ma|[Oo]pa|[Ff]reundin|[Ll]ebensgefährtin|[Ll]ebensgefährte|"
    r"[Vv]erlobte|[Vv]erlobter|[Pp]artnerin|[Ss]chwägerin|[Ss]chwager|[Kk]usine|[Vv]etter)"
)
OTHERS_DE = r"(?:(?:beste|alte|gute|ehemalige)r? )?(?:Freund|Nachbar|Nachbarin|Kollege|Kollegin|Mitbewohner|Mitbewohnerin|Chef|Chefin)"
#: An Arabic relation without its possessive ending: my (ي), his (ه), her (ها).
KIN_AR = r"(?:زوج(?:ت)?|[أا]خت?|شقيق(?:ت)?|ابن(?:ت)?|بنت|خال(?:ت)?|عم(?:ت)?|والد(?:ت)?|[أا]م|[أا]ب|جد(?:ت)?|خطيب(?:ت)?|حفيد(?:ت)?)"
OF_KIN_AR = r"(?:ابن|ابنة|بنت|زوج|زوجة|[أا]خو|[أا]خت) (?:عم|خال|[أا]خ|عمت|خالت|[أا]خت)"
OTHERS_AR = r"(?:صديق(?:ت)?|جار(?:ت)?|زميل(?:ت)?)"

LANGUAGES_EN = (
    "English|German|French|Spanish|Arabic|Italian|Portuguese|Dutch|Russian|Polish|Turkish|Kurdish|Persian|Farsi|"
    "Hebrew|Greek|Swedish|Danish|Norwegian|Finnish|Czech|Hungarian|Romanian|Ukrainian|Georgian|Armenian|Mandarin|"
    "Chinese|Japanese|Korean|Hindi|Urdu|Bengali|Swahili|Catalan|Welsh|Irish|Croatian|Serbian|Bulgarian|Amharic"
)
LANGUAGES_DE = (
    "Englisch|Deutsch|Französisch|Spanisch|Arabisch|Italienisch|Portugiesisch|Niederländisch|Holländisch|Russisch|"
    "Polnisch|Türkisch|Kurdisch|Persisch|Farsi|Hebräisch|Griechisch|Schwedisch|Dänisch|Norwegisch|Finnisch|"
    "Tschechisch|Ungarisch|Rumänisch|Ukrainisch|Georgisch|Armenisch|Chinesisch|Japanisch|Koreanisch|Hindi|Urdu|"
    "Plattdeutsch|Kroatisch|Serbisch|Bulgarisch|Katalanisch"
)
LANGUAGES_AR = (
    "العربية|الإنجليزية|الانجليزية|الألمانية|الالمانية|الفرنسية|الإسبانية|الاسبانية|الإيطالية|الايطالية|التركية|"
    "الكردية|الفارسية|الروسية|الهولندية|السويدية|الصينية|اليابانية|البرتغالية|العبرية|اليونانية|الأرمنية"
)
LANGUAGE = rf"(?:{LANGUAGES_EN}|{LANGUAGES_DE}|{LANGUAGES_AR})"

MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTHS_DE = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
MONTHS_AR = (
    "يناير|فبراير|مارس|[أا]بريل|[إا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|"
    "آذار|اذار|نيسان|[أا]يار|حزيران|تموز|آب|[أا]يلول|تشرين ال[أا]ول|تشرين الثاني|كانون ال[أا]ول"
)
