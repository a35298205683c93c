"""What is kept of needs, outreaches, dispatches, favours and snoozes comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.domain.outreach import Favour, KeptNeed, OutreachStep
from maarif.domain.posting import Dispatch, Letter
from maarif.store import Store

LAYLA = Handle("email", "layla@mansour.example")
LETTER = Letter("k1@x.example", "", "", LAYLA.value, "", "Water", "Hello\nLayla", "m7@x.example", "m1@x.example")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path)
    yield opened
    opened.close()


def test_a_need_and_its_steps(store: Store) -> None:
    number = store.outreach.keep_need("water", "expert", 100)
    assert store.outreach.need(number) == KeptNeed(number, "water", "expert", 100)
    begun = store.outreach.begin(number, LAYLA)
    assert store.outreach.begin(number, LAYLA) == begun
    steps = (
        OutreachStep("to write", 100, "owner"),
        OutreachStep("written", 110, "owner", Origin("sent from here", "k1@x.example"), "in haste"),
    )
    for step in steps:
        store.outreach.add_step(begun, step)
    (kept,) = store.outreach.all()
    assert kept.steps == steps
    assert kept.stands == "written"
    store.outreach.close_need(number, 200, "found")
    assert store.outreach.needs() == [KeptNeed(number, "water", "expert", 100, 200, "found")]


def test_a_forgotten_need_takes_its_outreaches_but_not_what_was_sent(store: Store) -> None:
    begun = store.outreach.begin(store.outreach.keep_need("water", "expert", 100), LAYLA)
    store.outreach.add_step(begun, OutreachStep("to write", 100, "owner"))
    sent = Dispatch("key", LAYLA, "smtp", LETTER, "sending", 120, begun, "written")
    assert store.dispatches.begin(sent)
    store.outreach.forget_need(1)
    assert store.outreach.all() == []
    assert store.database.number("select count(*) from outreach_step") == 0
    assert store.dispatches.find("key") == replace(sent, outreach=None)


def test_a_dispatch_is_begun_once_unless_it_failed(store: Store) -> None:
    sent = Dispatch("key", LAYLA, "smtp", LETTER, "sending", 120)
    assert store.dispatches.begin(sent)
    for state in ("unsure", "done"):
        assert not store.dispatches.begin(sent)
        store.dispatches.settle("key", state, "said so")  # type: ignore[arg-type]
    store.dispatches.settle("key", "failed", "no line")
    assert store.dispatches.begin(replace(sent, at=130))
    (kept,) = store.dispatches.of_message("k1@x.example")
    assert (kept.state, kept.at, kept.why) == ("sending", 130, "")
    assert kept.letter == LETTER


def test_favours_and_snoozes(store: Store) -> None:
    favour = Favour(0, LAYLA, "given", "an introduction", 50, Origin("mail.mbox", "m7@x.example"), None)
    number = store.favours.keep(favour)
    assert store.favours.all() == [replace(favour, id=number)]
    store.favours.answered(Origin("mail.mbox", "m7@x.example"), "given")
    assert store.favours.all() == []
    assert store.favours.forget(store.favours.keep(replace(favour, confirmed=False, origin=None)))
    store.snoozes.put_off("abc", 100)
    assert store.snoozes.put_off_at(99) == {"abc": 100}
    assert store.snoozes.put_off_at(100) == {}
    assert store.snoozes.take_back("abc")
    assert not store.snoozes.take_back("abc")
