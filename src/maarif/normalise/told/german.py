"""How people state things in German. A rule is a pattern whose groups bear the names of attributes."""

# ruff: noqa: E501 - a pattern cut at every 110th letter reads worse than a long line

from __future__ import annotations

from maarif.normalise.told.lexicon import KIN_DE, LANGUAGES_DE, MONTHS_DE, OTHERS_DE

_WORD = r"[A-ZÄÖÜÀ-ÖØ-Þ][\w'’-]{1,30}"
NAME = rf"{_WORD}(?: (?:(?:van|von|de|der|den|al|el|bin|zu) ){{0,2}}{_WORD}){{0,3}}"
_FIRST_NAME = rf"{_WORD}(?: {_WORD})?"
_CAP = r"[A-ZÄÖÜ0-9][\w&'’.-]{0,30}"
_PROPER = rf"{_CAP}(?: (?:(?:für|und|&|der|des|von|van|am|an der) )?{_CAP}){{0,4}}"
_HOUSES = (
    r"(?:\w{0,20}(?:krankenhaus|klinik|klinikum|amt|schule|universität|hochschule|werk|werke|werken|museum|bibliothek|"
    r"bücherei|hafen|gymnasium|institut|bank|sparkasse|verlag|theater|praxis|apotheke|ministerium|gericht|rathaus|"
    r"brauerei|bäckerei|gärtnerei|werft|oper|behörde|verwaltung|polizei|feuerwehr|kita|kindergarten|stiftung|"
    r"planungsbüro|ingenieurbüro|architekturbüro|werkstatt|zentrum|archiv|flughafen|zoo|labor|redaktion|kanzlei)|"
    r"Krankenhaus|Klinik|Klinikum|Schule|Universität|Uni|Hochschule|Museum|Bibliothek|Bücherei|Hafen|Gymnasium|Institut|"
    r"Bank|Sparkasse|Verlag|Theater|Apotheke|Ministerium|Gericht|Rathaus|Brauerei|Bäckerei|Gärtnerei|Werft|Oper|"
    r"Behörde|Polizei|Feuerwehr|Kita|Kindergarten|Stiftung|Archiv|Flughafen|Zoo|Labor|Redaktion|Kanzlei|Post|Bahn|Stadt|TU|FH)"
)
_AT = rf"(?:bei(?: (?:der|dem|den|einem|einer))?|beim) (?P<employer>(?!(?:einem|einer|mir|dir|uns|euch|ihm|ihr)\b){_PROPER})"
_IN = rf"(?:im|am|in der|an der|in einer|in einem|für die|für das|für den) (?P<employer>(?:{_HOUSES})\b(?: (?:für |in |am |der )?{_CAP}){{0,3}})"
_ITS_HOUSE = rf"(?:{_AT}|{_IN})"
_TITLE = r"(?P<title>[A-ZÄÖÜ][\w/-]{2,40}(?: für [A-ZÄÖÜ]\w{2,30})?)"
_ROLE = _TITLE.replace("title", "role")
PLACE = r"[A-ZÄÖÜ][\w'’-]{1,30}(?:(?: (?:am|an der|bei|im) | )[A-ZÄÖÜ][\w'’-]{1,30}){0,2}"
DATE = rf"(?:\d{{1,2}}\. ?(?:{MONTHS_DE})(?: \d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?)"
_LATELY = (
    r"(?: (?:jetzt|nun|auch|gerade|derzeit|momentan|zurzeit|aktuell|inzwischen|mittlerweile|schon|noch|wieder|endlich|"
    r"hier|übrigens|ja|ganz|seit (?:\w+ ){0,2}\w+|ab \w+|im \w+|zusammen|beide|nebenher|nebenbei|hauptberuflich|gern|gerne))"
    r"{0,3}"
)
_PLAYED = (
    r"(?:Klavier|Geige|Bratsche|Cello|Kontrabass|Orgel|Gitarre|Flöte|Querflöte|Blockflöte|Klarinette|Oboe|Fagott|"
    r"Trompete|Posaune|Horn|Tuba|Saxophon|Saxofon|Akkordeon|Harfe|Schlagzeug|Oud|Laute|Bass|Banjo|Mandoline|Cembalo|"
    r"Schach|Tennis|Tischtennis|Badminton|Fußball|Handball|Volleyball|Basketball|Hockey|Rugby|Squash|Golf|Skat|Bridge|Boule)"
)
_PASTIME = (
    r"(?:klettern|segeln|rudern|stricken|malen|tanzen|wandern|angeln|schwimmen|fotografieren|töpfern|backen|"
    r"bouldern|joggen|reiten|paddeln|surfen|tauchen|zelten|bergsteigen|fechten)"
)
_DO_ALSO = r"(?:wandere|klettere|segle|stricke|male|tanze|imkere|töpfere|rudere|angle|fotografiere|jogge|reite)"
_DOES_ALSO = r"(?:wandert|klettert|segelt|strickt|malt|tanzt|imkert|töpfert|rudert|angelt|fotografiert|joggt|reitet)"
_MEETING = (
    r"(?:\w{0,25}(?:fest|feier|party|hochzeit|konferenz|tagung|workshop|kurs|messe|festival|chor|lager|reise|treffen|"
    r"kongress|forum|seminar|geburtstag|konzert|ausstellung|eröffnung|verein|training|lauf|marathon|schule|"
    r"studium|uni|kindergarten|spielplatz|café|vortrag|grillen|beerdigung|symposium|abend))"
)
_WHERE = (
    rf"(?P<met>(?:auf|bei|beim|im|in|an|am|über|durch|während|zur|zum) (?:[^,.;:!?()–—\n]{{0,40}}?\b(?i:{_MEETING})\b"
    r"[^,.;:!?()–—\n]{0,40}?|(?:in|über|durch|bei) [A-ZÄÖÜ][^,.;:!?()–—\n]{1,40}?))"
)
_TAIL = r"[^,.;:!?()–—\n]{0,90}?(?= (?:und|aber|denn|weil|die|der|das|sondern)\b(?! [A-ZÄÖÜ])|[,.;:!?()–—]|$)"
_SECOND = (
    rf"(?:arbeitet|arbeitete) (?:[a-zäöü]{{2,12}} ){{0,2}}(?:bei|beim|als|am|im|in|an|für|mit) (?!(?:Garten|Homeoffice|Keller|Haus)\b){_TAIL}|"
    rf"(?:leitet|führt|betreibt|verwaltet|gründet|gründete|besitzt|übernimmt) (?:jetzt |dort |seit \w+ )?(?:die|das|den|ein|eine|einen|seine|seinen|ihre|ihren|ihr|sein) {_TAIL}|"
    rf"(?:hat|hatte) (?:ein|eine|einen) (?:[a-zäöü]{{3,20}} )?\w{{0,20}}(?:[bB]üro|[fF]irma|[pP]raxis|[lL]aden|[gG]eschäft|[wW]erkstatt|[rR]estaurant|[cC]afé|[bB]äckerei|[hH]of|[gG]ärtnerei|[kK]anzlei|[vV]erlag|[hH]otel|[aA]potheke|[bB]oot|[bB]etrieb|[sS]chreinerei|[tT]ischlerei|[bB]rauerei|[wW]eingut|[sS]tudio|[aA]gentur){_TAIL}|"
    rf"(?:unterrichtet|studiert|repariert|baut|verkauft|übersetzt|entwickelt|erforscht|singt|züchtet|imkert) (?!es\b|das\b|mich\b|dich\b|nicht\b|dir\b|mir\b){_TAIL}|"
    rf"ist (?:jetzt|inzwischen|mittlerweile|seit \w+|neuerdings|noch)? ?(?:bei (?:der|den|dem) |beim ){_TAIL}|"
    rf"(?:fängt|fing|beginnt|startet|wechselt) (?:[^,.;:!?()\n]{{0,25}} )?(?:bei|beim|zu|zum|zur|am|im) (?!Null|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag){_TAIL}|"
    rf"(?:hält|hat) (?:Bienen|Hühner|Ziegen|Schafe|Pferde|Tauben){_TAIL}|"
    rf"spielt {_PLAYED}{_TAIL}"
)
_IS_A = r"(?:ist|war|wird|wurde)(?: (?:jetzt|inzwischen|noch|auch|von Beruf|eine?))? (?P<role>[A-ZÄÖÜ][\w-]{2,40})"
_END = r"(?= (?:und|aber|seit|in|bei|am|an|für|mit|von|hier|dort)\b|[,.;:!?()–—]|$)"
_OWN = r"(?: (?:kleine|große|jüngere|ältere|jüngste|älteste|liebe|verstorbene)[rsn]?)?"


