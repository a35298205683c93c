"""Give and take as a story, what one could give, and whom one met."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app import outreach
from maarif.app.exchange import giving_and_taking as favours
from maarif.app.exchange.events import met
from maarif.app.exchange.giving import give, wishes
from maarif.app.home import Home, open_home
from maarif.app.identity.decide import different, mark, undo
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.contexts import contexts_of
from maarif.app.knowing.keep import note
from maarif.app.knowing.look import find, person
from maarif.domain.errors import AmbiguousPerson, BadInput
from tests.app import letters
from tests.app.letters import DAY, HANNEKE, IDRIS, LAYLA, ME, NOW, Said

SAID = [
    *letters.two_way(LAYLA, 400, 390, 60, 58),
    *letters.two_way(IDRIS, 300, 290, 20, 19),
    *letters.two_way(HANNEKE, 200, 190, 40, 39),
    Said(LAYLA, (ME,), 300, "Thanks so much for the introduction to the choir!"),
    Said(ME, (LAYLA,), 200, "Danke dir für die Vermittlung der Wohnung!"),
    Said(ME, (IDRIS,), 100, "Thank you for your email."),
    Said(ME, (IDRIS,), 90, "If I can help with the move, just say."),
    Said(IDRIS, (ME,), 15, "By the way, I'm looking for a beekeeping course near Leipzig."),
    Said(HANNEKE, (ME,), 50, "My beekeeping course near Leipzig begins in May, we have eight hives now."),
    Said(
        HANNEKE,
        (ME, IDRIS, LAYLA, ("A", "a@x.example"), ("B", "b@x.example"), ("C", "c@x.example")),
        48,
        "Thanks so much for coming!",
    ),
]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "home", lambda: NOW) as opened:
        take_in(opened, [letters.write(tmp_path / "mail.mbox", SAID)], [ME[1]])
        yield opened


# -- favours ------------------------------------------------------------------------------------------


def test_messages_propose_favours_which_count_after_a_yes(home: Home) -> None:
    (story,) = favours.favours(home, LAYLA[1])
    assert [(line.favour.kind, line.open) for line in story.lines] == [("given", True), ("received", True)]
    layla = find(home, LAYLA[1]).id
    assert favours.given_against_taken(home, layla, NOW) == favours.GivenTaken()
    favours.answer(home, story.lines[0].ref, yes=True)
    favours.answer(home, story.lines[1].ref, yes=False)
    (story,) = favours.favours(home, LAYLA[1])
    assert [(line.favour.kind, line.open) for line in story.lines] == [("given", False)]
    assert favours.given_against_taken(home, layla, NOW) == favours.GivenTaken(given=1)
    assert favours.given_against_taken(home, layla, NOW - 301 * DAY) == favours.GivenTaken()


def test_an_answer_may_be_changed(home: Home) -> None:
    (line, _) = favours.favours(home, LAYLA[1])[0].lines
    for yes in (True, False, True):
        favours.answer(home, line.ref, yes)
    assert [each.confirmed for each in home.store.favours.all()] == [True]


def test_courtesy_and_crowds_propose_nothing(home: Home) -> None:
    stories = {story.name: [line.favour.kind for line in story.lines] for story in favours.favours(home)}
    assert stories == {LAYLA[0]: ["given", "received"], IDRIS[0]: ["offered"]}


def test_notes_tell_of_favours(home: Home) -> None:
    _, origin = note(home, "Idris Bello helped me carry the piano.", NOW - DAY)
    (story,) = favours.favours(home, IDRIS[1])
    (line,) = [line for line in story.lines if line.favour.origin == origin]
    assert line.favour.kind == "received"
    favours.answer(home, line.ref, yes=True)
    assert favours.given_against_taken(home, find(home, IDRIS[1]).id, NOW).received == 1


def test_a_favour_written_down_by_hand(home: Home) -> None:
    favours.add(home, IDRIS[1], "given", "drove him to the station", NOW - 5 * DAY)
    (story,) = favours.favours(home, IDRIS[1])
    assert story.lines[-1].says == "April 2026: you helped them: drove him to the station"
    with pytest.raises(BadInput):
        favours.add(home, IDRIS[1], "owed", "five euros")
    with pytest.raises(BadInput):
        favours.add(home, IDRIS[1], "given", " ")
    with pytest.raises(BadInput):
        favours.answer(home, "i1", yes=True)


def test_what_was_asked_lately_weighs(home: Home) -> None:
    layla = find(home, LAYLA[1]).id
    for number, ago in enumerate((200, 60, 30, 5)):
        need = outreach.keep_need(home, f"need number {number} of tea", on=NOW - ago * DAY)
        outreach.begin(home, need.id, LAYLA[1], NOW - ago * DAY)
        outreach.set_step(home, LAYLA[1], "written", need.id, on=NOW - ago * DAY)
    assert favours.load(home, layla, NOW) == 3
    assert favours.load(home, layla, NOW - 40 * DAY) == 1
    assert favours.load(home, find(home, IDRIS[1]).id, NOW) == 0
    assert favours.given_against_taken(home, layla, NOW).asked == 4


# -- give ---------------------------------------------------------------------------------------------


def test_a_wish_is_met_by_an_introduction(home: Home) -> None:
    gifts = give(home)
    (gift,) = [gift for gift in gifts if gift.helper is not None]
    assert gift.name == IDRIS[0]
    assert gift.helper is not None
    assert gift.helper.name == HANNEKE[0]
    assert "beekeeping course" in gift.says
    assert gift.origin.source.endswith("mail.mbox")
    assert all(reason.origins for reason in gift.reasons)


def test_a_wish_is_met_by_what_the_owner_has(home: Home) -> None:
    note(home, "I have two beekeeping frames and a smoker to give away near Leipzig.", NOW - 30 * DAY)
    own = [gift for gift in give(home) if gift.helper is None]
    assert [gift.name for gift in own] == [IDRIS[0]]
    assert own[0].reasons[0].origins


def test_old_wishes_and_people_who_know_each_other_are_left_alone(home: Home, tmp_path: Path) -> None:
    assert wishes(home, NOW - 20 * DAY) == ()
    together = Said(HANNEKE, (ME, IDRIS), 10, "Idris, come along on Sunday.")
    take_in(home, [letters.write(tmp_path / "more.mbox", [together])])
    assert [gift for gift in give(home) if gift.helper is not None and gift.helper.name == HANNEKE[0]] == []


def test_nobody_who_is_kept_away_is_given_anything(home: Home) -> None:
    mark(home, IDRIS[1], "keep away")
    assert give(home) == []


def test_a_wish_in_a_note_is_that_of_whom_it_names(home: Home) -> None:
    note(home, "Hanneke Vos is looking for a piano teacher.", NOW - 3 * DAY)
    (wish,) = [wish for wish in wishes(home, NOW) if wish.person == find(home, HANNEKE[1]).id]
    assert "piano teacher" in wish.sentence


# -- met ----------------------------------------------------------------------------------------------


def test_whom_one_met_is_kept_known_or_new(home: Home) -> None:
    kept = met(
        home, "Jonas's barbecue", ["Nour Said", IDRIS[1], "Tom"], NOW - DAY, "Nour keeps bees.", again=["Nour Said"]
    )
    assert kept.new == ("Nour Said", "Tom")
    contexts = contexts_of(home, NOW)
    for name in ("Nour Said", IDRIS[0], "Tom"):
        who = find(home, name)
        assert ("event", "Jonas's barbecue") in {(context.kind, context.label) for context in contexts[who.id]}
    idris = person(home, IDRIS[1])
    assert idris.tie is not None
    assert kept.again is not None
    (view,) = outreach.listed(home)
    assert [(each.name, each.outreach.stands) for each in view.outreaches] == [("Nour Said", "to write")]
    undo(home, str(kept.batch))
    assert "Jonas's barbecue" not in str(contexts_of(home, NOW).get(idris.person.id))


def test_a_first_name_is_somebody_new_unless_it_is_all_that_is_known(home: Home) -> None:
    kept = met(home, "the fair", ["Idris"], NOW - DAY)
    assert kept.new == ("Idris",)
    again = met(home, "the concert", ["Idris"], NOW)
    assert again.new == ()


def test_a_name_of_two_people_is_asked_about(home: Home, tmp_path: Path) -> None:
    saras = [("Sara Haddad", "sara@one.example"), ("Sara Haddad", "sara@two.example")]
    twins = [said for sara in saras for said in letters.two_way(sara, 9, 8)]
    take_in(home, [letters.write(tmp_path / "more.mbox", twins)])
    different(home, saras[0][1], saras[1][1])
    before = home.store.items.count()
    with pytest.raises(AmbiguousPerson, match=r"sara@one\.example"):
        met(home, "the fair", ["Sara Haddad"], NOW)
    assert home.store.items.count() == before
    assert met(home, "the fair", ["sara@one.example"], NOW).new == ()


@pytest.mark.parametrize(("event", "names"), [("", ["Nour"]), ("the fair", []), ("the fair", [" "])])
def test_an_event_needs_a_name_and_people(home: Home, event: str, names: list[str]) -> None:
    with pytest.raises(BadInput, match="maarif met"):
        met(home, event, names)
