"""Who is named for a need, in which order, and who never is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maarif.app.asking.ask import ask
from maarif.app.home import Home, open_home
from maarif.app.identity.decide import mark
from maarif.app.importing.take_in import take_in
from maarif.domain.errors import BadNeed
from maarif.domain.needs import Answer
from maarif.rank.slots import Contender, choose
from tests.app import network
from tests.app.network import ME, NOTES, NOW, PEOPLE

KEYS = {name: key for key, (name, _) in PEOPLE.items()}


def _home(folder: Path, notes: str = "") -> Home:
    home = open_home(folder / "home", lambda: NOW)
    take_in(home, network.write(folder / "files", notes), [ME[1]])
    return home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    with _home(tmp_path_factory.mktemp("network")) as opened:
        yield opened


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    with _home(tmp_path_factory.mktemp("noted"), NOTES) as opened:
        yield opened


def named(answer: Answer) -> list[str]:
    """The suggested, by their keys, in order."""
    return [KEYS[suggestion.person.name] for suggestion in answer.suggestions]


def aside(answer: Answer) -> dict[str, str]:
    """Who was set aside, and why."""
    return {KEYS.get(one.person.name, one.person.name): one.reason for one in answer.set_aside}


#: need, who stands before whom ("" for: is not named at all), because
ORDER = (
    ("who knows about beekeeping and honey?", "hanneke", "idris", "she keeps bees, he runs"),
    ("who knows about beekeeping and honey?", "tilda", "rosa", "a hive is no violin"),
    ("who can repair my violin?", "rosa", "layla", "she repaired it"),
    ("who can repair my violin?", "rosa", "hanneke", "a close friend without a word of it"),
    ("question about my tax return as a freelancer", "paula", "mina", "a tax adviser"),
    ("question about my tax return as a freelancer", "paula", "idris", "however often he writes"),
    ("who knows a publishing house for a book about rivers?", "mina", "paula", "she prints books"),
    ("who knows a publishing house for a book about rivers?", "mina", "layla", "however close"),
    (
        "I am looking for a new job, something with drinking water",
        "idris",
        "rosa",
        "his cousin at the pumping stations",
    ),
    (
        "I am looking for a new job, something with drinking water",
        "hanneke",
        "paula",
        "her husband has the post",
    ),
    (
        "I am looking for a new job, something with drinking water",
        "hanneke",
        "greta",
        "not where Nora works now",
    ),
    (
        "I am looking for a new job, something with drinking water",
        "idris",
        "bram",
        "not where Nora works now",
    ),
    ("I need to talk over a difficult colleague, Bram Kok", "layla", "greta", "Greta sits beside him"),
    ("I need to talk over a difficult colleague, Bram Kok", "layla", "victor", "he leads"),
    ("I need to talk over a difficult colleague, Bram Kok", "layla", "bram", "it is about him"),
    ("Who wants to go running on Sunday morning along the dyke?", "idris", "rosa", "he runs"),
    ("Who wants to go running on Sunday morning along the dyke?", "idris", "otto", "he gardens"),
    ("Wer kennt sich mit Bienen und Honig aus?", "otto", "paula", "ein Imker"),
    ("Wer kann mir einen Anhänger für den Umzug ausleihen?", "otto", "mina", "er hat ihn angeboten"),
    ("من يعرف عن تربية النحل؟", "layla", "samir", "the bees are hers"),
    ("من يعمل في مجال المياه والصرف الصحي؟", "samir", "layla", "the water is his"),
    ("who paints boats orange?", "idris", "hanneke", "his boat"),
    ("I need a mediator, who has advice?", "layla", "victor", "one helped her"),
)


@pytest.mark.parametrize(("need", "better", "worse", "because"), ORDER, ids=[f"{r[1]}>{r[2]}: {r[3]}" for r in ORDER])
def test_the_order(home: Home, need: str, better: str, worse: str, because: str) -> None:
    order = named(ask(home, need, limit=12))
    assert better in order, because
    assert worse not in order or order.index(better) < order.index(worse), because


@pytest.mark.parametrize(
    "need",
    [
        "who has climbed Kilimanjaro?",
        "who knows about volcanology?",
        "Wer spielt Alphorn?",
        "من يعزف على العود؟",
    ],
)
def test_nobody_where_nobody_fits(home: Home, need: str) -> None:
    assert ask(home, need).suggestions == ()


def test_nothing_asked_is_said_so(home: Home) -> None:
    for text in ("", "  ", "?!"):
        with pytest.raises(BadNeed):
            ask(home, text)
    with pytest.raises(BadNeed, match="no kind"):
        ask(home, "bees", "riches")


# -- gates ---------------------------------------------------------------------------------------------------

BEES = "who knows about beekeeping and honey?"


@pytest.mark.parametrize(
    ("word", "reason"),
    [("never suggest", "asked never"), ("deceased", "died"), ("keep away", "keep away")],
)
def test_a_mark_keeps_out_whatever_speaks_for_them(home: Home, word: str, reason: str) -> None:
    mark(home, "Hanneke Vos", word)
    try:
        for limit in (1, 7, 50):
            answer = ask(home, BEES, limit=limit)
            assert "hanneke" not in named(answer)
            assert reason in aside(answer)["hanneke"]
    finally:
        mark(home, "Hanneke Vos", word, remove=True)
    assert "hanneke" in named(ask(home, BEES))


def test_the_mark_close_keeps_nobody_out(home: Home) -> None:
    mark(home, "Hanneke Vos", "close")
    assert "hanneke" in named(ask(home, BEES))
    mark(home, "Hanneke Vos", "close", remove=True)


def test_a_note_keeps_out_the_dead_and_those_to_keep_away_from(home: Home, noted: Home) -> None:
    assert "tilda" in named(ask(home, BEES, limit=12))
    answer = ask(noted, BEES, limit=12)
    assert "tilda" not in named(answer)
    assert aside(answer)["tilda"] == "has died"
    answer = ask(noted, "Wer kennt sich mit Bienen und Honig aus?", limit=12)
    assert "otto" not in named(answer)
    assert "keep away" in aside(answer)["otto"]


def test_a_note_keeps_out_nobody_before_it_was_written(noted: Home) -> None:
    assert "tilda" in named(ask(noted, BEES, limit=12, on=NOW - 300 * 86_400))


JOB = "I am looking for a new job, something with drinking water"


def test_a_job_hunt_stays_hidden_where_one_works(home: Home) -> None:
    answer = ask(home, JOB, limit=50)
    assert not {"greta", "bram", "victor"} & set(named(answer))
    assert "works where you work now" in aside(answer)["greta"]
    assert "greta" in named(ask(home, "drinking water vacancy at the port", "expert", limit=50))


CONFIDE = "I need to talk over a difficult colleague, Bram Kok"


def test_a_confidant_is_not_entangled(home: Home) -> None:
    answer = ask(home, CONFIDE, limit=50)
    assert answer.need.kind == "confide"
    assert not {"bram", "greta", "victor"} & set(named(answer))
    assert {"greta", "victor"} <= aside(answer).keys()


def test_the_boss_is_no_confidant_though_nobody_is_named(home: Home) -> None:
    answer = ask(home, "I need to talk over a difficult colleague", limit=50)
    assert "victor" not in named(answer)
    assert "decides over people" in aside(answer)["victor"]


def test_nobody_is_both_suggested_and_set_aside(home: Home, noted: Home) -> None:
    for need in {row[0] for row in ORDER}:
        for one in (home, noted):
            answer = ask(one, need, limit=50)
            assert not set(named(answer)) & aside(answer).keys()
            assert len(set(named(answer))) == len(answer.suggestions)


# -- slots and cautions --------------------------------------------------------------------------------------


def test_the_dormant_are_shown_as_such_with_a_caution(home: Home) -> None:
    (hanneke,) = [s for s in ask(home, JOB).suggestions if s.person.name == "Hanneke Vos"]
    assert hanneke.slot == "dormant"
    assert hanneke.cautions


def test_fewer_where_fewer_are_wanted(home: Home) -> None:
    full = named(ask(home, BEES, limit=12))
    assert len(full) > 2
    assert len(ask(home, BEES, limit=2).suggestions) == 2
    assert ask(home, BEES, limit=0).suggestions == ()


def _contender(number: int, score: float, **kind: bool) -> Contender:
    what = {"recent": False, "dormant": False, "beyond_work": False} | kind
    return Contender(f"p{number:02}", score, what["recent"], what["dormant"], what["beyond_work"])


def test_the_seven_keep_places_for_the_dormant_and_those_beyond_work() -> None:
    best = [_contender(n, 10 - n / 100, recent=True) for n in range(12)]
    asleep = [_contender(20 + n, 6 - n / 100, dormant=True) for n in range(3)]
    beyond = [_contender(30 + n, 5 - n / 100, beyond_work=True) for n in range(3)]
    seven = choose([*best, *asleep, *beyond], 7)
    assert len(seven) == 7
    assert [slot for _, slot in seven].count("dormant") == 2
    assert [slot for _, slot in seven].count("beyond work") == 2
    assert {person for person, _ in seven} == {"p00", "p01", "p02", "p20", "p21", "p30", "p31"}
    assert [person for person, _ in seven] == sorted((person for person, _ in seven), key=lambda p: -_score(p))


def _score(person: str) -> float:
    number = int(person[1:])
    return (10, 10, 6, 5)[number // 10] - number % 10 / 100


def test_a_quota_takes_nobody_far_below_the_best() -> None:
    best = [_contender(n, 10 - n / 100, recent=True) for n in range(9)]
    seven = choose([*best, _contender(40, 1.0, dormant=True)], 7)
    assert "p40" not in [person for person, _ in seven]


def test_beyond_the_seven_the_rest_goes_by_score() -> None:
    many = [_contender(n, 10 - n / 10, recent=True) for n in range(20)]
    chosen = choose(many, 15)
    assert [person for person, _ in chosen] == [f"p{n:02}" for n in range(15)]
    assert choose(many, 3) == choose(many, 15)[:3] or len(choose(many, 3)) == 3
    assert choose([], 7) == []


def test_recipients_go_by_plain_relevance(home: Home) -> None:
    answer = ask(home, "The violin bow needs new hair again, when can I fetch the violin?", "recipients")
    assert named(answer)[0] == "rosa"
    assert {suggestion.slot for suggestion in answer.suggestions} == {"best"}
    assert answer.set_aside == ()