class _Speech:
    """Patterns for who speaks or is spoken of, with the verb before or behind."""

    def __init__(self, *, notes: bool) -> None:
        self._notes = notes
        self.who = rf"sie|er|Sie|Er|{NAME}" if notes else r"[Ii]ch|[Ww]ir"
        others = rf"[Ii]hre?|[Ss]eine?|{NAME}(?:s|['’]s|['’])"
        self.whose = rf"(?<!\w)(?P<whose>{others if notes else '[Mm]eine?r?m?|[Uu]nsere?r?m?'})"
        self.relation = rf"{self.whose}{_OWN} (?P<rel>{KIN_DE}|{OTHERS_DE})"
        self.works = self.does("arbeiten?", "arbeitet")
        self.is_ = self.does("(?:bin|sind)", "ist")
        self.has = self.does("(?:hab|habe|haben)", "hat")
        self.begins = self.does("(?:beginne|starte|fange|wechsle|wechsele)", "(?:beginnt|startet|fängt|wechselt)")

    def does(self, first: str, third: str) -> str:
        """The subject and its verb, in the first person or, in notes, the third."""
        verb, who = third if self._notes else first, self.who
        return rf"(?:(?<!\w)(?P<who>{who})(?:, (?:die|der))? {verb}|(?<!\w)(?i:{verb}) (?P<who>{who})){_LATELY}"


