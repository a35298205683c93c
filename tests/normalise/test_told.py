"""Facts from plain words: what sentences state, and what they do not."""

# ruff: noqa: E501 - a table reads best with a case to a line

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.domain.handles import Handle
from maarif.normalise.told import may_tell, people_met, said_in_words
from maarif.normalise.told.sentences import plain

WRITER = Handle("email", "idris@hafen.example")
SARA = Handle("name", "sara haddad@notes")
TOM = Handle("name", "tom abbink@notes")


def told(text: str) -> set[str]:
    """What a mail states about its writer, as `attribute: value`."""
    said = said_in_words(text, WRITER, "Idris Bello", ())
    assert all(statement.handle == WRITER for statement in said)
    return {f"{statement.attribute}: {statement.value}" for statement in said}


def noted(text: str) -> set[str]:
    """What a note that links to Sara Haddad and Tom Abbink states, as `handle attribute: value`."""
    said = said_in_words(text, None, "", [("Sara Haddad", SARA), ("Tom Abbink", TOM)])
    return {f"{s.handle.value.split('@')[0].split()[0]} {s.attribute}: {s.value}" for s in said}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        # employer and title
        ("I work at Evides as a process engineer.", ["employer: Evides", "title: process engineer"]),
        ("I work as a nurse at the hospital in Leipzig.", ["employer: the hospital in Leipzig", "title: nurse"]),
        ("I'm an engineer at Deltares.", ["title: engineer", "employer: Deltares"]),
        ("As you know I've been working for the City of Leipzig.", ["employer: the City of Leipzig"]),
        ("I am a pharmacist again, here.", ["title: pharmacist"]),
        ("I'm an audiologist at the children's clinic.", ["title: audiologist", "employer: the children's clinic"]),
        ("I'm now head of planning at Thiele Wasserbau.", ["title: head of planning", "employer: Thiele Wasserbau"]),
        ("I start at Evides in May.", ["employer: Evides"]),
        ("I'll be starting a new job at the waterworks.", ["employer: the waterworks"]),
        ("We had tea. I have just joined Deltares!", ["employer: Deltares"]),
        ("I got a job at Deltares.", ["employer: Deltares"]),
        ("Ich arbeite bei Siemens als Ingenieurin.", ["employer: Siemens", "title: Ingenieurin"]),
        ("Seit Mai arbeite ich bei der Stadt Hamburg.", ["employer: Stadt Hamburg"]),
        ("Ich arbeite im Klinikum Nord.", ["employer: Klinikum Nord"]),
        ("Ich arbeite als Hebamme.", ["title: Hebamme"]),
        ("Ich bin Wasserbauingenieurin.", ["title: Wasserbauingenieurin"]),
        ("Ich fange im September bei der Talsperrenverwaltung an!", ["employer: Talsperrenverwaltung"]),
        ("Ich habe bei Deltares angefangen.", ["employer: Deltares"]),
        ("أعمل في شركة المياه", ["employer: شركة المياه"]),
        ("أعمل مهندسة في بلدية حلب.", ["employer: بلدية حلب", "title: مهندسة"]),
        ("بدأت العمل في جامعة دمشق.", ["employer: جامعة دمشق"]),
        # left
        ("I've left Deltaworks.", ["left: Deltaworks"]),
        ("I don't work at Evides any more.", ["left: Evides"]),
        ("I no longer work for Deltares.", ["left: Deltares"]),
        ("I used to work at Evides.", ["left: Evides"]),
        ("I've left Deltaworks and I start at Evides in May.", ["left: Deltaworks", "employer: Evides"]),
        ("My last day at Evides is Friday.", ["left: Evides"]),
        ("Ich arbeite nicht mehr bei Siemens.", ["left: Siemens"]),
        ("Ich habe bei Siemens gekündigt.", ["left: Siemens"]),
        ("تركت العمل في شركة المياه.", ["left: شركة المياه"]),
        ("لم أعد أعمل في شركة المياه.", ["left: شركة المياه"]),
        # city, moved
        ("I moved to Leipzig.", ["moved: Leipzig", "city: Leipzig"]),
        ("We've moved to Den Haag last week.", ["moved: Den Haag", "city: Den Haag"]),
        ("I'm moving to Hamburg in the new year.", ["moved: Hamburg"]),
        ("I live in Rotterdam and work at the port.", ["city: Rotterdam", "employer: the port"]),
        ("I'm based in Marseille now.", ["city: Marseille"]),
        ("Wir sind nach Hamburg gezogen.", ["moved: Hamburg", "city: Hamburg"]),
        ("Ich wohne jetzt in Halle und arbeite bei Siemens.", ["city: Halle", "employer: Siemens"]),
        ("Im Mai ziehe ich nach Kassel.", ["moved: Kassel"]),
        ("انتقلت إلى برلين", ["moved: برلين", "city: برلين"]),
        ("أسكن في لايبزيغ", ["city: لايبزيغ"]),
        # languages
        ("I speak Arabic, French and a little German.", ["language: Arabic", "language: French", "language: German"]),
        ("My mother tongue is Kurdish.", ["language: Kurdish"]),
        ("Ich spreche fließend Arabisch und etwas Türkisch.", ["language: Arabisch", "language: Türkisch"]),
        ("أتكلم العربية والفرنسية", ["language: العربية", "language: الفرنسية"]),
        # interests
        ("I run marathons.", ["interest: run marathons"]),
        ("I play the cello in an orchestra.", ["interest: play the cello in an orchestra"]),
        ("I sing in the choir.", ["interest: sing in the choir"]),
        ("I also keep bees.", ["interest: keep bees"]),
        ("I love hiking.", ["interest: hiking"]),
        ("I'm a keen beekeeper.", ["interest: beekeeper"]),
        ("Ich singe im Kammerchor.", ["interest: Kammerchor"]),
        ("Ich spiele Klavier.", ["interest: Klavier"]),
        ("Ich habe seit gestern Bienen.", ["interest: Bienen"]),
        ("Ich gehe gern klettern.", ["interest: klettern"]),
        ("أعزف على العود", ["interest: أعزف على العود"]),
        ("أربي النحل.", ["interest: أربي النحل"]),
        # school
        ("We studied together in Dresden.", ["school: Dresden"]),
        ("I studied hydrology at the University of Tübingen.", ["field: hydrology", "school: the University of Tübingen"]),
        ("I graduated from Delft.", ["school: Delft"]),
        ("Wir haben zusammen in Dresden studiert.", ["school: Dresden"]),
        ("درست الهندسة في جامعة حلب.", ["field: الهندسة", "school: جامعة حلب"]),
        # birthday
        ("My birthday is on 4 May.", ["birthday: 4 May"]),
        ("I was born on 12 June 1980.", ["birthday: 12 June 1980"]),
        ("Ich habe am 4. Mai Geburtstag.", ["birthday: 4. Mai"]),
        ("عيد ميلادي في 4 مايو", ["birthday: 4 مايو"]),
        # kin and household
        ("My wife Lena sends her love.", ["kin: Lena (wife)"]),
        ("I came with my younger brother Tom Abbink.", ["kin: Tom Abbink (brother)"]),
        ("My daughter is called Mira.", ["kin: Mira (daughter)"]),
        ("I have two sons.", ["household: two sons"]),
        ("I live with my grandmother.", ["household: my grandmother"]),
        ("Meine Schwester Anna kommt mit.", ["kin: Anna (Schwester)"]),
        ("Wir haben zwei Kinder.", ["household: zwei Kinder"]),
        ("زوجتي ليلى تسلم عليك", ["kin: ليلى (زوجة)"]),
        # second-hand knowledge
        ("My sister runs the planning office at the port.", ["knows: sister: runs the planning office at the port"]),
        ("My brother Tom works at Evides, ask him.", ["kin: Tom (brother)", "knows: brother Tom: works at Evides"]),
        ("My cousin is a dentist.", ["knows: cousin: is a dentist"]),
        ("My neighbour has a bakery in Halle.", ["knows: neighbour: has a bakery in Halle"]),
        ("Mein Mann ist jetzt bei den Wasserwerken.", ["knows: Mann: ist jetzt bei den Wasserwerken"]),
        ("Mein Bruder ist Klempner.", ["knows: Bruder: ist Klempner"]),
        ("Meine Cousine leitet die Bibliothek.", ["knows: Cousine: leitet die Bibliothek"]),
        ("ابن عمي طبيب أسنان", ["knows: ابن عم: طبيب أسنان"]),
        ("أختي تعمل في الميناء", ["knows: أخت: تعمل في الميناء"]),
        ("زوجي مهندس في الميناء.", ["knows: زوج: مهندس في الميناء"]),
        # met
        ("We first met at a conference in Berlin.", ["met: at a conference in Berlin"]),
        ("We met through Ali.", ["met: through Ali"]),
        ("Wir haben uns auf der Hochzeit von Jonas kennengelernt.", ["met: auf der Hochzeit von Jonas"]),
        # the rest of a mail takes nothing away
        ("Dear all,\n\nafter the long hot summer in the house by the river I moved to\nLeipzig. Are you well?\n\nSee you", ["moved: Leipzig", "city: Leipzig"]),
        ("She asked nothing, so: I work at Evides, and I don't sing.", ["employer: Evides"]),
    ],
)  # fmt: skip
def test_what_writers_state(sentence: str, facts: list[str]) -> None:
    assert told(sentence) == set(facts)


