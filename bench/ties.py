"""How well ties are told: people from outside work in a mailbox, and close friends in a generated house."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from bench import program
from bench.options import Options
from bench.recipients.mailbox import addresses, read_mailbox
from bench.report import Cell, Part, Table, setting
from maarif.domain.ties import CHANNELS, ROLES, Participation
from maarif.ties import make_ledger, weigh
from maarif.ties.signs import table_of

#: Folders by which owners say that a correspondent is not from work; the program does not see their names.
PERSONAL = re.compile(r"^\.(?:inbox\.)?(?:personal|family|friends?|private|kids?|home)$", re.IGNORECASE)
#: A mailbox with fewer people in such folders says nothing.
ENOUGH = 5
DRAWS = 500

Scores: TypeAlias = dict[str, list[float]]


def run(options: Options) -> Part:
    """E5 over all mailboxes with a personal folder, E4 over generated houses."""
    tables = [*_outside_work(options), _friends()]
    return Part("ties", tuple(tables), setting(options.command, {}))


# -- E5 -------------------------------------------------------------------------------------------


def _outside_work(options: Options) -> list[Table]:
    root = options.data / "enron_maildir" if options.data is not None else None
    if root is None or not root.is_dir():
        return []
    rows: list[tuple[Cell, ...]] = []
    for folder in sorted(root.iterdir()):
        personal = [path for path in folder.iterdir() if PERSONAL.match(path.name)]
        found = _mailbox(folder, personal, options.out) if personal else None
        rows += found or []
    note = (
        "A person is from outside work where at least half of the mails with them lie in a folder that the owner calls "
        "personal, family or the like; the program sees the mails without their folders. Few of these mailboxes have "
        "such a folder: the intervals (95 %, people redrawn) tell how little one mailbox says."
    )
    columns = ("mailbox", "method", "people", "of them outside work", "AUC", "95 %", "AP", "95 %")
    return [Table("E5: who is not from work", columns, tuple(rows), (note,))] if rows else []


def _mailbox(folder: Path, personal: Sequence[Path], out: Path) -> list[tuple[Cell, ...]] | None:
    owner = read_mailbox(folder).owner
    inside, everywhere = _counts(personal, owner), _counts([folder], owner)
    outside = {address for address, times in inside.items() if times >= everywhere[address] / 2}
    if len(outside) < ENOUGH:
        return None
    flat = _without_folders(folder, out / "cache" / f"flat-{folder.name}")
    home = program.fresh_home(out / "homes" / "ties")
    program.take_in(home, [flat], sorted(owner))
    truth, scores = _compared(home, outside)
    home.close()
    return [
        (folder.name, name, len(truth), sum(truth), *_both(truth, values)) for name, values in scores.items()
    ]  # fmt: skip


def _counts(folders: Sequence[Path], owner: frozenset[str]) -> Counter[str]:
    """On how many mails below these folders each address stands."""
    found: Counter[str] = Counter()
    parser = BytesHeaderParser()
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        if path.is_file() and path.parent.name in ("cur", "new"):
            raw = parser.parsebytes(path.read_bytes())
            named = {a for header in ("From", "To", "Cc") for a in addresses(str(raw.get(header, "")))}
            found.update(named - owner)
    return found


def _without_folders(folder: Path, target: Path) -> Path:
    """All mails of a mailbox in one folder, under numbers."""
    shutil.rmtree(target, ignore_errors=True)
    for part in ("cur", "new", "tmp"):
        (target / part).mkdir(parents=True)
    mails = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.parent.name in ("cur", "new")]
    for number, path in enumerate(mails):
        shutil.copyfile(path, target / "cur" / f"{number:06}:2,S")
    return target


def _compared(home: Any, outside: set[str]) -> tuple[list[bool], Scores]:
    """For everybody the owner was in touch with: whether they are from outside work, and what each method says."""
    from maarif.app.everybody import people_of
    from maarif.app.knowing.ledger import kept_ties

    ties, truth = kept_ties(home), []
    scores: Scores = {"count": [], "recency": [], "Maarif": []}
    for person in people_of(home).values():
        tie = ties.get(person.id)
        last = max(tie.last_in or 0, tie.last_out or 0) if tie is not None else 0
        if tie is None or not last or person.kind != "person":
            continue
        truth.append(any(handle.value in outside for handle in person.handles))
        scores["count"].append(float(tie.items))
        scores["recency"].append(float(last))
        scores["Maarif"].append(1 - tie.facets.work)
    return truth, scores


# -- E4 -------------------------------------------------------------------------------------------

#: A house of so many people like that of Social Evolution, watched for half a year: each has so many close friends;
#: friends meet in small company, everybody meets at supper; a good half of the friends never write or call (there:
#: 58-70 % of declared close friends left no call or message; RANKING.md section 1, finding 2).
PEOPLE, FRIENDS, DAYS, SILENT = 84, 6, 180, 0.55
HOUSES = 5
#: How likely two friends write, and meet, on a day; and how many messages about errands everybody sends, most of them
#: to whoever lives on the same corridor.
WRITES, MEETS, ERRANDS = 0.04, 0.01, 60


@dataclass(frozen=True, slots=True)
class House:
    """A generated house: who declares whom a friend, and who took part in what."""

    friends: tuple[frozenset[int], ...]
    rows: tuple[Participation, ...]


def _friends() -> Table:
    measured: dict[str, list[tuple[float, float, float]]] = {}
    for seed in range(HOUSES):
        for name, found in _house_measures(_house(seed)).items():
            measured.setdefault(name, []).append(found)
    rows = tuple((name, *np.mean(np.array(found), axis=0).tolist()) for name, found in measured.items())
    note = (
        f"{HOUSES} generated houses of {PEOPLE} people over {DAYS} days, {FRIENDS} close friends each, of whom "
        f"{SILENT:.0%} never write or call; whoever lives in a house is its owner in turn. The figures say that the "
        "formula does what it says, not how well it does among living people."
    )
    return Table("E4: strength against declared friendship, generated", ("method", "AUC", "MAP", "MRR"), rows, (note,))


def _house(seed: int) -> House:
    draw = random.Random(f"house {seed}")
    friends = _befriended(draw)
    begin = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
    rows: list[Participation] = []
    item = 0

    def tell(people: Sequence[tuple[int, str]], day: float, channel: str) -> None:
        nonlocal item
        item += 1
        at = begin + int(day * 86_400)
        rows.extend((item, who + 1, ROLES.index(role), at, CHANNELS.index(channel), 0) for who, role in people)

    for one in range(PEOPLE):
        for other in friends[one]:
            writes = draw.random() >= SILENT
            for day in range(DAYS):
                if writes and draw.random() < WRITES:
                    tell(((one, "from"), (other, "to")), day + draw.random(), draw.choice(("chat", "call")))
                if draw.random() < MEETS:
                    more = draw.sample(sorted(friends[one]), k=min(draw.randint(0, 2), len(friends[one])))
                    tell([(who, "present") for who in {one, other, *more}], day + draw.random(), "meeting")
        for _ in range(ERRANDS):
            near = draw.random() < 0.7
            other = 12 * (one // 12) + draw.randrange(12) if near else draw.randrange(PEOPLE)
            if other != one:
                tell(((one, "from"), (other, "to")), draw.random() * DAYS, "chat")
    for day in range(0, DAYS, 2):
        for table in range(6):
            seated = [who for who in range(PEOPLE) if (who + day * 7) % 6 == table and draw.random() < 0.6]
            tell([(who, "present") for who in seated], day + 0.8, "meeting")
    return House(friends, tuple(rows))


def _befriended(draw: random.Random) -> tuple[frozenset[int], ...]:
    """Friends come in circles: most of the friends of one live on the same corridor and are friends with each other."""
    found: list[set[int]] = [set() for _ in range(PEOPLE)]
    for one in range(PEOPLE):
        corridor = [who for who in range(PEOPLE) if who // 12 == one // 12 and who != one]
        while len(found[one]) < FRIENDS:
            other = draw.choice(corridor) if draw.random() < 0.75 else draw.randrange(PEOPLE)
            if other != one:
                found[one].add(other)
                if draw.random() < 0.6:
                    found[other].add(one)
    return tuple(map(frozenset, found))


def _house_measures(house: House) -> dict[str, tuple[float, float, float]]:
    everybody = {number + 1: f"p{number:03}" for number in range(PEOPLE)}
    moment = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp()) + (DAYS + 1) * 86_400
    found: dict[str, list[tuple[float, float, float]]] = {}
    for one in range(PEOPLE):
        for name, scores in _seen_by(one, house, everybody, moment).items():
            truth = [who in house.friends[one] for who in range(PEOPLE) if who != one]
            found.setdefault(name, []).append((auc(truth, scores), precision(truth, scores), reciprocal(truth, scores)))
    return {name: tuple(np.mean(np.array(own), axis=0).tolist()) for name, own in found.items()}


def _seen_by(one: int, house: House, everybody: dict[int, str], moment: int) -> Scores:
    """What each method says of all others where one of the house is the owner: by their own log alone (what they wrote
    and were written, called and met), and with what the others do beside them as well."""
    own_items = {row[0] for row in house.rows if row[1] == one + 1}
    own = [row for row in house.rows if row[0] in own_items]
    scores: Scores = {}
    for title, rows in (("own log alone", own), ("with what is seen of others", house.rows)):
        ledger = make_ledger(rows, everybody, [everybody[one + 1]], everybody.values())
        ties = weigh(ledger, moment, table_of(ledger.people, {}))
        scores[f"Maarif, {title}"] = ties.effective.tolist()
        if title == "own log alone":
            scores["count"] = ties.rows["items"].astype(float).tolist()
            scores["recency"] = ties.rows["last"].astype(float).tolist()
    return scores


# -- measures -------------------------------------------------------------------------------------


def auc(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """The share of pairs (one true, one not) that are in the right order; equal scores count half."""
    values, flags = np.array(scores), np.array(truth, dtype=bool)
    good, bad = values[flags], values[~flags]
    if not len(good) or not len(bad):
        return float("nan")
    wins = (good[:, None] > bad).sum() + 0.5 * (good[:, None] == bad).sum()
    return float(wins / (len(good) * len(bad)))


def precision(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """Average precision: the mean, over the true ones, of the share of true ones down to them; equal scores in the
    order given."""
    order = np.argsort(-np.array(scores), kind="stable")
    hits = np.array(truth, dtype=bool)[order]
    places = np.flatnonzero(hits) + 1
    return float(np.mean(np.arange(1, len(places) + 1) / places)) if len(places) else 0.0


def reciprocal(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """One over the place of the first true one."""
    hits = np.array(truth, dtype=bool)[np.argsort(-np.array(scores), kind="stable")]
    return float(1 / (np.argmax(hits) + 1)) if hits.any() else 0.0


def _both(truth: Sequence[bool], scores: Sequence[float]) -> tuple[Cell, ...]:
    return (
        auc(truth, scores),
        _interval(auc, truth, scores),
        precision(truth, scores),
        _interval(precision, truth, scores),
    )


def _interval(
    measure: Callable[[Sequence[bool], Sequence[float]], float], truth: Sequence[bool], scores: Sequence[float]
) -> str:
    draw = np.random.default_rng(7)
    flags, values = np.array(truth), np.array(scores)
    found = []
    for _ in range(DRAWS):
        chosen = draw.integers(0, len(flags), len(flags))
        if flags[chosen].any() and not flags[chosen].all():
            found.append(measure(flags[chosen].tolist(), values[chosen].tolist()))
    low, high = np.percentile(found, [2.5, 97.5])
    return f"{low:.3f}-{high:.3f}"
