"""Everybody an owner knows: the named ones from people.toml, and the drawn ones that fill the circles."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from typing import Any

from bench.needs.owner import Circle, Owner, Person, Spell, month
from bench.needs.said import World

_PRIVATE = ("post.example", "inbox.example", "mailhaus.example", "letterbox.example", "webmail.example")
_FIRST_PHONE = 101
_FIRST_ACCOUNT = 5_200_100


def populate(owner: Owner) -> World:
    """The world of an owner: the cast as written, then members drawn for each circle."""
    circles = {circle.id: circle for circle in owner.circles}
    draw = random.Random(f"{owner.told['seed']} cast")
    people: dict[str, Person] = {}
    names = {row["name"] for row in owner.cast}
    for row in owner.cast:
        people[row["id"]] = _person(owner, circles, row, len(people), draw)
    for circle in owner.circles:
        for number in range(circle.told.get("size", 0)):
            row = _drawn(owner, circle, number, names, draw)
            people[row["id"]] = _person(owner, circles, row, len(people), draw)
    if len(people) != len(owner.cast) + sum(circle.told.get("size", 0) for circle in owner.circles):
        raise ValueError(f"{owner.id}: an id of people.toml is there twice")
    return World(owner, people, circles)


def _person(owner: Owner, circles: dict[str, Circle], row: dict[str, Any], number: int, draw: random.Random) -> Person:
    circle = circles[row["circle"]]
    name = row["name"]
    phone = row.get("phone", owner.told["phones"].format(_FIRST_PHONE + number))
    chat = row.get("chat", name)
    return Person(
        row["id"],
        name,
        (row["circle"], *row.get("also", ())),
        tuple(row["emails"]) if "emails" in row else (_address(name, row["id"], circle, draw),),
        phone,
        row.get("mail_name", name),
        phone if chat == "phone" else chat,
        _FIRST_ACCOUNT + number * 37 if row.get("telegram") or row.get("drawn_telegram") else 0,
        row.get("language") or _choose(circle.told["language"], draw),
        {True: "vcf", False: ""}.get(row.get("book", True), "csv"),
        _traffic(row, circle, draw),
        row.get("signature", ""),
        row.get("mark", ""),
        tuple(row.get("linkedin", ())),
        month(row["gone"], circle.until) if "gone" in row else None,
        {key: row[key] for key in ("org", "title", "city", "card", "birthday") if key in row},
    )


def _choose(shares: dict[str, float], draw: random.Random) -> str:
    return draw.choices(list(shares), list(shares.values()))[0]


def _address(name: str, person: str, circle: Circle, draw: random.Random) -> str:
    local = ".".join(re.findall(r"[a-z]+", name.lower())) if name.isascii() else person
    domain = circle.told.get("domain") or draw.choice(_PRIVATE)
    return f"{local or person}@{domain}"


def _traffic(row: dict[str, Any], circle: Circle, draw: random.Random) -> tuple[Spell, ...]:
    """As written, or a spell within the circle's years, the lively ones livelier."""
    if "traffic" in row:
        return tuple(
            (month(a, circle.since), month(b, circle.until, last=True), float(n)) for a, b, n in row["traffic"]
        )
    days = max((circle.until - circle.since).days, 1)
    start = circle.since + timedelta(int(days * draw.random() ** 2 * 0.6))
    end = circle.until - timedelta(int(days * draw.random() ** 3 * 0.5))
    rate = circle.told["per_month"] * draw.lognormvariate(-0.4, 0.9)
    return ((start, max(end, start + timedelta(20)), rate),)


def _drawn(owner: Owner, circle: Circle, number: int, taken: set[str], draw: random.Random) -> dict[str, Any]:
    """A member of a circle in the words of people.toml."""
    told = circle.told
    pools = [told["names"]] if isinstance(told["names"], str) else told["names"]
    latin, own = _name(owner.words["names"][draw.choice(pools)], taken, draw)
    row: dict[str, Any] = {"id": f"{circle.id}-{number}", "name": latin, "circle": circle.id}
    if own != latin and draw.random() < 0.5:
        row["chat"] = own
    row["book"] = draw.random() < told.get("book", 0.7)
    if not row["book"] and draw.random() < 0.3:
        row["book"] = "csv"
    if circle.kind == "work":
        title = draw.choice(owner.words["slots"]["title"])
        employer = told.get("employer", "")
        row["signature"] = f"{latin}\n{title}\n{employer}"
        if draw.random() < told.get("linkedin", 0):
            row["linkedin"] = [title, employer, _some_month(circle, draw)]
    if draw.random() < 0.35:
        row["birthday"] = f"{draw.randint(1958, 2000)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    row["drawn_telegram"] = "telegram" in told["channels"] and draw.random() < 0.6
    return row


def _some_month(circle: Circle, draw: random.Random) -> str:
    day: date = circle.since + timedelta(int((circle.until - circle.since).days * draw.random()))
    return f"{day:%Y-%m}"


def _name(pool: dict[str, list[str]], taken: set[str], draw: random.Random) -> tuple[str, str]:
    """A full name that nobody has yet, in Latin letters and in its own script."""
    while True:
        first, last = _both(draw.choice(pool["first"])), _both(draw.choice(pool["last"]))
        latin = f"{first[0]} {last[0]}"
        if latin not in taken:
            taken.add(latin)
            return latin, f"{first[1]} {last[1]}"


def _both(written: str) -> tuple[str, str]:
    latin, _, own = written.partition("|")
    return latin, own or latin
