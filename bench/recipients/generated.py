"""A small invented mailbox in the layout of the real ones, for where no data is at hand.

Its figures say nothing about quality: the people in it talk word salad, each about a few things of their own.
"""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from bench.vocabulary import topics, word_lists, words

START, DAYS, DAY = 1_600_000_000, 900, 86_400
PEOPLE, MAILS, CUT = 40, 700, 0.7
OWNERS = ("mira", "tomas")
_FIRST, _LAST, _ = word_lists("names")


@dataclass(frozen=True, slots=True)
class _Sent:
    """One mail of the invented mailbox."""

    at: int
    sender: str
    to: tuple[str, ...]
    subject: str
    text: str


def generate(folder: Path) -> None:
    """Write `enron_maildir/<owner>` and `enron_queries/<owner>.jsonl` of two owners into a fresh folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for owner in OWNERS:
        mails = _mails(owner)
        cut = int(len(mails) * CUT)
        _write_maildir(folder / "enron_maildir" / owner, owner, mails)
        known = {address for mail in mails[:cut] for address in (mail.sender, *mail.to)}
        _write_queries(folder / "enron_queries" / f"{owner}.jsonl", owner, mails[cut:], known)


def address(name: str) -> str:
    """The invented address of a name."""
    return f"{name.lower().replace(' ', '.')}@post.example"


def _mails(owner: str) -> list[_Sent]:
    draw = random.Random(f"mailbox {owner}")
    people = [f"{first} {last}" for first, last in zip(_FIRST, _LAST * 2, strict=False)][:PEOPLE]
    habits = {name: draw.sample(topics("en"), 2) for name in people}
    weights = [1 / (rank + 2) for rank in range(len(people))]
    moments = sorted(START + int(draw.random() * DAYS * DAY) for _ in range(MAILS))
    drawn = draw.choices(people, weights, k=MAILS)
    return [_mail(draw, owner, at, name, habits[name]) for at, name in zip(moments, drawn, strict=True)]


def _mail(draw: random.Random, owner: str, at: int, name: str, habits: list[tuple[str, ...]]) -> _Sent:
    topic = draw.choice(habits)
    text = words(draw, "en", draw.randint(10, 60)) + draw.choices(topic, k=6)
    draw.shuffle(text)
    body = f"{name.partition(' ')[0]},\n\n{' '.join(text)}\n\nThanks,\n{owner.title()}\n"
    subject = " ".join(draw.sample(topic, 2))
    if draw.random() < 0.5:
        return _Sent(at, address(owner), (address(name),), subject, body)
    return _Sent(at, address(name), (address(owner),), subject, body)


def _write_maildir(folder: Path, owner: str, mails: list[_Sent]) -> None:
    for place, mail in enumerate(mails):
        box = folder / (".sent" if mail.sender == address(owner) else "") / "cur"
        box.mkdir(parents=True, exist_ok=True)
        lines = (
            f"Message-ID: <{place}.{owner}@post.example>",
            f"Date: {formatdate(mail.at)}",
            f"From: {mail.sender}",
            f"To: {', '.join(mail.to)}",
            f"Subject: {mail.subject}",
            "Content-Type: text/plain; charset=us-ascii",
        )
        (box / f"{mail.at}.{place}.post:2,S").write_text("\n".join(lines) + f"\n\n{mail.text}", encoding="ascii")


def _write_queries(path: Path, owner: str, mails: list[_Sent], known: set[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        {"t": mail.at, "subject": mail.subject, "text": mail.text, "to": mail.to, "cc": [], "unknown": [],
         "relevant": [one for one in mail.to if one in known], "reply": False, "id": f"{owner}-{place}"}
        for place, mail in enumerate(mails)
        if mail.sender == address(owner)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
