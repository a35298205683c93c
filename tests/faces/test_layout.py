"""Lines for a width: nothing is lost, nothing is wider."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from maarif.faces.cli.bidi import END, ISOLATE, RIGHT, clean
from maarif.faces.cli.layout import (
    Column,
    Indent,
    cut_at_word,
    fill,
    shorten,
    shorten_path,
    table,
    two_ends,
)  # fmt: skip

words = st.text(alphabet="ab ñ日本سلام -", max_size=200)


def plain(lines: list[Text]) -> list[str]:
    return [line.plain for line in lines]


def test_later_lines_hang_under_the_first() -> None:
    lines = plain(fill("one two three four five six", 20, Indent("- ", "  ")))
    assert lines == ["- one two three four", "  five six"]


def test_the_reference_follows_the_last_word_or_stands_below() -> None:
    assert plain(fill("one two", 20, tail="[i4]")) == ["one two [i4]"]
    assert plain(fill("one two three four", 20, tail="[i44]")) == ["one two three four", "[i44]"]


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert plain(fill("x" * 45, 20)) == ["x" * 20, "x" * 20, "x" * 5]


def test_a_very_long_word_takes_no_time() -> None:
    assert len(fill("x" * 1_000_000, 80)) == 12_500


@given(words, st.integers(20, 100))
def test_no_line_is_wider_and_no_word_is_lost(text: str, width: int) -> None:
    lines = plain(fill(text, width, Indent("   - ", "     "), tail="[i4411]"))
    assert all(cell_len(line) <= width for line in lines)
    kept = "".join(lines).replace("-", "", 1) if lines else ""
    bare = kept.translate({ord(mark): None for mark in f"{RIGHT}{ISOLATE}{END}"})
    assert [c for c in bare if c not in " -"] == [c for c in text + "[i4411]" if c not in " -"]


def test_a_line_that_is_mostly_right_to_left_begins_so() -> None:
    assert fill("سلام من طرابلس", 40)[0].plain.startswith(RIGHT)
    assert not fill("greetings", 40)[0].plain.startswith(RIGHT)


def test_both_ends_of_a_line_or_two_lines() -> None:
    left, right = Text("Hanneke Vos"), Text("close, last in May 2025")
    (line,) = plain(two_ends(left, right, 40))
    assert line == "Hanneke Vos      close, last in May 2025"
    assert plain(two_ends(left, right, 30)) == ["Hanneke Vos", "   close, last in May 2025"]


def test_long_paths_give_up_their_middle_and_long_words_their_end() -> None:
    assert shorten_path("takeout/mail/archive/2019.mbox", 16) == "takeo…/2019.mbox"
    assert shorten("Hanneke van der Vos", 10) == "Hanneke v…"
    assert cut_at_word("Hanneke van der Vos", 14) == "Hanneke van…"


cells = st.text(alphabet=st.characters(codec="utf-8"), max_size=90)


@given(st.lists(st.tuples(cells, cells), max_size=5), st.integers(40, 100))
def test_a_table_is_never_wider_than_the_line(rows: list[tuple[str, str]], width: int) -> None:
    columns = (Column("file", gives_way="path"), Column("what", gives_way="text"), Column("n", right=True))
    lines = table(columns, [(*row, "1,234") for row in rows], width)
    assert len(lines) == len(rows) + 1
    assert all(cell_len(line.plain) <= width for line in lines)
    assert all(line.plain.endswith("1,234") for line in lines[1:])


def test_a_name_cut_in_a_table_stays_held_apart() -> None:
    (_, line) = plain(table((Column("name", gives_way="text"), Column("id")), [("سامي " * 20, "p2")], 40))
    assert line.count(ISOLATE) == line.count(END) == 1
    assert clean(line).endswith("p2")
