"""Who of all the people I know could help? Invented owners with real files, sixty needs each, and graded answers."""

from __future__ import annotations

from bench.options import Options
from bench.report import ROOT, Part, keep, setting

#: Where the results of the last run stand in the repository.
RESULTS = ROOT / "bench" / "results"


def run(options: Options) -> Part:
    """Make every owner's files, import them, ask all needs in all wordings, and judge the answers."""
    from bench.needs import tables
    from bench.needs.owner import owners
    from bench.needs.runs import OwnersRun, run_owner

    runs: list[OwnersRun] = [run_owner(name, options.out, keep_home=options.keep_homes) for name in owners()]
    found = [case for run in runs for case in run.cases]
    parts = (
        tables.overall(found),
        tables.against(found),
        tables.split(found, "By language of the need", lambda case: case.asked.language),
        tables.split(found, "By kind of need", lambda case: case.asked.kind),
        *(tables.split(run.cases, f"{run.owner}: by language", lambda case: case.asked.language) for run in runs),
        tables.found_by(
            found, "Good people in the first seven, by where it stands", lambda case, who: case.sources[who]
        ),
        tables.found_by(found, "Good people in the first seven, by the words", lambda case, who: case.distances[who]),
        tables.trust(runs),
    )
    said = {
        "owners": ", ".join(
            f"{run.owner} ({run.people} people, {run.items:,} items, import {run.cost})" for run in runs
        )
    }
    part = Part("needs", parts, setting(options.command, said))
    keep(part, RESULTS, "needs.json")
    return part
