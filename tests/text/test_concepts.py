"""The concept lexicon: how it is written, what meets what, and how compounds come apart."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.text.concepts import (
    BROADER,
    NAMESAKE,
    NARROWER,
    PART,
    SAME_LANGUAGE,
    TRANSLATION,
    compound_parts,
    related,
    related_in,
)
from maarif.text.concepts.lexicon import lexicon
from maarif.text.concepts.reading import LANGUAGES, LexiconError, all_groups, read_groups
from maarif.text.fold import fold
from maarif.text.stem import stem_word

MEET = """

forestry en Wald de; forest en spruce en; spruce en Fichte de; Fichte de forestry en
غابات ar forestry en; Förster de تنوب ar; beekeeper en Imker de; Bienen de نحل ar
water en Trinkwasser de; Abwasser de sewage en; sanitation en مجاري ar; solar en شمسي ar
Photovoltaik de solar en; windmill en Windpark de; wastewater en Kläranlage de
harbour en Hafen de; ميناء ar port en; Werft de shipyard en; Schiffbau de shipping en
lorry en Lkw de; train en train en; Lokführer de locomotive en; architect en معماري ar
surveyor en Vermessung de; lawyer en Anwalt de; محامي ar solicitor en; Steuer de tax en
ضرائب ar taxes en; visa en Aufenthaltstitel de; تأشيرة ar visa en; landlord en Vermieter de
tenant en Mieter de; notary en Notarin de; nurse en Krankenschwester de; ممرضة ar nurse en
midwife en Hebamme de; dentist en أسنان ar; Zahnarzt de dentist en; depression en اكتئاب ar
burnout en ausgebrannt de; Mobbing de bullying en; تنمر ar Mobbing de; boss en Vorgesetzter de
redundancy en entlassen de; استقالة ar resignation en; coaching en Supervision de
wedding en عرس ar; Hochzeit de bride en; divorce en Scheidung de; طلاق ar separation en
funeral en Beerdigung de; retirement en Ruhestand de; تقاعد ar pensioner en; choir en Chor de
كورال ar singing en; violin en Geige de; عازف ar musician en; pottery en Töpfern de
carpenter en Schreiner de; plumber en Klempner de; سباك ar plumber en; electrician en كهربائي ar
marathon en Läufer de; chess en شطرنج ar; Schach de chess en; sailing en Segeln de
hiking en Wandern de; volunteer en Ehrenamt de; متطوع ar volunteering en
newsletter en Rundbrief de; radio en إذاعة ar; journalist en Zeitung de; mosque en مسجد ar
Pfarrer de priest en; Ramadan de إفطار ar; teacher en معلم ar; translator en Dolmetscher de
programmer en مبرمج ar; cybersecurity en Verschlüsselung de; bread en Bäckerei de
refugee en لاجئ ar; moving en moving en; Umzug de relocation en; kindergarten en روضة ar
carnival en Fasching de; grandmother en Oma de
"""

APART = """

forestry en Schule de; spruce en pine en; spruce en harvest en; Imker de Wein de
doctor en research en; hospital en hotel en; protest en church en; Kuchen de Küche de
Taube de taub de; drucker de printing en; Optiker de Physik de; جامعة ar مسجد ar
فقراء ar قراءة ar; تركيا ar ميراث ar; طائرة ar عصافير ar; تربة ar تربية ar; شباب ar زجاج ar
مهرجان ar سيرك ar; energy en pregnancy en; توليد ar طاقة ar; tax en taxi en; boss en bass en
choir en chair en; violin en drums en; golf en Gulf en; lawyer en doctor en; chess en tennis en
wedding en funeral en; birth en retirement en; visa en plumber en; Steuer de Hafen de
bullying en boxing en; nurse en vet en; cat en dog en; mosque en synagogue en
radio en radiology en; bread en breeding en; newsletter en novel en; marathon en swimming en
Notar de Note de; Pilot de Polizei de; coach en couch en; Miete de Mitte de; police en policy en
university en universe en; marketing en market en; training en train en
"""


def pairs(table: str) -> list[tuple[str, str, str, str]]:
    rows = [cell.split() for line in table.strip().splitlines() for cell in line.split(";")]
    return [(row[0], row[1], row[2], row[3]) for row in rows if row[0] != row[2]]


GROUPS = list(all_groups())


def tops() -> list[int]:
    """The numbers of the groups that are nobody's narrower group, in their order."""
    return [number for number, node in enumerate(lexicon().nodes) if node.broader is None]


