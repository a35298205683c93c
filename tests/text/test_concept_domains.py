"""The lexicon as life has it: a need in its own words, and the other words in which the evidence says it."""

from __future__ import annotations

import pytest

from maarif.text.concepts import related_in
from maarif.text.concepts.lexicon import lexicon, phrase_terms
from maarif.text.concepts.reading import all_groups
from maarif.text.fold import raw_words
from maarif.text.stem import stem_word

#: A need; then a word of the evidence in English, in German and in Arabic ("-": none of one word).
MEET = """
cold water swimming: wetsuit, Neoprenanzug, -
swimming: lido, Hallenbad, مسبح
maths tutor: gcse, Nachhilfe, واجبات
mathematics: quadratics, Bruchrechnung, معادلات
solar panels: inverter, Wechselrichter, إنفرتر
opera: Verdi, Staatsoper, أوبرالية
website: WordPress, Typo3, ووردبريس
forestry: chainsaw, Borkenkäfer, حراج
choir: baritone, Kirchenchor, ترنيم
dance class: waltz, Walzer, فالس
salsa: milonga, Bachata, باتشاتا
climbing: belay, Klettersteig, متسلق
hiking: rucksack, Berghütte, مسير
camping: campervan, Schlafsack, كرفان
coffee: roastery, Siebträger, باريستا
wine: riesling, Heuriger, -
bread: baguette, Semmel, مناقيش
butcher: brisket, Fleischhauer, قصاب
mushrooms: porcini, Schwammerl, فقع
cats: cattery, Straßenkatzen, بسة
horses: farrier, Hufschmied, فرس
beekeeping: varroa, Bienenvölker, منحل
translator: subtitling, beeidigt, محلف
scholarship: fulbright, Studienstiftung, فولبرايت
exam: invigilator, Matura, بكلوريا
cybersecurity: pentester, Sicherheitslücke, اختراق
electric car: wallbox, Ladestation, تسلا
car repair: gearbox, Auspuff, ميكانسيان
logistics: forklift, Staplerfahrer, دليفري
flood: sandbags, Sandsäcke, سيول
recycling: upcycling, Wertstoffhof, خردة
job interview: shortlisted, Lebenslauf, -
freelancer: upwork, Kleinunternehmer, فريلانس
humanitarian: unhcr, Nothilfe, إغاثي
mosque: masjid, Freitagspredigt, مصلى
Chor: baritone, Gospelchor, كورس
pointe shoes: ballerina, Ballerina, باليه
latin dance: tango, Tango, سالسا
folk dance: clogging, Trachtengruppe, دبكة
puppet show: marionette, Puppentheater, دمى
aerial silks: juggling, Jonglieren, سيرك
instrument maker: reeds, Klavierbauer, دوزان
music teacher: abrsm, Musikschullehrer, صولفيج
folk music: shanty, Volkslieder, ربابة
wedding band: zaffa, Hochzeitssängerin, زفة
stop motion: vfx, Trickfilm, أنيميشن
voice actor: dubbing, Synchronstudio, مدبلج
magic tricks: conjurer, Zauberkünstler, ساحر
party planner: bunting, Luftballons, -
music festival: headliner, Festivalticket, -
costume maker: costumier, Perücke, مكيير
arts council: residency, Kulturamt, -
finger buffet: canapé, Caterer, كيترينغ
school meals: cafeteria, Mensa, مقصف
arabic food: tabbouleh, Taboulé, تبولة
dim sum: ramen, Sushi, سوشي
italian food: risotto, Pasta, معكرونة
fish market: fishmonger, Fischhändler, جمبري
lactose intolerance: celiac, Zöliakie, جلوتين
halal butcher: kashrut, schweinefleischfrei, حلال
packed lunch: weaning, Vorkochen, فطام
opening a café: michelin, Gastronomin, نادلة
food blog: foodie, Foodblogger, ذواقة
flour mill: millstone, Mühle, طحين
bowling alley: skittles, Kegelclub, بولينغ
pool hall: billiards, Billard, بلياردو
pole dance: burlesque, Bauchtanz, -
rally driver: karting, Kartbahn, كارتينغ
fly fishing: carp, Angelverein, صنارة
greyhound racing: jockey, Jockey, هجن
nordic walking: stroll, Spaziergang, تمشية
season ticket holder: stadium, Fanclub, مشجع
dog agility: canicross, Agility, هاسكي
fish tank: aquarist, Aquaristik, زواحف
canary bird: budgie, Wellensittich, ببغاء
wheelchair basketball: goalball, Rollstuhlbasketball, بارالمبي
nursery place: crèche, Krippe, حضانة
au pair: sitter, Leihoma, جليسات
home educated: unschooling, Freilerner, -
gifted child: prodigy, Hochbegabung, موهوب
parent governor: pta, Elternvertreter, -
bachelor thesis: zotero, Hausarbeit, اقتباسات
computer course: spreadsheet, Tabletkurs, إكسل
driving lessons: -, Fahrlehrer, سواقة
sign language: asl, Gebärdendolmetscher, -
italian lessons: -, Italienischkurs, إيطالية
japanese lessons: hsk, Japanisch, يابانية
russian lessons: cyrillic, Polnisch, روسية
persian lessons: dari, Farsi, فارسية
latin teacher: koine, Altgriechisch, لاتينية
university application: studienkolleg, Empfehlungsschreiben, -
coding for kids: calliope, Kindercodekurs, روبوتيكس
adhd at school: truancy, Schulverweigerung, -
chemistry teacher: stoichiometry, Chemieunterricht, -
geography teacher: atlas, Erdkunde, جغرافي
rust language: javascript, Javascript, بايثون
open source: git, Ubuntu, لينكس
full stack: frontend, Frontend, رياكت
facebook page: influencer, Facebookseite, انستغرام
google ads: backlinks, Suchmaschinenoptimierung, سيو
web copy: slogan, Werbetexter, سلوغان
sap consultant: crm, Warenwirtschaft, ساب
phone repair: esim, Displayschaden, موبايل
slide scanner: digitise, Diascanner, -
virtual reality: metaverse, immersiv, ميتافيرس
gis analyst: qgis, QGIS, استشعار
civic tech: govtech, Netzpolitik, -
software tester: playwright, Testautomatisierung, -
audio typist: transcribe, transkribieren, اختزال
industrial design: solidworks, Konstrukteur, أوتوكاد
nuclear: reactor, Atomkraft, نووي
hydropower: hydroelectric, Wasserkraftwerk, -
hydrogen: electrolyser, Elektrolyse, هيدروجين
classic car: oldtimer, Oldtimertreffen, -
naval architect: shipbuilding, Schiffbau, -
heat pump: epc, Energieausweis, عزل
shoe factory: cobbler, Schuhfabrik, إسكافي
offset printing: riso, Flyerdruck, يافطات
sourcing from china: exporters, Handelsvertretung, مستورد
market stall: stallholder, Marktleute, بسطة
crowd control: rigger, Bühnenbau, -
night porter: bellhop, Rezeption, ريسبشن
fashion label: dressmaker, Modelabel, عبايات
wood merchant: plywood, Sperrholz, باركيه
scrap yard: -, Altmetall, روبابيكيا
air conditioning: aircon, Kältetechnik, تكييف
lift engineer: escalator, Aufzugstechniker, مصعد
hydraulic modelling: pumping, Wasserbauer, مضخات
emissions audit: csr, Ökobilanz, -
battery pack: gigafactory, Lithium, بطارية
packaging design: labelling, Etiketten, عبوات
locked out: deadbolt, ausgesperrt, قفل
juice factory: bottler, Apfelsaft, عصير
spruce stands: -, Fichtenbestand, تنوب
pine: -, Föhre, صنوبر
beech: birch, Eiche, بلوط
sawmill: lumber, Bauholz, أخشاب
reforestation: sapling, Setzling, تحريج
harvest: wheat, Weizen, قمح
combine harvester: tractor, Mähdrescher, جرار
irrigation: manure, Dünger, الري
organic farming: permaculture, Ökolandbau, -
sheep farmer: shepherd, Ziege, أغنام
pig farmer: swine, Ferkel, خنازير
chicken coop: hens, Hühner, دواجن
camel: -, Kamel, إبل
flower bed: tulip, Tulpen, ورد
compost: mulch, Mulch, -
apple tree: pruning, Obstbaum, بستان
salmon: cod, Forelle, سلمون
fish farm: aquaculture, Fischzucht, -
pumping station: -, Pumpwerk, مضخة
well drilling: borehole, Brunnen, -
reef survey: coral, Riff, مرجان
whale watching: seal, Delfin, حوت
falcon: eagle, Falknerei, صقر
pigeon: dove, Brieftaube, حمامة
wolf pack: lynx, Luchs, ذئب
insect: entomologist, Schmetterling, حشرات
humus building: agroforestry, Fruchtfolge, كومبوست
community-supported agriculture: csa, Biokiste, -
nature guide: naturalist, Nationalpark, -
avalanche warning: snowplough, Polarforschung, ثلج
land registry: easement, Ackerpacht, طابو
wildlife rescue: fledgling, Wildtierrettung, -
beach holiday: resort, Strandurlaub, مصيف
cycle tour: eurovelo, Radurlaub, -
night train: eurostar, Bahncard, -
schengen visa: -, Einladungsschreiben, شنغن
car hire: sixt, Autovermietung, -
family holiday: legoland, Familienhotel, ملاهي
relocating abroad: expatriate, Expat, جالية
jeep tour: expedition, Expedition, كليمنجارو
van life: motorhomes, Wohnmobilausbau, كرفانات
lab technician: centrifuge, Laborantin, مخبري
study participants: respondents, Studienteilnehmer, مبحوثين
tenure track: adjunct, Berufungsverfahren, -
charity trustee: charitable, gemeinnützig, -
major gift: philanthropy, Großspender, مانح
public affairs: lobbying, Kampagnenleiter, عريضة
strategy consultant: deloitte, Strategieberater, ماكنزي
think tank: policymakers, Politikberatung, -
night work: -, Schichtplan, ورديات
harvest helper: seasonaire, Erntehilfe, -
hot desk: wework, Bürogemeinschaft, كووركينغ
works council: tupe, Betriebsrätin, -
return to work: -, Wiedereingliederung, -
career changer: reskilling, Quereinsteiger, -
internship abroad: kulturweit, Forschungspraktikum, -
court expert: assessor, Schadensgutachter, معاين
survey design: polling, Marktforschung, عينات
company offsite: teambuilding, Teamtag, -
druze community: yazidi, Drusen, درزي
non-religious funeral: humanism, Trauerredner, ملحد
church wedding: nikkah, Brautgespräch, مأذون
requiem mass: janazah, Grabstein, جنازة
pilgrimage group: walsingham, Wallfahrtsgruppe, مزار
parish lunch: -, Kirchenkaffee, أخوية
crisis of faith: catechumen, Glaubenskrise, اعتناق
energy healing: tarot, Tarot, ريكي
church roof appeal: diocesan, Bistum, سينودس
quilt: embroidery, Stickerei, تطريز
stained glass: glassblowing, Glasbläser, -
film extra: -, Komparsin, كومبارس
world music: sitar, Sitar, سيتار
crepes: pancakes, Pfannkuchen, كريب
ramen broth: chowder, Brühe, شوربة
dried fruit: pistachios, Walnüsse, مكسرات
maple syrup: elderflower, Melasse, دبس
medieval fair: reenactment, Reenactment, -
ultimate frisbee: diabolo, Slackline, فريسبي
caving: spelunking, Höhlentour, كهوف
learning to read: literacy, Lesepatin, أبجدية
debate club: mun, Planspiel, مناظرات
law school: llb, Jura, -
medical school: usmle, Medizinstudentin, -
swedish lessons: -, Dänisch, سويدية
web accessibility: -, BITV, نفاذية
tv aerial: projector, Satellitenschüssel, ستالايت
live streaming: webcast, Streaming, -
boat building: boatyard, Bootswerft, -
radiation protection: dosimeter, Dosimeter, إشعاع
ceramics factory: porcelain, Porzellan, بورسلان
toy maker: toymaker, Spielwaren, -
shisha: tobacconist, Tabakladen, أركيلة
norway spruce: -, Fichtenbestand, تنوب
garden pond: frogs, Teich, ضفادع
pest control: bedbugs, Kammerjäger, صراصير
log splitter: firewood, Holzspalter, -
travel vaccination: -, Malaria, ملاريا
thermal bath: sauna, Therme, ساونا
host family: homestay, Homestay, -
invoice template: dunning, Mahnung, فواتير
taking minutes: agm, Sitzungsleitung, -
ethics committee: irb, Ethikvotum, -
homeless shelter: -, Wohnungslosenhilfe, مأوى
worship band: psalm, Kirchenlied, مزامير
icon painting: iconographer, Ikone, أيقونات
weekend quran school: nasheed, Islamschule, أناشيد
"""

