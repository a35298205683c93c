"""CSV with contacts: what the golden files do not show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.items import Card, Field
from maarif.sources import contacts_csv
from maarif.sources.contacts_csv import guess_columns
from tests.blobs import Bytes
from tests.sources.goldens import TODAY


def cards(text: str) -> list[Card]:
    blob = Bytes("some.csv", text.encode())
    assert contacts_csv.recognises(blob)
    found = list(contacts_csv.read(blob, TODAY))
    assert all(isinstance(card, Card) for card in found)
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("column", "target"),
    [
        ("First Name", "N.given"),
        ("LastName", "N.family"),
        ("E-mail 2 Address", "EMAIL"),
        ("E-mail 1 - Value", "EMAIL#1"),
        ("E-mail 1 - Type", "EMAIL#1.label"),
        ("E-mail Display Name", "-"),
        ("Business Street", "ADR.street work"),
        ("Address 1 - Street", "ADR#1.street"),
        ("Home Fax", "TEL home fax"),
        ("Assistant's Phone", "TEL assistant"),
        ("Telefon (privat 2)", "TEL home"),
        ("Straße geschäftlich 2", "ADR.street work"),
        ("Name des/der Vorgesetzten", "RELATED manager"),
        ("Privat: PLZ", "ADR.code home"),
        ("Téléphone (bureau)", "TEL work"),
        ("Correo electrónico", "EMAIL"),
        ("Teléfono móvil", "TEL cell"),
        ("مدينة العمل", "ADR.city work"),
        ("رقم الهاتف", "TEL"),
        ("shoe_size", ""),
    ],
)
def test_the_words_above_a_column_say_what_it_holds(column: str, target: str) -> None:
    assert guess_columns([column, "Vorname", "Nachname"], [])[column] == target


def test_what_stands_in_a_column_decides_where_its_words_say_nothing() -> None:
    rows = [["Ilse Kern", "ilse@kern.example", "+49 341 5550140", "39", "1.2.2020"]] * 3
    guess = guess_columns(["a", "b", "c", "d", "e"], rows)
    assert guess == {"a": "FN", "b": "EMAIL", "c": "TEL", "d": "", "e": "X-DATE"}


def test_a_column_that_stands_twice_is_told_apart() -> None:
    assert guess_columns(["Name", "Email", "Email"], []) == {
        "Name": "FN",
        "Email": "EMAIL",
        "Email (2)": "EMAIL",
    }
    (card,) = cards("Name,Email,Email\nIlse Kern,a@kern.example,b@kern.example\n")
    assert [field.value for field in card.fields if field.name == "EMAIL"] == [
        "a@kern.example",
        "b@kern.example",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Name\nIlse Kern\n",
        "Name,Age\nIlse Kern,39\n",
        "Email,Phone\na@kern.example,0341 5550140\n",
        "at,channel,from,to,name,phone\n2024-01-01,call,a,b,c,0341 5550140\n",
        "First Name,Last Name,URL,Email Address,Connected On\nA,B,,a@b.example,1 Jan 2024\n",
        "Email Address,Confirmed,Primary,Name\na@b.example,Yes,Yes,A\n",
        "Date,Name,Email,Subject\n2024-01-01,Ilse,a@kern.example,hello\n",
        "Name,IBAN,Phone,Betrag\nIlse,DE00,0341 5550140,5\n",
        "id,label,value\n1,a,2\n3,b,4\n",
    ],
)
def test_other_tables_are_not_recognised(text: str) -> None:
    assert not contacts_csv.recognises(Bytes("table.csv", text.encode()))


def test_prose_of_another_name_is_not_recognised() -> None:
    text = "Name, Phone and Email: Ilse, 0341 5550140\n"
    assert not contacts_csv.recognises(Bytes("note.txt", text.encode()))
    assert not contacts_csv.recognises(Bytes("mail.eml", b"Name,Email\nIlse,a@kern.example\n"))


def test_a_value_that_cannot_be_an_address_keeps_the_name_of_its_column() -> None:
    (card,) = cards("Name,Email,Home\nIlse Kern,none,Leipzig\n")
    assert card.fields[1:] == (Field("X-COLUMN", "none", "Email"), Field("X-COLUMN", "Leipzig", "Home"))


_SEVERAL = 'Name,Emails,Phone\nIlse Kern,"a@k.example; b@k.example","0341 5550140, 0171 5550141"\n'


def test_several_addresses_may_stand_in_one_cell() -> None:
    (card,) = cards(_SEVERAL)
    assert [field.value for field in card.fields[1:]] == [
        "a@k.example",
        "b@k.example",
        "0341 5550140",
        "0171 5550141",
    ]


def test_contacts_that_were_given_to_linkedin_are_read() -> None:
    header = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,FullName,Birthday\n"
    (card,) = cards(header + "phone,Ilse,Kern,Chor,,ilse@kern.example,0341 5550140,2020-01-01,,\n")
    assert (card.name, [field.name for field in card.fields]) == ("Ilse Kern", ["N", "ORG", "EMAIL", "TEL"])


def test_a_day_is_read_as_the_days_beside_it_are_written() -> None:
    first, second = cards("Name,Email,Birthday\nA B,a@b.example,3/2/1980\nC D,c@d.example,25/12/1979\n")
    assert [card.fields[-1].value for card in (first, second)] == ["1980-02-03", "1979-12-25"]


@given(
    st.lists(st.text(max_size=40), max_size=12),
    st.lists(st.lists(st.text(max_size=20), max_size=12), max_size=5),
)
def test_every_column_gets_one_target_whatever_it_is_called(header: list[str], rows: list[list[str]]) -> None:
    guess = guess_columns(header, rows)
    assert len(guess) == len(header)
    assert set(header) <= set(guess)
