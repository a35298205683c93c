"""What came of earlier needs counts for the next one, and says so; private notes speak without their words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app.asking.ask import ask
from maarif.app.home import Home, open_home
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.keep import note
from maarif.app.outreach import begin, close, keep_need, set_step
from maarif.domain.evidence import Evidence
from maarif.domain.needs import Answer, Suggestion
from tests.app import network
from tests.app.network import DAY, ME, NOW

NEED, ALIKE = "who knows about beekeeping and honey?", "some advice on beekeeping, please: how do I harvest honey?"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "home", lambda: NOW) as opened:
        take_in(opened, network.write(tmp_path / "files", ""), [ME[1]])
        yield opened


def claims(evidence: Evidence) -> list[str]:
    return [str(evidence.claim), *(claim for part in evidence.parts for claim in claims(part))]


def of(answer: Answer, name: str) -> Suggestion:
    return next(one for one in answer.suggestions if one.person.name == name)


def test_whoever_helped_gains_and_the_reason_says_so(home: Home) -> None:
    before = of(ask(home, ALIKE, "expert"), "Hanneke Vos").score
    need = keep_need(home, NEED, "expert", NOW - 200 * DAY)
    begin(home, need.id, "Hanneke Vos", NOW - 200 * DAY)
    set_step(home, "Hanneke Vos", "helped", need.id, "lent me her smoker", NOW - 190 * DAY)
    close(home, need.id, "eleven pounds of honey")
    after = of(ask(home, ALIKE, "expert"), "Hanneke Vos")
    assert after.score > before
    assert any("helped you in" in claim and "lent me her smoker" in claim for claim in claims(after.evidence))
    assert not any(
        "helped you" in claim
        for claim in claims(of(ask(home, ALIKE, "expert", on=NOW - 195 * DAY), "Hanneke Vos").evidence)
    ), "the past knows nothing of it"


def test_whoever_is_asked_often_sinks_with_a_caution(home: Home) -> None:
    before = of(ask(home, NEED, "expert"), "Hanneke Vos")
    for number, text in enumerate(("a violin for my niece", "a lift to the port", "somebody to sing alto")):
        need = keep_need(home, text, "favour", NOW - (30 + number) * DAY)
        begin(home, need.id, "Hanneke Vos", NOW - (30 + number) * DAY)
        set_step(home, "Hanneke Vos", "written", need.id, on=NOW - (30 + number) * DAY)
    after = of(ask(home, NEED, "expert"), "Hanneke Vos")
    assert after.score < before.score
    assert any("3 times in the last three months" in caution for caution in after.cautions)


def test_a_private_note_speaks_without_its_words(home: Home) -> None:
    note(home, "Private: Tilda Holm keeps alpacas in secret, behind the barn", NOW - 5 * DAY)
    found = of(ask(home, "who keeps alpacas?", "expert"), "Tilda Holm")
    told = claims(found.evidence)
    assert any("a private note of yours" in claim for claim in told)
    assert not any("barn" in claim for claim in told)


def test_those_who_came_near_are_told_with_what_is_missing(home: Home) -> None:
    answer = ask(home, "who could teach me sword swallowing, fire eating, unicycling and honey?", "expert")
    assert answer.suggestions == () or len(answer.suggestions) < 7
    for near in answer.nearest:
        assert near.missing.startswith("nothing says anything of")
        assert near.person.id not in {one.person.id for one in answer.suggestions}
