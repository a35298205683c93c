"""Facts that people state in plain words, in English, German and Arabic; nothing is guessed beyond the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maarif.domain.handles import Handle
from maarif.normalise.statements import Statement
from maarif.normalise.told.cast import Cast
from maarif.normalise.told.gate import LANGUAGES, may_tell, open_to
from maarif.normalise.told.rules import facts_in, rules_of
from maarif.normalise.told.sentences import is_open, plain, sentences_in

__all__ = ["may_tell", "said_in_words"]

#: Characters that are read; nobody tells of themself further on.
_LIMIT = 200_000


def said_in_words(
    text: str, writer: Handle | None, writer_name: str, named: Sequence[tuple[str, Handle]]
) -> tuple[Statement, ...]:
    """The facts that a text states, in the order in which they stand, each once.

    With a `writer` (a mail, a chat message) the statements in the first person count, and are about the writer.
    Without one the text is the owner's note: statements in the third person count and are about the person `named`
    last (names as they are written, with their handles); whoever the note says was met gets a handle by name.
    Questions, conditions, denials and quotations state nothing. `writer_name` keeps writers from being their own kin.
    """
    if writer is not None and not may_tell(text):
        return ()
    cast = Cast(writer, writer_name, named)
    return tuple(dict.fromkeys(_said(plain(text[:_LIMIT]), cast)))


def _said(text: str, cast: Cast) -> Iterator[Statement]:
    for sentence in sentences_in(text):
        if not is_open(sentence):
            for language in LANGUAGES:
                if cast.writer is None or open_to(sentence, language):
                    for rule in rules_of(language, notes=cast.writer is None):
                        yield from facts_in(sentence, rule, cast)
        cast.hear(sentence)
