"""A large mbox made from a seed: the mixture that real mailboxes have, and nothing of anybody's.

55 % plain text (0.3-4 KB, every third with the quoted mail it answers, half of them signed), 35 % text
and HTML (10-25 KB), 10 % with a base64 attachment (20-80 KB, more small than large): 12 KB a mail on average.
3,000 correspondents, the busy ones far busier; half of the mails continue a thread; 15 % are bulk and carry
the headers of a list; 30 % are the owner's.
"""

from __future__ import annotations

import random
import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import Header
from email.utils import formatdate
from pathlib import Path

from bench.people import Circle, Somebody, circle
from bench.vocabulary import prose, words

MAILS = 120_000
CORRESPONDENTS = 3_000
#: Part of the cache's file name: raise it whenever the bytes change.
EDITION = 1
_START, _YEARS = 1_420_000_000, 10
_OPEN_THREADS = 400
_STYLE = (
    "<style>body{font-family:Arial,sans-serif;font-size:14px;color:#222}table{border-collapse:collapse;width:100%}"
    "td{padding:8px;border-bottom:1px solid #ddd}.footer{color:#777;font-size:11px}a{color:#0645ad}</style>"
)
_CELL = '<tr><td style="padding:8px 12px;border-bottom:1px solid #dddddd;font-family:Arial;font-size:14px">'


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation that can be continued."""

    key: str
    subject: str
    with_whom: Somebody
    last_id: str
    last_text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail before it is written out."""

    number: int
    at: int
    sender: Somebody
    to: tuple[Somebody, ...]
    subject: str
    text: str
    answers: Thread | None
    bulk: bool


def mbox(folder: Path, scale: float = 1.0) -> Path:
    """The mbox of `scale` times 120,000 mails in a folder; one that was finished before is used again."""
    count = max(int(MAILS * scale), 1)
    path = folder / f"generated-{EDITION}-{count}.mbox"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        begun = path.with_suffix(".begun")
        with begun.open("wb", buffering=1 << 20) as file:
            file.writelines(_mails(count))
        begun.rename(path)
    return path


def _mails(count: int) -> Iterator[bytes]:
    draw = random.Random("mbox")
    for letter in letters(draw, circle(CORRESPONDENTS), count):
        yield _written(draw, letter)


def letters(draw: random.Random, people: Circle, count: int) -> Iterator[Letter]:
    """So many mails by time, in threads that come and go."""
    threads: list[Thread] = []
    for number in range(count):
        at = _START + int(number / count * _YEARS * 365 * 86_400) + draw.randrange(60)
        answers = draw.choice(threads) if threads and draw.random() < 0.6 else None
        letter = _letter(draw, people, (number, at), answers)
        yield letter
        if not letter.bulk:
            _follow(draw, threads, letter, people.owner)


def _letter(draw: random.Random, people: Circle, stamp: tuple[int, int], answers: Thread | None) -> Letter:
    bulk = draw.random() < 0.15
    whom = answers.with_whom if answers and not bulk else people.draw(draw)[0]
    mine = not bulk and draw.random() < 0.35
    copied = tuple(people.draw(draw, draw.choice((0, 0, 0, 1, 2, 4))))
    text = prose(draw, whom.language, min(int(draw.lognormvariate(4.3, 0.7)) + 10, 500))
    subject = f"Re: {answers.subject}" if answers and not bulk else " ".join(words(draw, whom.language, 4))
    to = (whom, *copied) if mine else (people.owner, *copied)
    return Letter(*stamp, people.owner if mine else whom, to, subject, text, None if bulk else answers, bulk)


def _follow(draw: random.Random, threads: list[Thread], letter: Letter, owner: Somebody) -> None:
    """Let the next mails answer this one; the oldest of many open threads is forgotten."""
    whom = letter.to[0] if letter.sender is owner else letter.sender
    key = letter.answers.key if letter.answers else message_id(letter.number)
    thread = Thread(key, letter.subject.removeprefix("Re: "), whom, message_id(letter.number), letter.text)
    if letter.answers in threads:
        threads.remove(letter.answers)
    if draw.random() < 0.75:
        threads.append(thread)
    if len(threads) > _OPEN_THREADS:
        threads.pop(0)


def message_id(number: int) -> str:
    """The Message-ID of a generated mail."""
    return f"<{number:07d}.generated@post.example>"


def _written(draw: random.Random, letter: Letter) -> bytes:
    kind = draw.random()
    body = _body(draw, letter)
    if kind < 0.55:
        content = _plain(body)
    elif kind < 0.90:
        content = _alternative(draw, letter, body)
    else:
        content = _mixed(draw, letter, body)
    envelope = f"From {letter.sender.address} {_mbox_date(letter.at)}\n"
    content = content.replace("\nFrom ", "\n>From ")
    return f"{envelope}{_headers(letter)}{content}\n\n".encode()


