"""What the owner decides holds, whatever is imported, taken back or built again."""

from __future__ import annotations

from pathlib import Path

import pytest

from maarif.app.asking.ask import ask
from maarif.app.home import Home, open_home
from maarif.app.identity.decide import different, mark, same, undo
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.keep import note
from maarif.app.knowing.look import find, show
from maarif.app.refresh import rebuild
from maarif.domain.errors import AmbiguousPerson, BadInput, NoSuchBatch, NoSuchPerson
from tests.app.states import everything, home_at, import_all
from tests.app.worlds import NEEDS, PEOPLE, Mail, World, moment

ONE, OTHER = "hanneke.vos@waterschap.example", "idris@bello.example"
WORLD = World((Mail(0, 1, (0,), 30, 0), Mail(1, 0, (1,), 20, 0), Mail(2, 2, (0,), 10, 1), Mail(3, 0, (2,), 9, 3)))
LATER = World((Mail(4, 1, (0, 2), 5, 4), Mail(5, 0, (2, 1), 4, 5)))


def _together(home: Home, one: str = ONE, other: str = OTHER) -> bool:
    return any({one, other} <= {handle.value for handle in person.handles} for person in home.store.people.all())


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return WORLD.write(tmp_path / "files")


@pytest.fixture
def later(tmp_path: Path) -> list[Path]:
    return LATER.write(tmp_path / "later")


def test_same_holds_through_imports_and_rebuilds(tmp_path: Path, files: list[Path], later: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        import_all(home, files)
        assert not _together(home)
        same(home, ONE, OTHER)
        assert _together(home)
        import_all(home, files)
        assert _together(home)
        import_all(home, later)
        assert _together(home)
        rebuild(home)
        assert _together(home)


def test_undo_of_a_decision_gives_back_the_start(tmp_path: Path, files: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        import_all(home, files)
        start = everything(home)
        decision = same(home, ONE, OTHER)
        assert everything(home) != start
        undo(home, f"d{decision}")
        assert everything(home) == start


def test_merge_then_split_gives_back_the_people(tmp_path: Path, files: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        import_all(home, files)
        start = everything(home)
        same(home, ONE, OTHER)
        different(home, ONE, OTHER)
        assert everything(home) == start


def test_different_holds_against_a_card_that_lists_both(tmp_path: Path, files: list[Path]) -> None:
    card = tmp_path / "both.vcf"
    card.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:Hanneke Vos\nEMAIL:{ONE}\nEMAIL:h.vos@vos.example\nEND:VCARD\n")
    with home_at(tmp_path / "home") as home:
        import_all(home, [*files, card])
        assert _together(home, ONE, "h.vos@vos.example")
        different(home, ONE, "h.vos@vos.example")
        assert not _together(home, ONE, "h.vos@vos.example")
        rebuild(home)
        import_all(home, [card])
        assert not _together(home, ONE, "h.vos@vos.example")


def test_a_decision_waits_for_its_handles_to_come_back(tmp_path: Path, files: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        batch = import_all(home, files).batch
        same(home, ONE, OTHER)
        undo(home, str(batch))
        assert home.store.people.all() == []
        import_all(home, files)
        assert _together(home)


def test_an_old_id_still_leads_to_the_person(tmp_path: Path, files: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        import_all(home, files)
        ids = {find(home, ONE).id, find(home, OTHER).id}
        assert len(ids) == 2
        same(home, ONE, OTHER)
        assert {find(home, old).id for old in ids} == {find(home, ONE).id}


def test_marks_hold_through_imports_rebuilds_and_merges(tmp_path: Path, files: list[Path], later: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        import_all(home, files)
        mark(home, ONE, "never suggest")
        rebuild(home)
        import_all(home, later)
        same(home, ONE, "layla.mansour@mansour.example") if find_quietly(home, PEOPLE[2][1]) else None
        assert [s for s in ask(home, NEEDS[0]).suggestions if s.person.id == find(home, ONE).id] == []
        mark(home, ONE, "never suggest", remove=True)
        assert [s for s in ask(home, NEEDS[0]).suggestions if s.person.id == find(home, ONE).id]


def find_quietly(home: Home, who: str) -> bool:
    """Whether somebody is known at an address."""
    try:
        find(home, who)
    except NoSuchPerson:
        return False
    return True


def test_undo_of_what_is_not_there_changes_nothing(tmp_path: Path, files: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        import_all(home, files)
        start = everything(home)
        for what in ("7", "b7", "d7"):
            with pytest.raises(NoSuchBatch):
                undo(home, what)
        for what in ("", "x1", "1.5", "-1"):
            with pytest.raises(BadInput):
                undo(home, what)
        assert everything(home) == start


def test_undo_of_an_older_import_leaves_a_newer_ones_decisions(
    tmp_path: Path, files: list[Path], later: list[Path]
) -> None:
    with home_at(tmp_path / "home") as home:
        first = import_all(home, files).batch
        import_all(home, later)
        same(home, ONE, OTHER)
        undo(home, f"b{first}")
        assert _together(home)


def test_a_note_names_whoever_it_means_and_can_be_taken_back(tmp_path: Path, files: list[Path]) -> None:
    with home_at(tmp_path / "home") as home:
        import_all(home, files)
        start = everything(home)
        batch, origin = note(home, "Idris Bello knows how to repair violins", moment(3))
        view = show(home, f"{origin.source}#{origin.item}")
        assert view.people == (find(home, OTHER).id,)
        assert [s.person.name for s in ask(home, "who can repair violins?").suggestions] == ["Idris Bello"]
        undo(home, str(batch))
        assert everything(home) == start


def test_a_note_names_nobody_where_two_people_have_that_name(tmp_path: Path) -> None:
    world = World((Mail(0, 1, (0,), 30, 3), Mail(1, 0, (5,), 20, 3)))
    with home_at(tmp_path / "home") as home:
        import_all(home, world.write(tmp_path / "files"))
        different(home, PEOPLE[0][1], PEOPLE[4][1])
        _, origin = note(home, "Hanneke Vos repairs violins", moment(3))
        assert show(home, f"{origin.source}#{origin.item}").people == ()
        with pytest.raises(AmbiguousPerson):
            find(home, "Hanneke Vos")


def test_cards_of_two_files_are_not_of_one_book(tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Wendelin Okonkwo\nEMAIL:{}\nTEL:+49301234567\nEND:VCARD\n"
    for name, address in (("phone.vcf", "w.okonkwo@tannhof.example"), ("old.vcf", "wendelin@webpost.example")):
        (tmp_path / name).write_text(card.format(address), "utf-8")
    with open_home(tmp_path / "home") as home:
        take_in(home, [tmp_path / "phone.vcf", tmp_path / "old.vcf"])
        profiles = home.store.profiles.all()
        books = {key.rpartition("/")[0] for profile in profiles for key in profile.cards}
        assert books == {str(tmp_path / "phone.vcf"), str(tmp_path / "old.vcf")}
        decisions = home.store.decisions
        said = [found.evidence for verdict in ("same", "unsure") for found in decisions.judgements(verdict)]
        assert said
        assert not any("two cards of one" in part.claim for evidence in said for part in evidence.parts)
