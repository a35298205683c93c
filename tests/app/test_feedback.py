"""What the owner says of an answer changes later answers to needs like it, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app.asking.ask import ask
from maarif.app.asking.feedback import all_feedback, feedback, take_back
from maarif.app.asking.last_answer import placed, remember
from maarif.app.home import Home, open_home
from maarif.app.importing.take_in import take_in
from maarif.domain.errors import BadInput
from maarif.domain.evidence import Evidence
from maarif.domain.items import Origin
from tests.app import network
from tests.app.network import ME, NOW

NEED, ALIKE, OTHER = (
    "who knows about beekeeping and honey?",
    "I would like advice on beekeeping: how do I get honey?",
    "who can repair my violin?",
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "home", lambda: NOW) as opened:
        take_in(opened, network.write(tmp_path / "files", ""), [ME[1]])
        opened.clock = lambda: NOW + 60
        yield opened


def test_not_this_person_sets_aside_for_needs_alike_only(home: Home) -> None:
    first = ask(home, NEED).suggestions[0].person
    number = feedback(home, NEED, None, first.id, "not this person")
    home.clock = lambda: NOW + 120
    again = ask(home, ALIKE, kind="expert")
    assert first.id not in {one.person.id for one in again.suggestions}
    assert any(each.person.id == first.id and "not for a need like this" in each.reason for each in again.set_aside)
    assert {one.person.id for one in ask(home, OTHER).suggestions}
    take_back(home, number)
    assert ask(home, ALIKE, kind="expert").suggestions[0].person.id == first.id


def test_good_adds_points_and_says_so(home: Home) -> None:
    before = {one.person.id: one for one in ask(home, NEED).suggestions}
    last = list(before)[-1]
    feedback(home, NEED, None, last, "good")
    home.clock = lambda: NOW + 120
    after = {one.person.id: one for one in ask(home, NEED).suggestions}
    assert after[last].score > before[last].score
    assert any("right for such a need" in part.claim for part in after[last].evidence.parts)


def test_a_wrong_reason_speaks_no_more(home: Home) -> None:
    best = ask(home, NEED).suggestions[0]
    wrong = next(iter(_origins(best.evidence)))
    feedback(home, NEED, None, best.person.id, "wrong reason", f"{wrong.source}#{wrong.item}")
    home.clock = lambda: NOW + 120
    for one in ask(home, NEED).suggestions:
        if one.person.id == best.person.id:
            assert wrong not in _origins(one.evidence)


def test_the_past_knows_nothing_of_it(home: Home) -> None:
    first = ask(home, NEED).suggestions[0].person
    feedback(home, NEED, None, first.id, "not this person")
    assert ask(home, NEED, on=NOW).suggestions[0].person.id == first.id


def test_what_cannot_be_said(home: Home) -> None:
    first = ask(home, NEED).suggestions[0].person
    with pytest.raises(BadInput, match="good, not this person, wrong reason"):
        feedback(home, NEED, None, first.id, "great")
    with pytest.raises(BadInput, match="Which reason"):
        feedback(home, NEED, None, first.id, "wrong reason")
    with pytest.raises(BadInput, match="number 7"):
        take_back(home, 7)
    assert all_feedback(home) == []


def test_places_of_the_last_answer(home: Home) -> None:
    with pytest.raises(BadInput, match="Nothing has been asked"):
        placed(home, "1")
    answer = ask(home, NEED)
    remember(home, answer)
    found = placed(home, "1")
    assert found is not None
    assert (found[0].text, found[1]) == (NEED, answer.suggestions[0].person.id)
    assert placed(home, "Hanneke") is None
    with pytest.raises(BadInput, match="there is no 99"):
        placed(home, "99")


def _origins(evidence: Evidence) -> set[Origin]:
    return set(evidence.origins).union(*map(_origins, evidence.parts))
