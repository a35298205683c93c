"""How like an item is to a need: phrases stand together or not at all."""

from __future__ import annotations

from maarif.rank.likeness import RELATED, Words, bm25, weigh_words

WORDS = Words({"midwife": 1}, {"midwife": ("midwif",)}, {"midwife": {"labour ward": 0.6, "hebamm": 0.6}})


def test_a_phrase_speaks_where_its_words_stand_together() -> None:
    query = weigh_words(WORDS, {"midwif": 3, "labour ward": 2, "hebamm": 2}, 1000, 48)
    together, apart = query.count("busi labour ward tonight "), query.count("labour parti cancer ward ")

    assert together["labour ward"] == 1 and "labour ward" not in apart
    assert bm25(query, together)[1][0][0] == "midwife"
    assert bm25(query, apart) == (0.0, ())


def test_a_phrase_weighs_its_whole_share_and_a_neighbouring_word_part_of_it() -> None:
    query = weigh_words(WORDS, {"midwif": 3, "labour ward": 3, "hebamm": 3}, 1000, 48)

    assert query.related["midwife"]["hebamm"] == RELATED * query.related["midwife"]["labour ward"]


def test_a_phrase_of_a_word_nobody_wrote_is_not_looked_for() -> None:
    assert weigh_words(WORDS, {"midwif": 3, "labour ward": 0, "hebamm": 0}, 1000, 48).phrases == ()
