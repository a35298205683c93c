"""What the owner's address book calls somebody, as chats show it: one card leads to one human, several ask."""

from __future__ import annotations

import pytest

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.resolve import cluster, judge
from tests.resolve.invented import mail, profile, says


def _phone(number: str, name: str, *more: str, card: str = "", source: str = "vcard", book: str = "book") -> Profile:
    """A number on a card that gives these names."""
    key = f"{book}/{card or number}"
    return profile(
        f"phone:{number}", name, booked=[(source, key, name, *more)], cards={key}, sources={source}, card_names={name}
    )


def _chat(shown: str, app: str = "whatsapp") -> Profile:
    return profile(f"name:{shown}@{app}", shown, sources={app}, sent=3, received=4)


def _united(*profiles: Profile) -> list[set[str]]:
    """The people of more than one handle, by the texts of these."""
    groups = cluster([one.handle for one in profiles], judge(profiles))
    return [{str(handle) for handle in group} for group in groups if len(group) > 1]


@pytest.mark.parametrize("name", ["Mum", "Onkel Dieter", "Cath 🩺", "Derek plot 14", "أم فادي", "Dr. Osterloh", "Zoë"])
def test_a_chat_is_whoever_has_that_name_on_a_card(name: str) -> None:
    phone = _phone("+4477001", name)
    shown = {"Zoë": "zoe", "أم فادي": "ام فادي"}.get(name, name.lower())
    (judgement,) = judge([_chat(shown), phone])
    assert judgement.verdict == "same"
    assert "The chat shows the name under which your address book has them." in [
        part.claim for part in judgement.evidence.parts
    ]


def test_a_nickname_on_the_card_is_a_name_as_well() -> None:
    assert _united(_chat("tante ulla"), _phone("+491701", "Ursula Quandt", "Tante Ulla")) == [
        {"name:tante ulla@whatsapp", "phone:+491701"}
    ]


def test_chats_of_different_apps_meet_on_the_card() -> None:
    phone = _phone("+491701", "Mum")
    (group,) = _united(_chat("mum"), _chat("mum", "signal"), _chat("mum", "imessage"), phone)
    assert len(group) == 4


def test_of_two_cards_of_one_name_the_owner_is_asked() -> None:
    people = [_chat("tom"), _phone("+491701", "Tom"), _phone("+491702", "Tom")]
    found = judge(people)
    assert [one.verdict for one in found] == ["unsure", "unsure"]
    assert found[0].evidence.claim.endswith("Your address book has several people of the name that the chat shows.")


def test_two_books_with_one_number_have_one_person_of_that_name() -> None:
    older = profile(
        "email:tom@gmx.example", "Tom", booked=[("contacts_csv", "old/1", "Tom")], cards={"old/1"},
        phones={"+491701"}, sources={"contacts_csv"},
    )  # fmt: skip
    assert len(_united(_chat("tom"), _phone("+491701", "Tom"), older)[0]) == 3


def test_the_owners_word_stands_above_the_card() -> None:
    people = [_chat("mum"), _phone("+491701", "Mum")]
    said = [says("name:mum@whatsapp", "phone:+491701", "different")]
    handles = [one.handle for one in people]
    assert len(cluster(handles, [*judge(people, said), *said])) == 2


@pytest.mark.parametrize(
    ("chat", "card"),
    [
        (_chat("tom"), _phone("+491701", "Tom", source="linkedin")),
        (_chat("tom", "notes"), _phone("+491701", "Tom")),
        (_chat("tom", "slack"), _phone("+491701", "Tom")),
        (_chat("tom"), _phone("+491701", "Tomas")),
        (mail("tom@gmx.example", "Tom"), _phone("+491701", "Tom")),
    ],
)
def test_names_that_the_owner_did_not_give_unite_nobody(chat: Profile, card: Profile) -> None:
    assert judge([chat, card]) == []


def test_mum_and_dad_at_one_landline_stay_two() -> None:
    home = profile(
        "phone:+49301", "Dad", "Mum", booked=[("vcard", "book/m", "Mum"), ("vcard", "book/d", "Dad")],
        cards={"book/m", "book/d"}, sources={"vcard"}, card_names={"Mum", "Dad"},
    )  # fmt: skip
    mum, dad = _phone("+491701", "Mum", card="m"), _phone("+491702", "Dad", card="d")
    assert _united(home, mum, dad, _chat("mum"), _chat("dad")) == [
        {"name:dad@whatsapp", "phone:+491702"},
        {"name:mum@whatsapp", "phone:+491701"},
    ]


def test_a_box_with_the_name_and_the_nickname_of_one_card_is_no_box_of_two() -> None:
    box = mail(
        "father.rifat@post.example", "Rifat Bader", "أبونا رفعت",
        booked=[("vcard", "book/1", "أبونا رفعت", "Rifat Bader")], cards={"book/1"}, card_names={"أبونا رفعت"},
    )  # fmt: skip
    phone = _phone("+962790000131", "أبونا رفعت", "Rifat Bader", card="1")
    assert len(_united(box, phone, _chat("ابونا رفعت"))[0]) == 3


def test_a_common_name_in_chat_and_mail_is_asked_about() -> None:
    chat, box = _chat("anna weber"), mail("aw77@gmx.example", "Anna Weber", sent=2, received=2)
    (found,) = judge([chat, box])
    assert found.verdict == "unsure"


def test_an_address_that_only_announces_is_not_united_with_a_chat_by_a_usual_name() -> None:
    chat, box = _chat("yorvan weber"), mail("yw77@gmx.example", "Yorvan Weber", sent=2)
    (found,) = judge([chat, box])
    assert found.verdict == "unsure"
    assert Handle("name", "yorvan weber@whatsapp") in (found.left, found.right)