@pytest.mark.parametrize(
    ("note", "facts"),
    [
        ("Met Sara at Ali's party, she runs marathons, her brother works at the port",
         ["sara met: at Ali's party", "sara interest: runs marathons", "sara knows: brother: works at the port"]),
        ("[[Sara Haddad]] works at the port. She keeps bees.", ["sara employer: the port", "sara interest: keeps bees"]),
        ("Coffee with [[Sara Haddad|Sara]]. Her husband Gerd starts at the waterworks there.",
         ["sara kin: Gerd (husband)", "sara knows: husband Gerd: starts at the waterworks there"]),
        ("Sara Haddad\n\nWorks at the port. Lives in Rotterdam.", ["sara employer: the port", "sara city: Rotterdam"]),
        ("Sara lives in Rotterdam and plays the cello.", ["sara city: Rotterdam", "sara interest: plays the cello"]),
        ("Tom's sister runs the library.", ["tom knows: sister: runs the library"]),
        ("Yesterday Sara Haddad moved to Delft.", ["sara moved: Delft", "sara city: Delft"]),
        ("Sara. We studied together in Dresden.", ["sara school: Dresden"]),
        ("Sara auf Jonas' Grillfest kennengelernt.", ["sara met: auf Jonas' Grillfest"]),
        ("Sara Haddad wohnt in Leipzig und arbeitet bei Siemens.", ["sara city: Leipzig", "sara employer: Siemens"]),
        ("Kaffee mit Sara. Ihr Bruder arbeitet am Hafen.", ["sara knows: Bruder: arbeitet am Hafen"]),
        ("Met Bassam Naddaf at the choir. He speaks Arabic.",
         ["bassam met: at the choir", "bassam language: Arabic"]),
        ("تعرفت على ليلى في حفلة علي. تعمل في شركة المياه", ["ليلي met: في حفلة علي", "ليلي employer: شركة المياه"]),
    ],
)  # fmt: skip
def test_what_notes_state_of_those_they_name(note: str, facts: list[str]) -> None:
    assert noted(note) == set(facts)


