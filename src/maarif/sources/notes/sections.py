"""An undated entry with several headings of one level, cut into one entry per section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from maarif.sources.notes.entries import Entry
from maarif.sources.notes.people import people_in
from maarif.text.called import is_called, is_called_briefly

_HEADING = re.compile(r"(#{1,6})\s{1,10}(\S.*)", re.DOTALL)
_FENCE = ("```", "~~~")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading within an entry: its level, its words, its place among the entry's lines."""

    level: int
    title: str
    place: int


def sections_of(entry: Entry, about: str) -> Iterator[Entry]:
    """Yield an entry per section; the entry itself where it is dated, about one person, or of one piece.

    The sections are those of the highest level that two headings or more share, and what stands before them.
    `about` is whom the whole file is about, "" where that is nobody.
    """
    headings = list(_headings(entry)) if entry.day is None else []
    level = _shared_level(entry, headings)
    titles = [heading.title for heading in headings if heading.level == level]
    if entry.level == level:
        titles.append(entry.title)
    named = sum(map(_names_somebody, titles))
    if not level or (not named and (about or (entry.level < level and _names_somebody(entry.title)))):
        yield entry
        return
    listed = 3 * named >= len(titles)
    for section in _cut(entry, [heading for heading in headings if heading.level <= level]):
        section.person = _person(section.title, listed=listed)
        if section.says_something() or section.title:
            yield section


def _headings(entry: Entry) -> Iterator[_Heading]:
    """The headings within an entry; code is left out."""
    fenced = False
    for place, line in enumerate(entry.lines):
        if line.lstrip().startswith(_FENCE):
            fenced = not fenced
        elif not fenced and line.startswith("#") and (found := _HEADING.match(line)):
            yield _Heading(len(found[1]), found[2].strip().rstrip("#").strip(), place)


def _shared_level(entry: Entry, headings: list[_Heading]) -> int:
    """The highest level that two headings share, the entry's own among them; 0 where none do."""
    levels = Counter(heading.level for heading in headings)
    if entry.title:
        levels[entry.level] += 1
    return min((level for level, times in levels.items() if times > 1), default=0) if headings else 0


def _names_somebody(heading: str) -> bool:
    return is_called(heading) or next(people_in(heading), None) is not None


def _person(title: str, *, listed: bool) -> str:
    """The person a section's title names; where every third does, any full name will do."""
    return title if is_called(title) or (listed and " " in title and is_called_briefly(title)) else ""


def _cut(entry: Entry, at: list[_Heading]) -> Iterator[Entry]:
    """The entry in pieces, each but the first beginning with one of these headings."""
    ends = [*(heading.place for heading in at), len(entry.lines)]
    yield Entry(entry.place, None, entry.title, entry.level, entry.context, entry.lines[: ends[0]])
    number, counted = entry.begins, 0
    for heading, end in zip(at, ends[1:], strict=True):
        number += sum(line.endswith("\n") for line in entry.lines[counted : heading.place])
        counted = heading.place
        lines = entry.lines[heading.place + 1 : end]
        yield Entry(f"line {number}", None, heading.title, heading.level, "", lines)
