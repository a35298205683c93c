"""A long life in mail, generated: messages with people known for something, and needs to put to it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import Header
from email.utils import formatdate
from pathlib import Path

from bench.people import Circle, Somebody, circle
from bench.vocabulary import Language, topics, vocabulary, words
from maarif.domain.items import Envelope, Message, Origin, Party

MESSAGES, PEOPLE = 1_000_000, 50_000
NEEDS = 200
_START, _YEARS = 1_420_000_000, 10

#: Ranks in the vocabulary from which one-word needs are taken.
_COMMON, _MIDDLE, _RARE = (60, 90), (150, 400), (1500, 2400)
_KINDS = ("job", "spread", "confide", "expert", "intro", "favour", "hire", "company", "recipients")


@dataclass(frozen=True, slots=True)
class Asked:
    """A need of the benchmark: what it asks, of which kind, and which sort of words it is made of."""

    text: str
    kind: str
    sort: str
    language: Language


def messages(count: int) -> Iterator[Message]:
    """So many short messages over ten years, with one person for every twenty of them."""
    draw = random.Random(f"world {count}")
    people = circle(max(count * PEOPLE // MESSAGES, 20))
    for number in range(count):
        yield _message(draw, people, number, _START + int(number / count * _YEARS * 365 * 86_400))


def _message(draw: random.Random, people: Circle, number: int, at: int) -> Message:
    whom = people.draw(draw)[0]
    others = [] if draw.random() < 0.8 else people.draw(draw, draw.randint(1, 4))
    mine = draw.random() < 0.4
    sender, to = (people.owner, (whom, *others)) if mine else (whom, (people.owner, *others))
    envelope = Envelope(_party(sender), tuple(map(_party, to[:1])), tuple(map(_party, to[1:])))
    text = _talk(draw, whom)
    subject = " ".join(text.split(maxsplit=4)[:4])
    return Message(Origin("world", f"{number:08d}@world.example"), "mail", at, envelope, subject, text)


def _party(person: Somebody) -> Party:
    return Party(person.name, person.address)


def _talk(draw: random.Random, whom: Somebody) -> str:
    """What passes between the owner and one person: everyday words, and two things they are known for."""
    known_for = topics(whom.language)
    own = known_for[hash_of(whom.address) % len(known_for)] + known_for[hash_of(whom.name) % len(known_for)]
    drawn = words(draw, whom.language, min(int(draw.lognormvariate(3.6, 0.6)) + 5, 200))
    drawn += draw.choices(own, k=max(len(drawn) // 8, 1))
    return " ".join(drawn)


def hash_of(text: str) -> int:
    """A number for a text that is the same in every process."""
    return sum(place * ord(letter) for place, letter in enumerate(text, start=1))


def write_mbox(found: Iterator[Message], path: Path) -> None:
    """Messages as an mbox of plain mails, so that they take the way that everything takes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb", buffering=1 << 20) as file:
        file.writelines(map(_mail, found))


def _mail(message: Message) -> bytes:
    lines = [
        f"From {message.envelope.sender.address} Thu Jan  1 00:00:00 2015",
        f"Message-ID: <{message.origin.item}>",
        f"Date: {formatdate(message.at)}",
        f"From: {_written(message.envelope.sender)}",
        f"To: {', '.join(map(_written, message.envelope.to))}",
        f"Subject: {_encoded(message.subject)}",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    if message.envelope.cc:
        lines.append("Cc: " + ",\n ".join(map(_written, message.envelope.cc)))
    return "\n".join((*lines, "", message.text, "", "")).encode()


def _written(party: Party) -> str:
    return f"{party.name} <{party.address}>"


def _encoded(subject: str) -> str:
    return subject if subject.isascii() else Header(subject, "utf-8").encode(linesep="\n")


def needs(count: int = NEEDS) -> list[Asked]:
    """Needs of every sort of words in three languages, each kind in turn."""
    draw = random.Random("needs")
    sorts = ("rare word", "middling word", "common word", "few words", "a sentence", "a topic")
    languages: tuple[Language, ...] = ("en", "de", "ar")
    found = []
    for number in range(count):
        sort, language = sorts[number % len(sorts)], languages[number // len(sorts) % len(languages)]
        found.append(Asked(_text(draw, sort, language), _KINDS[number % len(_KINDS)], sort, language))
    return found


def _text(draw: random.Random, sort: str, language: Language) -> str:
    forms = vocabulary(language)
    match sort:
        case "rare word":
            return forms[draw.randrange(*_RARE)]
        case "middling word":
            return forms[draw.randrange(*_MIDDLE)]
        case "common word":
            return forms[draw.randrange(*_COMMON)]
        case "few words":
            return " ".join(draw.sample(forms[60:1000], 3))
        case "a sentence":
            return " ".join(words(draw, language, 18))
        case _:
            return " ".join(draw.sample(draw.choice(topics(language)), 5))
