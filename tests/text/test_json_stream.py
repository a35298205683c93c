"""JSON one element at a time, and what damage costs."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.text.json_stream import Damage, Found, Path, clean, text_at, walk

_INTO: frozenset[Path] = frozenset(((), ("list",)))
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def found(text: str) -> list[Found | Damage]:
    return list(walk(io.StringIO(text), _INTO))


def ids(text: str) -> list[object]:
    return [f.value["id"] for f in found(text) if isinstance(f, Found) and isinstance(f.value, dict)]


@given(st.lists(_JSON, max_size=6), st.sampled_from((None, 0, 1, 4)))
def test_every_element_comes_whole_and_in_order(elements: list[object], indent: int | None) -> None:
    written = json.dumps({"list": elements, "end": 1}, indent=indent)
    assert [f.value for f in found(written) if isinstance(f, Found)] == [
        *(clean(e) if isinstance(e, str) else e for e in elements),
        1,
    ]


def test_paths_lead_to_the_values() -> None:
    assert [f.path for f in found('{"a": {"b": 1}, "list": [7, 8]}')] == [("a",), ("list", 0), ("list", 1)]


@pytest.mark.parametrize("indent", [None, 1])
def test_damage_costs_one_element(indent: int | None) -> None:
    text = json.dumps({"list": [{"id": n, "in": [{"id": 0}]} for n in range(5)]}, indent=indent)
    spoilt = text.replace('"id": 2', '"id" 2')
    assert ids(spoilt) == [0, 1, 3, 4]
    assert sum(isinstance(f, Damage) for f in found(spoilt)) == 1


def test_a_file_that_breaks_off_gives_what_came_before_and_says_so_once() -> None:
    text = json.dumps({"list": [{"id": n} for n in range(5)]}, indent=1)
    assert ids(text[:-25]) == [0, 1, 2, 3]
    assert [type(f) for f in found(text[:-25])].count(Damage) == 1


def test_values_are_read_across_the_seams_of_what_is_read_at_once() -> None:
    texts = ["x" * n for n in (262_100, 262_144, 262_200, 5)]
    assert [f.value for f in found(json.dumps({"list": [*texts, 123456]})) if isinstance(f, Found)] == [
        *texts,
        123456,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"list":' + "[" * 200_000,
        '{"list": ["' + "x" * 18_000_000,
        '{"list": [1' + "0" * 5000 + "]}",
    ],
)
def test_hostile_texts_end_in_damage(text: str) -> None:
    assert isinstance(found(text)[-1], Damage) or len(found(text)) > 1


def test_halves_of_characters_are_replaced() -> None:
    assert text_at({"a": "x\ud800"}, "a") == "x\ufffd"
    assert text_at({"a": 5, "b": True, "c": None}, "a") == "5"
    assert text_at({"a": 5, "b": True, "c": None}, "b") == ""
