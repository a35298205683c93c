"""Which kind of help a need asks for, told from its words."""

from __future__ import annotations

import pytest

from maarif.rank.kinds import tell_kind

NEEDS = (
    # English
    ("I'm looking for a new job, something with water or sanitation", "job"),
    ("I was laid off last week and need work in Rotterdam", "job"),
    ("I want a career change, away from banking", "job"),
    ("Looking for an internship in a museum", "job"),
    ("Are there any openings for carpenters?", "job"),
    ("I would like to find another position as a teacher", "job"),
    ("Help me spread the word about my side project, a tool library", "spread"),
    ("I am launching a newsletter about birds", "spread"),
    ("Please share my choir concert with everyone", "spread"),
    ("help me find volunteers for the river clean-up", "spread"),
    ("I need to talk over a difficult colleague", "confide"),
    ("I need someone to talk to about my marriage", "confide"),
    ("I am burnt out and need to get this off my chest", "confide"),
    ("My boss is bullying me", "confide"),
    ("Who knows about beekeeping?", "expert"),
    ("How do I repair a wooden window?", "expert"),
    ("I have a question about tax for freelancers", "expert"),
    ("Can anybody recommend a good dentist?", "expert"),
    ("advice on buying an old house", "expert"),
    ("Who could introduce me to someone at the port authority?", "intro"),
    ("I would like to get in touch with the city planner", "intro"),
    ("Does anyone know someone who works in publishing?", "intro"),
    ("Can somebody lend me a ladder for the weekend?", "favour"),
    ("Help me move house on Saturday", "favour"),
    ("Who could water my plants in August?", "favour"),
    ("I need a hand with painting the kitchen", "favour"),
    ("We are hiring a gardener for the school", "hire"),
    ("We are looking for an engineer for our pump team", "hire"),
    ("candidates for our open accountant role", "hire"),
    ("Who wants to go hiking in the Alps with me?", "company"),
    ("Looking for a running partner on Sunday mornings", "company"),
    ("Join me for a concert on Friday", "company"),
    # German
    ("Ich suche einen neuen Job im Bereich Wasserwirtschaft", "job"),
    ("Ich suche eine neue Stelle als Lehrerin", "job"),
    ("Ich bin arbeitslos und brauche Hilfe", "job"),
    ("Ich bin auf Jobsuche, am liebsten etwas mit Holz", "job"),
    ("Könnt ihr mein Nebenprojekt weitersagen?", "spread"),
    ("Ich möchte unseren Leihladen bekannt machen", "spread"),
    ("Wir brauchen Teilnehmer für den Workshop", "spread"),
    ("Ich muss mit jemandem über eine schwierige Kollegin reden", "confide"),
    ("Ich möchte mich jemandem anvertrauen", "confide"),
    ("Ich habe Kummer und brauche jemanden zum Zuhören", "confide"),
    ("Wer kennt sich mit Bienen aus? Ich brauche einen Rat", "expert"),
    ("Hat jemand Erfahrung mit Wärmepumpen?", "expert"),
    ("Wie kann ich mein Fahrrad selbst reparieren?", "expert"),
    ("Wer kann mir einen Kontakt zum Stadtplanungsamt vermitteln?", "intro"),
    ("Könntest du mich der Leiterin vorstellen?", "intro"),
    ("Wer kann mir beim Umzug helfen?", "favour"),
    ("Kann ich mir eine Bohrmaschine ausleihen?", "favour"),
    ("Wer kann auf meine Katze aufpassen?", "favour"),
    ("Wir suchen eine Buchhalterin und wollen die Stelle besetzen", "hire"),
    ("Wir wollen zwei Köche einstellen", "hire"),
    ("Wer hat Lust auf eine Wanderung am Sonntag?", "company"),
    ("Ich suche einen Laufpartner", "company"),
    # Arabic
    ("أبحث عن وظيفة جديدة في مجال المياه", "job"),
    ("أريد عمل جديد في برلين", "job"),
    ("ابحث عن شغل", "job"),
    ("ساعدوني في نشر مشروعي", "spread"),
    ("أحتاج أن أتحدث مع شخص عن زميل صعب", "confide"),
    ("أريد أن أفضفض لأحد", "confide"),
    ("من عنده خبرة في تربية النحل؟", "expert"),
    ("أحتاج نصيحة عن شراء بيت", "expert"),
    ("من يوصلني إلى مدير الميناء؟", "intro"),
    ("أحتاج من يساعدني في نقل الأثاث", "favour"),
    ("نبحث عن مهندس لفريقنا", "hire"),
    ("أبحث عن رفيق سفر إلى عمان", "company"),
)


@pytest.mark.parametrize(("text", "kind"), NEEDS, ids=[text[:40] for text, _ in NEEDS])
def test_the_kind_is_told_from_the_words(text: str, kind: str) -> None:
    assert tell_kind(text) == kind


@pytest.mark.parametrize("text", ["beekeeping", "Imkerei", "النحل", "2026", "  ?"])
def test_a_bare_topic_asks_who_knows_about_it(text: str) -> None:
    assert tell_kind(text) == "expert"


def test_letters_case_and_marks_do_not_matter() -> None:
    assert tell_kind("ICH SUCHE EINE NEUE STELLE") == tell_kind("ich suche eine neue stelle") == "job"
    assert tell_kind("أَبْحَثُ عَنْ وَظِيفَةٍ جَدِيدَةٍ") == "job"
