"""What every source must keep to, whoever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.domain.items import Card, Defect, Meeting, Message, Note
from tests.blobs import Bytes
from tests.sources import goldens

_FILES = goldens.inputs()
_NAMES = goldens.source_names()


def _owner(path: Path) -> str:
    return path.relative_to(goldens.FOLDER).parts[0]


def test_golden_folders_belong_to_sources() -> None:
    assert {_owner(path) for path in _FILES} <= set(_NAMES)


@pytest.mark.parametrize("path", _FILES, ids=goldens.name_of)
def test_its_own_source_alone_recognises_a_file(path: Path) -> None:
    blob = goldens.blob(path)
    assert [name for name in _NAMES if goldens.source(name).recognises(blob)] == [_owner(path)]


@pytest.mark.parametrize("path", _FILES, ids=goldens.name_of)
def test_nouns_say_where_they_come_from(path: Path) -> None:
    blob = goldens.blob(path)
    for noun in goldens.nouns(goldens.source(_owner(path)), blob):
        assert isinstance(noun, Card | Message | Meeting | Note | Defect)
        assert noun.origin.source == blob.name
        assert noun.origin.item
        if isinstance(noun, Defect):
            assert noun.reason
            assert noun.kept is None or noun.kept.origin == noun.origin


@pytest.mark.parametrize("path", _FILES, ids=goldens.name_of)
def test_places_within_a_file_are_unique(path: Path) -> None:
    places = [noun.origin.item for noun in goldens.nouns(goldens.source(_owner(path)), goldens.blob(path))]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("path", _FILES, ids=goldens.name_of)
def test_reading_twice_says_the_same(path: Path) -> None:
    reader, blob = goldens.source(_owner(path)), goldens.blob(path)
    once, again = goldens.nouns(reader, blob), goldens.nouns(reader, blob)
    assert list(goldens.lines(once)) == list(goldens.lines(again))


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("data", [b"", b"\n", b"\0" * 64, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8])
def test_nothing_and_noise_are_not_recognised(name: str, data: bytes) -> None:
    assert not goldens.source(name).recognises(Bytes("noise.bin", data))


@st.composite
def _damaged(draw: st.DrawFn, name: str) -> Bytes:
    """A golden input with a few bytes flipped, cut off, put in or doubled."""
    blob = goldens.blob(draw(st.sampled_from(goldens.inputs(name))))
    data = bytearray(blob.data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(1, 200)))
        match draw(st.sampled_from(("flip", "truncate", "insert", "duplicate"))):
            case "flip" if at < len(data):
                data[at] ^= draw(st.integers(1, 255))
            case "truncate":
                del data[at:]
            case "insert":
                data[at:at] = draw(st.binary(min_size=1, max_size=20))
            case _:
                data[at:at] = data[at:end]
    return Bytes(blob.name, bytes(data), blob.others)


@pytest.mark.parametrize("name", _NAMES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damage_never_raises_and_places_stay_unique(name: str, data: st.DataObject) -> None:
    blob = data.draw(_damaged(name))
    found = goldens.nouns(goldens.source(name), blob)
    places = [noun.origin.item for noun in found]
    assert len(places) == len(set(places))
    assert all(noun.origin.source == blob.name for noun in found)
    "\n".join(goldens.lines(found)).encode()  # Lone surrogates, which no file can hold, would raise here.


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damage_never_lets_two_sources_claim_a_file_nor_raise(data: st.DataObject) -> None:
    blob = data.draw(_damaged(data.draw(st.sampled_from(_NAMES))))
    assert len([name for name in _NAMES if goldens.source(name).recognises(blob)]) <= 1
