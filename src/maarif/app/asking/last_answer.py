"""The answer that was shown last, so that its places can be spoken of: "draft 1", "feedback 2 good"."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

from maarif.app.home import Home
from maarif.domain.errors import BadInput
from maarif.domain.needs import Answer

#: A small file beside the database: a question changes nothing in the home, and waits for no import.
_FILE = "last-answer.json"


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """A need as it was asked, and the ids of the people who were named, best first."""

    text: str
    kind: str
    asked_on: int
    people: tuple[str, ...]


def remember(home: Home, answer: Answer) -> None:
    """Remember an answer as the last one."""
    need = answer.need
    said = {
        "text": need.text, "kind": need.kind, "asked_on": need.asked_on,
        "people": [one.person.id for one in answer.suggestions],
    }  # fmt: skip
    path = home.path / _FILE
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    fresh.replace(path)


def last_answer(home: Home) -> LastAnswer:
    """The answer that was shown last. Raises BadInput where there is none."""
    try:
        said = json.loads((home.path / _FILE).read_text("utf-8"))
        return LastAnswer(said["text"], said["kind"], said["asked_on"], tuple(said["people"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput('Nothing has been asked yet. Begin with: maarif ask "what you need"') from error


def placed(home: Home, place: str) -> tuple[LastAnswer, str] | None:
    """The last answer and the person at a place of it ("1" is the first); None where `place` is no number.

    Raises BadInput where the last answer has no such place.
    """
    if not (place.isascii() and place.isdigit() and len(place) < 4):
        return None
    last = last_answer(home)
    if not 1 <= int(place) <= len(last.people):
        named = f"named {len(last.people)} people" if last.people else "named nobody"
        raise BadInput(f"The last answer {named}: there is no {place}. Say somebody's name, or ask again.")
    return last, last.people[int(place) - 1]
