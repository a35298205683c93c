"""Notes: what the golden files do not show."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from maarif.domain.items import Note, Party
from maarif.sources import notes
from maarif.sources.notes.days import day_at, day_in_name
from tests.blobs import Bytes
from tests.sources.goldens import TODAY


def read(text: str, name: str = "a.md") -> list[Note]:
    blob = Bytes(name, text.encode())
    assert notes.recognises(blob)
    found = list(notes.read(blob, TODAY))
    assert all(isinstance(noun, Note) for noun in found)
    return found  # type: ignore[return-value]


def days(text: str) -> list[str | None]:
    return [note.at and datetime.fromtimestamp(note.at, UTC).isoformat()[:16] for note in read(text)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-12", date(2024, 5, 12)),
        ("2024/05/12 18:30", date(2024, 5, 12)),
        ("2024-05-12T18:30:00Z", date(2024, 5, 12)),
        ("12.05.2024", date(2024, 5, 12)),
        ("12.5.24", date(2024, 5, 12)),
        ("05/13/2024", date(2024, 5, 13)),
        ("12 May 2024", date(2024, 5, 12)),
        ("Sunday, 12th of May 2024", date(2024, 5, 12)),
        ("May 12, 2024", date(2024, 5, 12)),
        ("Sonntag, den 12. Mai 2024", date(2024, 5, 12)),
        ("3. März 2024", date(2024, 3, 3)),
        ("1er août 2024", date(2024, 8, 1)),
        ("12 de enero de 2024", date(2024, 1, 12)),
        ("١٢ مايو ٢٠٢٤", date(2024, 5, 12)),
        ("الأحد، 12 أيار 2024", date(2024, 5, 12)),
        ("٢٠٢٤-٠٥-١٢", date(2024, 5, 12)),
        ("5 كانون الثاني 2024", date(2024, 1, 5)),
        ("31.02.2024", None),
        ("12.05.2024.3", None),
        ("2024-05-123", None),
        ("Since 12 May 2024", None),
        ("1.2 litres", None),
        ("12 Maybe 2024", None),
    ],
)
def test_days_in_five_languages(written: str, day: date | None) -> None:
    found = day_at(written)
    assert (found and found[0]) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Journal/2024-05-12 x.md", date(2024, 5, 12)),
        ("a.zip!20240512.txt", date(2024, 5, 12)),
        ("2024-05-12/x.md", None),
        ("120240512.md", None),
        ("2024-13-12.md", None),
    ],
)
def test_a_day_in_the_name_of_the_file(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


_PROSE = "Hanneke sings in the choir and knows people.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", ""),
        ("a.md", " \n \n"),
        ("a.md", "ab\0cd"),
        ("a.md", "\x01\x02\x03 words"),
        ("a.py", _PROSE),
        ("a.log", _PROSE),
        ("a.txt", "BEGIN:VCARD\nFN:Anna\nEND:VCARD\n"),
        ("a.txt", "BEGIN:VCALENDAR\n"),
        ("a.txt", "From anna@a.example Mon Jan  5 10:30:00 2015\nSubject: x\n\nwords\n"),
        ("a.txt", "Received: by x\n y\nSubject: hello\nFrom: a@b.example\n\nwords\n"),
        ("a.txt", '{"a": 1}'),
        ("a.txt", '[{"a": 1}]'),
        ("a.txt", "<!DOCTYPE html><p>words"),
        ("a.txt", "<?xml version='1.0'?><a/>"),
        ("a.txt", "-----BEGIN CERTIFICATE-----\nMIIB\n"),
        ("a.txt", "at,channel,from,to,text,thread\n"),
        ("a.txt", "Notes:\nwhen\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"),
        ("a.txt", "name;town;age\nAnna;Halle;4\nBob;Leipzig;5\n"),
        ("_chat.txt", "[12.03.21, 14:05:33] Sara: hello\n[12.03.21, 14:06:33] Anna: yes\n"),
        (
            "chat.txt",
            "12/03/2021, 14:05 - Messages are end-to-end encrypted.\n12/03/2021, 14:05 - Sara: hi\n",
        ),
        ("chat.txt", "3/12/21, 2:05 PM - Sara: hi\n"),
        ("chat.txt", "01/01/2019, 11:25 a. m. - Sara: hi\n"),
        ("chat.txt", "[2019-12-24, 12:23] Sara: hi\n"),
        ("a.txt", "2024-05-12 10:00:01 INFO x\n2024-05-12 10:00:02 WARN y\n2024-05-12 10:00:03 INFO z\n"),
        ("Makefile", "all: build;\n\tgcc -o x x.c;\n\techo done;\n"),
        ("data", "A1 B2 C3 9999 8888 7777"),
    ],
)
def test_what_is_no_note(name: str, text: str) -> None:
    assert not notes.recognises(Bytes(name, text.encode()))


@pytest.mark.parametrize("name", ["a.md", "b.MARKDOWN", "x.zip!c.txt", "folder/Hanneke"])
@pytest.mark.parametrize(
    "text",
    [_PROSE, "سارة تعرف الناس في الميناء وتحب النحل كثيرا\n", "[[Anna]] knows [ ] all of the people\n"],
)
def test_what_is_a_note(name: str, text: str) -> None:
    assert notes.recognises(Bytes(name, text.encode()))


def test_pictures_under_a_wrong_name_are_no_notes() -> None:
    assert not notes.recognises(Bytes("a.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8))
    assert not notes.recognises(Bytes("a.txt", b"\xff\xd8\xff\xe0\x10JFIF" + bytes(range(1, 256)) * 8))


def test_lists_below_a_heading_are_entries_and_below_a_day_they_are_its_words() -> None:
    assert days("# Anna\n- 2024-01-02 met\n- 2024-01-03 called\n") == ["2024-01-02T12:00", "2024-01-03T12:00"]
    assert days("## 2024-01-01 x\n- 2024-01-02 met\n- 2024-01-03 called\n") == ["2024-01-01T12:00"]


def test_an_undated_heading_ends_a_day_but_a_deeper_one_does_not() -> None:
    found = read("## 2024-01-01 x\na\n### more\nb\n## other\nc\n")
    assert [(note.title, note.text) for note in found] == [("x", "a\n### more\nb"), ("other", "c")]
    assert found[1].at is None


def test_a_file_without_days_is_a_note_per_section() -> None:
    first, second = read("# Garden\n\nsome words\n\n# More\nin 2024 or 12.5 litres\n")
    assert (first.title, first.text, first.origin.item, first.at) == ("Garden", "some words", "line 1", None)
    assert (second.title, second.text, second.origin.item) == ("More", "in 2024 or 12.5 litres", "line 5")


def test_a_section_names_its_own_people_alone() -> None:
    katrin, antje, zoey = read("## Katrin Brandt\nwith [[Bob]]\n## Antje Thiele\n### Work\nx\n## Zoëtje Abbink\ny\n")
    assert [party.name for party in katrin.people] == ["Katrin Brandt", "Bob"]
    assert [party.name for party in antje.people] == ["Antje Thiele"]
    assert antje.text == "### Work\nx"
    assert [party.name for party in zoey.people] == ["Zoëtje Abbink"]


@pytest.mark.parametrize(
    "text",
    ["# Katrin Brandt\n## Work\na\n## Family\nb\n", "one\n\n# only\ntwo\n", "## a\n```\n## b\n## c\n```\n"],
)
def test_what_is_about_one_person_or_of_one_piece_stays_one_note(text: str) -> None:
    assert len(read(text)) == 1


def test_sections_after_front_matter_have_the_lines_of_the_file() -> None:
    found = read("---\ntags: x\n---\nwords\n## Roof\na\n## Garden\nb\n")
    assert [note.origin.item for note in found] == ["line 1", "line 5", "line 7"]


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Sara Haddad.md", ["Sara Haddad"]),
        ("vault/people/Idris.md", ["Idris"]),
        ("a.zip!People/Zoëtje Abbink.md", ["Zoëtje Abbink"]),
        ("سارة حداد.md", ["سارة حداد"]),
        ("diary.md", []),
        ("README.md", []),
        ("notes.md", []),
        ("People/Index.md", []),
        ("Blue Moon.md", []),
        ("Anna.md", []),
        ("2024-01-01.md", []),
        ("Sara Haddad", []),
    ],
)
def test_a_page_named_after_somebody_is_about_them(name: str, people: list[str]) -> None:
    (note,) = read("Met at the market, and she keeps bees on the roof.\n", name)
    assert [party.name for party in note.people] == people
    assert note.title == (people[0] if people else "")


def test_a_page_of_somebody_is_about_them_below_every_heading() -> None:
    (note,) = read("## Work\na\n## Family\nb\n", "Sara Haddad.md")
    assert note.people == (Party("Sara Haddad", kind="name"),)


def test_a_wrapped_sentence_is_not_cut_at_its_day() -> None:
    assert len(read("We agreed to meet again on\n12 May 2024 in the garden.\n")) == 1


def test_the_time_comes_from_the_entry_then_the_front_matter_then_the_name() -> None:
    front = "---\ndate: 2020-02-02\n---\n"
    assert days(front + "## 2021-03-03 x\n") == ["2021-03-03T12:00"]
    assert days(front + "words\n") == ["2020-02-02T12:00"]
    (note,) = read("words\n", "2019-01-01.md")
    assert note.at == 1546344000


def test_front_matter_alone_is_a_note() -> None:
    (note,) = read('---\ntitle: Anna\npeople: [Bob, "[[Eve]]"]\n---\n')
    assert (note.title, note.people) == ("Anna", (Party("Bob", kind="name"), Party("Eve", kind="name")))


def test_a_rule_is_no_front_matter() -> None:
    (note,) = read("---\nwords\n")
    assert "words" in note.text


def test_a_very_long_note_goes_on_in_further_ones() -> None:
    found = read("## 2024-01-01 x\n" + "word " * 500_000 + "\n" + "more\n" * 300_000)
    assert len(found) > 2
    assert {note.at for note in found} == {1704110400}
    assert len({note.origin.item for note in found}) == len(found)
    assert sum(note.text.count("word") for note in found) in range(499_990, 500_001)
    assert sum(note.text.count("more") for note in found) == 300_000
