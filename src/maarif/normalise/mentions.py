"""Who is named in a note: full names of known people, found in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from maarif.domain.handles import Handle
from maarif.normalise.names import is_person_name, name_words
from maarif.text.fold import words

#: Names of more words are not looked for as a whole.
_LONGEST = 4


def find_mentions(notes: Iterable[tuple[int, str]], named: Mapping[str, Handle]) -> list[tuple[int, Handle]]:
    """(note, handle) for every full name (two words or more) of a known person in a note; shared names are skipped,
    for nobody could tell who is meant."""
    known = _unambiguous(named)
    return [(number, handle) for number, text in notes for handle in _in_text(text, known)]


def _unambiguous(named: Mapping[str, Handle]) -> dict[tuple[str, ...], Handle]:
    known: dict[tuple[str, ...], Handle | None] = {}
    for name, handle in named.items():
        key = name_words(name)
        if 2 <= len(key) <= _LONGEST and is_person_name(name):
            known[key] = None if key in known else handle
    return {key: handle for key, handle in known.items() if handle is not None}


def _in_text(text: str, known: Mapping[tuple[str, ...], Handle]) -> Iterator[Handle]:
    found = words(text)
    seen: set[Handle] = set()
    for start in range(len(found)):
        for length in range(2, _LONGEST + 1):
            handle = known.get(tuple(found[start : start + length]))
            if handle is not None and handle not in seen:
                seen.add(handle)
                yield handle
