"""Words by which a signature says what somebody is, where they work, and in which country."""

from __future__ import annotations

from maarif.text.fold import fold


def _folded(table: str) -> frozenset[str]:
    return frozenset(" ".join(fold(phrase).split()) for phrase in table.split("|"))


#: One of these words makes a line of a signature a title.
TITLE_WORDS = _folded(
    """
    director | manager | engineer | head | president | vice | vp | ceo | cto | cfo | coo | cio | officer
    | chief | analyst | assistant | associate | consultant | counsel | lawyer | attorney | paralegal |
    developer | designer | architect | scientist | researcher | professor | lecturer | teacher |
    principal | partner | founder | co-founder | owner | coordinator | specialist | administrator |
    accountant | auditor | editor | journalist | reporter | nurse | physician | doctor | surgeon |
    therapist | psychologist | secretary | clerk | buyer | trader | broker | planner | supervisor |
    superintendent | technician | operator | controller | treasurer | chairman | chairwoman | chair |
    advisor | adviser | recruiter | agent | representative | producer | photographer | translator |
    librarian | student | intern | trainee | fellow | curator | conductor | economist | programmer |
    strategist | executive | leiter | leiterin | leitung | bereichsleiter | bereichsleiterin |
    abteilungsleiter | abteilungsleiterin | teamleiter | teamleiterin | projektleiter | projektleiterin
    | schulleiter | schulleiterin | geschäftsführer | geschäftsführerin | geschäftsführung |
    geschäftsleitung | referent | referentin | ingenieur | ingenieurin | sachbearbeiter |
    sachbearbeiterin | berater | beraterin | vorstand | vorsitzender | vorsitzende | inhaber | inhaberin
    | gründer | gründerin | mitgründer | mitgründerin | arzt | ärztin | oberarzt | oberärztin |
    rechtsanwalt | rechtsanwältin | notar | notarin | steuerberater | steuerberaterin | architektin |
    lehrer | lehrerin | redakteur | redakteurin | journalistin | entwickler | entwicklerin | assistent |
    assistentin | assistenz | sekretär | sekretärin | professorin | mitarbeiter | mitarbeiterin |
    beauftragter | beauftragte | kauffrau | kaufmann | meister | meisterin | werkstudent | werkstudentin
    | doktorand | doktorandin | krankenpfleger | krankenschwester | hebamme | übersetzer | übersetzerin
    | pfarrer | pfarrerin | bürgermeister | bürgermeisterin | koordinator | koordinatorin | prokurist |
    prokuristin | schreiner | schreinerin | gärtner | directeur | directrice | responsable | ingénieur |
    ingénieure | chef | cheffe | chargé | chargée | gérant | gérante | président | présidente | avocat |
    avocate | médecin | professeur | professeure | enseignant | enseignante | consultante | conseiller |
    conseillère | comptable | architecte | infirmier | infirmière | développeur | développeuse |
    secrétaire | assistante | fondateur | fondatrice | journaliste | chercheur | chercheuse | traducteur
    | traductrice | technicien | technicienne | étudiant | étudiante | directora | gerente | jefe | jefa
    | ingeniero | ingeniera | abogado | abogada | médico | médica | profesor | profesora | consultor |
    consultora | arquitecto | arquitecta | coordinador | coordinadora | asistente | contable |
    presidente | presidenta | fundador | fundadora | periodista | investigador | investigadora | técnico
    | técnica | enfermero | enfermera | maestro | maestra | analista | desarrollador | desarrolladora |
    traductor | traductora | مدير | مديرة | المدير | المديرة | مهندس | مهندسة | رئيس | رئيسة | نائب |
    محاسب | محاسبة | محام | محامي | محامية | طبيب | طبيبة | أستاذ | أستاذة | مستشار | مستشارة | معلم |
    معلمة | مدرس | مدرسة | منسق | منسقة | باحث | باحثة | مساعد | مساعدة | مطور | مطورة | مصمم | مصممة |
    صحفي | صحفية | مترجم | مترجمة | موظف | موظفة | أخصائي | أخصائية | مشرف | مشرفة | مؤسس | مؤسسة مشاركة
    | سكرتير | سكرتيرة | ممرض | ممرضة | صيدلي | صيدلانية
    """
)

