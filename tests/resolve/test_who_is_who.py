"""The invented, hand-labelled set: how right the rules are without an answer, and with all answers."""

from __future__ import annotations

from functools import cache

import pytest

from bench.resolve.books import Row
from bench.resolve.labelled import Labelled, read_labelled, read_record
from bench.resolve.measures import Score, score
from bench.resolve.methods import by_rule, reviewed


@cache
def labelled() -> Labelled:
    return read_labelled()


@cache
def rows() -> tuple[Row, ...]:
    return tuple(Row(labelled().person[one.handle], one) for one in labelled().profiles)


def _score(clusters: list[list[int]]) -> Score:
    return score(clusters, {place: row.person for place, row in enumerate(rows())})


def test_the_set_is_as_large_and_as_varied_as_promised() -> None:
    kinds = set(labelled().kind.values())
    assert len(labelled().profiles) >= 600
    assert len(labelled().kind) >= 250
    assert sum(kind.startswith("duplicate") for kind in kinds) >= 12
    assert sum(not kind.startswith("duplicate") for kind in kinds) >= 10
    assert len(labelled().person) == len(labelled().profiles), "a handle stands there twice"
    assert all(".example" in h.value for h in labelled().person if h.kind in {"email", "url"})


def test_without_review_nobody_is_lost_and_nobody_mixed() -> None:
    found = _score(by_rule(rows()))
    assert found.precision >= 0.998
    assert found.recall >= 0.93


def test_with_all_questions_answered() -> None:
    found = reviewed(rows())
    assert _score(found.clusters).recall >= 0.99
    assert _score(found.clusters).wrong_merges == 0
    assert found.questions <= 60 * len(labelled().kind) / 1000


@pytest.mark.parametrize("kind", sorted(k for k in set(labelled().kind.values()) if k[0] in "gn"))
def test_no_guarded_case_is_united(kind: str) -> None:
    people = {person for person, own in labelled().kind.items() if own == kind}
    for cluster in by_rule(rows()):
        met = {rows()[place].person for place in cluster}
        assert len(met) == 1 or met.isdisjoint(people), met


def test_a_record_is_read_as_it_is_written() -> None:
    one = read_record("ute@boot.example | Ute Quandt 3, U. Quandt | card a/1; phone +4930; with choir 2; sent 7")
    assert one.names == (("Ute Quandt", 3), ("U. Quandt", 1))
    assert one.sources == {"mail", "vcard"}
    assert one.contacts == {"email:choir0@kreis.example", "email:choir1@kreis.example"}
    assert (one.cards, one.phones, one.sent) == ({"a/1"}, {"+4930"}, 7)


def test_scores() -> None:
    person = {1: "a", 2: "a", 3: "a", 4: "b"}
    assert score([[1, 2, 3], [4]], person).f1 == 1.0
    found = score([[1, 2, 4], [3]], person)
    assert (found.precision, found.recall, found.wrong_merges) == (1 / 3, 1 / 3, 1)
    assert found.bcubed < 1