def rules(*, notes: bool) -> tuple[str, ...]:
    """The patterns for mail, where `who` is the writer, or for notes, where it is somebody named."""
    say = _Speech(notes=notes)
    return (
        *_of_work(say),
        *_of_places(say),
        *_of_pastimes(say, notes=notes),
        *_of_kin(say, notes=notes),
        *_of_meeting(notes=notes),
    )


def _of_work(say: _Speech) -> tuple[str, ...]:
    """Employers, titles, and what was left."""
    return (
        rf"{say.works}(?: als {_TITLE})? {_ITS_HOUSE}",
        rf"{say.works}(?: [^,.;:!?]{{0,30}}?)? als {_TITLE}",
        rf"{say.is_} (?:eine? )?{_ROLE}(?: {_ITS_HOUSE}|{_END})",
        rf"{say.is_}(?: als {_TITLE})? {_ITS_HOUSE} (?:angestellt|beschäftigt|tätig)",
        rf"{say.begins} (?:[^,.;:!?]{{0,25}} )?(?:als {_TITLE} )?{_ITS_HOUSE}(?= an\b|[,.;:!]| als\b| im\b| zum\b|$)",
        rf"{say.begins} (?:[^,.;:!?]{{0,25}} )?(?:zu|zur|zum) (?:den )?(?P<employer>{_PROPER})",
        rf"{say.has} (?:[^,.;:!?]{{0,25}} )?(?:einen (?:neuen )?Job|eine (?:neue )?Stelle) (?:als {_TITLE} )?{_ITS_HOUSE}",
        rf"{say.has} (?:[^,.;:!?]{{0,25}} )?{_ITS_HOUSE} angefangen",
        rf"{say.does('arbeiten?', 'arbeitet')} nicht mehr (?:bei|beim|für)(?: (?:der|dem|den))? (?P<left>{_PROPER})",
        rf"{say.is_} nicht mehr (?:bei|beim)(?: (?:der|dem|den))? (?P<left>{_PROPER})(?= (?:beschäftigt|angestellt|tätig)|[,.;!]|$)",
        rf"{say.has} (?:[^,.;:!?]{{0,25}} )?(?:bei|beim)(?: (?:der|dem|den))? (?P<left>{_PROPER}) (?:gekündigt|aufgehört)",
        rf"{say.has} (?:die |das |den )?(?P<left>{_PROPER}) (?:[^,.;:!?]{{0,25}} )?verlassen",
        rf"{say.does('(?:verlasse|verlassen)', 'verlässt')} (?:die |das |den )?(?P<left>{_PROPER}) (?=zum |Ende |nach \w+ Jahren)",
        rf"(?:{say.whose} letzter Tag|ist (?P<whose>{'sein|ihr' if say.who.startswith('sie') else 'mein'}) letzter (?:Arbeitst|T)ag) (?:ist )?bei(?: (?:der|dem|den))? (?P<left>{_PROPER})(?=[,.;!]| ist\b| war\b|$)",
    )