#: A need, and words that are near it in spelling or in life, but are no evidence for it.
APART = """
opera: operation en, operate en
swimming: swing en, Schimmel de
maths tutor: Matte de, vet en
solar: Solarium de, oil en
website: weaver en, Weberei de
choir: orchestra en, Orchester de
ballet: salsa en, Tango de
bakery: butcher en, Metzger de
coffee: beer en, Brauerei de
sheep: pig en, Schwein de
wolf: butterfly en, Insekten de
chess: snooker en, Billard de
tennis: cricket en, Rugby de
yoga: boxing en, Boxen de
dog agility: kittens en, Katzen de
church: mosque en, Moschee de
Christmas: Ramadan de, Easter en
baptism: burial en, Friedhof de
mandarin: hebrew en, Persisch de
latin teacher: salsa en, Tango de
lorry driver: train en, Straßenbahn de
elevator: escapade en, Fahrschule de
patent: patient en, Patient de
app developer: patent en, Patentanwalt de
job interview: redundancy en, Abfindung de
charity shop: church en, Kirche de
heat pump: solar en, Wechselrichter de
flour mill: wine en, Weinlese de
safari: cruise en, Kreuzfahrt de
night train: flight en, Handgepäck de
sushi: pasta en, Risotto de
gluten-free: halal en, koscher de
magic tricks: choir en, Chor de
archaeology: architecture en, Architekt de
nanny: teacher en, Lehrerin de
sign language: turkish en, Türkisch de
driving lessons: singing en, Gesangsunterricht de
works council: payroll en, Lohnabrechnung de
think tank: aquarium en, Aquarium de
"""


