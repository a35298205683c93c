"""Notes that somebody keeps in Markdown or plain text: a journal with dates, or one file per thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect, Item, Note, Origin, Party
from maarif.sources.notes.days import day_in_name
from maarif.sources.notes.entries import Entry, Piece, entries_in, pieces_of
from maarif.sources.notes.front import Front, read_front
from maarif.sources.notes.people import people_in
from maarif.sources.notes.sections import sections_of
from maarif.sources.notes.signs import is_note
from maarif.text.called import is_called, is_called_briefly
from maarif.text.charsets import open_text

_DAYS_OF_ZONES = 2
#: Folders of a vault where each page is a person's.
_OF_PEOPLE = frozenset(("people", "persons", "contacts", "personen", "leute", "kontakte", "أشخاص", "الناس"))
_BLANK_LINES = re.compile(r"\n{3,}")


def recognises(blob: Blob) -> bool:
    """Tell by the name (.md, .markdown, .txt or none) and by words that have no other format's signs."""
    return is_note(blob.name, blob.head)


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Note per dated entry, where nothing is dated per section, or one for the whole file.

    A file that is named after somebody is about them.
    """
    about = _named_after(blob.name)
    with open_text(blob.open(), blob.head) as lines:
        front, body = read_front(pieces_of(lines))
        for entry in _entries(body, front, about):
            day = entry.day or front.day or day_in_name(blob.name)
            title = entry.title or entry.context or front.title or about
            yield _note(Origin(blob.name, entry.place), replace(entry, day=day, title=title), front, today)


def _named_after(name: str) -> str:
    """Whom a file is named after: `Sara Haddad.md`, in a folder of people `Sara.md` as well; or ""."""
    *folders, last = re.split(r"[/\\!]", name)
    stem, dot, ending = last.rpartition(".")
    if not dot or ending.lower() not in ("md", "markdown"):
        return ""
    among_people = bool(folders) and folders[-1].lower() in _OF_PEOPLE
    return stem.strip() if is_called(stem) or (among_people and is_called_briefly(stem)) else ""


def _entries(body: Iterator[Piece], front: Front, about: str) -> Iterator[Entry]:
    """The entries; one without words where the front matter is all there is."""
    entries = entries_in(body)
    first = next(entries, None)
    if first is None and front != Front():
        first = Entry("line 1")
    whole = chain([first] if first else [], entries)
    return chain.from_iterable(_about(entry, about) for entry in whole)


def _about(entry: Entry, about: str) -> Iterator[Entry]:
    """The sections of an entry, each with the person that its heading or the file names."""
    for section in sections_of(entry, about):
        section.person = section.person or (section.title if is_called(section.title) else about)
        yield section


def _note(origin: Origin, entry: Entry, front: Front, today: date) -> Note | Defect:
    """The entry as a Note at noon, UTC; where that lies in the future, a Defect that keeps it without."""
    text = _BLANK_LINES.sub("\n\n", "".join(entry.lines)).strip()
    if front.tags:
        text = f"{text}\n{' '.join('#' + tag for tag in front.tags)}".strip()
    people = dict.fromkeys(chain(people_in(entry.title), _person(entry), people_in(text), front.people))
    note = Note(origin, None, entry.title, text, tuple(people))
    if entry.day is None:
        return note
    if entry.day > today + timedelta(_DAYS_OF_ZONES):
        return Defect(origin, f"date {entry.day} lies in the future", (text or entry.title)[:80], note)
    return replace(note, at=int(datetime.combine(entry.day, time(12), UTC).timestamp()))


def _person(entry: Entry) -> tuple[Party, ...]:
    return (Party(entry.person, kind="name"),) if entry.person else ()
