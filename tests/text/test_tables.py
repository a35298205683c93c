"""Rows of a table, whatever its quotes do."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from maarif.text.tables import Header, Row, header_in, rows_below

_WANTED = frozenset(("a", "b"))
_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=12)


def rows(text: str, columns: int = 3) -> list[Row]:
    header = Header(0, ",", tuple("abcdefgh"[:columns]))
    return list(rows_below(io.StringIO("header\n" + text), header))


def test_the_header_is_found_below_a_preamble() -> None:
    assert header_in("Notes:\n\n A ;b; c\n1;2;3", _WANTED) == Header(2, ";", ("a", "b", "c"))
    assert header_in("a\nb\n", _WANTED) is None
    assert header_in("x\n" * 20 + "a,b\n", _WANTED) is None


def test_cells_are_named_even_where_some_are_missing() -> None:
    assert Header(0, ",", ("a", "b")).named(Row([" 1 "])) == {"a": "1", "b": ""}
    assert Header(0, ",", ("a", "b")).named(Row(["1", "2", "3"])) == {"a": "1", "b": "2"}


def test_a_quote_left_open_takes_no_other_row_with_it() -> None:
    found = rows('1,2,"3\n4,5,6\n7,8,"9\n')
    assert [row.cells[0] for row in found] == ["1", "4", "7"]
    assert [bool(row.fault) for row in found] == [True, False, True]


def test_lines_within_quotes_belong_to_their_row() -> None:
    assert [row.cells for row in rows('1,"a\nb, c\n\nd",3\n4,5,6\n')] == [
        ["1", "a\nb, c\n\nd", "3"],
        ["4", "5", "6"],
    ]


def test_quotes_that_never_close_cost_no_more_than_the_file_is_long() -> None:
    found = rows('a","x\n' * 60_000)
    assert len(found) > 50_000


@given(
    st.lists(
        st.lists(_CELL, min_size=3, max_size=3).filter(lambda cells: any(c.strip() for c in cells)),
        max_size=6,
    )
)
def test_what_is_written_is_read_back(table: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    assert [row.cells for row in rows(out.getvalue())] == table
