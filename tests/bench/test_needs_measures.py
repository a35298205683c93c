"""How answers to needs are judged: by hand-made rankings whose worth is known."""

import math

import pytest

from bench.needs.baselines import bm25, indexed
from bench.needs.distance import distance
from bench.needs.evidence import check, read_right
from bench.needs.measures import gains, interval, likeness, ndcg, recall, reciprocal, violations
from bench.needs.truth import folded

GRADES = {"sara": 3, "idris": 2, "jonas": 1, "boss": -1}


def test_the_best_order_is_worth_one_and_any_other_less() -> None:
    assert ndcg([{"sara"}, {"idris"}, {"jonas"}], GRADES) == pytest.approx(1)
    assert 0 < ndcg([{"jonas"}, {"idris"}, {"sara"}], GRADES) < 1
    assert ndcg([set(), set()], GRADES) == 0


def test_the_discount_is_that_of_the_formula() -> None:
    assert ndcg([set(), {"sara"}], {"sara": 3}) == pytest.approx(1 / math.log2(3))


def test_only_the_first_seven_places_count() -> None:
    assert recall([*[set()] * 7, {"sara"}], GRADES) == 0
    assert recall([*[set()] * 6, {"sara"}], GRADES) == 0.5


def test_a_person_named_twice_gains_once() -> None:
    assert gains([{"sara"}, {"sara"}], GRADES) == [3, 0]


def test_a_place_that_names_somebody_forbidden_gains_nothing() -> None:
    assert gains([{"sara", "boss"}], GRADES) == [0]
    assert violations([{"sara", "boss"}], GRADES) == 1


def test_violations_count_to_the_tenth_place() -> None:
    assert violations([*[set()] * 9, {"boss"}, {"boss"}], GRADES) == 1


def test_the_reciprocal_place_is_that_of_the_first_good_person() -> None:
    assert reciprocal([{"jonas"}, {"idris"}], GRADES) == 0.5
    assert reciprocal([{"jonas"}], GRADES) == 0


@pytest.mark.parametrize(
    ("rankings", "expected"),
    [
        ((["a", "b", "c"], ["a", "b", "c"]), 1),
        ((["a", "b", "c"], ["c", "b", "a"]), -1),
        (([], []), 1),
        (([], ["a"]), 0),
        ((["a"], ["a"]), 1),
        ((["a"], ["b"]), -1),
    ],
)
def test_likeness_is_a_rank_correlation_over_all_who_are_named(
    rankings: tuple[list[str], ...], expected: float
) -> None:
    assert likeness(rankings) == pytest.approx(expected)


def test_a_shared_beginning_is_likelier_than_none() -> None:
    assert likeness([["a", "b", "c"], ["a", "b", "d"]]) > likeness([["a", "b", "c"], ["d", "e", "f"]])


def test_the_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    values = [0.0, 1.0] * 20
    low, high = interval(values)
    assert 0.2 < low < 0.5 < high < 0.8
    assert interval(values) == (low, high)


def test_names_are_compared_by_their_letters_whatever_the_source() -> None:
    assert folded("name:أبو إلياس@whatsapp") == folded("name:ابو الياس")
    assert folded("email:Sara@Post.example") == "email:sara@post.example"
    assert folded("name:Jörn") == folded("name:JÖRN@notes")


def test_bm25_prefers_the_rare_word_and_the_shorter_text() -> None:
    texts = indexed(["the boat", "the boat and the sea and the long day", "the day", "the sea"])
    scores = bm25(texts, "the boat")
    assert scores[0] > scores[1] > scores[2]
    assert bm25(texts, "spruce") == {}


def test_a_quotation_must_stand_in_an_item_that_is_there() -> None:
    item = {"origin": {"source": "a.txt", "item": "line 1"}, "text": "She runs  the tender desk for the port."}
    claims = [
        {"claim": 'wrote "runs the tender … the port"', "origins": [{"source": "a.txt", "item": "line 1"}]},
        {"claim": 'wrote "sells fish"', "origins": [{"source": "a.txt", "item": "line 1"}]},
        {"claim": "is close", "origins": [{"source": "b.txt", "item": "line 9"}]},
    ]
    answer = {"suggestions": [{"evidence": [{"claim": "speaks to it", "origins": [], "parts": claims}]}]}
    found = check([answer], [item])
    assert (found.origins, found.existing, found.quotes, found.supported) == (3, 2, 2, 1)


def test_a_telling_item_counts_as_read_where_it_stands_with_its_words() -> None:
    items = [{"origin": {"source": "/any/files/notes/a.md", "item": "line 1"}, "text": "keeps  bees"}]
    places = [
        ("notes/a.md", "line 1", "keeps bees"),
        ("notes/a.md", "line 2", "keeps bees"),
        ("notes/a.md", "line 1", "x"),
    ]
    assert read_right(places, items) == [True, False, False]


@pytest.mark.parametrize(
    ("need", "quote", "expected"),
    [
        ("who knows forestry?", "looks after the spruce stands", "other words"),
        ("who knows about forests?", "forestry all her life", "same words"),
        ("who could help me with the car?", "she could help with that", "other words"),
        ("مين بفهم بالشجر؟", "عنده مشتل شجر", "same words"),
        ("مين بفهم بالشجر؟", "he plants trees", "other script"),
    ],
)
def test_distance_tells_what_a_search_for_words_could_find(need: str, quote: str, expected: str) -> None:
    assert distance(need, quote) == expected
