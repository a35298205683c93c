"""One meeting told in many ways, in three languages: a person, a context, an interest, a second-hand fact."""

# ruff: noqa: E501 - a table reads best with a case to a line

from __future__ import annotations

import pytest

from maarif.domain.handles import Handle
from maarif.domain.items import Note, Origin
from maarif.normalise.reading import read_item
from maarif.normalise.told import people_met, said_in_words

WRITER = Handle("email", "idris@hafen.example")


def noted(text: str) -> dict[str, set[str]]:
    """What a note that links to nobody states, by the first name of whom."""
    found: dict[str, set[str]] = {}
    for said in said_in_words(text, None, "", ()):
        name = said.handle.value.split("@")[0].split()[0]
        found.setdefault(name, set()).add(f"{said.attribute}: {said.value}")
    return found


def told(text: str) -> set[str]:
    """What a mail states about its writer."""
    return {f"{said.attribute}: {said.value}" for said in said_in_words(text, WRITER, "Idris Bello", ())}


_MET, _RUNS, _BROTHER = "met: at Ali's party", "interest: runs marathons", "knows: brother: works at the port"
_MET_DE, _RUNS_DE, _BROTHER_DE = "met: auf Alis Party", "interest: Marathon", "knows: Bruder: arbeitet am Hafen"
_MET_AR, _BROTHER_AR = "met: في حفلة علي", "knows: أخ: يعمل في الميناء"


@pytest.mark.parametrize(
    ("note", "facts"),
    [
        ("met Sara at Ali's party, she runs marathons, her brother works at the port", {_MET, _RUNS, _BROTHER}),
        ("Met Sara at Ali's party. She runs marathons. Her brother works at the port.", {_MET, _RUNS, _BROTHER}),
        ("At Ali's party I met Sara, who runs marathons; her brother works at the port.", {_MET, _RUNS, _BROTHER}),
        ("Sara (met at Ali's party): runs marathons, her brother works at the port", {_MET, _RUNS, _BROTHER}),
        ("Sara, whom I met at Ali's party, runs marathons. Her brother works at the port.", {_MET, _RUNS, _BROTHER}),
        ("Ran into Sara at Ali's party; she runs marathons, brother works at the port.", {_MET, _RUNS, _BROTHER}),
        ("Was introduced to Sara by Ali at the conference in Berlin. She runs marathons.", {"met: at the conference in Berlin", _RUNS}),
        ("Got talking to Sara at Ali's party. Her brother works at the port.", {_MET, _BROTHER}),
        ("I met a woman called Sara at Ali's party. She's a marathon runner and her brother is employed at the port.",
         {_MET, "interest: marathon runner", "knows: brother: is employed at the port"}),
        ("Yesterday I met Sara at Ali's party. She does marathons and speaks Arabic.", {_MET, "interest: marathons", "language: Arabic"}),
        ("Bumped into Sara at the market. Her husband Gerd is a plumber.", {"kin: Gerd (husband)", "knows: husband Gerd: is a plumber"}),
        ("New neighbour: Sara. She plays the cello, her mother teaches at the university.",
         {"interest: plays the cello", "knows: mother: teaches at the university"}),
        ("Sara auf Alis Party kennengelernt. Läuft Marathon. Ihr Bruder arbeitet am Hafen.", {_MET_DE, _RUNS_DE, _BROTHER_DE}),
        ("Sara habe ich auf Alis Party kennengelernt, sie läuft Marathon, ihr Bruder arbeitet am Hafen", {_MET_DE, _RUNS_DE, _BROTHER_DE}),
        ("Auf Alis Party Sara kennengelernt, sie läuft Marathon, ihr Bruder arbeitet am Hafen.", {_MET_DE, _RUNS_DE, _BROTHER_DE}),
        ("Habe Sara auf Alis Party kennengelernt; sie läuft Marathon und ihr Bruder arbeitet am Hafen.", {_MET_DE, _RUNS_DE, _BROTHER_DE}),
        ("Ich habe Sara auf Alis Party kennengelernt. Sie läuft Marathon.", {_MET_DE, _RUNS_DE}),
        ("Auf Alis Party habe ich Sara getroffen, sie läuft Marathon.", {_MET_DE, _RUNS_DE}),
        ("Bei Alis Party habe ich Sara kennengelernt. Ihre Schwester leitet das Planungsamt.",
         {"met: bei Alis Party", "knows: Schwester: leitet das Planungsamt"}),
        ("Gestern im Chor Sara kennen gelernt, sie spielt Geige und wohnt in Halle.", {"met: im Chor", "interest: Geige", "city: Halle"}),
        ("Kennengelernt: Sara, auf Alis Party. Sie läuft Marathon.", {_MET_DE, _RUNS_DE}),
        ("Sara getroffen auf der Messe. Sie arbeitet bei Siemens, ihr Mann ist Klempner.",
         {"met: auf der Messe", "employer: Siemens", "knows: Mann: ist Klempner"}),
        ("Ali hat mir Sara vorgestellt, auf seiner Party. Sie läuft Marathon.", {"met: auf seiner Party", _RUNS_DE}),
        ("Sara (auf Alis Party kennengelernt) läuft Marathon.", {_MET_DE, _RUNS_DE}),
        ("تعرفت على سارة في حفلة علي، هي تركض الماراثون، وأخوها يعمل في الميناء", {_MET_AR, "interest: تركض الماراثون", _BROTHER_AR}),
        ("التقيت بسارة في حفلة علي. تركض في الماراثون وأخوها يعمل في الميناء.", {_MET_AR, "interest: تركض في الماراثون", _BROTHER_AR}),
        ("قابلت سارة في حفلة علي، تشارك في الماراثون، أخوها يعمل في الميناء", {_MET_AR, "interest: تشارك في الماراثون", _BROTHER_AR}),
        ("في حفلة علي تعرفت على سارة، تجري الماراثونات، وأخوها يعمل في الميناء", {_MET_AR, "interest: تجري الماراثونات", _BROTHER_AR}),
        ("التقيت سارة في حفلة علي. هي تركض ماراثونات وأخوها موظف في الميناء",
         {_MET_AR, "interest: تركض ماراثونات", "knows: أخ: موظف في الميناء"}),
        ("عرفني علي على سارة في حفلته. زوجها مهندس في شركة المياه.", {"met: في حفلته", "knows: زوج: مهندس في شركة المياه"}),
        ("سارة: تعرفت عليها في حفلة علي. أخوها يعمل في الميناء.", {_MET_AR, _BROTHER_AR}),
        ("التقيت اليوم بسارة في الجوقة، تعزف على العود وأختها طبيبة", {"met: في الجوقة", "interest: تعزف على العود", "knows: أخت: طبيبة"}),
        ("تعرفت إلى سارة حداد في مؤتمر برلين، تعمل في شركة المياه وتسكن في لايبزيغ",
         {"met: في مؤتمر برلين", "employer: شركة المياه", "city: لايبزيغ"}),
        ("اجتمعت مع سارة في حفلة علي. أخوها يعمل في الميناء.", {_MET_AR, _BROTHER_AR}),
        ("شفت سارة في حفلة علي، أخوها يعمل في الميناء", {_MET_AR, _BROTHER_AR}),
        ("تعرفنا على سارة في حفلة علي. أخوها يعمل في الميناء.", {_MET_AR, _BROTHER_AR}),
    ],
)  # fmt: skip
def test_one_meeting_told_in_many_ways(note: str, facts: set[str]) -> None:
    ((name, found),) = noted(note).items()
    assert name in ("sara", "ساره")
    assert found == facts


