"""The demo: an invented owner's real files, taken in, and the three needs of the story asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import as_file, files

from maarif.app.asking.ask import ask
from maarif.app.home import Home
from maarif.app.importing.progress import Progress
from maarif.app.importing.take_in import ImportReport, take_in
from maarif.domain.needs import Answer
from maarif.rank.needs import parse_moment

#: The files of the demo, in the order a newcomer would drag them in.
FILES = ("mail.mbox", "contacts.vcf", "linkedin.zip", "notes", "interactions.csv")


@dataclass(frozen=True, slots=True)
class DemoAnswers:
    """What the demo shows: whose network it is, what was taken in, the needs and their answers."""

    owner: str
    report: ImportReport
    answers: tuple[Answer, ...]


def demo(home: Home, progress: Progress | None = None, each: Callable[[Answer], None] | None = None) -> DemoAnswers:
    """Take the demo files in and ask their needs as of the demo's own day; `each` sees every answer as it comes."""
    folder = files("maarif.app") / "demo_files"
    said = json.loads((folder / "needs.json").read_text("utf-8"))
    with as_file(folder) as here:
        report = take_in(home, [here / name for name in FILES], progress=progress)
    moment = parse_moment(said["on"])
    answers = []
    for need in said["needs"]:
        answer = ask(home, need, on=moment)
        answers.append(answer)
        if each is not None:
            each(answer)
    return DemoAnswers(said["owner"]["name"], report, tuple(answers))
