"""Three gentle suggestions: different kinds, different people, one for a whole party."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.exchanges import Exchange
from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.domain.outreach import KeptNeed, OutreachStep, Step
from maarif.domain.posting import Dispatch, Letter
from maarif.domain.reminders import Occasion, Reminder
from maarif.tend import MOST, Calendar, Standing, Traces, choose, merged, next_step, steps_found

DAY = 86_400
BEGUN = int(datetime(2026, 5, 4, 9, tzinfo=UTC).timestamp())  # a Monday
OCCASIONS: tuple[Occasion, ...] = (
    "birthday", "promise", "trip", "event", "follow up", "thank", "tell", "see again", "drifting",
)  # fmt: skip


def reminder(occasion: Occasion, *people: str, key: str = "", gathering: str = "") -> Reminder:
    name = key or f"{occasion} {people}"
    return Reminder(name, occasion, date(2026, 5, 4), people, f"think of {people}", "why", gathering=gathering)


REMINDERS = st.lists(
    st.builds(
        reminder, st.sampled_from(OCCASIONS), st.sampled_from("abcdefg"), key=st.text("xyz", min_size=1, max_size=3)
    ),
    max_size=30,
)


@given(REMINDERS)
def test_a_day_is_gentle(found: list[Reminder]) -> None:
    chosen = choose(found)
    assert len(chosen) <= MOST
    people = [person for each in chosen for person in each.people]
    assert len(people) == len(set(people))
    assert sum(each.occasion == "drifting" for each in chosen) <= 1
    assert bool(chosen) == bool(found)
    assert choose(reversed(found)) == chosen or len({r.key for r in found}) < len(found)


@given(REMINDERS)
def test_what_is_put_off_is_silent(found: list[Reminder]) -> None:
    assert choose(found, {each.key for each in found}) == ()


def test_one_party_makes_one_reminder() -> None:
    party = [reminder("see again", f"p{number}", gathering="barbecue") for number in range(20)]
    (one,) = choose(party)
    assert len(one.people) == 20


def test_what_is_bound_to_the_day_comes_first() -> None:
    drifting, promise, birthday = (reminder(each, each) for each in ("drifting", "promise", "birthday"))
    assert [each.occasion for each in choose([drifting, promise, birthday])] == ["birthday", "promise", "drifting"]


# -- what to do next ----------------------------------------------------------------------------------

NEED = KeptNeed(1, "somebody who knows about water", "expert", BEGUN)


def step(name: Step, days: float = 0, by: str = "owner", note: str = "") -> OutreachStep:
    return OutreachStep(name, BEGUN + int(days * DAY), by, None, note)  # type: ignore[arg-type]


def exchange(item: int, days: float, sender: str, **more: object) -> Exchange:
    usual = Exchange(item, BEGUN + int(days * DAY), "Message", "mail", "", sender, 2, 1, f"m{item}@x.example")
    return replace(usual, **more)  # type: ignore[arg-type]


def due(
    steps: list[OutreachStep], day: date, *, friend: bool = False, need: KeptNeed = NEED, **more: object
) -> str | None:
    standing = Standing(steps, need, friend, Calendar("DE"), more.get("exchanges", ()))  # type: ignore[arg-type]
    found = next_step(standing, day)
    return found[0] if found else None


def test_one_follow_up_after_some_working_days_then_silence() -> None:
    written = [step("to write"), step("written")]
    days = [date(2026, 5, number) for number in range(4, 32)]
    asked = [day for day in days if due(written, day) == "follow up"]
    assert asked[0] == date(2026, 5, 8)  # four working days after Monday
    assert all(day.weekday() < 5 and day != date(2026, 5, 14) for day in asked)  # no weekend, no Ascension Day
    friends = [day for day in days if due(written, day, friend=True) == "follow up"]
    assert friends[0] == date(2026, 5, 15)  # eight, with a holiday in between
    assert due(written, date(2026, 7, 1)) is None


def test_whoever_was_written_again_or_met_is_left_alone() -> None:
    written = [step("to write"), step("written")]
    again = [exchange(2, 3, "me")]
    assert due(written, date(2026, 5, 12), exchanges=again) is None
    met = [exchange(2, 3, "", shape="Meeting", channel="meeting", present=3)]
    assert due(written, date(2026, 5, 12), exchanges=met) is None
    assert due(written, date(2026, 5, 12), exchanges=[exchange(2, 0, "me")]) == "follow up"


def test_thanks_then_how_it_ended() -> None:
    helped = [step("written"), step("helped", 2)]
    assert due(helped, date(2026, 5, 7)) == "thank"
    over = replace(NEED, closed=BEGUN + 10 * DAY, outcome="found")
    assert due(helped, date(2026, 5, 15), need=over) == "thank"
    assert due([*helped, step("thanked", 3)], date(2026, 5, 15), need=over) == "tell"
    assert due([*helped, step("thanked", 3), step("told", 11)], date(2026, 5, 16), need=over) is None
    assert due([step("written"), step("declined", 2)], date(2026, 5, 15), need=over) is None


# -- what became of it --------------------------------------------------------------------------------

LETTER = Letter(
    "own@x.example", "me@x.example", "", "b@x.example", "", "Water", "Do you know the water works in Amman?"
)
SENT = Dispatch("k", Handle("email", "b@x.example"), "copy", LETTER, "done", BEGUN, 1)


def found(
    own: list[OutreachStep], said: dict[int, str], *exchanges: Exchange, sent: bool = True
) -> list[tuple[str, int]]:
    traces = Traces(exchanges, said, [SENT] if sent else [], ["water", "amman"], {"me"}, "b")
    return [(each.step, each.item) for each in steps_found(own, traces)]


def test_a_sent_copy_is_found_by_its_id_its_words_or_the_need() -> None:
    own = [step("to write")]
    assert found(own, {}, exchange(1, 1, "me", place="own@x.example")) == [("written", 1)]
    assert found(own, {1: "Do you know the works for water in Amman? Nora"}, exchange(1, 1, "me")) == [("written", 1)]
    assert found(own, {1: "A question about water, Amman."}, exchange(1, 1, "me"), sent=False) == [("written", 1)]
    assert found(own, {1: "See you on Sunday."}, exchange(1, 1, "me")) == []
    assert found(own, {1: "A question about water, Amman."}, exchange(1, 1, "me", present=9), sent=False) == []
    assert found(own, {}, exchange(1, -1, "me", place="own@x.example")) == []


def test_an_answer_is_a_message_a_chat_a_call_or_a_meeting() -> None:
    own = [step("to write"), step("written", 1)]
    assert found(own, {}, exchange(2, 2, "b")) == [("answered", 2)]
    assert found(own, {}, exchange(2, 2, "b", channel="chat")) == [("answered", 2)]
    assert found(own, {}, exchange(2, 2, "", shape="Meeting", channel="meeting")) == [("answered", 2)]
    assert found(own, {}, exchange(2, 2, "b", present=30)) == []
    assert found(own, {}, exchange(2, 2, "b", present=30, thread="own@x.example")) == [("answered", 2)]
    assert found(own, {}, exchange(2, 0.5, "b")) == []
    assert found(own, {}, exchange(2, 2, "c")) == []


def test_thanks_are_found_after_help() -> None:
    own = [step("to write"), step("written", 1), step("helped", 3)]
    answered, thanks = exchange(2, 2, "b"), exchange(3, 4, "me")
    assert found(own, {3: "Thanks so much for the introduction!"}, answered, thanks) == [
        ("answered", 2),
        ("thanked", 3),
    ]
    assert found(own[:2], {3: "Thanks so much for the introduction!"}, answered, thanks) == [("answered", 2)]


def test_the_owners_word_stands_above_what_is_found() -> None:
    own = [step("to write"), step("written", 1)]
    answered = replace(step("answered", 2, "import"), origin=Origin("a", "b"))
    assert merged(own, [answered])[-1].step == "answered"
    corrected = [*own, step("written", 3)]
    assert merged(corrected, [answered])[-1].step == "written"
    later = step("answered", 5, "import")
    assert merged(corrected, [later])[-1].step == "answered"
    declined = [*own, step("declined", 3)]
    assert [each.step for each in merged(declined, [answered])] == ["to write", "written", "answered", "declined"]


@given(st.lists(st.tuples(st.sampled_from(["written", "answered", "thanked"]), st.integers(0, 20)), max_size=3))
def test_what_is_found_never_leads_back(found_steps: list[tuple[str, int]]) -> None:
    own = [step("to write"), step("helped", 10)]
    stands = merged(own, [step(name, days, "import") for name, days in found_steps])[-1].step  # type: ignore[arg-type]
    assert stands in ("helped", "thanked")
