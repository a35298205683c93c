"""The owner decides: questions one at a time, why, splits, and addresses of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app.home import Home
from maarif.app.identity.decide import decisions, different, own_decisions, same, undo
from maarif.app.identity.owner import claim, own_addresses
from maarif.app.identity.review import Review
from maarif.app.identity.splitting import parts_of, split, split_into
from maarif.app.identity.why import why
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.look import find
from maarif.app.refresh import rebuild
from maarif.domain.errors import BadInput
from tests.app.books import Card, write_books, write_card
from tests.app.states import home_at, import_all, who_is_who
from tests.app.worlds import OWNER, Mail, World

THREE: Card = ("Ute Qhaddad", ("a@qhaddad.example", "b@tannhof.example", "c@quandt.example"), "")
#: Two cards of one book may be one human or two.
DOUBTS: tuple[Card, ...] = (
    ("Anna Fenn", ("anna.fenn@gmail.example",), ""),
    ("Anna Fenn", ("fenn.a@quandt.example",), ""),
    ("Björn Ax", ("bjoern.ax@gmail.example",), ""),
    ("Björn Ax", ("ax.b@quandt.example",), ""),
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with home_at(tmp_path / "home") as home:
        one_book = tmp_path / "doubts.vcf"
        one_book.write_text("".join(map(write_card, DOUBTS)), "utf-8")
        take_in(home, [*write_books(tmp_path / "books", (THREE,)), one_book])
        yield home


def _together(home: Home, one: str, other: str) -> bool:
    return find(home, one).id == find(home, other).id


# -- why ------------------------------------------------------------------------------------------------


def test_why_leads_from_one_address_to_another(home: Home) -> None:
    found = why(home, "a@qhaddad.example", "c@quandt.example")
    assert found.are_one
    assert len(found.path) == 1
    evidence = found.path[0].judgement.evidence
    assert evidence.total == sum(part.points for part in evidence.parts) >= found.upper
    assert evidence.parts[0].points < 0, "the prior"


def test_why_shows_the_path_where_two_were_never_united_directly(home: Home) -> None:
    same(home, "c@quandt.example", "anna.fenn@gmail.example")
    found = why(home, "a@qhaddad.example", "anna.fenn@gmail.example")
    assert [link.decision for link in found.path] == [None, 1]
    assert found.path[0].judgement.right.value == "c@quandt.example"
    assert found.direct is not None and found.direct.verdict == "different"
    assert not found.words or found.words[0].decision == 1


def test_why_tells_the_owners_word_and_what_the_rules_say(home: Home) -> None:
    different(home, "a@qhaddad.example", "b@tannhof.example")
    found = why(home, "a@qhaddad.example", "b@tannhof.example")
    assert not found.are_one
    assert [(link.decision, link.judgement.verdict) for link in found.words] == [(1, "different")]
    assert found.direct is not None and found.direct.evidence.total >= found.upper


def test_why_of_one_address_alone_is_no_question(home: Home) -> None:
    with pytest.raises(BadInput):
        why(home, "a@qhaddad.example", "a@qhaddad.example")


# -- split ----------------------------------------------------------------------------------------------


def test_a_split_lasts_and_is_undone_in_one(home: Home, tmp_path: Path) -> None:
    before, old = who_is_who(home), find(home, "a@qhaddad.example").id
    done = split(home, old, ["c@quandt.example"])
    assert [[handle.value for handle in person.handles] for person in done.people] == [
        ["c@quandt.example"], ["a@qhaddad.example", "b@tannhof.example"],
    ]  # fmt: skip
    assert find(home, old).id == old, "an id never dies"
    rebuild(home)
    take_in(home, write_books(tmp_path / "again", (THREE,)))
    assert not _together(home, "a@qhaddad.example", "c@quandt.example")
    assert {number for number, _ in decisions(home)} == {done.decision}
    undo(home, "b2")
    undo(home, f"d{done.decision}")
    assert who_is_who(home) == before


def test_a_split_into_three_parts(home: Home) -> None:
    person = find(home, "a@qhaddad.example")
    done = split_into(home, person, parts_of(person, [1, 2, 3]))
    assert len(done.people) == 3


def test_a_split_of_everything_or_of_a_stranger_is_refused(home: Home) -> None:
    for named in (["a@qhaddad.example", "b@tannhof.example", "c@quandt.example"], ["anna.fenn@gmail.example"], []):
        with pytest.raises(BadInput):
            split(home, "a@qhaddad.example", named)
    assert decisions(home) == []


def test_a_number_is_given_once(home: Home) -> None:
    one = different(home, "a@qhaddad.example", "b@tannhof.example")
    undo(home, f"d{one}")
    assert different(home, "a@qhaddad.example", "b@tannhof.example") == one + 1


# -- review ---------------------------------------------------------------------------------------------


def test_an_answer_is_kept_at_once_and_taken_back(home: Home) -> None:
    sitting = Review(home)
    asked = list(sitting.questions())
    assert {question.left.person.name for question in asked} == {"Anna Fenn", "Björn Ax"}
    number = sitting.answer(asked[0], "different")
    assert [key for key, _ in decisions(home)] == [number]
    assert len(list(sitting.pairs())) == 1, "one answer settles all pairs between two people"
    sitting.take_back(asked[0])
    assert decisions(home) == []
    assert len(list(sitting.pairs())) == 2


def test_what_follows_is_derived_at_the_end_or_by_the_next_command(home: Home) -> None:
    sitting = Review(home)
    question = next(iter(sitting.questions()))
    sitting.answer(question, "different")
    sides = [question.left.handle.value, question.right.handle.value]
    assert home.store.unsettled == "people"
    assert not _together(home, *sides), "the next command settled it"
    other = Review(home)
    other.finish()
    assert home.store.unsettled is None


def test_same_unites_the_two_within_the_sitting(home: Home) -> None:
    sitting = Review(home)
    for question in list(sitting.questions()):
        sitting.answer(question, "same")
    assert list(sitting.pairs()) == []
    sitting.finish()
    assert _together(home, "anna.fenn@gmail.example", "fenn.a@quandt.example")


# -- the owner's own addresses --------------------------------------------------------------------------

WORLD = World(tuple(Mail(n, 0 if n % 2 else 1, (1,) if n % 2 else (0,), 30 - n, 0) for n in range(8)))


def test_own_addresses_are_told_guessed_and_taken_back(tmp_path: Path) -> None:
    with home_at(tmp_path / "home") as home:
        take_in(home, WORLD.write(tmp_path / "files"))
        (guess,) = own_addresses(home)
        assert guess.is_guessed
        (question,) = [one for one in Review(home).questions() if one.right is None]
        assert question.left.handle == guess.handle
        number = claim(home, guess.handle.value, mine=False)
        assert guess.handle not in {one.handle for one in own_addresses(home)}
        rebuild(home)
        assert guess.handle not in {one.handle for one in own_addresses(home)}
        undo(home, f"d{number}")
        assert [one.handle for one in own_addresses(home)] == [guess.handle]
        claim(home, guess.handle.value)
        assert [one.why for one in own_addresses(home)] == ["told"]
        assert [one.verdict for _, one in own_decisions(home)] == ["same"]


def test_what_is_not_mine_is_no_address_of_another_of_mine(tmp_path: Path) -> None:
    card = write_books(tmp_path / "books", (("Nora Lindqvist", (OWNER[1], "family@lindqvist.example"), ""),))
    with home_at(tmp_path / "home") as home:
        import_all(home, [*WORLD.write(tmp_path / "files"), *card])
        assert {one.handle.value for one in own_addresses(home)} == {OWNER[1], "family@lindqvist.example"}
        claim(home, "family@lindqvist.example", mine=False)
        assert {one.handle.value for one in own_addresses(home)} == {OWNER[1]}
        assert find(home, "family@lindqvist.example").handles[0].value == "family@lindqvist.example"
