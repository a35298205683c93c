"""Who is seen together with whom, and what circles are called."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.ties.circle_names import Shared, name_circle, rarity, with_years
from maarif.ties.copresence import carry_ids, communities, pull, seen_together
from maarif.ties.gatherings import gatherings_in, seen_at
from tests.ties.test_weighing import DAY, ME, NOW, Part, item, ledger_of, meeting


def everybody(said: list[Part]) -> set[str]:
    return {row[1] for row in said}


def joined(*said: list[Part]) -> list[Part]:
    return [row for one in said for row in one]


def two_circles() -> list[Part]:
    """Four of a choir and three of a team who are seen with each other, and one letter between the two."""
    choir = [item(n, 100 - n, ME, "a", "b", "c", "d") for n in range(8)]
    team = [meeting(20 + n, 50 - n, ME, "x", "y", "z") for n in range(8)]
    return joined(*choir, *team, item(99, 3, ME, "a", "x"))


def test_a_pair_weighs_one_over_the_number_of_people_on_each_item() -> None:
    ledger = ledger_of(joined(item(1, 9, ME, "a", "b"), item(2, 8, ME, "a", "b", "c")), {"a", "b", "c", ME})
    graph = seen_together(ledger, np.ones(3, dtype=np.bool_))
    pairs = dict(zip(zip(graph.left.tolist(), graph.right.tolist(), strict=True), graph.weight.tolist(), strict=True))
    assert pairs == pytest.approx({(0, 1): 1 / 2 + 1 / 3, (0, 2): 1 / 3, (1, 2): 1 / 3})


def test_announcements_and_machines_join_nobody() -> None:
    said = joined(item(1, 9, "a", ME, "b", bulk=True), item(2, 9, ME, "a", "list"))
    ledger = ledger_of(said, everybody(said))
    human = np.array([person != "list" for person in ledger.people])
    assert len(seen_together(ledger, human).left) == 0


def test_communities_are_those_mostly_seen_together() -> None:
    said = two_circles()
    ledger = ledger_of(said, everybody(said))
    graph = seen_together(ledger, np.ones(len(ledger.people), dtype=np.bool_))
    found = communities(graph)
    assert [[ledger.people[i] for i in members] for members in found] == [["a", "b", "c", "d"], ["x", "y", "z"]]
    again = communities(graph)
    assert [members.tolist() for members in found] == [members.tolist() for members in again]
    label = np.array([0, 0, 0, 0, 1, 1, 1])
    assert pull(graph, label).tolist()[:2] == pytest.approx([8 * 3 / 4, 8 * 3 / 4])


def test_a_few_who_know_nobody_else_are_a_circle_as_they_are() -> None:
    said = joined(*(item(n, 9, ME, "a", "b", "c") for n in range(3)), item(9, 9, ME, "x", "y"))
    ledger = ledger_of(said, everybody(said))
    found = communities(seen_together(ledger, np.ones(len(ledger.people), dtype=np.bool_)))
    assert [[ledger.people[i] for i in members] for members in found] == [["a", "b", "c"]]


@given(st.lists(st.frozensets(st.sampled_from(("pa", "pb", "pc", "pd", "pe")), min_size=1), max_size=6, unique=True))
def test_every_circle_has_an_id_of_its_own_and_keeps_it(circles: list[frozenset[str]]) -> None:
    ids = carry_ids(circles, {})
    assert len(set(ids)) == len(circles)
    assert carry_ids(circles, dict(zip(ids, circles, strict=True))) == ids


def test_a_circle_keeps_its_id_while_most_of_its_people_stay() -> None:
    former = {"c1": frozenset("pabcd"), "c2": frozenset("xyz")}
    assert carry_ids([frozenset("pabce"), frozenset("uvw")], former)[0] == "c1"
    assert carry_ids([frozenset("uvw")], former)[0] not in former


def test_group_chats_and_meetings_that_come_again() -> None:
    rows = [(n, "whatsapp/Tempelhof runners", "", "chat") for n in range(1, 5)]
    rows += [(10 + n, "", "Quarterly round", "meeting") for n in range(3)] + [(20, "", "once only", "meeting")]
    found = gatherings_in(rows)
    assert [(each.kind, each.label, each.items) for each in found] == [
        ("chat", "Tempelhof runners", (1, 2, 3, 4)),
        ("meeting", "Quarterly round", (10, 11, 12)),
    ]
    said = joined(*(item(n, 9, "a", ME, "b", "c", channel="chat") for n in range(1, 5)))
    ledger = ledger_of(said, everybody(said))
    chat, round_ = seen_at(ledger, np.ones(3, dtype=np.bool_), found)
    assert chat is not None and len(chat.people) == 3 and chat.times == 4
    assert round_ is None, "nobody known was there"


@pytest.mark.parametrize(
    ("thread", "label"),
    [
        ("telegram/900", ""), ("facebook/inbox/Chor_17", "Chor"), ("slack/mpdm-sara--idris-1", ""),
        ("choir-rehearsal", "choir rehearsal"), ("sms/+31105550102", ""), ("whatsapp/جوقة الحي", "جوقة الحي"),
        ("040000008200E00074C5@calendar.example", ""),
    ],
)  # fmt: skip
def test_a_thread_is_called_by_its_name_not_by_its_key(thread: str, label: str) -> None:
    assert gatherings_in([(n, thread, "", "chat") for n in range(3)])[0].label == label


def shared(**more: list[str]) -> Shared:
    known = {"names": ["Ada Vos", "Ben Kok", "Cem Ak"], "surnames": ["Vos", "Kok", "Ak"], "houses": ["", "", ""]}
    return Shared(**{**known, "cities": ["", "", ""], "subjects": [], **more})


@pytest.mark.parametrize(
    ("known", "name"),
    [
        (shared(houses=["Tannhof", "Tannhof", ""]), "Tannhof"),
        (shared(surnames=["Haddad", "Haddad", "Ak"]), "the Haddad family"),
        (shared(subjects=["Re: the weir", "weir again", "Weir on Sunday", "lunch"]), "Weir"),
        (shared(cities=["Dresden"] * 3), "people in Dresden"),
        (shared(), "Ada, Ben and 1 more"),
    ],
    ids=["a house", "a family", "what it was about", "a place", "nothing shared"],
)
def test_a_circle_is_called_by_what_its_people_share(known: Shared, name: str) -> None:
    rare = rarity([known.subjects, ["lunch"], ["lunch", "other"]])
    assert name_circle(known, rare).name == name


def test_a_circle_of_the_past_bears_its_years() -> None:
    year = 365 * DAY
    assert with_years("Tannhof", NOW - 6 * year, NOW - 3 * year, NOW) == "Tannhof 2020-23"
    assert with_years("Tannhof", NOW - 6 * year, NOW - 5, NOW) == "Tannhof"
