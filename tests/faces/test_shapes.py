"""JSON as the contract has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maarif.app.knowing.look import ItemView
from maarif.domain.evidence import Evidence
from maarif.domain.items import Card, Envelope, Field, Item, Meeting, Message, Note, Origin, Party
from maarif.faces.cli import shapes
from tests.faces.invented import KNOWN, LETTER, answer, suggestion

claims = st.builds(Evidence, st.text(max_size=5), st.floats(-5, 5))
evidence = st.recursive(
    claims,
    lambda parts: st.builds(
        Evidence, st.text(max_size=5), st.floats(-5, 5), st.just(()), st.lists(parts, max_size=3).map(tuple)
    ),
    max_leaves=12,
)


def points(parts: list[dict[str, Any]]) -> Iterator[float]:
    for part in parts:
        yield part["points"]
        yield from points(part["parts"])


@given(evidence)
def test_all_points_add_up_to_the_score(whole: Evidence) -> None:
    shape = shapes.suggestion(suggestion(evidence=whole))
    assert sum(points(shape["evidence"])) == pytest.approx(shape["score"])


def test_an_answer_has_the_fields_of_the_contract() -> None:
    shape = shapes.answer(answer(suggestion()), 1_774_915_200)
    assert list(shape) == ["need", "suggestions", "set_aside", "nearest"]
    assert shape["need"]["on"] == "2026-03-31T00:00:00+00:00"
    (one,) = shape["suggestions"]
    assert list(one) == ["person", "score", "slot", "evidence", "via", "cautions"]
    assert one["person"] == {"id": "p1", "name": "Hanneke Vos", "handles": ["email:hanneke@vos.example"]}
    assert shapes.answer(answer(), None)["need"]["on"] is None


def test_a_person_has_the_fields_of_the_contract() -> None:
    shape = shapes.acquaintance(KNOWN)
    assert list(shape) == ["id", "name", "names", "handles", "kind", "tie", "contexts", "facts", "marks"]
    assert shape["tie"]["strength"] == 0.2
    assert set(shape["tie"]["facets"]) == {"work", "family", "friend", "community", "service"}
    assert shape["tie"]["last_in"] == "2020-11-10T09:20:00+00:00"
    assert shape["contexts"][0]["origin"] == {"source": "mail.mbox", "item": "a1@mail.example"}


NOOR, SARA = Party("Noor", "noor@owner.example"), Party("Sara")


def view(item: Item, kind: str) -> dict[str, Any]:
    return shapes.item(ItemView("i1", item.origin, item, kind, ("p1",)))


def test_what_does_not_apply_is_absent() -> None:
    mail = Message(LETTER, "mail", 0, Envelope(NOOR, (SARA,)), "Hi", "Hello.")
    assert view(mail, "message") == {
        "ref": "i1", "origin": {"source": "mail.mbox", "item": "a1@mail.example"}, "kind": "message",
        "at": "1970-01-01T00:00:00+00:00", "from": "noor@owner.example", "to": ["Sara"], "subject": "Hi",
        "text": "Hello.", "people": ["p1"], "channel": "mail",
    }  # fmt: skip


def test_every_shape_of_item_is_told() -> None:
    where = Origin("x", "row 1")
    chat = view(Message(where, "chat", None, Envelope(NOOR), text="hey", bulk="list"), "chat")
    assert "channel" not in chat
    assert chat["bulk"] == "list"
    assert "at" not in chat
    meeting = view(Meeting(where, "visit", 0, (NOOR, SARA), 3600), "meeting")
    assert (meeting["to"], meeting["end"]) == (["noor@owner.example", "Sara"], "1970-01-01T01:00:00+00:00")
    assert view(Note(where, None, "", "words"), "note")["text"] == "words"
    assert view(Card(where, "Sara", (Field("ORG", "Evides"),)), "card")["text"] == "ORG: Evides"


def test_people_are_always_there() -> None:
    note = Note(Origin("x", "line 1"), None)
    assert shapes.item(ItemView("i1", note.origin, note, "note", ()))["people"] == []


def test_arabic_stays_readable() -> None:
    printed = json.dumps(view(Note(LETTER, None, "نحل"), "note"), ensure_ascii=False)
    assert "نحل" in printed
