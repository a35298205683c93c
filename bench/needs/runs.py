"""One owner from files to judged answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.needs import program
from bench.needs.cases import Case, cases
from bench.needs.evidence import Checked, check, read_right
from bench.needs.make import make
from bench.needs.measures import likeness
from bench.needs.program import Row
from bench.needs.truth import Truth, read_truth


@dataclass(frozen=True, slots=True)
class OwnersRun:
    """What came of one owner: the judged needs, how steady other wordings were, and whether reasons hold."""

    owner: str
    people: int
    items: int
    cost: str
    cases: list[Case]
    likenesses: list[float]
    checked: Checked
    read_right: list[bool]


def run_owner(name: str, out: Path, *, keep_home: bool = False) -> OwnersRun:
    """Make the files, import them into a fresh home, ask all needs twice (kind told, kind given), judge."""
    folder, home = out / "cache" / "needs" / name, out / "homes" / f"needs-{name}"
    home.parent.mkdir(parents=True, exist_ok=True)
    world = make(name, folder.parent)
    truth = read_truth(folder)
    kept = keep_home and home.exists()
    cost = "kept" if kept else program.fill_home(folder, home, truth.owner["me"])
    told = program.ask(truth.asked, home, kinds=False)
    given = program.ask([one for one in truth.asked if one.of is None], home, kinds=True)
    program.keep(told, folder / "answers.jsonl")
    items, people = program.items(home), program.people(home, truth.owner["asked"])
    return OwnersRun(
        name,
        len(world.people),
        len(items),
        cost,
        cases(truth, told, given, items, people),
        _likenesses(truth, told),
        check([*told, *given], items),
        read_right(truth.places, items),
    )


def _likenesses(truth: Truth, told: list[Row]) -> list[float]:
    """For each need with other wordings, how alike the answers to all of them are."""
    answers = {row["need"]["id"]: [one["person"]["id"] for one in row["suggestions"]] for row in told}
    wordings: dict[str, list[str]] = {}
    for asked in truth.asked:
        if asked.of:
            wordings.setdefault(asked.of, [asked.of]).append(asked.id)
    return [likeness([answers[one] for one in ids]) for ids in wordings.values()]
