"""Address books and the LinkedIn archive: what is known of people without a word from them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.needs.owner import Person
from bench.needs.said import Place, Register, World


def write_books(world: World, folder: Path, register: Register) -> None:
    """Write `contacts.vcf` and the older `contacts.csv`."""
    people = list(world.people.values())
    cards = [person for person in people if person.book == "vcf"]
    written = []
    for number, person in enumerate(cards, start=1):
        lines = _card(person)
        written.append("\r\n".join(lines) + "\r\n")
        _note(register, person, Place("contacts.vcf", f"card {number}", "\n".join(lines).replace("\\,", ",")))
    (folder / "contacts.vcf").write_text("".join(written), encoding="utf-8", newline="")
    _write_csv([person for person in people if person.book == "csv"], folder, register)


def _note(register: Register, person: Person, place: Place) -> None:
    register.note(f"card:{person.id}", place)


def _card(person: Person) -> list[str]:
    name = person.chat if not person.chat.startswith("+") else person.name
    first, _, last = name.partition(" ")
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_escaped(last)};{_escaped(first)};;;", f"FN:{_escaped(name)}"]
    lines += [f"NICKNAME:{_escaped(person.name)}"] if name != person.name else []
    lines += [f"EMAIL;TYPE=INTERNET:{email}" for email in person.emails]
    lines += [f"TEL;TYPE=CELL:{person.phone}"] if person.phone else []
    known = person.fields
    lines += [f"ORG:{_escaped(known['org'])}"] if "org" in known else []
    lines += [f"TITLE:{_escaped(known['title'])}"] if "title" in known else []
    lines += [f"ADR;TYPE=HOME:;;;{_escaped(known['city'])};;;"] if "city" in known else []
    lines += [f"BDAY:{known['birthday']}"] if "birthday" in known else []
    lines += [f"NOTE:{_escaped(known['card'])}"] if "card" in known else []
    return [*lines, "END:VCARD"]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _write_csv(people: list[Person], folder: Path, register: Register) -> None:
    columns = ("First Name", "Last Name", "Organization Name", "Notes", "E-mail 1 - Value", "Phone 1 - Value")
    rows = []
    for number, person in enumerate(people, start=1):
        first, _, last = person.name.partition(" ")
        email = person.emails[0] if person.emails else ""
        row = (first, last, person.fields.get("org", ""), person.fields.get("card", ""), email, person.phone)
        rows.append(row)
        _note(register, person, Place("contacts.csv", f"row {number}", ",".join(row)))
    _write_rows(folder / "contacts.csv", columns, rows)


def _write_rows(path: Path, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows([columns, *rows])


def write_linkedin(world: World, folder: Path, register: Register) -> None:
    """Write the connections, the owner's posts and profile."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    connected = [person for person in world.people.values() if person.linkedin]
    for number, person in enumerate(connected, start=1):
        title, company, since = person.linkedin
        first, _, last = person.mail_name.partition(" ")
        url = f"https://www.linkedin.com/in/{person.id}-{len(person.name)}{number}"
        row = (first, last, url, "", company, title, f"{date.fromisoformat(since + '-14'):%d %b %Y}")
        rows.append(row)
        place = Place("linkedin/Connections.csv", f"row {number}", ",".join(row))
        register.note(f"linkedin:{person.id}", place)
    columns = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
    _write_rows(folder / "Connections.csv", columns, rows)
    _write_own(world.owner.told, folder)


def _write_own(told: dict[str, Any], folder: Path) -> None:
    positions = told.get("linkedin", {}).get("positions", [])
    rows = [(row["company"], row["title"], "", row.get("where", ""), row["since"], row["until"]) for row in positions]
    columns = ("Company Name", "Title", "Description", "Location", "Started On", "Finished On")
    _write_rows(folder / "Positions.csv", columns, rows)
    first, _, last = told["name"].partition(" ")
    headline = positions[0]["title"] if positions else ""
    profile = ("First Name", "Last Name", "Headline", "Summary", "Industry", "Geo Location", "Websites")
    _write_rows(folder / "Profile.csv", profile, [(first, last, headline, "", "", "", "")])
