"""Who is who: how right, beside three other ways, and how fast."""

from __future__ import annotations

import gc
import json
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.options import Options
from bench.report import ROOT, Cell, Part, Table, setting
from bench.resolve.books import Row, arabic_pairs, fake_1000, febrl, invented, mailbox
from bench.resolve.linkage import HOW_TO_INSTALL, with_splink
from bench.resolve.measures import clusters_of, score
from bench.resolve.methods import OTHERS, by_rule, reviewed
from bench.resolve.world import generate
from maarif.resolve import Register, begin

_COLUMNS = ("method", "precision", "recall", "F1", "B-cubed F1", "wrong merges", "questions per 1,000 people")
_FROZEN = ROOT / "bench" / "results" / "resolve.json"
_PEOPLE, _NEWCOMERS = 50_000, 1000


def run(options: Options) -> Part:
    """A table for each set, one for all mailboxes, and the cost; what is right is frozen beside the code."""
    found = [_table(title, read) for title, read in _sets(options.data).items()]
    found.append(_mailboxes(options.data))
    if options.data:
        _freeze(found)
    return Part("resolve", (*found, _cost(options.scale)), setting(options.command, {}))


def _sets(data: Path | None) -> dict[str, Callable[[], list[Row]] | None]:
    er = data / "er" if data and (data / "er").is_dir() else None
    sets: dict[str, Callable[[], list[Row]] | None] = {"the invented, labelled set": invented}
    for number in (1, 2, 3):
        sets[f"FEBRL {number} as address books"] = (
            (lambda path=er / "febrl" / f"dataset{number}.csv": febrl(path)) if er else None  # type: ignore[misc]
        )
    sets["fake_1000 as address books"] = (lambda: fake_1000(er / "splink" / "fake_1000.csv")) if er else None
    arabic = er / "google_ar2en" / "ar2en-train.txt" if er else None
    sets["Arabic and Latin names with decoys"] = (lambda: arabic_pairs(arabic)) if arabic else None
    return sets


def _table(title: str, read: Callable[[], list[Row]] | None) -> Table:
    if read is None:
        return Table(title, _COLUMNS, (("no data here", None, None, None, None, None, None),))
    rows = read()
    person = {place: row.person for place, row in enumerate(rows)}
    people = len(set(person.values()))
    answered = reviewed(rows)
    lines = [
        _line("Maarif, no question asked", by_rule(rows), person, None),
        _line("Maarif, questions answered", answered.clusters, person, 1000 * answered.questions / people),
        *(_line(name, method(rows), person, None) for name, method in OTHERS.items()),
    ]
    linked = with_splink(rows)
    lines.append(
        (f"splink (not here: {HOW_TO_INSTALL})", *[None] * 6)
        if linked is None
        else _line("splink on DuckDB, .95", linked, person, None)
    )
    return Table(title, _COLUMNS, tuple(lines), (f"{len(rows):,} records of {people:,} people.",))


def _line(
    name: str, clusters: Sequence[Sequence[int]], person: dict[int, str], asked: float | None
) -> tuple[Cell, ...]:
    found = score(clusters, person)
    return (
        name, found.precision, found.recall, found.f1, found.bcubed, found.wrong_merges,
        None if asked is None else round(asked, 1),
    )  # fmt: skip


def _mailboxes(data: Path | None) -> Table:
    """Of the owner alone it is known which addresses are theirs; others' can only be counted."""
    columns = ("mailbox", "addresses", "owner's own", "pieces they are in", "others with them", "people")
    folder = data / "enron_maildir" if data else None
    if folder is None or not folder.is_dir():
        return Table("the owners' own addresses", columns, (("no data here", None, None, None, None, None),))
    return Table(
        "the owners' own addresses", columns, tuple(_owner(one) for one in sorted(folder.iterdir())),
        ("Own addresses: senders of one in twenty mails of the sent folders, told before any rule is asked.",),
    )  # fmt: skip


def _owner(folder: Path) -> tuple[Cell, ...]:
    rows = mailbox(folder)
    own = {place for place, row in enumerate(rows) if row.person == "owner"}
    clusters = by_rule(rows)
    theirs = [set(group) for group in clusters if not own.isdisjoint(group)]
    others = sum(len(group - own) for group in theirs)
    return folder.name, len(rows), len(own), len(theirs), others, len(clusters)


def _cost(scale: float) -> Table:
    people = int(_PEOPLE * scale)
    profiles, person = generate(people)
    texts = {str(handle): who for handle, who in person.items()}
    gc.disable()  # as the program does while it derives
    begun = time.process_time()
    register = Register(profiles[:-_NEWCOMERS])
    judged = time.process_time()
    begin(register, ())
    united = time.process_time()
    register.take(profiles[-_NEWCOMERS:])
    taken = time.process_time()
    outcome = begin(register, ())
    gc.enable()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    right = score(outcome.people, texts)
    compared = register.compared()
    blocking = score(clusters_of((pair for pair in compared if texts[pair[0]] == texts[pair[1]]), texts), texts)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("people", people), ("records", len(profiles)), ("pairs compared", len(compared)),
        ("blocking recall", blocking.recall), ("compare all from nothing, CPU s", judged - begun),
        ("second pass and clusters, CPU s", united - judged),
        (f"take {_NEWCOMERS:,} newcomers into a standing register, CPU s", taken - united),
        ("peak MB, the generated home included", peak),
        ("precision without review", right.precision), ("recall without review", right.recall),
    )  # fmt: skip
    return Table("at scale", ("what", "value"), rows)


def _freeze(tables: Sequence[Table]) -> None:
    """Rightness alone, to four places: the same on every machine, so that new weights show as a diff."""
    kept = {
        table.title: {
            str(row[0]): {
                column: round(value, 4) if isinstance(value, float) else value
                for column, value in zip(table.columns[1:], row[1:], strict=True)
                if value is not None
            }
            for row in table.rows
            if not str(row[0]).startswith("splink")
        }
        for table in tables
    }
    _FROZEN.parent.mkdir(parents=True, exist_ok=True)
    _FROZEN.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
