"""Who is named in a note."""

from __future__ import annotations

import pytest

from maarif.domain.handles import Handle
from maarif.normalise.mentions import find_mentions

SARA, UMM, OTHER = Handle("email", "sara@a.example"), Handle("phone", "+962790000101"), Handle("email", "x@a.example")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tea with Sara Haddad after choir", [SARA]),
        ("Sara Haddad's daughter operates on knees", [SARA]),
        ("Dr. Sara Haddad was there, and sara haddad again", [SARA]),
        ("أم سند قعدت معي عالدرج", [UMM]),
        ("Sara was there", []),
        ("Haddad Sara", []),
    ],
)
def test_names_of_two_words_are_found(text: str, named: list[Handle]) -> None:
    known = [("Sara Haddad", SARA), ("S. Haddad", SARA), ("أم سند", UMM)]
    assert [handle for _, handle in find_mentions([(1, text)], known)] == named


def test_a_name_of_two_people_names_nobody() -> None:
    assert find_mentions([(1, "Sara Haddad")], [("Sara Haddad", SARA), ("sara haddad", OTHER)]) == []
    assert find_mentions([(1, "Sara Haddad")], [("Sara Haddad", SARA), ("Sara Haddad", SARA)]) == [(1, SARA)]
