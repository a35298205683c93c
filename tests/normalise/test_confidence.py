"""Which notes were written in confidence."""

from __future__ import annotations

import pytest

from maarif.domain.items import Note, Origin
from maarif.normalise.confidence import in_confidence


@pytest.mark.parametrize(
    ("title", "text", "private"),
    [
        ("", "Private: Sara is going through a divorce", True),
        ("", "Sara is going through a divorce #private", True),
        ("Vertraulich: Sara", "lässt sich scheiden", True),
        ("", "خاص: سارة ستترك عملها", True),
        ("", "met Sara at a private party", False),
        ("", "she works in private banking", False),
        ("", "private banking is her field", False),
    ],
)
def test_a_note_is_private_where_it_says_so(title: str, text: str, private: bool) -> None:
    assert in_confidence(Note(Origin("notes", "note 1"), None, title, text)) is private
