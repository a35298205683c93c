"""How things stand, by numbers worked out by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from math import log, sqrt
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.ties import CHANNELS, ROLES, Tie
from maarif.ties import Ledger, Signs, Ties, make_ledger, weigh_all
from maarif.ties import weigh as weigh_table
from maarif.ties.signs import table_of
from maarif.ties.strength import usual_share

DAY = 86_400
NOW = int(datetime(2026, 5, 1, 12, tzinfo=UTC).timestamp())
ME = "me"

#: item, who, role, at, channel, bulk
Part: TypeAlias = tuple[int, str, str, int, str, int]


def item(number: int, ago: float, sender: str, *to: str, **more: object) -> list[Part]:
    """One message, so many days before now; `cc`, `channel`, `bulk` as wanted."""
    at, channel = int(NOW - ago * DAY), str(more.get("channel", "mail"))
    bulk, cc = int(bool(more.get("bulk"))), more.get("cc", ())
    assert isinstance(cc, tuple)
    parts = [(sender, "from"), *((one, "to") for one in to), *((one, "cc") for one in cc)]
    return [(number, who, role, at, channel, bulk) for who, role in parts]


def meeting(number: int, ago: float, *people: str, channel: str = "meeting") -> list[Part]:
    """People in one place; the owner is among them where named."""
    return [(number, who, "present", int(NOW - ago * DAY), channel, 0) for who in people]


def ledger_of(said: list[Part], everybody: set[str]) -> Ledger:
    """The ledger of some parts; everybody has one handle, whose number is their place in the alphabet."""
    number = {who: place for place, who in enumerate(sorted(everybody), 1)}
    rows = [
        (item, number[who], ROLES.index(role), at, CHANNELS.index(channel), bulk)
        for item, who, role, at, channel, bulk in said
    ]
    return make_ledger(rows, {place: who for who, place in number.items()}, [ME], everybody)


def weigh(*said: list[Part], moment: int = NOW, **signs: Signs) -> dict[str, Tie]:
    """Everybody's tie from what was said."""
    rows = [row for one in said for row in one]
    ledger = ledger_of(rows, {row[1] for row in rows})
    return {tie.person: tie for tie in weigh_all(ledger, moment, signs)}


def parts(tie: Tie) -> list[float]:
    """The points of the parts of a strength."""
    return [part.points for part in tie.strength.parts]


# -- strength ------------------------------------------------------------------------------------------------


def test_one_letter_each_way() -> None:
    """ln(1 + 1/2 + 1/4)/ln 201 of .35, two days, balance 1 of n = 2, 90 days, one channel, nobody shared."""
    (tie,) = weigh(item(1, 180, ME, "p"), item(2, 90, "p", ME)).values()
    assert parts(tie) == pytest.approx(
        [
            0.35 * log(1 + 0.5 + 0.25) / log(201), 0.20 * log(3) / log(91), 0.15 * 1 * 2 / 4,
            0.10 * 90 / 365, 0.10 * 1 / 2,
        ]
    )  # fmt: skip
    assert tie.strength.total == pytest.approx(0.03694 + 0.04871 + 0.075 + 0.02466 + 0.05, abs=2e-5)


def test_balance_is_the_mean_that_punishes_one_sidedness() -> None:
    """Four out, one in: 2 sqrt(4)/5 = .8, and n = 5 counts in full."""
    (tie,) = weigh(*(item(n, 10 + n, ME, "p") for n in range(4)), item(9, 5, "p", ME)).values()
    balance = next(part for part in tie.strength.parts if part.claim.startswith("you wrote"))
    assert balance.points == pytest.approx(0.15 * 0.8)
    assert balance.claim == "you wrote 4 times, they wrote 1 times in two years"
    assert tie.reciprocity == pytest.approx(2 * sqrt(4) / 5)