def _of_places(say: _Speech) -> tuple[str, ...]:
    """Places and languages."""
    return (
        rf"{say.does('(?:wohnen?|leben?)', '(?:wohnt|lebt)')}(?: mit (?:\w+ ){{1,4}}?)? in (?P<city>{PLACE})",
        rf"{say.is_} (?:[^,.;:!?]{{0,30}} )?nach (?P<settled>{PLACE}) (?:um)?gezogen",
        rf"{say.does('(?:ziehe|ziehen)', '(?:zieht|ziehen)')} (?:[^,.;:!?]{{0,30}} )?nach (?P<moved>{PLACE})",
        rf"{say.does('spreche', 'spricht')}(?: (?:fließend|gut|ein wenig|etwas|ganz gut|auch|sehr gut))? (?P<language>(?:{LANGUAGES_DE})"
        rf"(?:(?:,| und|, und| sowie)(?: (?:fließend|etwas|ein wenig|ein bisschen|auch))? (?:{LANGUAGES_DE})){{0,6}})\b",
        rf"{say.whose} Muttersprache ist (?P<language>{LANGUAGES_DE})\b",
    )


def _of_pastimes(say: _Speech, *, notes: bool) -> tuple[str, ...]:
    """Pastimes and schools."""
    return (
        rf"{say.does('singen?', 'singt')} (?:[a-zäöü]{{3,12}} )?(?:im|in einem|in unserem|in dem|beim) (?P<interest>\w{{0,20}}[cC]hor|Bachverein|Ensemble)\b",
        rf"{say.does('spielen?', 'spielt')} (?P<interest>{_PLAYED})\b",
        rf"{say.does('(?:laufen?|renne)', '(?:läuft|rennt)')} (?P<interest>(?:Halbm|M|Ultram)arathons?|Marathons)\b",
        rf"{say.does('(?:halten?|habe|züchte)', '(?:hält|hat|züchtet)')} (?P<interest>Bienen|Hühner|Ziegen|Schafe|Pferde|Tauben|Bienenvölker)\b",
        rf"{say.does('sammle', 'sammelt')} (?P<interest>(?:[a-zäöü]{{3,12}} )?(?:Briefmarken|Münzen|Landkarten|Schallplatten|Postkarten|Uhren|Mineralien|Fossilien|Kameras|Comics|Käfer))\b",
        rf"{say.does('gehen?', 'geht')}(?: (?:gern|gerne|viel|oft|jede Woche|jedes Wochenende|regelmäßig))? (?P<interest>{_PASTIME})\b",
        rf"(?<!\w)(?P<who>{say.who}) (?P<interest>{_DOES_ALSO if notes else _DO_ALSO}) "
        r"(?:gern|gerne|viel|leidenschaftlich|seit Jahren|jedes Wochenende|in meiner Freizeit|regelmäßig)\b",
        rf"(?:(?<!\w)(?:haben wir|[Ww]ir haben)(?P<who>)|{say.has}) (?:beide |zusammen |damals |gemeinsam )?(?:in|an der|am) (?P<school>{PLACE}) (?:zusammen |gemeinsam )?(?:(?P<field>[A-ZÄÖÜ]\w{{3,30}}) )?studiert",
        rf"{say.does('studieren?', 'studiert')} (?:(?P<field>[A-ZÄÖÜ]\w{{3,30}}) )?(?:in|an der|am) (?P<school>{PLACE})",
        rf"(?:(?<!\w)(?:sind wir|[Ww]ir sind)(?P<who>)|{say.is_}) (?:beide |zusammen |damals )?(?:in (?P<school>{PLACE}) )?(?:zusammen |gemeinsam )?(?:zur|in die) Schule gegangen",
    )


