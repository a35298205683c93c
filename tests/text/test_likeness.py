"""Skeletons, initials, forms of names, likeness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.text.likeness import initials, likeness, skeleton, without_umlauts, word_table
from maarif.text.nicknames import forms


@pytest.mark.parametrize(
    "spellings",
    [
        "محمد Mohamed Muhammad",
        "ليلى Layla Leila Laila",
        "حداد الحداد Haddad",
        "خوري Khoury Khouri",
        "يوسف Yusuf Youssef",
        "بوش Bush",
        "قحطاني Qahtani",
        "وليد Walid Waleed",
        "شريف Sharif Cherif",
    ],
)
def test_spellings_of_one_name_share_a_skeleton(spellings: str) -> None:
    assert len({skeleton(word) for word in spellings.split()}) == 1


def test_other_names_have_other_skeletons() -> None:
    assert skeleton("محمد") != skeleton("احمد")
    assert skeleton("Karim") != skeleton("Salim")


def test_forms_meet() -> None:
    assert forms("bert") == {"albert", "hubert", "robert"}
    for short, long in (
        ("bob", "robert"),
        ("sepp", "josef"),
        ("paco", "francisco"),
        ("leila", "ليلي"),
        ("uschi", "ursula"),
    ):
        assert forms(short) & forms(long), short
    assert not forms("jan") & forms("jana")
    assert forms("qhaddad") == {"qhaddad"}


def test_small_tools() -> None:
    assert initials("Jan A. Wéber") == "jaw"
    assert without_umlauts("mueller") == "muller"
    assert without_umlauts("bauer") == "bauer"
    assert word_table("É b") == {"e", "b"}
    assert likeness("Weber, Jan", "jan weber") == 1.0
    assert likeness("Jan Weber", "Ida Quandt") < 0.6


@given(st.text(), st.text())
def test_any_text_will_do(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(left.upper().lower()) or not left.isascii()
    assert 0.0 <= likeness(left, right) == likeness(right, left) <= 1.0