@pytest.mark.parametrize(
    "sentence",
    [
        "I don't work at Evides.", "I have never worked at Evides.", "Do I work at Evides?", "If I worked at Evides, I'd know.",
        "I wish I lived in Leipzig.", "I might move to Leipzig.", "Maybe I start at Evides in May.", "I would work at Evides.",
        "Imagine I moved to Leipzig.", "I work on the garden.", "I work too much.", "I work at night.", "I work from Monday.",
        "I work with Martin.", "I work for Martin.", "I work at home.", "I moved the meeting to Monday.", "I moved to Monday.",
        "I left Leipzig at six.", "I left Martin a message.", "I left my heart in San Francisco.", "I live in hope.",
        'She sang "I moved to Leipzig" all day.', "“I work at Evides”, he said.", "> I work at Evides.", "♪ I live in Leipzig",
        "My sister comes with the accordion.", "My mother asks every evening.", "My brother is ill.", "My wife is in the garden.",
        "My sister works too hard.", "My son runs late.", "My mother And I", "My father In the garden", "My partner Siemens agrees.",
        "I'm at the canal anyway.", "I'm a bit tired.", "I'm a bad cousin.", "I am the one with the hat.", "I'm asking you because you say yes.",
        "I play a role in this.", "I speak to Martin.", "I love you.", "I run late.", "I keep my word.", "I start at noon.",
        "We met at eight.", "We meet at the station.", "I have two questions.", "I have a cold.", "I like it.", "He works at Evides.",
        "Could my wife Lena come along?", "You live in Leipzig.", "I studied the plans in the train.",
        "Ich arbeite nicht bei Siemens.", "Arbeite ich bei Siemens?", "Wenn ich bei Siemens arbeite, rufe ich an.",
        "Ich arbeite im Garten.", "Ich arbeite bei Regen.", "Ich arbeite bei offenem Fenster.", "Ich würde gern in Leipzig wohnen.",
        "Vielleicht ziehe ich nach Kassel.", "Meine Frau Fieber hat.", "Heute hat meine Schwester Geburtstag.", "Meine Frau sagt, endlich.",
        "Ich bin Montag da.", "Ich bin müde.", "Ich bin im Büro.", "Ich spreche mit Anna.", "Ich habe zwei Fragen.", "Ich spiele mit.",
        "Mein Bruder ist krank.", "Mein Sohn hat Hunger.", "Sie arbeitet bei Siemens.", "Ich gehe nach Hause.", "Ich arbeite an dem Plan.",
        "لا أعمل في شركة المياه.", "هل أعمل في شركة المياه؟", "لو كنت أعمل في شركة المياه", "أعمل الشاي هذه المرة.", "أعمل في البيت",
        "أختي مريضة", "ابني يصحح لي الألمانية", "أعيش في سلام", "انتقلت إلى الموضوع الثاني", "أمي تسأل كل مساء", "خالتي تخاف من الأطباء",
        "", " ", "\n\n", "Hi!", "?" * 50,
    ],
)  # fmt: skip
def test_what_states_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    "note",
    [
        "I work at Evides.", "My sister runs the library.", "Lunch with Sara and Tom. She works at the port.", "She works at the port.",
        "Zoe Miller works at the port.", "Does Sara work at the port?", "Sara doesn't work at the port.", "Ask whether Sara works at the port.",
        "Sara said she might move to Delft.", "We live in Leipzig, Sara too.", "Met customs at the port.", "Tom and the dog.",
    ],
)  # fmt: skip
def test_what_notes_do_not_state(note: str) -> None:
    assert noted(note) == set()


