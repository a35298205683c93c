"""jCard and xCard: one card says the same in every format, and hostile files cost little."""

from __future__ import annotations

import json

import pytest

from maarif.domain.items import Card, Defect
from maarif.sources import jcard, vcard, xcard
from tests.blobs import Bytes
from tests.sources.goldens import TODAY

_XML = '<?xml version="1.0"?><vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0">{}</vcards>'

_VCARD = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:1
FN:Hanneke Vos
N:Vos;Hanneke;;;ing.,M.Sc.
BDAY:--0203
GENDER:F
ORG;TYPE=work:Waterwerken;Tenders
ADR;TYPE=work:;Suite 3;Havenweg 1;Rotterdam;ZH;3011 AA;Nederland
TEL;TYPE="work,voice";VALUE=uri:tel:+31-10-555-0106
EMAIL;TYPE=work:hanneke@waterwerken.example
RELATED;TYPE=child;VALUE=text:Joris
REV:20210314T091518Z
END:VCARD
"""
_JCARD = ["vcard", [
    ["version", {}, "text", "4.0"], ["uid", {}, "uri", "urn:uuid:1"], ["fn", {}, "text", "Hanneke Vos"],
    ["n", {}, "text", ["Vos", "Hanneke", "", "", ["ing.", "M.Sc."]]],
    ["bday", {}, "date-and-or-time", "--0203"],
    ["gender", {}, "text", "F"], ["org", {"type": "work"}, "text", ["Waterwerken", "Tenders"]],
    ["adr", {"type": "work"}, "text",
     ["", "Suite 3", "Havenweg 1", "Rotterdam", "ZH", "3011 AA", "Nederland"]],
    ["tel", {"type": ["work", "voice"]}, "uri", "tel:+31-10-555-0106"],
    ["email", {"type": "work"}, "text", "hanneke@waterwerken.example"],
    ["related", {"type": "child"}, "text", "Joris"], ["rev", {}, "timestamp", "20210314T091518Z"],
]]  # fmt: skip
_WORK = "<parameters><type><text>work</text></type></parameters>"
_XCARD = _XML.format(
    "<vcard><uid><uri>urn:uuid:1</uri></uid><fn><text>Hanneke Vos</text></fn><n><surname>Vos</surname>"
    "<given>Hanneke</given><additional/><prefix/><suffix>ing.</suffix><suffix>M.Sc.</suffix></n>"
    "<bday><date>--0203</date></bday><gender><sex>F</sex></gender>"
    f"<org>{_WORK}<text>Waterwerken</text><text>Tenders</text></org><adr>{_WORK}<pobox/><ext>Suite 3</ext>"
    "<street>Havenweg 1</street><locality>Rotterdam</locality><region>ZH</region><code>3011 AA</code>"
    f"<country>Nederland</country></adr><tel>{_WORK}<uri>tel:+31-10-555-0106</uri></tel>"
    f"<email>{_WORK}<text>hanneke@waterwerken.example</text></email><related><parameters><type><text>child</text>"
    "</type></parameters><text>Joris</text></related><rev><timestamp>20210314T091518Z</timestamp></rev></vcard>"
)


def only(source: object, data: str) -> Card | Defect:
    blob = Bytes("book", data.encode())
    assert source.recognises(blob)  # type: ignore[attr-defined]
    (found,) = source.read(blob, TODAY)  # type: ignore[attr-defined]
    assert isinstance(found, Card | Defect)
    return found


def test_one_card_says_the_same_in_every_format() -> None:
    expected = only(vcard, _VCARD)
    assert isinstance(expected, Card)
    assert len(expected.fields) == 9
    assert only(jcard, json.dumps(_JCARD)) == expected
    assert only(xcard, _XCARD) == expected


@pytest.mark.parametrize("text", ["[]", '["card",[]]', '{"vcard":[]}', '[{"vcard":1}]', "vcard"])
def test_other_json_is_no_jcard(text: str) -> None:
    assert not jcard.recognises(Bytes("a.json", text.encode()))


def test_a_stream_of_cards_is_read() -> None:
    cards = ["vcardstream", *(["vcard", [["fn", {}, "text", name]]] for name in ("A", "B"))]
    found = list(jcard.read(Bytes("a.json", json.dumps(cards).encode()), TODAY))
    assert [card.name for card in found if isinstance(card, Card)] == ["A", "B"]


def test_deep_json_is_a_defect() -> None:
    (found,) = jcard.read(Bytes("a.json", b'["vcard",' + b"[" * 100_000), TODAY)
    assert isinstance(found, Defect)


@pytest.mark.parametrize("text", ["<vcards/>", '<a xmlns="urn:ietf:params:xml:ns:vcard-4.0"/>', "<!-- vcard -->"])
def test_other_xml_is_no_xcard(text: str) -> None:
    assert not xcard.recognises(Bytes("a.xml", text.encode()))


@pytest.mark.parametrize("within", ['<!ENTITY a "x">', '<!ENTITY a SYSTEM "file:///dev/null">', ""])
def test_document_types_are_refused(within: str) -> None:
    data = f"<!DOCTYPE vcards [{within}]>" + _XML.partition("?>")[2].format("<vcard><fn><text>A</text></fn></vcard>")
    found = only(xcard, data)
    assert isinstance(found, Defect)
    assert "document type" in found.reason


def test_what_was_complete_before_the_damage_is_kept() -> None:
    cards = "<vcard><fn><text>A</text></fn></vcard>" * 3 + "<vcard><fn></text>"
    found = list(xcard.read(Bytes("a.xml", _XML.format(cards).encode()), TODAY))
    assert [type(noun) for noun in found] == [Card, Card, Card, Defect]


def test_deep_xml_ends_without_an_exception() -> None:
    deep = "<vcard>" + "<x>" * 50_000 + "</x>" * 50_000 + "</vcard>"
    assert list(xcard.read(Bytes("a.xml", _XML.format(deep).encode()), TODAY))