def test_there_are_several_hundred_groups_with_names_of_their_own() -> None:
    names = Counter(group.name for group in GROUPS)
    assert len(names) >= 640
    assert [name for name, times in names.items() if times > 1] == []
    assert all(name == name.lower() and name.isascii() and " " not in name for name in names)


@pytest.mark.parametrize("group", GROUPS, ids=[group.name for group in GROUPS])
def test_a_group_has_each_language_once_and_says_nothing_twice(group) -> None:
    for each in (group, *group.narrower):
        assert set(each.words) == set(LANGUAGES)
        for entries in each.words.values():
            folded = [fold(entry) for entry in entries]
            assert 1 <= len(folded) <= 25
            assert len(folded) == len(set(folded))


def test_nearly_every_group_can_speak_in_each_language() -> None:
    """A language of which a group has phrases only, none of them with a marked word, is asked for in vain."""
    mute = [
        (group.name, language)
        for group, node in zip(GROUPS, (lexicon().nodes[number] for number in tops()), strict=True)
        for language in LANGUAGES
        if not node.terms[language]
    ]
    assert len(mute) <= len(GROUPS) // 10, mute
    assert max(Counter(name for name, _ in mute).values()) < len(LANGUAGES)


def test_every_arabic_entry_is_arabic_and_no_other_is() -> None:
    for group in GROUPS:
        for each in (group, *group.narrower):
            for language, entries in each.words.items():
                arabic = [any("\u0600" <= c <= "\u06ff" for c in entry) for entry in entries]
                assert all(arabic) if language == "ar" else not any(arabic), (group.name, language)


@pytest.mark.parametrize(("word", "language", "other", "of"), pairs(MEET))
def test_words_that_meet(word: str, language: str, other: str, of: str) -> None:
    assert stem_word(other, of) in related(word, language)


@pytest.mark.parametrize(("word", "language", "other", "of"), pairs(APART))
def test_words_that_do_not_meet(word: str, language: str, other: str, of: str) -> None:
    assert stem_word(other, of) not in related(word, language)


def test_the_tables_are_long_enough() -> None:
    assert len(pairs(MEET)) >= 60
    assert len(pairs(APART)) >= 40


def test_weights_follow_the_way_between_the_words() -> None:
    answer = related("forest", "en")
    assert answer[stem_word("woodland", "en")] == SAME_LANGUAGE
    assert answer[stem_word("Wald", "de")] == TRANSLATION
    assert answer[stem_word("spruce", "en")] == answer[stem_word("Fichte", "de")] == NARROWER
    assert related("Fichte", "de")[stem_word("forest", "en")] == BROADER
    assert related("joinery", "en")[stem_word("carpenter", "en")] == SAME_LANGUAGE * NAMESAKE


def test_a_silent_word_is_found_but_not_proposed() -> None:
    assert stem_word("toddler", "en") in related("Kinder", "de")
    assert stem_word("Kinder", "de") not in related("toddler", "en")


@given(st.text(max_size=60))
def test_weights_stay_within_bounds_whatever_is_asked(text: str) -> None:
    for weights in (related(text), *related_in(text).values()):
        assert all(term and 0 < weight <= 1 for term, weight in weights.items())


@pytest.mark.parametrize("word", ["forest", "spruce", "Chor", "غابة", "Kirchenchor", "radio"])
def test_a_word_does_not_speak_for_itself(word: str) -> None:
    answer = related(word)
    assert answer
    assert not {stem_word(word, language) for language in LANGUAGES} & set(answer)


def test_an_unknown_word_has_no_relations() -> None:
    assert related("xyzzy") == related("") == related("the") == {}
    assert related("forest", "fr") == {}


def test_a_text_is_asked_word_by_word_and_phrase_by_phrase() -> None:
    found = related_in("She is out of work since the spring and looks after spruce stands")
    assert set(found) == {"out of work", "spruce"}
    assert stem_word("arbeitslos", "de") in found["out of work"]
    assert stem_word("unemployed", "en") in found["out of work"]


