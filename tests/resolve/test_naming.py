"""Names to show, and ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.handles import Handle
from maarif.resolve import name_of, person_id
from tests.resolve.invented import mail, profile


def test_the_cards_name_comes_first() -> None:
    cluster = [
        mail("sq@tannhof.example", "Sara Quandt", "Sara", cards={"c"}),
        profile("phone:+49", "Sara Qhaddad-Quandt", cards={"c"}, sources={"vcard"}),
    ]
    assert name_of(cluster) == ("Sara Qhaddad-Quandt", ("Sara Quandt", "Sara"))


def test_the_most_frequent_full_name_beats_a_short_one() -> None:
    assert name_of([mail("jw@x.example", "jan", "Jan Weber", "J. Weber")])[0] == "Jan Weber"
    assert name_of([mail("jw@x.example", "Jan")]) == ("Jan", ())


def test_without_names_the_address_speaks() -> None:
    assert name_of([mail("jan.weber@x.example")]) == ("Jan Weber", ())
    assert name_of([mail("kbx7@x.example")]) == ("kbx7@x.example", ())
    assert name_of([profile("name:sara haddad@linkedin")]) == ("Sara Haddad", ())
    assert name_of([profile("phone:+4930")]) == ("+4930", ())


def test_ids_are_known_once_and_for_all() -> None:
    assert person_id(Handle("email", "jan.weber@x.example")) == "p4wtw67g5"


@given(st.text(min_size=1))
def test_ids_are_short_and_plain(value: str) -> None:
    found = person_id(Handle("name", value))
    assert len(found) == 9
    assert found.isascii()
    assert found.isalnum()
    assert found == person_id(Handle("name", value)) != person_id(Handle("chat", value))
