"""Capture: understood before it is kept, kept once, about whoever is meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app.everybody import people_of
from maarif.app.home import Home, open_home
from maarif.app.identity.decide import undo
from maarif.app.importing.inbox import heap_of, leave, new_heap, take_heap_in
from maarif.app.knowing.capture import Gathering, capture, capture_met, understand_note
from maarif.domain.errors import BadInput

NOW = 1_780_000_000
CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{address}\r\nEND:VCARD\r\n"
    for name, address in (("Sara Haddad", "sara@haddad.example"), ("Sara Lind", "sara@lind.example"))
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A home that knows two Saras."""
    with open_home(tmp_path / "home", clock=lambda: NOW) as opened:
        heap = new_heap(opened.path)
        (heap_of(opened.path, heap) / "cards.vcf").write_text(CARDS, newline="")
        take_heap_in(opened, heap, ["mina@okafor.example"])
        yield opened


def test_a_given_name_alone_could_be_several(home: Home) -> None:
    (sara,) = understand_note(home, "Met Sara at Ali's party. She works at the port.")
    assert sara.name == "Sara"
    assert sara.person is None
    assert {person.name for person in sara.could_be} == {"Sara Haddad", "Sara Lind"}
    assert sara.facts
    assert sara.context is not None


def test_who_is_meant_is_them_and_what_is_said_goes_to_them(home: Home) -> None:
    lind = next(person for person in people_of(home).values() if person.name == "Sara Lind")
    text = "Met Sara at Ali's party. She works at the port."
    found = understand_note(home, text, {"Sara": lind.id})
    assert [one.person for one in found] == [lind]
    capture(home, "abcdefgh", text, NOW - 60, [lind.id])
    assert {person.name for person in people_of(home).values()} == {"Sara Haddad", "Sara Lind"}


def test_a_whole_name_is_whoever_bears_it(home: Home) -> None:
    found = understand_note(home, "Ran along the river with Sara Haddad.")
    assert [one.person.name for one in found if one.person] == ["Sara Haddad"]


def test_nobody_is_named_twice(home: Home) -> None:
    found = understand_note(home, "Met Sara Haddad and Nour Said at Jonas's barbecue. Sara loves chess.")
    assert [(one.name, one.person is not None) for one in found] == [("Sara Haddad", True), ("Nour Said", False)]
    assert ("interest", "chess") in found[0].facts


def test_understanding_changes_nothing(home: Home) -> None:
    before = home.store.browse.counts()
    understand_note(home, "Met Tariq Aziz at the fair.")
    assert home.store.browse.counts() == before


def test_one_key_is_kept_once_and_taken_back_as_any_note(home: Home) -> None:
    before = home.store.items.count()
    first = capture(home, "abcdefgh", "Met Tariq Aziz at the fair.")
    again = capture(home, "abcdefgh", "Met Tariq Aziz at the fair.")
    assert (first.again, again.again) == (False, True)
    assert first.ref == again.ref
    assert home.store.items.count() == before + 1
    undo(home, f"b{first.batch}")
    assert home.store.items.count() == before
    assert capture(home, "abcdefgh", "Met Tariq Aziz at the fair.").again, "what was taken back does not come again"
    assert home.store.items.count() == before


def test_an_event_is_kept_once(home: Home) -> None:
    gathering = Gathering("the fair", ("Nour Said", "Tom Wolf"), "Nour Said runs marathons.", ("Nour Said",))
    assert not capture_met(home, "abcdefgh", gathering).again
    assert capture_met(home, "abcdefgh", gathering).again
    assert {"Nour Said", "Tom Wolf"} <= {person.name for person in people_of(home).values()}


@pytest.mark.parametrize("key", ["", "short", "with spaces in it", "x" * 65, "../../../etc"])
def test_what_has_no_key_is_not_kept(home: Home, key: str) -> None:
    with pytest.raises(BadInput):
        capture(home, key, "Met Tariq Aziz.")


@pytest.mark.parametrize("heap", ["", "..", "../../etc", "not-there-at-all"])
def test_a_heap_is_nowhere_else(home: Home, heap: str) -> None:
    with pytest.raises(BadInput):
        leave(home.path, heap)
