"""`--on` never sees the future: what came later changes nothing of an earlier answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from maarif.app.asking.ask import ask
from maarif.app.home import Home
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.ledger import kept_ties, ties_at
from maarif.app.knowing.look import people
from maarif.domain.evidence import Evidence
from maarif.domain.items import Origin
from tests.app.states import answers, home_at, import_all, reasons
from tests.app.test_properties import few, workshop
from tests.app.worlds import DAY, NEEDS, NOW, PEOPLE, Mail, World, moment, worlds

#: Days ago of the moment asked about.
THEN = 400
ON = moment(THEN)

EARLIER = worlds(st.integers(THEN + 1, 1500))
LATER = worlds(st.integers(0, THEN), first=1000)
#: Everybody is known by card from the beginning: later items bring nobody new.
ALL_KNOWN = tuple(range(1, len(PEOPLE) + 1))


@settings(few, max_examples=8, suppress_health_check=list(HealthCheck))  # many worlds are passed over
@given(EARLIER, LATER)
def test_an_answer_as_of_then_is_the_one_given_then(earlier: World, later: World) -> None:
    with workshop() as folder:
        before = replace(earlier, cards=ALL_KNOWN).write(folder / "before")
        after = replace(later, cards=()).write(folder / "after")
        with home_at(folder / "short") as short, home_at(folder / "long") as long:
            import_all(short, before)
            import_all(long, [*before, *after])
            assume(short.store.people.all() == long.store.people.all())  # who is who knows no time
            assert answers(long, on=ON) == answers(short, on=ON)
            assert _standing(long) == _standing(short)


def _standing(home: Home) -> Any:
    return {
        person: (reasons(tie.strength), round(tie.peak, 9), tie.state, tie.layer, tie.facets, tie.reciprocity,
                 tie.last_in, tie.last_out, tie.shared_contacts, tie.written, tie.answered, tie.items)
        for person, tie in ties_at(home, ON).items()
    }  # fmt: skip


@few
@given(EARLIER, LATER, st.sampled_from([ON, moment(200), moment(0)]))
def test_no_reason_rests_on_an_item_that_was_not_there_yet(earlier: World, later: World, on: int) -> None:
    with workshop() as folder, home_at(folder / "home") as home:
        import_all(home, [*earlier.write(folder / "before"), *later.write(folder / "after")])
        for need in NEEDS:
            for kind in (None, "recipients"):
                for suggestion in ask(home, need, kind, limit=20, on=on).suggestions:
                    assert all(_at(home, origin) < on for origin in _origins(suggestion.evidence))
        for known in people(home, on=on):
            said = [fact.origin for fact in known.facts] + [context.origin for context in known.contexts]
            assert all(_at(home, origin) < on for origin in said)
            assert known.tie is None or max(known.tie.last_in or 0, known.tie.last_out or 0) < on


def _origins(evidence: Evidence) -> Iterator[Origin]:
    yield from evidence.origins
    for part in evidence.parts:
        yield from _origins(part)


def _at(home: Home, origin: Origin) -> int:
    """When an item was; 0 where it is undated."""
    number = home.store.items.find(origin)
    assert number is not None, f"{origin} leads to no item"
    return home.store.items.bare([number])[number].at or 0


@few
@given(EARLIER)
def test_the_moment_itself_does_not_count(world: World) -> None:
    """Asked at the very second of an item, the item is not there; a second later it is."""
    with workshop() as folder, home_at(folder / "home") as home:
        import_all(home, world.write(folder / "files"))
        last = max(mail.at for mail in world.mails)
        assert all(last not in (tie.last_in, tie.last_out) for tie in ties_at(home, last).values())


def test_a_note_of_the_afternoon_is_not_known_at_noon() -> None:
    """The same day asked about twice, before and after the note that tells of a death."""
    bees = World((Mail(0, 1, (0,), 30, 0), Mail(1, 0, (1,), 29, 0)))
    with workshop() as folder:
        files = bees.write(folder / "files")
        note = folder / "notes.csv"
        note.write_text(
            "at,channel,from,to,text\n2026-04-20T15:00:00Z,note,,"
            "Hanneke Vos <hanneke.vos@waterschap.example>,Hanneke Vos died today.\n"
        )
        with home_at(folder / "home") as home:
            take_in(home, [*files, note], ["nora@lindqvist.example"])
            evening = moment(11) + 6 * 3600
            assert [s.person.name for s in ask(home, NEEDS[0], on=evening).suggestions] == []
            assert [s.person.name for s in ask(home, NEEDS[0], on=moment(11)).suggestions] == ["Hanneke Vos"]
            assert [aside.person.name for aside in ask(home, NEEDS[0], on=evening).set_aside] == ["Hanneke Vos"]


def test_ties_fall_in_silence_though_nothing_is_taken_in() -> None:
    """Asked without a day, ties are those of the day of asking, not of the last import."""
    mails = tuple(Mail(n, n % 2, (1 - n % 2,), 1 + 5 * n, 0) for n in range(60))
    with workshop() as folder:
        with home_at(folder / "home") as home:
            import_all(home, World(mails).write(folder / "files"))
            (tie,) = kept_ties(home).values()
            assert tie.state == "alive"
        later = NOW + 400 * DAY
        with home_at(folder / "home", later) as home:
            (suggestion,) = ask(home, NEEDS[0]).suggestions
            assert suggestion.slot == "dormant"
            assert ask(home, NEEDS[0], on=later).suggestions == (suggestion,)
            (tie,) = kept_ties(home).values()
            assert tie.state == "dormant" and tie.as_of == later
