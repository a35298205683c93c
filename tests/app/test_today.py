"""Today: at most three, each with its reason, from what is known and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from maarif.app import outreach
from maarif.app import today as app
from maarif.app.exchange.events import met
from maarif.app.home import Home, open_home
from maarif.app.identity.decide import mark
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.keep import note
from maarif.domain.errors import BadInput
from maarif.domain.reminders import Reminder
from tests.app import letters
from tests.app.letters import DAY, HANNEKE, IDRIS, LAYLA, ME, NOW, Said

Make = Callable[..., Home]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A home of letters, cards and calendar entries."""

    def made(said: Sequence[Said] = (), **files: str) -> Home:
        home = open_home(tmp_path / "home", lambda: NOW)
        paths = [letters.write(tmp_path / "mail.mbox", said)] if said else []
        for name, text in files.items():
            path = tmp_path / name.replace("_", ".")
            path.write_text(text, "utf-8")
            paths.append(path)
        take_in(home, paths, [ME[1]])
        return home

    return made


CLOSE = [*letters.two_way(LAYLA, *range(1, 700, 5)), *letters.two_way(IDRIS, *range(2, 400, 9))]


def card(who: tuple[str, str], **fields: str) -> str:
    rest = "".join(f"{name}:{value}\r\n" for name, value in fields.items())
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{who[0]}\r\nEMAIL:{who[1]}\r\n{rest}END:VCARD\r\n"


