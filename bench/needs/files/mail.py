"""Mail: an mbox per year of what came, one of what was sent, and the newest as single files."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import timedelta
from email.header import Header
from email.utils import format_datetime, formataddr
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from bench.needs.owner import ME
from bench.needs.said import Place, Register, Said, World

#: Mails of the last weeks lie in files of their own, as a program in use keeps them.
_NEWEST = timedelta(40)
_BULK = ("List-Unsubscribe: <https://lists.example/leave>", "Precedence: bulk")


def write_mail(world: World, mails: Iterable[Said], folder: Path, register: Register) -> None:
    """Write all mails in order of time."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(f"{world.owner.told['seed']} html")
    files: dict[str, list[bytes]] = {}
    for said in sorted(mails, key=lambda said: (said.at, said.key)):
        message = _message(world, said, draw)
        fresh = world.owner.until - said.at.date() < _NEWEST
        name = f"new/{sha256((said.key or repr(said)).encode()).hexdigest()[:10]}.eml" if fresh else _box(said)
        if fresh:
            (folder / "new").mkdir(exist_ok=True)
            (folder / name).write_bytes(message)
        else:
            files.setdefault(name, []).append(_in_box(message, said))
        place = Place(f"mail/{name}", _id(said), f"{said.subject}\n{_words(world, said)}")
        _note(register, said, place)
    for name, written in files.items():
        (folder / name).write_bytes(b"".join(written))


def _note(register: Register, said: Said, place: Place) -> None:
    if said.key and not said.key.startswith("~"):
        register.note(said.key, place)
    if said.sender != ME:
        register.note(f"from:{said.sender}", place)
        register.note(f"signature:{said.sender}", place)


def _box(said: Said) -> str:
    return "Sent.mbox" if said.sender == ME else f"Inbox-{said.at.year}.mbox"


def _in_box(message: bytes, said: Said) -> bytes:
    body = message.replace(b"\nFrom ", b"\n>From ")
    return f"From - {said.at:%a %b %d %H:%M:%S %Y}\n".encode() + body.rstrip(b"\n") + b"\n\n"


def _message(world: World, said: Said, draw: random.Random) -> bytes:
    """The mail as bytes: written by hand, as the library's own writer takes ten times as long."""
    lines = [
        f"Message-ID: <{_id(said)}>",
        f"Date: {format_datetime(said.at)}",
        f"From: {_address(world, said.sender, said)}",
        f"To: {', '.join(_address(world, who, said) for who in said.others)}",
        *([f"Cc: {', '.join(_address(world, who, said) for who in said.cc)}"] if said.cc else ()),
        *(
            [f"In-Reply-To: <{_hashed(said.answers)}>", f"References: <{_hashed(said.answers)}>"]
            if said.answers
            else ()
        ),
        f"Subject: {_encoded(said.subject)}",
        *(_BULK if said.told.get("bulk") else ()),
        "MIME-Version: 1.0",
    ]
    words = _words(world, said)
    share = world.owner.told.get("html_mail", 0.2)
    as_html = said.told.get("html") or (draw.random() < share and said.key.startswith("~"))
    return "\n".join((*lines, *(_both(words, _id(said)) if as_html else _part("plain", words)), "")).encode()


def _part(kind: str, words: str) -> tuple[str, ...]:
    return (f"Content-Type: text/{kind}; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", words)


def _both(words: str, key: str) -> tuple[str, ...]:
    """Plain and HTML beside each other, as most programs send."""
    line = f"=={key[:16]}=="
    head = f'Content-Type: multipart/alternative; boundary="{line}"'
    return (head, "", f"--{line}", *_part("plain", words), f"--{line}", *_part("html", _html(words)), f"--{line}--")


def _encoded(subject: str) -> str:
    return subject if subject.isascii() else Header(subject, "utf-8").encode(linesep="\n")


def _html(words: str) -> str:
    paragraphs = "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>\n" for part in words.split("\n\n"))
    return f"<html><body>\n{paragraphs}</body></html>\n"


def _words(world: World, said: Said) -> str:
    """What stands in the mail, with the sender's signature where they have one."""
    person = world.people.get(said.sender)
    signature = f"\n\n-- \n{person.signature}" if person and person.signature else ""
    return f"{said.text}{signature}\n"


def _id(said: Said) -> str:
    return _hashed(said.key or repr(said))


@cache
def _hashed(key: str) -> str:
    return f"{sha256(key.encode()).hexdigest()[:20]}@needs.example"


@cache
def _mailbox(name: str, address: str) -> str:
    return formataddr((name, address), charset="utf-8")


def _address(world: World, who: str, said: Said) -> str:
    if who == ME:
        return _mailbox(str(world.owner.told["name"]), _own_address(world, said))
    if who not in world.people:
        return who
    person = world.people[who]
    if not person.emails:
        raise ValueError(f"{said.key}: {who} has no mail address")
    return _mailbox(person.mail_name, _used(person.emails, said))


def _own_address(world: World, said: Said) -> str:
    """The owner's address in the office they share with those on the mail, else the private one."""
    emails: list[str] = world.owner.told["emails"]
    private, *offices = emails
    others = [world.people[who] for who in (said.sender, *said.others) if who in world.people]
    domains = {email.rpartition("@")[2] for other in others for email in other.emails}
    return next((office for office in offices if office.rpartition("@")[2] in domains), private)


def _used(emails: tuple[str, ...], said: Said) -> str:
    """Which of their addresses: the one that is named in the item, else another every year."""
    asked = said.told.get("address")
    return str(asked) if asked else emails[said.at.year % len(emails)]
