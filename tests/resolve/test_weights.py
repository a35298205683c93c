"""The model is a table, and the page shows it as it is."""

from __future__ import annotations

import pytest

from bench.resolve import weights
from maarif.resolve.guards import GUARDS
from maarif.resolve.model import model_mark
from maarif.resolve.rules import LOWER, NEAR, RULES, UPPER


def test_the_page_shows_the_table_as_it_is() -> None:
    assert weights.written() == weights.table(), "run: python -m bench.resolve.weights"


def test_every_rule_and_guard_says_a_sentence_of_its_own() -> None:
    for sentences in ([rule.sentence for rule in RULES], [guard.sentence for guard in GUARDS]):
        assert len(set(sentences)) == len(sentences)
        assert all(sentence.endswith(".") and "\n" not in sentence for sentence in sentences)


def test_every_rule_has_points_and_says_what_they_rest_on() -> None:
    assert all(rule.points and rule.source for rule in RULES)
    assert NEAR < LOWER < UPPER
    assert len(RULES) < 256, "a judgement keeps the places of rules in a byte each"


def test_another_table_has_another_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    mark = model_mark()
    model_mark.cache_clear()
    monkeypatch.setattr("maarif.resolve.model.UPPER", UPPER + 1)
    assert model_mark() != mark
    model_mark.cache_clear()
