"""What the owner keeps by day: a calendar, and notes in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from bench.needs.said import Place, Register, Said, World


def write_calendar(world: World, meetings: Iterable[Said], path: Path, register: Register) -> None:
    """Write every meeting as an event, and the birthdays of address-book people as yearly ones."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//needs//bench//EN", "X-WR-CALNAME:Calendar"]
    for said in sorted(meetings, key=lambda said: (said.at, said.key, said.subject, said.others)):
        uid = f"{sha256(repr((said.at, said.key, said.subject, said.others)).encode()).hexdigest()[:20]}@needs.example"
        lines += _event(world, said, uid)
        place = Place("calendar.ics", uid, f"{said.subject}\n{said.told.get('where', '')}\n{said.text}")
        if said.key:
            register.note(said.key, place)
        for who in said.others:
            register.note(f"from:{who}", place)
    lines += [line for person in world.people.values() for line in _birthday(world, person.id)]
    path.write_text("\r\n".join((*map(_folded, lines), "END:VCALENDAR", "")), encoding="utf-8", newline="")


def _event(world: World, said: Said, uid: str) -> list[str]:
    minutes = said.told.get("minutes", 60)
    end = said.at + timedelta(minutes=minutes if isinstance(minutes, int) else 60)
    people = [world.people[who] for who in said.others]
    named = [person.name for person in people if not person.emails]
    words = "\n".join(filter(None, (said.text, f"With {', '.join(named)}" if named else "")))
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{_utc(said.at)}", f"DTSTART:{_utc(said.at)}", f"DTEND:{_utc(end)}"]
    lines += [f"SUMMARY:{_escaped(said.subject)}"]
    lines += [f"LOCATION:{_escaped(str(said.told['where']))}"] if said.told.get("where") else []
    lines += [f"DESCRIPTION:{_escaped(words)}"] if words else []
    told = world.owner.told
    lines += [f"ORGANIZER;CN={told['name']}:mailto:{told['emails'][0]}"] if people else []
    lines += [f"ATTENDEE;CN={person.mail_name}:mailto:{person.emails[0]}" for person in people if person.emails]
    return [*lines, "END:VEVENT"]


def _birthday(world: World, who: str) -> list[str]:
    person = world.people[who]
    born = person.fields.get("birthday", "")
    if not born or sha256(who.encode()).digest()[0] % 2:
        return []
    day = f"{world.owner.since.year}{born[5:7]}{born[8:10]}"
    head = ["BEGIN:VEVENT", f"UID:birthday-{who}@needs.example", f"DTSTART;VALUE=DATE:{day}", "RRULE:FREQ=YEARLY"]
    return [*head, f"SUMMARY:{person.name}'s birthday", "END:VEVENT"]


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 74 bytes, never parted within a letter."""
    parts, part = [], b""
    for letter in line:
        byte = letter.encode()
        if len(part) + len(byte) > 73:
            parts.append(part)
            part = b""
        part += byte
    return "\r\n ".join(piece.decode() for piece in (*parts, part))


def write_notes(notes: Iterable[Said], folder: Path, register: Register) -> None:
    """Write the journals, in order of day, and the pages about somebody."""
    folder.mkdir(parents=True, exist_ok=True)
    pages: dict[str, list[Said]] = {}
    for said in notes:
        pages.setdefault(said.place.partition(":")[2], []).append(said)
    for page, entries in sorted(pages.items()):
        name = f"{page}.md"
        text = ""
        for said in sorted(entries, key=lambda said: (said.at, said.key)):
            line = text.count("\n") + 1
            text += _entry(said)
            register.note(said.key, Place(f"notes/{name}", f"line {line}", f"{said.subject}\n{said.text}"))
        (folder / name).write_text(text, encoding="utf-8")


def _entry(said: Said) -> str:
    day = said.told.get("day")
    head = f"## {date.fromisoformat(str(day)[:10])} {said.subject}".rstrip() if day else ""
    return f"{head}\n{said.text}\n\n" if head else f"{said.text}\n\n"
