"""Who is named in a note: full names of known people, found in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from maarif.domain.handles import Handle
from maarif.normalise.names import is_person_name, name_words
from maarif.text.fold import words

#: Names of more words are not looked for as a whole.
_LONGEST = 4


def find_mentions(notes: Iterable[tuple[int, str]], named: Iterable[tuple[str, Handle]]) -> list[tuple[int, Handle]]:
    """(note, handle) for every name of two words or more ("Sara Haddad", "Umm Samir") of a known person in a note.

    `named` gives every name that somebody goes by, each person under one handle; names of two people are skipped, for
    nobody could tell who is meant.
    """
    known = _unambiguous(named)
    return [(number, handle) for number, text in notes for handle in _in_text(text, known)]


def _unambiguous(named: Iterable[tuple[str, Handle]]) -> dict[tuple[str, ...], Handle]:
    known: dict[tuple[str, ...], set[Handle]] = {}
    for name, handle in named:
        if is_person_name(name):
            for key in {tuple(words(name)), name_words(name)}:  # as it is written, and without titles
                if 2 <= len(key) <= _LONGEST:
                    known.setdefault(key, set()).add(handle)
    return {key: next(iter(handles)) for key, handles in known.items() if len(handles) == 1}


def _in_text(text: str, known: Mapping[tuple[str, ...], Handle]) -> Iterator[Handle]:
    found = words(text)
    seen: set[Handle] = set()
    for start in range(len(found)):
        for length in range(2, _LONGEST + 1):
            handle = known.get(tuple(found[start : start + length]))
            if handle is not None and handle not in seen:
                seen.add(handle)
                yield handle
