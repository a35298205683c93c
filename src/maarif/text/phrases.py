"""The set phrases of mail in many languages: greetings, farewells, and what programs put around a mail.

Tables of this module are folded, but for FOOTERS, which are looked for as they are written.
"""

from __future__ import annotations

from maarif.text.fold import fold


def _written(table: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in table.split("|"))


def _folded(table: str) -> tuple[str, ...]:
    return tuple(map(fold, _written(table)))


#: The words with which a mail greets.
GREETINGS = _folded(
    """
    hi | hello | hey | dear | good morning | good afternoon | good evening | greetings | hi there | hiya
    | howdy | to whom it may concern | liebe | lieber | liebes | hallo | sehr geehrte | sehr geehrter |
    guten tag | guten morgen | guten abend | moin | servus | grüß gott | werte | werter | verehrte |
    huhu | bonjour | bonsoir | salut | cher | chère | chers | chères | coucou | madame | monsieur | hola
    | buenos días | buenas tardes | buenas | estimado | estimada | estimados | estimadas | querido |
    querida | queridos | muy señor mío | ciao | caro | cara | cari | gentile | egregio | buongiorno |
    beste | geachte | dag | goedemorgen | olá | oi | prezado | prezada | bom dia | عزيزي | عزيزتي |
    أعزائي | السلام عليكم | مرحبا | أهلا | تحية طيبة | الأخ | الأخت | الأستاذ | الأستاذة | السيد |
    السيدة | صباح الخير | مساء الخير | حضرة | سعادة | أخي | أختي | هلا
    """
)

#: Lines that say goodbye and nothing more.
FAREWELLS = _folded(
    """
    regards | best regards | kind regards | kindest regards | warm regards | warmest regards |
    with kind regards | with best regards | many regards | best | all the best | best wishes | all best
    | my best | with best wishes | warmly | sincerely | sincerely yours | yours sincerely | yours truly
    | yours faithfully | faithfully | respectfully | respectfully yours | cordially | yours | cheers |
    ciao | love | lots of love | much love | hugs | xoxo | xx | br | rgds | rgrds | kr | thanks |
    thanks again | thank you | thank you again | many thanks | thanks so much | thanks very much |
    thank you very much | thx | thnks | tks | thanks a lot | thanks in advance | thank you in advance |
    with thanks | thanks and regards | thanks and best regards | thanks & regards | take care |
    talk soon | talk to you soon | see you | see you soon | see ya | bye | bye for now | in haste |
    as ever | looking forward | speak soon | until then | later | mit freundlichen grüßen |
    mit freundlichem gruß | mit besten grüßen | mit herzlichen grüßen | mit lieben grüßen |
    freundliche grüße | beste grüße | viele grüße | liebe grüße | schöne grüße | herzliche grüße |
    herzlichst | herzlich | grüße | gruß | viele liebe grüße | ganz liebe grüße | lieben gruß |
    besten gruß | schönen gruß | freundlichen gruß | sonnige grüße | lg | vg | mfg | bg | hg | glg |
    bis bald | bis dann | bis morgen | alles gute | alles liebe | danke | vielen dank | danke dir |
    danke euch | besten dank | herzlichen dank | mit dank | dein | deine | ihr | ihre | euer | eure |
    tschüss | hochachtungsvoll | servus | gruss und dank | danke und gruß | cordialement |
    bien cordialement | très cordialement | bien à vous | bien à toi | amicalement | amitiés | bises |
    bisous | gros bisous | je t'embrasse | salutations | meilleures salutations | sincères salutations |
    salutations distinguées | merci | merci beaucoup | merci d'avance | merci encore | à bientôt |
    à plus | respectueusement | chaleureusement | belle journée | bonne journée | bon week-end | cdlt |
    bien amicalement | avec mes salutations | mes amitiés | saludos | un saludo | saludos cordiales |
    un cordial saludo | cordiales saludos | cordialmente | atentamente | muy atentamente | atte |
    le saluda atentamente | un abrazo | abrazos | un fuerte abrazo | besos | un beso | gracias |
    muchas gracias | mil gracias | gracias de antemano | hasta pronto | hasta luego | saludos y gracias
    | met vriendelijke groet | met vriendelijke groeten | vriendelijke groet | groet | groeten |
    groetjes | mvg | bedankt | alvast bedankt | hartelijke groet | liefs | cordiali saluti |
    distinti saluti | saluti | un saluto | un caro saluto | grazie | grazie mille | a presto |
    un abbraccio | baci | tanti saluti | atenciosamente | cumprimentos | com os melhores cumprimentos |
    melhores cumprimentos | abraço | um abraço | abraços | obrigado | obrigada | beijos | até breve |
    مع تحياتي | تحياتي | مع خالص تحياتي | خالص تحياتي | مع أطيب التحيات | أطيب التحيات | مع التحية |
    مع التحيات | تحية طيبة | مع خالص التحية | وتفضلوا بقبول فائق الاحترام | وتفضلوا بقبول فائق التحية |
    مع فائق الاحترام | مع الاحترام | مع الشكر | شكرا | شكرا لك | شكرا جزيلا | مع جزيل الشكر | وشكرا |
    مودتي | مع مودتي | مع حبي | محبتي | دمتم بخير | مع السلامة | إلى اللقاء | أخوك | أختك | أخوكم |
    المخلص | المخلصة | صديقك | والسلام | والسلام عليكم | والسلام عليكم ورحمة الله وبركاته |
    تقبلوا تحياتي | مع تمنياتي
    """
)

