"""Who is spoken of: the writer in the first person, in a note whoever was named last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from maarif.domain.handles import Handle
from maarif.normalise.names import name_words
from maarif.text.fold import fold

_FIRST = frozenset(
    [
        "i",
        "we",
        "my",
        "our",
        "ich",
        "wir",
        "mein",
        "meine",
        "meiner",
        "meinem",
        "meinen",
        "unser",
        "unsere",
        "انا",
        "نحن",
    ]
)
_THIRD = frozenset(
    ["she", "he", "her", "his", "sie", "er", "ihr", "ihre", "sein", "seine", "seiner", "ihrer", "هو", "هي"]
)
_TOGETHER = frozenset(["we", "wir"])
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž\u0620-\u064a][\w'’-]{0,40}")
_OWNED = re.compile(r"(?:['’]s|['’])$")


class Cast:
    """The people of one text, and who of them was named last."""

    def __init__(self, writer: Handle | None, writer_name: str, named: Sequence[tuple[str, Handle]]) -> None:
        self.writer = writer
        self._own_words = frozenset(name_words(writer_name))
        self._known: dict[str, Handle | None] = {}
        for name, handle in named:
            self._learn(name, handle)
        self._last: Handle | None = None

    def _learn(self, name: str, handle: Handle) -> None:
        """Remember a full name, and its first name unless two people share it."""
        whole = fold(name).strip()
        for key in dict.fromkeys((whole, *whole.split()[:1])):
            known = self._known.get(key, handle)
            self._known[key] = handle if known == handle else None
        self._known[whole] = handle

    def subject(self, who: str | None, sentence: str, at: int) -> Handle | None:
        """Whom a subject at a place of a sentence means; None where nobody can tell."""
        said = fold(who or "").strip()
        if self.writer is not None:
            return self.writer if said in _FIRST or not said else None
        if said in _TOGETHER or said in _THIRD or not said:
            return self._named_before(sentence, at)
        return self._known_at_end_of((who or "").split())

    def _known_at_end_of(self, words: list[str]) -> Handle | None:
        """Somebody named by the last words of a run of capitals ("Yesterday Sara Haddad")."""
        found = (self.known(" ".join(words[begin:])) for begin in range(len(words)))
        return next((handle for handle in found if handle), None)

    def known(self, name: str) -> Handle | None:
        """The handle of somebody the text names, by full or first name."""
        whole = fold(_OWNED.sub("", name.strip())).strip()
        return self._known.get(whole) or self._known.get(whole.removesuffix("s"))

    def is_writer(self, name: str) -> bool:
        """Tell whether a name is the writer's own."""
        return bool(self._own_words.intersection(name_words(name)))

    def hear(self, sentence: str) -> None:
        """Remember who a sentence was about: the only one it named; nobody where it named several."""
        if self.writer is None:
            named = self._in(sentence, len(sentence))
            if named:
                self._last = named[0] if len(set(named)) == 1 else None

    def _named_before(self, sentence: str, at: int) -> Handle | None:
        named = self._in(sentence, at)
        return named[-1] if named else self._last

    def _in(self, sentence: str, end: int) -> list[Handle]:
        """Those a sentence names before a place, in order; "Ali's party" does not name Ali."""
        found: list[Handle] = []
        words = list(_NAME.finditer(sentence, 0, end))
        skip = 0
        for place, word in enumerate(words):
            if place < skip:
                continue
            for length in (4, 3, 2, 1):
                run = words[place : place + length]
                name = sentence[word.start() : run[-1].end()]
                owned = _OWNED.search(name) is not None
                handle = self.known(name)
                if handle is not None:
                    skip = place + len(run)
                    if not owned:
                        found.append(handle)
                    break
        return found
