"""Places: what a text names, and what lies near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.text.fold import fold
from maarif.text.places import COUNTRY, FARTHEST, NEXT_DOOR, REGION, _gazetteer, find_places, near

CITIES = _gazetteer().cities


def test_the_gazetteer_holds_what_it_promises() -> None:
    known = _gazetteer()
    assert len(CITIES) >= 350
    assert len({city.name for city in CITIES}) == len(CITIES)
    assert {city.country for city in CITIES} <= set(known.countries)
    assert {city.region for city in CITIES} - {"-"} <= set(known.regions)
    assert {city.region for city in CITIES} - {"-"} == set(known.regions), "a region has cities"


@pytest.mark.parametrize("city", CITIES, ids=[city.name for city in CITIES])
def test_a_city_lies_on_earth_and_is_near_itself(city) -> None:
    assert city.at is not None
    assert -60 < city.at[0] < 70
    assert -180 <= city.at[1] <= 180
    assert near(city.name)[fold(city.name)] == 1.0


def test_no_two_cities_share_a_spelling() -> None:
    shared = {
        key: [place.name for place in places if place.at]
        for key, places in _gazetteer().by_spelling.items()
        if sum(place.at is not None for place in places) > 1
    }
    assert shared == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Potsdam", "Berlin"),
        ("Berlin", "بوتسدام"),
        ("Köln", "Bonn"),
        ("Cologne", "dusseldorf"),
        ("Leeds", "bradford"),
        ("عمان", "zarqa"),
        ("القاهرة", "giza"),
        ("Vienna", "wiener neustadt"),
        ("Vienna", "bratislava"),
        ("Basel", "mulhouse"),
        ("Rotterdam", "den haag"),
        ("دبي", "الشارقه"),
        ("Zürich", "winterthur"),
    ],
)
def test_neighbours(one: str, other: str) -> None:
    assert FARTHEST <= near(one)[fold(other)] <= NEXT_DOOR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berlin", "hamburg"),
        ("London", "leeds"),
        ("Amman", "cairo"),
        ("Munich", "vienna"),
        ("Tripoli", "beirut"),
    ],
)
def test_far_away_places(one: str, other: str) -> None:
    assert other not in near(one)


def test_the_weight_falls_with_distance_and_region_and_country_are_faint() -> None:
    answer = near("Berlin")
    assert answer["berlin"] > answer["falkensee"] > answer["eberswalde"] > answer["brandenburg"] > answer["germany"]
    assert (answer["brandenburg"], answer["deutschland"]) == (REGION, COUNTRY)


def test_a_region_and_a_country_are_near_their_cities() -> None:
    assert near("Ruhrgebiet")["bochum"] > near("Deutschland")["bochum"] > 0
    assert "berlin" not in near("Ruhrgebiet")


def test_an_unknown_place_is_near_nothing() -> None:
    assert near("Nowhere-on-Sea") == near("") == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We moved to Potsdam, then to Frankfurt an der Oder.", ("Potsdam", "Frankfurt an der Oder")),
        ("in berlin oder münchen", ("Berlin", "Munich")),
        ("das Essen war gut", ()),
        ("Er wohnt in Essen.", ("Essen",)),
        ("die Berliner Luft und Kölns Dom", ("Berlin", "Cologne")),
        ("I am reading a book in Reading", ("Reading",)),
        ("New York and London's parks", ("New York", "London")),
        ("a nice bath, a cork and a split hull", ()),
        ("Florence and Sydney said so", ()),
        ("أعيش ببرلين وأعمل بالقاهرة", ("Berlin", "Cairo")),
        ("انتقل للقاهرة", ("Cairo",)),
        ("صور جميلة", ()),
        ("يسكن في صور", ("Tyre",)),
        ("Brandenburg, Rhine-Main, Schweiz", ("Brandenburg", "Hesse", "Switzerland")),
        ("Berlin, Berlin, برلين", ("Berlin",)),
        ("", ()),
    ],
)
def test_places_are_found_in_a_text(text: str, found: tuple[str, ...]) -> None:
    assert find_places(text) == found


@given(st.text(max_size=200))
def test_whatever_is_found_is_known(text: str) -> None:
    for name in find_places(text):
        assert near(name)
