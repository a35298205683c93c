"""Newcomers are compared with their blocks only, and the outcome is that of a rebuild."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maarif.app.home import Home, open_home
from maarif.app.identity import identify
from maarif.app.identity.decide import different, same, undo
from maarif.app.importing.take_in import take_in
from maarif.app.refresh import rebuild
from maarif.store import profiles
from maarif.store.registers import Registers
from tests.app.books import PEOPLE, write_books
from tests.app.states import home_at, import_all, who_is_who
from tests.app.test_properties import workshop
from tests.app.worlds import World, worlds

few = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def _remembering(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let even the smallest home be followed piece by piece."""
    monkeypatch.setattr(identify, "FEW", 0)
    monkeypatch.setattr(identify, "_SHARE", 1e9)
    yield


def _register(home: Home) -> object:
    """All that is kept of the register, row by row."""
    rows = home.store.database.rows
    kept = [sorted(rows(f"select * from {table}")) for table in ("known", "met", "weighed")]
    return [*kept, sorted(rows("select * from counted where times > 0")), rows("select * from stirred")]


def _all(home: Home) -> object:
    return who_is_who(home), _register(home)


def _rebuilt(home: Home) -> object:
    rebuild(home)
    return _all(home)


def test_ten_imports_in_ten_orders_give_one_result(tmp_path: Path) -> None:
    files = write_books(tmp_path / "books")
    outcomes = []
    for number in range(10):
        random.Random(number).shuffle(files)
        with home_at(tmp_path / f"home{number}") as home:
            for file in files:
                take_in(home, [file])
            outcomes.append(_all(home))
    assert all(outcome == outcomes[0] for outcome in outcomes)


@few
@given(st.permutations(range(len(PEOPLE))), st.data())
def test_imports_undo_and_decisions_lead_where_a_rebuild_leads(order: list[int], data: st.DataObject) -> None:
    with workshop() as folder, home_at(folder / "home") as home:
        files = write_books(folder / "books")
        taken: list[int] = []
        for number in order[:6]:
            batch = take_in(home, [files[number]]).batch
            taken += [batch] if batch is not None else []
            addresses = [str(handle) for person in home.store.people.all() for handle in person.handles]
            match data.draw(st.integers(0, 4)):
                case 0 if len(addresses) > 1:
                    one, other = data.draw(st.lists(st.sampled_from(addresses), min_size=2, max_size=2, unique=True))
                    data.draw(st.sampled_from([same, different]))(home, one, other)
                case 1 if len(taken) > 1:
                    undo(home, f"b{taken.pop(0)}")
        assert _all(home) == _rebuilt(home)


@few
@given(worlds(), st.integers(0, 3))
def test_mail_taken_in_piece_by_piece_leads_where_a_rebuild_leads(world: World, cut: int) -> None:
    with workshop() as folder, home_at(folder / "home") as home:
        files = world.write(folder / "files")
        import_all(home, files[:cut])
        import_all(home, files[cut:])
        assert _all(home) == _rebuilt(home)


@few
@given(worlds())
def test_the_profiles_of_some_are_those_of_all(world: World) -> None:
    with workshop() as folder, home_at(folder / "home") as home, pytest.MonkeyPatch.context() as patch:
        import_all(home, world.write(folder / "files"))
        for busy in (1000, 3):
            patch.setattr(profiles, "_BUSY", busy)
            everybody = home.store.profiles.all()
            some = [str(profile.handle) for profile in everybody[::2]]
            assert home.store.profiles.of([*some, "email:nobody@nowhere.example"]) == everybody[::2]


def test_who_is_busy_is_known_by_the_latest_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mails = [
        f"From x Mon Jan  1 00:00:00 2024\nFrom: Ute <ute@x.example>\nTo: t{n}@y.example\n"
        f"Date: Mon, {n + 1:02} Jan 2024 10:00:00 +0000\nMessage-ID: <{n}@x.example>\n\nHello {n}\n\n"
        for n in range(9)
    ]
    (tmp_path / "box.mbox").write_text("".join(mails))
    with home_at(tmp_path / "home") as home:
        take_in(home, [tmp_path / "box.mbox"])
        monkeypatch.setattr(profiles, "_BUSY", 4)
        (ute,) = home.store.profiles.of(["email:ute@x.example"])
        assert ute.sent == 4
        assert ute.contacts == {f"email:t{n}@y.example" for n in range(5, 9)}


def test_a_card_says_what_somebody_is_called(tmp_path: Path) -> None:
    with home_at(tmp_path / "home") as home:
        take_in(home, write_books(tmp_path / "books")[:1])
        assert {profile.card_names for profile in home.store.profiles.all()} == {frozenset({"Wendelin Okonkwo"})}


def test_the_ids_of_all_who_changed_are_told(tmp_path: Path) -> None:
    files = write_books(tmp_path / "books")
    with home_at(tmp_path / "home") as home:
        take_in(home, [files[0], files[2]])
        before = {person.id: person for person in home.store.people.all()}
        assert identify.settle_people(home) == set()
        home.store.decisions.decide(*sorted(p.handles[0] for p in before.values())[:2], "same")
        told = identify.settle_people(home)
        after = {person.id: person for person in home.store.people.all()}
        assert told == {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        assert told


def test_cut_off_while_newcomers_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write_books(tmp_path / "books")

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with home_at(tmp_path / "home") as home:
        take_in(home, files[:5])
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(Registers, "keep_mark", cut)
            take_in(home, files[5:])
    with home_at(tmp_path / "home") as home, home_at(tmp_path / "clean") as clean:
        take_in(home, files[5:])
        take_in(clean, files)
        assert _all(home) == _all(clean)


def test_another_model_weighs_everybody_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_home(tmp_path / "home") as home:
        take_in(home, write_books(tmp_path / "books"))
        before = _all(home)
        home.store.database.run("delete from judgement")
        home.store.database.run("delete from weighed")
        identify.settle_people(home)
        assert not home.store.decisions.judgements("same"), "nothing was stirred"
        monkeypatch.setattr("maarif.resolve.model_mark", lambda: "another")
        identify.settle_people(home)
        assert _all(home) == before
