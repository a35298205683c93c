"""Public record-linkage data turned into address books, and pairs of Arabic and Latin names with decoys."""

from __future__ import annotations

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from pathlib import Path

from bench.recipients.mailbox import canonical, read_mailbox
from bench.resolve.labelled import read_labelled
from maarif.domain.handles import Handle
from maarif.domain.people import Profile


@dataclass(frozen=True, slots=True)
class Row:
    """One record, whose it is, and what a source would say of it."""

    person: str
    profile: Profile


def invented() -> list[Row]:
    """The invented, hand-labelled set."""
    labelled = read_labelled()
    return [Row(labelled.person[one.handle], one) for one in labelled.profiles]


def febrl(path: Path) -> list[Row]:
    """A FEBRL file: every row is a card of a book of its own, with name, birthday and suburb only."""
    rows = []
    for said in _table(path):
        name = f"{said['given_name']} {said['surname']}".strip()
        born, suburb = said["date_of_birth"], said["suburb"]
        person = said["rec_id"].split("-")[1]
        rows.append(Row(person, _card(said["rec_id"], name, born, suburb, "")))
    return rows


def fake_1000(path: Path) -> list[Row]:
    """fake_1000 of splink: every row is a card of a book of its own; name, birthday, city, mail address."""
    rows = []
    for said in _table(path):
        name = f"{said['first_name']} {said['surname']}".strip()
        card = _card(said["unique_id"], name, said["dob"].replace("-", ""), said["city"], said["email"].lower())
        rows.append(Row(said["cluster"], card))
    return rows


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for said in csv.DictReader(file, skipinitialspace=True):
            yield {key.strip(): (value or "").strip() for key, value in said.items()}


def _card(key: str, name: str, born: str, city: str, address: str) -> Profile:
    day = f"{born[:4]}-{born[4:6]}-{born[6:]}" if re.fullmatch(r"\d{8}", born) else ""
    handle = Handle("email", address) if "@" in address else Handle("name", f"row {key}@book")
    return Profile(
        handle, ((name.title(), 1),) if name else (), frozenset({f"{key}/1"}), frozenset({"vcard"}),
        birthdays=frozenset({day} - {""}), cities=frozenset({city} - {""}),
    )  # fmt: skip


def arabic_pairs(path: Path, size: int = 1000) -> list[Row]:
    """Full names in both scripts made of the pair list, all of one city; to each a decoy of the nearest surname.

    A person is a card in Arabic letters and a mail address with the name in Latin ones; the decoy has the same
    given name and the surname of the list that begins and sounds most alike.
    """
    pairs = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    words = [(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and min(map(len, pair)) >= 4]
    alike: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for arabic, latin in words:
        alike[arabic[:3]].append((arabic, latin))
    draw, rows = random.Random("arabic pairs"), list[Row]()
    for number in range(size):
        first, last = draw.choice(words), draw.choice(words)
        rows += _of_pair(f"person {number}", number, first, last)
        decoys = [one for one in alike[last[0][:3]] if one[0] != last[0] and one[1] != last[1]]
        if decoys:
            latin = f"{first[1]} {draw.choice(decoys)[1]}".title()
            rows.append(Row(f"decoy {number}", _mail(f"d{number}@gmail.example", latin)))
    return rows


def _of_pair(person: str, number: int, first: tuple[str, str], last: tuple[str, str]) -> list[Row]:
    phone = Handle("phone", f"+9665{number:08}")
    name = ((f"{first[0]} {last[0]}", 1),)
    card = Profile(phone, name, frozenset({f"a/{number}"}), frozenset({"vcard"}), cities=frozenset({"Amman"}))
    return [
        Row(person, card),
        Row(person, _mail(f"p{number}@gmail.example", f"{first[1]} {last[1]}".title())),
    ]


def _mail(address: str, name: str) -> Profile:
    handle, sources = Handle("email", address), frozenset({"mail"})
    return Profile(handle, ((name, 3),), sources=sources, cities=frozenset({"Amman"}))


def mailbox(folder: Path) -> list[Row]:
    """All addresses of a mailbox with the names beside them; the owner's own are one person, all others unknown."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.rglob("*")):
        if path.parent.name in {"cur", "new"} and path.is_file():
            _count(path, names, together)
    owner = read_mailbox(folder).owner
    return [
        Row("owner" if address in owner else address, _of_mailbox(address, names[address], together[address]))
        for address in sorted(names)
    ]


def _count(path: Path, names: dict[str, Counter[str]], together: dict[str, Counter[str]]) -> None:
    with path.open("rb") as file:
        raw = BytesHeaderParser().parse(file)
    parties = [
        (name, canonical(address))
        for header in ("From", "To", "Cc")
        for name, address in getaddresses([str(raw.get(header, ""))])
        if "@" in address
    ]
    if parties and raw.get("X-From"):
        parties[0] = (re.sub(r"<[^>]{0,300}>", "", str(raw["X-From"])).strip(' "'), parties[0][1])
    for name, address in parties:
        names[address].update([name] if name and "@" not in name else [])
    if 2 <= len(parties) <= 10:
        for _, one in parties:
            together[one].update(f"email:{other}" for _, other in parties if other != one)


def _of_mailbox(address: str, names: Counter[str], together: Counter[str]) -> Profile:
    counted = tuple(sorted(names.items(), key=lambda one: (-one[1], one[0])))
    contacts = frozenset(contact for contact, _ in together.most_common(50))
    return Profile(Handle("email", address), counted, sources=frozenset({"mail"}), contacts=contacts)
