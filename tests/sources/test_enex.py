"""Evernote exports: what the golden files do not show."""

from __future__ import annotations

from maarif.domain.items import Defect, Item, Note, Party
from maarif.sources import enex
from tests.blobs import Bytes
from tests.sources.goldens import TODAY

_HEAD = '<?xml version="1.0"?><en-export>'


def read(notes: str) -> list[Item | Defect]:
    blob = Bytes("a.enex", (_HEAD + notes).encode())
    assert enex.recognises(blob)
    return list(enex.read(blob, TODAY))


def note(title: str, page: str = "", more: str = "") -> str:
    return f"<note><title>{title}</title><content><![CDATA[<en-note>{page}</en-note>]]></content>{more}</note>"


def test_attachments_are_left_out_however_large() -> None:
    data = "QUJD" * 3_000_000
    (found,) = read(note("a", "words", f"<resource><data>{data}</data></resource>"))
    assert isinstance(found, Note)
    assert (found.title, found.text) == ("a", "words")


def test_a_note_without_end_costs_no_other() -> None:
    found = read("<note><title>a" + note("b"))
    assert [type(noun) for noun in found] == [Defect, Note]
    assert [noun.origin.item for noun in found] == ["note 1", "note 2"]


def test_a_note_that_is_too_long_is_a_defect() -> None:
    found = read(note("a", "x" * 9_000_000) + note("b"))
    assert [type(noun) for noun in found] == [Defect, Note]


def test_entities_are_never_expanded() -> None:
    lol = '<!DOCTYPE en-export [<!ENTITY a "aaaaaaaaaa">]>'
    blob = Bytes("a.enex", f"{lol}<en-export>{note('&a;')}{note('b')}".encode())
    first, second = enex.read(blob, TODAY)
    assert isinstance(first, Defect)
    assert isinstance(second, Note)


def test_a_page_of_html_becomes_words() -> None:
    (found,) = read(note("a", "<div>one&nbsp;two</div><div><en-todo/>three</div><div><b>four</b></div>"))
    assert isinstance(found, Note)
    assert found.text == "one two\n[ ] three\nfour"


def test_a_title_that_is_a_name_is_a_person() -> None:
    (found,) = read(note("Sara Haddad", "write to s@imkerei.example"))
    assert isinstance(found, Note)
    assert found.people == (Party("Sara Haddad", kind="name"), Party("", "s@imkerei.example", "email"))


def test_other_xml_is_no_export() -> None:
    assert not enex.recognises(Bytes("a.enex", b"<?xml version='1.0'?><rss/>"))
    assert not enex.recognises(Bytes("a.enex", b"words about <en-export>"))
