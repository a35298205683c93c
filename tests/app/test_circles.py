"""Circles, introductions and overlooked people of a home, and participations kept as columns."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.app.connecting.introductions import best_introducer, introduce
from maarif.app.connecting.overlooked import overlooked
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.identity.decide import mark, undo
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.circles import circle_of_person, circles, settle_circles
from maarif.app.knowing.columns import participations, settle_columns
from maarif.app.knowing.ledger import kept_ties
from maarif.app.knowing.look import find
from maarif.app.refresh import rebuild
from maarif.domain.circles import Circle
from maarif.domain.errors import BadNeed, NoSuchPerson
from tests.app.network import ME, NOW
from tests.app.states import home_at, import_all
from tests.app.test_properties import few, workshop
from tests.app.worlds import DAY, World, worlds

HEAD = "at,channel,from,to,text,thread\n"
NAMES = {
    "ada": "Ada Vos <ada@vos.example>", "ben": "Ben Kok <ben@kok.example>", "cem": "Cem Ak <cem@ak.example>",
    "dina": "Dina Amin <dina@evides.example>", "eva": "سارة حداد <sara@haddad.example>",
}  # fmt: skip


def row(ago: int, channel: str, sender: str, to: list[str], text: str, thread: str = "") -> str:
    """One row of an interactions table, so many days before now."""
    from datetime import UTC, datetime

    at = datetime.fromtimestamp(NOW - ago * DAY, UTC).isoformat()
    written = ";".join(NAMES.get(who, ME[1]) for who in to)
    return f'{at},{channel},{NAMES.get(sender, ME[1])},{written},"{text}",{thread}\n'


CHOIR = "".join(
    row(40 * n + 3, "meeting", "me", ["ada", "ben", "eva"], "rehearsal", "choir-rehearsal") for n in range(6)
)
LETTERS = "".join(
    row(400 + 9 * n, "message", *(("me", ["ada"]) if n % 2 else ("ada", ["me"])), f"the garden library number {n}")
    for n in range(40)
)
LADDERS = row(390, "message", "ada", ["me"], "Ladders to lend, and tools: come and look at my shed.")
BETWEEN = "".join(row(20 + n, "message", "ada", ["me", "dina"], f"the pumps at Evides, part {n}") for n in range(4))
NOTES = """## 2026-04-01

The garden library needs a shed, and ladders to lend. Ladders, a library of tools.

## 2026-04-10