@pytest.mark.parametrize(
    ("said", "weight", "because"),
    [
        (item(1, 90, ME, "p"), 1.0, "written by the owner"),
        (item(1, 90, "p", ME), 1.0, "written to the owner"),
        (item(1, 90, ME, "p", "q"), 1 / 2, "shared with another"),
        (item(1, 90, ME, "q", cc=("p",)), 0.5 / 2, "copied, and shared with another"),
        (item(1, 90, "p", "q", cc=(ME,)), 0.5 / 2, "the owner was copied"),
        (item(1, 90, "p", "q"), 0.1 / 2, "seen only"),
        (item(1, 90, "p", ME, bulk=True), 0.1, "through a list"),
        (item(1, 90, ME, "p", channel="call"), 3.0, "a call"),
        (meeting(1, 90, ME, "p"), 3.0, "a meeting of two"),
        (meeting(1, 90, ME, "p", "q"), 2.0 / 2, "a small meeting"),
        (meeting(1, 90, ME, "p", "q", "r", "s", "t", "u"), 0.5 / 6, "a crowd"),
        (meeting(1, 90, "p", "q"), None, "the owner was not there"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_how_much_one_thing_counts(said: list[Part], weight: float | None, because: str) -> None:
    """Channel times direction by the number of others, halved after ninety days."""
    memory = [p.points for p in weigh(said)["p"].strength.parts if "half-life" in p.claim]
    assert memory == ([] if weight is None else [pytest.approx(0.35 * log(1 + weight / 2) / log(201))]), because


def test_nobody_counts_for_more_than_one_part_of_an_item() -> None:
    """Written to at two addresses is written to once."""
    once = weigh(item(1, 10, ME, "p", "q"))["p"]
    twice = weigh([*item(1, 10, ME, "p", "q"), (1, "p", "cc", NOW - 10 * DAY, "mail", 0)])["p"]
    assert once == twice


def test_shared_contacts_are_those_met_in_one_item() -> None:
    ties = weigh(item(1, 9, ME, "p", "q"), item(2, 8, ME, "p", "r"), item(3, 7, ME, "s"))
    assert {person: tie.shared_contacts for person, tie in ties.items()} == {"p": 2, "q": 1, "r": 1, "s": 0}
    overlap = ties["p"].strength.parts[-1]
    assert (overlap.claim, overlap.points) == ("2 people you both know", pytest.approx(0.10 * 2 / 4))


def test_two_years_of_silence_leave_the_span() -> None:
    (tie,) = weigh(*(item(n, 800 + 3 * n, (n % 2 and "p") or ME, (n % 2 and ME) or "p") for n in range(200))).values()
    said = {part.claim.split("(")[0].strip() for part in tie.strength.parts}
    assert "how long you have been in touch" in said
    assert not any(claim.startswith(("in touch on", "you wrote", "through how many")) for claim in said)
    assert tie.peak > 3 * tie.strength.total
    assert tie.effective == pytest.approx(0.8 * tie.peak)


@given(st.lists(st.tuples(st.integers(1, 2000), st.booleans(), st.sampled_from("pqr")), min_size=1, max_size=40))
def test_strength_lies_between_nothing_and_one_and_is_the_sum_of_its_parts(
    said: list[tuple[int, bool, str]],
) -> None:
    rows = [item(n, ago, ME, who) if out else item(n, ago, who, ME) for n, (ago, out, who) in enumerate(said)]
    for tie in weigh(*rows).values():
        assert 0 <= tie.strength.total <= 1
        assert tie.strength.total == pytest.approx(sum(parts(tie)))
        assert 0 <= tie.reciprocity <= 1
        assert tie.peak <= 1
        assert tie.answered <= tie.written


# -- states and layers ---------------------------------------------------------------------------------------


def talk(first: float, last: float, times: int, who: str = "p", start: int = 0) -> list[list[Part]]:
    """Letters to and fro at even distances between two moments (days ago)."""
    steps = [first - (first - last) * n / (times - 1) for n in range(times)]
    return [
        item(start + n, ago, *((ME, who) if n % 2 else (who, ME))) for n, ago in enumerate(steps)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "state", "because"),
    [
        (talk(700, 1, 60), "alive", "wrote yesterday"),
        (talk(700, 20, 60), "cooling", "the closest five cool after two weeks"),
        (talk(900, 200, 60), "dormant", "strong, and silent for 200 days"),
        (talk(900, 170, 60), "cooling", "not silent for long enough to be dormant"),
        ([item(1, 400, "p", ME), item(2, 399, ME, "p")], "cooling", "never strong: silent, not dormant"),
        ([item(1, 20, "p", ME), item(2, 1, ME, "p")], "new", "first met three weeks ago"),
        ([item(1, 100, "p", ME), item(2, 1, ME, "p")], "alive", "met more than ninety days ago"),
        ([item(n, 200 - n, ME, "p") for n in range(199)], "one_sided", "never an answer"),
        ([item(n, 3 + 50 * n, "p", ME) for n in range(4)], "one_sided", "never answered by the owner"),
        ([item(n, 5 + n, "p", ME, bulk=True) for n in range(4)], "unknown", "known from a list alone"),
        ([item(1, 5, "p", "q")], "unknown", "never in touch with the owner"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_states(said: list[list[Part]], state: str, because: str) -> None:
    assert weigh(*said)["p"].state == state, because


def test_layers_go_by_rank_and_hold_those_in_touch_only() -> None:
    """Twenty people, the nth in touch on n days; the last known from a list."""
    people = [f"p{n:02}" for n in range(1, 21)]
    said = [item(100 * n + k, 1 + k, ME, who) for n, who in enumerate(people, 1) for k in range(n)]
    ties = weigh(*said, item(9000, 1, "listed", ME, bulk=True))
    assert [ties[who].layer for who in people] == [50] * 5 + [15] * 10 + [5] * 5
    assert ties["listed"].layer == 0


def test_kin_never_count_as_distant() -> None:
    kin = Signs(kin=True)
    tie = weigh(item(1, 1500, "p", ME), p=kin)["p"]
    assert tie.strength.total == pytest.approx(0.5)
    assert "family" in tie.strength.parts[-1].claim
    close = weigh(*talk(700, 1, 300), p=kin)["p"]
    assert len(close.strength.parts) == len(weigh(*talk(700, 1, 300))["p"].strength.parts), (
        "no floor under a strong tie"
    )


def test_the_memory_of_kin_and_of_long_ties_lasts_longer() -> None:
    """A letter of 90 days ago counts 2^(-90/180) for kin, and 2^(-90/135) after five years."""
    kin = weigh(item(1, 90, ME, "p"), p=Signs(kin=True))["p"]
    assert parts(kin)[0] == pytest.approx(0.35 * log(1 + 2**-0.5) / log(201))
    long = weigh(item(1, 90 + 5 * 365, "p", ME), item(2, 90, ME, "p"))["p"]
    forgotten = 2 ** (-(90 + 5 * 365) / 135)
    assert parts(long)[0] == pytest.approx(0.35 * log(1 + 2 ** (-90 / 135) + forgotten) / log(201))


def test_the_owners_own_word_sets_a_floor() -> None:
    ties = weigh(item(1, 1500, "p", ME), item(2, 1500, "q", ME), p=Signs(close=True), q=Signs(home=True))
    assert ties["p"].strength.total == pytest.approx(0.7)
    assert "as you say" in ties["p"].strength.parts[-1].claim
    assert ties["q"].strength.total == pytest.approx(0.15)
    assert ties["p"].layer == 5


def test_what_happened_is_read_against_the_house() -> None:
    """In a house where everybody writes four times as much, each letter counts half."""
    memory = np.array([4.0] * 5 + [1.0] * 6)
    house = np.array([0] * 5 + [-1] * 6)
    assert usual_share(memory, house).tolist() == pytest.approx([0.5] * 5 + [1.0] * 6)
    assert usual_share(memory, np.array([0] * 4 + [-1] * 7)).tolist() == [1.0] * 11, "too few to be a house"


def test_a_table_of_ties_is_read_back_as_it_was() -> None:
    said = [row for one in (*talk(700, 1, 60), item(900, 3, "q", ME)) for row in one]
    ties = weigh_table(ledger_of(said, {"p", "q", ME}), NOW, table_of(("p", "q"), {"q": Signs(kin=True)}))
    again = Ties.from_bytes(ties.to_bytes())
    assert dict(again) == dict(ties) and len(again) == 2
    assert again.dormant == ties.dormant and again.usual == ties.usual
    with pytest.raises(ValueError, match="another program"):
        Ties.from_bytes(b"x" * 24)


def test_facets_stand_each_on_its_own() -> None:
    said = item(1, 5, ME, "p")
    plain = weigh(said)["p"].facets
    colleague = weigh(said, p=Signs(colleague=True))["p"].facets
    friend = weigh(said, p=Signs(colleague=True, personal=0.8, free_mail=True))["p"].facets
    assert colleague.work > plain.work and colleague.friend < plain.friend
    assert friend.friend > colleague.friend
    assert weigh(said, p=Signs(kin=True))["p"].facets.family > 0.5 > plain.family
    assert weigh(said, p=Signs(machine=True))["p"].facets.service > 0.9 > plain.service


# -- answers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "written", "answered"),
    [
        ([item(1, 30, ME, "p"), item(2, 29, "p", ME)], 1, 1),
        ([item(1, 30, ME, "p"), item(2, 16, "p", ME)], 1, 1),
        ([item(1, 30, ME, "p"), item(2, 15.9, "p", ME)], 1, 0),
        ([item(1, 30, "p", ME), item(2, 29, ME, "p")], 1, 0),
        ([item(1, 30, ME, "p"), item(2, 28, ME, "p"), item(3, 27, "p", ME)], 2, 2),
        ([item(1, 30, ME, "p"), item(2, 29, "q", ME)], 1, 0),
        ([item(1, 30, ME, "q", cc=("p",)), item(2, 29, "p", ME)], 1, 1),
        ([meeting(1, 30, ME, "p"), item(2, 29, "p", ME)], 0, 0),
        ([item(1, 30, ME, "p"), meeting(2, 29, ME, "p")], 1, 0),
        ([item(1, 30, ME, "p"), item(2, 29, "p", ME, bulk=True)], 1, 0),
    ],
    ids=[
        "the next day", "on the fourteenth day", "after the fourteenth day", "a letter before is no answer",
        "one answer to two letters", "somebody else's answer", "copied", "a meeting asks nothing", "nor answers",
        "an automatic answer",
    ],
)  # fmt: skip
def test_answers(said: list[list[Part]], written: int, answered: int) -> None:
    tie = weigh(*said)["p"]
    assert (tie.written, tie.answered) == (written, answered)


# -- time ----------------------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.integers(0, 900), st.booleans(), st.sampled_from("pqr")), min_size=1, max_size=30),
    st.integers(0, 900),
)
def test_what_comes_later_changes_nothing_of_earlier_days(said: list[tuple[int, bool, str]], ago: int) -> None:
    rows = [item(n, day, ME, who, "r") if out else item(n, day, who, ME) for n, (day, out, who) in enumerate(said)]
    moment = NOW - ago * DAY
    everybody = {row[1] for one in rows for row in one}
    all_rows = [row for one in rows for row in one]
    past_rows = [row for row in all_rows if row[3] < moment]
    whole = weigh_all(ledger_of(all_rows, everybody), moment)
    past = weigh_all(ledger_of(past_rows, everybody), moment)
    assert whole == past


def test_the_moment_itself_is_the_future() -> None:
    said = item(1, 5, ME, "p")
    assert weigh(said, moment=NOW - 5 * DAY)["p"].last_out is None
    assert weigh(said, moment=NOW - 5 * DAY + 1)["p"].last_out == NOW - 5 * DAY


@given(st.lists(st.tuples(st.integers(1, 900), st.booleans(), st.sampled_from("pqr")), max_size=20), st.randoms())
def test_the_order_in_which_items_came_in_does_not_matter(said: list[tuple[int, bool, str]], chance: object) -> None:
    numbers = list(range(len(said)))
    chance.shuffle(numbers)  # type: ignore[attr-defined]
    one = weigh(*(item(n, a, ME, w) if o else item(n, a, w, ME) for n, (a, o, w) in enumerate(said)))
    other = weigh(
        *sorted(item(n, a, ME, w) if o else item(n, a, w, ME) for n, (a, o, w) in zip(numbers, said, strict=True))
    )
    assert one.keys() == other.keys()
    for person, tie in one.items():
        assert tie.strength.total == pytest.approx(other[person].strength.total, abs=1e-12)
        assert (tie.state, tie.peak, tie.last_in, tie.last_out) == (
            other[person].state, other[person].peak, other[person].last_in, other[person].last_out,
        )  # fmt: skip
