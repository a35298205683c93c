"""A large invented home: people with the records that mail, books, chats and profiles would hold of them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.vocabulary import word_lists
from maarif.domain.handles import Handle
from maarif.domain.people import Profile

_FIRST, _LAST_BEGIN, _LAST_END = word_lists("names")
_SYLLABLES = (
    "",
    "",
    "",
    "er",
    "mann",
    "ow",
    "ski",
    "sen",
    "ini",
    "oglu",
    "es",
    "ard",
    "quist",
    "hart",
    "wald",
)
_BOXES = ("gmail.example", "gmx.example", "yahoo.example", "outlook.example")


def generate(people: int) -> tuple[list[Profile], dict[Handle, str]]:
    """So many people with 2.4 records each on average, and whose each record is; the same for the same number.

    Names are drawn with Zipf weights, so that the most frequent full names have many bearers. A third have a
    private address beside that of work, half a phone number on a card, a fifth a profile, a tenth a chat account.
    """
    draw = random.Random(f"who is who {people}")
    profiles: dict[Handle, Profile] = {}
    person: dict[Handle, str] = {}
    for number in range(people):
        for profile in _records(draw, number, people):
            if profile.handle not in profiles:
                profiles[profile.handle] = profile
                person[profile.handle] = f"person {number}"
    shuffled = list(profiles.values())
    draw.shuffle(shuffled)
    return shuffled, person


def _pick(draw: random.Random, words: tuple[str, ...] | list[str]) -> str:
    """One of the words, the first ones more often (density falling with the square root)."""
    return words[int(len(words) * draw.random() ** 2)]


def _records(draw: random.Random, number: int, people: int) -> Iterator[Profile]:
    first = _pick(draw, _FIRST)
    last = (_pick(draw, _LAST_BEGIN) + _pick(draw, _LAST_END) + draw.choice(_SYLLABLES)).capitalize()
    name, house = f"{first} {last}", f"firm{int(people / 20 * draw.random() ** 2)}.example"
    phone, card = f"+4917{number:08}", f"a/{number}"
    has_card, told = draw.random() < 0.5, frozenset({phone})
    circle = frozenset(f"email:c{number // 8}.{draw.randrange(12)}@kreis.example" for _ in range(6))
    local = f"{first}.{last}".lower().replace(" ", "")
    yield _mail(f"{local}@{house}", name, phones=told if draw.random() < 0.4 else frozenset(), contacts=circle)
    if has_card:
        sources = frozenset({"vcard"})
        yield Profile(Handle("phone", phone), ((name, 1),), frozenset({card}), sources, frozenset())
    if draw.random() < 0.45:
        box = draw.choice((local, local.replace(".", ""), f"{first[0]}{last}{draw.randrange(100)}".lower()))
        cards = frozenset({card}) if has_card and draw.random() < 0.5 else frozenset[str]()
        yield _mail(f"{box}@{draw.choice(_BOXES)}", name, cards=cards, contacts=circle)
    if draw.random() < 0.2:
        employers = frozenset({house.partition(".")[0]})
        yield Profile(
            Handle("url", f"linkedin.example/in/p{number}"), ((name, 1),), sources=frozenset({"linkedin"}),
            employers=employers,
        )  # fmt: skip
    if draw.random() < 0.25:
        yield Profile(Handle("chat", f"whatsapp:{phone}"), ((first, 1),), sources=frozenset({"chat"}))


def _mail(address: str, name: str, **more: frozenset[str]) -> Profile:
    return Profile(Handle("email", address), ((name, 3),), sources=frozenset({"mail"}), **more)  # type: ignore[arg-type]
