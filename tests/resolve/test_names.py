"""Names taken apart and held against each other; addresses made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.resolve import addresses
from maarif.resolve.comparing import compare
from maarif.resolve.names import read_name


@pytest.mark.parametrize(
    ("written", "words", "suffix"),
    [
        ("Jan Weber", ("jan", "weber"), ""),
        ("Weber, Jan A.", ("jan", "a", "weber"), ""),
        ("Dr. med. dent. Anna von der Höh", ("anna", "hoh"), ""),
        ("Karl Brandl, Jr.", ("karl", "brandl"), "jr"),
        ("Ward, Kim S (Houston)", ("kim", "s", "ward"), ""),
        ("عبد الرحمن الزهراني", ("عبدالرحمن", "زهراني"), ""),
        ("Layla Al-Qahtani", ("layla", "qahtani"), ""),
        ("Phil Allen", ("phil", "allen"), ""),
    ],
)
def test_reading(written: str, words: tuple[str, ...], suffix: str) -> None:
    name = read_name(written)
    assert name is not None
    assert (name.words, name.suffix) == (words, suffix)


@pytest.mark.parametrize(
    "written",
    ["Jan", "Familie Weber", "Anna & Bert Weber", "Tannhof GmbH", "a@b.example Jan", "J. W.", "Shop24 Team"],
)
def test_no_names(written: str) -> None:
    assert read_name(written) is None


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("Jan Weber", "WEBER Jan", "equal"),
        ("Jörg Müller", "Joerg Mueller", "equal"),
        ("Bob Tillmanns", "Robert Tillmanns", "nickname"),
        ("Sepp Huber", "Josef Huber", "nickname"),
        ("Paco Ruiz", "Francisco Ruiz", "nickname"),
        ("محمد الخوري", "Mohamed Khoury", "script"),
        ("محمد الخوري", "Mahmoud Khoury", "kin"),
        ("Layla Haddad", "Leila Haddad", "nickname"),
        ("Maria Garcia", "María García López", "fewer"),
        ("Stefan Hofmeister", "Stefan Hofmeisters", "spelling"),
        ("Thomas Martin", "Martin Thomas", "turned"),
        ("J. Weber", "Jan Weber", "initial"),
        ("Anna Weber", "Anna Lang", "surname"),
        ("Jan A. Weber", "Jan B. Weber", "middle"),
        ("Jan Weber", "Jana Weber", "kin"),
        ("Jan Weber", "Ida Quandt", "other"),
        ("Jan", "Jan Weber", "none"),
    ],
)
def test_comparing(left: str, right: str, likeness: str) -> None:
    assert compare(left, right) == likeness
    assert compare(right, left) == likeness


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_anything_works_both_ways(left: str, right: str) -> None:
    assert compare(left, right) == compare(right, left)
    assert compare(left, left) in {"equal", "none"}


def test_houses_and_providers() -> None:
    assert addresses.house("ect.boot.example") == addresses.house("boot.example") == "boot.example"
    assert addresses.house("mail.boot.co.uk") == "boot.co.uk"
    assert addresses.is_free_mail("yahoo.example")
    assert not addresses.is_free_mail("boot.example")


def test_shapes_of_local_parts() -> None:
    name = read_name("Jan A. Röhrich")
    assert name is not None
    shapes = {local: addresses.shape(local, name) for local in ("jan.roehrich", "jroehrich2", "a..roehrich", "kbx")}
    assert shapes == {"jan.roehrich": "first.last", "jroehrich2": "flast", "a..roehrich": "mlast", "kbx": ""}


def test_local_parts_that_say_more_than_a_name() -> None:
    name = read_name("Fatema Arnbjørn")
    assert name is not None
    assert not addresses.is_telling("fatema.arnbjørn", (name,))
    assert not addresses.is_telling("1234567", (name,))
    assert addresses.is_telling("moonwalker", (name,))
    assert addresses.is_telling("farnbjorn83", (name,))


def test_numbers_tell_namesakes() -> None:
    assert addresses.are_numbered("jan.weber", "jan.weber2")
    assert not addresses.are_numbered("jan.weber", "jan_weber")
    assert not addresses.are_numbered("jan.weber", "jweber2")


def test_employers_and_domains() -> None:
    assert addresses.is_domain_of("mail.tannhof-logistik.example", "Tannhof Logistik GmbH")
    assert addresses.is_domain_of("tannhof.example", "Tannhof AG")
    assert not addresses.is_domain_of("energy.example", "Nordsee Energy Group")
    assert not addresses.is_domain_of("gmail.example", "Gmail Services")
    assert addresses.firm("Tannhof Logistik GmbH") == addresses.firm("TANNHOF Logistik AG")
