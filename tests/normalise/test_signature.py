"""Facts and numbers that a signature states, and what it does not state."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.people import Attribute
from maarif.normalise.signature import phones_in, said_in_signature

Facts = tuple[tuple[Attribute, str], ...]

#: name, block, facts
SIGNATURES: list[tuple[str, str, Facts]] = [
    (
        "Jonas Weber",
        "Best regards,\nJonas Weber\nHead of HR\nTannhof GmbH\nMühlweg 3\n10115 Berlin\nTel: +49 30 555010",
        (("title", "Head of HR"), ("employer", "Tannhof GmbH"), ("city", "Berlin")),
    ),
    (
        "Lena Brandt",
        "Mit freundlichen Grüßen\ni.A. Lena Brandt\nGeschäftsführerin\nWiesengrund e.V.\nwww.wiesengrund.example",
        (
            ("title", "Geschäftsführerin"),
            ("employer", "Wiesengrund e.V."),
            ("url", "www.wiesengrund.example"),
        ),
    ),
    (
        "Lena Brandt",
        "Lena Brandt\nReferentin\nStadtwerke Lindau",
        (("title", "Referentin"), ("employer", "Stadtwerke Lindau")),
    ),
    (
        "Idris Bello",
        "Idris Bello\nEngineer at Evidant Water",
        (("title", "Engineer"), ("employer", "Evidant Water")),
    ),
    (
        "Idris Bello",
        "Idris Bello | Engineer | Evidant Water",
        (("title", "Engineer"), ("employer", "Evidant Water")),
    ),
    ("Idris Bello", "Idris Bello, Director, Evidant", (("title", "Director"), ("employer", "Evidant"))),
    (
        "Idris Bello",
        "Idris Bello\nDirector, Investor Relations",
        (("title", "Director, Investor Relations"),),
    ),
    (
        "Stella Love",
        "Stella Love\nPlanning Manager\nRevenue Programs\nCoastal Airlines, Inc.\n(713) 555-0143",
        (("title", "Planning Manager"), ("employer", "Coastal Airlines, Inc.")),
    ),
    (
        "Ed Gomez",
        "Ed Gomez\nExample North\n1400 Smith Street\nHouston, TX 77002\n713-555-0143",
        (("employer", "Example North"), ("city", "Houston")),
    ),
    (
        "Ann Low",
        "Ann Low\nStaff Accountant II\nCalgary, AB\n(403) 555-0143",
        (("title", "Staff Accountant II"),),
    ),
    (
        "Hélène Petit",
        "Hélène Petit\nDirectrice\nAtelier Bleu S.A.\n12 rue des Lilas\n75011 Paris, France",
        (
            ("title", "Directrice"),
            ("employer", "Atelier Bleu S.A."),
            ("city", "Paris"),
            ("country", "France"),
        ),
    ),
    (
        "Lucía Ruiz",
        "Lucía Ruiz\nIngeniera\nAguas Claras S.L.\n28001 Madrid\nEspaña",
        (
            ("title", "Ingeniera"),
            ("employer", "Aguas Claras S.L."),
            ("city", "Madrid"),
            ("country", "España"),
        ),
    ),
    (
        "أحمد الحسن",
        "مع تحياتي\nأحمد الحسن\nمدير المشاريع\nشركة النور للمياه",
        (("title", "مدير المشاريع"), ("employer", "شركة النور للمياه")),
    ),
    ("Hanneke Vos", "Hanneke Vos\n3011 AB Rotterdam", (("city", "Rotterdam"),)),
    ("Lena", "Lena\nhttps://www.linkedin.com/in/lena-b", (("url", "https://www.linkedin.com/in/lena-b"),)),
]


@pytest.mark.parametrize(("name", "block", "facts"), SIGNATURES)
def test_a_signature_states_its_facts(name: str, block: str, facts: Facts) -> None:
    assert said_in_signature(block, name) == facts


@pytest.mark.parametrize(
    "block",
    [
        "Lena",
        "Thanks,\nLena",
        "Lena Brandt\nSent from my iPhone",
        'Lena Brandt\n"Be the director of your own life" - A. Sage',
        "Lena Brandt\nEvery manager was once a trainee, or so they say in Bremen.",
        "Lena Brandt\nHuman Resources",
        "Lena Brandt\nThis message is confidential and intended for the director alone, not for you.",
        "Lena Brandt\nMerlin Street 12\n1729 Grand Avenue",
        "Lena Brandt\nGet your free Explorer today at http://explorer.example",
        "Lena Brandt\nhttp://shop.example/?from=lena",
        "",
    ],
)
def test_jokes_quotations_and_footers_state_nothing(block: str) -> None:
    assert said_in_signature(block, "Lena Brandt") == ()


@given(st.text(max_size=300), st.text(max_size=20))
def test_every_value_is_written_in_the_block(block: str, name: str) -> None:
    for _, value in said_in_signature(block, name):
        assert value in " ".join(block.split())


@pytest.mark.parametrize(
    ("block", "region", "numbers"),
    [
        ("Tel: +49 30 901820", None, ("+4930901820",)),
        ("Tel: 0049 30 901820", None, ("+4930901820",)),
        ("Tel: +49 (0)30 901820", None, ("+4930901820",)),
        ("Tel: 030 901820", None, ()),
        ("Tel: 030 901820", "DE", ("+4930901820",)),
        ("Office: (713) 853-4384\nCell: 713.560.0934", None, ("+17138534384", "+17135600934")),
        ("713/853-6197", None, ("+17138536197",)),
        ("(713) 853-5849\n(713) 646-2551 Fax", None, ("+17138535849",)),
        ("Tel: 713-853-5849 Fax: 713-646-2551", None, ("+17138535849",)),
        ("(713) 853-5849 (fax) (713) 646-2551", None, ("+17136462551",)),
        ("هاتف: ٠٠٢٠٢٢٥٧٤٠٢٠٠", None, ("+20225740200",)),
        ("Invoice 2022-000123-44", None, ()),
        ("12/03/2001 10:12", None, ()),
        ("IBAN 4820 1932 1023 4492", None, ()),
        ("713-853-4384\n713-853-4384", None, ("+17138534384",)),
        ("", None, ()),
    ],
)
def test_numbers_that_can_be_called(block: str, region: str | None, numbers: tuple[str, ...]) -> None:
    assert phones_in(block, region) == numbers


@pytest.mark.parametrize(
    ("block", "sender"),
    [
        ("Tom Abbink\nSenior Engineer\nEvides B.V.\n+31 10 5550140", "Sara Haddad"),
        ("Tom Abbink\nSenior Engineer\nEvides B.V.", "shaddad"),
        ("Sara Haddad\nTom Abbink, President\n", "Sara Haddad"),
        ("Sara Haddad\nTrainee / Analyst Program\n+31 10 5550140", "Sara Haddad"),
        ("Sara Haddad\nhttps://news.example/2024/05/flood.html", "Sara Haddad"),
        ("Sara Haddad\n<https://news.example/a>", "Sara Haddad"),
    ],
)
def test_what_a_signature_says_of_others_is_not_the_senders(block: str, sender: str) -> None:
    assert said_in_signature(block, sender) == ()


def test_a_region_or_a_town_alone_is_no_employer() -> None:
    said = said_in_signature("Tom Abbink\nService Manager - Southwest\ntom@evides.example", "Tom Abbink")
    assert said == (("title", "Service Manager"),)
