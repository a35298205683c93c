"""LinkedIn: what the golden files do not show."""

from __future__ import annotations

import pytest

from maarif.domain.items import Card, Defect, Message, Party
from maarif.sources import linkedin
from maarif.sources.linkedin.days import iso_day, moment
from tests.blobs import Bytes
from tests.sources.goldens import TODAY

_MESSAGES = "FROM,TO,RECIPIENT PROFILE URLS,SENDER PROFILE URL,DATE,CONTENT,CONVERSATION ID,FOLDER\n"


def read(text: str, name: str = "export.zip!some.csv") -> list[object]:
    blob = Bytes(name, text.encode())
    assert linkedin.recognises(blob)
    return list(linkedin.read(blob, TODAY))


def message(row: str) -> Message:
    (found,) = read(_MESSAGES + row)
    assert isinstance(found, Message)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Time,Place\n2024-02-01 12:00:00 UTC,Leipzig\n",
        "First Name,Last Name,Company\nAnna,Bee,C\n",
        "at,channel,from,to,text,thread\n",
        "words, with commas, and Connected On somewhere\n",
    ],
)
def test_other_tables_are_not_recognised(text: str) -> None:
    blob = Bytes("Connections.csv", text.encode())
    assert not linkedin.recognises(blob)
    assert list(linkedin.read(blob, TODAY)) == []


def test_columns_may_stand_in_any_order_and_delimiter_and_encoding() -> None:
    text = "Connected On;Last Name;First Name;URL\n21 Mar 2023;Haddad;سارة;https://www.linkedin.com/in/s\n"
    for data in (text.encode(), text.encode("utf-16"), b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()):
        (found,) = linkedin.read(Bytes("c.csv", data), TODAY)
        assert isinstance(found, Card)
        assert (found.name, found.at) == ("سارة Haddad", 1679400000)


def test_rows_are_counted_below_the_preamble_without_blank_lines() -> None:
    text = 'Notes:\n"two\nlines"\n\nFirst Name,Last Name,URL,Connected On\n\nA,B,,\n,,,\n\nC,D,,\n'
    assert [(noun.origin.item, noun.name) for noun in read(text)] == [("row 1", "A B"), ("row 2", "C D")]  # type: ignore[attr-defined]


def test_a_closed_account_says_so() -> None:
    (found,) = read("First Name,Last Name,URL,Connected On\n,,,21 Mar 2023\n")
    assert isinstance(found, Defect)
    assert "closed their account" in found.reason


def test_names_and_pages_of_recipients_go_together_only_where_they_match() -> None:
    two = 'Anna,"Bob, PhD,Eve","https://l.example/bob,https://l.example/eve",,2024-01-01,x,c,INBOX\n'
    assert message(two).envelope.to == (
        Party("", "https://l.example/bob", "url"),
        Party("", "https://l.example/eve", "url"),
    )
    one = 'Anna,"Bob, PhD",https://l.example/bob,,2024-01-01,x,c,INBOX\n'
    assert message(one).envelope.to == (Party("Bob, PhD", "https://l.example/bob", "url"),)


@pytest.mark.parametrize(
    ("row", "bulk"),
    [
        ("Anna,Bob,,https://l.example/in/anna,2024-01-01,hello,c,INBOX\n", ""),
        ("Shop,Bob,,https://l.example/company/shop,2024-01-01,hello,c,INBOX\n", "bulk"),
        ("Anna,Bob,,https://l.example/in/anna,2024-01-01,hello,c,SPAM\n", "bulk"),
    ],
)
def test_advertisements_are_told_from_people(row: str, bulk: str) -> None:
    assert message(row).bulk == bulk


def test_plain_words_keep_their_lines_and_their_signs() -> None:
    assert message('Anna,Bob,,,2024-01-01,"5 < 6 &amp; 7\nyes",c,\n').text == "5 < 6 & 7\nyes"
    assert message("Anna,Bob,,,2024-01-01,<p>one</p><p>two</p>,c,\n").text == "one\ntwo"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("21 Mar 2023", "2023-03-21"),
        ("Mar 21, 1985", "1985-03-21"),
        ("Mar 21", "--03-21"),
        ("March 2021", "2021-03"),
        ("01/15/17, 09:30 AM", "2017-01-15"),
        ("31 Feb 2020", "31 Feb 2020"),
        ("2015", "2015"),
        ("", ""),
    ],
)
def test_days(written: str, expected: str) -> None:
    assert iso_day(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-04-05 12:33:01 UTC", 1680697981),
        ("4/5/23, 12:33 PM", 1680697980),
        ("4/5/23, 12:33 AM", 1680654780),
        ("4/5/23", None),
        ("soon", None),
    ],
)
def test_moments(written: str, expected: int | None) -> None:
    assert moment(written) == expected


def test_skills_are_recognised_by_their_name_as_well_since_one_column_says_little() -> None:
    text = b"Name\nTenders\n"
    assert linkedin.recognises(Bytes("export.zip!Skills.csv", text))
    assert not linkedin.recognises(Bytes("guests.csv", text))
    assert not linkedin.recognises(Bytes("Skills.csv", b"Name,Level\nTenders,5\n"))


def test_companies_that_are_followed_are_nobody() -> None:
    assert read("Organization,Followed On\nHafen,Mon Jan 15 10:00:00 UTC 2024\n") == []


def test_only_the_name_of_the_file_tells_who_recommends_whom() -> None:
    header = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    text = header + 'A,B,,,good,"04/17/16, 03:04 AM",VISIBLE\n'
    (given,) = read(text, "a.zip!Recommendations_Given.csv")
    (received,) = read(text, "given.zip!Recommendations_Received.csv")
    assert isinstance(given, Card)
    assert isinstance(received, Card)
    assert [field.name for field in given.fields] == ["FN", "NOTE", "X-RECOMMENDED-ON"]
    assert [field.name for field in received.fields] == ["FN", "X-RECOMMENDATION", "X-RECOMMENDED-ON"]


def test_an_invitation_is_a_message_only_where_it_has_words() -> None:
    header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    words, click = read(
        header
        + 'A,B,"4/5/23, 9:30 AM",hello,OUTGOING,https://l.example/a,https://l.example/b\n'
        + 'A,B,"4/5/23, 9:30 AM",,OUTGOING,https://l.example/a,https://l.example/b\n'
    )
    assert isinstance(words, Message)
    assert isinstance(click, Card)
    assert click.name == "B"