def _mbox_date(at: int) -> str:
    week, day, month, year, clock, _ = formatdate(at).replace(",", "").split()
    return f"{week} {month} {day} {clock} {year}"


def _headers(letter: Letter) -> str:
    lines = [
        f"Return-Path: <{letter.sender.address}>",
        f"Received: from relay{letter.number % 7}.post.example by mx.post.example with ESMTPS id "
        f"{letter.number:x}; {formatdate(letter.at)}",
        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=post.example; s=a; h=from:to:subject:date; "
        "bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=" + "Zm9vYmFy" * 20,
        f"Message-ID: {message_id(letter.number)}",
        f"Date: {formatdate(letter.at)}",
        f"From: {_party(letter.sender)}",
        f"To: {_party(letter.to[0])}",
        f"Subject: {_encoded(letter.subject)}",
        "MIME-Version: 1.0",
    ]
    if len(letter.to) > 1:
        lines.append("Cc: " + ",\n ".join(map(_party, letter.to[1:])))
    if letter.answers is not None:
        lines += [
            f"In-Reply-To: {letter.answers.last_id}",
            f"References: {letter.answers.key} {letter.answers.last_id}",
        ]
    if letter.bulk:
        name = letter.sender.address.partition("@")[0]
        lines += [
            f"List-Id: <{name}.lists.example>",
            f"List-Unsubscribe: <mailto:leave@{name}.example>",
            "Precedence: list",
        ]
    return "\n".join(lines) + "\n"


def _party(person: Somebody) -> str:
    return f"{person.name} <{person.address}>"


def _encoded(subject: str) -> str:
    return subject if subject.isascii() else Header(subject, "utf-8").encode(linesep="\n")


def _body(draw: random.Random, letter: Letter) -> str:
    parts = [letter.text]
    if draw.random() < 0.5:
        house = letter.sender.address.partition("@")[2]
        parts.append(f"\n-- \n{letter.sender.name}\n{house}\nTel. +49 30 {_phone(letter.sender.address)}")
    if letter.answers is not None and draw.random() < 0.55:
        quoted = "\n".join(f"> {line}" for line in letter.answers.last_text.splitlines()[:25])
        parts.append(f"\nOn {formatdate(letter.at - 86_400)}, {letter.answers.with_whom.name} wrote:\n{quoted}")
    return "\n".join(parts)


def _plain(body: str) -> str:
    return f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n"


def _alternative(draw: random.Random, letter: Letter, body: str) -> str:
    line = f"=_alt{letter.number:07d}"
    head = f'Content-Type: multipart/alternative; boundary="{line}"\n\n'
    html = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    page = _html(draw, letter, body)
    return f"{head}--{line}\n{_plain(body)}\n--{line}\n{html}\n\n{page}\n--{line}--\n"


def _html(draw: random.Random, letter: Letter, body: str) -> str:
    """The text of the mail, laid out in nested tables until it has the size such pages have."""
    size = draw.randint(10_000, 25_000)
    rows = [f"{_CELL}{line}</td></tr>" for line in body.splitlines()]
    length = sum(map(len, rows))
    while length < size - 800:
        link = f"https://post.example/{letter.number}/{draw.getrandbits(200):x}"
        picture = f'<img src="{link}.png" width="40" height="40" alt="" style="border:0">'
        rows.append(f'{_CELL}<a href="{link}">{picture}</a></td></tr>')
        length += len(rows[-1]) + 1
    table = "<table>\n" + "\n".join(rows) + "\n</table>"
    foot = "<p class=footer>post.example</p></body></html>"
    return f"<html><head><meta charset=utf-8>{_STYLE}</head><body>{table}{foot}"


def _mixed(draw: random.Random, letter: Letter, body: str) -> str:
    line = f"=_mix{letter.number:07d}"
    data = b64encode(draw.randbytes(int(draw.triangular(20_000, 80_000, 20_000)) * 3 // 4)).decode()
    encoded = "\n".join(data[start : start + 76] for start in range(0, len(data), 76))
    head = f'Content-Type: multipart/mixed; boundary="{line}"\n\n'
    attached = (
        f'Content-Type: application/pdf; name="paper{letter.number}.pdf"\nContent-Transfer-Encoding: base64\n'
        f'Content-Disposition: attachment; filename="paper{letter.number}.pdf"\n\n{encoded}\n'
    )
    return f"{head}--{line}\n{_plain(body)}\n--{line}\n{attached}\n--{line}--\n"


def _phone(address: str) -> int:
    """Everybody keeps their number, as in life: people repeat their signature."""
    return 10**6 + zlib.crc32(address.encode()) % (9 * 10**6)