#: A word that says a line is the name of an organisation.
LEGAL_FORMS = _folded(
    """
    gmbh | mbh | ag | kg | ohg | ug | kgaa | gbr | eg | ggmbh | e.v | ev | inc | incorporated | ltd |
    limited | llc | llp | plc | corp | corporation | sa | s.a | sarl | s.a.r.l | sas | s.a.s | sl | s.l
    | srl | s.r.l | spa | s.p.a | bv | b.v | nv | n.v | ab | oy | as | pty | lp | l.p | شركة | مؤسسة |
    جمعية
    """
)

#: Parts of an organisation, which do not tell which one it is.
DEPARTMENTS = _folded(
    """
    relations | sales | e-commerce | commerce | commodity | assurance | project | fundamentals |
    rates | tariffs | origination | sales | marketing | finance | hr | human | resources | engineering |
    trading |
    operations | legal | department | dept | division | team | group | desk | services | service |
    support | planning | accounting | communications | communication | research | development | business
    | strategy | product | products | projects | technology | it | administration | compliance | risk |
    policy | affairs | procurement | logistics | quality | revenue | programs | controlling | office |
    floor | building | room | suite | personal | vertrieb | einkauf | abteilung | bereich | referat |
    personalabteilung | buchhaltung | entwicklung | forschung | verwaltung | presse |
    öffentlichkeitsarbeit | recht | finanzen | stabsstelle | dezernat | fachbereich | lehrstuhl |
    département | direction | ressources | humaines | ventes | comptabilité | juridique | departamento |
    área | ventas | recursos | humanos | compras | contabilidad | قسم | إدارة | دائرة | وحدة | الموارد |
    المبيعات | التسويق | المالية | الهندسة | المشاريع | شؤون
    """
)

#: Countries as signatures write them.
COUNTRIES = _folded(
    """
    germany | deutschland | allemagne | alemania | ألمانيا | austria | österreich | autriche |
    switzerland | schweiz | suisse | svizzera | france | frankreich | francia | فرنسا | spain | españa |
    spanien | espagne | italy | italia | italien | netherlands | the netherlands | nederland |
    niederlande | pays-bas | belgium | belgien | belgique | belgië | luxembourg | luxemburg |
    united kingdom | uk | great britain | england | scotland | wales | ireland | usa | u.s.a |
    united states | united states of america | canada | kanada | mexico | méxico | portugal | brazil |
    brasil | argentina | chile | colombia | peru | perú | poland | polska | polen | denmark | danmark |
    dänemark | sweden | sverige | schweden | norway | norge | norwegen | finland | suomi | finnland |
    greece | griechenland | turkey | türkei | türkiye | egypt | ägypten | égypte | مصر | jordan |
    jordanien | الأردن | lebanon | libanon | liban | لبنان | syria | syrien | سوريا | iraq | irak |
    العراق | saudi arabia | السعودية | المملكة العربية السعودية | united arab emirates | uae | الإمارات
    | qatar | قطر | kuwait | الكويت | oman | عمان | bahrain | البحرين | palestine | فلسطين | tunisia |
    tunisie | tunesien | تونس | algeria | algérie | الجزائر | morocco | maroc | marokko | المغرب | libya
    | ليبيا | sudan | السودان | yemen | اليمن | india | indien | china | japan | australia | new zealand
    | south africa | südafrika | israel | czech republic | tschechien | hungary | ungarn | romania
    """
)

#: Words that make a line a street and not a town.
STREETS = _folded(
    """
    st | street | ave | avenue | rd | road | blvd | boulevard | drive | dr | parkway | pkwy | suite | floor |
    lane | ln |
    way | place | plaza | square | highway | hwy | court | north | south | east | west | str |
    straße | strasse | weg |
    platz | allee | rue | calle | avenida | via | شارع | box
    """
)