def _of_kin(say: _Speech, *, notes: bool) -> tuple[str, ...]:
    """Birthdays, kin, household, and what relatives and friends do."""
    return (
        rf"{say.has} am (?P<birthday>{DATE}) Geburtstag",
        rf"(?<!\w)[Aa]m (?P<birthday>{DATE}) {'hat (?P<who>sie|er|' + NAME + ')' if notes else 'habe (?P<who>ich)'} Geburtstag",
        rf"{say.whose} Geburtstag ist(?: am)? (?:der )?(?P<birthday>{DATE})",
        rf"{say.is_} am (?P<birthday>{DATE}) geboren",
        rf"{say.whose}{_OWN} (?P<rel>{KIN_DE}),? (?P<kin>{_FIRST_NAME})(?P<sure>)",
        rf"{say.whose}{_OWN} (?P<rel>{KIN_DE}) heißt (?P<kin>{_FIRST_NAME})",
        rf"{say.has} (?P<household>(?:eine|einen|zwei|drei|vier|fünf|[2-9]) (?:(?:kleine|große|erwachsene)n? )?(?:Kinder|Söhne|Töchter|Sohn|Tochter|Katzen|Hunde|Katze|Hund|Jungs|Mädchen))(?= (?:und|zusammen)\b|[,.;:!)]|$)",
        rf"{say.does('(?:wohnen?|leben?)', '(?:wohnt|lebt)')} mit (?P<household>(?:meine[rmn]?|ihre[rmn]?|seine[rmn]?) (?:{KIN_DE}|Eltern|Familie|Kindern))\b",
        rf"{say.relation}(?:,? (?P<called>{_WORD}))?(?:, (?:die|der))? (?P<knows>{_SECOND})",
        rf"{say.does('kenne', 'kennt')} (?P<rel>jemand(?:en)?|eine[n]? (?:{OTHERS_DE}|Mann|Frau)(?:en|in)?), (?:der|die) "
        r"(?P<knows>[^,.;:!?()–—\n]{3,90}? (?:arbeitet|leitet|unterrichtet|kennt|ist|hat|betreibt|studiert))(?=[,.;!]|$)",
        rf"{say.relation}(?:,? (?P<called>{_WORD}))? (?P<knows>{_IS_A}(?: (?:bei|beim|am|im|in|an|für) {_TAIL}|{_END}))",
    )


def _of_meeting(*, notes: bool) -> tuple[str, ...]:
    """How people met."""
    return (
        rf"(?:[Ww]ir kennen uns|kennen wir uns)(?P<who>) (?P<met>(?:aus|von|vom|seit) (?:de[rm] )?[^,.;:!?()–—\n]{{0,40}}?\b(?i:{_MEETING}|studium|arbeit|schulzeit|uni)\b[^,.;:!?()–—\n]{{0,40}}?)(?=[,.;:!?()–—]| und\b|$)",
        rf"(?<!\w)(?P<who>{NAME}) {_WHERE} kennengelernt"
        if notes
        else rf"(?:[Ww]ir haben uns|haben wir uns)(?P<who>) (?:damals |\d{{4}} |vor \w+ Jahren )?{_WHERE} kennen ?gelernt",
        rf"(?<!\w)[Kk]ennengelernt (?P<who>){_WHERE}(?=[,.;:!?()–—]|$)" if notes else r"(?!)",
        rf"(?:[Ww]ir haben uns|haben wir uns)(?P<who>) (?:damals |\d{{4}} )?{_WHERE} kennengelernt"
        if notes
        else r"(?!)",
        rf"(?<!\w)(?P<who>{NAME}) (?:habe ich |hab ich ){_WHERE} kennengelernt" if notes else r"(?!)",
    )
