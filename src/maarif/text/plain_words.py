"""Everyday words: they stand in what anybody says, and tell little of a topic even where few have written them yet.

A mailbox of some thousand messages takes "couple" or "honest" for rare; the language does not. Written by hand: verbs
of doing and saying, times and numbers, sizes and judgements, and nouns that fit everything. Kin are among them: "my mother needs a bookkeeper" is about
books.
"""

from __future__ import annotations

from maarif.text.fold import fold

_ENGLISH = """
able about above accept accepted across actually add afraid after afternoon again against age ago agree ahead alive all allow almost alone along already
also although always amount and angry another answer any anybody anyone anything anyway apart april around arrange arrive ask asked asking asleep august
autumn available away awful back bad badly bear beautiful became become becoming been before began begin beginning behind believe belong below best bet
better between beyond big bit book booked both bother bottom bring broke broken brought busy buy call called came can cancel cannot care careful carefully carry case
catch caught cause certain chance change changed cheap check choose clear clearly close closed cold come comes coming comfortable common complete completely
confused consider cope cost could count couple course cover cut daily dark date dates day days deal dear decade december decide decided decision deep definitely
depend describe deserve did die died different difficult difference do does doing done doubt down dozen draw dread drop dry due during each earlier early easily easy
either else empty end ended enjoy enough especially evening evenings ever every everybody everyone everything exactly example except expect expensive explain
extra face fact fair fairly fall fallen far fast favourite february feel feeling feels fell felt few fifteen fifty figure fill finally find fine finish finished first fit
five fix flat follow for forget forgotten form fortnight forward found four free fresh friday friend friendly friends from front full fun funny further future game gave
general get gets getting give given gives giving glad go goes going gone good got great grown guess guy guys had half hand handle hands happen happened happening happens happy
hard hardly has hate have having hear heard help helped here herself high himself hold home honest honestly hope hot hour hours how however huge hundred hurry hurt idea
ideally if imagine important in included including indeed inside instead interest interested into involved is issue it itself january job july june just keep keen kept kid kids
kind kindly knew know known knows large last late lately later laugh lead learn learned learning learnt least leave leaving left less let life light like liked likely line
list listen little live lived lives living local long longer look looked looking looks lose lost lot lots loud love loved lovely low luck lucky made main mainly make makes making man manage many
march matter maybe mean means meant meet men mention met middle might mind mine minute minutes miss missed missing moment monday money month months more morning most mostly
move moved moving much must myself name near nearby nearly necessary need needed needs neither never new next nice night nights nine no nobody none normal normally
nor not note nothing notice november now nowhere number october odd off offer often okay old older on once one ones only onto open or other others otherwise ought our
ourselves out outside over own paid part particular particularly pass past pay paying people perfect perhaps period person personal pick picked piece place places plan planned planning
plans play please plenty point poor possible possibly post prefer preferably prepared pretty probably problem problems promise proper properly prove public pull purpose push put putting question
questions quick quickly quiet quite rather reach read ready real realise really reason reasonable reasonably recent recently recommend regular regularly remember remind reply rest
return rid right round rubbish run running rush sad safe said same sat saturday save saw say saying says second see seeing seem seems seen self sell send sense sent september serious
seriously set settle seven several shall share she short should show showed shown shy side sign silly similar simple simply since sit sitting situation six size sleep slow slowly small smart so sold some
somebody somehow someone something sometime sometimes somewhere soon sooner sorry sort sound space speak special spend spent spoke spot spring stage stand start started starting starts stay
stayed step still stop stopped story straight strange stranger strangers strong struggle struggling stuck stuff stupid such sudden suddenly suggest suggestion summer sunday supposed sure surely take taken takes taking talk
talked talking tall tell ten terrible than thank thanks that their them themselves then there these they thing things think thinking third thirty this those though thought thoughts thousand three
through throughout thursday till time times tired to today together told tomorrow tonight too took top total totally touch towards tried tries trouble true trust try trying tuesday turn turned turning turns twelve
twenty twice two type ugly under understand understands understood unfortunately unless until up upset urgent urgently use used useful uses using usual usually various very visit wait waiting walk wall want wanted wanting wants
was watch way ways weak wednesday week weekend weekends weekly weeks weird well went were wet what whatever when whenever where whether which while who whole whom whose why wide will willing
winter wish with within without woman women wonder wonderful wondering word words work worked working works world worried worry worse worst worth would write writing written wrong yard year years
teach teaches teaching taught yes yesterday yet you young younger your yours yourself zero
"""

