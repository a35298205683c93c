"""JSON of any size, one element at a time, of which damage costs no more than the element it stands in."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TextIO, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
Object: TypeAlias = dict[str, object]

#: The longest value that is decoded as a whole, in characters, and how much is read at once.
LONGEST = 1 << 24
_CHUNK = 1 << 18

#: How often the next element is looked for behind a damaged one; after that the rest is given up.
_FRESH_STARTS = 20

_DECODER = json.JSONDecoder(strict=False)
_SPACES = re.compile(r"[ \t\n\r]*")
_KEY = re.compile(r'\{[ \t\n\r]{0,200}"[^"\\]{0,200}"[ \t\n\r]{0,20}:')
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A value, and the keys and indexes (from 0) that lead to it."""

    path: Path
    value: object


@dataclass(frozen=True, slots=True)
class Damage:
    """Where the text is no JSON: the keys that lead there, the character (from 0), and what stands there."""

    path: Path
    at: int
    excerpt: str

    @property
    def reason(self) -> str:
        """What to tell of it."""
        broken_off = not self.excerpt.strip()
        return "the file breaks off here" if broken_off else f"no JSON at character {self.at + 1}"


class _JsonError(ValueError):
    """The text cannot be read on as JSON from here; `told` where that was yielded already."""

    def __init__(self, told: bool = False) -> None:
        super().__init__()
        self.told = told


class _Window:
    """A part of the text, read on as far as a value needs."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._ended = False
        self._before = 0
        self.text = ""
        self.at = 0

    @property
    def position(self) -> int:
        """Characters from the beginning of the text."""
        return self._before + self.at

    def excerpt(self) -> str:
        """The next few characters."""
        return clean(self.text[self.at : self.at + 80])

    def more(self) -> bool:
        """Read on, and let go of what was passed; false at the end."""
        if self._ended:
            return False
        chunk = self._stream.read(max(_CHUNK, len(self.text) - self.at))
        self._ended = not chunk
        self._before += self.at
        self.text = self.text[self.at :] + chunk
        self.at = 0
        return bool(chunk)

    def peek(self) -> str:
        """The next character that is no space; "" at the end."""
        while True:
            found = _SPACES.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def value(self) -> object:
        """Decode the value that stands next. Raises _JsonError."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self.text, self.at)
            except RecursionError:
                raise _JsonError from None
            except ValueError as error:
                if not self._is_cut(error) or not self.more():
                    raise _JsonError from None
                continue
            if end < len(self.text) or not self.more():
                self.at = min(end, len(self.text))
                return value

    def _is_cut(self, error: ValueError) -> bool:
        """Tell whether the value may just not be read to its end."""
        if not isinstance(error, json.JSONDecodeError) or len(self.text) - self.at > LONGEST:
            return False
        return error.msg.startswith("Unterminated string") or error.pos >= len(self.text) - 16

    def skip_to(self, sign: str, start: int) -> bool:
        """Go behind the next `sign` at or after a position of the whole text; false where there is none."""
        self.at = max(0, start - self._before)
        while (found := self.text.find(sign, self.at)) < 0:
            self.at = max(self.at, len(self.text) - len(sign))
            if not self.more():
                return False
        self.at = found + 1
        return True


def walk(stream: TextIO, into: Collection[Path]) -> Iterator[Found | Damage]:
    """Yield the values of a JSON text in their order, decoding only as much at once as one of them.

    `into` holds the paths, with "*" for every index, of the objects and arrays that are gone into; every
    other value is yielded whole. Damage within an element of an array ends that element, elsewhere the text.
    """
    window = _Window(stream)
    walker = _Walker(window, frozenset(into))
    try:
        if window.peek():
            yield from walker.value((), ())
    except _JsonError as error:
        if not error.told:
            yield Damage((), window.position, window.excerpt())


class _Walker:
    """One walk through a text."""

    def __init__(self, window: _Window, into: frozenset[Path]) -> None:
        self._window = window
        self._into = into
        self._starts = 0

    def value(self, path: Path, pattern: Path) -> Iterator[Found | Damage]:
        """Yield what stands next: itself, or what is in it."""
        opening = self._window.peek()
        if pattern not in self._into or opening not in ("{", "["):
            value = self._window.value()
            yield Found(path, clean(value) if isinstance(value, str) else value)
        elif opening == "{":
            yield from self._members(path, pattern)
        else:
            yield from self._elements(path, pattern)

    def _members(self, path: Path, pattern: Path) -> Iterator[Found | Damage]:
        window = self._window
        window.at += 1
        while (sign := window.peek()) != "}":
            if sign == ",":
                window.at += 1
                continue
            key = window.value() if sign == '"' else None
            if not isinstance(key, str) or window.peek() != ":":
                raise _JsonError
            window.at += 1
            yield from self.value((*path, key), (*pattern, key))
        window.at += 1

    def _elements(self, path: Path, pattern: Path) -> Iterator[Found | Damage]:
        window = self._window
        window.at += 1
        index, opening = 0, ""
        while (sign := window.peek()) != "]":
            if sign == ",":
                window.at += 1
                continue
            if not sign:
                raise _JsonError
            opening = (self._opening() if index < 2 else "") or opening
            start = window.position
            try:
                yield from self.value((*path, index), (*pattern, "*"))
            except _JsonError as error:
                if not error.told:
                    yield Damage((*path, index), window.position, window.excerpt())
                self._start_afresh(opening, start)
            index += 1
        window.at += 1

    def _opening(self) -> str:
        """How elements begin: the break before them and, where they stand in one line, their first key."""
        window = self._window
        before = window.text[max(0, window.at - 100) : window.at]
        gap = before[len(before.rstrip(" \t\n\r")) :]
        first = _KEY.match(window.text, window.at)
        if window.text[window.at] != "{" or not ("\n" in gap or first):
            return ""
        return f",{gap}{{" if "\n" in gap else f",{gap}{first[0]}" if first else ""

    def _start_afresh(self, opening: str, start: int) -> None:
        """Go to the next element that begins like the first. Raises _JsonError where there is none."""
        self._starts += 1
        if not opening or self._starts > _FRESH_STARTS or not self._window.skip_to(opening, start + 1):
            raise _JsonError(told=True)


def clean(text: str) -> str:
    """The text with a replacement mark for each half of a character, which no file can hold."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def text_at(value: Object, key: str) -> str:
    """The string under a key, or the number as one; "" for everything else."""
    found = value.get(key)
    if isinstance(found, str):
        return clean(found)
    is_number = isinstance(found, int) and not isinstance(found, bool) and abs(found) < 1 << 64
    return str(found) if is_number else ""


def object_at(value: Object, key: str) -> Object:
    """The object under a key; an empty one where there is none."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def list_at(value: Object, key: str) -> list[object]:
    """The array under a key; an empty one where there is none."""
    found = value.get(key)
    return found if isinstance(found, list) else []


def objects_at(value: Object, key: str) -> list[Object]:
    """The objects in the array under a key."""
    return [each for each in list_at(value, key) if isinstance(each, dict)]