def test_a_marked_word_of_a_phrase_speaks_for_it() -> None:
    assert stem_word("instructor", "en") in related("Fahrschule", "de")
    assert stem_word("licence", "en") not in related("Fahrschule", "de")


def test_a_phrase_hides_its_words() -> None:
    assert set(related_in("we fight climate change")) == {"climate change"}


def test_a_foreign_word_is_known_where_the_language_of_the_text_lacks_it() -> None:
    assert stem_word("spruce", "en") in related_in("she works with the Fichte and the other trees")["fichte"]


def test_a_word_is_read_in_the_language_of_the_text() -> None:
    assert stem_word("boss", "en") in related_in("der Chef ist mit uns nicht zufrieden")["chef"]
    assert stem_word("Koch", "de") in related_in("the chef is not in the mood for it")["chef"]


def test_what_arabic_writes_onto_a_word_does_not_hide_it() -> None:
    assert stem_word("lawyer", "en") in related("لمحامي")
    assert stem_word("plumber", "en") in related("وبالسباكة")


def test_the_woman_of_a_trade_is_found_and_proposed() -> None:
    assert stem_word("forestry", "en") in related("Försterin")
    assert stem_word("Försterin", "de") in related("forestry")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Trinkwasserversorgung", ("trinkwasser", "wasser", "versorgung")),
        ("Kirchenchor", ("kirchen", "chor")),
        ("Fichtenwälder", ("fichte", "wald")),
        ("Arbeitsamt", ("arbeit", "amt")),
        ("Fußballtrainerschein", ("fussball", "trainerschein")),
        ("Wald", ()),
        ("Fichtenxyz", ()),
        ("xyzwald", ()),
        ("", ()),
        ("trink wasser", ()),
        ("n" * 10_000, ()),
    ],
)
def test_compounds_come_apart(word: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(word) == parts


def test_an_unknown_compound_speaks_through_its_parts() -> None:
    answer = related("Fichtenwälder")
    assert answer[stem_word("Fichte", "de")] == PART
    assert answer[stem_word("spruce", "en")] == pytest.approx(PART * TRANSLATION)


def test_no_lookup_has_too_many_answers() -> None:
    """Every answer that is a word is a term that a query asks the index for; phrases are few of them known there."""
    most = max(
        (sum(" " not in term for term in related(entry, language)), entry)
        for group in GROUPS
        for language, entries in group.words.items()
        for entry in entries
        if entry.isalpha()
    )
    assert most[0] <= 120, most


def test_few_terms_stand_in_several_groups() -> None:
    for language in LANGUAGES:
        shared = [term for term, nodes in lexicon().of_term[language].items() if len(nodes) > 2]
        assert shared == []


def test_nothing_is_read_before_the_first_question() -> None:
    lines = (
        "import maarif.text.concepts as c; from maarif.text.concepts.lexicon import lexicon as x",
        "before = x.cache_info().misses",
        "print(before, bool(c.related('forest')), bool(c.related('wood')), x.cache_info().misses)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "True", "True", "1"]


def test_the_lexicon_is_small_enough_to_be_read_at_once() -> None:
    entries = sum(len(words) for group in GROUPS for each in (group, *group.narrower) for words in each.words.values())
    assert 5_000 < entries < 45_000


@pytest.mark.parametrize(
    "text",
    [
        "a\nen b\nde c",
        "a\nen b\nde c\nar d\nfr e",
        "a\nen b\nen c\nde d\nar e",
        "a\nen b\nde c\nar d\n> e | f",
    ],
)
def test_a_block_written_wrongly_is_refused(text: str) -> None:
    with pytest.raises(LexiconError, match="line"):
        list(read_groups(text))


def test_a_block_is_read_with_its_narrower_groups_and_women() -> None:
    text = "# remark\n\nwood\nen forest, *big tree\nde Florist/in\nar غابة\n> spruce | Fichte | تنوب\n"
    (group,) = read_groups(text)
    assert group.words == {"en": ("forest", "*big tree"), "de": ("Florist", "Floristin"), "ar": ("غابة",)}
    assert group.narrower[0].words["de"] == ("Fichte",)