Ben Kok's brother works at the port. The garden library once more, and ladders.
"""


@pytest.fixture
def home(tmp_path: Path) -> Any:
    files = tmp_path / "files"
    files.mkdir()
    (files / "log.csv").write_text(HEAD + CHOIR + LETTERS + LADDERS + BETWEEN, "utf-8")
    (files / "notes.md").write_text(NOTES, "utf-8")
    with home_at(tmp_path / "home", NOW) as opened:
        take_in(opened, [files], [ME[1]])
        yield opened


def named(home: Home, circle: Circle) -> set[str]:
    return {people_of(home)[person].name for person in circle.people}


def test_a_meeting_that_comes_again_is_a_circle_with_its_people_and_items(home: Home) -> None:
    (choir,) = [circle for circle in circles(home) if circle.kind == "meeting"]
    assert choir.name == "choir rehearsal"
    assert named(home, choir) == {"Ada Vos", "Ben Kok", "سارة حداد"}
    assert choir.origins and choir.since is not None and choir.until is not None and choir.since < choir.until
    assert set(circle_of_person(home)) >= set(choir.people)


def test_circles_as_of_then_do_not_see_the_future(home: Home) -> None:
    then = NOW - 100 * DAY
    (choir,) = [circle for circle in circles(home, then) if circle.kind == "meeting"]
    assert choir.until is not None and choir.until < then
    assert [circle for circle in circles(home, NOW - 170 * DAY) if circle.kind == "meeting"] == [], "twice is no habit"


def test_a_circle_keeps_its_id_when_somebody_joins(home: Home, tmp_path: Path) -> None:
    before = {circle.name: circle.id for circle in circles(home)}
    more = tmp_path / "more.csv"
    later = "".join(row(n, "meeting", "me", ["ada", "ben", "eva", "cem"], "r", "choir-rehearsal") for n in (1, 2))
    more.write_text(HEAD + later, "utf-8")
    take_in(home, [more], [ME[1]])
    after = {circle.name: circle for circle in circles(home)}
    assert after["choir rehearsal"].id == before["choir rehearsal"]
    assert "Cem Ak" in named(home, after["choir rehearsal"])


def test_a_way_to_somebody_names_who_knows_them_and_how(home: Home) -> None:
    found = introduce(home, "Dina Amin")
    (way,) = [way for way in found.ways if way.via.name == "Ada Vos"]
    assert (way.provenance, way.inferred) == ("wrote together", True)
    assert way.evidence.parts[0].origins
    assert way.score == pytest.approx(sum(part.total for part in way.evidence.parts))
    assert "Dina Amin" in way.note and "Ada" in way.note
    assert introduce(home, "someone at Evides").ways[0].via.name == "Ada Vos"
    dina = find(home, "Dina Amin").id
    best = best_introducer(home, dina, NOW)
    assert best is not None and best[0] == find(home, "Ada Vos").id


def test_nobody_introduces_who_has_died_or_is_to_be_left_alone(home: Home) -> None:
    mark(home, "Ada Vos", "keep away")
    assert "Ada Vos" not in [way.via.name for way in introduce(home, "Dina Amin").ways]
    assert best_introducer(home, find(home, "Dina Amin").id, NOW) is None


def test_a_way_does_not_see_the_future(home: Home) -> None:
    ways = introduce(home, "Dina Amin", on=NOW - 300 * DAY).ways
    assert not any(way.provenance in ("wrote together", "met together") for way in ways)


def test_whom_nobody_knows_or_tells_of(home: Home) -> None:
    with pytest.raises(NoSuchPerson):
        introduce(home, "Zebulon Quark")
    with pytest.raises(BadNeed):
        introduce(home, " . ")


def test_overlooked_are_those_who_speak_of_what_one_cares_about_and_are_silent(home: Home) -> None:
    found = overlooked(home, on=NOW + 300 * DAY)
    (ada,) = [one for one in found if one.person.name == "Ada Vos"]
    assert {part.claim.split(" ")[0] for part in ada.evidence.parts} >= {"speaks", "you"}
    assert all(part.origins for part in ada.evidence.parts)
    assert ada.score == pytest.approx(sum(part.points for part in ada.evidence.parts))
    mark(home, "Ada Vos", "never suggest")
    assert "Ada Vos" not in [one.person.name for one in overlooked(home, on=NOW + 300 * DAY)]


def test_a_word_of_closeness_sets_a_floor_under_the_tie(home: Home) -> None:
    ben = find(home, "Ben Kok").id
    before = kept_ties(home)[ben].strength.total
    mark(home, "Ben Kok", "close")
    assert kept_ties(home)[ben].strength.total == pytest.approx(0.7) and before < 0.7
    mark(home, "Ben Kok", "close", remove=True)
    assert kept_ties(home)[ben].strength.total == pytest.approx(before)


# -- columns ------------------------------------------------------------------------------------------------------


def rows_of(home: Home) -> list[tuple[int, ...]]:
    return sorted(tuple(map(int, part)) for part in participations(home).tolist())


def anew(home: Home) -> list[tuple[int, ...]]:
    """All participations read from the items themselves."""
    with home.store.database.transaction():
        home.store.database.run("delete from ledger_chunk")
        home.store.database.run("delete from ledger_change")
    return rows_of(home)


@settings(few, max_examples=12)
@given(worlds(), worlds(first=500), st.booleans())
def test_columns_that_followed_are_those_read_anew(one: World, other: World, taken_back: bool) -> None:
    with workshop() as folder, home_at(folder / "home") as home:
        import_all(home, one.write(folder / "one"))
        batch = import_all(home, other.write(folder / "other")).batch
        if taken_back and batch is not None:
            undo(home, str(batch))
        followed = rows_of(home)
        settle_columns(home)
        assert rows_of(home) == followed
        assert anew(home) == followed


def test_columns_are_cut_into_chunks(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maarif.app.knowing.columns.CHUNK", 7)
    whole = anew(home)
    settle_columns(home)
    chunks = home.store.columns.chunks()
    assert len(chunks) > 5 and chunks[-1][1] == home.store.items.last()
    assert all(one[1] + 1 == two[0] for one, two in pairwise(chunks))
    assert rows_of(home) == whole


@settings(few, max_examples=6)
@given(worlds())
def test_circles_do_not_hang_on_when_they_were_derived(world: World) -> None:
    with workshop() as folder, home_at(folder / "home") as home:
        import_all(home, world.write(folder / "files"))
        kept = circles(home)
        settle_circles(home, anew=True)
        home.changed()
        assert circles(home) == kept


def test_a_rebuild_finds_the_same_circles(home: Home) -> None:
    before = {(circle.name, circle.kind, circle.people, circle.why) for circle in circles(home)}
    rebuild(home)
    assert {(circle.name, circle.kind, circle.people, circle.why) for circle in circles(home)} == before


def test_circles_wait_until_enough_is_new(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = home.store.circles.derived()
    monkeypatch.setattr("maarif.app.knowing.circles.NEW_SHARE", 0.9)
    home.store.circles.replace([], *kept)
    settle_circles(home)
    assert home.store.circles.all() == [], "nothing new, and derived a moment ago"
    settle_circles(home, anew=True)
    assert home.store.circles.all()
