"""Which kind of help a need asks for, told from its words."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from maarif.domain.needs import NeedKind
from maarif.rank.kinds import ASKING, PRIOR, explain_kind, tell_kind
from maarif.rank.kinds.cues import CueError, cues_of, read_cues
from maarif.rank.kinds.patterns import WIDEST_GAP, cues_in, tokens_of
from maarif.text.fold import fold

LANGUAGES = ("en", "de", "ar")
DATA = Path(__file__).parent / "data"

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


def needs_of(half: str, language: str) -> Iterator[tuple[str, str]]:
    """The needs of one part and their kinds.

    Cues were written with `tried`; `apart` was written before the cues by the same hand; `unseen` after the last cue.
    """
    kind = ""
    for line in (DATA / f"needs_{half}_{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line[1:-1]
        elif line and not line.startswith("#"):
            yield line, kind


@cache
def shares_told_right(half: str) -> dict[str, float]:
    """The share of needs told right by language (`en`), by kind (`job`), and of all (`all`)."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for language in LANGUAGES:
        for text, kind in needs_of(half, language):
            keys = (language, kind, "all")
            asked.update(keys)
            right.update(keys if tell_kind(text) == kind else ())
    return {key: right[key] / asked[key] for key in asked}


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_needs_set_apart_are_told_right_in_each_language(language: str) -> None:
    assert shares_told_right("apart")[language] >= 0.88


@pytest.mark.parametrize("kind", [kind for kind in get_args(NeedKind) if kind != "recipients"])
def test_most_needs_set_apart_are_told_right_for_each_kind(kind: str) -> None:
    assert shares_told_right("apart")[kind] >= 0.85


def test_nearly_all_needs_that_cues_were_written_with_are_told_right() -> None:
    assert shares_told_right("tried")["all"] >= 0.95


def test_most_needs_written_after_the_cues_are_told_right() -> None:
    assert shares_told_right("unseen")["all"] >= 0.78


def test_no_need_stands_in_both_halves() -> None:
    apart, tried = (
        {fold(text) for each in LANGUAGES for text, _ in needs_of(half, each)} for half in ("apart", "tried")
    )
    assert len(apart) >= 360
    assert len(tried) >= 360
    assert not apart & tried


#: The same words on either side of a border: which kind it is hangs on who does what for whom.
BORDERS = (
    ("My cousin is a nurse and needs a new job", "We need a nurse for our ward", "job", "hire"),
    ("Who could mind our two tonight?", "We pay a babysitter twelve an hour, every Thursday", "favour", "hire"),
    ("Can someone recommend a good solicitor?", "We want a young solicitor to join our firm", "expert", "hire"),
    ("How is burnout treated?", "I'm burnt out and nobody at work knows", "expert", "confide"),
    ("I'd like to be introduced to someone at the port", "What is it like working for the port?", "intro", "job"),
    ("Who wants to go running with me?", "Who would walk my dog while I'm away?", "company", "favour"),
    ("Our choir is giving a concert, tell everyone", "I have a spare ticket for a concert", "spread", "company"),
    ("Wir suchen eine Hebamme für unsere Praxis", "Ich bin Hebamme und suche eine neue Stelle", "hire", "job"),
    ("Wer geht mit mir schwimmen?", "Wer gießt meine Blumen, während ich weg bin?", "company", "favour"),
    ("نحتاج ممرضة لقسمنا", "أنا ممرضة وأبحث عن عمل", "hire", "job"),
    ("مين بيجي معي على السينما؟", "مين بيسقي زرعي وأنا مسافر؟", "company", "favour"),
)


@pytest.mark.parametrize(("left", "right", "is_left", "is_right"), BORDERS, ids=[each[0][:30] for each in BORDERS])
def test_who_does_what_for_whom_decides(left: str, right: str, is_left: str, is_right: str) -> None:
    assert (tell_kind(left), tell_kind(right)) == (is_left, is_right)


def test_the_order_of_sentences_does_not_matter() -> None:
    told, slept = "My son doesn't speak to me any more.", "I can't sleep."
    assert explain_kind(f"{told} {slept}").points == explain_kind(f"{slept} {told}").points


def test_points_are_the_sum_of_the_cues_that_stand_there() -> None:
    told = explain_kind("Can anybody lend me a drill for the weekend?")
    assert told.kind == "favour"
    assert told.points["favour"] == pytest.approx(sum(cue.points.get("favour", 0.0) for cue in told.cues))
    assert told.points["expert"] == pytest.approx(PRIOR + sum(cue.points.get("expert", 0.0) for cue in told.cues))
    assert "something is to be lent" in {cue.claim for cue in told.cues}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_cues_in_every_language(language: str) -> None:
    spoken_for = {kind for cue in cues_of(language).cues for kind, points in cue.points.items() if points > 0}
    assert spoken_for == set(get_args(NeedKind)) - {"recipients"}


def test_words_that_ask_carry_no_topic() -> None:
    assert all(word == fold(word) for word in ASKING)
    assert not ASKING & set(map(fold, "nurse drill Hebamme Umzug Katze concert مطبخ ممرضة marriage Ehe".split()))


SMALL = "@beast cat hairy_dog\n[favour 2 : fed]\nfeed .. @beast|fish*\n[job 1 : once]\nold? work ."


@pytest.mark.parametrize(
    ("text", "found"),
    (
        ("feed the cat", {0}),
        ("feed our hairy dog", {0}),
        ("feed our dog", set()),
        ("feed fishes", {0}),
        ("feed" + " very" * WIDEST_GAP + " cat", {0}),
        ("feed" + " very" * (WIDEST_GAP + 1) + " cat", set()),
        ("feed them. The cat", set()),
        ("Old work", {1}),
        ("work! Feed the cat", {0, 1}),
        ("work here", set()),
    ),
)
def test_wordings_are_found_as_they_are_written(text: str, found: set[int]) -> None:
    assert cues_in(tokens_of(text), read_cues(SMALL)) == found


@pytest.mark.parametrize("text", ["[nokind 1 : x]", "[job : x]", "[job 1 x]", "lonely wording", "[job 1 : x]\nold?"])
def test_a_badly_written_file_of_cues_is_refused(text: str) -> None:
    with pytest.raises(CueError):
        read_cues(text)


def calls_made(text: str) -> int:
    """How many calls it takes to tell the kind of a text."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        tell_kind(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "hostile", ["would someone to i want to ", "with me with ", "a" * 500 + " ", "?!.,;", "مين معي حدا "]
)
def test_work_grows_no_faster_than_the_text(hostile: str) -> None:
    calls_made(hostile)
    assert calls_made(hostile * 300) <= 2.2 * calls_made(hostile * 150) + 100


@pytest.mark.parametrize("text", ["", "...", "?", "\0" * 1000, "_" * 1000, "''''", "a" * 100_000, "\U0001f600" * 500])
def test_odd_texts_are_no_trouble(text: str) -> None:
    assert tell_kind(text) == "expert"
