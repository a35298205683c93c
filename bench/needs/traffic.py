"""What fills eight years: exchanges with each person, group chats, regular meetings, newsletters; all from a seed."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bench.needs.owner import ME, Circle, Person
from bench.needs.said import Said, World

_WORK_HOURS, _FREE_HOURS = (8, 9, 10, 11, 13, 14, 15, 16), (7, 13, 17, 18, 19, 20, 20, 21, 21, 22, 23)
_SLOT = re.compile(r"\{(\w+)\}")


def background(world: World) -> Iterator[Said]:
    """Everything nobody wrote by hand."""
    for person in world.people.values():
        draw = random.Random(f"{world.owner.told['seed']} {person.id}")
        yield from _with_person(world, person, draw)
    for circle in world.circles.values():
        draw = random.Random(f"{world.owner.told['seed']} #{circle.id}")
        yield from _group(world, circle, draw)
        yield from _meets(world, circle, draw)
        yield from _bulk(world, circle, draw)


def talk(world: World, circle: Circle, language: str, draw: random.Random) -> str:
    """A sentence of a circle in a language, or in English where its bank has none."""
    banks = [world.owner.words["talk"][bank] for bank in circle.told["talk"]]
    bank = draw.choice(banks)
    sentence = draw.choice(bank.get(language) or bank.get("en") or next(filter(None, bank.values())))
    return _SLOT.sub(lambda slot: _slot(world, slot[1], language, draw), sentence)


def _slot(world: World, slot: str, language: str, draw: random.Random) -> str:
    if slot == "n":
        return str(draw.randint(2, 40))
    found = world.owner.words["slots"][slot]
    return str(draw.choice(found[language] if isinstance(found, dict) else found))


def _months(since: date, until: date) -> Iterator[date]:
    day = since.replace(day=1)
    while day <= until:
        yield day
        day = (day + timedelta(32)).replace(day=1)


def _count(mean: float, draw: random.Random) -> int:
    """How often something happens that happens so often on average (Poisson, by Knuth's product of draws)."""
    limit, product, number = math.exp(-mean), draw.random(), 0
    while product > limit:
        product *= draw.random()
        number += 1
    return number


def _moment(world: World, day: date, draw: random.Random, *, work: bool) -> datetime:
    hours = _WORK_HOURS if work else _FREE_HOURS
    return datetime.combine(day, time(draw.choice(hours), draw.randrange(60), draw.randrange(60)), world.owner.zone)


def _with_person(world: World, person: Person, draw: random.Random) -> Iterator[Said]:
    circle = world.circles[person.circles[0]]
    for since, until, rate in person.traffic:
        for first in _months(since, until):
            for _ in range(_count(rate, draw)):
                day = first + timedelta(draw.randrange(28))
                if since <= day <= until and not (person.gone and day >= person.gone):
                    yield from _exchange(world, person, circle, day, draw)


def _exchange(world: World, person: Person, circle: Circle, day: date, draw: random.Random) -> Iterator[Said]:
    channels = {name: share for name, share in circle.told["channels"].items() if _reached(person, name)}
    if not channels:
        return
    channel = draw.choices(list(channels), list(channels.values()))[0]
    at = _moment(world, day, draw, work=circle.kind == "work")
    if channel == "mail":
        yield from _mails(world, person, circle, at, draw)
    elif channel == "meeting":
        subject = talk(world, circle, person.language, draw).split("?")[0][:40].rsplit(" ", 1)[0]
        yield Said("meeting", at.replace(minute=0, second=0), ME, (person.id,), "", subject, told={"minutes": 60})
    else:
        yield from _chat(world, f"{channel}:{person.id}", (person,), circle, at, draw)


def _reached(person: Person, channel: str) -> bool:
    match channel:
        case "mail" | "meeting":
            return bool(person.emails)
        case "telegram":
            return bool(person.telegram)
    return bool(person.phone)


def _mails(world: World, person: Person, circle: Circle, at: datetime, draw: random.Random) -> Iterator[Said]:
    """A thread of one to four mails, in turn."""
    subject = " ".join(re.findall(r"\w+", talk(world, circle, person.language, draw))[:5])
    mine, before = draw.random() < 0.45, ""
    for number in range(draw.choice((1, 1, 2, 2, 3, 4))):
        key = f"{person.id} {at.isoformat()} {number}"
        text = " ".join(talk(world, circle, person.language, draw) for _ in range(draw.randint(1, 4)))
        sender, other = (ME, person.id) if mine else (person.id, ME)
        title = subject if number == 0 else f"Re: {subject}"
        yield Said("mail", at, sender, (other,), text, title, f"~{key}", before)
        at, mine, before = at + timedelta(minutes=draw.randint(20, 2000)), not mine, f"~{key}"


def _chat(
    world: World, place: str, people: tuple[Person, ...], circle: Circle, at: datetime, draw: random.Random
) -> Iterator[Said]:
    """A burst of lines; in a group mostly the others'."""
    everybody = tuple(person.id for person in people)
    for _ in range(draw.randint(2, 7)):
        speaker = draw.choice(people)
        mine = draw.random() < (0.45 if len(people) == 1 else 0.15)
        text = talk(world, circle, speaker.language, draw)
        yield Said(place, at, ME if mine else speaker.id, everybody if mine else (ME,), text)
        at += timedelta(seconds=draw.randint(15, 400))


def _group(world: World, circle: Circle, draw: random.Random) -> Iterator[Said]:
    group = circle.told.get("group")
    if not group:
        return
    members = tuple(person for person in world.members(circle.id) if _reached(person, group["on"]))
    for first in _months(circle.since, circle.until):
        for _ in range(_count(group["per_month"] / 5, draw)):
            at = _moment(world, first + timedelta(draw.randrange(28)), draw, work=circle.kind == "work")
            there = [person for person in members if not person.gone or at.date() < person.gone]
            some = tuple(draw.sample(there, min(len(there), draw.randint(2, 5))))
            yield from _chat(world, f"{group['on']}:#{circle.id}", some, circle, at, draw)


def _meets(world: World, circle: Circle, draw: random.Random) -> Iterator[Said]:
    meets = circle.told.get("meets")
    if not meets:
        return
    members = [person for person in world.members(circle.id) if person.emails]
    day = circle.since
    while day <= circle.until:
        there = [person.id for person in members if not person.gone or day < person.gone]
        some = [member for member in there if draw.random() < meets.get("share", 0.3)]
        hour = draw.choice((9, 10, 11, 14)) if circle.kind == "work" else draw.choice((17, 18, 19))
        at = datetime.combine(day, time(hour), world.owner.zone)
        told = {"minutes": meets.get("minutes", 60), "where": meets.get("where", "")}
        yield Said("meeting", at, ME, tuple(some), "", meets["title"], told=told)
        day += timedelta(meets["every_days"])


def _bulk(world: World, circle: Circle, draw: random.Random) -> Iterator[Said]:
    """Newsletters and notices: `senders` of a circle of kind service, each some mails a month."""
    for sender in circle.told.get("senders", ()):
        for first in _months(circle.since, circle.until):
            for _ in range(_count(circle.told["per_month"], draw)):
                at = _moment(world, first + timedelta(draw.randrange(28)), draw, work=True)
                language = draw.choices(list(circle.told["language"]), list(circle.told["language"].values()))[0]
                text = "\n\n".join(talk(world, circle, language, draw) for _ in range(draw.randint(2, 5)))
                yield Said("mail", at, sender, (ME,), text, text.split("\n")[0][:60], told={"bulk": True})