_GERMAN = """
abend abends aber ab abgeben ach acht achtung alle allein alleine allem allen aller allerdings alles allgemein als also alt alte alten alter am an andere anderen anderer anderes anders
anderthalb anfang anfangen anfangs angefangen angst anlass ansehen ansonsten anstatt antwort antworten april arbeit arbeiten auch auf aufhoren august aus ausserdem aussehen bald
beginnen bei beide beiden beim beispiel bekommen bekommt benotigen benotige bereit bereits beruflich besonders besser beste besten bestimmt betrifft bevor bin bis bisher bisschen bitte
bleiben bleibt brauche brauchen braucht breit bringen bringt da dabei dadurch dafur dagegen daheim daher damals damit danach dann daran darauf daraus darf darin daruber darum das dass dauert
davon davor dazu dein deine demnachst denke denken denn dennoch der deshalb deutlich dezember dich die dienstag dies diese diesem diesen dieser dieses ding dinge dir doch donnerstag dort drei dreimal dreissig dringend
du dumm durch durfen echt egal eher eigen eigene eigenen eigentlich eilig ein eine einem einen einer eines einfach einige einigen einmal eins ende endlich eng entweder er erfahren erfahrung
erfahrungen erklaren erst erste ersten erwarten erzahlen es etwa etwas euch euer extra fahren fahrt fallen falls falsch fang fange fast februar fehlt fertig fest finde finden findet folgen
frage fragen frau frauen frei freitag freude freuen freund freunde freundin freunden freundlich fremd froh fruh fruher fruhjahr fruhling fuhle fuhlen funf fur ganz ganze ganzen gar geben gefallt
gefunden gegangen gegeben gegen gehabt gehe gehen geht gehort gekommen geld gemacht gemeinsam genau genug gerade gern gerne gesagt geschichte gesehen gestern gesucht gewesen gewisse geworden gibt ging
gleich glaube glauben glucklich grosse gross grossen grund gut gute guten guter gutes habe haben halb halbe halbes half halten hand hat hatte hatten hause haus heisst helfen heraus
herausfinden herbst herr heute heutzutage hier hilft hilfe hin hinter hoch hoffe hoffen hoffentlich horen hort hundert ich idee ihm ihn ihnen ihr ihre immer in indem innerhalb ins interessant interesse
irgend irgendein irgendetwas irgendjemand irgendwann irgendwas irgendwer irgendwie irgendwo ist ja jahr jahre jahren januar je jede jedem jeden jeder jedes jedoch jemals jemand jemanden jemandem jetzt juli jung junge juni kann
kannst kaufen kaum kein keine keinen kenne kennen kennt kind kinder kindern klar klappt klein kleine kleinen kleiner klingt kommen kommt komisch komplett konnen konnt konnte konnten kosten kostet krank kurz kurze kurzem lage lang lange langen
langer langsam lass lassen laufen laut leben legen leicht leid leider lernen lesen letzte letzten letzter leute leuten lieb liebe lieber liegen liegt links los lust mache machen macht mai mal man manche manchmal
mann manner marz mehr mehrere mein meine meinem meinen meiner meist meisten melden mensch menschen merken mich minute minuten mir mit miteinander mittag mitte mittwoch mochte mochten moglich moglichkeit moglichst moment monat
monate monaten montag morgen morgens muss mussen musste nach nachmittag nachmittags nachste nachsten nacht nachts nah nahe nahme name namlich naturlich neben nebenher nehmen nein nennen nett neu neue neuen neuer neulich neun nicht nichts nie niemand
nimmt nirgends noch normal normalerweise notig november nun nur ob oben oder offen oft ohne oktober ordentlich ordnung paar person personen plan planen platz plotzlich preis problem probleme punkt recht rechts
reden regelmassig reicht rein richtig rund sache sachen sagen sagt samstag satt schaffe schaffen schauen schicken schlafen schlecht schlechte schlimm schnell schon schone schonen schreiben schwer schwierig sechs sehen sehr sei sein seine
seinen seit seite selbst selten september setzen sich sicher sie sieben sieht sind sinn sofort sogar solche soll sollen sollte sommer sonntag sonst sorge sorgen sowie spass spat spater sprechen spricht statt stehen steht stelle
stellen stimmt stolz strasse stuck stunde stunden suche suchen sucht tag tage tagen taglich tausend teil teuer tief toll tragen traurig treffen trotz trotzdem tun tut typ uber uberall uberhaupt uberlege uberlegen ubrigens uhr um umgehen und
ungefahr uns unser unsere unserem unseren unserer unten unter vergessen verlieren vermutlich verschieden verschiedene versprechen verstehe verstehen versteht versuche versuchen viel viele vielen vielleicht vier vierzig voll von vor vorbei vorher vorhin vorne
vorschlag vorstellen vorsichtig wahrend wahrscheinlich wann war waren warm warten warum was weg wegen weil weiss weit weiter weitere welche welchem welchen welcher welches welt wem wen wenig wenige weniger wenigstens wenn wer werde
werden weshalb wichtig wie wieder wieso will willst winter wir wird wirklich wissen wo woche wochen wochenende wofur woher wohin wohl wohne wohnen wohnt wollen wollte womit wort worte worum wunderbar wunsch wunsche wurde wurden zahlen zehn zeigen
zeit zeiten ziemlich beibringen beibringt fangt fängt fingen lehren zu zuerst zufrieden zum zumindest zur zuruck zurecht zusammen zwanzig zwar zwei zweimal zweite zweiten zwischen
"""

