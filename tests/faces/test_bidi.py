"""Words made safe, and right-to-left words held apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maarif.faces.cli.bidi import (
    END,
    ISOLATE,
    clean,
    clean_lines,
    closed_at_line_ends,
    isolate,
    isolate_within,
    runs_right,
)


def test_a_name_that_runs_right_is_held_apart() -> None:
    assert isolate("سامي حداد") == f"{ISOLATE}سامي حداد{END}"
    assert isolate("Sami (سامي)") == f"{ISOLATE}Sami (سامي){END}"
    assert isolate("Hanneke Vos") == "Hanneke Vos"


def test_a_quotation_with_both_directions_is_held_apart_as_one() -> None:
    told = isolate_within('wrote to you in May: "course سامي in May"')
    assert told == f'wrote to you in May: "{ISOLATE}course سامي in May{END}"'


def test_a_passage_of_several_words_is_held_apart_as_one() -> None:
    assert isolate_within("works at شركة المياه since May") == f"works at {ISOLATE}شركة المياه{END} since May"


def test_a_line_that_is_mostly_right_to_left_is_known() -> None:
    assert runs_right("- كتب لك عن النحل (bees)")
    assert not runs_right("- wrote to you about النحل")
    assert not runs_right("12:04")


def test_nothing_that_a_terminal_obeys_remains() -> None:
    assert clean("a\x1b[31mred\x07\u202ebc\r\nd\te") == "a[31mredbc d e"
    assert clean_lines("one\x1b]0;title\x07\ntwo") == ["one]0;title", "two"]
    assert clean("caf\udce9") == "caf\ufffd"


def test_what_is_held_apart_stays_so_on_every_line() -> None:
    lines = closed_at_line_ends([f"a {ISOLATE}b", "c", f"d{END} e"])
    assert lines == [f"a {ISOLATE}b{END}", f"{ISOLATE}c{END}", f"{ISOLATE}d{END} e"]


@given(st.text(alphabet=st.characters(), max_size=60))
def test_every_isolate_is_closed(text: str) -> None:
    for told in (isolate(text), isolate_within(text)):
        assert told.count(ISOLATE) == told.count(END)
        assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in told)