#: Single words that end a mail without being a name.
NO_NAMES = _folded(
    """
    yes | no | ok | okay | lol | haha | thx | ty | pls | please | soon | later | again | enough |
    nothing | anyway | fyi | asap | today | tomorrow | monday | tuesday | wednesday | thursday | friday
    | saturday | sunday | january | february | march | april | may | june | july | august | september |
    october | november | december | hi | hello | great | good | fine | perfect | sure | done | agreed |
    congratulations | congrats | welcome | sorry | yep | nope | never | maybe | nice | wow | montag |
    dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | ja | nein | gut | super | genau |
    klar | heute | morgen | oui | non | d'accord | parfait | sí | vale | perfecto | claro | نعم | لا |
    حسنا | تمام | ممتاز | اليوم | غدا | tbd | tba | na | n/a | pm | am | usa | attachment | attached |
    image | the | this | it | see | you | we | call | get | here | there | what | when | where | why |
    who | how | and | but | monthly | weekly | daily | total | rsvp | ps | if | in | on | at | for | to
    """
)

#: How lines begin that a phone or a program puts below a mail.
MACHINES = _folded(
    """
    Sent from my | Sent from Mail for | Sent from Yahoo | Sent from Outlook | Sent from Samsung |
    Sent via | Get Outlook for | Sent with | Von meinem | Gesendet von | Gesendet mit | Outlook für |
    Holen Sie sich Outlook | Envoyé de mon | Envoyé depuis | Envoyé à partir | Télécharger Outlook |
    Obtenez Outlook | Enviado desde | Obtener Outlook | Inviato da | Verstuurd vanaf | Verzonden vanaf |
    Enviado do | أرسلت من | تم الإرسال من | مرسل من | مرسلة من | الحصول على Outlook | احصل على Outlook |
    Sent by my | Sent using
    """
)

#: What stands between dashes or underscores above a mail that is passed on.
BETWEEN_RULES = _folded(
    """
    original message | original appointment | forwarded | forward header | reply separator |
    inline attachment follows | ursprüngliche nachricht | originalnachricht | original-nachricht |
    ursprünglicher termin | weitergeleitet | message d'origine | message original | message transféré |
    message transmis | courriel original | forwarded by | mensaje original | mensaje reenviado |
    reenviado por | messaggio originale | messaggio inoltrato | mensagem original | mensagem encaminhada
    | oorspronkelijk bericht | doorgestuurd bericht | yahoo! groups | رسالة أصلية | الرسالة الأصلية |
    رسالة معاد | رسالة محولة | الرسالة المعاد
    """
)

#: How lines ending in a colon begin above a forwarded mail.
FORWARDS = _folded(
    """
    Begin forwarded message | Anfang der weitergeleiteten | Début du message |
    Inicio del mensaje reenviado | Inizio messaggio inoltrato | Begin doorgestuurd bericht |
    Início da mensagem | بداية الرسالة المعاد | بدء الرسالة | Forwarded message |
    Weitergeleitete Nachricht
    """
)

#: How a legal footer or one of a mailing list begins.
FOOTERS = _written(
    """
    This e-mail | This email | This E-mail | This message | This mail | This transmission |
    The information contained | The information in this | The contents of this | If you are not the |
    If you have received this | CONFIDENTIAL | Confidential | DISCLAIMER | Disclaimer | PRIVILEGED |
    Privileged | NOTICE | IMPORTANT NOTICE | To unsubscribe | You received this message because |
    You are receiving this | Unsubscribe | Do you Yahoo!? | Diese E-Mail | Diese E-mail | Diese Mail |
    Diese Nachricht | Der Inhalt dieser | Die Information | Ce message | Ce mail | Ce mél | Ce courriel
    | Ce courrier | Les informations contenues | Este mensaje | Este correo | La información contenida |
    AVISO | AVIS DE | AVIS IMPORTANT | Avis de | Aviso legal | Aviso de | HAFTUNGS | Questo messaggio |
    Dit bericht | Esta mensagem | هذه الرسالة | تحتوي هذه | المعلومات الواردة | إخلاء | تنبيه |
    لإلغاء الاشتراك
    """
)