def test_a_name_that_two_words_make_stays_whole() -> None:
    found = noted("Met Sara Haddad, Tom Abbink and Anna at Ali's party.")
    assert found == {"sara": {_MET}, "tom": {_MET}, "anna": {_MET}}
    assert people_met("Met Sara Haddad at Ali's party.", ()) == (("Sara Haddad", Handle("name", "sara haddad@notes")),)


def test_everybody_who_was_met_was_met_there() -> None:
    assert noted("Met Sara and Tom at Ali's party. Tom keeps bees.") == {
        "sara": {_MET},
        "tom": {_MET, "interest: keeps bees"},
    }


def test_a_fact_of_a_note_points_at_its_line() -> None:
    note = Note(Origin("diary.md", "line 7"), None, "", "met Sara at Ali's party, she runs marathons")
    reading = read_item(note, "notes")
    assert [part.handle for part in reading.parts] == [Handle("name", "sara@notes")]
    assert {fact.attribute for fact in reading.facts} == {"met", "interest"}
    assert note.origin.item == "line 7"


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Lena, my wife, says hello.", {"kin: Lena (wife)"}),
        ("my husband (Tom) works at the port", {"kin: Tom (husband)", "knows: husband Tom: works at the port"}),
        ("Lena, meine Frau, lässt grüßen.", {"kin: Lena (Frau)"}),
        ("زوجتي اسمها ليلى", {"kin: ليلى (زوجة)"}),
        ("A friend of mine works at Evides.", {"knows: friend: works at Evides"}),
        ("One of my colleagues used to work for Deltares.", {"knows: colleague: used to work for Deltares"}),
        ("I know someone who works at the port.", {"knows: someone: works at the port"}),
        ("My cousin's husband is a notary.", {"knows: cousin's husband: is a notary"}),
        ("My uncle knows the mayor.", {"knows: uncle: knows the mayor"}),
        ("Ein Freund von mir arbeitet beim Hafen.", {"knows: Freund: arbeitet beim Hafen"}),
        ("Eine Freundin von mir leitet die Bibliothek.", {"knows: Freundin: leitet die Bibliothek"}),
        ("Ich kenne jemanden, der am Hafen arbeitet.", {"knows: jemanden: am Hafen arbeitet"}),
        ("صديق لي يعمل في الميناء", {"knows: صديق: يعمل في الميناء"}),
        ("أعرف شخصا يعمل في الميناء", {"knows: شخصا: يعمل في الميناء"}),
        ("I've accepted a position at Evides.", {"employer: Evides"}),
        ("From May on I'll be working at Evides.", {"employer: Evides"}),
        ("I am now with Deltares.", {"employer: Deltares"}),
        ("After ten years I am leaving Deltaworks.", {"left: Deltaworks"}),
        ("Friday is my last day at Deltaworks.", {"left: Deltaworks"}),
        ("I've been made redundant at Deltaworks.", {"left: Deltaworks"}),
        ("I moved on from Deltaworks last month.", {"left: Deltaworks"}),
        ("Am Freitag ist mein letzter Tag bei Siemens.", {"left: Siemens"}),
        ("Ich verlasse Siemens zum Jahresende.", {"left: Siemens"}),
        ("سأبدأ العمل في بلدية حلب الشهر القادم", {"employer: بلدية حلب"}),
        ("You and I met at the water congress in Stockholm.", {"met: at the water congress in Stockholm"}),
        ("We know each other from university in Delft.", {"met: from university in Delft"}),
        ("Wir kennen uns aus dem Studium in Dresden.", {"met: aus dem Studium in Dresden"}),
        ("التقينا في مؤتمر برلين", {"met: في مؤتمر برلين"}),
    ],
)  # fmt: skip
def test_writers_say_it_in_other_words(sentence: str, facts: set[str]) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "Does a friend of mine work at Evides?", "A friend of mine might work at Evides.", "If a friend of mine worked at Evides, I'd ask.",
        "A friend of mine said hello.", "I know someone who said that.", "I know the answer.", "I know each step.", "I am leaving at five.",
        "I am leaving Leipzig at six.", "I'm leaving on Friday.", "Friday is my last day.", "After two hours I left.", "I am now with the children.",
        "My uncle knows the answer.", "My sister knows that best.", "Nobody of mine works at Evides.", "He is a friend of mine.",
        '"A friend of mine runs the port", she read aloud.', "> A friend of mine works at Evides.", "You and I met Tom at eight.",
        "Tom, my wife says, is late.", "We know each other well.", "I let go of it.", "Ich kenne das Problem.", "Ich verlasse mich auf dich.",
        "Ein Freund von mir kommt mit.", "Wir kennen uns gut.", "Am Freitag ist mein letzter Versuch.", "لي سؤال", "أعرف الجواب", "التقينا أمس",
        "Had I worked at Evides, I would know.", "In the novel I work at a port.", "I would be working at Evides now if they had asked.",
        "My wife Lena might come.", "Is my wife Lena there?", "Suppose my brother works at the port.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_states_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    "note",
    [
        "Did I meet Sara at Ali's party?", "Never met Sara at Ali's party.", "If I meet Sara at Ali's party, ask her.", "I should meet Sara at Ali's party.",
        "Meet Sara at the station.", "Met customs officers at the port.", "Ali's party was loud.", "Sara might run marathons.", "Talked to the bank at noon.",
        "“Met Sara at Ali's party”, says the novel.", "> met Sara at Ali's party", "Sara nicht auf Alis Party getroffen.", "Habe ich Sara auf Alis Party kennengelernt?",
        "Auf Alis Party Musik gehört.", "هل التقيت سارة في حفلة علي؟", "لم ألتق سارة في حفلة علي", "لو التقيت سارة في حفلة علي", "New plan: Leipzig.",
    ],
)  # fmt: skip
def test_what_was_never_said_to_be_met(note: str) -> None:
    assert noted(note) == {}
    assert people_met(note, ()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Met Sara and " * 20_000, "At Ali's " * 20_000, "Auf Alis " * 20_000, "Sara (met at " * 15_000, "brother works " * 15_000,
        "في حفلة " * 25_000, "تعرفت على " * 20_000, "A friend of mine " * 12_000, "Met Sara " + "A" * 190_000, "x, my wife " * 18_000,
    ],
)  # fmt: skip
def test_hostile_notes_end(text: str) -> None:
    assert len(said_in_words(text, None, "", ())) < 10
    assert len(said_in_words(text, WRITER, "", ())) < 10
