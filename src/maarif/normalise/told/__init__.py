"""Facts that people state in plain words, in English, German and Arabic; nothing beyond the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from maarif.domain.handles import Handle
from maarif.normalise.statements import Statement
from maarif.normalise.told.cast import Cast
from maarif.normalise.told.elided import completed
from maarif.normalise.told.gate import LANGUAGES, may_tell, open_to
from maarif.normalise.told.meeting import people_met
from maarif.normalise.told.retold import retold
from maarif.normalise.told.rules import begins_in, facts_in, rules_of
from maarif.normalise.told.sentences import is_open, plain, sentences_in

__all__ = ["may_tell", "people_met", "said_in_words"]

_ARABIC = re.compile("[\u0620-\u064a]{2}")
#: Characters that are read; nobody tells of themself further on.
_LIMIT = 200_000


def said_in_words(
    text: str, writer: Handle | None, writer_name: str, named: Sequence[tuple[str, Handle]]
) -> tuple[Statement, ...]:
    """The facts that a text states, in the order in which they stand, each once.

    With a `writer` (a mail, a chat message) statements in the first person count, and are about the writer.
    Without one the text is the owner's note: statements in the third person count, about the person `named`
    last (names as they are written, with their handles); whoever the note says was met gets a handle by name.
    Questions, conditions, denials and quotations state nothing. `writer_name` keeps writers from being their
    own kin.
    """
    if writer is not None and not may_tell(text):
        return ()
    if writer is None:
        named = (*named, *people_met(text, named))
    cast = Cast(writer, writer_name, named)
    return tuple(dict.fromkeys(_said(plain(text[:_LIMIT]), cast)))


def _said(text: str, cast: Cast) -> Iterator[Statement]:
    notes = cast.writer is None
    for sentence in sentences_in(text):
        said = retold(sentence, notes=notes)
        if not is_open(sentence):
            for each in said:
                yield from _facts_of(each, cast, notes=notes)
        cast.hear(" ".join(said))


def _facts_of(sentence: str, cast: Cast, *, notes: bool) -> Iterator[Statement]:
    for language in _languages_of(sentence, cast):
        whole = completed(sentence, language, notes=notes)
        begins = begins_in(whole, language, notes=notes)
        for rule in rules_of(language, notes=notes):
            yield from facts_in(whole, rule, begins, cast)


def _languages_of(sentence: str, cast: Cast) -> Iterator[str]:
    """The languages whose rules are worth a look: in a note by the script, in a mail by its first person."""
    if cast.writer is not None:
        yield from (language for language in LANGUAGES if open_to(sentence, language))
    elif _ARABIC.search(sentence):
        yield "ar"
    else:
        yield from ("en", "de")