def rows(table: str) -> list[tuple[str, list[str]]]:
    split = (line.split(": ") for line in table.strip().splitlines())
    return [(need, evidence.split(", ")) for need, evidence in split]


def answers(need: str, language: str | None = None) -> set[str]:
    return {term for terms in related_in(need, language).values() for term in terms}


@pytest.mark.parametrize(("need", "evidence"), rows(MEET), ids=[need for need, _ in rows(MEET)])
def test_the_evidence_speaks_for_the_need(need: str, evidence: list[str]) -> None:
    found = answers(need)
    for word, language in zip(evidence, ("en", "de", "ar"), strict=True):
        assert word == "-" or stem_word(word, language) in found, word


@pytest.mark.parametrize(("need", "others"), rows(APART), ids=[need for need, _ in rows(APART)])
def test_the_neighbour_does_not(need: str, others: list[str]) -> None:
    found = answers(need)
    assert found
    for word, language in map(str.split, others):
        assert stem_word(word, language) not in found, word


def test_the_tables_are_long_enough() -> None:
    assert len(rows(MEET)) >= 150
    assert len(rows(APART)) >= 35


def test_every_phrase_is_found_wherever_it_is_filed() -> None:
    """Phrases are read when somebody asks for one of the same first letters: none may be filed where nobody looks."""
    lost = [
        (language, entry)
        for group in all_groups()
        for each in (group, *group.narrower)
        for language, entries in each.words.items()
        for entry in entries
        if len(found := raw_words(entry)) > 1 and not lexicon().phrase_nodes(phrase_terms(found, language), language)
    ]
    assert lost == []
