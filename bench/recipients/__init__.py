"""Whom did this mail really go to? Maarif and seven known methods on the same mailboxes and texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from bench import program
from bench.options import Options
from bench.recipients.baselines import BASELINES, rank
from bench.recipients.cases import Case, Query, all_stripped, dormant, new_threads, read_queries, static_split
from bench.recipients.generated import generate
from bench.recipients.mailbox import Mailbox, read_mailbox
from bench.recipients.memory import Memory, Moment, remember
from bench.recipients.metrics import Estimate, Outcome, Ranking, difference, estimate, judge, macro
from bench.recipients.ours import Ours
from bench.report import Cell, Part, Table, setting

OURS = "Maarif"

CaseMaker: TypeAlias = Callable[[Mailbox, list[Query]], list[Case]]
Outcomes: TypeAlias = dict[str, list[Outcome]]


@dataclass(frozen=True, slots=True)
class Owner:
    """One mailbox made ready, with its queries; `ours` is None where the program cannot be asked."""

    mailbox: Mailbox
    memory: Memory
    queries: list[Query]
    ours: Ours | None


def run(options: Options) -> Part:
    """All protocols over all mailboxes of the data folder, or over invented ones where there is none."""
    start = time.process_time()
    data, note = _data(options)
    owners = [_owner(folder, data, options.out) for folder in sorted((data / "enron_maildir").iterdir())]
    tables = list(_tables(owners, options.per_user))
    said = {"data": note, "mailboxes": str(len(owners)), "CPU": f"{time.process_time() - start:.0f} s"}
    return Part("recipients", tuple(tables), setting(options.command, said))


def _data(options: Options) -> tuple[Path, str]:
    if options.data is not None and (options.data / "enron_maildir").is_dir():
        return options.data, "Enron mailboxes"
    folder = options.out / "invented-mailboxes"
    generate(folder)
    return folder, "no data here: two invented mailboxes, whose figures say nothing about quality"


def _owner(folder: Path, data: Path, out: Path) -> Owner:
    mailbox = read_mailbox(folder)
    queries = read_queries(data / "enron_queries" / f"{folder.name}.jsonl")
    ours = Ours(mailbox, out / "homes" / "recipients") if program.installed() else None
    return Owner(mailbox, remember(mailbox), queries, ours)


def _tables(owners: list[Owner], per_user: bool) -> list[Table]:
    protocols: tuple[tuple[str, CaseMaker], ...] = (
        ("E2: new threads; names, salutations and quotes taken out", new_threads),
        ("All mails, answers as well, stripped in the same way", all_stripped),
        ("E1: history ends with the first query; text as sent", static_split),
    )
    tables = []
    for title, maker in protocols:
        outcomes = _outcomes(owners, maker, in_pool=False)
        tables.append(_table(title, outcomes))
        if per_user:
            tables.append(_user_table(title, outcomes))
    return [*tables, _dormant_table(owners)]


def _outcomes(owners: Sequence[Owner], maker: CaseMaker, in_pool: bool) -> Outcomes:
    found: Outcomes = {name: [] for name in ([*BASELINES, OURS] if owners[0].ours else BASELINES)}
    for owner in owners:
        for case in maker(owner.mailbox, owner.queries):
            for name, ranking in _rankings(owner, case).items():
                shown = _within(case, ranking) if in_pool else ranking
                found[name].append(judge(owner.mailbox.user, case.query, shown, case.relevant))
    return found


def _rankings(owner: Owner, case: Case) -> dict[str, Ranking]:
    moment = Moment(owner.memory, case.at, case.text)
    rankings = {name: rank(baseline, moment) for name, baseline in BASELINES.items()}
    if owner.ours is not None:
        rankings[OURS] = owner.ours.rank(case)
    return rankings


def _within(case: Case, ranking: Ranking) -> Ranking:
    pool = case.pool or frozenset()
    inside = (tuple(address for address in person if address in pool) for person in ranking)
    return [person for person in inside if person]


def _table(title: str, outcomes: Outcomes) -> Table:
    rows = tuple(_row(name, found) for name, found in outcomes.items() if found)
    queries = len(next(iter(outcomes.values())))
    notes = [f"{queries} queries; averages over mailboxes; 95 % intervals redraw queries within each mailbox."]
    if OURS in outcomes and queries:
        notes += [_lead(outcomes, other) for other in _best_others(outcomes)]
    return Table(title, ("ranker", "MAP", "95 %", "MRR", "hit@5", "95 %", "recall@10"), rows, tuple(notes))


def _row(name: str, found: list[Outcome]) -> tuple[Cell, ...]:
    precision, hit = estimate(found, lambda o: o.map), estimate(found, lambda o: o.hit5)
    others = (macro(found, lambda o: o.mrr), hit.value, _interval(hit), macro(found, lambda o: o.recall10))
    return (name, precision.value, _interval(precision), *others)


def _interval(value: Estimate) -> str:
    return f"{value.low:.3f}-{value.high:.3f}"


def _best_others(outcomes: Outcomes) -> list[str]:
    return sorted(BASELINES, key=lambda name: -macro(outcomes[name], lambda o: o.map))[:2]


def _lead(outcomes: Outcomes, other: str) -> str:
    gap = difference(outcomes[OURS], outcomes[other], lambda o: o.map)
    return f"{OURS} less {other}, MAP on the same queries: {gap.value:+.3f} ({gap.low:+.3f} to {gap.high:+.3f})."


def _user_table(title: str, outcomes: Outcomes) -> Table:
    users = dict.fromkeys(o.user for found in outcomes.values() for o in found)
    rows = tuple(_user_row(user, outcomes) for user in users)
    return Table(f"{title} (MAP by mailbox)", ("mailbox", "queries", *outcomes), rows)


def _user_row(user: str, outcomes: Outcomes) -> tuple[Cell, ...]:
    own = [[o for o in found if o.user == user] for found in outcomes.values()]
    return (user, len(own[0]), *(macro(found, lambda o: o.map) for found in own))


def _dormant_table(owners: list[Owner]) -> Table:
    pooled = _outcomes(owners, _dormant_cases, in_pool=True)
    whole = _outcomes(owners, _dormant_cases, in_pool=False)
    rows = tuple(
        (name, _mean(pooled[name], lambda o: o.recall10), _mean(whole[name], lambda o: o.hit7)) for name in pooled
    )
    queries = len(next(iter(pooled.values())))
    note = f"{queries} queries, each counting once; below a hundred they are too few to order methods by."
    columns = ("ranker", "recall@10 in the dormant pool", "one in the first seven of the whole list")
    return Table("E3: recipients out of sight for 180 days (all mails, stripped)", columns, rows, (note,))


def _dormant_cases(mailbox: Mailbox, queries: list[Query]) -> list[Case]:
    return dormant(mailbox, all_stripped(mailbox, queries))


def _mean(found: list[Outcome], measure: Callable[[Outcome], float]) -> float | None:
    return sum(map(measure, found)) / len(found) if found else None
