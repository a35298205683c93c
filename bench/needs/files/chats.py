"""Chats: one WhatsApp export per chat, in the forms of several phones, and the Telegram export of everything."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from bench.needs.owner import ME
from bench.needs.said import Place, Register, Said, World

_OWNERS_ACCOUNT = 5_100_001


def write_whatsapp(world: World, lines: Iterable[Said], folder: Path, register: Register) -> None:
    """Write a file per chat; each message is a line."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, chat in _by_chat(lines).items():
        name = f"WhatsApp Chat with {_title(world, place)}.txt".replace("/", "-")
        iphone = sha256(place.encode()).digest()[0] % 3 == 0
        written = []
        for number, said in enumerate(chat, start=1):
            text = " ".join(said.text.split("\n"))
            written.append(_line(said.at, _speaker(world, said), text, iphone=iphone))
            _note(register, said, Place(f"whatsapp/{name}", f"chat 1/message {number}", text))
        path = folder / name
        if path.exists():
            raise ValueError(f"two chats are called {name!r}")
        path.write_text("".join(written), encoding="utf-8")


def _line(at: datetime, speaker: str, text: str, *, iphone: bool) -> str:
    if iphone:
        return f"[{at:%d/%m/%Y}, {at:%H:%M:%S}] {speaker}: {text}\n"
    return f"{at:%d/%m/%Y}, {at:%H:%M} - {speaker}: {text}\n"


def _by_chat(lines: Iterable[Said]) -> dict[str, list[Said]]:
    chats: dict[str, list[Said]] = {}
    for said in sorted(lines, key=lambda said: (said.at, said.key)):
        chats.setdefault(said.place, []).append(said)
    return dict(sorted(chats.items()))


def _title(world: World, place: str) -> str:
    key = place.partition(":")[2]
    return str(world.circles[key[1:]].told["group"]["name"]) if key.startswith("#") else world.people[key].chat


def _speaker(world: World, said: Said) -> str:
    return str(world.owner.told["chat_name"]) if said.sender == ME else world.people[said.sender].chat


def _note(register: Register, said: Said, place: Place) -> None:
    if said.key:
        register.note(said.key, place)
    if said.sender != ME:
        register.note(f"from:{said.sender}", place)


def write_telegram(world: World, lines: Iterable[Said], folder: Path, register: Register) -> None:
    """Write `result.json` with the owner's account, the contacts, and every chat."""
    folder.mkdir(parents=True, exist_ok=True)
    chats = [
        _chat(world, place, chat, number, register)
        for number, (place, chat) in enumerate(_by_chat(lines).items(), start=1)
    ]
    told = world.owner.told
    first, _, last = told["name"].partition(" ")
    account = {"user_id": _OWNERS_ACCOUNT, "first_name": first, "last_name": last, "phone_number": told["phone"]}
    people = [
        _contact(person.chat, person.phone, person.telegram) for person in world.people.values() if person.telegram
    ]
    written = {
        "about": "Here is the data you requested.",
        "personal_information": account,
        "contacts": {"about": "", "list": people},
        "chats": {"about": "", "list": chats},
    }
    (folder / "result.json").write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _contact(name: str, phone: str, account: int) -> dict[str, object]:
    first, _, last = name.partition(" ")
    return {
        "user_id": account,
        "first_name": first,
        "last_name": last,
        "phone_number": phone,
        "date": "2018-01-01T12:00:00",
    }


def _chat(world: World, place: str, chat: list[Said], number: int, register: Register) -> dict[str, object]:
    key = place.partition(":")[2]
    group = key.startswith("#")
    account = 4_000_000 + number if group else world.people[key].telegram
    messages = []
    for order, said in enumerate(chat, start=1):
        sender = _OWNERS_ACCOUNT if said.sender == ME else world.people[said.sender].telegram
        if not sender:
            raise ValueError(f"{said.key}: {said.sender} is not on Telegram")
        messages.append(_message(order, said, _name(world, said), sender))
        _note(register, said, Place("telegram/result.json", f"chat {number}/message {order}", said.text))
    kind = "private_group" if group else "personal_chat"
    return {"name": _title(world, place), "type": kind, "id": account, "messages": messages}


def _name(world: World, said: Said) -> str:
    return str(world.owner.told["name"]) if said.sender == ME else world.people[said.sender].chat


def _message(number: int, said: Said, name: str, account: int) -> dict[str, object]:
    return {
        "id": number,
        "type": "message",
        "date": f"{said.at:%Y-%m-%dT%H:%M:%S}",
        "date_unixtime": str(int(said.at.timestamp())),
        "from": name,
        "from_id": f"user{account}",
        "text": said.text,
    }
