"""Which places a text names and which lie near one another, in English, German and Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from maarif.text.fold import fold, fold_word, raw_words, words

#: How far a neighbour may be (a commuter's hour) and its weight next door, which falls evenly to FARTHEST.
NEAR_KM = 60.0
NEXT_DOOR = 0.8
FARTHEST = 0.2
#: The weight of a city's region and country, and of a region's and a country's cities.
REGION = 0.15
COUNTRY = 0.1
CITY_OF_REGION = 0.5
CITY_OF_COUNTRY = 0.3

_EARTH_KM = 6371.0
_FOLDER = Path(__file__).with_name("gazetteer")

#: Words before which a name is a place: "Essen" is a meal, "in Essen" a city.
_OF_PLACE = frozenset(
    map(fold, re.findall(r"\w+", "in near from to around nach aus bei um nahe في من إلى مدينة قرب نحو"))
)

#: What Arabic writes onto a name, and what German and English put behind it ("Berliner", "Leeds's", "Roms").
_WRITTEN_ON = re.compile(r"^[وف]?[بلك]?(?=\w{3})")
_BEHIND = re.compile(r"(?<=\w{4})(?:'s|s|er|ern)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region or country: its English name, folded spellings, and where it lies (a city only)."""

    name: str
    spellings: tuple[str, ...]
    country: str = ""
    region: str = ""
    at: tuple[float, float] | None = None


@dataclass(slots=True)
class _Gazetteer:
    """Places by spelling, a tuple of folded words; a guarded one needs a word of place before it."""

    cities: list[Place] = field(default_factory=list)
    regions: dict[str, Place] = field(default_factory=dict)
    countries: dict[str, Place] = field(default_factory=dict)
    by_spelling: dict[tuple[str, ...], list[Place]] = field(default_factory=dict)
    guarded: set[tuple[str, ...]] = field(default_factory=set)
    longest: int = 1

    def enter(self, place: Place, guarded: Sequence[str] = ()) -> Place:
        for spelling in place.spellings:
            key = tuple(words(spelling))
            self.by_spelling.setdefault(key, []).append(place)
            self.longest = max(self.longest, len(key))
            if spelling in guarded:
                self.guarded.add(key)
        return place


def near(place: str) -> dict[str, float]:
    """The folded names of a place and its surroundings, with weights in (0, 1]; {} for an unknown place.

    A city: its own spellings 1, cities within NEAR_KM by their distance, its region and country a little.
    A region and a country: their own spellings 1, and their cities.
    """
    return dict(_near(tuple(words(place))))


def find_places(text: str) -> tuple[str, ...]:
    """The English names of the cities, regions and countries that a text names, each once, in order.

    A name that is also a common word ("Essen", "Reading") counts only with a capital, behind a word of place.
    """
    return tuple(dict.fromkeys(place.name for place in _places_in(raw_words(text))))


@lru_cache(maxsize=1 << 12)
def _near(key: tuple[str, ...]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for place in _gazetteer().by_spelling.get(key, ()):
        for other, weight in ((place, 1.0), *_around(place)):
            for spelling in other.spellings:
                weights[spelling] = max(weights.get(spelling, 0.0), weight)
    return weights


def _around(place: Place) -> Iterator[tuple[Place, float]]:
    """What lies around a city or within a region or country, with weights."""
    known = _gazetteer()
    if place.at is None:
        yield from ((city, CITY_OF_REGION) for city in known.cities if known.regions.get(city.region) is place)
        yield from ((city, CITY_OF_COUNTRY) for city in known.cities if known.countries.get(city.country) is place)
        return
    for city in known.cities:
        distance = _distance(place.at, city.at) if city.at and city is not place else NEAR_KM + 1
        if distance <= NEAR_KM:
            yield city, round(NEXT_DOOR - (NEXT_DOOR - FARTHEST) * distance / NEAR_KM, 3)
    if place.region in known.regions:
        yield known.regions[place.region], REGION
    yield known.countries[place.country], COUNTRY


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres along the great circle between two points of latitude and longitude (haversine formula)."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _places_in(found: Sequence[str]) -> Iterator[Place]:
    """The places named, the longest name first where several begin at one word."""
    folded = [fold_word(word) for word in found]
    known = _gazetteer()
    at = 0
    while at < len(folded):
        for length in range(min(known.longest, len(folded) - at), 0, -1):
            if key := _spelling_at(found, folded, at, length):
                yield from known.by_spelling[key]
                at += length
                break
        else:
            at += 1


def _spelling_at(found: Sequence[str], folded: Sequence[str], at: int, length: int) -> tuple[str, ...] | None:
    """The known spelling that some words are, as they stand or without what is written onto them."""
    known = _gazetteer()
    whole = tuple(folded[at : at + length])
    for key in _forms(whole):
        if key not in known.by_spelling:
            continue
        bare = key not in known.guarded
        if bare or (_follows_a_word_of_place(whole, key, folded, at) and not found[at][0].islower()):
            return key
    return None


def _follows_a_word_of_place(whole: tuple[str, ...], key: tuple[str, ...], folded: Sequence[str], at: int) -> bool:
    """Whether "in" or the like stands before a name or, in Arabic, is written onto it (بحلب)."""
    return (at > 0 and folded[at - 1] in _OF_PLACE) or whole[0] != key[0]


def _forms(whole: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words as they stand, and without what is written onto the first or behind the last one."""
    yield whole
    first, last = whole[0], whole[-1]
    if "\u0600" <= first[0] <= "\u06ff":
        if first.startswith("لل"):
            yield ("ال" + first[2:], *whole[1:])
        if (bare := _WRITTEN_ON.sub("", first)) != first:
            yield (bare, *whole[1:])
    elif len(whole) == 1 and (bare := _BEHIND.sub("", last)) != last and (bare,) not in _gazetteer().guarded:
        yield (bare,)


@cache
def _gazetteer() -> _Gazetteer:
    """The places of the package, read when they are first asked for."""
    made = _Gazetteer()
    for code, *columns in _rows("countries.txt"):
        made.countries[code] = made.enter(Place(columns[0].split(",")[0], _spellings(columns)))
    for code, *columns in _rows("regions.txt"):
        made.regions[code] = made.enter(Place(columns[0].split(",")[0], _spellings(columns)))
    for english, german, arabic, country, region, at in _rows("cities.txt"):
        latitude, longitude = map(float, at.split())
        columns = [german if german else english, arabic]
        if f"!{english}" not in german:
            columns.append(english)
        guarded = [fold(name.strip()[1:]) for each in columns for name in each.split(",") if "!" in name]
        city = Place(english, _spellings(columns), country, region, (latitude, longitude))
        made.cities.append(made.enter(city, guarded))
    return made


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [column.strip() for column in line.split("|")]


def _spellings(columns: Sequence[str]) -> tuple[str, ...]:
    """The folded spellings of some columns, each once."""
    names = (name.strip().removeprefix("!") for column in columns for name in column.split(","))
    return tuple(dict.fromkeys(fold(name) for name in names if name))
