"""What is written down is read back as it was."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.circles import Circle
from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle, HandleKind
from maarif.domain.items import (
    AddressKind,
    Card,
    Channel,
    Envelope,
    Field,
    Item,
    Meeting,
    Message,
    Note,
    Origin,
    Party,
)
from maarif.domain.phrases import Phrase
from maarif.store.circles import _circle, _said
from maarif.store.evidence import evidence_json, to_evidence
from maarif.store.items import digest_of, say, to_item

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
MOMENT = st.none() | st.integers(0, 1 << 40)
POINTS = st.floats(-1e6, 1e6, allow_nan=False)
ORIGINS = st.builds(Origin, TEXT, TEXT)
PARTIES = st.builds(Party, TEXT, TEXT, st.sampled_from(get_args(AddressKind)))
MANY = st.lists(PARTIES, max_size=3).map(tuple)
CHANNELS = st.sampled_from(get_args(Channel))

HERE = Origin("a.mbox", "line 1")
ITEMS: st.SearchStrategy[Item] = st.one_of(
    st.builds(
        Message,
        st.just(HERE),
        CHANNELS,
        MOMENT,
        st.builds(Envelope, PARTIES, MANY, MANY),
        TEXT,
        TEXT,
        TEXT,
        TEXT,
    ),
    st.builds(
        Card,
        st.just(HERE),
        TEXT,
        st.lists(st.builds(Field, TEXT, TEXT, TEXT)).map(tuple),
        MOMENT,
        st.booleans(),
    ),
    st.builds(Meeting, st.just(HERE), CHANNELS, MOMENT, MANY, MOMENT, TEXT, TEXT, TEXT),
    st.builds(Note, st.just(HERE), MOMENT, TEXT, TEXT, MANY),
)
EVIDENCE = st.recursive(
    st.builds(Evidence, TEXT, POINTS, st.lists(ORIGINS, max_size=2).map(tuple)),
    lambda inner: st.builds(
        Evidence,
        TEXT,
        POINTS,
        st.lists(ORIGINS, max_size=2).map(tuple),
        st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=8,
)
SHARE = st.floats(0, 1)
COUNT = st.integers(0, 9999)


@given(st.sampled_from(get_args(HandleKind)), st.text(min_size=1))
def test_handles(kind: HandleKind, value: str) -> None:
    handle = Handle(kind, value)
    assert Handle.parse(str(handle)) == handle


@pytest.mark.parametrize("text", ["", "email", "email:", "fax:123", ":x", "EMAIL:a@b.example"])
def test_what_is_no_handle(text: str) -> None:
    with pytest.raises(ValueError, match="not a handle"):
        Handle.parse(text)


@given(EVIDENCE)
def test_evidence(evidence: Evidence) -> None:
    again = to_evidence(json.loads(json.dumps(evidence_json(evidence), ensure_ascii=False)))
    assert again == evidence
    assert again.total == evidence.total


CIRCLES = st.builds(
    Circle, TEXT, TEXT | st.builds(lambda name: Phrase("the {name} family", name=name), TEXT), st.just("chat"),
    st.lists(TEXT).map(tuple), MOMENT, MOMENT, st.just((HERE,)), TEXT,
)  # fmt: skip


@given(CIRCLES)
def test_circles(circle: Circle) -> None:
    again = _circle(json.loads(json.dumps(_said(circle), ensure_ascii=False)))
    assert again == circle
    assert getattr(again.name, "template", None) == getattr(circle.name, "template", None)


@given(ITEMS)
def test_items(item: Item) -> None:
    assert to_item((1, *say(item)), item.origin) == item


@given(ITEMS, ITEMS)
def test_items_have_one_digest_where_they_say_the_same(one: Item, other: Item) -> None:
    assert (digest_of(say(one)) == digest_of(say(other))) == (say(one) == say(other))


@given(ITEMS)
def test_where_an_item_stands_does_not_change_what_it_says(item: Item) -> None:
    elsewhere = to_item((1, *say(item)), Origin("b.mbox", "line 99"))
    assert elsewhere != item
    assert digest_of(say(elsewhere)) == digest_of(say(item))
