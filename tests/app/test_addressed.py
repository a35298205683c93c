"""Numbers and chat names lead to people, and the owner's words follow whoever they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app.home import Home
from maarif.app.identity.decide import mark, same, undo
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.look import find, people
from maarif.domain.errors import NoSuchPerson
from tests.app.states import home_at

_CARDS = """BEGIN:VCARD
VERSION:3.0
FN:عمتي نوال
TEL:+962790000107
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Cath 🩺
TEL:01712345678
END:VCARD
"""
_CHAT = """03/05/2024, 21:14 - Samer: كيفك
03/05/2024, 21:15 - عمتي نوال: الحمد لله
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    (tmp_path / "contacts.vcf").write_text(_CARDS, encoding="utf-8")
    (tmp_path / "WhatsApp Chat with عمتي نوال.txt").write_text(_CHAT, encoding="utf-8")
    with home_at(tmp_path / "home") as home:
        take_in(home, sorted(path for path in tmp_path.iterdir() if path.is_file()), me=["+962790000100", "Samer"])
        yield home


@pytest.mark.parametrize("typed", ["+962 79 000 0107", "079 0000107", "phone:00962 790000107", "name:عمتى نوال"])
def test_a_number_and_a_chat_name_lead_to_one_person(home: Home, typed: str) -> None:
    assert {str(handle) for handle in find(home, typed).handles} == {
        "phone:+962790000107",
        "name:عمتي نوال@whatsapp",
    }


def test_a_number_on_a_card_without_its_country_is_found_with_it(home: Home) -> None:
    assert find(home, "+49 171 2345678").name == "Cath 🩺"


@pytest.mark.parametrize("typed", ["+962 79 000 0999", "name:nobody", "🩺🩺"])
def test_what_leads_nowhere_says_so(home: Home, typed: str) -> None:
    with pytest.raises(NoSuchPerson):
        find(home, typed)


@pytest.mark.parametrize("word", ["deceased", "keep away", "never suggest", "close"])
def test_a_mark_holds_for_all_addresses_of_a_person_however_they_were_united(home: Home, word: str) -> None:
    mark(home, "01712345678", word)
    decision = same(home, "phone:01712345678", "phone:+962790000107")
    (united,) = [known for known in people(home) if known.marks]
    assert (len(united.person.handles), united.marks) == (3, (word,))
    undo(home, f"d{decision}")
    (alone,) = [known for known in people(home) if known.marks]
    assert [str(handle) for handle in alone.person.handles] == ["phone:01712345678"]


def test_a_mark_put_before_the_chat_is_taken_in_holds_for_it(tmp_path: Path) -> None:
    (tmp_path / "contacts.vcf").write_text(_CARDS, encoding="utf-8")
    chat = tmp_path / "WhatsApp Chat with عمتي نوال.txt"
    chat.write_text(_CHAT, encoding="utf-8")
    with home_at(tmp_path / "home") as home:
        take_in(home, [tmp_path / "contacts.vcf"], me=["Samer"])
        mark(home, "+962790000107", "deceased")
        take_in(home, [chat])
        assert "name:عمتي نوال@whatsapp" in map(str, find(home, "+962790000107").handles)
        assert [known.person.id for known in people(home) if "deceased" in known.marks] == [
            find(home, "name:عمتي نوال@whatsapp").id
        ]
