"""Names as they are written, and what they are words of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.normalise.names import clean_name, is_person_name, name_words


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Weber, Jonas (Tannhof)", "Jonas Weber"),
        ("'jonas'", "jonas"),
        ("Dr. Jonas Weber", "Dr. Jonas Weber"),
        ("WEBER Jonas", "Jonas Weber"),
        ("Jonas WEBER", "Jonas Weber"),
        ("JONAS WEBER", "Jonas Weber"),
        ("Jan VAN DER BERG", "Jan van der Berg"),
        ("jonas weber", "jonas weber"),
        ("jonas weber via LinkedIn", "jonas weber"),
        ("Jonas Weber (via Docs)", "Jonas Weber"),
        ("[EXT] Jonas Weber", "Jonas Weber"),
        ("Jonas Weber [Extern]", "Jonas Weber"),
        ("Jonas Weber | Tannhof", "Jonas Weber"),
        ("Jonas Weber - Tannhof GmbH", "Jonas Weber"),
        ("Jonas Weber, Tannhof GmbH", "Jonas Weber"),
        ("Weber, Jonas, Dr.", "Dr. Jonas Weber"),
        ("Allen, Philippa K.", "Philippa K. Allen"),
        ("Allen, Philippa K. </O=EXAMPLE/OU=NA/CN=RECIPIENTS/CN=PALLEN>", "Philippa K. Allen"),
        ("Philippa K Allen/HOU/ECT@ECT", "Philippa K Allen"),
        ('"Brown, Stephen" <stephen@brown.example>@EXAMPLE', "Stephen Brown"),
        ('"Jonas Weber" <jonas@weber.example>', "Jonas Weber"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("Garcia Lopez, Maria", "Maria Garcia Lopez"),
        ("John Smith, Jr.", "John Smith Jr."),
        ("Jane Doe, PhD", "Jane Doe"),
        ("محمد عبد الله", "محمد عبد الله"),
        ("د. أحمد الحسن", "د. أحمد الحسن"),
        ("jonas@weber.example", ""),
        ("<jonas@weber.example>", ""),
        ("'' ", ""),
        ("BT", "BT"),
        ("ETS Solution Center,", "ETS Solution Center"),
    ],
)
def test_a_name_is_what_one_would_say(written: str, name: str) -> None:
    assert clean_name(written) == name


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            ["Weber", "Jonas", ",", "(", ")", '"', "'", "Dr.", "WEBER", "-", "|", "Jr.", "a@b.c", "<x@y.z>"]
        )
    ).map(" ".join)
)
def test_a_clean_name_has_no_address_and_no_loose_ends(written: str) -> None:
    name = clean_name(written)
    assert name == " ".join(name.split())
    assert '"' not in name
    assert not any("@" in word and "." in word.partition("@")[2] and word[0] != "@" for word in name.split())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Dr. Jonas Weber", ("jonas", "weber")),
        ("Prof. Dr. Hélène Petit", ("helene", "petit")),
        ("Frau Lena Brandt", ("lena", "brandt")),
        ("Dipl.-Ing. Lena Brandt", ("lena", "brandt")),
        ("John Smith Jr.", ("john", "smith")),
        ("Henry Tudor VIII", ("henry", "tudor", "viii")),
        ("Henry Ford III", ("henry", "ford")),
        ("Jan van der Berg", ("jan", "vanderberg")),
        ("Jan Vanderberg", ("jan", "vanderberg")),
        ("Anna von Weber", ("anna", "vonweber")),
        ("Omar al-Hassan", ("omar", "alhassan")),
        ("Omar Al Hassan", ("omar", "alhassan")),
        ("Abu Bakr Siddiq", ("abubakr", "siddiq")),
        ("Salem bin Ali", ("salem", "binali")),
        ("Jack Ma", ("jack", "ma")),
        ("Ann Lee M.A.", ("ann", "lee")),
        ("Don Black", ("don", "black")),
        ("Van Morris", ("van", "morris")),
        ("Al Green", ("al", "green")),
        ("Anna-Lena Müller", ("anna-lena", "muller")),
        ("م. أحمد الحسن", ("احمد", "الحسن")),
        ("محمد عبد الله", ("محمد", "عبدالله")),
        ("محمد عبدالله", ("محمد", "عبدالله")),
        ("", ()),
    ],
)
def test_words_of_a_name_leave_titles_and_join_particles(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    "name",
    [
        "Jonas Weber",
        "jonas weber",
        "Jonas",
        "Dr. Weber",
        "Hélène",
        "محمد",
        "سارة حداد",
        "Jan van der Berg",
        "李 明",
    ],
)
def test_people_are_called_so(name: str) -> None:
    assert is_person_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "", "jonas", "Support Team", "Newsletter", "noreply", "Tannhof GmbH", "Bees Mailing List",
        "shop.example", "Agent 47",
        "BT", "info", "فريق الدعم", "شركة النور", "Lena & Idris", "jonas@weber.example",
        "Ihr Kundenservice", "Dr.",
    ],
)  # fmt: skip
def test_nobody_is_called_so(name: str) -> None:
    assert not is_person_name(name)
