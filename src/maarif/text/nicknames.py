"""Forms of one given name: short forms, pet names, and how other languages and romanisations write it."""

from __future__ import annotations

from maarif.text.fold import fold
from maarif.text.given_names import STANDING_ALONE

#: A line is one given name in all its forms; a short form may stand in several lines. Collected by hand.
_NAMES = """
alexander alex alec sandy xander sascha sasha aleksander alexandre alejandro olek lex ale
alexandra alex sandra sandy sasha alessandra alejandra ola aleksandra olka lexi lexa
alfred al fred freddy alfredo
allen alan allan al alain
albert al bert alberto
andrew andy drew andreas andre andrea andres
anna ann anne annie hannah hanna anja anouk ana nancy ania anka aneta nan anni annika anita
anthony tony anton antonio antoine toni
antonia toni tonia
barbara barb babs bärbel basia
benjamin ben benny benji
bernard bernie bernhard bernardo bernd
catherine cathy kate katie kathy katherine katharina kathrin katrin kathryn cath kat catalina catarina käthe kathi kasia katarzyna kaska trine katerina
charles charlie chuck chas karl carl carlos charly carlitos lito
christian chris christ cristian
christine chris christina chrissy tina kristin kristina kirsten cristina
christopher chris kit topher christoph christophe cristobal christof
daniel dan danny dani
david dave davey
deborah deb debbie debra
dieter dietrich
dominic dom nick dominik dominique domingo
donald don donnie
dorothea doris thea dorothee dorothy dot dottie dorota dorotka
edward ed eddie ted teddy ned eduard eduardo edek
eleanor ellie nell nora leonore
elizabeth liz beth betty lizzie eliza lisa elsie libby elisabeth elise sissi lisbeth isabel isabella else ela elżbieta bettina lisbet liesel lili
emily em emmy emilie
eugene gene eugen
franz francis frank francisco paco pancho francois pacho curro franek
frances fran franny franziska franzi francesca francoise
frederick fred freddie friedrich fritz frederic federico friedel fede fryderyk
gabriel gabe
gabriele gabi gaby gabriella gabriela
georg george jorge georges
gerald gerry jerry gerhard gerd gert
gregory greg gregor grzegorz grzesiek grzes
gustav gus gustavo
harold harry hal
heinrich heinz henry harry hank henri enrique heiner hinnerk henryk heniek kike quique
helen helena nell helene elena lena hélène hela ela
hubert bert
jacob jake jakob jaime
jacqueline jackie
james jim jimmy jamie jacek
jeffrey jeff geoff geoffrey
jennifer jen jenny jenn
jessica jess jessie
johannes john johnny jack hans jan johann hannes jens juan jean ivan sean ian jasiek janek hape hp juanito nino
johanna joan jo hanna hanne juana jeanne johana
jonathan jon jonny nathan
joseph joe joey josef sepp jose pepe jupp youssef yusuf yousef yousif yussuf يوسف pepito chema josemari josele pino seppi jozef jozek
josephine jo josie josefine josefa
joshua josh
julia julie jule jula julka
katja katya
kenneth ken kenny
kimberly kim
larry laurence lawrence lorenz lars laurent lorenzo
leonard leo len lenny leon leonardo
louis lou ludwig luis lewis lutz ludek
louise lou luisa luise
lucas luke luca lukas lukasz
magdalena lena maggie magda leni madzia lenka
manuel manny manolo manu
marcus mark marc markus marco marcos
margaret maggie meg peggy greta rita margarete margarita grete marguerite gretchen gosia malgorzata gitte maite
mary maria marie molly polly mimi mia maja mitzi marysia mariola marita marisa maruja mari lola lolita
marianne mary
martin marty martín
martina tina
matthew matt matty matthias mathias matthieu mateo hias maciej maciek mateusz mattis
maximilian max maxim maks
michael mike mick mickey mikey michel miguel michi misha michal mikael mitch
michaela michi micha
mitchell mitch
monica moni monika monique
nathaniel nat nate nathan
nicholas nick nicky nico nikolaus klaus nicolas niklas niels claus mikolaj niko nikos klaas colas
nicole nicky nikki nico
oliver ollie olivier oli
olivia liv livvy
pamela pam
patricia pat patty tricia trish pati
patrick pat paddy patricio
peter pete pedro pierre petra piotr piotrek petros pierrot perico peer
philip phil philipp philippe felipe pip phillip
raymond ray raimund ramon
rebecca becky becca rebekka
richard rick dick rich ricky ricardo richie ryszard rysiek
robert bob rob bobby robbie bert roberto robin robi berto
roger rodger rüdiger
roland rollo
ronald ron ronnie
rudolf rudy rolf rudi rodolfo
rosemarie rose rosie rosemary romy
russell russ
samuel sam sammy
samantha sam sammy
sebastian basti seb bastian sébastien wastl bastien
simon si simeon
sophie sophia sofia fifi zosia zofia sofie
stefan steve steven stephen stephan steffen etienne esteban stevie szczepan stefano steff estefan
stefanie steffi stephanie steff
susan sue susie suzanne susanne susanna susi sanne susana
teresa terry theresa tess resi therese tere teresita
theodor ted theo theodore teo
thomas tom tommy tomas tomasz tomek tomaso tommaso
timothy tim timmy
ulrich uli ulli
ulrike uli ulli rike
ursula uschi ulla
valentin val
valerie val
veronica vera ronnie veronika roni
victor vic viktor
victoria vicky tori viktoria vicki viki wiktoria vik
vincent vince vinnie vinzenz vicente
walter walt wally
wilhelm william bill will billy willy liam willi guillermo guillaume guigui gillou wim willem vilhelm
wolfgang wolf wolfi wolferl
zachary zach zack
ahmed ahmad ahmet achmed احمد hamada hamudi
mohamed mohammed muhammad mohamad mohammad muhammed muhamed mohd mehmed محمد حمودي حموده mo mido memo mehmet hamada hamoudi mamadou moh
mahmoud mahmud محمود
mustafa mostafa moustafa moustapha مصطفي
ali aly علي
omar umar omer عمر
othman osman uthman عثمان
hassan hasan حسن
hussein husain hussain hossein husein hussien hosein حسين husseini hussin hüseyin
ibrahim ebrahim brahim abraham ابراهيم ibo ibro
ismail ismael esmail اسماعيل
khaled khalid chaled خالد halit
walid waleed oualid وليد
said saeed saeid سعيد
tarek tariq tarik طارق tarık
karim kareem كريم
rashid rasheed rachid رشيد
jamal gamal djamal جمال djamel cemal djemal
jamil gamil jameel جميل
hamza hamzah حمزه
samir sameer سمير
nabil nabeel نبيل
amin ameen امين
amina aminah امينه
fatima fatma fatimah fatema فاطمه فطوم fatoum tota fatoş fati
layla leila laila leyla ليلي
aisha ayesha aicha aysha عائشه عايشه
khadija khadijah hadija خديجه khadouj hatice
mariam maryam miriam meriem مريم maryem meryem
noor nour nur نور
noura nora nura نوره نورا
salma selma سلمي
sarah sara sally ساره
zainab zeinab zaynab zeineb زينب zouzou zeynep zeynab
yasmin yasmine jasmin yasmeen ياسمين
hanan hanane حنان
huda hoda houda هدي
mona muna مني
rania raniya رانيا
rana رنا
reem rim ريم
dina دينا
iman eman imane ايمان
abdallah abdullah abdalla abdulla عبدالله aboudi abboudi abood abdou
abdalrahman abdulrahman abdelrahman abderrahman abdurrahman عبدالرحمن abood abboud rahman abdou
abdalaziz abdulaziz abdelaziz عبدالعزيز aziz azouz
abdalkader abdulqadir abdelkader abdelqader عبدالقادر kader qader kadour
yahya yehia yahia يحيي
yassin yasin yaseen yassine ياسين
ziad ziyad zeyad زياد
fadi fady فادي
hadi hady هادي
hani hany هاني
sami samy سامي
rami ramy رامي
majid majed magid magued ماجد
adel adil عادل
ayman aiman ايمن
bassam basam بسام
haytham haitham هيثم
nasser nasir naser ناصر
salim saleem selim سليم
salem سالم
saleh salih صالح
suleiman sulaiman soliman suleyman سليمان süleyman slimane
younes yunus younis يونس yunes
benedikt benedict ben benni bene benedykt
tobias tobi tobiasz toby
bartholomew bart bartosz bartek
ignatius ignacio nacho ignacy ignaz inaki
dolores lola loli lolita
pilar pili piluca
rafael rafa raphael
valentina vale
henrike rike henriette jette
friederike rike fritzi frieda
hedwig hedi jadwiga
hildegard hilde hilda
margarethe grete gretel greta rita marga
geraldine gerry
krzysztof krzysiek krzys
stanislaw stasiek staszek stach
wojciech wojtek
zbigniew zbyszek
agnieszka aga agata
joanna asia joasia
wladyslaw wladek
tadeusz tadek
zuzanna zuza
beatriz bea beatrix beata trixi
mercedes merche meche
concepcion concha conchita
rosario charo
guadalupe lupe lupita
consuelo chelo
santiago santi yago tiago
vladimir wladimir vova volodja
dmitri dima dmitry
evgeny jewgeni zhenya schenja
aysegul ayse aisha
abdalmalik malik abdelmalek malek عبدالمالك
abdalkarim karim abdelkrim krimo عبدالكريم
abdalhakim hakim abdelhakim عبدالحكيم
abdalwahab wahab abdelwahab عبدالوهاب
abdalsalam salam abdessalam abdelsalam عبدالسلام
abdalnasser nasser abdelnasser عبدالناصر
abdallatif latif abdellatif abdullatif عبداللطيف
faisal faysal feisal فيصل
fahad fahd فهد
ghassan ghasan غسان
rasha racha رشا
hala hela هاله
lina leena لينا
samira sameera سميره
amira ameera اميره
zaid zayd zeid زيد
wafa wafaa وفاء
amal آمال امال امل
bilal belal بلال
marwan marouane مروان
anas anass انس
ghada ghadah غاده
basma basmah بسمه
dalal دلال
hiba heba هبه
louay loay لوي
nabila nabeela نبيله
nadia nadya ناديه
sana sanaa سناء
shadi chadi شادي
siham seham سهام
suad souad سعاد
sultan سلطان
talal طلال
wael wail وايل
"""


def _read() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _NAMES.split("\n"):
        names = [fold(word) for word in line.split()]
        for name in names:
            found.setdefault(name, set()).add(names[0])
    return {name: frozenset(heads) for name, heads in found.items()}


_FORMS = _read()


def forms(word: str) -> frozenset[str]:
    """The given names that a folded word may stand for ("bert": albert, hubert, robert); else the word."""
    return _FORMS.get(word) or frozenset((word,))


def is_given_name(word: str) -> bool:
    """Tell whether a folded word is a given name that the tables know."""
    return word in _FORMS or word in STANDING_ALONE
