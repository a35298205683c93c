"""Apple's archive: what the golden files do not show."""

from __future__ import annotations

import plistlib
import struct

import pytest

from maarif.domain.items import Card, Defect, Field
from maarif.sources import abbu
from maarif.sources.abbu.plists import LIMIT
from tests.blobs import Bytes
from tests.sources.goldens import TODAY

_NAME = "Contacts.abbu/Metadata/1.abcdp"


def only(data: bytes, name: str = _NAME) -> Card | Defect:
    blob = Bytes(name, data)
    (found,) = abbu.read(blob, TODAY)
    assert isinstance(found, Card | Defect)
    return found


def fields(**properties: object) -> tuple[Field, ...]:
    card = only(plistlib.dumps({"First": "Anna", **properties}, fmt=plistlib.FMT_BINARY))
    assert isinstance(card, Card)
    return card.fields[1:]


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_recognises_property_lists_by_their_name_too(form: plistlib.PlistFormat) -> None:
    data = plistlib.dumps({"First": "Anna"}, fmt=form)
    assert abbu.recognises(Bytes(_NAME, data))
    assert not abbu.recognises(Bytes("Contacts.abbu/Configuration.plist", data))
    assert not abbu.recognises(Bytes(_NAME, b"something else"))


def test_a_birthday_may_be_made_of_parts() -> None:
    assert fields(BirthdayComponents={"month": 3, "day": 22}) == (Field("BDAY", "--03-22"),)
    assert fields(BirthdayComponents={"year": 1980, "month": 3, "day": 22}) == (Field("BDAY", "1980-03-22"),)


def test_lists_of_unequal_length_are_read_as_far_as_they_go() -> None:
    assert fields(Phone={"labels": ["_$!<Home>!$_"], "values": ["1", "2"]}) == (
        Field("TEL", "1", "home"),
        Field("TEL", "2"),
    )
    assert fields(Phone={"labels": 7, "values": [None, {}, "3"]}) == (Field("TEL", "3"),)


def test_a_list_that_claims_more_objects_than_it_has_bytes_is_refused() -> None:
    trailer = struct.pack(">6xBBQQQ", 1, 1, 1 << 40, 0, 8)
    found = only(b"bplist00" + b"\0" * 40 + trailer)
    assert isinstance(found, Defect)
    assert "claims more" in found.reason


@pytest.mark.parametrize(
    "data",
    [
        b"<plist><date>never</date></plist>",
        b"<plist><key>a</key></plist>",
        b'<!DOCTYPE plist [<!ENTITY a "x">]><plist><string>&a;</string></plist>',
        b"<plist>" + b"<array>" * 50_000,
        b"<plist><array/></plist>",
        b"<plist/>" + b" " * LIMIT,
    ],
)
def test_what_is_no_list_of_a_person_is_a_defect(data: bytes) -> None:
    assert isinstance(only(data), Defect)
