"""Needs and outreaches: kept once, found in imports, corrected by hand, closed with an outcome."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app import outreach
from maarif.app.home import Home, open_home
from maarif.app.importing.take_in import take_in
from maarif.domain.errors import BadInput, BadNeed, NoSuchPerson
from maarif.store.dispatch import Dispatches
from tests.app import letters
from tests.app.letters import DAY, IDRIS, LAYLA, ME, NOW, Said

NEED = "Somebody who knows about water works in Amman"
SAID = [*letters.two_way(LAYLA, 90, 89, 60, 58), *letters.two_way(IDRIS, 20, 19, 9, 8)]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "home", lambda: NOW) as opened:
        take_in(opened, [letters.write(tmp_path / "mail.mbox", SAID)], [ME[1]])
        yield opened


def begun(home: Home, *who: str, ago: int = 7) -> int:
    need = outreach.keep_need(home, NEED, on=NOW - ago * DAY)
    for each in who:
        outreach.begin(home, need.id, each, NOW - ago * DAY)
    return need.id


def stands(home: Home) -> dict[str, str]:
    return {each.name: each.outreach.stands for view in outreach.listed(home) for each in view.outreaches}


def test_a_need_is_kept_once_while_it_is_open(home: Home) -> None:
    one = outreach.keep_need(home, NEED)
    assert outreach.keep_need(home, f"  {NEED.upper()}! ") == one
    outreach.close(home, one.id, "found")
    assert outreach.keep_need(home, NEED).id != one.id
    with pytest.raises(BadNeed):
        outreach.keep_need(home, "?!")


def test_whoever_is_written_to_stands_once_per_need(home: Home) -> None:
    number = begun(home, LAYLA[1])
    again = outreach.begin(home, number, LAYLA[0])
    assert [each.stands for each in home.store.outreach.all()] == ["to write"]
    assert again.handle.value == LAYLA[1]
    with pytest.raises(NoSuchPerson):
        outreach.begin(home, number, "nobody at all")
    with pytest.raises(BadInput):
        outreach.begin(home, 99, LAYLA[1])


def test_what_imports_show_is_found(home: Home, tmp_path: Path) -> None:
    begun(home, LAYLA[1], IDRIS[1], ago=7)
    more = [
        Said(ME, (LAYLA,), 6, "Do you know anybody at the water works in Amman?", id="ask@deltaworks.example"),
        Said(ME, (IDRIS,), 6, "See you on Sunday."),
        Said(LAYLA, (ME,), 4, "Sorry, I can't help.", answers="ask@deltaworks.example"),
    ]
    take_in(home, [letters.write(tmp_path / "more.mbox", more)])
    assert stands(home) == {LAYLA[0]: "answered", IDRIS[0]: "to write"}
    (view,) = outreach.listed(home)
    one = next(each for each in view.outreaches if each.name == LAYLA[0])
    assert [step.by for step in one.outreach.steps] == ["owner", "import", "import"]
    assert one.outreach.steps[1].origin is not None
    assert one.outreach.steps[1].origin.item == "ask@deltaworks.example"
    assert one.sounds_like == "declined"


def test_a_machines_answer_is_none(home: Home, tmp_path: Path) -> None:
    begun(home, LAYLA[1])
    outreach.set_step(home, LAYLA[1], "written", on=NOW - 6 * DAY)
    away = Said(LAYLA, (ME,), 5, "I am away until June.", "Out of office", bulk=True)
    take_in(home, [letters.write(tmp_path / "more.mbox", [away])])
    assert stands(home) == {LAYLA[0]: "written"}


def test_the_owner_corrects_what_was_found(home: Home, tmp_path: Path) -> None:
    begun(home, LAYLA[1])
    outreach.set_step(home, LAYLA[1], "written", on=NOW - 6 * DAY)
    take_in(home, [letters.write(tmp_path / "more.mbox", [Said(LAYLA, (ME,), 4, "Happy Easter to all!")])])
    assert stands(home) == {LAYLA[0]: "answered"}
    outreach.set_step(home, LAYLA[1], "written")
    assert stands(home) == {LAYLA[0]: "written"}
    outreach.set_step(home, LAYLA[1], "helped", note="gave me a name")
    assert stands(home) == {LAYLA[0]: "helped"}


def test_a_step_must_be_one_and_have_its_outreach(home: Home) -> None:
    begun(home, LAYLA[1])
    with pytest.raises(BadInput, match="no step"):
        outreach.set_step(home, LAYLA[1], "converted")
    with pytest.raises(BadInput, match="maarif outreach add"):
        outreach.set_step(home, IDRIS[1], "written")
    other = outreach.keep_need(home, "a piano teacher")
    outreach.begin(home, other.id, LAYLA[1])
    with pytest.raises(BadInput, match="--need"):
        outreach.set_step(home, LAYLA[1], "written")
    assert outreach.set_step(home, LAYLA[1], "written", other.id).need == other.id


def test_closing_asks_for_an_outcome(home: Home) -> None:
    number = begun(home, LAYLA[1])
    assert outreach.listed(home)[0].asks == ""
    outreach.set_step(home, LAYLA[1], "declined")
    assert "What came of it" in outreach.listed(home)[0].asks
    with pytest.raises(BadInput, match="one line"):
        outreach.close(home, number, "  \n ")
    outreach.close(home, number, "I asked\nthe embassy")
    assert outreach.listed(home) == []
    (view,) = outreach.listed(home, closed=True)
    assert view.need.outcome == "I asked the embassy"
    outreach.reopen(home, number)
    assert len(outreach.listed(home)) == 1
    outreach.forget(home, number)
    assert outreach.listed(home, closed=True) == []


def test_one_follow_up_is_proposed_and_then_silence(home: Home, tmp_path: Path) -> None:
    begun(home, LAYLA[1], ago=14)
    outreach.set_step(home, LAYLA[1], "written", on=NOW - 14 * DAY)
    (view,) = outreach.listed(home)
    assert view.outreaches[0].next == "follow up"
    take_in(home, [letters.write(tmp_path / "more.mbox", [Said(ME, (LAYLA,), 1, "One more word about the water.")])])
    (view,) = outreach.listed(home)
    assert view.outreaches[0].next is None


def test_two_addresses_of_one_person_are_one_outreach(home: Home, tmp_path: Path) -> None:
    from maarif.app.identity.decide import same

    begun(home, IDRIS[1])
    outreach.set_step(home, IDRIS[1], "written", on=NOW - 6 * DAY)
    other = ("Idris B.", "idris@work.example")
    take_in(home, [letters.write(tmp_path / "more.mbox", [Said(other, (ME,), 3, "Yes, gladly.")])])
    assert stands(home) == {IDRIS[0]: "written"}
    same(home, IDRIS[1], other[1])
    assert list(stands(home).values()) == ["answered"]


def test_a_dispatch_is_claimed_by_one(home: Home, tmp_path: Path) -> None:
    from maarif.app import sending
    from maarif.app.knowing.look import find
    from maarif.app.sending.carrying import _dispatch
    from maarif.domain.drafts import Draft

    planned = sending.plan(home, Draft(find(home, LAYLA[1]).id, "mail", "en", "Hi", "Hello"), "mailto")
    rows: Dispatches = home.store.dispatches
    assert rows.begin(_dispatch(home, planned))
    assert not rows.begin(_dispatch(home, planned))
    rows.settle(planned.key, "failed", "no line")
    assert rows.begin(_dispatch(home, planned))
    rows.settle(planned.key, "done")
    assert not rows.begin(_dispatch(home, planned))
    assert rows.find(planned.key) is not None
    rows.forget(planned.key)
    assert rows.all() == []


def test_the_owners_own_free_days_count(home: Home) -> None:
    from datetime import date

    from maarif.app.exchange.days import calendar_of

    assert not calendar_of(home, None).is_free(date(2026, 5, 8))
    (home.path / "settings.toml").write_text('[days]\ncountry = "EG"\nfree = [2026-05-05]\n', "utf-8")
    own = calendar_of(home, None)
    assert own.is_free(date(2026, 5, 8))  # a Friday
    assert own.is_free(date(2026, 5, 5))
    (home.path / "settings.toml").write_text("days = 7\nthis is no table", "utf-8")
    assert not calendar_of(home, None).is_free(date(2026, 5, 8))
