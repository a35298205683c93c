"""Writes everything about one owner: the files to import, the needs, and the judgements with their places."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.needs.cast import populate
from bench.needs.distance import distance
from bench.needs.files.books import write_books, write_linkedin
from bench.needs.files.chats import write_telegram, write_whatsapp
from bench.needs.files.days import write_calendar, write_notes
from bench.needs.files.mail import write_mail
from bench.needs.owner import Judged, Need, Person, read_owner
from bench.needs.said import Place, Register, Said, World, within
from bench.needs.telling import telling
from bench.needs.traffic import background


def make(name: str, out: Path) -> World:
    """Write the folder of one owner anew; the same bytes each time. A wrong judgement is a LookupError."""
    world = populate(read_owner(name))
    folder = out / name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "files").mkdir(parents=True)
    register = _write_files(world, folder / "files")
    owner = world.owner
    told = {
        "id": owner.id,
        "name": owner.told["name"],
        "me": [*owner.told["emails"], owner.told["phone"], owner.told["chat_name"]],
        "asked": owner.asked.isoformat(),
    }
    _write(folder / "owner.json", [told])
    _write(folder / "marks.jsonl", _marks(world))
    _write(folder / "needs.jsonl", _asked(owner.needs))
    _write(folder / "judgements.jsonl", _judgements(world, register))
    return world


def _write_files(world: World, files: Path) -> Register:
    owner, register = world.owner, Register()
    hand = list(telling(world))
    said = [*(one for one in background(world) if within(one, owner.since, owner.until)), *hand]
    late = [
        one.key for one in hand if one.told.get("day", "x") is not None and not within(one, owner.since, owner.until)
    ]
    if late:
        raise ValueError(f"outside the owner's years: {', '.join(late)}")

    def of(place: str) -> list[Said]:
        return [one for one in said if one.place.partition(":")[0] == place]

    write_mail(world, of("mail"), files / "mail", register)
    write_whatsapp(world, of("whatsapp"), files / "whatsapp", register)
    write_telegram(world, of("telegram"), files / "telegram", register)
    write_calendar(world, of("meeting"), files / "calendar.ics", register)
    write_notes(of("note"), files / "notes", register)
    write_books(world, files, register)
    write_linkedin(world, files / "linkedin", register)
    return register


def _write(path: Path, rows: Any) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _marks(world: World) -> Iterator[dict[str, Any]]:
    for person in world.people.values():
        if person.mark:
            yield {"who": handles(person)[0], "names": [person.name], "mark": person.mark}


def handles(person: Person) -> list[str]:
    """All by which an answer may name a person, the surest first."""
    found = [*(f"email:{email}" for email in person.emails)]
    found += [f"phone:{person.phone}"] if person.phone else []
    found += [f"chat:telegram/user{person.telegram}"] if person.telegram else []
    names = dict.fromkeys((person.name, person.mail_name, person.chat))
    return [*found, *(f"name:{name}" for name in names if not name.startswith("+"))]


def _asked(needs: tuple[Need, ...]) -> Iterator[dict[str, Any]]:
    for need in needs:
        row = {"kind": need.kind, "language": need.language, "on": need.on.isoformat()}
        yield {"id": need.id, "text": need.text, **row, "of": None}
        for number, text in enumerate(need.again, start=1):
            yield {"id": f"{need.id}.{number}", "text": text, **row, "of": need.id}


def _judgements(world: World, register: Register) -> Iterator[dict[str, Any]]:
    for need in world.owner.needs:
        judged = {one.who: one for one in need.judged}
        for one in judged.values():
            yield _row(world, need, one, register.find(one.key, one.quote))
        for person in _never(world, need):
            if person.id not in judged:
                keys = (f"linkedin:{person.id}", f"from:{person.id}", f"card:{person.id}")
                key = next((key for key in keys if register.has(key)), None)
                if key:
                    yield _row(world, need, Judged(person.id, -1, key, ""), register.find(key, ""))


def _never(world: World, need: Need) -> Iterator[Person]:
    for who in need.never:
        if who.startswith("circle:"):
            yield from world.members(who.removeprefix("circle:"))
        else:
            yield world.people[who]


def _row(world: World, need: Need, one: Judged, place: Place) -> dict[str, Any]:
    person = world.people[one.who]
    return {
        "need": need.id,
        "person": person.name,
        "handles": handles(person),
        "grade": one.grade,
        "source": place.source,
        "item": place.item,
        "quote": one.quote,
        "distance": distance(need.text, one.quote),
        "alone": _alone(person, place, one.quote),
        "outside_work": all(world.circles[circle].kind != "work" for circle in person.circles),
    }


def _alone(person: Person, place: Place, quote: str) -> bool:
    """Whether a chat, a note, a meeting or a signature says it, and no card, profile or body of a mail is needed."""
    kind = place.source.partition("/")[0]
    return kind in ("whatsapp", "telegram", "notes", "calendar.ics") or (kind == "mail" and quote in person.signature)