def calendar(*entries: tuple[float, str, Sequence[tuple[str, str]]]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN"]
    for number, (ahead, title, people) in enumerate(entries):
        at = datetime.fromtimestamp(NOW, UTC) + timedelta(days=ahead)
        lines += ["BEGIN:VEVENT", f"UID:e{number}@x.example", f"DTSTART:{at:%Y%m%dT%H%M%SZ}", f"SUMMARY:{title}"]
        lines += [f"ATTENDEE;CN={name}:mailto:{address}" for name, address in people]
        lines += ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def of(found: Sequence[Reminder], occasion: str) -> list[Reminder]:
    return [each for each in found if each.occasion == occasion]


def test_nothing_is_a_good_answer(make: Make) -> None:
    with make([Said(LAYLA, (ME,), 1, "Hello")]) as home:
        assert app.today(home) == ()


def test_birthdays_of_the_close_on_their_day(make: Make) -> None:
    stranger = ("Otto Brandt", "otto@web.example")
    cards = card(LAYLA, BDAY="1985-05-05") + card(stranger, BDAY="1980-05-05") + card(IDRIS, BDAY="--0507")
    with make(CLOSE, cards_vcf=cards) as home:
        (one,) = of(app.today(home), "birthday")
        assert LAYLA[0] in one.says
        assert one.origins[0].source.endswith("cards.vcf")
        assert {each.people for each in app.week(home).dated} == {
            one.people,
            of(app.today(home, NOW + 2 * DAY), "birthday")[0].people,
        }
        assert app.feed_of(home).count("SUMMARY:It is") == 2
        mark(home, LAYLA[1], "deceased")
        assert of(app.today(home), "birthday") == []


def test_whoever_was_congratulated_is_not_spoken_of(make: Make) -> None:
    said = [*CLOSE, Said(ME, (LAYLA,), 0.1, "Happy birthday!")]
    with make(said, cards_vcf=card(LAYLA, BDAY="1985-05-05")) as home:
        assert of(app.today(home), "birthday") == []


def test_promises_that_nothing_shows_to_be_kept(make: Make) -> None:
    said = [
        *CLOSE,
        Said(ME, (IDRIS,), 6, "I'll send you the beekeeping recipe."),
        Said(ME, (IDRIS,), 90, "I'll bring you the old chair."),
    ]
    with make(said) as home:
        (one,) = of(app.today(home), "promise")
        assert "beekeeping recipe" in one.says
        assert one.origins


@pytest.mark.parametrize(
    "later",
    [
        Said(ME, (IDRIS,), 3, "The recipe for you: honey and flour."),
        Said(ME, (IDRIS,), 3, "As promised!"),
        Said(IDRIS, (ME,), 3, "Thank you for the recipe!"),
    ],
    ids=["spoken of", "handed over", "thanked for"],
)
def test_a_promise_that_was_kept_is_not_spoken_of(make: Make, later: Said) -> None:
    with make([*letters.two_way(IDRIS, 50, 49), Said(ME, (IDRIS,), 6, "I'll send you the recipe."), later]) as home:
        assert of(app.today(home), "promise") == []


@pytest.mark.parametrize(
    "later",
    [
        Said(IDRIS, (ME,), 3, "Did you find the recipe?"),
        Said(ME, (IDRIS,), 3, "I'll send you the recipe on Friday, promised."),
        Said(ME, (IDRIS,), 3, "See you on Sunday."),
    ],
    ids=["asked for", "promised again", "something else"],
)
def test_a_promise_that_was_not_kept_is(make: Make, later: Said) -> None:
    with make([*letters.two_way(IDRIS, 50, 49), Said(ME, (IDRIS,), 6, "I'll send you the recipe."), later]) as home:
        assert len(of(app.today(home), "promise")) == 1


def test_a_trip_names_the_friends_who_live_there(make: Make) -> None:
    cards = card(LAYLA, ADR=";;Rainbow St 1;Amman;;;Jordan") + card(IDRIS, ADR=";;Markt 1;Leipzig;;;Germany")
    with make(CLOSE, cards_vcf=cards, plans_ics=calendar((7, "Conference in Amman", ()))) as home:
        (one,) = of(app.today(home), "trip")
        assert "Amman" in one.says
        assert LAYLA[0] in one.says
        assert IDRIS[0] not in one.says
        assert len(one.origins) == 2


def test_the_owners_own_city_is_no_trip(make: Make) -> None:
    cards = card(LAYLA, ADR=";;Rainbow St 1;Amman;;;Jordan")
    lately = [(-number, "Meeting in Amman", ()) for number in range(1, 6)]
    with make(CLOSE, cards_vcf=cards, plans_ics=calendar((7, "Dinner in Amman", ()), *lately)) as home:
        assert of(app.today(home), "trip") == []


def test_the_day_before_an_event_what_somebody_looks_for(make: Make) -> None:
    said = [*CLOSE, Said(IDRIS, (ME,), 20, "By the way, I'm looking for a flat near the river.")]
    with make(said, plans_ics=calendar((1, "Choir", (IDRIS, ME)), (5, "Choir", (IDRIS, ME)))) as home:
        (one,) = of(app.today(home), "event")
        assert "Choir" in one.says
        assert "flat near the river" in one.says


def test_the_close_who_drift_out_of_sight(make: Make) -> None:
    said = [*letters.two_way(LAYLA, *range(120, 900, 3)), *letters.two_way(IDRIS, *range(1, 400, 9))]
    with make(said) as home:
        (one,) = of(app.today(home), "drifting")
        assert LAYLA[0] in one.says
    with make([], diary_csv=f"at,channel,from,to,text,thread\n{_iso(2)},call,{ME[1]},{LAYLA[1]},,\n") as home:
        assert of(app.today(home), "drifting") == []


def _iso(ago: float) -> str:
    return datetime.fromtimestamp(NOW - ago * DAY, UTC).isoformat()


def test_at_most_three_and_one_for_a_whole_party(make: Make) -> None:
    guests = [f"Guest Number{chr(65 + number)}" for number in range(20)]
    cards = "".join(card((f"Friend {n}", f"f{n}@x.example"), BDAY="1990-05-05") for n in range(8))
    friends = [said for n in range(8) for said in letters.two_way((f"Friend {n}", f"f{n}@x.example"), *range(1, 60, 4))]
    with make(friends, cards_vcf=cards) as home:
        met(home, "Jonas's barbecue", guests, NOW - DAY, again=guests)
        found = app.today(home)
        assert len(found) <= 3
        assert len(of(found, "see again")) == 1


def test_what_is_put_off_comes_back(make: Make, tmp_path: Path) -> None:
    with make(CLOSE, cards_vcf=card(LAYLA, BDAY="1985-05-05")) as home:
        (one,) = of(app.today(home), "birthday")
        app.put_off(home, one.key, 3)
        assert of(app.today(home), "birthday") == []
        with pytest.raises(BadInput):
            app.put_off(home, "nothing", 3)
        with pytest.raises(BadInput):
            app.put_off(home, one.key, 0)
        home.store.snoozes.take_back(one.key)
        assert of(app.today(home), "birthday")


def test_a_snooze_ends(make: Make, tmp_path: Path) -> None:
    with make([*letters.two_way(LAYLA, *range(120, 900, 3)), *letters.two_way(IDRIS, *range(1, 400, 9))]) as home:
        (one,) = of(app.today(home), "drifting")
        app.put_off(home, one.key, 3)
        assert of(app.today(home), "drifting") == []
    with open_home(tmp_path / "home", lambda: NOW + 4 * DAY) as later:
        assert of(app.today(later), "drifting")


def test_follow_ups_are_among_them(make: Make) -> None:
    with make(CLOSE) as home:
        need = outreach.keep_need(home, "a piano teacher", on=NOW - 20 * DAY)
        outreach.begin(home, need.id, IDRIS[1], NOW - 20 * DAY)
        outreach.set_step(home, IDRIS[1], "written", on=NOW - 1 * DAY)
        assert of(app.today(home), "follow up") == []
        outreach.set_step(home, IDRIS[1], "helped")
        (one,) = of(app.today(home), "thank")
        assert "piano teacher" in one.says


def test_keep_away_is_kept_away_from_everything(make: Make) -> None:
    said = [*CLOSE, Said(ME, (IDRIS,), 6, "I'll send you the recipe.")]
    with make(said) as home:
        mark(home, IDRIS[1], "keep away")
        assert not [each for each in app.week(home).undated if IDRIS[0] in each.says]


def test_a_feed_is_a_calendar(make: Make) -> None:
    with make(CLOSE, cards_vcf=card(HANNEKE, BDAY="1985-05-05") + card(LAYLA, BDAY="1985-02-29")) as home:
        note(home, "nothing")
        text = app.feed_of(home)
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20270228" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == text.count("BEGIN:VEVENT")