_ARABIC = """
آخر أبدا أحب أحد أحيانا أخبر أخذ أخرى أخيرا أراد أربع أربعة أردت أرى أرغب أرجو أريد أسبوع أستطيع أسرع أسهل أشعر أشياء أصبح أصلا أصبحت أعرف أعطى أعمل أغلب أفضل أقل أقدر أقرب أكبر أكتب أكثر أكيد أمام
أمر أمس أمور أنا أنت أنتم أنه أنها أو أول أولا أي أيام أيضا أين أين إذا إلا إلى إن إنسان إننا اثنين اجتماع احتاج أحتاج احد اذا اسبوع اسم اشي اشياء اكبر اكثر الآن الأمر الأول الأولى الان التي الذي الذين الشيء الصبح الظهر العالم العام
العمر القادم القادمة القصة الكثير الكل الليل الليلة الماضي الماضية المساء المقبل المكان الموضوع الناس النهار الوقت اليوم اما امبارح انا انتو انه انو اني اوقات اول اي ايش ايمتى بأن بأي باقي بالتأكيد بالضبط بالطبع بالفعل بتعرف بتقدر بحاجة بحب
بحكي بدأ بدأت بدل بدنا بدها بدهم بدو بدون بدي بدك بسبب بس بسرعة بسيط بشكل بعد بعدين بعرف بعض بعيد بقدر بكرا بكل بكون بنا به بها بهذا بين بيت بيعرف بيقدر بيكون تاني تأكد تجربة تحت تحتاج ترك تريد تستطيع تشرين
تعال تعرف تعلم تقدر تقريبا تكون تم تماما تمام تمكن ثلاث ثلاثة ثم ثمانية جاء جاي جدا جديد جديدة جزء جميع جميل جيد جيدة حاجة حاليا حب حتى حدا حصل حول حوالي حيث حين خاص خاصة خبر خلال خلص خلف خمس خمسة خير
دائما داخل دايما دفع دقائق دقيقة دون ذلك ذهب رأى رأي رأيك راح رجل رغم رقم زال زمان زي ساعات ساعة ساعد سؤال سبب سبت سبعة سبوع ستة سريع سعيد سنة سنوات سنين سهل سوف سوا سوى سيء شاف شباب شباط شخص شخصي شخصية
شغلة شكرا شكل شو شوف شوي شوية شهر شهور شيء شي صار صارت صباح صحيح صديق صديقي صديقتي صعب صعبة صغير صغيرة صغار ضد ضروري طبعا طريق طريقة طلب طويل طويلة طيب ظروف عادة عادي عام عاما عبر عدا عدة عدد عدم عرف عشان عشر عشرة عشرين عطلة على علي عليه
عليها علينا عم عمر عمره عمل عملت عن عنا عند عنده عندها عندي عندنا عندك غدا غير فترة فرصة فعلا فقط فكر فكرة فهم فوق في فيك فيه فيها قادر قال قالت قبل قد قدر قدم قرر قريب قريبا قريبة قصة قصير قليل قليلا قوي كاملة كامل كان كانت كانوا كأن كبير
كبيرة كتير كثير كثيرا كثيرة كذا كذلك كل كلام كلمة كلنا كلها كلهم كم كما كمان كنا كنت كون كيف لأن لأنه لا لازم لان لحد لدي لديه لدينا لذلك لسه لسا لعل لقد لكل لكن لكي للأسف لما لماذا لن له لها لهذا لهم لو لي ليس ليست ليش ليلة ما ماذا ماشي مال
مبارح متأكد متى مثل مثلا مجرد مدة مرات مرة مرتين مساء مساعدة مستعد مستعجل مشان مش مشكلة مشاكل مع معا معرفة معظم معك معنا معه معها معي مفيد مكان مكانة ملاحظة ممكن من مناسب مناسبة منذ منه منها مهم مهما مهمة مو موضوع موعد موجود مين نحتاج نحن نريد نشوف نصف نعرف
نعم نفس نفسه نفسي نقدر نوع نوعا نيسان هاد هادا هاي هذا هذه هكذا هل هم هنا هناك هنالك هو هون هي هيك واحد واحدة والله وجد وحدي وراء وضع وقت ولا ولد يبدو يبقى يجب يحب يحتاج يريد يستطيع يعرف يعطي يعمل يعني يفضل يفهم يقدر يكون يمكن يوم يومين يوميا ينفع يعلم يعلمني علمني تعليم
"""

#: Whose trouble it is, which is not what it is about.
_KIN = """
mum mom mummy mother mam dad daddy father sister brother son daughter cousin uncle aunt auntie wife husband nephew niece
grandma grandmother granny gran grandpa grandad grandfather mama papa mutter vater schwester bruder sohn tochter cousine
onkel tante oma opa neffe nichte schwager schwägerin ehemann ehefrau أخ أخي أخوي أخو أخوها أخت أختي أمي ماما أبي أبوي بابا
ابني ابنه بنتي ابنتي والدي والدتي جدي جدتي ستي سيدي خالي خالتي عمي عمتي مرتي زوجتي زوجي جوزي ولدي
"""

_PLAIN = frozenset(map(fold, f"{_ENGLISH} {_GERMAN} {_ARABIC} {_KIN}".split()))


def is_plain(folded: str) -> bool:
    """Whether a folded word is one of those that stand in what anybody says, in English, German or Arabic."""
    return folded in _PLAIN
