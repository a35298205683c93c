"""Threads become letters: who writes what to whom, and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tools.demo import dice
from tools.demo.cast import Actor, of_circle
from tools.demo.script import Thread

FIRST, LAST = datetime(2018, 9, 3), datetime(2026, 10, 28)  # noqa: DTZ001 (local time)
OFFICE = ("work", "customers", "oldwork")

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONATE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_TAGE = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
_AYYAM = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail before it has headers; `place` counts the turns of its thread from 0."""

    thread: str
    place: int
    at: datetime
    sender: Actor
    to: tuple[Actor, ...]
    subject: str
    text: str
    settings: dict[str, str]
    told: bool = False  # a story, not routine


class Scribe:
    """Turns threads into letters and sees to it that routine does not say the same twice."""

    def __init__(self, cast: dict[str, Actor]) -> None:
        self.cast = cast
        self.said: Counter[str] = Counter()

    def story(self, thread: Thread) -> list[Letter]:
        """A thread that happened once; raises KeyError for a speaker nobody knows."""
        names = thread.settings.get("cast", "")
        keys = [name.strip() for name in names.split(",") if name.strip()] or []
        keys += [turn.speaker for turn in thread.turns if turn.speaker not in keys]
        start = thread.turns[0].start
        if start is None:
            raise ValueError(f"{thread.key}: a story starts at a moment")
        return self._play(thread, {key: self.cast[key] for key in keys}, start, thread.key)

    def routine(self, thread: Thread) -> Iterator[list[Letter]]:
        """A thread that comes back, `times` times between `from` and `until`, with other people and words."""
        times = int(thread.settings.get("times", "1"))
        since = _month(thread.settings.get("from", "2018-09"), FIRST)
        until = _month(thread.settings.get("until", "2026-10"), LAST)
        for turn in range(times):
            step = (until - since) / times
            key = f"{thread.key}#{turn}"
            about = since + step * turn + step * (dice.number(key + "when", 1000) / 1000)
            start = _hour(about, thread.settings, key)
            roles = self._roles(thread, start, key)
            if roles and start > FIRST and not _pausing(thread.settings, roles, start):
                yield self._freshest(thread, roles, start, key)

    def _freshest(self, thread: Thread, roles: dict[str, Actor], start: datetime, key: str) -> list[Letter]:
        tries = [self._play(thread, roles, start, f"{key}/{attempt}") for attempt in range(24)]
        best = min(tries, key=lambda letters: sum(self.said[_bare(one.text)] ** 2 for one in letters))
        self.said.update(_bare(letter.text) for letter in best)
        return best

    def _roles(self, thread: Thread, start: datetime, key: str) -> dict[str, Actor]:
        roles: dict[str, Actor] = {}
        for part in thread.settings["cast"].split(","):
            role, _, group = (piece.strip() for piece in part.strip().partition("="))
            pool = self._pool(group or role, start)
            pool = [actor for actor in pool if actor not in roles.values()]
            if not pool:
                return {}
            roles[role] = dice.pick(key + role, pool)
        return roles

    def _pool(self, group: str, start: datetime) -> list[Actor]:
        if group.split(":", maxsplit=1)[0] in {actor.circle for actor in self.cast.values()}:
            return of_circle(self.cast, group, start)
        named = [self.cast[key] for key in group.split("+")]
        return [actor for actor in named if actor.active(start.date().isoformat())]

    def _play(self, thread: Thread, roles: dict[str, Actor], start: datetime, key: str) -> list[Letter]:
        everybody = {**roles, "lena": self.cast["lena"]}
        words = Words(thread.lists, roles, start.date(), key)
        subject = words.fill(thread.subject)
        letters, at = [], start
        for place, turn in enumerate(thread.turns):
            at = (turn.start or at + turn.delay) + timedelta(minutes=dice.number(f"{key}m{place}", 9))
            at = _decent(at, turn.delay, everybody[turn.speaker])
            sender = everybody[turn.speaker]
            to = tuple(actor for actor in dict.fromkeys(everybody.values()) if actor is not sender)
            name = key.split("/", maxsplit=1)[0] + "/" + key.split("/")[1]
            text = words.fill(turn.text)
            text = text if thread.turns[0].start else _capitals(text)
            told = thread.turns[0].start is not None
            letters.append(Letter(name, place, at, sender, to, subject, text, thread.settings, told))
        return letters


