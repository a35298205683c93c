"""The standing register: in whatever order records come, change and go, the outcome is that of a rebuild."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.resolve.labelled import read_labelled
from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.resolve import Register, cluster, judge, questions
from tests.resolve.invented import mail, profile, says

ALL = read_labelled().profiles
#: So close to one another that every newcomer changes somebody's judgement.
CLOSE = [one for one in ALL if any(word in str(one) for word in ("Brandl", "Weber", "Hathersage", "Winterfeldt"))]
profiles = st.lists(st.sampled_from([*CLOSE, *ALL[:60]]), unique=True, max_size=40)


@settings(max_examples=60, deadline=None)
@given(profiles, st.lists(st.integers(0, 40), max_size=4), st.randoms())
def test_newcomers_in_any_portions_and_order_give_what_a_rebuild_gives(
    found: list[Profile], cuts: list[int], chance: random.Random
) -> None:
    chance.shuffle(found)
    register = Register()
    for begin, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(found)], strict=True):
        register.take(found[begin:end])
        register.judgements()
    assert register.judgements() == judge(found)


@settings(max_examples=60, deadline=None)
@given(profiles, st.data())
def test_what_changes_or_goes_leaves_no_trace(found: list[Profile], data: st.DataObject) -> None:
    register = Register(found)
    register.judgements()
    gone = set(data.draw(st.lists(st.sampled_from(found), max_size=5))) if found else set()
    stay = [one for one in found if one not in gone]
    changed = data.draw(st.lists(st.sampled_from(stay), unique=True, max_size=4)) if stay else []
    names = st.sampled_from(["Jan Weber", "Karl Brandl Jr.", "Clara Winterfeldt", "Edward Hathersage"])
    new = [replace(one, names=((data.draw(names), 3),), phones=frozenset({"+498002001"})) for one in changed]
    register.take(new, [one.handle for one in gone])
    after = {one.handle: one for one in (*stay, *new)}
    assert register.judgements() == judge(list(after.values()))


def test_ten_imports_in_ten_orders_give_one_result() -> None:
    outcomes = set()
    for number in range(10):
        portions = [list(ALL[begin::10]) for begin in range(10)]
        random.Random(number).shuffle(portions)
        register = Register()
        for portion in portions:
            register.take(portion)
        handles = [one.handle for one in ALL]
        outcomes.add(tuple(cluster(handles, register.judgements())))
    assert len(outcomes) == 1


def test_the_same_again_changes_nothing() -> None:
    register = Register(CLOSE)
    before = register.judgements()
    register.take(CLOSE)
    assert register.judgements() == before


def test_only_gives_the_pairs_of_these() -> None:
    some = {ALL[3].handle, ALL[4].handle}
    expected = [one for one in judge(ALL) if one.left in some or one.right in some]
    assert expected
    assert judge(ALL, only=some) == expected


def test_what_one_address_brought_helps_the_other() -> None:
    circle = [f"email:c{n}@kreis.example" for n in range(5)]
    arabic = mail("rk77@gmail.example", "رشا الخالدي", contacts=circle)
    work = mail("rasha.khalidi@quds.example", "Rasha Khalidi")
    url = profile("url:linkedin.example/in/rk", "Rasha Khalidi", employers={"Quds Arts"}, contacts=circle)
    assert [one.verdict for one in judge([arabic, work])] != ["same"]
    groups = cluster([one.handle for one in (arabic, work, url)], judge([arabic, work, url]))
    assert len(groups) == 1


def test_one_question_for_any_two_people() -> None:
    pair = [says("email:a@x.example", "email:b@x.example", "same", "rule", 9)]
    doubts = [
        says("email:a@x.example", "email:c@x.example", "unsure", "rule", 2),
        says("email:b@x.example", "email:c@x.example", "unsure", "rule", 5),
        says("email:a@x.example", "email:b@x.example", "unsure", "rule", 3),
    ]
    handles = [Handle("email", f"{letter}@x.example") for letter in "abc"]
    asked = questions(handles, [*pair, *doubts])
    assert [(one.left.value[0], one.right.value[0]) for one in asked] == [("b", "c")]
    told = says("email:a@x.example", "email:c@x.example", "different")
    assert questions(handles, [*pair, *doubts, told]) == []
