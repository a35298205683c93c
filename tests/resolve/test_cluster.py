"""Unions: the owner before rules, "different" before both, and no order of arguments that matters."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.handles import Handle
from maarif.domain.people import Judgement
from maarif.resolve import cluster, judge
from tests.resolve.invented import mail, profile, says

HANDLES = [Handle("email", f"{letter}@x.example") for letter in "abcdefgh"]
A, B, C, D = (str(handle) for handle in HANDLES[:4])


def _clusters(*judgements: Judgement) -> list[str]:
    """The clusters of a, b, c and d by their letters."""
    found = cluster(HANDLES[:4], judgements)
    return ["".join(handle.value[0] for handle in group) for group in found]


def test_nobody_is_united_without_a_judgement() -> None:
    assert _clusters() == ["a", "b", "c", "d"]
    assert _clusters(says(A, B, "unsure", "rule", 9.0)) == ["a", "b", "c", "d"]


def test_unions_go_on_through_others() -> None:
    assert _clusters(says(A, B, "same", "rule", 7.0), says(B, D, "same", "rule", 8.0)) == ["abd", "c"]


def test_different_keeps_whole_clusters_apart_and_the_weaker_union_gives_way() -> None:
    apart = says(A, C, "different", "rule", 9.0)
    ab, bc = says(A, B, "same", "rule", 7.0), says(B, C, "same", "rule", 8.0)
    assert _clusters(apart, ab, bc) == ["a", "bc", "d"]


def test_the_owner_beats_a_rule_on_the_same_pair() -> None:
    assert _clusters(says(A, B, "different", "rule"), says(A, B, "same")) == ["ab", "c", "d"]
    assert _clusters(says(A, B, "same", "rule", 20.0), says(B, A, "different")) == ["a", "b", "c", "d"]


def test_the_owner_beats_a_rule_on_another_pair_of_the_same_people() -> None:
    rule = says(A, C, "different", "rule")
    assert _clusters(rule, says(A, B, "same"), says(B, C, "same")) == ["abc", "d"]


def test_the_owners_different_holds_against_unions_through_a_third() -> None:
    rules = (says(A, B, "same", "rule", 9.0), says(B, C, "same", "rule", 8.0))
    assert _clusters(*rules, says(A, C, "different")) == ["ab", "c", "d"]


def test_the_later_word_of_the_owner_counts() -> None:
    assert _clusters(says(A, B, "same", number=1), says(B, A, "different", number=2)) == ["a", "b", "c", "d"]
    assert _clusters(says(A, B, "same", number=2), says(B, A, "different", number=1)) == ["ab", "c", "d"]
    assert _clusters(says(A, B, "same", number=1), says(B, A, "different", number=1)) == ["a", "b", "c", "d"]
    assert _clusters(says(A, B, "same", number=1), says(B, A, "unsure", number=2)) == ["a", "b", "c", "d"]


def test_of_contradicting_unions_the_later_counts() -> None:
    words = (says(A, B, "same", number=1), says(B, C, "same", number=2), says(A, C, "different", number=3))
    assert _clusters(*words) == ["a", "bc", "d"]


def test_the_owners_union_outlives_a_handle_that_is_gone() -> None:
    gone = "email:gone@x.example"
    assert _clusters(says(A, gone, "same"), says(gone, B, "same")) == ["ab", "c", "d"]
    rules = (says(A, gone, "same", "rule", 9.0), says(gone, B, "same", "rule", 9.0))
    assert _clusters(*rules) == ["a", "b", "c", "d"]


handles = st.sampled_from(HANDLES)
judgements = st.builds(
    lambda left, right, verdict, by, number: says(str(left), str(right), verdict, by, number),
    handles,
    handles,
    st.sampled_from(["same", "same", "same", "different", "unsure"]),
    st.sampled_from(["rule", "owner"]),
    st.integers(0, 4),
)


@given(st.lists(judgements.filter(lambda one: one.left != one.right), max_size=20), st.randoms())
def test_the_order_of_arguments_does_not_matter(said: list[Judgement], chance: random.Random) -> None:
    expected = cluster(HANDLES, said)
    handles, shuffled = list(HANDLES), list(said)
    chance.shuffle(handles)
    chance.shuffle(shuffled)
    turned = [says(str(j.right), str(j.left), j.verdict, j.by, j.on or j.evidence.total) for j in shuffled]
    assert cluster(handles, shuffled) == expected
    assert cluster(handles, turned) == expected


@given(st.lists(judgements.filter(lambda one: one.left != one.right), max_size=20))
def test_every_handle_is_in_one_cluster_and_no_owners_different_is_broken(said: list[Judgement]) -> None:
    found = cluster(HANDLES, said)
    assert sorted(handle for group in found for handle in group) == HANDLES
    place = {handle: number for number, group in enumerate(found) for handle in group}
    last = {}
    for one in sorted(said, key=lambda one: (one.on, ("same", "unsure", "different").index(one.verdict))):
        if one.by == "owner":
            last[frozenset((one.left, one.right))] = one
    assert all(place[one.left] != place[one.right] for one in last.values() if one.verdict == "different")


def test_a_couple_with_one_landline_stays_two_people() -> None:
    home = [
        mail("anna@gmx.example", "Anna Brandl", cards={"c1"}, sources={"mail", "vcard"}),
        mail("bert@gmx.example", "Bert Brandl", cards={"c2"}, sources={"mail", "vcard"}),
        profile("phone:+493012345", "Anna Brandl", "Bert Brandl", cards={"c1", "c2"}, sources={"vcard"}),
        profile("phone:+491701234", "Anna Brandl", cards={"c1"}, sources={"vcard"}),
    ]
    groups = cluster([one.handle for one in home], judge(home, []))
    assert [len(group) for group in groups] == [2, 1, 1]
    assert {str(handle) for handle in groups[0]} == {"email:anna@gmx.example", "phone:+491701234"}


def test_one_person_in_three_sources_is_one() -> None:
    home = [
        mail("sara.qhaddad@tannhof.example", "Sara Qhaddad", phones={"+4917012345"}),
        mail("saraq@gmail.example", "سارة قحداد", cards={"c1"}, sources={"mail", "vcard"}),
        profile("phone:+4917012345", "Sara Qhaddad", cards={"c1"}, sources={"vcard"}),
        profile("url:linkedin.example/in/sq", "Sara Qhaddad", employers={"Tannhof AG"}, sources={"linkedin"}),
    ]
    assert len(cluster([one.handle for one in home], judge(home, []))) == 1