def test_a_mail_says_nothing_of_third_persons_and_a_note_nothing_of_its_writer() -> None:
    text = "Sara Haddad works at the port. I work at Evides."
    assert told(text) == {"employer: Evides"}
    assert noted(text) == {"sara employer: the port"}


def test_a_name_of_two_people_is_nobodys() -> None:
    two = [("Sara Haddad", SARA), ("Sara Abbink", TOM)]
    assert said_in_words("Sara keeps bees.", None, "", two) == ()
    assert {s.handle for s in said_in_words("Sara Abbink keeps bees.", None, "", two)} == {TOM}


def test_those_a_note_says_were_met_have_their_name_in_notes() -> None:
    assert people_met("Met Sara at Ali's party.", ()) == (("Sara", Handle("name", "sara@notes")),)
    assert people_met("Met Sara at Ali's party.", [("Sara Haddad", SARA)]) == ()
    assert people_met("I never met Sara. Met Customs at the port. Have you met Anna?", ()) == ()


def test_writers_are_not_their_own_kin() -> None:
    assert said_in_words("My brother Idris says hello", WRITER, "Idris Bello", ()) == ()


def test_each_fact_is_told_once() -> None:
    assert len(said_in_words("I work at Evides. I work at Evides.", WRITER, "", ())) == 1


@pytest.mark.parametrize("text", ["I " * 50_000, "my sister " * 30_000, "a" * 300_000, "I'm a " * 40_000, '"' * 100_000,
                                  "A" * 200_000, "[[" * 50_000, "Ich arbeite als " * 20_000, "أعمل في " * 20_000, "." * 100_000])  # fmt: skip
def test_hostile_texts_end(text: str) -> None:
    assert len(said_in_words(text, WRITER, "", ())) < 10
    assert len(said_in_words(text[:20_000], None, "", [("Sara Haddad", SARA)])) < 10


_PIECES = st.sampled_from(
    ["I ", "work at ", "Evides", " as an engineer", "my sister ", "Lena ", "runs the port", ". ", ", ", "\n", "ich ", "arbeite bei ",
     "Siemens ", "meine Frau ", "wohne in ", "Halle ", "أعمل في ", "شركة المياه ", "زوجتي ", "ليلى ", "Sara ", "she ", "met ", "at Ali's party ",
     "not ", "if ", "?", '"', "[[Sara Haddad]] ", "**", "speak Arabic and French ", "moved to Leipzig "]
)  # fmt: skip
_TEXTS = st.lists(_PIECES | st.text(max_size=6), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.booleans())
def test_values_are_words_of_the_text(text: str, is_note: bool) -> None:
    said = said_in_words(text, None if is_note else WRITER, "Idris Bello", [("Sara Haddad", SARA)])
    bare = "".join(plain(text).split())
    for statement in said:
        value = statement.value
        if statement.attribute == "kin":
            value = value.rpartition(" (")[0]
        elif statement.attribute == "knows":
            value = value.partition(": ")[2]
        assert value
        assert "".join(value.split()) in bare
        assert is_note or may_tell(text)
