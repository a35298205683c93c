"""Copies of one mail meet by content, however their spaces were changed on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maarif.domain.items import Envelope, Message, Origin, Party
from maarif.normalise.reading import read_item

_SENDER = Envelope(Party("Lena Brandt", "lena@tannhof.example"))
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_WORDS = st.lists(st.text(min_size=1, max_size=8).filter(lambda word: not any(map(str.isspace, word))), max_size=6)


def _copies(text: str) -> int:
    return read_item(Message(Origin("a.mbox", "1"), "mail", 1_700_000_000, _SENDER, "Honey", text), "mail").copies


@given(_WORDS, st.sampled_from(_SPACES))
def test_spaces_of_any_script_do_not_tell_copies_apart(words: list[str], space: str) -> None:
    assert _copies(space.join(words)) == _copies("".join(words))


def test_other_letters_do() -> None:
    assert _copies("see you at 5 – Lena") != _copies("see you at 6 – Lena")
    assert _copies("a°b") != _copies("ab")
