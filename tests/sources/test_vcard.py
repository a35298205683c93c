"""vCard: what the golden files do not show."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.items import Card, Defect, Field
from maarif.sources import vcard
from maarif.sources.vcard.days import iso_day
from maarif.sources.vcard.lines import LINE_LIMIT
from tests.blobs import Bytes
from tests.sources.goldens import TODAY


def cards(text: str | bytes) -> list[Card | Defect]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(vcard.read(Bytes("some.vcf", data), TODAY))  # type: ignore[arg-type]


def card(*lines: str, version: str = "3.0") -> Card:
    (found,) = cards("\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")))
    assert isinstance(found, Card)
    return found


def field(line: str, version: str = "3.0") -> Field:
    (found,) = [f for f in card("FN:Anna", line, version=version).fields if f.name != "FN"]
    return found


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"BEGIN:VCARD\r\n", True),
        (b"\xef\xbb\xbf\r\n begin: vcard\n", True),
        ("BEGIN:VCARD".encode("utf-16"), True),
        (b"BEGIN:VCALENDAR\r\n", False),
        (b"Subject: my card\n\nBEGIN:VCARD\n", False),
        (b"", False),
    ],
)
def test_recognises_by_the_first_words_alone(head: bytes, expected: bool) -> None:
    assert vcard.recognises(Bytes("misnamed.jpg", head)) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TEL;TYPE=HOME,FAX:1", Field("TEL", "1", "home fax")),
        ("TEL;HOME;FAX:1", Field("TEL", "1", "home fax")),
        ('TEL;TYPE="work,voice";VALUE=uri:tel:+49-1', Field("TEL", "+49-1", "work")),
        ('X-AIM;X-UUID="a:b;c":johnny', Field("IMPP", "aim:johnny")),
        ("IMPP;X-SERVICE-TYPE=Jabber:x-apple:anna", Field("IMPP", "jabber:anna")),
        ("X-MANAGER:Big Boss", Field("RELATED", "Big Boss", "manager")),
        ("ADR;TYPE=home:;;Ring 5\\, Hof;Halle;;06108;", Field("ADR", "Ring 5, Hof, Halle, 06108", "home")),
        ('ADR;LABEL="Ring 5^nHalle":;;;;;;', Field("ADR", "Ring 5, Halle")),
        ("ORG:One\\; Two;Three", Field("ORG", "One; Two, Three")),
        ("N:Vos\\;x;Han;;;", Field("N", "Vos,x;Han;;;")),
        ("PHOTO;VALUE=uri:https://a.example/p.jpg", Field("PHOTO", "https://a.example/p.jpg")),
        ("PHOTO:data:image/png;base64,AAAA", Field("PHOTO", "<3 bytes>")),
        ("NOTE;ENCODING=b:w7xiZXI=", Field("NOTE", "über")),
        ("NOTE;CHARSET=punycode:über", Field("NOTE", "über")),
        ("NOTE:C\\:\\\\new", Field("NOTE", "C:\\new")),
        ("X-ANYTHING:kept", Field("X-ANYTHING", "kept")),
    ],
)
def test_a_property_becomes_one_readable_field(line: str, expected: Field) -> None:
    assert field(line) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("19800322", "1980-03-22"),
        ("1980-03-22T00:00:00Z", "1980-03-22"),
        ("--0203", "--02-03"),
        ("22.03.1980", "1980-03-22"),
        ("3/22/1980", "1980-03-22"),
        ("3/2/1980", "3/2/1980"),
        ("1980-02-31", "1980-02-31"),
        ("spring", "spring"),
    ],
)
def test_days_come_to_iso_where_they_can_be_read(written: str, expected: str) -> None:
    assert iso_day(written) == expected


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Vos;Hanneke;Maria;Dr.;", "ORG:Harbour"), "Hanneke Maria Vos"),
        (("FN: ", "ORG:Harbour;Tenders"), "Harbour, Tenders"),
        (("EMAIL:anna@a.example",), "anna@a.example"),
        (("TEL:+49 1",), "+49 1"),
        (("N:김;민수;;;",), "김민수"),
    ],
)
def test_a_card_is_named_by_the_best_it_has(lines: tuple[str, ...], name: str) -> None:
    assert card(*lines).name == name


def test_version_21_keeps_the_space_it_folds_at_and_later_versions_take_it_off() -> None:
    assert card("FN:Anna", "NOTE:one", " two", version="2.1").fields[1].value == "one two"
    assert card("FN:Anna", "NOTE:one", " two").fields[1].value == "onetwo"


def test_lines_without_a_colon_never_spoil_an_address() -> None:
    found = card("FN:Anna", "EMAIL:anna@a.example", "stray words")
    assert Field("EMAIL", "anna@a.example") in found.fields
    assert Field("NOTE", "stray words") in found.fields


def test_line_ends_of_every_kind_are_read_alike() -> None:
    text = "BEGIN:VCARD\nFN:Anna\nNOTE:a\n b\nEND:VCARD\n"
    read = [cards(text.replace("\n", end)) for end in ("\n", "\r\n", "\r", "\r\r\n")]
    assert read == [read[0]] * 4
    assert isinstance(read[0][0], Card)


def test_charsets_may_change_from_card_to_card() -> None:
    one = "BEGIN:VCARD\nFN:{}\nEND:VCARD\n"
    data = one.format("سارة").encode() + one.format("Größe").encode("latin-1") + one.format("خالد").encode("cp1256")
    assert [found.name for found in cards(data) if isinstance(found, Card)] == ["سارة", "Größe", "خالد"]


def test_a_revision_in_the_future_is_not_believed() -> None:
    assert card("FN:Anna", "REV:2020-01-02").at == 1577923200
    assert card("FN:Anna", "REV:2044-01-02").at is None


def test_an_endless_line_is_cut_and_told() -> None:
    (found,) = cards("BEGIN:VCARD\nFN:Anna\nNOTE:" + "x" * (LINE_LIMIT + 9) + "\nTITLE:Clerk\nEND:VCARD\n")
    assert isinstance(found, Defect)
    assert "16 MiB" in found.reason
    assert isinstance(found.kept, Card)
    assert found.kept.fields[-1] == Field("TITLE", "Clerk")


def test_agents_nest_no_deeper_than_is_sane() -> None:
    deep = "BEGIN:VCARD\nFN:Anna\nAGENT:\n" * 2000
    assert all(noun.origin.source == "some.vcf" for noun in cards(deep))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=60))
def test_a_note_survives_every_encoding(text: str) -> None:
    based = base64.b64encode(text.encode()).decode()
    escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    quoted = quopri.encodestring(escaped.encode()).decode().rstrip("\n")
    for line in (
        f"NOTE:{escaped}",
        f"NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted}",
    ):
        notes = [f.value for f in card("FN:Anna", line).fields if f.name == "NOTE"]
        assert notes == ([text.strip()] if text.strip() else [])
    if text.isprintable() and "\\" not in text and text.strip():
        assert field(f"NOTE;ENCODING=B:{based}").value == text.strip()