class Words:
    """Fills in what a hand-written text leaves open: `[one|other]`, `{list}`, `{a}`, `{n:3-9}`, `{wd+2}`.

    Alternatives with the same number, `[1:one|other]`, go together: an answer fits what was asked.
    """

    def __init__(self, lists: dict[str, list[str]], roles: dict[str, Actor], day: date, key: str) -> None:
        self.lists, self.roles, self.day, self.key = lists, roles, day, key
        self.count = 0

    def fill(self, text: str) -> str:
        """The text with everything filled in; raises KeyError for a list nobody wrote."""
        text = re.sub(r"\[([^\[\]]*\|[^\[\]]*)\]", self._alternative, text)
        return re.sub(r"\{([^{}]+)\}", self._slot, text)

    def _alternative(self, found: re.Match[str]) -> str:
        together = re.match(r"\d:", found[1])
        if together:
            return dice.pick(f"{self.key}group{together[0]}", str(found[1][2:]).split("|"))
        self.count += 1
        return dice.pick(f"{self.key}alt{self.count}", str(found[1]).split("|"))

    def _slot(self, found: re.Match[str]) -> str:
        name = found[1]
        if name in self.roles:
            return self.roles[name].first
        if day := re.fullmatch(r"(wd|tag|yawm|dt|d|kw)\+(\d+)", name):
            return _day(day[1], self.day + timedelta(days=int(day[2])))
        if span := re.fullmatch(r"n(\w*):(\d+)-(\d+)", name):
            low, high = int(span[2]), int(span[3])
            return str(low + dice.number(f"{self.key}n{name}", high - low + 1))
        base = name.rstrip("0123456789")
        choices, turn = self.lists[base], int(name[len(base) :] or 1) - 1
        return choices[(dice.number(f"{self.key}{base}", len(choices)) + turn) % len(choices)]


def _pausing(settings: dict[str, str], roles: dict[str, Actor], start: datetime) -> bool:
    """Nobody met or worked then: `not: 2020-03..2021-05`, and the office between the years."""
    since, _, until = settings.get("not", "9..9").partition("..")
    office = any(actor.circle in OFFICE or "role" in actor.about for actor in roles.values())
    return since <= f"{start:%Y-%m}" <= until or (office and not "01-05" < f"{start:%m-%d}" < "12-22")


def _capitals(text: str) -> str:
    """Sentences that begin with a filled-in word begin large all the same."""
    return re.sub(r"(^|(?<=[^\d.][.!?] ))[a-zäöü]", lambda found: found[0].upper(), text)


def _day(form: str, day: date) -> str:
    month, weekday = day.month - 1, day.weekday()
    return {
        "wd": _DAYS[weekday],
        "tag": _TAGE[weekday],
        "yawm": _AYYAM[weekday],
        "d": f"{day.day} {_MONTHS[month]}",
        "dt": f"{day.day}. {_MONATE[month]}",
        "kw": str(day.isocalendar().week),
    }[form]


def _month(text: str, edge: datetime) -> datetime:
    year, month = (int(part) for part in text.split("-"))
    return edge if edge.isoformat().startswith(text) else datetime(year, month, 3)  # noqa: DTZ001


def _hour(about: datetime, settings: dict[str, str], key: str) -> datetime:
    low, high = (int(hour) for hour in settings.get("hours", "17-22").split("-"))
    minutes = low * 60 + dice.number(key + "hour", (high - low) * 60)
    day = about.replace(hour=0, minute=0, second=0, microsecond=0)
    days = settings.get("days", "")
    while days and _DAYS[day.weekday()][:3] not in days:
        day += timedelta(days=1)
    return min(day, LAST - timedelta(days=6)) + timedelta(minutes=minutes)


def _decent(at: datetime, delay: timedelta, sender: Actor) -> datetime:
    """Nobody answers at four in the morning, and few write from the office on a Sunday."""
    if delay and not 6 <= at.hour < 24:
        at = at.replace(hour=8 + at.minute % 3)
    if delay and sender.circle in OFFICE and (at.hour > 18 or at.hour < 7):
        at = (at + timedelta(days=1)).replace(hour=8 + at.minute % 2)
    while delay and sender.circle in OFFICE and at.weekday() > 4:
        at += timedelta(days=1)
    return at


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
