"""What a home holds and where it lies, and whom the owner leaves alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.domain.people import Person


@dataclass(frozen=True, slots=True)
class Holdings:
    """A home's folder, its bytes on disk, and how many items, people and imports are in it."""

    path: Path
    size: int
    items: int
    people: int
    imports: int


def holdings(home: Home) -> Holdings:
    """What the home holds now."""
    catch_up(home)
    items, people, imports = home.store.browse.counts()
    size = sum(file.stat().st_size for file in home.path.rglob("*") if file.is_file())
    return Holdings(home.path, size, items, people, imports)


def left_alone(home: Home) -> list[tuple[Person, tuple[str, ...]]]:
    """Everybody whom a word of the owner's keeps out of answers, with these words, by name."""
    marks = {who: words - {"close"} for who, words in home.store.browse.marks().items()}
    people = home.store.people.get([who for who, words in marks.items() if words])
    return sorted(((one, tuple(sorted(marks[who]))) for who, one in people.items()), key=lambda pair: pair[0].name)
