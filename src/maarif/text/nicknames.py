"""Forms of one given name: short forms, pet names, and how other languages and romanisations write it."""

from __future__ import annotations

from maarif.text.fold import fold

#: A line is one given name in all its forms; a short form may stand in several lines. Collected by hand.
_NAMES = """
alexander alex alec sandy xander sascha sasha aleksander alexandre alejandro
alexandra alex sandra sandy sasha alessandra alejandra
alfred al fred freddy alfredo
allen alan allan al alain
albert al bert alberto
andrew andy drew andreas andre andrea andres
anna ann anne annie hannah hanna anja anouk ana nancy
anthony tony anton antonio antoine toni
antonia toni tonia
barbara barb babs bärbel
benjamin ben benny benji
bernard bernie bernhard bernardo bernd
catherine cathy kate katie kathy katherine katharina kathrin katrin kathryn cath kat catalina catarina käthe
charles charlie chuck chas karl carl carlos charly
christian chris christ cristian
christine chris christina chrissy tina kristin kristina kirsten cristina
christopher chris kit topher christoph christophe cristobal christof
daniel dan danny dani
david dave davey
deborah deb debbie debra
dieter dietrich
dominic dom nick dominik dominique domingo
donald don donnie
dorothea doris thea dorothee dorothy dot dottie
edward ed eddie ted teddy ned eduard eduardo
eleanor ellie nell nora leonore
elizabeth liz beth betty lizzie eliza lisa elsie libby elisabeth elise sissi lisbeth isabel isabella else
emily em emmy emilie
eugene gene eugen
franz francis frank francisco paco pancho francois
frances fran franny franziska franzi francesca francoise
frederick fred freddie friedrich fritz frederic federico friedel
gabriel gabe
gabriele gabi gaby gabriella gabriela
georg george jorge georges
gerald gerry jerry gerhard gerd gert
gregory greg gregor
gustav gus gustavo
harold harry hal
heinrich heinz henry harry hank henri enrique heiner hinnerk
helen helena nell helene elena lena hélène
hubert bert
jacob jake jakob jaime
jacqueline jackie
james jim jimmy jamie
jeffrey jeff geoff geoffrey
jennifer jen jenny jenn
jessica jess jessie
johannes john johnny jack hans jan johann hannes jens juan jean ivan sean ian
johanna joan jo hanna hanne juana jeanne johana
jonathan jon jonny nathan
joseph joe joey josef sepp jose pepe jupp youssef yusuf yousef yousif yussuf يوسف
josephine jo josie josefine josefa
joshua josh
julia julie jule
katja katya
kenneth ken kenny
kimberly kim
larry laurence lawrence lorenz lars laurent lorenzo
leonard leo len lenny leon leonardo
louis lou ludwig luis lewis
louise lou luisa luise
lucas luke luca lukas
magdalena lena maggie magda leni
manuel manny manolo manu
marcus mark marc markus marco marcos
margaret maggie meg peggy greta rita margarete margarita grete marguerite gretchen
mary maria marie molly polly mimi mia maja mitzi
marianne mary
martin marty martín
martina tina
matthew matt matty matthias mathias matthieu mateo hias
maximilian max maxim
michael mike mick mickey mikey michel miguel michi misha
michaela michi micha
mitchell mitch
monica moni monika monique
nathaniel nat nate nathan
nicholas nick nicky nico nikolaus klaus nicolas niklas niels claus
nicole nicky nikki nico
oliver ollie olivier oli
olivia liv livvy
pamela pam
patricia pat patty tricia trish
patrick pat paddy patricio
peter pete pedro pierre petra
philip phil philipp philippe felipe pip phillip
raymond ray raimund ramon
rebecca becky becca rebekka
richard rick dick rich ricky ricardo richie
robert bob rob bobby robbie bert roberto
roger rodger rüdiger
roland rollo
ronald ron ronnie
rudolf rudy rolf rudi rodolfo
rosemarie rose rosie rosemary romy
russell russ
samuel sam sammy
samantha sam sammy
sebastian basti seb bastian sébastien wastl
simon si simeon
sophie sophia sofia fifi
stefan steve steven stephen stephan steffen etienne esteban stevie
stefanie steffi stephanie steff
susan sue susie suzanne susanne susanna susi sanne susana
teresa terry theresa tess resi therese
theodor ted theo theodore teo
thomas tom tommy tomas
timothy tim timmy
ulrich uli ulli
ulrike uli ulli rike
ursula uschi ulla
valentin val
valerie val
veronica vera ronnie veronika roni
victor vic viktor
victoria vicky tori viktoria
vincent vince vinnie vinzenz vicente
walter walt wally
wilhelm william bill will billy willy liam willi guillermo guillaume
wolfgang wolf
zachary zach zack
ahmed ahmad ahmet achmed احمد
mohamed mohammed muhammad mohamad mohammad muhammed muhamed mohd mehmed محمد حمودي حموده
mahmoud mahmud محمود
mustafa mostafa moustafa moustapha مصطفي
ali aly علي
omar umar omer عمر
othman osman uthman عثمان
hassan hasan حسن
hussein husain hussain hossein husein hussien hosein حسين
ibrahim ebrahim brahim abraham ابراهيم
ismail ismael esmail اسماعيل
khaled khalid chaled خالد
walid waleed oualid وليد
said saeed saeid سعيد
tarek tariq tarik طارق
karim kareem كريم
rashid rasheed rachid رشيد
jamal gamal djamal جمال
jamil gamil jameel جميل
hamza hamzah حمزه
samir sameer سمير
nabil nabeel نبيل
amin ameen امين
amina aminah امينه
fatima fatma fatimah fatema فاطمه فطوم
layla leila laila leyla ليلي
aisha ayesha aicha aysha عائشه عايشه
khadija khadijah hadija خديجه
mariam maryam miriam meriem مريم
noor nour nur نور
noura nora nura نوره نورا
salma selma سلمي
sarah sara sally ساره
zainab zeinab zaynab zeineb زينب
yasmin yasmine jasmin yasmeen ياسمين
hanan hanane حنان
huda hoda houda هدي
mona muna مني
rania raniya رانيا
rana رنا
reem rim ريم
dina دينا
iman eman imane ايمان
abdallah abdullah abdalla abdulla عبدالله
abdalrahman abdulrahman abdelrahman abderrahman abdurrahman عبدالرحمن
abdalaziz abdulaziz abdelaziz عبدالعزيز
abdalkader abdulqadir abdelkader abdelqader عبدالقادر
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
suleiman sulaiman soliman suleyman سليمان
younes yunus younis يونس
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
    """Tell whether a folded word is a given name that the table knows."""
    return word in _FORMS
