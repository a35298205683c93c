"""What holds for every home: nothing twice, any order, all can be taken back and derived again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maarif.app.asking.ask import ask
from maarif.app.identity.decide import batches as all_batches
from maarif.app.identity.decide import undo
from maarif.app.knowing.ledger import kept_ties
from maarif.app.refresh import rebuild
from maarif.domain.evidence import Evidence
from tests.app.states import answers, everything, home_at, import_all, index
from tests.app.worlds import NEEDS, World, moment, worlds

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder for one example."""
    folder = Path(tempfile.mkdtemp(prefix="maarif-test-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@few
@given(worlds())
def test_to_import_twice_is_to_import_once(world: World) -> None:
    with workshop() as folder:
        files = world.write(folder / "files")
        with home_at(folder / "home") as home:
            import_all(home, files)
            once = everything(home)
            again = import_all(home, files)
            assert everything(home) == once
            assert again.batch is None
            assert all(report.tally.new == 0 for report in again.files)
            assert all(report.tally.unchanged + report.tally.defects == report.tally.read for report in again.files)


@few
@given(worlds(), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_imports_does_not_matter(world: World, chance: object, together: bool) -> None:
    with workshop() as folder:
        files = world.write(folder / "files")
        shuffled = list(files)
        chance.shuffle(shuffled)  # type: ignore[attr-defined]
        with home_at(folder / "one") as one, home_at(folder / "other") as other:
            import_all(one, files)
            for step in [shuffled] if together else [[file] for file in shuffled]:
                import_all(other, step)
            assert everything(one, without_batches=True) == everything(other, without_batches=True)


@few
@given(worlds(), st.data())
def test_undo_gives_back_the_start(world: World, data: st.DataObject) -> None:
    with workshop() as folder:
        files = world.write(folder / "files")
        cut = data.draw(st.integers(0, len(files)))
        before, after = files[:cut], files[cut:]
        with home_at(folder / "never") as never, home_at(folder / "undone") as undone:
            import_all(never, before)
            import_all(undone, before)
            batch = import_all(undone, after).batch
            if batch is not None:
                undo(undone, str(batch))
            assert everything(undone) == everything(never)


@few
@given(worlds(), st.data())
def test_undo_of_the_first_import_leaves_what_the_second_said(world: World, data: st.DataObject) -> None:
    with workshop() as folder:
        files = world.write(folder / "files")
        cut = data.draw(st.integers(1, len(files)))
        with home_at(folder / "never") as never, home_at(folder / "undone") as undone:
            first = import_all(undone, files[:cut]).batch
            import_all(undone, files[cut:])
            undo(undone, str(first))
            import_all(never, files[cut:])
            assert everything(undone, without_batches=True) == everything(never, without_batches=True)


@few
@given(worlds(), st.data())
def test_to_rebuild_changes_nothing(world: World, data: st.DataObject) -> None:
    with workshop() as folder:
        files = world.write(folder / "files")
        cut = data.draw(st.integers(0, len(files)))
        with home_at(folder / "home") as home:
            import_all(home, files[:cut])
            import_all(home, files[cut:])
            batches = all_batches(home)
            if batches and data.draw(st.booleans()):
                undo(home, str(batches[0].id))
            grown = everything(home)
            rebuild(home)
            assert everything(home) == grown


@few
@given(worlds())
def test_a_lost_index_grows_again(world: World) -> None:
    with workshop() as folder:
        files = world.write(folder / "files")
        with home_at(folder / "home") as home:
            import_all(home, files)
            before = answers(home), index(home)
        shutil.rmtree(folder / "home" / "index")
        with home_at(folder / "home") as home:
            assert (answers(home), index(home)) == before


@few
@given(worlds(), st.sampled_from([None, moment(200), moment(700)]))
def test_a_score_is_the_sum_of_its_reasons(world: World, on: int | None) -> None:
    with workshop() as folder, home_at(folder / "home") as home:
        import_all(home, world.write(folder / "files"))
        for need in NEEDS:
            for suggestion in ask(home, need, limit=20, on=on).suggestions:
                assert suggestion.score == suggestion.evidence.total
                _adds_up(suggestion.evidence)
        for tie in kept_ties(home).values():
            assert abs(tie.strength.total - sum(part.points for part in tie.strength.parts)) < 1e-12
            assert 0 <= tie.strength.total <= 1


def _adds_up(evidence: Evidence) -> None:
    parts = sum(part.total for part in evidence.parts)
    assert abs(evidence.total - evidence.points - parts) < 1e-12
    assert not (evidence.points and evidence.parts), "a reason with parts has no points of its own"
    assert evidence.parts or evidence.claim, "a reason says something"
    for part in evidence.parts:
        _adds_up(part)
