"""Values of cards in readable form."""

from __future__ import annotations

import pytest

from maarif.text.card_values import Said, account, address_line, free_place, label_of, label_text, name_in


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ([Said("N", "Vos;Hanneke;Maria;Dr.;"), Said("ORG", "Harbour")], "Hanneke Maria Vos"),
        ([Said("N", "Vos;Hanneke"), Said("FN", " Hanneke  V. ")], "Hanneke V."),
        ([Said("N", "김;민수;;;")], "김민수"),
        ([Said("TEL", "+49 1"), Said("EMAIL", "a@a.example")], "a@a.example"),
        ([Said("NOTE", "nobody")], ""),
    ],
)
def test_a_card_is_named_by_the_best_it_has(said: list[Said], name: str) -> None:
    assert name_in(said) == name


def test_an_address_begins_with_its_street() -> None:
    parts = ["", "Suite 3", "Havenweg 1\nHof", "Rotterdam", "", "3011 AA", "Nederland"]
    assert address_line(parts) == "Havenweg 1, Hof / Suite 3, Rotterdam, 3011 AA, Nederland"


def test_labels_say_what_tells_one_address_from_another() -> None:
    assert label_of(("WORK,pref", "voice", "x-Car")) == "work car"
    assert label_text("_$!<HomePage>!$_") == "homepage"
    assert label_text(" Summer house ") == "Summer house"


def test_an_account_is_named_with_its_service_and_a_profile_is_a_page() -> None:
    assert account("anna", "Skype") == Said("IMPP", "skype:anna")
    assert account("xmpp:anna@a.example", "jabber") == Said("IMPP", "xmpp:anna@a.example")
    assert account("https://a.example/anna", "mastodon") == Said("URL", "https://a.example/anna", "mastodon")


def test_a_place_within_a_file_is_never_given_twice() -> None:
    taken: set[str] = set()
    places = [
        free_place(*wanted, taken)
        for wanted in (("u", "card 1"), ("u", "card 2"), ("card 2", "card 3"), ("", "card 2"))
    ]
    assert places == ["u", "card 2", "card 3", "card 2'"]
