"""LDIF: what the golden files do not show."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.items import Card, Defect, Field
from maarif.sources import ldif
from maarif.sources.ldif.records import LINE_LIMIT
from tests.blobs import Bytes
from tests.sources.goldens import TODAY


def read(text: str | bytes) -> list[Card | Defect]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(ldif.read(Bytes("book.ldif", data), TODAY))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("dn: cn=A\n", True),
        ("\ufeffversion: 1\n\n# a comment\ndn:: Y249QQ==\n", True),
        ("# only a comment\n", False),
        ("version: 1\nname: a\n", False),
        ("Subject: dn: cn=A\n", False),
        ("dnf: x\n", False),
    ],
)
def test_recognises_by_the_first_words_alone(head: str, expected: bool) -> None:
    assert ldif.recognises(Bytes("book", head.encode())) is expected


def test_changes_to_a_server_are_no_entries_but_for_what_they_add() -> None:
    found = read("dn: cn=A\nchangetype: delete\n\ndn: cn=B\nchangetype: add\ncn: B\n")
    assert [card.name for card in found if isinstance(card, Card)] == ["B"]


def test_charsets_may_change_from_entry_to_entry() -> None:
    data = "dn: cn=1\ncn: Größe\n\n".encode("latin-1") + "dn: cn=2\ncn: سارة\n".encode()
    assert [card.name for card in read(data) if isinstance(card, Card)] == ["Größe", "سارة"]


def test_a_time_that_lies_ahead_is_not_believed() -> None:
    (card,) = read("dn: cn=A\ncn: A\nmodifytimestamp: 20440101000000Z\n")
    assert isinstance(card, Card)
    assert card.at is None


def test_a_year_alone_stays_one_and_a_day_alone_has_none() -> None:
    (card,) = read("dn: cn=A\ncn: A\nbirthyear: 1980\n")
    assert isinstance(card, Card)
    assert card.fields[1:] == (Field("BDAY", "1980"),)
    (card,) = read("dn: cn=A\ncn: A\nbirthday: 2\nbirthmonth: 3\n")
    assert isinstance(card, Card)
    assert card.fields[1:] == (Field("BDAY", "--03-02"),)


def test_an_endless_line_is_cut_and_the_rest_is_read() -> None:
    (card,) = read("dn: cn=A\ndescription: " + "x" * (LINE_LIMIT + 9) + "\ncn: A\n")
    assert isinstance(card, Card)
    assert card.name == "A"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=60))
def test_a_note_survives_base64_and_folding(text: str) -> None:
    based = base64.b64encode(text.encode()).decode()
    folded = "\n ".join(based[i : i + 20] for i in range(0, len(based), 20))
    (card,) = read(f"dn: cn=A\ncn: A\ndescription:: {folded}\n")
    assert isinstance(card, Card)
    assert [f.value for f in card.fields[1:]] == ([text.strip()] if text.strip() else [])
