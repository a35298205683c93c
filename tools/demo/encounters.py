"""What is not mail: calls, visits, rehearsals, runs, and meetings of others among themselves, as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tools.demo import dice
from tools.demo.cast import Actor, of_circle
from tools.demo.letters import LAST
from tools.demo.post import is_summer

HEAD = ("at", "channel", "from", "to", "text", "thread")
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
Row = tuple[str, str, str, str, str, str]


def table(cast: dict[str, Actor], folder: Path) -> str:
    """Single encounters (`encounters.txt`) and those that come back (`series.txt`), oldest first."""
    rows = [*_single(cast, folder / "encounters.txt"), *_series(cast, folder / "series.txt")]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(sorted(rows))
    return out.getvalue()


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def _single(cast: dict[str, Actor], path: Path) -> Iterator[Row]:
    """`when | channel | from | to, to | text`."""
    for when, channel, sender, to, text in _lines(path):
        at = datetime.strptime(when, "%Y-%m-%d %H:%M")  # noqa: DTZ007 (local time)
        yield _row(at, channel, cast[sender], [cast[key.strip()] for key in to.split(",")], (text, ""))


def _series(cast: dict[str, Actor], path: Path) -> Iterator[Row]:
    """`name | Tue 19:30 | every N weeks | months | channel | circle or keys | share | text / text`."""
    for name, moment, every, period, channel, group, share, texts in _lines(path):
        day, _, clock = moment.partition(" ")
        since, _, until = period.partition("..")
        at = datetime.strptime(f"{since}-01 {clock}", "%Y-%m-%d %H:%M")  # noqa: DTZ007
        at += timedelta(days=(_DAYS.index(day) - at.weekday()) % 7)
        turn = 0
        while f"{at:%Y-%m}" <= until and at < LAST:
            people = _present(cast, group, at, (name, int(share)))
            text = _next_text(texts.split(" / "), name, turn)
            if people and dice.number(f"{name}{at}off", 9):
                yield _row(at, channel, cast["lena"], people, (text, f"{name}"))
            at, turn = at + timedelta(weeks=int(every)), turn + 1


def _next_text(texts: list[str], name: str, turn: int) -> str:
    return texts[(dice.number(name, len(texts)) + turn) % len(texts)]


def _present(cast: dict[str, Actor], group: str, at: datetime, dealt: tuple[str, int]) -> list[Actor]:
    name, share = dealt
    if group in {actor.circle for actor in cast.values()}:
        pool = list(dict.fromkeys(of_circle(cast, group, at), None))
        return [one for one in pool if dice.number(f"{name}{at}{one.key}", 100) < share]
    named = [cast[key.strip()] for key in group.split(",")]
    return [one for one in named if one.active(at.date().isoformat())]


def _row(at: datetime, channel: str, sender: Actor, to: list[Actor], said: tuple[str, str]) -> Row:
    offset = "+02:00" if is_summer(at) else "+01:00"
    day = at.date().isoformat()
    text, thread = said
    return (
        f"{at:%Y-%m-%dT%H:%M:00}{offset}",
        channel,
        sender.address(day),
        ";".join(one.address(day) for one in to),
        text,
        thread,
    )
