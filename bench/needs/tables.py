"""The tables of the benchmark, from the cases of all owners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bench.needs.cases import BASELINES, GIVEN, TOLD, Case, must_not, worth
from bench.needs.measures import GOOD, SEEN, interval
from bench.needs.runs import OwnersRun
from bench.report import Cell, Table

METHODS = (TOLD, GIVEN, *BASELINES)


def overall(found: Sequence[Case]) -> Table:
    """Every method over all needs."""
    columns = (
        "method",
        f"nDCG@{SEEN}",
        "95 %",
        f"recall@{SEEN}",
        "MRR",
        "must not (first 10)",
        '"nobody" right',
        '"nobody" wrong',
    )
    answerable = [case for case in found if case.answerable]
    note = f"{len(found)} needs, {len(found) - len(answerable)} of them without a good answer. " + _note()
    return Table("All needs", columns, tuple(_method(found, method) for method in METHODS), (note,))


def _note() -> str:
    return (
        "Maarif tells the kind of need from the words, unless it is given. Intervals: needs drawn again 2,000 times. "
        '"Nobody" right: share of the needs without a good answer that get none; wrong: share of the others that get '
        "none."
    )


def _method(found: Sequence[Case], method: str) -> tuple[Cell, ...]:
    good = [case for case in found if case.answerable]
    values = [worth(case, method) for case in good]
    low, high = interval([value.ndcg for value in values])
    return (
        method,
        _mean(value.ndcg for value in values),
        f"{low:.3f}-{high:.3f}",
        _mean(value.recall for value in values),
        _mean(value.reciprocal for value in values),
        sum(must_not(case, method) for case in found),
        _mean(float(not case.rankings[method]) for case in found if not case.answerable),
        _mean(float(not case.rankings[method]) for case in good),
    )


def against(found: Sequence[Case]) -> Table:
    """Maarif against each baseline, need by need."""
    good = [case for case in found if case.answerable]
    rows = []
    for method in BASELINES:
        pairs = [worth(case, TOLD).ndcg - worth(case, method).ndcg for case in good]
        low, high = interval(pairs)
        rows.append((method, sum(pairs) / len(pairs), f"{low:+.3f} to {high:+.3f}"))
    return Table(f"nDCG@{SEEN} of Maarif minus that of", ("method", "difference", "95 %"), tuple(rows))


def split(found: Sequence[Case], title: str, by: Callable[[Case], str]) -> Table:
    """Maarif beside the better search, by a property of the need."""
    columns = (
        "",
        "needs",
        f"nDCG@{SEEN}",
        "shared votes",
        f"recall@{SEEN}",
        "MRR",
        "must not",
        "nobody right",
        "kind right",
    )
    names = dict.fromkeys(by(case) for case in found)
    return Table(
        title, columns, tuple(_split_row(name, [case for case in found if by(case) == name]) for name in names)
    )


def _split_row(name: str, own: Sequence[Case]) -> tuple[Cell, ...]:
    good = [case for case in own if case.answerable]
    values = [worth(case, TOLD) for case in good]
    return (
        name,
        len(own),
        _mean(value.ndcg for value in values),
        _mean(worth(case, BASELINES[1]).ndcg for case in good),
        _mean(value.recall for value in values),
        _mean(value.reciprocal for value in values),
        sum(must_not(case, TOLD) for case in own),
        _mean(float(not case.rankings[TOLD]) for case in own if not case.answerable),
        _mean(float(case.kind_told == case.asked.kind) for case in own),
    )


def found_by(found: Sequence[Case], title: str, by: Callable[[Case, str], str]) -> Table:
    """Which share of the good people is among the first seven, by a property of what makes them good."""
    methods = (TOLD, *BASELINES[1:3])
    hits: dict[str, list[tuple[float, ...]]] = {}
    for case in found:
        seen = [set().union(*case.rankings[method][:SEEN]) for method in methods]
        for who, grade in case.grades.items():
            if grade >= GOOD:
                hits.setdefault(by(case, who), []).append(tuple(float(who in names) for names in seen))
    rows = [(name, len(own), *map(_mean, zip(*own, strict=True))) for name, own in sorted(hits.items())]
    return Table(title, ("", "good people", *methods), tuple(rows))


def trust(runs: Sequence[OwnersRun]) -> Table:
    """What does not depend on whom one names: steadiness, evidence, kinds, and whether the telling items were read."""
    found = [case for run in runs for case in run.cases]
    likenesses = [one for run in runs for one in run.likenesses]
    checked, read = [run.checked for run in runs], [one for run in runs for one in run.read_right]
    origins, quotes = sum(one.origins for one in checked), sum(one.quotes for one in checked)
    existing, supported = sum(one.existing for one in checked), sum(one.supported for one in checked)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("kind told right", _mean(float(case.kind_told == case.asked.kind) for case in found), len(found)),
        ("same people for other wordings (Spearman)", _mean(likenesses), len(likenesses)),
        ("telling items read at their place", _mean(map(float, read)), len(read)),
        ("origins that exist", existing / origins if origins else None, origins),
        ("quotations that their item holds", supported / quotes if quotes else None, quotes),
    )
    return Table("Steady, and to be checked", ("what", "share", "of"), rows)


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return sum(known) / len(known) if known else None
